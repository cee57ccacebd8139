#pragma once

#include "command_line.h"

namespace relis::cli {

/// Beside the verbs of command_line.h.
void add_demo(CommandLine& line);

}  // namespace relis::cli
