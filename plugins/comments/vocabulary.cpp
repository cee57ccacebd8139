#include "vocabulary.h"

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>

#include "comments/facts.h"
#include "comments/shingles.h"
#include "word_lines.h"

namespace relis::comments {

using language::PartOfSpeech;
using language::TokenKind;
namespace wc = word_class;

namespace {

constexpr std::uint64_t hash_start = 0xCBF29CE484222325ULL;
constexpr std::size_t initial_slots = 1U << 15U;

std::uint64_t extend(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
}

/// Hash of a word, and of it without its last one and two letters: FNV gives the prefixes on the way.
struct Hashes {
    std::uint64_t whole = hash_start, less_one = hash_start, less_two = hash_start;
};

Hashes hashes_of(std::string_view word) {
    Hashes hashes;
    for (const char c : word) {
        hashes.less_two = hashes.less_one;
        hashes.less_one = hashes.whole;
        hashes.whole = extend(hashes.whole, c);
    }
    return hashes;
}

bool ends_plural(std::string_view word) {
    return word.size() > 3 && (word.back() == 's' || word.back() == 'x');
}

/// Without a final s, x, e or es.
std::uint64_t stem_of(std::string_view word, const Hashes& hashes) {
    if (word.size() > 4 && word.ends_with("es")) return hashes.less_two;
    if (word.size() > 3 && (word.back() == 's' || word.back() == 'x' || word.back() == 'e')) return hashes.less_one;
    return hashes.whole;
}

constexpr std::string_view theme_folder = "themes/";

const std::vector<const WordFile*>& theme_files() {
    static const std::vector<const WordFile*> themes = [] {
        std::vector<const WordFile*> found;
        for (const WordFile& file : word_files()) {
            if (file.name.starts_with(theme_folder)) found.push_back(&file);
        }
        return found;
    }();
    return themes;
}

}  // namespace

std::vector<std::string_view> listed_words(Classes classes) {
    std::vector<std::string_view> words;
    for (const wc::File& file : wc::files) {
        if ((file.classes & classes) == 0) continue;
        for_each_line(word_file("words/" + std::string(file.name)), [&](std::string_view line) {
            for_each_word(line, [&](std::string_view word) { words.push_back(word); });
        });
    }
    return words;
}

std::size_t theme_count() {
    return theme_files().size();
}

std::string_view theme_name(std::size_t theme) {
    const std::string_view text = theme_files().at(theme)->text;  // its first line is « # name »
    return text.substr(2, text.find('\n') - 2);
}

std::uint32_t theme(std::string_view file) {
    const std::vector<const WordFile*>& files = theme_files();
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i]->name.substr(theme_folder.size()) == file) return std::uint32_t{1} << i;
    }
    throw std::logic_error("no theme " + std::string(file));
}

Vocabulary::Vocabulary(const language::Lexicon& lexicon)
    : lexicon_(lexicon), slots_(initial_slots), by_lemma_(lexicon.lemma_count()) {
    for (const wc::File& file : wc::files) add_words(file, word_file("words/" + std::string(file.name)));
    const std::vector<const WordFile*>& themes = theme_files();
    if (themes.size() > 64 - wc::first_theme) throw std::logic_error("more themes than there are bits for them");
    for (std::size_t i = 0; i < themes.size(); ++i) {
        add_words({themes[i]->name, wc::bit(wc::first_theme + static_cast<unsigned>(i)), wc::Lookup::any},
                  themes[i]->text);
    }
    add_phrases(word_file("phrases/vague"), Phrase::Effect::vague);
    add_phrases(word_file("phrases/general"), Phrase::Effect::general);
    add_phrases(word_file("phrases/outside"), Phrase::Effect::outside);
    // Little words, half of any text, are read once and for all.
    for (const wc::File& file : wc::files) {
        if ((file.classes & (wc::subject | wc::auxiliary | wc::glue)) == 0) continue;
        for_each_line(word_file("words/" + std::string(file.name)), [&](std::string_view line) {
            for_each_word(line, [&](std::string_view word) {
                const std::string folded = language::fold(word);
                Slot& found = slot(hashes_of(folded).whole);
                if (found.closed == 0) {
                    closed_.emplace_back();
                    found.closed = static_cast<std::uint32_t>(closed_.size());
                }
                TokenReading& reading = closed_[found.closed - 1];
                if (const auto form = lexicon_.find(word)) add_analyses(reading, *form);
                reading.function_word = reading.known = true;
            });
        });
    }
}

Vocabulary::Slot& Vocabulary::slot(std::uint64_t hash) {
    if (used_ * 2 > slots_.size()) {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        used_ = 0;
        for (const Slot& one : old) {
            if (one.key != 0) slot(one.key) = one;
        }
    }
    for (std::size_t at = hash;; ++at) {
        Slot& found = slots_[at & (slots_.size() - 1)];
        if (found.key == hash) return found;
        if (found.key == 0) {
            found.key = hash;
            ++used_;
            return found;
        }
    }
}

const Vocabulary::Slot* Vocabulary::find(std::uint64_t hash) const {
    for (std::size_t at = hash;; ++at) {
        const Slot& found = slots_[at & (slots_.size() - 1)];
        if (found.key == hash) return &found;
        if (found.key == 0) return nullptr;
    }
}

void Vocabulary::add_words(const wc::File& file, std::string_view words) {
    const auto add_lemmas = [&](std::string_view word, std::initializer_list<PartOfSpeech> parts) {
        bool any = false;
        for (const PartOfSpeech part : parts) {
            for (const language::LemmaId lemma : lexicon_.lemmas(word, part)) {
                by_lemma_[lemma] |= file.classes;
                any = true;
            }
        }
        return any;
    };
    for_each_line(words, [&](std::string_view line) {
        for_each_word(line, [&](std::string_view word) {
            const std::uint64_t hash = hashes_of(language::fold(word)).whole;
            switch (file.lookup) {
                case wc::Lookup::verbs:
                    add_lemmas(word, {PartOfSpeech::verb});
                    break;
                case wc::Lookup::form:
                    slot(hash).always |= file.classes;
                    break;
                case wc::Lookup::any:
                    add_lemmas(word, {PartOfSpeech::verb});
                    [[fallthrough]];
                case wc::Lookup::nouns: {
                    // A plural that stands in the list (toilettes) is no lemma: only its form is meant
                    const bool lemma =
                        add_lemmas(word, {PartOfSpeech::noun, PartOfSpeech::adjective, PartOfSpeech::adverb});
                    Slot& form = slot(hash);
                    form.unknown |= file.classes;
                    if (!lemma) form.always |= file.classes;
                }
            }
        });
    });
}

void Vocabulary::add_phrases(std::string_view lines, Phrase::Effect effect) {
    for_each_line(lines, [&](std::string_view line) {
        Phrase phrase;
        phrase.effect = effect;
        for_each_word(line, [&](std::string_view word) { phrase.words.push_back(hashes_of(word).whole); });
        if (phrase.words.size() > 1) phrase.second = phrase.words[1];
        slot(phrase.words.front()).always |= wc::opens_phrase;
        phrases_[phrase.words.front()].push_back(std::move(phrase));
    });
}

const std::vector<Phrase>* Vocabulary::phrases(std::uint64_t first_word) const {
    const auto found = phrases_.find(first_word);
    return found == phrases_.end() ? nullptr : &found->second;
}

Classes Vocabulary::listed(std::string_view folded) const {
    const Hashes hashes = hashes_of(folded);
    const Slot* found = find(hashes.whole);
    if (found == nullptr && ends_plural(folded)) found = find(hashes.less_one);
    return found == nullptr ? 0 : found->always | found->unknown;
}

void Vocabulary::add_analyses(TokenReading& reading, language::FormId form) const {
    namespace tense = language::tense;
    reading.known = true;
    bool other = false;
    for (const language::Analysis analysis : lexicon_.analyses(form)) {
        const language::Features& features = analysis.features;
        const Classes classes = by_lemma_[analysis.lemma];
        if (features.is(PartOfSpeech::verb)) {
            reading.verb = true;
            reading.verb_lemma = analysis.lemma;
            reading.verb_classes |= classes;
            reading.finite |= features.has_tense(tense::personal);
            reading.past |= features.has_tense(tense::imperfect | tense::past_historic);
            reading.to_come &= !features.has_tense(static_cast<std::uint16_t>(~(tense::future | tense::conditional)));
            reading.past_participle |= features.has_tense(tense::past_participle);
            reading.present_participle |= features.has_tense(tense::present_participle);
            reading.with_etre |= (features.verb & language::verb::auxiliary_etre) != 0;
            reading.infinitive |= features.has_tense(tense::infinitive);
            continue;
        }
        other = true;
        reading.classes |= classes;
        switch (features.part) {
            case PartOfSpeech::noun:
                reading.noun = true;
                reading.noun_lemma = analysis.lemma;
                break;
            case PartOfSpeech::adjective:
                reading.adjective = true;
                break;
            case PartOfSpeech::proper_noun:
            case PartOfSpeech::title:
                break;
            case PartOfSpeech::adverb:
                reading.adverb = true;
                [[fallthrough]];
            default:
                reading.function_word = true;
        }
        reading.first_name |= features.has_role(language::role::first_name);
    }
    reading.only_verb = reading.verb && !other;
}

TokenReading Vocabulary::read(const language::Token& token, std::string_view folded) const {
    if (token.kind != TokenKind::word && token.kind != TokenKind::elided)
        return read_other(token.kind, hashes_of(folded).whole);
    const Slot* const slot = find(hashes_of(folded).whole);
    // Little words need no lexicon
    const bool closed = slot != nullptr && slot->closed != 0;
    return read_word(folded, closed ? std::nullopt : lexicon_.find_in_any_case(token.form));
}

TokenReading Vocabulary::read_other(TokenKind kind, std::uint64_t hash) {
    TokenReading reading;
    reading.figure =
        kind == TokenKind::number || kind == TokenKind::hour || kind == TokenKind::amount || kind == TokenKind::mixed;
    reading.hash = reading.stem = hash;
    return reading;
}

TokenReading Vocabulary::read_word(std::string_view folded, std::optional<language::FormId> form) const {
    TokenReading reading;
    const Hashes hashes = hashes_of(folded);
    const Slot* slot = find(hashes.whole);
    if (slot != nullptr && slot->closed != 0) {
        reading = closed_[slot->closed - 1];
        reading.classes |= slot->always;
        reading.hash = reading.stem = hashes.whole;
        if ((reading.classes & wc::opens_phrase) != 0) reading.phrases = phrases(hashes.whole);
        return reading;
    }
    reading.hash = hashes.whole;
    reading.stem = stem_of(folded, hashes);
    if (slot != nullptr) reading.classes = slot->always;
    if ((reading.classes & wc::opens_phrase) != 0) reading.phrases = phrases(hashes.whole);
    if (form) {
        add_analyses(reading, *form);
        return reading;
    }
    if (slot == nullptr && ends_plural(folded)) slot = find(hashes.less_one);
    if (slot != nullptr) reading.classes |= slot->unknown | slot->always;
    return reading;
}

}  // namespace relis::comments
