#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "store/database.h"
#include "store/decisions.h"
#include "store/page.h"
#include "store/roster.h"

// What people do with missions: give one that ended without a report to keep to somebody else, and declare that one was
// given back or never done. Nothing is deleted: what is taken back stays, marked.
namespace relis::store {

struct AssignmentRequest {
    std::string source_mission;  ///< reassigned, cancelled or missed, and given to nobody since
    std::string shopper_id;
    std::string user;
    Moment at;
    Moment due_at;                    ///< of the new mission; after `at`
    std::string ranking;              ///< JSON of review: what the ranking said of the shopper at that moment
    std::string exception;            ///< why in spite of what excludes him; empty: nothing does
    std::int64_t known_missions = 0;  ///< mission_count of the shopper before the ranking was made
};

struct AssignmentResult {
    bool done = false;
    bool outdated = false;   ///< the shopper was given or lost a mission meanwhile: rank anew
    std::string mission_id;  ///< the new mission
    Label refusal;           ///< empty texts: done
};

/// A mission as it was given. `ended_at`: taken back.
struct AssignmentRecord {
    std::int64_t id = 0;
    std::string mission_id;
    std::string source_mission;
    std::string shopper_id;
    std::string shopper;  ///< name
    std::string user;
    Moment at;
    std::string ranking;
    std::string exception;
    std::string ended_by;
    std::optional<Moment> ended_at;
    bool operator==(const AssignmentRecord&) const = default;
};

/// How many missions a shopper has or had that count for the pool.
[[nodiscard]] std::int64_t mission_count(Database& database, const std::string& shopper_id);

/// Makes the new mission of the same programme and site, keeps who was chosen by whom and why, with an event, in one
/// transaction. Refused where the source mission is open, done or given to somebody already, and where the shopper's
/// missions changed since `known_missions`. Throws Error not_found for an unknown mission or shopper.
AssignmentResult assign_mission(Database& database, const AssignmentRequest& request);

/// Takes an assignment back: the new mission ends as withdrawn, which counts for nobody. Refused once a report came in
/// for it or it ended. `mission_id`: the new mission.
AssignmentResult undo_assignment(Database& database, const std::string& mission_id, const std::string& user,
                                 const Moment& at);

/// Assignments that made this mission or were made of it, oldest first.
[[nodiscard]] std::vector<AssignmentRecord> list_assignments(Database& database, const std::string& mission_id);

/// A mission with the names of what it points at; empty where the roster gives none.
struct NamedMission {
    Mission mission;
    std::string programme;
    std::string site;
    std::string shopper;
    bool operator==(const NamedMission&) const = default;
};

[[nodiscard]] std::optional<NamedMission> load_named_mission(Database& database, const std::string& mission_id);

/// Missions that ended reassigned, cancelled or missed at `since` or later and were given to nobody since, by id.
[[nodiscard]] Page<NamedMission> missions_to_assign(Database& database, const Moment& since,
                                                    const PageRequest& page = {});

struct MissionEnding {
    std::string mission_id;
    Outcome outcome = Outcome::cancelled;  ///< or missed
    std::string user;
    std::string reason;  ///< why the shopper gave it back, or how it showed; required
    Moment told_at;      ///< when the shopper told, or it was found out; not after `at`
    Moment at;
};

struct MissionResult {
    bool done = false;
    std::int64_t event_id = 0;
    Label refusal;  ///< empty texts: done
};

/// Ends an open mission without a report and rates the shopper anew, with an event that the rating names. Refused where
/// a report came in, the mission is over, or no reason is given. Throws Error not_found for an unknown mission.
MissionResult end_mission(Database& database, const MissionEnding& ending, const RateShopper& rate);

/// Takes that back: the mission is open again. Refused where it was given to somebody else meanwhile.
MissionResult reopen_mission(Database& database, const std::string& mission_id, const std::string& user,
                             const Moment& at, const RateShopper& rate);

}  // namespace relis::store
