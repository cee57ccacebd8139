#include "review/statistics.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "appeal_records.h"
#include "store/appeals.h"
#include "store/statistics.h"

namespace relis::review {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr double hour = 3600;
constexpr std::size_t most_contested = 20;
const std::vector<std::int64_t> age_hours{6, 12, 24, 48, 96, 168};
const std::vector<std::int64_t> time_hours{1, 4, 12, 24, 48, 96};

std::vector<std::int64_t> in_seconds(std::vector<std::int64_t> hours) {
    for (std::int64_t& value : hours) value *= 3600;
    return hours;
}

std::vector<HoursBin> bins_of(const std::vector<std::int64_t>& bounds, const std::vector<std::int64_t>& counts) {
    std::vector<HoursBin> bins;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        HoursBin bin;
        bin.from_hours = i == 0 ? 0 : static_cast<double>(bounds[i - 1]);
        if (i < bounds.size()) bin.to_hours = static_cast<double>(bounds[i]);
        bin.count = counts[i];
        bins.push_back(bin);
    }
    return bins;
}

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

std::optional<double> mean(double sum, std::int64_t count) {
    if (count == 0) return std::nullopt;
    return sum / static_cast<double>(count);
}

DecisionFigures figures_of(const store::DecisionCounts& counts) {
    DecisionFigures figures;
    figures.accepted = counts.accepted;
    figures.reworked = counts.reworked;
    figures.reassigned = counts.reassigned;
    figures.first_decided = counts.first_decided;
    figures.first_accepted = counts.first_accepted;
    figures.recommended = counts.recommended;
    figures.as_recommended = counts.as_recommended;
    figures.mean_hours = mean(static_cast<double>(counts.seconds) / hour, counts.timed);
    figures.mean_detail = mean(counts.detail_sum, counts.detail_count);
    figures.mean_french = mean(counts.french_sum, counts.french_count);
    return figures;
}

std::vector<StatisticsGroup> groups_of(const std::vector<store::DecisionGroup>& groups) {
    std::vector<StatisticsGroup> result;
    result.reserve(groups.size());
    for (const store::DecisionGroup& group : groups) result.push_back({group.id, group.name, figures_of(group.counts)});
    return result;
}

std::string date_of(sys_days day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// The first day of the step that a day lies in, and the first of the next one.
std::pair<sys_days, sys_days> step_around(sys_days day, PeriodStep step) {
    switch (step) {
        case PeriodStep::day:
            return {day, day + days(1)};
        case PeriodStep::week: {
            const sys_days monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
            return {monday, monday + days(7)};
        }
        case PeriodStep::month:
            break;
    }
    const std::chrono::year_month_day date(day);
    const auto month = date.year() / date.month();
    return {sys_days(month / 1), sys_days((month + std::chrono::months(1)) / 1)};
}

sys_days day_of(const Moment& moment) {
    return std::chrono::floor<days>(moment.utc + moment.offset);
}

/// Every step from the first day with anything, or the beginning of the period, to its end.
void cut(const store::Statistics& stored, Statistics& result) {
    if (stored.days.empty()) return;
    sys_days first{days(stored.days.front().day)}, last{days(stored.days.back().day)};
    if (result.query.from) first = std::min(first, day_of(*result.query.from));
    const auto length = (last - first).count() + 1;
    result.step = length <= 35 ? PeriodStep::day : length <= 280 ? PeriodStep::week : PeriodStep::month;
    std::size_t next = 0;
    for (sys_days at = first; at <= last;) {
        const auto [begin, end] = step_around(at, result.step);
        StatisticsPeriod period;
        period.first = date_of(begin);
        period.last = date_of(end - days(1));
        for (; next < stored.days.size() && sys_days{days(stored.days[next].day)} < end; ++next) {
            period.submitted += stored.days[next].submitted;
            period.accepted += stored.days[next].accepted;
            period.reworked += stored.days[next].reworked;
            period.reassigned += stored.days[next].reassigned;
        }
        result.periods.push_back(std::move(period));
        at = end;
    }
}

}  // namespace

std::optional<double> DecisionFigures::acceptance() const {
    return share(accepted, decided());
}
std::optional<double> DecisionFigures::rework() const {
    return share(reworked, decided());
}
std::optional<double> DecisionFigures::reassignment() const {
    return share(reassigned, decided());
}
std::optional<double> DecisionFigures::first_acceptance() const {
    return share(first_accepted, first_decided);
}
std::optional<double> DecisionFigures::agreement() const {
    return share(as_recommended, recommended);
}

Statistics statistics(Workspace& workspace, const StatisticsQuery& query, const Moment& now) {
    const store::StatisticsFilter filter{query.programme, query.shopper, query.reviewer,
                                         query.from,      query.until,   query.for_client};
    store::StatisticsShape shape;
    shape.now = now;
    shape.ages = in_seconds(age_hours);
    shape.times = in_seconds(time_hours);
    const store::Statistics stored = store::load_statistics(workspace.database(), filter, shape);

    Statistics result;
    result.query = query;
    result.at = now;
    result.totals = figures_of(stored.totals);
    cut(stored, result);
    result.recommended = stored.recommended;
    result.detail = stored.detail;
    result.french = stored.french;
    result.times = bins_of(time_hours, stored.times);
    if (stored.median_seconds) result.median_hours = static_cast<double>(*stored.median_seconds) / hour;
    if (stored.slow_seconds) result.slow_hours = static_cast<double>(*stored.slow_seconds) / hour;
    result.programmes = groups_of(stored.programmes);
    result.shoppers = groups_of(stored.shoppers);
    result.reviewers = groups_of(stored.users);
    for (const store::DismissedRuleCounts& rule : stored.rules)
        result.rules.push_back({rule.plugin, rule.rule, rule.dismissed, rule.reports, rule.wide, rule.last_reason});
    store::AppealedRulesFilter appeals{query.programme, query.shopper, query.reviewer, query.from, query.until, false};
    result.contested = from_store(store::appealed_rules(workspace.database(), appeals));
    result.contested.resize(std::min(result.contested.size(), most_contested));
    result.backlog.ages = bins_of(age_hours, stored.ages);
    for (const store::WaitingCounts& waiting : stored.waiting) {
        result.backlog.programmes.push_back({waiting.programme, waiting.name, waiting.waiting, waiting.late});
        result.backlog.waiting += waiting.waiting;
        result.backlog.late += waiting.late;
    }
    if (stored.oldest_waiting)
        result.backlog.oldest_hours = static_cast<double>((now.utc - stored.oldest_waiting->utc).count()) / hour;
    return result;
}

}  // namespace relis::review
