#pragma once

#include <string>

#include <relis/moment.h>

#include "connection.h"

namespace relis::store {

// What others do to interventions inside their own transactions.

/// The next revision of a held report came in.
void end_hold_by_revision(Connection& connection, const std::string& report_id, const Moment& at);

/// What stands was assessed without something that came in since: the report will come back as submitted.
void come_back_unassessed(Connection& connection, const std::string& report_id);

}  // namespace relis::store
