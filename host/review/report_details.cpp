#include "review/report_details.h"

#include <algorithm>
#include <utility>

#include "appeal_records.h"
#include "edits_standing.h"
#include "intake/json.h"
#include "intake/rules.h"
#include "label/make_label.h"
#include "standing.h"
#include "store/assessments.h"
#include "store/decisions.h"
#include "store/events.h"
#include "store/interventions.h"
#include "store/queue.h"
#include "store/ratings.h"
#include "store/reports.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

DecisionRecord from_store(const store::DecisionRecord& stored) {
    DecisionRecord record;
    record.id = std::to_string(stored.id);
    record.decision = stored.decision;
    record.revision = stored.revision;
    record.decided_by = stored.user;
    record.decided_at = stored.at;
    record.reason = stored.reason;
    record.message = stored.message;
    record.new_due_at = stored.new_due_at;
    record.left_out = stored.left_out;
    record.expired_at = stored.expired_at;
    record.undone = stored.undone_at.has_value();
    return record;
}

std::vector<LogEntry> log_of(store::Database& database, const std::string& report_id) {
    std::vector<LogEntry> log;
    store::PageRequest request;
    do {
        const store::Page<store::Event> page = store::list_events(database, "report", report_id, request);
        for (const store::Event& event : page.rows) {
            log.push_back({event.at, event.user, event.action, event.note, event.from, event.to});
        }
        request.after = page.next;
    } while (!request.after.empty());
    return log;
}

Intervention from_store(const store::Intervention& stored) {
    using Kind = Intervention::Kind;
    const Kind kind = stored.kind == store::InterventionKind::hold      ? Kind::hold
                      : stored.kind == store::InterventionKind::surplus ? Kind::surplus
                                                                        : Kind::withdrawal;
    return {kind, stored.reason, stored.user, stored.at, stored.until};
}

/// What stands on the report beside its decisions, and what became of it as a surplus visit.
void tell_interventions(store::Database& database, ReportDetails& details) {
    for (const store::Intervention& made : store::list_interventions(database, details.report.report_id)) {
        if (!made.ended_at) {
            details.intervention = from_store(made);
            details.row.on_hold_until = made.until;
        }
        if (made.kind != store::InterventionKind::surplus || made.revision != details.report.revision) {
            continue;
        }
        details.surplus_turns += made.ended_at ? 2 : 1;
        const bool decided_before = !details.decisions.empty() && details.decisions.back().decided_at <= made.at;
        if (made.ended_at && decided_before && details.row.state == ReportState::reassigned) {
            details.dropped_surplus = {made.end_reason, made.ended_by, *made.ended_at, made.at};
        }
    }
}

}  // namespace

const Assessment* ReportDetails::assessment(std::string_view plugin) const {
    const auto found =
        std::find_if(assessments.begin(), assessments.end(), [&](const Assessment& a) { return a.plugin == plugin; });
    return found == assessments.end() ? nullptr : &*found;
}

std::optional<Moment> ReportDetails::earlier_result(std::string_view plugin) const {
    const auto found = std::ranges::find(earlier, plugin, &EarlierResult::plugin);
    return found == earlier.end() ? std::nullopt : std::optional(found->made_at);
}

std::vector<std::string> ReportDetails::missing() const {
    const auto misses = [&](const std::string& question) {
        return std::any_of(assessments.begin(), assessments.end(), [&](const Assessment& assessment) {
            return std::any_of(assessment.findings.begin(), assessment.findings.end(), [&](const Finding& finding) {
                return finding.category == Category::missing && finding.question == question;
            });
        });
    };
    std::vector<std::string> names;
    for (const Question& question : questionnaire.questions) {
        if (misses(question.name)) names.push_back(question.name);
    }
    if (misses({})) names.emplace_back();
    return names;
}

ReportDetails load_report(Workspace& workspace, const std::string& report_id) {
    store::Database& database = workspace.database();
    const auto entry = store::load_queue_entry(database, report_id);
    const auto report = store::load_report(database, report_id);
    if (!entry || !report) throw LabelledError(no_report(report_id));
    const auto questionnaire = store::load_questionnaire(database, report->questionnaire);
    if (!questionnaire) {
        throw LabelledError(make_label("le rapport {} répond au questionnaire {}, qui n'est pas dans la base",
                                       "report {} answers questionnaire {}, which is not in the database", report_id,
                                       report->questionnaire));
    }
    ReportDetails details;
    details.row = from_store(*entry, now());
    details.report = *report;
    const intake::QuestionnaireRules rules(intake::questionnaire_from_json(questionnaire->json));
    details.questionnaire = rules.questionnaire();
    const auto applicability = rules.applicability(details.report);
    for (const Question& question : details.questionnaire.questions) {
        const auto found = applicability.find(question.name);
        details.applicability.push_back(found == applicability.end() ? Applicability::unclear : found->second);
    }
    if (const auto assessed = store::load_assessed(database, report_id, report->revision)) {
        Judgements judgements;
        judgements.dismissals = store::dismissals_here(database, report_id, report->revision);
        for (store::Dismissal& wide : store::wide_dismissals(database, report->programme))
            judgements.dismissals.push_back(std::move(wide));
        judgements.scores = store::score_overrides(database, report_id, report->revision);
        std::vector<Assessment> made;
        for (const store::StoredAssessment& stored : assessed->assessments) {
            made.push_back(stored.assessment);
            if (stored.is_earlier) details.earlier.push_back({stored.assessment.plugin, stored.made_at});
        }
        Standing stands = standing(std::move(made), *report, judgements);
        details.assessments = std::move(stands.assessments);
        details.dismissed = std::move(stands.dismissed);
        details.overrides = std::move(stands.overrides);
        details.recommendation = assessed->recommendation;
        details.criteria_set = assessed->criteria_set;
        details.inherited_set = assessed->inherited_set;
    }
    details.edited = edits_standing(database, report_id, report->revision);
    for (const store::DecisionRecord& decision : store::list_decisions(database, report_id))
        details.decisions.push_back(from_store(decision));
    details.appeals = appeals_of(workspace, report_id);
    details.log = log_of(database, report_id);
    tell_interventions(database, details);
    details.shopper_name = details.row.shopper;
    if (const auto rating = store::load_rating(database, report->shopper_id)) details.reliability = rating->reliability;
    return details;
}

}  // namespace relis::review
