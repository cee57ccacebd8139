#include "review/input_file.h"

#include "intake/files.h"

namespace relis::review {

std::string content_of(const std::filesystem::path& file) {
    return intake::content_of(file);
}

}  // namespace relis::review
