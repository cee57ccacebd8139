#include "review/revisions.h"

#include <algorithm>

#include "french_text.h"
#include "standing.h"
#include "store/assessments.h"
#include "store/judgements.h"
#include "store/reports.h"

namespace relis::review {

namespace {

std::string passage_of(const Report& report, const Finding& finding) {
    const Answer* const answer = report.find(finding.question);
    if (answer == nullptr || finding.start >= finding.end) return {};
    const std::optional<std::string>& text = answer->comment ? answer->comment : answer->value;
    return text ? slice(*text, finding.start, finding.end) : std::string{};
}

/// Whether the current revision has the same finding, standing or set aside, on the same words.
bool is_there(const ReportDetails& details, const std::string& plugin, const Finding& finding,
              const std::string& passage) {
    const auto same = [&](const Finding& other) {
        return other.rule == finding.rule && other.question == finding.question &&
               folded_passage(details.report, other) == passage;
    };
    const Assessment* const assessment = details.assessment(plugin);
    return (assessment != nullptr && std::any_of(assessment->findings.begin(), assessment->findings.end(), same)) ||
           std::any_of(details.dismissed.begin(), details.dismissed.end(),
                       [&](const DismissedFinding& judged) { return judged.plugin == plugin && same(judged.finding); });
}

}  // namespace

std::optional<EarlierRevision> earlier_revision(Workspace& workspace, const ReportDetails& details) {
    const int revision = details.report.revision - 1;
    if (revision < 1) return std::nullopt;
    store::Database& database = workspace.database();
    auto report = store::load_report(database, details.report.report_id, revision);
    if (!report) return std::nullopt;
    EarlierRevision earlier;
    earlier.report = std::move(*report);
    const auto assessed = store::load_assessed(database, details.report.report_id, revision);
    if (!assessed) return earlier;
    Judgements judgements;
    judgements.dismissals = store::dismissals_here(database, details.report.report_id, revision);
    std::vector<Assessment> made;
    for (const store::StoredAssessment& stored : assessed->assessments) made.push_back(stored.assessment);
    Standing stands = standing(std::move(made), earlier.report, judgements);
    const auto add = [&](const std::string& plugin, const Finding& finding, std::optional<DismissedFinding> judged) {
        EarlierFinding found;
        found.plugin = plugin;
        found.finding = finding;
        found.passage = passage_of(earlier.report, finding);
        found.gone = !is_there(details, plugin, finding, folded_passage(earlier.report, finding));
        found.judged = std::move(judged);
        earlier.findings.push_back(std::move(found));
    };
    for (const Assessment& assessment : stands.assessments) {
        for (const Finding& finding : assessment.findings) add(assessment.plugin, finding, std::nullopt);
    }
    for (const DismissedFinding& judged : stands.dismissed) add(judged.plugin, judged.finding, judged);
    return earlier;
}

}  // namespace relis::review
