#pragma once

#include <string>
#include <string_view>

namespace relis::review {

/// A text as content or as an attribute's value of HTML, of XML such as SVG, and of Pango's markup: what has a meaning
/// there is escaped, control characters that XML 1.0 does not know are left out.
[[nodiscard]] std::string escape_markup(std::string_view text);

}  // namespace relis::review
