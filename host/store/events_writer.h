#pragma once

#include <cstdint>
#include <optional>

#include "connection.h"
#include "store/events.h"

namespace relis::store {

/// Appends an event inside the caller's transaction and returns its id.
std::int64_t write_event(Connection& connection, const Event& event,
                         std::optional<std::int64_t> decision_id = std::nullopt);

}  // namespace relis::store
