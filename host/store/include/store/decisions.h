#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "store/database.h"
#include "store/judgements.h"
#include "store/page.h"
#include "store/ratings.h"
#include "store/rework_terms.h"

namespace relis::store {

/// What a reviewer decides.
struct DecisionRequest {
    std::string report_id;
    int revision = 1;  ///< the one he read: refused where it is no longer the current one
    Decision decision = Decision::accept;
    std::string user;     ///< user id
    std::string reason;   ///< why, for the agency; may be empty
    std::string message;  ///< what the shopper is told; may be empty
    Moment at;
    std::optional<Moment> new_due_at;  ///< of a rework: when the next revision is due
    ReworkTerms rework{};              ///< of a rework: what else is agreed; kept where there is a new due time
    bool left_out = false;             ///< of an acceptance: the client's figures leave the visit out
    std::vector<Dismissal> waived;     ///< vetoes that it goes around, kept with it in one transaction
};

/// A decision as kept. It is never deleted: undoing marks it.
struct DecisionRecord {
    std::int64_t id = 0;
    std::string report_id;
    int revision = 1;
    Decision decision = Decision::accept;
    std::optional<Decision> recommended;  ///< what the machine recommended at the time
    std::string user;
    std::string reason;
    std::string message;
    Moment at;
    std::optional<Moment> new_due_at;
    bool left_out = false;
    std::string undone_by;  ///< empty: it stands
    std::optional<Moment> undone_at;
    std::optional<Moment> expired_at;  ///< of a rework: nobody answered in time, so that the report awaits a decision
    bool operator==(const DecisionRecord&) const = default;
};

/// Whether a decision (or its undoing) was kept; a refusal is an expected answer, since two people may open the same
/// report.
struct DecisionResult {
    bool recorded = false;
    std::int64_t decision_id = 0;
    Label refusal;  ///< who decided or holds the report, or which state it is in; empty texts: recorded
};

/// Records a decision: the decision, its event, the report's new state, the mission's end (accept and reassign; rework
/// counts one more), and the shopper's new rating, all in one transaction that reaches the disk before the call
/// returns (SQLite synchronous=FULL, PostgreSQL synchronous_commit=on). Refused where the revision is not the
/// current one, the state does not allow it (see next_state), or somebody else holds the report at `request.at`.
/// The hold of the user ends with it. Throws Error not_found for an unknown report.
DecisionResult record_decision(Database& database, const DecisionRequest& request, const RateShopper& rate);

/// Undoes the last decision on a report, where no new revision came in since: the report is assessed again, the
/// mission open again, the shopper rated anew; the decision stays, marked, with an event of its own. To whom the
/// mission was given meanwhile is freed; refused once his report came in.
DecisionResult undo_last_decision(Database& database, const std::string& report_id, const std::string& user,
                                  const Moment& at, const RateShopper& rate);

/// All decisions that stand, oldest first.
[[nodiscard]] Page<DecisionRecord> standing_decisions(Database& database, const PageRequest& page = {});

/// The decision that stands on a report's current revision.
struct StandingDecision {
    std::int64_t decision_id = 0;
    std::string report_id;
    Moment at;
    bool operator==(const StandingDecision&) const = default;
};
/// Those of a shopper's reports, by report.
[[nodiscard]] std::vector<StandingDecision> standing_decisions_of(Database& database, const std::string& shopper_id);

/// All decisions on a report, undone ones too, the first one first.
[[nodiscard]] std::vector<DecisionRecord> list_decisions(Database& database, const std::string& report_id);

}  // namespace relis::store
