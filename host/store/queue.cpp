#include "store/queue.h"

#include <algorithm>

#include "database_implementation.h"
#include "queue_sql.h"

namespace relis::store {

namespace {

struct PlacedEntry {
    QueuePlace place;
    QueueEntry entry;
};

/// Where in a state's rows a page starts: sorting by state, whole states lie before or after the cursor.
enum class Part { none, from_place, all };

Part part_of(ReportState state, const QueueSort& sort, bool backward, const std::optional<QueuePlace>& after) {
    if (!after) return Part::all;
    if (sort.column != QueueColumn::state) return Part::from_place;
    QueueEntry of_state;
    of_state.state = state;
    const int rank = place_of(of_state, sort).rank;
    if (rank == after->rank) return Part::from_place;
    const bool descending = sort.descending != backward;
    return (rank > after->rank) != descending ? Part::all : Part::none;
}

std::string queue_select() {
    return "SELECT " + std::string(queue_columns) + " FROM queue_entries WHERE ";
}

}  // namespace

QueuePage load_queue(Database& database, const QueueFilter& filter, const QueueSort& sort, std::size_t limit,
                     const std::string& cursor, PageDirection direction) {
    const bool backward = direction == PageDirection::backward;
    const bool descending = sort.descending != backward;
    const std::size_t wanted = std::max<std::size_t>(limit, 1);
    std::optional<QueuePlace> after;
    if (!cursor.empty()) after = read_cursor(cursor, sort);

    std::vector<PlacedEntry> rows;
    read_snapshot(database, [&](Connection& c) {
        const SearchPlan search = plan_search(c, filter.search);
        if (search == SearchPlan::nothing) return;
        for (const ReportState state : states_of(filter)) {
            const Part part = part_of(state, sort, backward, after);
            if (part == Part::none) continue;
            const QueueStatement statement = rows_statement(c, filter, search, state, sort, backward,
                                                            part == Part::all ? std::nullopt : after, wanted + 1);
            c.each(queue_types, statement.sql, statement.arguments, [&](Row& row) {
                QueueEntry entry = queue_entry_of(row);
                rows.push_back({place_of(entry, sort), std::move(entry)});
            });
        }
    });
    std::sort(rows.begin(), rows.end(), [&](const PlacedEntry& a, const PlacedEntry& b) {
        return descending ? b.place < a.place : a.place < b.place;
    });
    const bool more = rows.size() > wanted;
    if (more) rows.resize(wanted);
    if (backward) std::reverse(rows.begin(), rows.end());

    QueuePage page;
    if (!rows.empty()) {
        const bool before = backward ? more : after.has_value();
        const bool behind = backward ? after.has_value() : more;
        if (before) page.previous = write_cursor(rows.front().place, sort);
        if (behind) page.next = write_cursor(rows.back().place, sort);
    }
    page.rows.reserve(rows.size());
    for (PlacedEntry& row : rows) page.rows.push_back(std::move(row.entry));
    return page;
}

std::string cursor_at(const QueueEntry& row, const QueueSort& sort) {
    return write_cursor(place_of(row, sort), sort);
}

std::optional<QueueEntry> load_queue_entry(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) {
        return c.first(queue_types, queue_select() + "report_id = :id", Arguments(report_id), queue_entry_of);
    });
}

std::vector<QueueEntry> load_queue_entries(Database& database, std::span<const std::string> report_ids) {
    return read_snapshot(database, [&](Connection& c) {
        std::vector<QueueEntry> entries;
        for (const std::string& id : report_ids) {
            auto entry = c.first(queue_types, queue_select() + "report_id = :id", Arguments(id), queue_entry_of);
            if (entry) entries.push_back(std::move(*entry));
        }
        return entries;
    });
}

std::int64_t count_queue(Database& database, const QueueFilter& filter, std::int64_t at_most) {
    return read(database, [&](Connection& c) -> std::int64_t {
        const SearchPlan search = plan_search(c, filter.search);
        if (search == SearchPlan::nothing) return 0;
        const QueueStatement statement =
            count_statement(c, filter, search, std::nullopt, QueueSort{}, std::nullopt, at_most);
        return c.integer(statement.sql, statement.arguments);
    });
}

std::optional<std::int64_t> queue_position(Database& database, const QueueFilter& filter, const QueueSort& sort,
                                           const std::string& report_id) {
    return read_snapshot(database, [&](Connection& c) -> std::optional<std::int64_t> {
        const SearchPlan search = plan_search(c, filter.search);
        if (search == SearchPlan::nothing) return std::nullopt;
        const auto entry =
            c.first(queue_types, queue_select() + "report_id = :id", Arguments(report_id), queue_entry_of);
        if (!entry) return std::nullopt;
        const std::vector<ReportState> states = states_of(filter);
        if (std::find(states.begin(), states.end(), entry->state) == states.end()) return std::nullopt;

        QueueStatement itself = count_statement(c, filter, search, entry->state, sort, std::nullopt, 0);
        itself.sql += " AND report_id = :only";
        itself.arguments.add(report_id);
        if (c.integer(itself.sql, itself.arguments) == 0) return std::nullopt;

        const QueuePlace place = place_of(*entry, sort);
        std::int64_t before = 0;
        for (const ReportState state : states) {
            const Part part = part_of(state, sort, true, place);
            if (part == Part::none) continue;
            const QueueStatement statement = count_statement(
                c, filter, search, state, sort, part == Part::all ? std::nullopt : std::optional(place), 0);
            before += c.integer(statement.sql, statement.arguments);
        }
        return before;
    });
}

}  // namespace relis::store
