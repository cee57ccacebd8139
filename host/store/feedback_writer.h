#pragma once

#include <cstdint>

#include "connection.h"
#include "store/feedback.h"

namespace relis::store {

/// Adds a feedback inside the caller's transaction and returns its id. Throws Error not_found for an unknown revision.
std::int64_t write_feedback(Connection& connection, const Feedback& feedback);

}  // namespace relis::store
