#pragma once

#include <string>

#include "connection.h"

namespace relis::store {

/// Withdraws what waits to be sent about a report: its own mails, since another takes their place, and those of months
/// that tell one of its decisions.
void withdraw_waiting_mails(Connection& connection, const std::string& report_id);

}  // namespace relis::store
