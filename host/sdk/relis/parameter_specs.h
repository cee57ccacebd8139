// One line a parameter in the description of a plugin.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <relis/label.h>
#include <relis/parameters.h>

namespace relis {

/// A switch. REQUIRES of all of these: `name` is snake_case and unique in the plugin, both languages of `label` and
/// `help` are filled in, the default lies within its range. Thread-safe.
[[nodiscard]] inline ParameterSpec boolean_parameter(std::string name, bool value, Label label, Label help) {
    return {std::move(name), ParameterType::boolean, value, {}, {}, {}, "", std::move(label), std::move(help)};
}

/// A whole number between `minimum` and `maximum`, both allowed. `unit` is shown behind it; empty: none.
[[nodiscard]] inline ParameterSpec integer_parameter(std::string name, std::int64_t value, double minimum,
                                                     double maximum, std::string unit, Label label, Label help) {
    return {std::move(name), ParameterType::integer, value,          minimum, maximum, {},
            std::move(unit), std::move(label),       std::move(help)};
}

/// A number between `minimum` and `maximum`, both allowed. `unit` is shown behind it; empty: none.
[[nodiscard]] inline ParameterSpec real_parameter(std::string name, double value, double minimum, double maximum,
                                                  std::string unit, Label label, Label help) {
    return {std::move(name), ParameterType::real, value,          minimum, maximum, {},
            std::move(unit), std::move(label),    std::move(help)};
}

/// One of several words.
[[nodiscard]] inline ParameterSpec choice_parameter(std::string name, std::string value,
                                                    std::vector<std::string> choices, Label label, Label help) {
    return {std::move(name),  ParameterType::choice, std::move(value), {}, {}, std::move(choices), "",
            std::move(label), std::move(help)};
}

/// Texts, one a line; none by default unless `value` says so.
[[nodiscard]] inline ParameterSpec list_parameter(std::string name, Label label, Label help,
                                                  std::vector<std::string> value = {}) {
    return {std::move(name),  ParameterType::text_list, std::move(value), {}, {}, {}, "",
            std::move(label), std::move(help)};
}

}  // namespace relis
