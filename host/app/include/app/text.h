#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relis::app {

/// A text of a report as it may be shown: one code point for each of the original's, so that the places of findings
/// hold, but with control and bidirectional characters, which could hide or reorder what is read, made visible.
struct ShownText {
    std::u32string text;    ///< the first code points, at most as many as asked for
    std::size_t total = 0;  ///< code points of the original
    [[nodiscard]] bool cut() const { return text.size() < total; }
};

/// Decodes UTF-8 for showing. Line breaks stay; ill-formed bytes (intake lets none in) are left out.
[[nodiscard]] ShownText shown_text(std::string_view utf8, std::size_t most = static_cast<std::size_t>(-1));

/// The visible stand-in of a character, itself where it needs none.
[[nodiscard]] char32_t shown_character(char32_t character);

/// The bytes of `utf8` between two code points.
[[nodiscard]] std::string slice(std::string_view utf8, std::size_t start, std::size_t end);

}  // namespace relis::app
