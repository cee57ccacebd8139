#pragma once

#include <string>

namespace relis {

/// A text that people read, in the two languages of the interface. Both are UTF-8 and neither may be empty where a
/// label is asked for.
struct Label {
    std::string fr;
    std::string en;

    bool operator==(const Label&) const = default;
};

}  // namespace relis
