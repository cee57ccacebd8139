// The forms of determiners by gender and number, with elision and euphony.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "grammar/reading.h"

namespace relis::grammar {

/// True when a word begins with a vowel sound: le and ma become l' and mon before it.
[[nodiscard]] bool begins_with_vowel(const ReadText& text, std::size_t i);

/// The determiner of the same family for one gender and number, before token `next`: le → l', ce → cet, ma → mon.
/// Empty when the family has no such form (chaque in the plural).
[[nodiscard]] std::string determiner_for(WordId determiner, std::uint8_t gender, std::uint8_t number,
                                         const ReadText& text, std::size_t next);

}  // namespace relis::grammar
