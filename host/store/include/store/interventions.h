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
#include "store/states.h"

namespace relis::store {

/// What a person does with a report beside deciding it.
enum class InterventionKind {
    hold,        ///< kept back until a date
    withdrawal,  ///< out of the work: its mission ends and counts for nobody
    surplus      ///< an appeal against its reassignment was upheld: the visit counts for its shopper
};
constexpr std::string_view to_string(InterventionKind kind) {
    switch (kind) {
        case InterventionKind::hold:
            return "hold";
        case InterventionKind::withdrawal:
            return "withdrawal";
        case InterventionKind::surplus:
            break;
    }
    return "surplus";
}

/// One as kept; it is never deleted: ending marks it.
struct Intervention {
    std::int64_t id = 0;
    std::string report_id;
    int revision = 1;
    InterventionKind kind = InterventionKind::hold;
    ReportState from = ReportState::assessed;  ///< where the report goes back to
    std::string user;
    std::string reason;
    std::optional<Moment> until;  ///< of a hold
    Moment at;
    std::string ended_by;  ///< `shopper` where the next revision ended it; empty: it stands
    std::optional<Moment> ended_at;
    std::string end_reason;  ///< of a surplus visit that was taken back
    bool operator==(const Intervention&) const = default;
};

struct InterventionRequest {
    std::string report_id;
    int revision = 1;             ///< the one that was read: refused where it is no longer the current one
    std::string user;             ///< user id
    std::string reason;           ///< refused where it is blank
    std::optional<Moment> until;  ///< of a hold, which is refused without a later moment than `at`
    Moment at;
};

/// Whether it was done; a refusal is an expected answer.
struct InterventionResult {
    bool done = false;
    std::int64_t id = 0;
    Label refusal;  ///< empty texts: done
};

// Each writes state, queue row, event and intervention in one transaction, and is refused where the table in states.h
// does not allow the move, the revision is not the current one, or somebody else has the report open. Throws Error
// not_found for an unknown report.

/// Keeps a report back until a date. It is not decided meanwhile; the next revision of it ends the hold.
InterventionResult put_on_hold(Database& database, const InterventionRequest& request);
/// The report waits again where it waited before.
InterventionResult end_hold(Database& database, const std::string& report_id, const std::string& user,
                            const Moment& at);

/// Takes a report out of the work. An open mission ends as withdrawn, which is in no history of its shopper.
InterventionResult withdraw_report(Database& database, const InterventionRequest& request);
/// Takes a withdrawal back: the report is where it was, its mission open again.
InterventionResult reinstate_report(Database& database, const std::string& report_id, const std::string& user,
                                    const Moment& at);

/// Keeps a reassigned report as a surplus visit: its mission counts as accepted, and the shopper is rated anew. The
/// decision stays. Refused to whoever took it: an appeal is answered by somebody else.
InterventionResult keep_as_surplus(Database& database, const InterventionRequest& request, const RateShopper& rate);
/// Takes that back, with a reason that its shopper reads: the report is reassigned again. Mails that wait and say
/// otherwise are withdrawn, here as where the visit was kept.
InterventionResult drop_surplus(Database& database, const InterventionRequest& request, const RateShopper& rate);

/// All of a report, the first one first.
[[nodiscard]] std::vector<Intervention> list_interventions(Database& database, const std::string& report_id);

/// Those of a kind that stand, in the order in which they were made.
[[nodiscard]] Page<Intervention> standing_interventions(Database& database, InterventionKind kind,
                                                        const PageRequest& page = {});

/// The one that stands on each of these reports, of any kind; those without one are left out.
[[nodiscard]] std::vector<Intervention> interventions_on(Database& database,
                                                         const std::vector<std::string>& report_ids);

}  // namespace relis::store
