#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace relis::plugin_host {

/// How many code points a text has, or nothing where it is not valid UTF-8 (overlong forms, surrogates and values
/// past U+10FFFF included).
[[nodiscard]] std::optional<std::size_t> count_code_points(std::string_view text);

/// Whether a text is valid UTF-8.
[[nodiscard]] inline bool is_utf8(std::string_view text) {
    return count_code_points(text).has_value();
}

/// A text of unknown origin made fit for one line of a message: valid UTF-8, no control characters, at most about
/// `limit` bytes.
[[nodiscard]] std::string one_line(std::string_view text, std::size_t limit = 300);

}  // namespace relis::plugin_host
