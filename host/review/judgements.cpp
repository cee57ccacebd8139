#include "review/judgements.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "label/blank.h"
#include "pages.h"
#include "plugin/host.h"
#include "review/assess.h"
#include "review/report_details.h"
#include "standing.h"
#include "store/assessments.h"
#include "store/judgements.h"
#include "store_types.h"
#include "vetoes.h"

namespace relis::review {

namespace {

JudgementResult refused(std::string fr, std::string en) {
    return {false, 0, {std::move(fr), std::move(en)}};
}

JudgementResult reason_missing() {
    return refused("dites pourquoi : la raison reste au dossier", "give the reason: it is kept with the report");
}

/// Why a revision cannot be judged, or nothing.
std::optional<JudgementResult> not_current(const ReportDetails& details, int revision) {
    if (details.assessments.empty()) {
        return refused("le rapport n'est pas encore évalué : évaluez-le d'abord",
                       "the report is not assessed yet: `relis assess` does");
    }
    if (details.report.revision == revision) return std::nullopt;
    return refused(
        fmt::format("la révision {} n'est plus la dernière : lisez la révision {}", revision, details.report.revision),
        fmt::format("revision {} is not the current one any more: read revision {}", revision,
                    details.report.revision));
}

/// The standing findings that a request means.
std::vector<const Finding*> findings_meant(const ReportDetails& details, const DismissalRequest& request) {
    std::vector<const Finding*> found;
    const Assessment* const assessment = details.assessment(request.plugin);
    if (assessment == nullptr) return found;
    for (const Finding& finding : assessment->findings) {
        const bool here =
            (!request.start || finding.start == *request.start) && (!request.end || finding.end == *request.end);
        if (finding.rule == request.rule && finding.question == request.question && here) found.push_back(&finding);
    }
    return found;
}

store::Dismissal dismissal_of(Workspace& workspace, const ReportDetails& details, const std::string& plugin,
                              const Finding& finding, const std::string& reason) {
    store::Dismissal dismissal;
    dismissal.report_id = details.report.report_id;
    dismissal.revision = details.report.revision;
    dismissal.plugin = plugin;
    dismissal.rule = finding.rule;
    dismissal.category = to_string(finding.category);
    dismissal.question = finding.question;
    dismissal.word = folded_passage(details.report, finding);
    dismissal.message = finding.message;
    dismissal.user = workspace.user();
    dismissal.reason = reason;
    dismissal.at = now();
    return dismissal;
}

JudgementResult recorded(Workspace& workspace, const std::string& report_id, std::int64_t id) {
    assess_report(workspace, report_id);
    return {true, id, {}};
}

}  // namespace

std::string_view to_string(DismissalScope scope) {
    return store::to_string(to_store(scope));
}

std::optional<DismissalScope> dismissal_scope_from(std::string_view name) {
    const auto scope = store::dismissal_scope_from(name);
    return scope ? std::optional(from_store(*scope)) : std::nullopt;
}

JudgementResult dismiss_finding(Workspace& workspace, const DismissalRequest& request) {
    if (is_blank(request.reason)) return reason_missing();
    const ReportDetails details = load_report(workspace, request.report_id);
    if (auto refusal = not_current(details, request.revision)) return std::move(*refusal);
    const std::vector<const Finding*> meant = findings_meant(details, request);
    if (meant.empty()) {
        return refused("ce constat n'est pas (ou plus) dans le rapport",
                       fmt::format("{} has no finding {}/{} {}; `relis show {}` lists those there are",
                                   request.report_id, request.plugin, request.rule,
                                   request.question.empty() ? "on the whole report" : "on " + request.question,
                                   request.report_id));
    }
    const std::string passage = folded_passage(details.report, *meant.front());
    const bool one_passage = std::all_of(meant.begin(), meant.end(), [&](const Finding* finding) {
        return folded_passage(details.report, *finding) == passage;
    });
    if (!one_passage && request.scope != DismissalScope::rule_in_programme) {
        return refused("plusieurs constats de cette règle sont dans cette réponse : dites lequel",
                       "several findings of that rule are in that answer: say which by its place");
    }
    if (request.scope == DismissalScope::word_everywhere && passage.empty()) {
        return refused("ce constat porte sur la réponse entière et non sur un mot : choisissez une autre portée",
                       "the finding is about the whole answer and not a word: choose another scope");
    }
    store::Dismissal dismissal = dismissal_of(workspace, details, request.plugin, *meant.front(), request.reason);
    dismissal.scope = to_store(request.scope);
    const std::int64_t id = store::save_dismissal(workspace.database(), dismissal);
    if (request.scope != DismissalScope::here) workspace.changes().announce({Change::Kind::criteria, {}});
    return recorded(workspace, request.report_id, id);
}

JudgementResult restore_finding(Workspace& workspace, std::int64_t id) {
    const auto dismissal = store::load_dismissal(workspace.database(), id);
    if (!dismissal || !store::withdraw_dismissal(workspace.database(), id, workspace.user(), now())) {
        return refused("ce constat n'est pas écarté", fmt::format("no dismissal {} stands", id));
    }
    if (dismissal->scope != store::DismissalScope::here) workspace.changes().announce({Change::Kind::criteria, {}});
    return recorded(workspace, dismissal->report_id, id);
}

JudgementResult override_score(Workspace& workspace, const std::string& report_id, int revision,
                               const std::string& criterion, double score, const std::string& reason) {
    if (is_blank(reason)) return reason_missing();
    if (!(score >= 0 && score <= 5)) return refused("une note va de 0 à 5", "a score is a number from 0 to 5");
    const ReportDetails details = load_report(workspace, report_id);
    if (auto refusal = not_current(details, revision)) return std::move(*refusal);
    const auto plugin = workspace.plugins().find(criterion);
    const bool rates = plugin && plugin->description.role == Role::criterion;
    const auto assessed = store::load_assessed(workspace.database(), report_id, revision);
    const auto machine =
        std::find_if(assessed->assessments.begin(), assessed->assessments.end(),
                     [&](const store::StoredAssessment& stored) { return stored.assessment.plugin == criterion; });
    if (!rates || machine == assessed->assessments.end()) {
        return refused("le rapport n'est pas noté sur ce critère",
                       fmt::format("{} is not rated on \"{}\"; `relis show {}` names its criteria", report_id,
                                   criterion, report_id));
    }
    store::ScoreOverride given;
    given.report_id = report_id;
    given.revision = revision;
    given.plugin = criterion;
    given.machine = machine->assessment.score;
    given.score = score;
    given.user = workspace.user();
    given.reason = reason;
    given.at = now();
    return recorded(workspace, report_id, store::save_score_override(workspace.database(), given));
}

JudgementResult restore_score(Workspace& workspace, const std::string& report_id, int revision,
                              const std::string& criterion) {
    if (!store::withdraw_score_override(workspace.database(), report_id, revision, criterion, workspace.user(),
                                        now())) {
        return refused("aucune note n'a été donnée par une personne sur ce critère",
                       fmt::format("{} has no score by a person on \"{}\"", report_id, criterion));
    }
    return recorded(workspace, report_id, 0);
}

std::vector<Veto> vetoes(const ReportDetails& details) {
    std::vector<Veto> result;
    for (const Reason& reason : details.recommendation.reasons) {
        if (reason.rule == veto_rule) result.push_back({reason.question, reason.text});
    }
    return result;
}

std::vector<store::Dismissal> waivers(Workspace& workspace, const ReportDetails& details, const std::string& reason) {
    std::vector<store::Dismissal> result;
    for (const Veto& veto : vetoes(details)) {
        for (const Assessment& assessment : details.assessments) {
            for (const Finding& finding : assessment.findings) {
                const bool behind =
                    finding.category == Category::missing && finding.mendable && finding.question == veto.question;
                if (!behind) continue;
                store::Dismissal waiver = dismissal_of(workspace, details, assessment.plugin, finding, reason);
                waiver.kind = store::Dismissal::Kind::waived;
                result.push_back(std::move(waiver));
            }
        }
    }
    return result;
}

JudgementResult waive_vetoes(Workspace& workspace, const std::string& report_id, int revision,
                             const std::string& reason) {
    if (is_blank(reason)) return reason_missing();
    const ReportDetails details = load_report(workspace, report_id);
    if (auto refusal = not_current(details, revision)) return std::move(*refusal);
    const std::vector<store::Dismissal> waived = waivers(workspace, details, reason);
    if (waived.empty()) return refused("aucun veto ne frappe ce rapport", report_id + " has no veto to waive");
    std::int64_t id = 0;
    for (const store::Dismissal& waiver : waived) id = store::save_dismissal(workspace.database(), waiver);
    return recorded(workspace, report_id, id);
}

std::vector<DismissedRule> dismissed_rules(Workspace& workspace, const std::string& programme) {
    std::vector<DismissedRule> result;
    for (const store::DismissedRule& rule : store::dismissed_rules(workspace.database(), programme)) {
        result.push_back(
            {rule.plugin, rule.rule, rule.dismissed, rule.reports, rule.wide, rule.found, rule.last_reason});
    }
    return result;
}

std::vector<DismissalRecord> dismissals(Workspace& workspace, const std::string& programme) {
    std::vector<DismissalRecord> result;
    for_each_row([&](const store::PageRequest& page) { return store::list_dismissals(workspace.database(), page); },
                 [&](const store::Dismissal& d) {
                     if (!programme.empty() && d.programme != programme) return;
                     result.push_back({d.id, d.kind == store::Dismissal::Kind::waived, from_store(d.scope), d.report_id,
                                       d.programme, d.plugin, d.rule, d.question, d.word, d.user, d.at, d.reason,
                                       d.withdrawn_by.empty()});
                 });
    return result;
}

}  // namespace relis::review
