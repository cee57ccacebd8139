#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>

#include "store/database.h"

// Counts over decisions, submissions, dismissals and the backlog. A period is one range of one index (migration 0009),
// so that a year of 100,000 decisions is answered in a fraction of a second on both back ends.
namespace relis::store {

/// What is counted; every condition that is set must hold.
struct StatisticsFilter {
    std::string programme;  ///< id; empty: all
    std::string shopper;
    std::string user;             ///< who decided, or dismissed; does not narrow the backlog and what was submitted
    std::optional<Moment> from;   ///< inclusive
    std::optional<Moment> until;  ///< exclusive
    bool for_client = false;      ///< without the reports accepted but left out of the client's figures
    bool operator==(const StatisticsFilter&) const = default;
};

/// How decisions that stand fall.
struct DecisionCounts {
    std::int64_t accepted = 0;
    std::int64_t reworked = 0;
    std::int64_t reassigned = 0;
    std::int64_t first_decided = 0;   ///< on first revisions
    std::int64_t first_accepted = 0;  ///< of them, accepted
    std::int64_t recommended = 0;     ///< the machine had recommended something
    std::int64_t as_recommended = 0;  ///< of them, decided so
    std::int64_t timed = 0;           ///< the time of submission is known and not after the decision
    std::int64_t seconds = 0;         ///< of them, from submission to decision, summed
    std::int64_t detail_count = 0;    ///< judged
    double detail_sum = 0;
    std::int64_t french_count = 0;
    double french_sum = 0;
    [[nodiscard]] std::int64_t decided() const { return accepted + reworked + reassigned; }
    bool operator==(const DecisionCounts&) const = default;
};

struct DecisionGroup {
    std::string id;
    std::string name;  ///< the id where there is none
    DecisionCounts counts;
};

/// One day on the clock of whoever decided or submitted.
struct DayCounts {
    std::int64_t day = 0;  ///< since 1970-01-01
    std::int64_t submitted = 0;
    std::int64_t accepted = 0;
    std::int64_t reworked = 0;
    std::int64_t reassigned = 0;
};

struct WaitingCounts {
    std::string programme;
    std::string name;
    std::int64_t waiting = 0;
    std::int64_t late = 0;  ///< past due
};

struct DismissedRuleCounts {
    std::string plugin;
    std::string rule;
    std::int64_t dismissed = 0;
    std::int64_t reports = 0;
    std::int64_t wide = 0;    ///< for a programme or everywhere
    std::string last_reason;  ///< of the last one
};

/// How the figures are cut.
struct StatisticsShape {
    Moment now;
    std::vector<std::int64_t> ages;   ///< bounds in seconds, rising: n bounds make n + 1 counts
    std::vector<std::int64_t> times;  ///< the same, from submission to decision
    std::size_t groups = 50;          ///< programmes, shoppers and reviewers at most
    std::size_t rules = 20;
};

/// Scores are counted by halves: [0, 0.5), [0.5, 1), …, [4.5, 5), and 5 by itself.
inline constexpr std::size_t score_bins = 11;

struct Statistics {
    DecisionCounts totals;
    std::vector<DayCounts> days;                                             ///< those with anything, in order
    std::map<std::string, std::map<std::string, std::int64_t>> recommended;  ///< `none` where absent → decision → count
    std::vector<std::int64_t> detail;  ///< score_bins counts, as the scores stood when decided
    std::vector<std::int64_t> french;
    std::vector<std::int64_t> times;
    std::optional<std::int64_t> median_seconds;
    std::optional<std::int64_t> slow_seconds;  ///< nine of ten were faster
    std::vector<DecisionGroup> programmes;     ///< most decisions first
    std::vector<DecisionGroup> shoppers;
    std::vector<DecisionGroup> users;
    std::vector<DismissedRuleCounts> rules;  ///< most often dismissed first

    std::vector<std::int64_t> ages;        ///< of what waits now, since it was submitted
    std::vector<WaitingCounts> waiting;    ///< by programme, most first
    std::optional<Moment> oldest_waiting;  ///< when it was submitted
};

/// All figures, as of one moment of the database. The backlog is that of `shape.now`, whatever the period.
[[nodiscard]] Statistics load_statistics(Database& database, const StatisticsFilter& filter,
                                         const StatisticsShape& shape);

}  // namespace relis::store
