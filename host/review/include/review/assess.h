#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/label.h>

#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

struct AssessSummary {
    std::size_t assessed = 0;    ///< reports
    std::size_t from_cache = 0;  ///< assessments that stood already: same revision, plugin version and parameters
    std::size_t failed_assessments = 0;
    std::size_t kept_assessments = 0;  ///< of earlier, since their plugins can be called by nobody at present
    std::size_t rated_shoppers = 0;    ///< whose ratings changed since other parameters of theirs were published
    std::size_t expired_reworks = 0;   ///< whose time was over: their reports await a decision again
    std::vector<Label> problems;       ///< a line each, for people
};

/// Which reports are to be assessed.
struct AssessOptions {
    std::string programme;     ///< empty: all
    bool decided_too = false;  ///< rates decided reports anew as well; they keep their state
};

/// Assesses all reports whose current revision has not been assessed with the present plugins, criteria and wide
/// dismissals, on all processors, and stores the results page by page. May be stopped at any moment and run again: what
/// was stored stays and is not done twice.
AssessSummary assess_pending(Workspace& workspace, const AssessOptions& options, const ProgressSink& progress = {},
                             const std::stop_token& stop = {});
/// The same for all reports that wait.
AssessSummary assess_pending(Workspace& workspace, const ProgressSink& progress = {}, const std::stop_token& stop = {});

/// Assesses one report's current revision anew where needed. Throws LabelledError for an unknown report.
AssessSummary assess_report(Workspace& workspace, const std::string& report_id);

}  // namespace relis::review
