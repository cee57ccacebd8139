#pragma once

#include <cstdint>

#include "connection.h"
#include "store/rework_terms.h"

namespace relis::store {

/// Keeps what was agreed with a rework inside the caller's transaction; without a due time, its reasons alone.
void write_rework(Connection& connection, std::int64_t decision_id, const std::optional<Moment>& due,
                  const ReworkTerms& terms);

}  // namespace relis::store
