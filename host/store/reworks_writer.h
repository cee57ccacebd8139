#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "connection.h"
#include "store/rework_terms.h"
#include "store/reworks.h"

namespace relis::store {

/// Keeps what was agreed with a rework inside the caller's transaction; without a due time, its reasons alone.
void write_rework(Connection& connection, std::int64_t decision_id, const std::optional<Moment>& due,
                  const ReworkTerms& terms);

/// mark_reminded inside the caller's transaction.
ReworkResult keep_reminder(Connection& connection, const std::string& report_id, const std::string& user,
                           const Moment& at, bool again);

}  // namespace relis::store
