#pragma once

#include <string>

#include <relis/label.h>

namespace relis::cli {

/// What CLI11 says of a command line that it cannot read, in both languages: `--limit: x is no whole number from 0 on`.
/// A sentence of CLI11's that is not known here stays English in both.
[[nodiscard]] Label parse_error_label(const std::string& english);

}  // namespace relis::cli
