// What one code point is, fast for the letters of French and right for all of Unicode.
#pragma once

#include <array>
#include <cstdint>

namespace relis::language {

enum class CharacterKind : std::uint8_t {
    letter,
    mark,  ///< combining: belongs to the letter before it
    digit,
    space,  ///< any white space but line breaks
    line_break,
    ignorable,  ///< soft hyphen, zero-width and direction signs: no part of a word's form
    apostrophe,
    hyphen,  ///< - and the Unicode hyphens, no dashes
    punctuation,
    symbol,
    emoji,
};

/// What is known of the letters of French and its neighbours, for loops over texts.
struct LowCharacters {
    static constexpr char32_t end = 0x180;
    std::array<CharacterKind, end> kinds{};
    std::array<std::uint16_t, end> lower{};
    std::array<std::uint16_t, end> upper{};
    std::array<std::uint16_t, end> base{};
    std::array<std::uint8_t, end> shapes{};  ///< as shape_of()
};
[[nodiscard]] const LowCharacters& low_characters();

/// Kind of any code point.
[[nodiscard]] CharacterKind kind_of(char32_t c);

/// What a loop over a text asks of each code point, in a byte: its kind, and bits above it.
namespace shape {
inline constexpr std::uint8_t kind = 0x0F;
inline constexpr std::uint8_t capital = 0x10;      ///< is_capital()
inline constexpr std::uint8_t normalising = 0x20;  ///< needs_normalising()
}  // namespace shape
[[nodiscard]] std::uint8_t shape_of(char32_t c);

/// Simple case mappings, locale-free.
[[nodiscard]] char32_t to_lower(char32_t c);
[[nodiscard]] char32_t to_upper(char32_t c);

/// True for a capital letter.
[[nodiscard]] bool is_capital(char32_t c);

/// The letter without its diacritics, in lower case: É gives e. Ligatures are kept (see fold() in text.h).
[[nodiscard]] char32_t base_letter(char32_t c);

/// True when a text holding this code point may not be in NFC, or must be normalised in another way
/// (apostrophes, ignorable signs) before it is looked up.
[[nodiscard]] constexpr bool needs_normalising(char32_t c) {
    if (c < 0x300) return c == 0xAD || c == 0x2BC;
    return c != U'\u2013' && c != U'\u2014' && c != U'\u2026';
}

}  // namespace relis::language
