#pragma once

#include <string>

#include "connection.h"
#include "store/decisions.h"

namespace relis::store {

/// undo_last_decision inside the caller's transaction; `note` is kept with its event.
DecisionResult write_undoing(Connection& connection, const std::string& report_id, const std::string& user,
                             const Moment& at, const std::string& note, const RateShopper& rate);

}  // namespace relis::store
