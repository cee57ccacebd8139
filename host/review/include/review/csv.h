#pragma once

#include <string>

namespace relis::review {

/// A text as a field of CSV (RFC 4180): quoted where it holds a comma, a quotation mark or a line break.
[[nodiscard]] std::string csv_field(const std::string& text);

}  // namespace relis::review
