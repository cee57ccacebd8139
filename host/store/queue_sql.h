#pragma once

#include <compare>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "connection.h"
#include "store/queue.h"

namespace relis::store {

/// What a row is sorted by, as its column holds it.
using SortKey = std::variant<long long, double, std::string>;

/// A row's place in the order of a sort. Sorting by state puts the state's rank before the key.
struct QueuePlace {
    int rank = 0;  ///< of the state, where that is sorted by; else 0
    SortKey key;
    std::string report_id;
    auto operator<=>(const QueuePlace&) const = default;
};

QueuePlace place_of(const QueueEntry& entry, const QueueSort& sort);

/// A place as the text of a cursor, and back; refuses (Error) what is none of this sort.
std::string write_cursor(const QueuePlace& place, const QueueSort& sort);
QueuePlace read_cursor(const std::string& cursor, const QueueSort& sort);

/// The states that a filter shows, in the order of their ranks.
std::vector<ReportState> states_of(const QueueFilter& filter);

/// A statement with its arguments.
struct QueueStatement {
    std::string sql;
    Arguments arguments;
};

/// How searched words are used: the few reports of rare ones are sorted, those of frequent ones are picked out along
/// the queue's order.
enum class SearchPlan { none, rare, frequent, nothing };
SearchPlan plan_search(Connection& connection, const std::string& search);

/// The rows of one state from a place on: one range of one index. Each state is asked by itself, so that equality on
/// the state and the order of the key come from the same index; the pages of several states are merged afterwards.
QueueStatement rows_statement(const Connection& connection, const QueueFilter& filter, SearchPlan search,
                              ReportState state, const QueueSort& sort, bool backward,
                              const std::optional<QueuePlace>& after, std::size_t limit);

/// Counts the rows that the filter shows (in one state where given, and before a place where given).
QueueStatement count_statement(const Connection& connection, const QueueFilter& filter, SearchPlan search,
                               std::optional<ReportState> state, const QueueSort& sort,
                               const std::optional<QueuePlace>& before, std::int64_t at_most);

inline constexpr const char* queue_types = "tittttttttrirriitiiiitii";
inline constexpr const char* queue_columns =
    "report_id, revision, state, programme_id, programme_name, site_id, site_name, site_city, shopper_id, "
    "shopper_name, reliability, newcomer, detail, french, flags, missing, recommendation, due_at, "
    "due_offset, submitted_at, submitted_offset, held_by, held_until, held_offset";
QueueEntry queue_entry_of(Row& row);

}  // namespace relis::store
