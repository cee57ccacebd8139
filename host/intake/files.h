#pragma once

#include <istream>
#include <string>

#include "intake/files.h"

namespace relis::intake {

/// Whether a stream holds JSON: `{` or `[` first, else by the extension of `name`. What is looked at stays in the
/// stream. Throws FileError where it is empty.
bool holds_json(std::istream& stream, const std::string& name);

}  // namespace relis::intake
