#pragma once

#include <string>

namespace relis::cli {

/// A file as it is; `-` reads standard input. Throws LabelledError that names the file.
[[nodiscard]] std::string content_of(const std::string& file);

/// Writes a whole file. Throws LabelledError that names it.
void write_file(const std::string& file, const std::string& content);

}  // namespace relis::cli
