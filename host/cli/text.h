#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text on a terminal. All functions take any bytes; what is no UTF-8 becomes U+FFFD.
namespace relis::cli {

/// The text with everything made visible that could steer a terminal or hide what is written: control characters and
/// the marks that reverse the direction of writing. Tabs become spaces; line breaks become spaces unless kept.
[[nodiscard]] std::string printable(std::string_view text, bool keep_line_breaks = false);

/// Columns that a printable text takes: 0 for combining marks, 2 for wide characters and emoji (Unicode TR 11).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The text if it fits, else its beginning with `…`.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t columns);

/// Lines of at most `columns`, broken at spaces; a longer word stands alone and sticks out. Line breaks are kept.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t columns);

/// A part of a text, with how many characters the whole has.
struct Excerpt {
    std::string text;
    std::size_t left_out = 0;  ///< characters (code points) after it
};
/// The first `most` code points.
[[nodiscard]] Excerpt beginning(std::string_view text, std::size_t most);

/// Code points [start, end).
[[nodiscard]] std::string slice(std::string_view text, std::size_t start, std::size_t end);

}  // namespace relis::cli
