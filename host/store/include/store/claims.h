#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

/// Who holds a report.
struct Claim {
    std::string user;
    Moment until;
    bool operator==(const Claim&) const = default;
};

/// Holds a report for a user from `now` on, or prolongs his hold. Returns the claim that stands afterwards: his, or
/// the one of the colleague who came first and whose time is not over. Claims of others whose time is over are dropped
/// by the way. Throws Error not_found.
Claim hold_report(Database& database, const std::string& report_id, const std::string& user, const Moment& now,
                  std::chrono::seconds duration = std::chrono::minutes{15});

/// Ends the user's hold. False where he did not hold it.
bool release_report(Database& database, const std::string& report_id, const std::string& user);

/// Who holds the report at `now`, or nothing.
[[nodiscard]] std::optional<Claim> holder_of(Database& database, const std::string& report_id, const Moment& now);

}  // namespace relis::store
