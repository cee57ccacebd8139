#include "lexicon_builder.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <stdexcept>

#include "automaton.h"
#include "language/lexicon_format.h"
#include "language/utf8.h"

namespace relis::dictionaries {
namespace {

using language::Features;
namespace format = language::format;
namespace tense = language::tense;

std::string bytes_of(const Features& features) {
    return {reinterpret_cast<const char*>(&features), sizeof features};
}

bool is_rare(const Features& features) {
    if (features.has_role(language::role::inverted_only)) return true;
    if (features.tenses == 0) return false;
    const std::uint16_t rare = tense::subjunctive_imperfect | tense::past_historic;
    return (features.tenses & static_cast<std::uint16_t>(~rare)) == 0;
}

/// Appends sections and remembers where they stand.
class Writer {
  public:
    Writer() : bytes_(sizeof(format::LexiconHeader), '\0') {}

    template <class T>
    format::Section add(const std::vector<T>& elements) {
        bytes_.resize((bytes_.size() + 7) / 8 * 8, '\0');
        const format::Section section{bytes_.size(), elements.size()};
        bytes_.append(reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(T));
        return section;
    }

    std::string finish(format::LexiconHeader header) {
        header.file_size = bytes_.size();
        std::memcpy(bytes_.data(), &header, sizeof header);
        return std::move(bytes_);
    }

  private:
    std::string bytes_;
};

}  // namespace

std::uint32_t LexiconBuilder::add_lemma(const std::string& lemma, const std::string& key) {
    const auto [place, added] = lemma_by_key_.emplace(lemma + '\t' + key, static_cast<std::uint32_t>(lemmas_.size()));
    if (added) lemmas_.push_back(lemma);
    return place->second;
}

void LexiconBuilder::add(const std::u32string& form, std::uint32_t lemma, const Features& features,
                         std::uint8_t flags) {
    const auto [place, added] =
        feature_index_.emplace(bytes_of(features), static_cast<std::uint32_t>(features_.size()));
    if (added) features_.push_back(features);
    Form& target = forms_[form];
    // A form is flagged "never suggest" only when every reading of it is.
    const auto no_suggest = language::form_flag::no_suggest;
    const bool shy = target.entries.empty() ? (flags & no_suggest) != 0 : (target.flags & flags & no_suggest) != 0;
    target.flags =
        static_cast<std::uint8_t>((target.flags | flags) & ~no_suggest) | (shy ? no_suggest : std::uint8_t{0});
    const std::pair entry{lemma, place->second};
    if (std::find(target.entries.begin(), target.entries.end(), entry) == target.entries.end()) {
        target.entries.push_back(entry);
    }
}

void LexiconBuilder::close_dictionary() {
    for (const auto& [text, form] : forms_) {
        for (const auto& [lemma, number] : form.entries) {
            const Features& features = features_[number];
            dictionary_[{lemmas_[lemma], features.part}] |= features.genders;
        }
    }
}

bool LexiconBuilder::has_lemma(const std::string& lemma, language::PartOfSpeech part, std::uint8_t genders) const {
    const auto found = dictionary_.find({lemma, part});
    return found != dictionary_.end() && (found->second & genders) == genders;
}

void LexiconBuilder::index_lemmas() {
    if (!forms_of_lemma_.empty()) return;
    forms_of_lemma_.resize(lemmas_.size());
    for (auto& [text, form] : forms_) {
        for (const auto& [lemma, features] : form.entries) {
            if (forms_of_lemma_[lemma].empty() || forms_of_lemma_[lemma].back() != &form) {
                forms_of_lemma_[lemma].push_back(&form);
            }
        }
    }
}

void LexiconBuilder::flag_forms(std::uint32_t lemma, std::uint8_t flags, bool everyday) {
    for (Form* form : forms_of_lemma_[lemma]) {
        const bool wanted =
            !everyday || std::any_of(form->entries.begin(), form->entries.end(), [&](const auto& entry) {
                return entry.first == lemma && !is_rare(features_[entry.second]);
            });
        if (wanted) form->flags |= flags;
    }
}

bool LexiconBuilder::flag_lemma(std::string_view lemma, std::uint8_t flags, bool everyday) {
    index_lemmas();
    bool found = false;
    const std::string first = std::string(lemma) + '\t';
    for (auto i = lemma_by_key_.lower_bound(first); i != lemma_by_key_.end() && i->first.starts_with(first); ++i) {
        flag_forms(i->second, flags, everyday);
        found = true;
    }
    if (found) return true;
    const auto form = forms_.find(language::to_code_points(lemma));
    if (form == forms_.end()) return false;
    for (const auto& [number, features] : form->second.entries) flag_forms(number, flags, everyday);
    return true;
}

bool LexiconBuilder::flag_lemmas_beginning(std::string_view beginning, std::uint8_t flags) {
    index_lemmas();
    bool found = false;
    for (auto i = lemma_by_key_.lower_bound(std::string(beginning));
         i != lemma_by_key_.end() && i->first.starts_with(beginning); ++i) {
        flag_forms(i->second, flags, false);
        found = true;
    }
    return found;
}

void LexiconBuilder::write(const std::filesystem::path& file, std::string_view source_hash) const {
    std::set<char32_t> alphabet;
    for (const auto& [text, form] : forms_) alphabet.insert(text.begin(), text.end());
    if (alphabet.size() > 255) throw std::runtime_error("more than 255 different letters in the lexicon");
    const std::vector<std::uint32_t> letters(alphabet.begin(), alphabet.end());

    std::vector<std::basic_string<unsigned char>> words;
    std::vector<std::uint32_t> starts{0};
    std::vector<std::uint32_t> entries;
    std::vector<std::uint8_t> flags;
    std::vector<std::vector<std::uint32_t>> forms_of(lemmas_.size());
    for (const auto& [text, form] : forms_) {
        std::basic_string<unsigned char> word;
        for (const char32_t letter : text) {
            const auto place = std::lower_bound(letters.begin(), letters.end(), static_cast<std::uint32_t>(letter));
            word.push_back(static_cast<unsigned char>(place - letters.begin() + 1));
        }
        const auto number = static_cast<std::uint32_t>(words.size());
        words.push_back(std::move(word));
        for (const auto& [lemma, features] : form.entries) {
            entries.push_back(lemma);
            entries.push_back(features);
            if (forms_of[lemma].empty() || forms_of[lemma].back() != number) forms_of[lemma].push_back(number);
        }
        starts.push_back(static_cast<std::uint32_t>(entries.size() / 2));
        flags.push_back(form.flags);
    }
    const Automaton automaton = build_automaton(words);

    std::vector<char> lemma_text;
    std::vector<std::uint32_t> lemma_start{0};
    std::vector<std::uint32_t> lemma_forms;
    std::vector<std::uint32_t> lemma_first{0};
    for (std::size_t i = 0; i < lemmas_.size(); ++i) {
        lemma_text.insert(lemma_text.end(), lemmas_[i].begin(), lemmas_[i].end());
        lemma_start.push_back(static_cast<std::uint32_t>(lemma_text.size()));
        lemma_forms.insert(lemma_forms.end(), forms_of[i].begin(), forms_of[i].end());
        lemma_first.push_back(static_cast<std::uint32_t>(lemma_forms.size()));
    }

    Writer writer;
    format::LexiconHeader header;
    header.magic = format::magic;
    header.version = format::version;
    header.root = automaton.root;
    std::copy_n(source_hash.begin(), std::min(source_hash.size(), header.source_hash.size()),
                header.source_hash.begin());
    header.letters = writer.add(letters);
    header.arcs = writer.add(automaton.arcs);
    header.starts = writer.add(starts);
    header.entries = writer.add(entries);
    header.flags = writer.add(flags);
    header.features = writer.add(features_);
    header.lemma_text = writer.add(lemma_text);
    header.lemma_start = writer.add(lemma_start);
    header.lemma_forms = writer.add(lemma_forms);
    header.lemma_first = writer.add(lemma_first);
    header.spellings = writer.add(numbered_spellings());
    const std::string bytes = writer.finish(header);

    const std::filesystem::path draft = file.string() + ".new";
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::runtime_error("cannot write " + draft.string());
    std::filesystem::rename(draft, file);
}

}  // namespace relis::dictionaries
