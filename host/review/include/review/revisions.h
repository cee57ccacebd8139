#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/finding.h>
#include <relis/report.h>

#include "review/report_details.h"

namespace relis::review {

/// What was found in the revision before, and what became of it.
struct EarlierFinding {
    std::string plugin;
    Finding finding;      ///< places count in the earlier text
    std::string passage;  ///< what it covered; empty: the answer or the report as a whole
    bool gone = false;    ///< nothing of the kind is found in the current revision; a judgement of it is outdated
    std::optional<DismissedFinding> judged;  ///< somebody had set it aside
};

/// The revision that the current one replaced.
struct EarlierRevision {
    Report report;
    std::vector<EarlierFinding> findings;  ///< in the order of plugins, those set aside last
};

/// The revision before the one that was loaded; nothing for a first revision, and for one whose forerunner is not in
/// the database.
[[nodiscard]] std::optional<EarlierRevision> earlier_revision(Workspace& workspace, const ReportDetails& details);

}  // namespace relis::review
