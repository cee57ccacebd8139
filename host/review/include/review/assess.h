#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>

#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

struct AssessSummary {
    std::size_t assessed = 0;    ///< reports
    std::size_t from_cache = 0;  ///< assessments that stood already: same revision, plugin version and parameters
    std::size_t failed_assessments = 0;
    std::vector<std::string> problems;  ///< a line each, for people
};

/// Assesses all reports whose current revision has not been assessed with the present plugins and criteria, several
/// at a time, and stores the results. May be stopped and run again.
AssessSummary assess_pending(Workspace& workspace, const ProgressSink& progress = {}, const std::stop_token& stop = {});

/// Assesses one report's current revision anew where needed. Throws std::runtime_error for an unknown report.
AssessSummary assess_report(Workspace& workspace, const std::string& report_id);

}  // namespace relis::review
