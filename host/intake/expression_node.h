#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <unicode/regex.h>

#include "intake/expression.h"

namespace relis::intake::detail {

enum class Operation {
    text,       ///< a literal
    number,     ///< a literal
    reference,  ///< `${name}`
    current,    ///< `.`
    either,     ///< `or`
    both,       ///< `and`
    equal,
    unequal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    negate,
    // functions
    selected,
    count_selected,
    selected_at,
    string_length,
    regex,
    condition,
    coalesce,
    once,
    today,
    now,
    always,
    never,
    invert,
    to_number,
    to_text,
    to_boolean,
    to_date,
    integer_part,
    round,
    absolute,
    minimum,
    maximum,
    contains,
    starts_with,
    ends_with,
    substring,
    concatenate,
    normalize_space
};

/// One node of a parsed expression; never changed after parsing.
struct ExpressionNode {
    Operation operation = Operation::text;
    std::string text;  ///< literal or reference
    double number = 0;
    std::vector<std::shared_ptr<const ExpressionNode>> operands;
    std::shared_ptr<const icu::RegexPattern> pattern;  ///< of regex() with a literal pattern
    std::size_t depth = 1;
};

/// A regular expression, or nothing with the reason in `message`.
std::shared_ptr<const icu::RegexPattern> compile_pattern(std::string_view text, Label& message);

}  // namespace relis::intake::detail
