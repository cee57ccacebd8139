#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <relis/reliability.h>

#include "connection.h"

namespace relis::store {

/// Keeps a rating inside the caller's transaction and shows it in the queue. `cause`: `decision`, `undo`, `other`;
/// an intervention is another cause, named by its id.
void write_rating(Connection& connection, const std::string& shopper_id, const Reliability& reliability,
                  const Moment& at, std::optional<std::int64_t> decision_id, const char* cause,
                  std::optional<std::int64_t> intervention = std::nullopt);

}  // namespace relis::store
