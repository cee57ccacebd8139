#pragma once

#include <string_view>

namespace relis {

/// Whether a text that a person was to write says nothing: empty, or white space alone.
[[nodiscard]] inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace relis
