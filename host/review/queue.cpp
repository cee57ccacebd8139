#include "review/queue.h"

#include <algorithm>
#include <map>

#include "store/interventions.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

namespace {

store::QueueFilter filter_of(const QueueQuery& query) {
    store::QueueFilter filter;
    if (query.state) {
        filter.states = {to_store(*query.state)};
    } else if (!query.open_only) {
        filter.states.clear();
    }
    filter.programme = query.programme;
    filter.shopper = query.shopper_id;
    filter.recommendation = query.recommendation;
    filter.search = query.search;
    return filter;
}

store::QueueColumn column_of(QueueColumn column) {
    switch (column) {
        case QueueColumn::due_at:
            return store::QueueColumn::due_at;
        case QueueColumn::site:
            return store::QueueColumn::site;
        case QueueColumn::shopper:
            return store::QueueColumn::shopper;
        case QueueColumn::reliability:
            return store::QueueColumn::reliability;
        case QueueColumn::detail:
            return store::QueueColumn::detail;
        case QueueColumn::french:
            return store::QueueColumn::french;
        case QueueColumn::flags:
            return store::QueueColumn::flags;
        case QueueColumn::missing:
            return store::QueueColumn::missing;
        case QueueColumn::recommendation:
            return store::QueueColumn::recommendation;
        case QueueColumn::state:
            return store::QueueColumn::state;
        case QueueColumn::submitted_at:
            return store::QueueColumn::submitted_at;
        case QueueColumn::programme:
            return store::QueueColumn::programme;
        case QueueColumn::held_by:
            return store::QueueColumn::held_by;
    }
    return store::QueueColumn::due_at;
}

/// Tells of the rows that are on hold until when.
void add_holds(Workspace& workspace, std::vector<QueueRow>& rows) {
    std::map<std::string, QueueRow*> held;
    std::vector<std::string> report_ids;
    for (QueueRow& row : rows) {
        if (row.state == ReportState::held) {
            held.emplace(row.report_id, &row);
            report_ids.push_back(row.report_id);
        }
    }
    if (report_ids.empty()) return;
    for (const store::Intervention& hold : store::interventions_on(workspace.database(), report_ids)) {
        held.at(hold.report_id)->on_hold_until = hold.until;
    }
}

}  // namespace

std::string_view to_string(ReportState state) {
    return store::to_string(to_store(state));
}

std::optional<ReportState> report_state_from(std::string_view name) {
    const auto state = store::report_state_from(name);
    return state ? std::optional(from_store(*state)) : std::nullopt;
}

Urgency urgency(const std::optional<Moment>& due_at, const Moment& now) {
    if (!due_at) return Urgency::unknown;
    const auto left = due_at->utc - now.utc;
    if (left < std::chrono::seconds{0}) return Urgency::late;
    if (left < std::chrono::hours{6}) return Urgency::today;
    return left < std::chrono::hours{24} ? Urgency::soon : Urgency::calm;
}

QueuePage queue_page(Workspace& workspace, const QueueQuery& query, const std::string& after, std::size_t limit) {
    const store::QueuePage page = store::load_queue(workspace.database(), filter_of(query),
                                                    {column_of(query.sort), query.descending}, limit, after);
    const Moment present = now();
    QueuePage result;
    for (const store::QueueEntry& entry : page.rows) result.rows.push_back(from_store(entry, present));
    result.next = page.next;
    add_holds(workspace, result.rows);
    return result;
}

std::uint64_t queue_count(Workspace& workspace, const QueueQuery& query) {
    return static_cast<std::uint64_t>(store::count_queue(workspace.database(), filter_of(query)));
}

std::vector<ProgrammeName> programmes(Workspace& workspace) {
    std::vector<ProgrammeName> result;
    store::PageRequest request;
    do {
        const store::Page<store::Programme> page = store::list_programmes(workspace.database(), request);
        for (const store::Programme& programme : page.rows) {
            result.push_back({programme.id, programme.name.empty() ? programme.id : programme.name});
        }
        request.after = page.next;
    } while (!request.after.empty());
    std::sort(result.begin(), result.end(),
              [](const ProgrammeName& a, const ProgrammeName& b) { return a.name < b.name; });
    return result;
}

}  // namespace relis::review
