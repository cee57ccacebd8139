#pragma once

#include <string>

namespace relis::cli {

/// A file as it is; `-` reads standard input. Throws std::runtime_error that names the file and what it should hold
/// (`the parameters`).
[[nodiscard]] std::string content_of(const std::string& file, const std::string& what);

/// Writes a whole file. Throws std::runtime_error that names it.
void write_file(const std::string& file, const std::string& content);

}  // namespace relis::cli
