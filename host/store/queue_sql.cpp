#include "queue_sql.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "label/make_label.h"
#include "queue_rows.h"
#include "search_index.h"
#include "words.h"

namespace relis::store {

namespace {

constexpr long long rare_at_most = 2000;

/// The column that holds the key.
std::string column_of(QueueColumn column) {
    switch (column) {
        case QueueColumn::submitted_at:
            return "submitted_at";
        case QueueColumn::programme:
            return "programme_sort";
        case QueueColumn::site:
            return "site_sort";
        case QueueColumn::shopper:
            return "shopper_sort";
        case QueueColumn::reliability:
            return "reliability";
        case QueueColumn::detail:
            return "detail";
        case QueueColumn::french:
            return "french";
        case QueueColumn::flags:
            return "flags";
        case QueueColumn::missing:
            return "missing";
        case QueueColumn::recommendation:
            return "recommendation";
        case QueueColumn::held_by:
            return "held_by";
        case QueueColumn::due_at:
        case QueueColumn::state:
            break;
    }
    return "due_at";
}

int rank_of(ReportState state) {
    return static_cast<int>(std::find(all_report_states.begin(), all_report_states.end(), state) -
                            all_report_states.begin());
}

long long seconds(const std::optional<Moment>& moment) {
    return moment.value_or(no_due_time).utc.time_since_epoch().count();
}

std::optional<Moment> known_moment(const Moment& moment) {
    return moment.utc < no_due_time.utc ? std::optional(moment) : std::nullopt;
}

std::optional<double> known_score(double score) {
    return score < 0 ? std::nullopt : std::optional(score);
}

[[noreturn]] void refuse_cursor(const std::string& cursor) {
    throw Error(
        ErrorKind::refused,
        make_label(
            "La file ne peut pas continuer à `{}` : ce n'est pas une place de cet ordre. Recommencez à sa première "
            "page.",
            "The queue cannot continue at `{}`: that is no place in this order. Start again from its first page.",
            cursor));
}

/// Conditions of a filter beside the state, gathered with their arguments.
class Conditions {
  public:
    Conditions(const Connection& connection, const QueueFilter& filter, SearchPlan search) {
        equal("programme_id", filter.programme);
        equal("site_id", filter.site);
        equal("shopper_id", filter.shopper);
        if (filter.due_before) add("due_at < :due_before", seconds(filter.due_before));
        if (filter.with_flags) sql += " AND flags > 0";
        if (filter.with_missing) sql += " AND missing > 0";
        if (filter.recommendation) add("recommendation = :recommended", to_string(*filter.recommendation));
        if (filter.held_by && filter.held_by->empty()) sql += " AND held_by = ''";
        if (filter.held_by && !filter.held_by->empty()) {
            add("held_by <> '' AND held_by = :held_by", *filter.held_by);
        }
        if (search == SearchPlan::rare || search == SearchPlan::frequent) {
            add("report_id IN (SELECT report_id FROM answers WHERE id IN (" + matching_answers_sql(connection) + "))",
                search_expression(connection, filter.search));
        } else if (search == SearchPlan::nothing) {
            sql += " AND 1 = 0";
        }
    }

    std::string sql;
    Arguments arguments;

  private:
    void equal(const std::string& column, const std::string& value) {
        if (!value.empty()) add(column + " = :" + column, value);
    }
    template <class Argument>
    void add(const std::string& condition, const Argument& argument) {
        sql += " AND " + condition;
        arguments.add(argument);
    }
};

void add_place(QueueStatement& statement, const QueuePlace& place) {
    std::visit([&](const auto& key) { statement.arguments.add(key); }, place.key);
    statement.arguments.add(place.report_id);
}

}  // namespace

QueueEntry queue_entry_of(Row& row) {
    QueueEntry entry;
    entry.report_id = row.text();
    entry.revision = row.number();
    entry.state = report_state_from(row.text()).value_or(ReportState::submitted);
    entry.programme = row.text();
    entry.programme_name = row.text();
    entry.site_id = row.text();
    entry.site_name = row.text();
    entry.site_city = row.text();
    entry.shopper_id = row.text();
    entry.shopper_name = row.text();
    entry.reliability = known_score(row.real());
    entry.newcomer = row.flag();
    entry.detail = known_score(row.real());
    entry.french = known_score(row.real());
    entry.flags = row.number();
    entry.missing = row.number();
    entry.recommendation = decision_from(row.text());
    entry.due_at = known_moment(row.moment());
    entry.submitted_at = known_moment(row.moment());
    entry.held_by = row.text();
    const Moment until = row.moment();
    if (!entry.held_by.empty()) entry.held_until = until;
    return entry;
}

QueuePlace place_of(const QueueEntry& entry, const QueueSort& sort) {
    QueuePlace place{0, {}, entry.report_id};
    switch (sort.column) {
        case QueueColumn::state:
            place.rank = rank_of(entry.state);
            place.key = seconds(entry.due_at);
            break;
        case QueueColumn::due_at:
            place.key = seconds(entry.due_at);
            break;
        case QueueColumn::submitted_at:
            place.key = seconds(entry.submitted_at);
            break;
        case QueueColumn::programme:
            place.key = folded_name(entry.programme_name);
            break;
        case QueueColumn::site:
            place.key = folded_name(entry.site_name);
            break;
        case QueueColumn::shopper:
            place.key = folded_name(entry.shopper_name);
            break;
        case QueueColumn::reliability:
            place.key = entry.reliability.value_or(no_score);
            break;
        case QueueColumn::detail:
            place.key = entry.detail.value_or(no_score);
            break;
        case QueueColumn::french:
            place.key = entry.french.value_or(no_score);
            break;
        case QueueColumn::flags:
            place.key = static_cast<long long>(entry.flags);
            break;
        case QueueColumn::missing:
            place.key = static_cast<long long>(entry.missing);
            break;
        case QueueColumn::recommendation:
            place.key = entry.recommendation ? std::string(to_string(*entry.recommendation)) : std::string();
            break;
        case QueueColumn::held_by:
            place.key = entry.held_by;
            break;
    }
    return place;
}

std::string write_cursor(const QueuePlace& place, const QueueSort& sort) {
    std::string text = std::to_string(static_cast<int>(sort.column)) + (sort.descending ? "d" : "a") +
                       std::to_string(place.rank) + "\n";
    if (const auto* number = std::get_if<long long>(&place.key)) {
        text += std::to_string(*number);
    } else if (const auto* score = std::get_if<double>(&place.key)) {
        char digits[32];
        const auto [end, code] = std::to_chars(digits, digits + sizeof digits, *score);
        text.append(digits, end);
    } else {
        text += std::get<std::string>(place.key);
    }
    return text + "\n" + place.report_id;
}

QueuePlace read_cursor(const std::string& cursor, const QueueSort& sort) {
    const std::string head = std::to_string(static_cast<int>(sort.column)) + (sort.descending ? "d" : "a");
    const std::size_t first = cursor.find('\n');
    const std::size_t second = first == std::string::npos ? first : cursor.find('\n', first + 1);
    if (!cursor.starts_with(head) || second == std::string::npos) refuse_cursor(cursor);
    const auto number = [&](std::string_view text, auto& value) {
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (code != std::errc() || end != text.data() + text.size()) refuse_cursor(cursor);
    };
    QueuePlace place = place_of(QueueEntry{}, sort);  // for the type of its key
    const std::string key = cursor.substr(first + 1, second - first - 1);
    number(std::string_view(cursor).substr(head.size(), first - head.size()), place.rank);
    if (auto* integer = std::get_if<long long>(&place.key)) {
        number(key, *integer);
    } else if (auto* score = std::get_if<double>(&place.key)) {
        number(key, *score);
    } else {
        place.key = key;
    }
    place.report_id = cursor.substr(second + 1);
    return place;
}

std::vector<ReportState> states_of(const QueueFilter& filter) {
    std::vector<ReportState> states;
    for (const ReportState state : all_report_states) {
        const bool wanted = filter.states.empty() ||
                            std::find(filter.states.begin(), filter.states.end(), state) != filter.states.end();
        if (wanted) states.push_back(state);
    }
    return states;
}

SearchPlan plan_search(Connection& connection, const std::string& search) {
    if (search.empty()) return SearchPlan::none;
    const std::string expression = search_expression(connection, search);
    if (expression.empty()) return SearchPlan::nothing;
    const long long found = connection.integer("SELECT COUNT(*) FROM (" + matching_answers_sql(connection) + " LIMIT " +
                                                   std::to_string(rare_at_most + 1) + ") AS hits",
                                               Arguments(expression));
    if (found == 0) return SearchPlan::nothing;
    return found <= rare_at_most ? SearchPlan::rare : SearchPlan::frequent;
}

QueueStatement rows_statement(const Connection& connection, const QueueFilter& filter, SearchPlan search,
                              ReportState state, const QueueSort& sort, bool backward,
                              const std::optional<QueuePlace>& after, std::size_t limit) {
    // SQLite takes a column with a plus sign before it for no index: a rare word's rows are sorted instead
    const std::string plus = search == SearchPlan::rare && !connection.is_postgresql() ? "+" : "";
    const std::string key = plus + column_of(sort.column);
    const bool descending = sort.descending != backward;
    const std::string order = descending ? " DESC" : "";
    const Conditions conditions(connection, filter, search);
    // State and limit are written out, since both are few and PostgreSQL plans better when it knows them
    QueueStatement statement{"SELECT " + std::string(queue_columns) + " FROM queue_entries WHERE " + plus +
                                 "state = '" + std::string(to_string(state)) + "'" + conditions.sql,
                             conditions.arguments};
    if (after) {
        statement.sql += " AND (" + key + ", report_id) " + (descending ? "<" : ">") + " (:key, :id)";
        add_place(statement, *after);
    }
    statement.sql += " ORDER BY " + key + order + ", report_id" + order + " LIMIT " + std::to_string(limit);
    return statement;
}

QueueStatement count_statement(const Connection& connection, const QueueFilter& filter, SearchPlan search,
                               std::optional<ReportState> state, const QueueSort& sort,
                               const std::optional<QueuePlace>& before, std::int64_t at_most) {
    const Conditions conditions(connection, filter, search);
    std::string states;
    for (const ReportState one : state ? std::vector{*state} : states_of(filter)) {
        states += (states.empty() ? "'" : ", '") + std::string(to_string(one)) + "'";
    }
    QueueStatement statement{" FROM queue_entries WHERE state IN (" + states + ")" + conditions.sql,
                             conditions.arguments};
    if (before) {
        statement.sql +=
            " AND (" + column_of(sort.column) + ", report_id) " + (sort.descending ? ">" : "<") + " (:key, :id)";
        add_place(statement, *before);
    }
    statement.sql = at_most > 0 ? "SELECT COUNT(*) FROM (SELECT 1" + statement.sql + " LIMIT " +
                                      std::to_string(at_most) + ") AS counted"
                                : "SELECT COUNT(*)" + statement.sql;
    return statement;
}

}  // namespace relis::store
