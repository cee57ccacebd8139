#include "queue_rows.h"

#include "store/states.h"
#include "words.h"

namespace relis::store {

std::optional<Moment> due_of(Connection& connection, const std::string& report_id, int revision) {
    const auto moment = [](Row& row) { return row.optional_moment(); };
    const auto asked = connection.first(
        "ii",
        "SELECT new_due_at, new_due_offset FROM decisions WHERE report_id = :id AND revision < :revision AND decision "
        "= 'rework' AND undone_at IS NULL AND new_due_at IS NOT NULL ORDER BY revision DESC LIMIT 1",
        Arguments(report_id, revision), moment);
    if (asked && *asked) return *asked;
    return connection
        .first("ii",
               "SELECT COALESCE(r.due_at, m.due_at), CASE WHEN r.due_at IS NULL THEN m.due_offset ELSE r.due_offset "
               "END FROM revisions r JOIN reports p ON p.id = r.report_id JOIN missions m ON m.id = p.mission_id "
               "WHERE r.report_id = :id AND r.revision = :revision",
               Arguments(report_id, revision), moment)
        .value_or(std::nullopt);
}

void put_queue_row(Connection& connection, const Report& report, const QueueRow& row) {
    connection.run(
        "INSERT INTO queue_entries (report_id, revision, state, programme_id, programme_name, programme_sort, site_id, "
        "site_name, site_city, site_sort, shopper_id, shopper_name, shopper_sort, reliability, newcomer, detail, "
        "french, flags, missing, recommendation, due_at, due_offset, submitted_at, submitted_offset, held_by, "
        "held_until, held_offset, fingerprint) VALUES (:report_id, :revision, :state, :programme_id, :programme_name, "
        ":programme_sort, :site_id, :site_name, :site_city, :site_sort, :shopper_id, :shopper_name, :shopper_sort, "
        ":reliability, :newcomer, -1, -1, 0, 0, '', :due_at, :due_offset, :submitted_at, :submitted_offset, '', 0, 0, "
        "'') ON CONFLICT (report_id) DO UPDATE SET revision = excluded.revision, state = excluded.state, "
        "site_id = excluded.site_id, site_name = excluded.site_name, site_city = excluded.site_city, site_sort = "
        "excluded.site_sort, reliability = excluded.reliability, newcomer = excluded.newcomer, detail = -1, french = "
        "-1, flags = 0, missing = 0, recommendation = '', due_at = excluded.due_at, due_offset = excluded.due_offset, "
        "submitted_at = excluded.submitted_at, submitted_offset = excluded.submitted_offset, held_by = '', held_until "
        "= 0, held_offset = 0, fingerprint = ''",
        Arguments(report.report_id, report.revision, to_string(ReportState::submitted), report.programme,
                  row.programme_name, folded_name(row.programme_name), report.site.id, row.site_name, row.site_city,
                  folded_name(row.site_name), report.shopper_id, row.shopper_name, folded_name(row.shopper_name),
                  row.reliability.value_or(no_score), row.newcomer, row.due_at.value_or(no_due_time),
                  report.submitted_at.value_or(no_due_time)));
}

void show_rating(Connection& connection, const std::string& shopper_id, const Reliability& reliability) {
    connection.run(
        "UPDATE queue_entries SET reliability = :value, newcomer = :newcomer WHERE shopper_id = :shopper AND state IN "
        "('submitted', 'assessed', 'held', 'rework_requested')",
        Arguments(reliability.value, reliability.newcomer, shopper_id));
}

}  // namespace relis::store
