#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/moment.h>

#include "store/database.h"
#include "store/states.h"

namespace relis::store {

/// One row of the queue: a report's current revision with all that the list shows.
struct QueueEntry {
    std::string report_id;
    int revision = 1;
    ReportState state = ReportState::submitted;
    std::string programme;  ///< id
    std::string programme_name;
    std::string site_id;
    std::string site_name;
    std::string site_city;
    std::string shopper_id;
    std::string shopper_name;           ///< the id where the name is not known
    std::optional<double> reliability;  ///< absent: never rated
    bool newcomer = false;
    std::optional<double> detail;
    std::optional<double> french;
    int flags = 0;
    int missing = 0;
    std::optional<Decision> recommendation;
    std::optional<Moment> due_at;
    std::optional<Moment> submitted_at;
    std::string held_by;  ///< user; empty: nobody. May have expired: compare held_until
    std::optional<Moment> held_until;
    bool operator==(const QueueEntry&) const = default;
};

/// Which reports the queue shows; every condition that is set must hold.
struct QueueFilter {
    /// Any of these; empty: all. The default is what awaits a decision.
    std::vector<ReportState> states{ReportState::submitted, ReportState::assessed};
    std::string programme;
    std::string site;
    std::string shopper;
    std::string search;                ///< words that a comment of the report holds (see store/search.h)
    std::optional<Moment> due_before;  ///< the late ones: due before this moment
    bool with_flags = false;
    bool with_missing = false;
    std::optional<Decision> recommendation;
    std::optional<std::string> held_by;  ///< by that user; an empty name: by nobody
    bool operator==(const QueueFilter&) const = default;
};

enum class QueueColumn {
    due_at,  ///< urgency: no due time comes last
    submitted_at,
    programme,
    site,  ///< names are compared without case and accents
    shopper,
    reliability,  ///< absent scores come first when ascending
    detail,
    french,
    flags,
    missing,
    recommendation,  ///< none, accept, reassign, rework
    state,           ///< in the order of all_report_states; then by urgency
    held_by          ///< nobody first when ascending; who held it too long ago until a colleague opens a report
};

struct QueueSort {
    QueueColumn column = QueueColumn::due_at;
    bool descending = false;
    bool operator==(const QueueSort&) const = default;
};

/// A page of the queue. Equal sort values are ordered by report id, so the order is total and pages neither repeat
/// nor skip a row that does not change meanwhile.
struct QueuePage {
    std::vector<QueueEntry> rows;
    std::string next;      ///< cursor of the page after, empty at the end
    std::string previous;  ///< cursor of the page before, empty at the start
};

/// Which way a cursor is followed.
enum class PageDirection { forward, backward };

/// Reads one page. `cursor` is `next` of another page (forward) or `previous` (backward) made with the same filter
/// and sort; empty: the first page (forward) or the last (backward). Rows come in the order of `sort` either way.
/// Throws Error refused for a cursor that is none.
[[nodiscard]] QueuePage load_queue(Database& database, const QueueFilter& filter = {}, const QueueSort& sort = {},
                                   std::size_t limit = 100, const std::string& cursor = {},
                                   PageDirection direction = PageDirection::forward);

/// A cursor that starts just after (forward) or before (backward) that row, for opening the queue on a report.
[[nodiscard]] std::string cursor_at(const QueueEntry& row, const QueueSort& sort);

/// The row of one report whatever its state, or nothing.
[[nodiscard]] std::optional<QueueEntry> load_queue_entry(Database& database, const std::string& report_id);

/// The rows of these reports, in this order; unknown ones are left out.
[[nodiscard]] std::vector<QueueEntry> load_queue_entries(Database& database, std::span<const std::string> report_ids);

/// How many rows the filter shows; counting stops at `at_most` (0: no bound). Takes time in proportion to the count:
/// call it off the interface thread.
[[nodiscard]] std::int64_t count_queue(Database& database, const QueueFilter& filter = {}, std::int64_t at_most = 0);

/// How many rows stand before this report under filter and sort; nothing where the filter does not show it. Takes
/// time in proportion to the result.
[[nodiscard]] std::optional<std::int64_t> queue_position(Database& database, const QueueFilter& filter,
                                                         const QueueSort& sort, const std::string& report_id);

}  // namespace relis::store
