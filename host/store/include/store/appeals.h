#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

enum class AppealState { open, upheld, rejected };

/// A shopper's objection to a score or a decision, and its outcome.
struct Appeal {
    std::int64_t id = 0;  ///< set by the store
    std::string report_id;
    int revision = 1;
    std::string plugin;  ///< whose score is contested; empty: the decision
    std::string text;    ///< the shopper's words
    Moment opened_at;
    AppealState state = AppealState::open;
    std::string handler;  ///< user who closed it
    std::string answer;   ///< what he answered
    std::optional<Moment> closed_at;
    bool operator==(const Appeal&) const = default;
};

/// Opens an appeal and returns its id. Throws Error not_found for an unknown revision.
std::int64_t open_appeal(Database& database, const Appeal& appeal);

/// Closes it. Throws Error refused where it is closed already, or where `handler` decided that report himself: an
/// appeal goes to somebody else.
void close_appeal(Database& database, std::int64_t id, AppealState outcome, const std::string& handler,
                  const std::string& answer, const Moment& at);

[[nodiscard]] std::optional<Appeal> load_appeal(Database& database, std::int64_t id);

/// Appeals, oldest first; only the open ones where asked.
[[nodiscard]] Page<Appeal> list_appeals(Database& database, bool only_open, const PageRequest& page = {});

}  // namespace relis::store
