#pragma once

#include <cstdint>

#include "connection.h"
#include "store/judgements.h"

namespace relis::store {

/// Keeps a dismissal with its event inside the caller's transaction and returns its id. Throws Error not_found for an
/// unknown revision.
std::int64_t write_dismissal(Connection& connection, const Dismissal& dismissal);

/// Likewise a score, in place of the one before.
std::int64_t write_score_override(Connection& connection, const ScoreOverride& score);

}  // namespace relis::store
