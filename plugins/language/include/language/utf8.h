// Reading and writing UTF-8, one code point at a time, tolerant of invalid bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace relis::language {

inline constexpr char32_t replacement_character = 0xFFFD;

/// The code point that begins at `position`, which is moved past it. An invalid sequence gives U+FFFD and
/// moves past its longest valid beginning, at least one byte (Unicode's recommended practice).
/// REQUIRES: position < text.size().
inline char32_t decode(std::string_view text, std::size_t& position) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(position++);
    if (lead < 0x80) return lead;
    int more = 0;
    char32_t value = 0;
    unsigned char lowest = 0x80;
    unsigned char highest = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        more = 1;
        value = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        more = 2;
        value = lead & 0x0FU;
        if (lead == 0xE0) lowest = 0xA0;
        if (lead == 0xED) highest = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        more = 3;
        value = lead & 0x07U;
        if (lead == 0xF0) lowest = 0x90;
        if (lead == 0xF4) highest = 0x8F;
    } else {
        return replacement_character;
    }
    for (; more > 0; --more) {
        if (position >= text.size() || byte(position) < lowest || byte(position) > highest) {
            return replacement_character;
        }
        value = value << 6U | (byte(position++) & 0x3FU);
        lowest = 0x80;
        highest = 0xBF;
    }
    return value;
}

/// Adds a code point to a text. REQUIRES: a valid code point, no surrogate.
inline void append(std::string& text, char32_t c) {
    const auto put = [&](char32_t b) { text.push_back(static_cast<char>(static_cast<unsigned char>(b))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6U);
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U);
        put(0x80U | (c >> 6U & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18U);
        put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

/// All code points of a text.
inline std::u32string to_code_points(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) result.push_back(decode(text, i));
    return result;
}

inline std::string to_utf8(std::u32string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char32_t c : text) append(result, c);
    return result;
}

}  // namespace relis::language
