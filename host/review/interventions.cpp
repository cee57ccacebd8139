#include "review/interventions.h"

#include "criteria_in_force.h"
#include "label/labelled_error.h"
#include "pages.h"
#include "store/interventions.h"
#include "store/reports.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

store::ReportStatus status_of(Workspace& workspace, const std::string& report_id) {
    const auto status = store::load_report_status(workspace.database(), report_id);
    if (!status) {
        throw LabelledError(no_report(report_id));
    }
    return *status;
}

store::InterventionRequest request_for(Workspace& workspace, const std::string& report_id, const std::string& reason) {
    store::InterventionRequest request;
    request.report_id = report_id;
    request.revision = status_of(workspace, report_id).revision;
    request.user = workspace.user();
    request.reason = reason;
    request.at = now();
    return request;
}

InterventionResult announced(Workspace& workspace, const std::string& report_id,
                             const store::InterventionResult& result) {
    if (result.done) {
        workspace.changes().announce({Change::Kind::decided, report_id});
    }
    return {result.done, result.refusal};
}

}  // namespace

bool may_begin(ReportState state, Intervention::Kind kind) {
    const store::Move move = kind == Intervention::Kind::hold      ? store::Move::hold
                             : kind == Intervention::Kind::surplus ? store::Move::keep_surplus
                                                                   : store::Move::withdraw;
    return store::next_state(to_store(state), move).has_value();
}

bool may_end(ReportState state) {
    const auto ends = [state](store::Move move) { return store::next_state(to_store(state), move).has_value(); };
    return ends(store::Move::release) || ends(store::Move::reinstate) || ends(store::Move::drop_surplus);
}

InterventionResult hold(Workspace& workspace, const std::string& report_id, const std::string& reason,
                        const Moment& until) {
    store::InterventionRequest request = request_for(workspace, report_id, reason);
    request.until = until;
    return announced(workspace, report_id, store::put_on_hold(workspace.database(), request));
}

InterventionResult end_hold(Workspace& workspace, const std::string& report_id) {
    status_of(workspace, report_id);
    return announced(workspace, report_id, store::end_hold(workspace.database(), report_id, workspace.user(), now()));
}

InterventionResult withdraw(Workspace& workspace, const std::string& report_id, const std::string& reason) {
    return announced(workspace, report_id,
                     store::withdraw_report(workspace.database(), request_for(workspace, report_id, reason)));
}

InterventionResult reinstate(Workspace& workspace, const std::string& report_id) {
    status_of(workspace, report_id);
    return announced(workspace, report_id,
                     store::reinstate_report(workspace.database(), report_id, workspace.user(), now()));
}

InterventionResult keep_surplus(Workspace& workspace, const std::string& report_id, const std::string& reason) {
    return announced(workspace, report_id,
                     store::keep_as_surplus(workspace.database(), request_for(workspace, report_id, reason),
                                            reliability_rater(workspace)));
}

InterventionResult drop_surplus(Workspace& workspace, const std::string& report_id, const std::string& reason) {
    return announced(workspace, report_id,
                     store::drop_surplus(workspace.database(), request_for(workspace, report_id, reason),
                                         reliability_rater(workspace)));
}

std::vector<HeldReport> held_reports(Workspace& workspace) {
    std::vector<HeldReport> held;
    const Moment at = now();
    for_each_row(
        [&](const store::PageRequest& page) {
            return store::standing_interventions(workspace.database(), store::InterventionKind::hold, page);
        },
        [&](const store::Intervention& hold) {
            const Moment until = hold.until.value_or(hold.at);
            held.push_back({hold.report_id, hold.reason, hold.user, hold.at, until, until <= at});
        });
    return held;
}

}  // namespace relis::review
