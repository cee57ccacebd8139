#include "comments/comment.h"

#include <algorithm>

#include "language/utf8.h"

namespace relis::comments {

namespace {

/// The folded form of the Latin letters that French writes with two bytes, by the second byte after 0xC3; 0: another.
constexpr std::string_view folded_letters("aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0ouuuuy\0y",
                                          64);

/// As language::fold, without its cost for the letters of French.
void append_folded(std::string& out, std::string_view form) {
    const std::size_t start = out.size();
    for (std::size_t i = 0; i < form.size(); ++i) {
        const auto byte = static_cast<unsigned char>(form[i]);
        if (byte < 0x80) {
            out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : form[i]);
            continue;
        }
        const auto next = i + 1 < form.size() ? static_cast<unsigned char>(form[i + 1]) : 0U;
        if (byte == 0xC3 && next >= 0x80 && next < 0xC0 && folded_letters[next - 0x80U] != 0) {
            out.push_back(folded_letters[next - 0x80U]);
        } else if (byte == 0xC5 && (next == 0x92 || next == 0x93)) {
            out += "oe";
        } else {
            out.resize(start);
            out += language::fold(form);
            return;
        }
        ++i;
    }
}

bool is_invisible(char32_t c) {
    return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0xAD || c == 0x1680 || c == 0x180E ||
           (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
           c == 0x3000 || c == 0xFEFF;
}

}  // namespace

Comment::Comment(std::string_view utf8) : text_(language::tokenize(utf8)) {
    folded_.reserve(utf8.size());
    starts_.reserve(text_.tokens().size() + 1);
    for (const language::Token& token : text_.tokens()) {
        starts_.push_back(static_cast<std::uint32_t>(folded_.size()));
        append_folded(folded_, token.form);
    }
    starts_.push_back(static_cast<std::uint32_t>(folded_.size()));
}

std::string fold_quickly(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    while (!utf8.empty()) {
        const std::size_t end = std::min(utf8.find(' '), utf8.size());
        append_folded(folded, utf8.substr(0, end));
        if (end == utf8.size()) break;
        folded.push_back(' ');
        utf8.remove_prefix(end + 1);
    }
    return folded;
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

bool is_content(const language::Token& token) {
    using language::TokenKind;
    return token.kind != TokenKind::punctuation && token.kind != TokenKind::symbol && token.kind != TokenKind::emoticon;
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
