#include "reading.h"

#include <algorithm>

#include "characters.h"
#include "language/utf8.h"

namespace relis::language {

Reading::Reading(const Lexicon& lexicon, const Text& text) : lexicon_(lexicon), text_(text) {
    const std::vector<Token>& tokens = text.tokens();
    words_.resize(tokens.size());
    analyses_.reserve(tokens.size() * 3);
    lowered_.reserve(text.source().size() + 16);
    for (std::size_t i = 0; i < tokens.size(); ++i) read(tokens[i], words_[i]);
}

void Reading::read(const Token& token, Word& word) {
    word.first = word.last = static_cast<std::uint32_t>(analyses_.size());
    word.lower_start = static_cast<std::uint32_t>(lowered_.size());
    const bool is_word =
        token.kind == TokenKind::word || token.kind == TokenKind::elided || token.kind == TokenKind::enclitic;
    std::string_view form = token.form;
    if (token.kind == TokenKind::enclitic) {
        form.remove_prefix(std::min(form.find_first_not_of('-'), form.size()));
        if (form.starts_with("t-") || form.starts_with("T-")) form.remove_prefix(2);
    }
    if (token.letter_case == LetterCase::lower || token.letter_case == LetterCase::none) {
        lowered_.append(form);
    } else {
        for (std::size_t i = 0; i < form.size();) append(lowered_, to_lower(decode(form, i)));
    }
    word.lower_size = static_cast<std::uint32_t>(lowered_.size() - word.lower_start);
    if (!is_word) return;
    if (const auto exact = lexicon_.find(form)) add(*exact, word);
    const bool maybe_common = token.letter_case == LetterCase::initial_capital && token.first_of_sentence;
    if (!word.known || maybe_common) {
        const std::string_view low = std::string_view(lowered_).substr(word.lower_start, word.lower_size);
        if (token.letter_case == LetterCase::initial_capital && low != form) {
            if (const auto common = lexicon_.find(low)) add(*common, word);
        }
    }
    if (!word.known && token.letter_case != LetterCase::lower) {
        if (const auto other = lexicon_.find_in_any_case(form)) add(*other, word);
    }
    if (!word.known) word.known = lexicon_.knows(form);
}

void Reading::add(FormId form, Word& word) {
    for (const Analysis analysis : lexicon_.analyses(form)) analyses_.push_back(analysis);
    word.last = static_cast<std::uint32_t>(analyses_.size());
    word.flags |= lexicon_.flags(form);
    word.known = true;
}

bool Reading::any(std::size_t index, PartOfSpeech part) const {
    const auto all = analyses(index);
    return std::any_of(all.begin(), all.end(), [&](const Analysis& a) { return a.features.part == part; });
}

bool Reading::only(std::size_t index, PartOfSpeech part) const {
    const auto all = analyses(index);
    return !all.empty() &&
           std::all_of(all.begin(), all.end(), [&](const Analysis& a) { return a.features.part == part; });
}

bool Reading::any_tense(std::size_t index, std::uint16_t tenses) const {
    const auto all = analyses(index);
    return std::any_of(all.begin(), all.end(), [&](const Analysis& a) { return a.features.has_tense(tenses); });
}

bool Reading::calls_for_elision(std::size_t index) const {
    if ((words_[index].flags & form_flag::aspirated) != 0) return false;
    const std::string_view form = lower(index);
    if (form.empty()) return false;
    if (const std::size_t hyphen = form.find('-'); form.front() == 'h' && hyphen != std::string_view::npos) {
        const auto part = lexicon_.find(form.substr(0, hyphen));  // halte-garderie goes by halte
        if (part && (lexicon_.flags(*part) & form_flag::aspirated) != 0) return false;
    }
    std::size_t i = 0;
    const char32_t first = base_letter(decode(form, i));
    if (first == U'y') {
        // Only the pronoun and a few words elide before y: l'y, d'y, l'yeuse.
        return form == "y" || form == "yeux" || form == "ypérite";
    }
    return std::u32string_view(U"aeiouœæh").find(first) != std::u32string_view::npos;
}

}  // namespace relis::language
