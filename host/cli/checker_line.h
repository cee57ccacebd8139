#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relis::cli {

/// A line of the checker protocol.
struct CheckerLine {
    std::string id;  ///< as JSON
    std::string text;
};

/// Reads a line of the usual shape: an object of `id`, a text without escapes or a whole number, and `text`, nothing
/// else. Nothing for any other line, right or wrong: that is for a JSON parser, which costs ten times as much.
[[nodiscard]] std::optional<CheckerLine> read_plain_line(std::string_view line);

}  // namespace relis::cli
