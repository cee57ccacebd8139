#pragma once

#include <string>

namespace relis::review {

/// This program as it runs, told apart from any other run: machine, process id, and when the process began, so that a
/// process id that was used before is not taken for the same run.
[[nodiscard]] std::string process_mark();

/// Whether the run that left a mark may still be going on. A run of another machine counts as going on, since nobody
/// can tell from here. False for a text that is no mark.
[[nodiscard]] bool may_be_running(const std::string& mark);

}  // namespace relis::review
