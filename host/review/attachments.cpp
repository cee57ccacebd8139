#include "review/attachments.h"

#include <algorithm>
#include <system_error>

#include "store/attachments.h"
#include "store/reports.h"
#include "store_types.h"

namespace relis::review {

namespace {

/// By the finding of that rule: what serves as what is the plugins' matter.
bool has_wrong_kind(const ReportDetails& details, const std::string& question) {
    return std::any_of(details.assessments.begin(), details.assessments.end(), [&](const Assessment& assessment) {
        return std::any_of(assessment.findings.begin(), assessment.findings.end(), [&](const Finding& finding) {
            return finding.rule == "wrong-kind-attachment" && finding.question == question;
        });
    });
}

/// The file where it lies inside the folder that the report came from, which a path of the report may not leave.
std::filesystem::path path_of(const std::string& source, const std::string& file) {
    if (source.empty() || file.empty()) return {};
    std::error_code error;
    const std::filesystem::path folder =
        std::filesystem::weakly_canonical(std::filesystem::path(source).parent_path(), error);
    if (error) return {};
    const std::filesystem::path path = std::filesystem::weakly_canonical(folder / file, error);
    if (error || !std::filesystem::is_regular_file(path, error)) return {};
    const auto outside = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first;
    return outside == folder.end() ? path : std::filesystem::path{};
}

}  // namespace

std::vector<AttachmentView> attachments(Workspace& workspace, const ReportDetails& details) {
    const Report& report = details.report;
    std::vector<AttachmentView> result;
    if (report.attachments.empty()) return result;
    store::Database& database = workspace.database();
    const std::vector<AttachmentFacts> facts =
        store::attachment_facts(database, report.report_id, report.revision, report.submitted_at.value_or(now()));
    std::string source;
    for (const store::RevisionInfo& revision : store::list_revisions(database, report.report_id)) {
        if (revision.revision == report.revision) source = revision.source;
    }
    for (std::size_t i = 0; i < report.attachments.size(); ++i) {
        AttachmentView view;
        view.attachment = report.attachments[i];
        if (i < facts.size()) view.facts = facts[i];
        view.wrong_kind = view.facts.state == FileState::readable && has_wrong_kind(details, view.attachment.question);
        view.path = path_of(source, view.attachment.file);
        result.push_back(std::move(view));
    }
    return result;
}

}  // namespace relis::review
