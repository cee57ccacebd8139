#include "comments/comment.h"

#include <algorithm>
#include <array>
#include <span>

#include "comments/shingles.h"
#include "language/utf8.h"

namespace relis::comments {

namespace {

/// The folded form of the Latin letters that French writes with two bytes, by the second byte after 0xC3; 0: another.
constexpr std::string_view folded_letters("aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y",
                                          64);

constexpr std::array<char, 0x80> lower_letters = [] {
    std::array<char, 0x80> letters{};
    for (std::size_t i = 0; i < letters.size(); ++i) {
        letters[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i - 'A' + 'a' : i);
    }
    return letters;
}();

/// As language::fold, without its cost for the letters of French. Gives where the folded form ends, or null where some
/// other letter stands. REQUIRES: room for form.size() bytes at `out`.
char* fold_letters(std::string_view form, char* out) {
    for (std::size_t i = 0; i < form.size(); ++i) {
        const auto byte = static_cast<unsigned char>(form[i]);
        if (byte < 0x80) {
            *out++ = lower_letters[byte];
            continue;
        }
        const auto next = i + 1 < form.size() ? static_cast<unsigned char>(form[i + 1]) : 0U;
        if (byte == 0xC3 && next >= 0x80 && next < 0xC0 && folded_letters[next - 0x80U] != 0) {
            *out++ = folded_letters[next - 0x80U];
        } else if (byte == 0xC5 && (next == 0x92 || next == 0x93)) {
            *out++ = 'o';
            *out++ = 'e';
        } else {
            return nullptr;
        }
        ++i;
    }
    return out;
}

/// Writes the folded form to `out` and gives its end. REQUIRES: room for three times form.size() bytes.
char* append_folded(char* out, std::string_view form) {
    if (char* const end = fold_letters(form, out); end != nullptr) return end;
    const std::string folded = language::fold(form);
    return std::copy(folded.begin(), folded.end(), out);
}

bool is_invisible(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || c == 0x180E ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
           c == 0x3000 || c == 0xFEFF;
}

}  // namespace

Comment::Comment(std::string_view utf8) : text_(language::tokenize(utf8)) {
    const std::vector<language::Token>& tokens = text_.tokens();
    // Folding makes nothing longer but the odd letter that is no letter of French.
    std::size_t room = 0;
    for (const language::Token& token : tokens) room += 3 * token.form.size();
    letters_.resize(room);
    char* end = letters_.data();
    folded_.reserve(tokens.size());
    for (const language::Token& token : tokens) {
        char* const begin = end;
        end = append_folded(begin, token.form);
        folded_.emplace_back(begin, static_cast<std::size_t>(end - begin));
    }
}

Comment::Comment(std::string_view utf8, const WordBook& book) : text_(language::tokenize(utf8)), book_(&book) {
    using language::TokenKind;
    const std::vector<language::Token>& tokens = text_.tokens();
    folded_.resize(tokens.size());
    words_.resize(tokens.size());
    std::size_t room = 0;
    std::array<std::string_view, WordBook::at_once> forms;
    std::array<const Word*, WordBook::at_once> read{};
    std::array<std::size_t, WordBook::at_once> places{};
    std::size_t count = 0;
    const auto read_forms = [&] {
        book.read(std::span(forms).first(count), std::span(read).first(count), own_);
        for (std::size_t k = 0; k < count; ++k) {
            words_[places[k]] = read[k];
            folded_[places[k]] = read[k]->folded;
        }
        count = 0;
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const TokenKind kind = tokens[i].kind;
        if (kind == TokenKind::word || kind == TokenKind::elided || kind == TokenKind::enclitic) {
            places[count] = i;
            forms[count++] = tokens[i].form;
            if (count == forms.size()) read_forms();
        } else {
            room += 3 * tokens[i].form.size();
        }
    }
    read_forms();
    letters_.resize(room);
    char* end = letters_.data();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (words_[i] != nullptr) continue;
        char* const begin = end;
        end = append_folded(begin, tokens[i].form);
        folded_[i] = {begin, static_cast<std::size_t>(end - begin)};
    }
}

std::uint64_t Comment::hash(std::size_t index) const {
    return book_ != nullptr && words_[index] != nullptr ? words_[index]->hash : stable_hash(folded_[index]);
}

std::string fold_quickly(std::string_view utf8) {
    std::string folded(utf8.size() + 1, '\0');
    if (const char* const end = fold_letters(utf8, folded.data()); end != nullptr) {
        folded.resize(static_cast<std::size_t>(end - folded.data()));
        return folded;
    }
    return language::fold(utf8);
}

std::string Comment::skeleton(std::size_t limit) const {
    std::string result;
    for (std::size_t i = 0; i < tokens().size() && result.size() < limit; ++i) {
        if (!is_content(tokens()[i])) continue;
        if (!result.empty()) result.push_back(' ');
        result += folded(i);
    }
    return result;
}

std::string Comment::quote(std::size_t first, std::size_t last, std::size_t limit) const {
    std::string result;
    if (first >= last || last > tokens().size()) return result;
    constexpr std::size_t usual = 120;
    result.reserve(std::min(usual, 2 * limit));
    std::size_t points = 0;
    for (std::size_t i = first; i < last; ++i) {
        const language::Token& token = tokens()[i];
        const std::size_t length = token.end - token.start + (i > first && token.space_before ? 1U : 0U);
        if (points + length > limit) return result + "…";
        if (i > first && token.space_before) result.push_back(' ');
        result += token.original;
        points += length;
    }
    return result;
}

bool wants_words(const Question& question, const Answer* answer) {
    return (question.type == QuestionType::text && question.required) || wants_comment(question, answer);
}

bool wants_comment(const Question& question, const Answer* answer) {
    if (question.comment == CommentPolicy::required) return true;
    return question.comment == CommentPolicy::if_negative && answer != nullptr && answer->value &&
           question.is_negative(*answer->value);
}

bool is_blank(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        if (!is_invisible(language::decode(utf8, i))) return false;
    }
    return true;
}

}  // namespace relis::comments
