#pragma once

#include <string>
#include <string_view>

namespace relis::review {

/// UTF-8 as code points, in which findings count their places; ill-formed bytes become U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view utf8);
[[nodiscard]] std::string utf8(std::u32string_view code_points);

}  // namespace relis::review
