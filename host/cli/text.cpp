#include "text.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace relis::cli {

namespace {

constexpr UChar32 replacement = 0xFFFD;

/// The code point at `at`, which moves past it.
UChar32 next_character(std::string_view text, std::size_t& at) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, at, text.size(), character);
    return character;
}

void append(std::string& text, UChar32 character) {
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, character);
    text.append(bytes, length);
}

UChar32 visible(UChar32 character) {
    if (character < 0x20) return 0x2400 + character;  // Control Pictures
    if (character == 0x7F) return 0x2421;
    if (character < 0x80) return character;
    if (character < 0xA0) return replacement;
    const bool direction = character == 0x061C || character == 0x200E || character == 0x200F ||
                           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    return direction || u_charType(character) == U_CONTROL_CHAR ? replacement : character;
}

std::size_t columns_of(UChar32 character) {
    if (character < 0x300) return character == 0xAD ? 0 : 1;
    switch (u_charType(character)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return 0;
        default:
            break;
    }
    const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Whether French keeps these two words on one line: « and what it opens, and the signs that a space stands before.
bool belong_together(std::string_view word, std::string_view rest) {
    if (word.ends_with("«") || word == "–" || word == "→") return true;
    constexpr std::array<std::string_view, 7> signs{"»", "?", "!", ":", ";", "%", "→"};
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return rest.starts_with(sign); });
}

/// Takes the next words that may not be parted from the front of `rest`.
std::string_view take_words(std::string_view& rest) {
    std::size_t end = std::min(rest.find(' '), rest.size());
    while (end < rest.size() && end > 0 && belong_together(rest.substr(0, end), rest.substr(end + 1)))
        end = std::min(rest.find(' ', end + 1), rest.size());
    const std::string_view words = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    return words;
}

void wrap_paragraph(std::string_view paragraph, std::size_t columns, std::vector<std::string>& lines) {
    std::string line;
    std::size_t used = 0;
    while (!paragraph.empty()) {
        const std::string_view word = take_words(paragraph);
        if (word.empty()) continue;
        const std::size_t width = display_width(word);
        if (!line.empty() && used + 1 + width > columns) {
            lines.push_back(std::move(line));
            line.clear();
            used = 0;
        }
        if (!line.empty()) {
            line += ' ';
            ++used;
        }
        line += word;
        used += width;
    }
    lines.push_back(std::move(line));
}

}  // namespace

std::string printable(std::string_view text, bool keep_line_breaks) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const UChar32 character = next_character(text, at);
        if (character == '\n' && keep_line_breaks) {
            result += '\n';
        } else if (character == '\r' && at < text.size() && text[at] == '\n') {
            continue;
        } else if (character == '\n' || character == '\t' || character == '\r' || character == 0x2028 ||
                   character == 0x2029) {
            result += ' ';
        } else {
            append(result, visible(character));
        }
    }
    return result;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) width += columns_of(next_character(text, at));
    return width;
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (display_width(text) <= columns) return std::string(text);
    if (columns == 0) return {};
    std::size_t width = 0, end = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += columns_of(next_character(text, at));
        if (width > columns - 1) break;
        end = at;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string(text.substr(0, end)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        wrap_paragraph(text.substr(start, end - start), columns, lines);
        start = end + 1;
    }
    return lines;
}

Excerpt beginning(std::string_view text, std::size_t most) {
    std::size_t at = 0, seen = 0;
    for (; at < text.size() && seen < most; ++seen) next_character(text, at);
    Excerpt result{std::string(text.substr(0, at)), 0};
    for (; at < text.size(); ++result.left_out) next_character(text, at);
    return result;
}

std::string slice(std::string_view text, std::size_t start, std::size_t end) {
    std::size_t at = 0, seen = 0;
    for (; at < text.size() && seen < start; ++seen) next_character(text, at);
    const std::size_t from = at;
    for (; at < text.size() && seen < end; ++seen) next_character(text, at);
    return std::string(text.substr(from, at - from));
}

}  // namespace relis::cli
