#pragma once

#include <cstdint>
#include <string>

#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

/// One line of the append-only log: who did what, when, to what, from which state to which. The database itself
/// refuses to change or delete one.
struct Event {
    std::int64_t id = 0;  ///< set by the store
    Moment at;
    std::string user;          ///< user id, or the program's part (`relis import`)
    std::string action;        ///< `import`, `assess`, `accept`, `rework`, `reassign`, `undo`, `publish`, …
    std::string subject_kind;  ///< `report`, `criteria_set`, `feedback`, `appeal`, …
    std::string subject;       ///< its id
    int revision = 0;          ///< of a report; else 0
    std::string from;          ///< state before; empty: none
    std::string to;            ///< state after; empty: none
    std::string note;
    bool operator==(const Event&) const = default;
};

/// Appends an event of the caller's own; the store writes those of its own moves itself. Returns its id.
std::int64_t append_event(Database& database, const Event& event);

/// Events of one subject, oldest first.
[[nodiscard]] Page<Event> list_events(Database& database, const std::string& subject_kind, const std::string& subject,
                                      const PageRequest& page = {});

/// Events of all subjects of a kind, oldest first.
[[nodiscard]] Page<Event> list_events_about(Database& database, const std::string& subject_kind,
                                            const PageRequest& page = {});

/// All events, oldest first.
[[nodiscard]] Page<Event> list_events(Database& database, const PageRequest& page = {});

}  // namespace relis::store
