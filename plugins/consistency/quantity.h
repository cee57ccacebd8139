// Numbers told in words or figures: durations, counts and amounts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "comments/comment.h"

namespace relis::consistency {

enum class Unit : std::uint8_t {
    seconds,  ///< of any duration
    count,    ///< of a thing that a noun names
    money
};

/// A quantity told at tokens [first, last).
struct Quantity {
    Unit unit = Unit::count;
    double value = 0;
    bool approximate = false;  ///< « environ », « une dizaine »
    std::string noun;          ///< of a count: its thing, folded
    std::size_t first = 0;
    std::size_t last = 0;
};

/// The quantities of a text, in order. Hours of the day are none.
[[nodiscard]] std::vector<Quantity> quantities_of(const comments::Comment& comment);

/// Seconds of a unit of duration (`minute`, `heures`, `min`), folded; 0 for any other word.
[[nodiscard]] double seconds_of(std::string_view unit);

/// A count told by one token (`trois`, `3`), or nothing.
[[nodiscard]] std::optional<double> number_in(const language::Token& token, std::string_view folded);

/// A number as a questionnaire's value has it (`3`, `3.5`, `3,5`), or nothing.
[[nodiscard]] std::optional<double> number_of(std::string_view value);

}  // namespace relis::consistency
