#pragma once

#include <string>

#include <relis/moment.h>

#include "connection.h"
#include "store/interventions.h"

namespace relis::store {

// What others do to interventions inside their own transactions.

/// The next revision of a held report came in.
void end_hold_by_revision(Connection& connection, const std::string& report_id, const Moment& at);

/// What stands was assessed without something that came in since: the report will come back as submitted.
void come_back_unassessed(Connection& connection, const std::string& report_id);

/// keep_as_surplus inside the caller's transaction.
InterventionResult write_surplus(Connection& connection, const InterventionRequest& request, const RateShopper& rate);

}  // namespace relis::store
