#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/label.h>

#include "review/criteria_sheet.h"
#include "review/progress.h"
#include "review/queue.h"
#include "review/workspace.h"

namespace relis::review {

struct CompareOptions {
    std::int64_t criteria_set = 0;             ///< a draft, or any other version
    std::optional<CriteriaProposal> proposal;  ///< instead of criteria_set: one that nobody has stored yet
    std::vector<std::string> reports;          ///< only these, as far as they are of the set's programmes; empty: all
    bool decided_too = true;                   ///< reports that were decided already
    std::size_t sample = 0;                    ///< at most so many reports, spread evenly over the stored ones; 0: all
    std::size_t list = 1000;                   ///< how many changes are listed; all are counted
};

/// A value under the criteria in force and under those compared with them.
template <class T>
struct BeforeAfter {
    std::optional<T> before;  ///< absent: not judged, or nothing recommended
    std::optional<T> after;
    [[nodiscard]] bool changed() const { return before != after; }
};

/// One report that would be rated otherwise.
struct ReportChange {
    std::string report_id;
    std::string programme;
    ReportState state = ReportState::assessed;
    std::map<std::string, BeforeAfter<double>> scores;  ///< by criterion; those that change
    BeforeAfter<Decision> recommendation;
    std::string reason;  ///< French: the first reason of the new recommendation, where it is another one
};

/// What would change in one criterion.
struct ScoreShift {
    std::size_t raised = 0;
    std::size_t lowered = 0;
    std::size_t judged_otherwise = 0;  ///< judged on one side only
    double mean_change = 0;            ///< over all reports judged on both sides
    /// Changes in quarter points, rounded (0: none, or less than an eighth), to the number of reports.
    std::map<int, std::size_t> by_quarter;
};

struct CriteriaComparison {
    std::size_t reports = 0;  ///< compared
    std::size_t changed = 0;  ///< of them, those whose scores or recommendation change
    std::map<std::string, ScoreShift> scores;
    /// Recommendation in force (`none` where absent) → the other one → count.
    std::map<std::string, std::map<std::string, std::size_t>> recommendations;
    std::vector<ReportChange> changes;  ///< changed recommendations first, then by report id
    std::vector<Label> problems;        ///< a line each, for people
    bool complete = true;               ///< false: stopped before its end
};

/// Rates stored reports with the criteria in force and with another version, beside each other on all processors, and
/// tells what changes. Keeps nothing. Throws std::runtime_error for an unknown version or parameters that do not fit.
[[nodiscard]] CriteriaComparison compare_criteria(Workspace& workspace, const CompareOptions& options,
                                                  const ProgressSink& progress = {}, const std::stop_token& stop = {});

}  // namespace relis::review
