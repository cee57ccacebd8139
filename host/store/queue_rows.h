#pragma once

#include <string>

#include <relis/moment.h>
#include <relis/reliability.h>
#include <relis/report.h>

#include "connection.h"

namespace relis::store {

// The queue's rows hold numbers where a value is absent, so that one index range is one page (0001-schema.sql).

/// 9999-12-31T23:59:59Z: a moment that is not known comes last.
inline constexpr Moment no_due_time{std::chrono::sys_seconds{std::chrono::seconds{253402300799}},
                                    std::chrono::minutes{0}};
inline constexpr double no_score = -1;

/// What a new revision puts into its report's queue row.
struct QueueRow {
    std::string programme_name;
    std::string site_name;
    std::string site_city;
    std::string shopper_name;
    std::optional<double> reliability;
    bool newcomer = false;
    std::optional<Moment> due_at;
};

/// When a revision is due: as the standing rework before it said, else as the revision, else as its mission says.
std::optional<Moment> due_of(Connection& connection, const std::string& report_id, int revision);

/// Writes the row of a newly submitted revision: nothing assessed, held by nobody.
void put_queue_row(Connection& connection, const Report& report, const QueueRow& row);

/// Shows a shopper's new rating on the rows that still await a decision.
void show_rating(Connection& connection, const std::string& shopper_id, const Reliability& reliability);

}  // namespace relis::store
