#include "language/reading.h"

#include <algorithm>

#include "characters.h"
#include "language/utf8.h"

namespace relis::language {
namespace {

/// Bytes of what stands before the pronoun of an enclitic: 3 of "-t-il", 1 of "-vous".
std::size_t enclitic_marks(std::string_view form) {
    std::size_t marks = std::min(form.find_first_not_of('-'), form.size());
    const std::string_view rest = form.substr(marks);
    if (rest.starts_with("t-") || rest.starts_with("T-")) marks += 2;
    return marks;
}

bool begins_with_capital(std::string_view form) {
    std::size_t i = 0;
    return !form.empty() && is_capital(decode(form, i));
}

void append_lower(std::vector<char>& letters, std::string_view form) {
    const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(form.begin(), form.end(), is_plain)) {
        for (const char c : form) letters.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
        return;
    }
    std::string lowered;
    for (std::size_t i = 0; i < form.size();) append(lowered, to_lower(decode(form, i)));
    letters.insert(letters.end(), lowered.begin(), lowered.end());
}

}  // namespace

Reading::Reading(const Lexicon& lexicon, const Text& text) : lexicon_(&lexicon), text_(&text) {
    read_all(nullptr);
}

Reading::Reading(const Lexicon& lexicon, const Text& text, FormMemory& memory) : lexicon_(&lexicon), text_(&text) {
    read_all(&memory);
}

void Reading::read_all(FormMemory* memory) {
    const std::vector<Token>& tokens = text_->tokens();
    words_.resize(tokens.size());
    letters_.reserve(text_->source().size() + 16);
    constexpr std::size_t ahead = 6;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (memory != nullptr && i + ahead < tokens.size()) memory->fetch(tokens[i + ahead].form);
        read(tokens[i], words_[i], memory);
    }
}

void Reading::read(const Token& token, Word& word, FormMemory* memory) {
    word.start = static_cast<std::uint32_t>(letters_.size());
    if (token.letter_case == LetterCase::lower || token.letter_case == LetterCase::none) {
        letters_.insert(letters_.end(), token.form.begin(), token.form.end());
    } else {
        append_lower(letters_, token.form);
    }
    word.size = static_cast<std::uint32_t>(letters_.size() - word.start);
    switch (token.kind) {
        case TokenKind::enclitic:
            word.marks = static_cast<std::uint8_t>(enclitic_marks(token.form));
            break;
        case TokenKind::word:
        case TokenKind::elided:
        case TokenKind::abbreviation:
            break;
        default:
            return;
    }
    look_up(token, word, memory);
}

void Reading::look_up(const Token& token, Word& word, FormMemory* memory) {
    const std::string_view written = token.form.substr(word.marks);
    const std::string_view lowered = std::string_view(letters_.data() + word.start, word.size).substr(word.marks);
    const auto number_of = [&](std::string_view form) {
        return memory != nullptr ? memory->find(form) : lexicon_->find(form).value_or(no_form_id);
    };
    word.exact = number_of(written);
    word.common = written == lowered ? word.exact : number_of(lowered);
    if (word.exact == no_form_id && token.letter_case != LetterCase::lower) {
        const bool one_capital = token.letter_case == LetterCase::initial_capital && begins_with_capital(written);
        word.any_case =
            one_capital && word.common != no_form_id && (lexicon_->flags(word.common) & form_flag::unit) == 0
                ? word.common  // the first that would be looked for
                : lexicon_->find_in_any_case(written).value_or(no_form_id);
    }
    // An abbreviation is known by its full stop.
    if (token.kind == TokenKind::abbreviation) return;
    word.read_as = word.exact;
    if (token.letter_case == LetterCase::initial_capital && (word.exact == no_form_id || token.first_of_sentence) &&
        word.common != word.exact) {
        (word.exact == no_form_id ? word.read_as : word.also_read_as) = word.common;
    }
    if (word.read_as == no_form_id) word.read_as = word.any_case;
    word.known = word.read_as != no_form_id || lexicon_->knows(written);
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
    if ((flags(index) & form_flag::aspirated) != 0) return false;
    const std::string_view form = lower(index);
    if (form.empty()) return false;
    if (const std::size_t hyphen = form.find('-'); form.front() == 'h' && hyphen != std::string_view::npos) {
        const auto part = lexicon_->find(form.substr(0, hyphen));  // halte-garderie goes by halte
        if (part && (lexicon_->flags(*part) & form_flag::aspirated) != 0) return false;
    }
    std::size_t i = 0;
    const char32_t first = base_letter(decode(form, i));
    if (first == U'y') {
        // Only the pronoun and a few words elide before y: l'y, d'y, l'yeuse.
        return form == "y" || form == "yeux" || form == "ypérite";
    }
    return std::u32string_view(U"aeiouœæh").find(first) != std::string_view::npos;
}

}  // namespace relis::language
