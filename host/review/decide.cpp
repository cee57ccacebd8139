#include "review/decide.h"

#include "criteria_in_force.h"
#include "label/blank.h"
#include "review/assess.h"
#include "review/assignments.h"
#include "review/shoppers.h"
#include "rework_terms.h"
#include "store/claims.h"
#include "store/decisions.h"
#include "store_types.h"
#include "vetoes.h"

namespace relis::review {

namespace {

DecisionResult result_of(const store::DecisionResult& stored) {
    return {stored.recorded, std::to_string(stored.decision_id), stored.refusal};
}

}  // namespace

DecisionResult decide(Workspace& workspace, const DecisionRequest& request) {
    const ReportDetails details = load_report(workspace, request.report_id);
    const bool departs = details.recommendation.decision && *details.recommendation.decision != request.decision;
    if (departs && is_blank(request.reason)) {
        return {false,
                {},
                {"cette décision s'écarte de la recommandation : dites pourquoi",
                 "the recommendation is " + std::string(to_string(*details.recommendation.decision)) +
                     ": give the reason for deciding otherwise"}};
    }
    if (!request.assign_to.empty()) {
        (void)load_shopper(workspace, request.assign_to);  // a name that nobody has stops the decision too
    }
    store::DecisionRequest stored;
    stored.report_id = request.report_id;
    stored.revision = request.revision;
    stored.decision = request.decision;
    stored.user = workspace.user();
    stored.reason = request.reason;
    stored.message = request.message.empty() ? prefilled_message(details, request.decision) : request.message;
    stored.at = now();
    // Accepting with a reason is the way around a veto, and stays recorded as such
    if (request.decision == Decision::accept) stored.waived = waivers(workspace, details, request.reason);
    if (request.decision == Decision::rework)
        stored.new_due_at = request.new_due_at.value_or(default_rework_due(stored.at));
    if (stored.new_due_at && *stored.new_due_at <= stored.at) {
        return {false,
                {},
                {"la nouvelle échéance est déjà passée : choisissez-en une autre",
                 "the new due time has passed already: choose a later one"}};
    }
    if (stored.new_due_at) {
        SettledTerms settled = settle_terms(workspace, details, request.rework, stored.at, *stored.new_due_at);
        if (!settled.refusal.en.empty()) {
            return {false, {}, settled.refusal};
        }
        stored.rework = std::move(settled.terms);
        if (request.message.empty() && !stored.rework.reasons.empty()) {
            stored.message = message_of_kept(details, stored.rework.reasons);
        }
    }
    stored.left_out = request.left_out;
    const store::DecisionResult result =
        store::record_decision(workspace.database(), stored, reliability_rater(workspace));
    if (result.recorded) {
        if (!stored.waived.empty()) assess_report(workspace, request.report_id);
        workspace.changes().announce({Change::Kind::decided, request.report_id});
    }
    DecisionResult told = result_of(result);
    if (result.recorded && request.decision == Decision::reassign && !request.assign_to.empty()) {
        const AssignResult assigned = assign_mission(
            workspace, {details.report.mission_id, request.assign_to, request.assign_due, request.assign_exception});
        told.new_mission = assigned.mission_id;
        told.assign_refusal = assigned.refusal;
    }
    return told;
}

DecisionResult undo_decision(Workspace& workspace, const std::string& report_id) {
    const store::DecisionResult result = store::undo_last_decision(workspace.database(), report_id, workspace.user(),
                                                                   now(), reliability_rater(workspace));
    if (result.recorded) workspace.changes().announce({Change::Kind::decided, report_id});
    return result_of(result);
}

Moment default_rework_due(const Moment& now) {
    const auto hour = std::chrono::ceil<std::chrono::hours>(now.local() + std::chrono::hours{24});
    return {now.utc + (hour - now.local()), now.offset};
}

std::optional<std::string> claim(Workspace& workspace, const std::string& report_id) {
    const store::Claim standing = store::hold_report(workspace.database(), report_id, workspace.user(), now());
    if (standing.user != workspace.user()) return standing.user;
    workspace.changes().announce({Change::Kind::claimed, report_id});
    return std::nullopt;
}

void release(Workspace& workspace, const std::string& report_id) {
    if (store::release_report(workspace.database(), report_id, workspace.user())) {
        workspace.changes().announce({Change::Kind::claimed, report_id});
    }
}

}  // namespace relis::review
