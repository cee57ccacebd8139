#pragma once

#include <filesystem>
#include <string>

namespace relis::review {

/// The whole of a file that a person names: a draft, parameters. Throws LabelledError where it is not there, is a
/// folder, or may not be read.
[[nodiscard]] std::string content_of(const std::filesystem::path& file);

}  // namespace relis::review
