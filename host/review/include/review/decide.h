#pragma once

#include <optional>
#include <string>

#include <relis/decision.h>
#include <relis/label.h>

#include "review/report_details.h"
#include "review/rework_terms.h"
#include "review/workspace.h"

namespace relis::review {

struct DecisionRequest {
    std::string report_id;
    int revision = 1;  ///< the revision that the reviewer saw; another one is refused
    Decision decision = Decision::accept;
    std::string reason;                ///< required where it departs from the recommendation; waives a veto
    std::string message;               ///< to the shopper; empty: made from the reasons, or the prefilled one
    std::optional<Moment> new_due_at;  ///< of a rework; empty: default_rework_due
    ReworkTerms rework{};              ///< of a rework: what is asked, when to remind, what follows silence
    bool left_out = false;             ///< of an acceptance: the client's figures leave the visit out
    /// Of a reassignment: to whom the mission goes, assigned after the decision (assignments.h); empty: nobody yet.
    std::string assign_to{};
    std::optional<Moment> assign_due{};  ///< the new mission's due time; absent: default_assignment_due
    std::string assign_exception{};      ///< why in spite of what excludes him
};

/// What became of a request. A refusal is expected work between people, not an error.
struct DecisionResult {
    bool recorded = false;
    std::string decision_id;
    Label refusal;  ///< what and what next: decided by somebody else meanwhile, newer revision, reason missing
    std::string new_mission{};  ///< of a reassignment that assigned: the new mission
    Label assign_refusal{};     ///< recorded, but the mission went to nobody, and why
};

/// Records a decision, its event and the shopper's new reliability in one transaction and announces the change. The
/// feedback is made when it is asked for or sent (feedback.h, outbox.h).
[[nodiscard]] DecisionResult decide(Workspace& workspace, const DecisionRequest& request);

/// Takes the last decision of a report back: the report waits for a person again, the log keeps both.
[[nodiscard]] DecisionResult undo_decision(Workspace& workspace, const std::string& report_id);

/// What a shopper would be told of a decision, in courteous French, from the findings. Edited by the reviewer. Greeting
/// and closing are the agency's words (feedback_words.h), unless the reviewer greets himself.
[[nodiscard]] std::string prefilled_message(const ReportDetails& details, Decision decision);

/// When a rework is due if nobody says otherwise: at the first full hour that is 24 hours from now or later.
[[nodiscard]] Moment default_rework_due(const Moment& now);

/// Marks a report as open with this user, or gives it back. Returns the name of whoever holds it otherwise.
[[nodiscard]] std::optional<std::string> claim(Workspace& workspace, const std::string& report_id);
void release(Workspace& workspace, const std::string& report_id);

}  // namespace relis::review
