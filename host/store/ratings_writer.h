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

/// Names the event of the log that caused a shopper's latest rating.
void name_event(Connection& connection, const std::string& shopper_id, std::int64_t event);

}  // namespace relis::store
