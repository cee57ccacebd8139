#include "store_types.h"

#include <ctime>

namespace relis::review {

store::ReportState to_store(ReportState state) {
    switch (state) {
        case ReportState::submitted:
            return store::ReportState::submitted;
        case ReportState::assessed:
            return store::ReportState::assessed;
        case ReportState::accepted:
            return store::ReportState::accepted;
        case ReportState::rework_requested:
            return store::ReportState::rework_requested;
        case ReportState::reassigned:
            return store::ReportState::reassigned;
        case ReportState::held:
            return store::ReportState::held;
        case ReportState::withdrawn:
            return store::ReportState::withdrawn;
        case ReportState::surplus:
            return store::ReportState::surplus;
    }
    return store::ReportState::submitted;
}

ReportState from_store(store::ReportState state) {
    switch (state) {
        case store::ReportState::submitted:
            return ReportState::submitted;
        case store::ReportState::assessed:
            return ReportState::assessed;
        case store::ReportState::accepted:
            return ReportState::accepted;
        case store::ReportState::rework_requested:
            return ReportState::rework_requested;
        case store::ReportState::reassigned:
            return ReportState::reassigned;
        case store::ReportState::held:
            return ReportState::held;
        case store::ReportState::withdrawn:
            return ReportState::withdrawn;
        case store::ReportState::surplus:
            return ReportState::surplus;
    }
    return ReportState::submitted;
}

QueueRow from_store(const store::QueueEntry& entry, const Moment& now) {
    QueueRow row;
    row.report_id = entry.report_id;
    row.revision = entry.revision;
    row.state = from_store(entry.state);
    row.due_at = entry.due_at;
    row.submitted_at = entry.submitted_at;
    row.programme = entry.programme;
    row.programme_name = entry.programme_name.empty() ? entry.programme : entry.programme_name;
    row.site = entry.site_name.empty() ? entry.site_id : entry.site_name;
    if (!entry.site_city.empty()) row.site += ", " + entry.site_city;
    row.shopper_id = entry.shopper_id;
    row.shopper = entry.shopper_name.empty() ? entry.shopper_id : entry.shopper_name;
    row.reliability = entry.reliability;
    row.detail = entry.detail;
    row.french = entry.french;
    row.flags = entry.flags;
    row.missing = entry.missing;
    row.recommendation = entry.recommendation;
    if (entry.held_until && *entry.held_until > now) row.held_by = entry.held_by;
    return row;
}

}  // namespace relis::review
