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
    std::size_t reworks_in_time = 0;     ///< answered; a few of them after the end of the year
    std::size_t reworks_late = 0;        ///< answered after their due time
    std::size_t reworks_unanswered = 0;  ///< the outcome agreed beforehand followed
    std::size_t reminders = 0;
    std::size_t reassigned = 0;
    std::size_t left_out = 0;           ///< accepted, but not in the client's figures
    std::size_t holds = 0;              ///< reports held until a date
    std::size_t withdrawn_reports = 0;  ///< out of the work
    std::size_t surplus = 0;            ///< visits kept after an appeal
    std::size_t given = 0;              ///< missions given to somebody else
    std::size_t free_missions = 0;      ///< that nobody has at the end
    std::size_t cancelled = 0;
    std::size_t missed = 0;
    std::size_t dismissals = 0;  ///< findings that a reviewer set aside
    std::size_t own_scores = 0;  ///< scores that a reviewer gave
    std::size_t appeals = 0;
    std::size_t late_appeals = 0;  ///< of them, taken in spite of their time
    std::size_t appeals_upheld = 0;
    std::size_t appeals_partly = 0;
    std::size_t appeals_dismissed = 0;
    std::size_t appeals_taken_back = 0;
    std::size_t notes = 0;
    std::size_t confirmed = 0;  ///< copies that a person confirmed
    std::size_t withdrawn = 0;  ///< shoppers
    std::size_t mails_sent = 0;
    std::size_t mails_failed = 0;
    std::size_t mails_uncertain = 0;
    bool stopped = false;
};

/// Lives a year of an agency through its own use cases: rosters and reports are written as files and imported,
/// assessed, decided by three reviewers, held, withdrawn, sent back, answered in time, late or never, reassigned by the
/// ranking, given back, missed, noted, contested and answered; the feedback goes to an invented server. Nothing is
/// written past the use cases. The database must hold no report of that year yet. Throws
/// LabelledError where it does, std::runtime_error where `data` lacks a file.
DemoYearSummary live_demo_year(const WorkspaceOptions& options, const DemoYearOptions& year,
                               const ProgressSink& progress = {}, const std::stop_token& stop = {});

}  // namespace relis::review
