#pragma once

#include <optional>
#include <string>

#include <relis/parameters.h>

namespace relis::app {

/// A parameter's value as a person types it: numbers with a point or a comma, several texts separated by semicolons.
/// Nothing where the text is no value of that type; the range is another matter.
[[nodiscard]] std::optional<ParameterValue> value_from(const ParameterSpec& spec, const std::string& text);

/// A value as it is typed; booleans as `true` and `false`.
[[nodiscard]] std::string text_of(const ParameterValue& value, char decimal_separator = '.');

/// Whether a value of the parameter's type lies within its range or among its choices.
[[nodiscard]] bool is_allowed(const ParameterSpec& spec, const ParameterValue& value);

}  // namespace relis::app
