#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include <relis/moment.h>

#include "review/progress.h"
#include "review/workspace.h"

namespace relis::review {

struct DemoYearOptions {
    std::filesystem::path data;     ///< the folder `data` of Relis, with `demo` and `demo-year`
    std::size_t reports = 600;      ///< of the year, before reworks; at least 50
    std::uint64_t seed = 1;         ///< the same seed and end give the same year
    std::optional<Moment> until{};  ///< its end; absent: now
};

struct DemoYearSummary {
    std::size_t reports = 0;  ///< revisions taken in
    std::size_t decisions = 0;
    std::size_t reworks = 0;
    std::size_t reassigned = 0;
    std::size_t given = 0;  ///< missions given to somebody else
    std::size_t cancelled = 0;
    std::size_t missed = 0;
    std::size_t notes = 0;
    std::size_t confirmed = 0;  ///< copies that a person confirmed
    std::size_t withdrawn = 0;  ///< shoppers
    bool stopped = false;
};

/// Lives a year of an agency through its own use cases: rosters and reports are written as files and imported,
/// assessed, decided by three reviewers, sent back, answered or not, reassigned by the ranking, given back, missed,
/// noted. Nothing is written past the use cases. The database must hold no report of that year yet. Throws
/// LabelledError where it does, std::runtime_error where `data` lacks a file.
DemoYearSummary live_demo_year(const WorkspaceOptions& options, const DemoYearOptions& year,
                               const ProgressSink& progress = {}, const std::stop_token& stop = {});

}  // namespace relis::review
