// Numbers told in words or figures: durations, counts and amounts, beside the value or the limit of a question.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "box.h"
#include "clauses.h"
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

/// A count told by one token (`trois`, `3`), or nothing.
[[nodiscard]] std::optional<double> number_in(const language::Token& token, std::string_view folded);

/// A number as a questionnaire's value has it (`3`, `3.5`, `3,5`), or nothing.
[[nodiscard]] std::optional<double> number_of(std::string_view value);

/// « en moins de trois minutes », « au moins deux produits » in a question.
struct Limit {
    Quantity quantity;
    bool at_most = true;  ///< otherwise at least
};
[[nodiscard]] std::optional<Limit> limit_of(const comments::Comment& label);
[[nodiscard]] bool has_limit(const comments::Comment& label);

/// A quantity in the comment that is not the value (`other-duration`, `other-quantity`, `other-amount`), or that lies
/// on the other side of the question's limit or outside the choice's range (`beyond-limit`). At most one is reported.
bool find_other_quantity(const Question& question, const std::string& value, const comments::Comment& label,
                         const ReadComment& read, const Box& box, std::vector<Finding>& findings);

}  // namespace relis::consistency
