#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>

#include "review/appeal.h"
#include "review/workspace.h"

// The agency in figures. Every figure is defined here; shares are 0–1 and absent where there is nothing to divide by.
namespace relis::review {

/// Which work is counted; every condition that is set must hold.
struct StatisticsQuery {
    std::string programme;        ///< id; empty: all
    std::string shopper;          ///< id; empty: all
    std::string reviewer;         ///< who decided, or dismissed; does not narrow the backlog and what was submitted
    std::optional<Moment> from;   ///< inclusive: decisions by when they were made, submissions and dismissals likewise
    std::optional<Moment> until;  ///< exclusive
    bool for_client = false;      ///< without the reports accepted but left out of the client's figures
    bool operator==(const StatisticsQuery&) const = default;
};

/// How decisions fall. Decisions that were undone count nowhere; one on each revision of a report counts.
struct DecisionFigures {
    std::int64_t accepted = 0;
    std::int64_t reworked = 0;
    std::int64_t reassigned = 0;
    std::int64_t first_decided = 0;    ///< on first revisions
    std::int64_t first_accepted = 0;   ///< of them, accepted
    std::int64_t recommended = 0;      ///< where the machine had recommended something
    std::int64_t as_recommended = 0;   ///< of them, decided as it had
    std::optional<double> mean_hours;  ///< from submission to decision, where the submission is known
    std::optional<double>
        mean_detail;  ///< scores as they stood when the report was decided, people's for the machine's
    std::optional<double> mean_french;

    [[nodiscard]] std::int64_t decided() const { return accepted + reworked + reassigned; }
    [[nodiscard]] std::optional<double> acceptance() const;        ///< accepted of decided
    [[nodiscard]] std::optional<double> rework() const;            ///< reworked of decided
    [[nodiscard]] std::optional<double> reassignment() const;      ///< reassigned of decided
    [[nodiscard]] std::optional<double> first_acceptance() const;  ///< accepted at the first revision
    [[nodiscard]] std::optional<double> agreement() const;         ///< decided as recommended
};

/// One programme, shopper or reviewer.
struct StatisticsGroup {
    std::string id;
    std::string name;
    DecisionFigures figures;
};

/// How the period is cut: by days up to 5 weeks, by weeks (from Monday) up to 40, else by months.
enum class PeriodStep { day, week, month };

struct StatisticsPeriod {
    std::string first;  ///< `2026-06-15`, on the clock of whoever decided or submitted
    std::string last;
    std::int64_t submitted = 0;  ///< revisions that came in
    std::int64_t accepted = 0;
    std::int64_t reworked = 0;
    std::int64_t reassigned = 0;
};

/// A count between two bounds in hours; `to_hours` absent: and more.
struct HoursBin {
    double from_hours = 0;
    std::optional<double> to_hours;
    std::int64_t count = 0;
};

/// What waits now for a person's decision, whatever the period.
struct Backlog {
    struct Programme {
        std::string id;
        std::string name;
        std::int64_t waiting = 0;
        std::int64_t late = 0;
    };
    std::int64_t waiting = 0;
    std::int64_t late = 0;  ///< past their due time
    std::optional<double> oldest_hours;
    std::vector<HoursBin> ages;         ///< since the submission
    std::vector<Programme> programmes;  ///< most first
};

/// A rule whose findings people set aside in the period.
struct RuleFigures {
    std::string plugin;
    std::string rule;
    std::int64_t dismissed = 0;
    std::int64_t reports = 0;
    std::int64_t wide = 0;  ///< of them, for a whole programme or everywhere
    std::string last_reason;
};

struct Statistics {
    StatisticsQuery query;
    Moment at;  ///< when it was counted
    DecisionFigures totals;
    PeriodStep step = PeriodStep::day;
    std::vector<StatisticsPeriod> periods;  ///< in order, without gaps
    /// What was recommended (`none` where nothing) → what was decided → count.
    std::map<std::string, std::map<std::string, std::int64_t>> recommended;
    /// Scores by halves: [0, 0.5), …, [4.5, 5), and 5 by itself: eleven counts.
    std::vector<std::int64_t> detail;
    std::vector<std::int64_t> french;
    std::vector<HoursBin> times;              ///< from submission to decision
    std::optional<double> median_hours;       ///< half were faster
    std::optional<double> slow_hours;         ///< nine of ten were faster
    std::vector<StatisticsGroup> programmes;  ///< most decisions first, at most 50
    std::vector<StatisticsGroup> shoppers;
    std::vector<StatisticsGroup> reviewers;
    std::vector<RuleFigures> rules;  ///< most often dismissed first, at most 20
    /// What shoppers contested, scores and decisions too, over all programmes together; answered in the period, or
    /// filed in it and waiting. With a reviewer: against what he decided. Most often upheld first, at most 20.
    std::vector<AppealedRule> contested;
    Backlog backlog;
};

/// Counts. Takes a fraction of a second for 100,000 decisions; off the interface thread.
[[nodiscard]] Statistics statistics(Workspace& workspace, const StatisticsQuery& query, const Moment& now);

/// A JSON object; documented in host/cli/README.md.
[[nodiscard]] std::string to_json(const Statistics& statistics);

/// All figures as one table: `section,key,name,figure,value`, RFC 4180, numbers with a point, absent ones empty.
[[nodiscard]] std::string to_csv(const Statistics& statistics);

}  // namespace relis::review
