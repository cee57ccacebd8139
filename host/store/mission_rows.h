#pragma once

#include <cstdint>
#include <string>

#include <relis/label.h>
#include <relis/moment.h>

#include "connection.h"
#include "store/decisions.h"

namespace relis::store {

// What others do about missions and ratings inside their own transactions.

/// Frees the shopper to whom this mission was given, since it goes back to its first one. The refusal where his report
/// came in already; empty texts: done, or nobody had it.
Label end_assignment_of(Connection& connection, const std::string& source_mission, const std::string& user,
                        const Moment& at);

/// Rates a shopper anew because of an event, which the rating names.
void rate_for_event(Connection& connection, const std::string& shopper_id, const Moment& at, std::int64_t event_id,
                    const RateShopper& rate);

/// Locks the shopper's row until the transaction ends, so that of two colleagues one comes first. Throws Error
/// not_found.
void lock_shopper(Connection& connection, const std::string& shopper_id);

}  // namespace relis::store
