#pragma once

#include <string>

#include "connection.h"
#include "store/decisions.h"

namespace relis::store {

/// That the decision `d` is the last one that stands on the current revision of the report `p`.
inline const std::string last_that_stands =
    "d.revision = p.revision AND d.undone_at IS NULL AND NOT EXISTS (SELECT 1 FROM decisions e WHERE e.report_id = "
    "d.report_id AND e.revision = d.revision AND e.undone_at IS NULL AND e.id > d.id)";

/// undo_last_decision inside the caller's transaction; `note` is kept with its event.
DecisionResult write_undoing(Connection& connection, const std::string& report_id, const std::string& user,
                             const Moment& at, const std::string& note, const RateShopper& rate);

}  // namespace relis::store
