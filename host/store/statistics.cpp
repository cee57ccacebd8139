#include "store/statistics.h"

#include <algorithm>
#include <limits>

#include "database_implementation.h"
#include "queue_rows.h"

namespace relis::store {

namespace {

/// Conditions with their arguments, which stand in the same order.
struct Where {
    std::string sql;
    Arguments arguments;

    template <class T>
    void also(const std::string& condition, const T& argument) {
        sql += " AND " + condition;
        arguments.add(argument);
    }
};

std::int64_t seconds_of(const Moment& moment) {
    return moment.utc.time_since_epoch().count();
}

void within(Where& where, const StatisticsFilter& filter, const std::string& column) {
    if (filter.from) where.also(column + " >= :from", seconds_of(*filter.from));
    if (filter.until) where.also(column + " < :until", seconds_of(*filter.until));
}

Where of_decisions(const StatisticsFilter& filter) {
    Where where{"undone_at IS NULL", Arguments()};
    within(where, filter, "decided_at");
    if (!filter.programme.empty()) where.also("programme_id = :programme", filter.programme);
    if (!filter.shopper.empty()) where.also("shopper_id = :shopper", filter.shopper);
    if (!filter.user.empty()) where.also("user_id = :user", filter.user);
    if (filter.for_client) where.also("left_out = :left_out", 0);
    return where;
}

const std::string counted =
    "SUM(CASE WHEN decision = 'accept' THEN 1 ELSE 0 END), SUM(CASE WHEN decision = 'rework' THEN 1 ELSE 0 END), "
    "SUM(CASE WHEN decision = 'reassign' THEN 1 ELSE 0 END), SUM(CASE WHEN revision = 1 THEN 1 ELSE 0 END), SUM(CASE "
    "WHEN revision = 1 AND decision = 'accept' THEN 1 ELSE 0 END), COUNT(recommended), SUM(CASE WHEN recommended = "
    "decision THEN 1 ELSE 0 END), SUM(CASE WHEN submitted_at <= decided_at THEN 1 ELSE 0 END), CAST(SUM(CASE WHEN "
    "submitted_at <= decided_at THEN decided_at - submitted_at ELSE 0 END) AS BIGINT), COUNT(detail), "
    "COALESCE(SUM(detail), 0.0), COUNT(french), COALESCE(SUM(french), 0.0)";
constexpr const char* counted_types = "iiiiiiiiiirir";

DecisionCounts counts_of(Row& row) {
    DecisionCounts counts;
    counts.accepted = row.integer();
    counts.reworked = row.integer();
    counts.reassigned = row.integer();
    counts.first_decided = row.integer();
    counts.first_accepted = row.integer();
    counts.recommended = row.integer();
    counts.as_recommended = row.integer();
    counts.timed = row.integer();
    counts.seconds = row.integer();
    counts.detail_count = row.integer();
    counts.detail_sum = row.real();
    counts.french_count = row.integer();
    counts.french_sum = row.real();
    return counts;
}

DecisionCounts totals(Connection& c, const StatisticsFilter& filter) {
    const Where where = of_decisions(filter);
    return c
        .first(counted_types, "SELECT " + counted + " FROM decisions WHERE " + where.sql + " HAVING COUNT(*) > 0",
               where.arguments, counts_of)
        .value_or(DecisionCounts{});
}

std::vector<DecisionGroup> groups(Connection& c, const StatisticsFilter& filter, const std::string& column,
                                  const std::string& names, std::size_t most) {
    Where where = of_decisions(filter);
    where.arguments.add(most);
    std::vector<DecisionGroup> result =
        c.all(std::string("ti") + counted_types,
              "SELECT " + column + ", COUNT(*) AS times, " + counted + " FROM decisions WHERE " + where.sql +
                  " GROUP BY " + column + " ORDER BY times DESC, " + column + " LIMIT :rows",
              where.arguments, [](Row& row) {
                  DecisionGroup group;
                  group.id = row.text();
                  row.integer();
                  group.counts = counts_of(row);
                  return group;
              });
    for (DecisionGroup& group : result) {
        group.name = c.first("t", "SELECT name FROM " + names + " WHERE id = :id", Arguments(group.id), [](Row& row) {
                          return row.text();
                      }).value_or("");
        if (group.name.empty()) group.name = group.id;
    }
    return result;
}

std::vector<DayCounts> days(Connection& c, const StatisticsFilter& filter) {
    std::map<std::int64_t, DayCounts> by_day;
    const Where decided = of_decisions(filter);
    c.each("iti",
           "SELECT (decided_at + decided_offset * 60) / 86400 AS day, decision, COUNT(*) FROM decisions WHERE " +
               decided.sql + " GROUP BY (decided_at + decided_offset * 60) / 86400, decision",
           decided.arguments, [&](Row& row) {
               DayCounts& day = by_day[row.integer()];
               const std::string decision = row.text();
               const std::int64_t count = row.integer();
               (decision == "accept" ? day.accepted : decision == "rework" ? day.reworked : day.reassigned) = count;
           });
    Where submitted{"v.submitted_at IS NOT NULL", Arguments()};
    within(submitted, filter, "v.submitted_at");
    const bool narrowed = !filter.programme.empty() || !filter.shopper.empty();
    if (!filter.programme.empty()) submitted.also("p.programme_id = :programme", filter.programme);
    if (!filter.shopper.empty()) submitted.also("p.shopper_id = :shopper", filter.shopper);
    c.each("ii",
           std::string("SELECT (v.submitted_at + v.submitted_offset * 60) / 86400 AS day, COUNT(*) FROM revisions v ") +
               (narrowed ? "JOIN reports p ON p.id = v.report_id " : "") + "WHERE " + submitted.sql +
               " GROUP BY (v.submitted_at + v.submitted_offset * 60) / 86400",
           submitted.arguments, [&](Row& row) {
               DayCounts& day = by_day[row.integer()];
               day.submitted = row.integer();
           });
    std::vector<DayCounts> result;
    for (auto& [number, day] : by_day) {
        day.day = number;
        result.push_back(day);
    }
    return result;
}

/// An expression that numbers the bin of `value`: below the first bound 0, below the second 1, …
std::string bin_of(const std::string& value, const std::vector<std::string>& bounds) {
    std::string sql = "CASE";
    for (std::size_t i = 0; i < bounds.size(); ++i)
        sql += " WHEN " + value + " < " + bounds[i] + " THEN " + std::to_string(i);
    return bounds.empty() ? "0" : sql + " ELSE " + std::to_string(bounds.size()) + " END";
}

std::vector<std::string> texts_of(const std::vector<std::int64_t>& bounds) {
    std::vector<std::string> texts;
    texts.reserve(bounds.size());
    for (const std::int64_t bound : bounds) texts.push_back(std::to_string(bound));
    return texts;
}

std::vector<std::int64_t> in_bins(Connection& c, const Where& where, const std::string& value,
                                  const std::vector<std::string>& bounds) {
    std::vector<std::int64_t> bins(bounds.size() + 1, 0);
    const std::string bin = bin_of(value, bounds);
    c.each("ii", "SELECT " + bin + ", COUNT(*) FROM decisions WHERE " + where.sql + " GROUP BY " + bin, where.arguments,
           [&](Row& row) {
               const auto place = static_cast<std::size_t>(row.integer());
               bins.at(place) = row.integer();
           });
    return bins;
}

std::vector<std::int64_t> score_counts(Connection& c, const StatisticsFilter& filter, const std::string& column) {
    Where where = of_decisions(filter);
    where.sql += " AND " + column + " IS NOT NULL";
    std::vector<std::string> bounds;
    for (std::size_t i = 1; i < score_bins; ++i) bounds.push_back(std::to_string(i / 2) + (i % 2 == 0 ? ".0" : ".5"));
    return in_bins(c, where, column, bounds);
}

constexpr const char* timed = " AND submitted_at <= decided_at";

std::optional<std::int64_t> time_at(Connection& c, const StatisticsFilter& filter, std::int64_t place) {
    Where where = of_decisions(filter);
    where.arguments.add(place);
    return c.first("i",
                   "SELECT decided_at - submitted_at AS took FROM decisions WHERE " + where.sql + timed +
                       " ORDER BY took LIMIT 1 OFFSET :place",
                   where.arguments, [](Row& row) { return std::int64_t{row.integer()}; });
}

std::vector<DismissedRuleCounts> rules(Connection& c, const StatisticsFilter& filter, std::size_t most) {
    Where where{"withdrawn_at IS NULL AND kind = 'dismissed'", Arguments()};
    within(where, filter, "made_at");
    if (!filter.programme.empty()) where.also("programme_id = :programme", filter.programme);
    if (!filter.shopper.empty())
        where.also("report_id IN (SELECT id FROM reports WHERE shopper_id = :shopper)", filter.shopper);
    if (!filter.user.empty()) where.also("user_id = :user", filter.user);
    where.arguments.add(most);
    struct Counted {
        DismissedRuleCounts counts;
        std::int64_t last = 0;
    };
    std::vector<Counted> rows = c.all(
        "ttiiii",
        "SELECT plugin, rule, COUNT(*) AS times, COUNT(DISTINCT report_id), SUM(CASE WHEN scope = 'here' THEN 0 ELSE 1 "
        "END), MAX(id) FROM dismissals WHERE " +
            where.sql + " GROUP BY plugin, rule ORDER BY times DESC, plugin, rule LIMIT :rows",
        where.arguments, [](Row& row) {
            Counted one;
            one.counts.plugin = row.text();
            one.counts.rule = row.text();
            one.counts.dismissed = row.integer();
            one.counts.reports = row.integer();
            one.counts.wide = row.integer();
            one.last = row.integer();
            return one;
        });
    std::vector<DismissedRuleCounts> result;
    for (Counted& one : rows) {
        one.counts.last_reason =
            c.first("t", "SELECT reason FROM dismissals WHERE id = :id", Arguments(one.last), [](Row& row) {
                 return row.text();
             }).value_or("");
        result.push_back(std::move(one.counts));
    }
    return result;
}

void backlog(Connection& c, const StatisticsFilter& filter, const StatisticsShape& shape, Statistics& result) {
    Where where{"state IN ('submitted', 'assessed')", Arguments()};
    if (!filter.programme.empty()) where.also("programme_id = :programme", filter.programme);
    if (!filter.shopper.empty()) where.also("shopper_id = :shopper", filter.shopper);
    const std::string now = std::to_string(seconds_of(shape.now));
    const std::string bin = bin_of("(" + now + " - submitted_at)", texts_of(shape.ages));
    result.ages.assign(shape.ages.size() + 1, 0);
    std::map<std::string, WaitingCounts> programmes;
    std::int64_t oldest = std::numeric_limits<std::int64_t>::max();
    c.each("ttiiii",
           "SELECT programme_id, MAX(programme_name), " + bin + ", COUNT(*), SUM(CASE WHEN due_at < " + now +
               " THEN 1 ELSE 0 END), MIN(submitted_at) FROM "
               "queue_entries WHERE " +
               where.sql + " GROUP BY programme_id, " + bin,
           where.arguments, [&](Row& row) {
               const std::string id = row.text();
               WaitingCounts& programme = programmes[id];
               programme.programme = id;
               programme.name = row.text();
               const auto place = static_cast<std::size_t>(row.integer());
               const std::int64_t count = row.integer();
               result.ages.at(place) += count;
               programme.waiting += count;
               programme.late += row.integer();
               oldest = std::min<std::int64_t>(oldest, row.integer());
           });
    for (auto& [id, programme] : programmes) result.waiting.push_back(std::move(programme));
    std::stable_sort(result.waiting.begin(), result.waiting.end(),
                     [](const WaitingCounts& a, const WaitingCounts& b) { return a.waiting > b.waiting; });
    if (oldest < seconds_of(no_due_time))
        result.oldest_waiting = Moment{std::chrono::sys_seconds{std::chrono::seconds{oldest}}, {}};
}

}  // namespace

Statistics load_statistics(Database& database, const StatisticsFilter& filter, const StatisticsShape& shape) {
    return read_snapshot(database, [&](Connection& c) {
        Statistics result;
        result.totals = totals(c, filter);
        result.days = days(c, filter);
        const Where decided = of_decisions(filter);
        c.each("tti",
               "SELECT COALESCE(recommended, 'none'), decision, COUNT(*) FROM decisions WHERE " + decided.sql +
                   " GROUP BY COALESCE(recommended, 'none'), decision",
               decided.arguments, [&](Row& row) {
                   auto& of = result.recommended[row.text()];
                   const std::string decision = row.text();
                   of[decision] = row.integer();
               });
        result.detail = score_counts(c, filter, "detail");
        result.french = score_counts(c, filter, "french");
        Where took = of_decisions(filter);
        took.sql += timed;
        result.times = in_bins(c, took, "decided_at - submitted_at", texts_of(shape.times));
        if (result.totals.timed > 0) {
            result.median_seconds = time_at(c, filter, (result.totals.timed - 1) / 2);
            result.slow_seconds = time_at(c, filter, (result.totals.timed - 1) * 9 / 10);
        }
        result.programmes = groups(c, filter, "programme_id", "programmes", shape.groups);
        result.shoppers = groups(c, filter, "shopper_id", "shoppers", shape.groups);
        result.users = groups(c, filter, "user_id", "users", shape.groups);
        result.rules = rules(c, filter, shape.rules);
        backlog(c, filter, shape, result);
        return result;
    });
}

}  // namespace relis::store
