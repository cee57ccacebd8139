#pragma once

#include <optional>
#include <string>

#include "connection.h"
#include "store/claims.h"

namespace relis::store {

/// Who holds the report at `now`, inside the caller's transaction.
std::optional<Claim> standing_claim(Connection& connection, const std::string& report_id, const Moment& now);

}  // namespace relis::store
