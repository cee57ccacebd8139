#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <relis/reliability.h>

#include "connection.h"

namespace relis::store {

/// Keeps a rating inside the caller's transaction and shows it in the queue. `cause`: `decision`, `undo`, `other`;
/// an intervention and an upheld appeal are other causes, named by their ids.
void write_rating(Connection& connection, const std::string& shopper_id, const Reliability& reliability,
                  const Moment& at, std::optional<std::int64_t> decision_id, const char* cause,
                  std::optional<std::int64_t> intervention = std::nullopt,
                  std::optional<std::int64_t> appeal = std::nullopt);

}  // namespace relis::store
