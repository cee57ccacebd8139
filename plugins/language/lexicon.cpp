#include "language/lexicon.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "automaton_view.h"
#include "characters.h"
#include "language/lexicon_format.h"
#include "language/text.h"
#include "language/utf8.h"
#include "mapped_file.h"
#include "suggester.h"

namespace relis::language {

struct Lexicon::Impl {
    explicit Impl(const std::filesystem::path& path) : file(path) {}

    MappedFile file;
    format::LexiconHeader header;
    AutomatonView automaton;
    std::span<const std::uint32_t> starts, entries, lemma_start, lemma_forms, lemma_first, spellings;
    std::span<const std::uint8_t> flags;
    std::span<const Features> features;
    std::span<const char> lemma_text;
};

namespace {

template <class T>
std::span<const T> section(std::span<const std::byte> file, const format::Section& place) {
    if (place.offset % alignof(T) != 0 || place.offset > file.size() ||
        place.count > (file.size() - place.offset) / sizeof(T)) {
        throw std::runtime_error("is damaged");
    }
    return {reinterpret_cast<const T*>(file.data() + place.offset), static_cast<std::size_t>(place.count)};
}

void map_sections(std::span<const std::byte> bytes, format::LexiconHeader& header, AutomatonView& automaton,
                  std::span<const std::uint32_t>& starts, std::span<const std::uint32_t>& entries) {
    if (bytes.size() < sizeof header) throw std::runtime_error("is truncated");
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != format::magic) throw std::runtime_error("is not a lexicon");
    if (header.version != format::version) {
        throw std::runtime_error("has format " + std::to_string(header.version) + ", this program reads format " +
                                 std::to_string(format::version));
    }
    if (header.file_size != bytes.size()) throw std::runtime_error("is truncated");
    const auto arcs = section<format::Arc>(bytes, header.arcs);
    if (header.root >= arcs.size()) throw std::runtime_error("is damaged");
    automaton = AutomatonView(section<std::uint32_t>(bytes, header.letters), arcs, header.root);
    starts = section<std::uint32_t>(bytes, header.starts);
    entries = section<std::uint32_t>(bytes, header.entries);
}

bool accepts_compound(const Lexicon& lexicon, std::string_view form) {
    // Hunspell's BREAK rule of this dictionary: a compound is right when every part is.
    if (form.find('-') == std::string_view::npos) return false;
    while (!form.empty()) {
        const std::size_t hyphen = std::min(form.find('-'), form.size());
        const std::string_view part = form.substr(0, hyphen);
        if (!part.empty() && !lexicon.find_in_any_case(part)) return false;
        form.remove_prefix(std::min(hyphen + 1, form.size()));
    }
    return true;
}

}  // namespace

bool Analyses::any(PartOfSpeech part) const {
    return std::any_of(begin(), end(), [&](const Analysis& analysis) { return analysis.features.part == part; });
}

Lexicon::Lexicon(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Lexicon::~Lexicon() = default;

std::shared_ptr<const Lexicon> Lexicon::open(const std::filesystem::path& file) {
    auto impl = std::make_unique<Impl>(file);
    try {
        const std::span<const std::byte> bytes = impl->file.bytes();
        map_sections(bytes, impl->header, impl->automaton, impl->starts, impl->entries);
        const format::LexiconHeader& header = impl->header;
        impl->flags = section<std::uint8_t>(bytes, header.flags);
        impl->features = section<Features>(bytes, header.features);
        impl->lemma_text = section<char>(bytes, header.lemma_text);
        impl->lemma_start = section<std::uint32_t>(bytes, header.lemma_start);
        impl->lemma_forms = section<std::uint32_t>(bytes, header.lemma_forms);
        impl->lemma_first = section<std::uint32_t>(bytes, header.lemma_first);
        impl->spellings = section<std::uint32_t>(bytes, header.spellings);
        if (impl->starts.size() != impl->flags.size() + 1 || impl->lemma_start.size() != impl->lemma_first.size() ||
            impl->lemma_start.empty()) {
            throw std::runtime_error("is damaged");
        }
    } catch (const std::runtime_error& error) {
        throw std::runtime_error("the lexicon " + file.string() + " " + error.what() +
                                 ": build or install Relis again");
    }
    return std::shared_ptr<const Lexicon>(new Lexicon(std::move(impl)));
}

std::optional<FormId> Lexicon::find(std::string_view form) const {
    return impl_->automaton.find(form);
}

std::optional<FormId> Lexicon::find_in_any_case(std::string_view form) const {
    if (const auto exact = find(form)) return exact;
    std::u32string letters = to_code_points(form);
    std::size_t capitals = 0;
    for (const char32_t letter : letters) capitals += to_lower(letter) != letter ? 1U : 0U;
    if (capitals == 0) return std::nullopt;
    const bool first_is_capital = to_lower(letters.front()) != letters.front();
    if (capitals == 1 && first_is_capital) {
        letters.front() = to_lower(letters.front());
    } else {
        for (const char32_t letter : letters) {
            if (to_upper(letter) != letter) return std::nullopt;  // BonJour
        }
        for (char32_t& letter : letters) letter = to_lower(letter);
    }
    const auto acceptable = [&](const std::u32string& candidate) -> std::optional<FormId> {
        const auto found = find(to_utf8(candidate));
        if (found && (flags(*found) & form_flag::unit) != 0) return std::nullopt;
        return found;
    };
    if (const auto common = acceptable(letters)) return common;
    // A name in capitals: SAINT-DENIS, then TREMBLAY.
    bool start = true;
    for (char32_t& letter : letters) {
        if (start) letter = to_upper(letter);
        start = letter == U'-' || letter == U'\'';
    }
    if (const auto name = acceptable(letters)) return name;
    return std::nullopt;
}

Analyses Lexicon::lookup(std::string_view form) const {
    const auto found = find(form);
    return found ? analyses(*found) : Analyses{};
}

Analyses Lexicon::analyses(FormId form) const {
    const std::uint32_t* entries = impl_->entries.data();
    return {entries + std::size_t{impl_->starts[form]} * 2, entries + std::size_t{impl_->starts[form + 1]} * 2,
            impl_->features.data()};
}

bool Lexicon::knows(std::string_view form) const {
    return find_in_any_case(form).has_value() || accepts_compound(*this, form);
}

std::uint8_t Lexicon::flags(FormId form) const {
    return impl_->flags[form];
}

std::optional<FormId> Lexicon::other_spelling(FormId form) const {
    if ((flags(form) & (form_flag::classic | form_flag::reformed)) == 0) return std::nullopt;
    const std::uint32_t* pairs = impl_->spellings.data();
    std::size_t first = 0;
    std::size_t last = impl_->spellings.size() / 2;
    while (first < last) {
        const std::size_t middle = first + (last - first) / 2;
        if (pairs[2 * middle] == form) return pairs[2 * middle + 1];
        if (pairs[2 * middle] < form) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return std::nullopt;
}

std::string Lexicon::spell(FormId form) const {
    return impl_->automaton.spell(form);
}

std::string_view Lexicon::lemma(LemmaId lemma) const {
    const std::uint32_t first = impl_->lemma_start[lemma];
    return {impl_->lemma_text.data() + first, impl_->lemma_start[lemma + 1] - first};
}

std::vector<InflectedForm> Lexicon::forms_of(LemmaId lemma) const {
    std::vector<InflectedForm> forms;
    for (std::uint32_t i = impl_->lemma_first[lemma]; i < impl_->lemma_first[lemma + 1]; ++i) {
        const FormId form = impl_->lemma_forms[i];
        for (const Analysis& analysis : analyses(form)) {
            if (analysis.lemma == lemma) forms.push_back({spell(form), analysis.features});
        }
    }
    return forms;
}

std::vector<LemmaId> Lexicon::lemmas(std::string_view wanted, PartOfSpeech part) const {
    std::vector<LemmaId> result;
    for (const Analysis& analysis : lookup(wanted)) {
        const bool known = std::find(result.begin(), result.end(), analysis.lemma) != result.end();
        if (analysis.features.part == part && lemma(analysis.lemma) == wanted && !known)
            result.push_back(analysis.lemma);
    }
    return result;
}

std::vector<Suggestion> Lexicon::suggest(std::string_view word, std::size_t limit, double within) const {
    return Suggester(*this, impl_->automaton).suggest(word, limit, within);
}

std::size_t Lexicon::form_count() const {
    return impl_->flags.size();
}
std::size_t Lexicon::lemma_count() const {
    return impl_->lemma_start.size() - 1;
}

std::string_view Lexicon::version() const {
    return {impl_->header.source_hash.data(), impl_->header.source_hash.size()};
}

}  // namespace relis::language
