#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "review/mission_candidates.h"
#include "review/workspace.h"

// Giving a mission to somebody else, and what a shopper does with a mission beside reporting: gives it back, or never
// does it. Each is in the mission's log with its reason and can be taken back. Unknown missions and shoppers: an
// exception that says so.
namespace relis::review {

struct AssignRequest {
    std::string mission_id;  ///< reassigned, cancelled or missed
    std::string shopper_id;
    std::optional<Moment> due_at{};  ///< of the new mission; absent: default_assignment_due
    std::string exception{};         ///< why in spite of what excludes him; needed where something does, and kept
};

struct AssignResult {
    bool done = false;
    std::string mission_id;  ///< the new mission, same programme and site
    std::optional<Moment> due_at;
    std::optional<MissionCandidate> chosen;  ///< as the ranking saw him when he was chosen; kept with the assignment
    /// As the next ranking sees him: the new mission counts for load, rotation and rest at the site.
    std::optional<MissionCandidate> after;
    Label refusal;  ///< why not: excluded and why, given to somebody else already, …
};

/// Ranks the candidates, keeps who was chosen by whom with the ranking's reasons, and makes the new mission. Somebody
/// whom a rule excludes, who cannot make the due time for instance, is refused unless `exception` says why all the
/// same.
AssignResult assign_mission(Workspace& workspace, const AssignRequest& request);

/// The source mission's due time where that is still to come and leaves `min_hours`; else `assigned_days` from now.
[[nodiscard]] Moment default_assignment_due(Workspace& workspace, const std::string& mission_id);

struct MissionResult {
    bool done = false;
    Label refusal;  ///< empty texts: done
};

/// Takes an assignment back, as long as no report came in. `mission_id`: the new mission. The shopper is free of it in
/// the next ranking. Taking back the decision that reassigned the first mission does the same.
MissionResult undo_assignment(Workspace& workspace, const std::string& mission_id);

/// The shopper gave an open mission back: `told_at` (absent: now), which the rating counts from to the due time.
MissionResult cancel_mission(Workspace& workspace, const std::string& mission_id, const std::string& reason,
                             const std::optional<Moment>& told_at = {});
/// An open mission was never done.
MissionResult declare_missed(Workspace& workspace, const std::string& mission_id, const std::string& reason,
                             const std::optional<Moment>& found_at = {});
/// Takes either back.
MissionResult reopen_mission(Workspace& workspace, const std::string& mission_id);

struct WaitingMission {
    std::string mission_id;
    std::string programme;       ///< id
    std::string programme_name;  ///< empty where the roster gives none, as the names below
    std::string site;            ///< id
    std::string site_name;
    std::string shopper_id;  ///< who had it
    std::string shopper_name;
    Outcome outcome = Outcome::reassigned;
    Moment closed_at;
    std::optional<Moment> due_at;
};
/// Missions that ended without a report to keep in the last `days`, and that nobody has since; the earliest due first.
[[nodiscard]] std::vector<WaitingMission> missions_to_assign(Workspace& workspace, int days = 60);

struct MissionEvent {
    Moment at;
    std::string user;
    std::string action;  ///< `assign`, `unassign`, `cancel`, `miss`, `reopen`
    std::string note;
};
struct GivenMission {
    std::string mission_id;
    std::string source_mission;
    std::string shopper_id;
    std::string shopper_name;
    std::string user;
    Moment at;
    std::string exception;
    std::string ranking;  ///< JSON: the candidate as the ranking saw him, with its reasons
    bool stands = true;   ///< false: taken back
};
struct MissionCard {
    std::string mission_id;
    std::string programme;  ///< id
    std::string programme_name;
    std::string site;  ///< id
    std::string site_name;
    std::string shopper_id;
    std::string shopper_name;
    std::optional<Moment> assigned_at;
    std::optional<Moment> due_at;
    std::string state;                      ///< `open`, `accepted`, `reassigned`, `cancelled`, `missed`, `withdrawn`
    std::vector<GivenMission> assignments;  ///< that made it, or were made of it
    std::vector<MissionEvent> events;       ///< oldest first
};
[[nodiscard]] MissionCard load_mission(Workspace& workspace, const std::string& mission_id);

/// Stable JSON for other programs, as review/json.h.
[[nodiscard]] std::string to_json(const AssignResult& result);
[[nodiscard]] std::string to_json(const std::vector<WaitingMission>& missions);
[[nodiscard]] std::string to_json(const MissionCard& card);

}  // namespace relis::review
