#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "connection.h"
#include "store/appeals.h"

namespace relis::store {

// What filing, taking and answering appeals share, inside the caller's transaction.

/// The appeal, its row locked until the transaction ends.
std::optional<Appeal> lock_appeal(Connection& connection, std::int64_t id);
/// The same; throws Error not_found.
Appeal require_appeal(Connection& connection, std::int64_t id);

/// Refuses what the table does not allow; empty texts: it does.
Label refuse_appeal_move(const Appeal& appeal, AppealMove move);

/// Refuses who decided the report, or gave a score in place of the plugin's; empty texts: neither.
Label refuse_first_reviewer(Connection& connection, const Appeal& appeal, const std::string& user);

/// The events of a move, the report's own for one that ends the appeal. `appeal` is as it stood before. Gives the id of
/// the appeal's own event.
std::int64_t log_appeal(Connection& connection, const Appeal& appeal, AppealMove move, AppealState to,
                        const std::string& user, const Moment& at, const std::string& note);

}  // namespace relis::store
