#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/queue.h"
#include "review/workspace.h"

// What a person does with a report beside deciding it. Each is in the report's log with its reason and can be taken
// back. Where a move is not possible, the refusal says from which state and what is. Unknown reports: LabelledError.
namespace relis::review {

/// What stands on a report beside its decisions.
struct Intervention {
    enum class Kind { hold, withdrawal, surplus };
    Kind kind = Kind::hold;
    std::string reason;
    std::string by;
    Moment at;
    std::optional<Moment> until;  ///< of a hold
};

/// Whether the table of states lets a person begin that on a report in this state, or end what stands on it. Who may,
/// and on which grounds, is looked at when it is done.
[[nodiscard]] bool may_begin(ReportState state, Intervention::Kind kind);
[[nodiscard]] bool may_end(ReportState state);

/// A surplus visit that was taken back.
struct DroppedSurplus {
    std::string reason;  ///< French; empty where it was taken back before a reason was asked for
    std::string by;
    Moment at;
    Moment kept_at;  ///< when the visit was kept
};

struct InterventionResult {
    bool done = false;
    Label refusal;  ///< empty texts: done
};

/// Keeps a report back until a date; it leaves the queue of what waits. Its next revision ends the hold.
InterventionResult hold(Workspace& workspace, const std::string& report_id, const std::string& reason,
                        const Moment& until);
InterventionResult end_hold(Workspace& workspace, const std::string& report_id);

/// Takes a report out of the work. Its mission ends, and counts for nobody.
InterventionResult withdraw(Workspace& workspace, const std::string& report_id, const std::string& reason);
InterventionResult reinstate(Workspace& workspace, const std::string& report_id);

/// Keeps a reassigned report as a surplus visit, when an appeal against it was upheld: the visit counts as accepted for
/// its shopper, who is rated anew. Refused to whoever decided the report.
InterventionResult keep_surplus(Workspace& workspace, const std::string& report_id, const std::string& reason);
/// Takes that back: reassigned again. The shopper reads the reason, in French, in a new feedback; without one it is
/// refused.
InterventionResult drop_surplus(Workspace& workspace, const std::string& report_id, const std::string& reason);

struct HeldReport {
    std::string report_id;
    std::string reason;
    std::string by;
    Moment at;
    Moment until;
    bool due = false;  ///< its date has come: a person looks again
};
/// Reports kept back, in the order in which they were.
[[nodiscard]] std::vector<HeldReport> held_reports(Workspace& workspace);

}  // namespace relis::review
