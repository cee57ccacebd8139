#pragma once

#include <filesystem>

namespace relis::review {

/// The folder `share/relis` of this program's build tree or installation, with what was installed beside the program.
[[nodiscard]] std::filesystem::path resource_folder();

}  // namespace relis::review
