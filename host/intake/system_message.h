#pragma once

#include <system_error>

#include <relis/label.h>

namespace relis::intake {

/// Why the system refuses a file: in its own words, and in ours in French for the reasons that people meet.
Label system_message(const std::error_code& error);

}  // namespace relis::intake
