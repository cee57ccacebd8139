#include "store/reports.h"

#include "database_implementation.h"
#include "paging.h"
#include "queue_rows.h"

namespace relis::store {

namespace {

const std::string select_status =
    "SELECT p.id, p.mission_id, p.shopper_id, p.programme_id, p.state, p.revision, p.reworks, q.due_at, q.due_offset, "
    "f.submitted_at, f.submitted_offset FROM reports p "
    "JOIN queue_entries q ON q.report_id = p.id "
    "LEFT JOIN revisions f ON f.report_id = p.id AND f.revision = 1 WHERE ";
constexpr const char* status_types = "tttttiiiiii";

ReportStatus status_of(Row& row) {
    ReportStatus status;
    status.report_id = row.text();
    status.mission_id = row.text();
    status.shopper_id = row.text();
    status.programme = row.text();
    status.state = report_state_from(row.text()).value_or(ReportState::submitted);
    status.revision = row.number();
    status.reworks_asked = row.number();
    const Moment due = row.moment();
    if (due.utc < no_due_time.utc) status.due_at = due;
    status.first_submitted_at = row.optional_moment();
    return status;
}

QuestionnaireRecord questionnaire_of(Row& row) {
    return {row.text(), row.number(), row.text(), row.text(), row.text()};
}

std::string status_cursor(const ReportStatus& status) {
    return status.report_id;
}

}  // namespace

std::optional<Report> load_report(Database& database, const std::string& report_id, std::optional<int> revision) {
    return read_snapshot(database, [&](Connection& c) -> std::optional<Report> {
        if (!revision) {
            revision = c.first("i", "SELECT revision FROM reports WHERE id = :id", Arguments(report_id),
                               [](Row& row) { return row.number(); });
            if (!revision) return std::nullopt;
        }
        std::optional<Report> report = c.first(
            "ttttttttiiiiiiii",
            "SELECT p.id, p.mission_id, p.programme_id, r.questionnaire, r.site_id, r.site_name, r.site_city, "
            "p.shopper_id, r.visit_start_at, r.visit_start_offset, r.visit_end_at, r.visit_end_offset, r.due_at, "
            "r.due_offset, r.submitted_at, r.submitted_offset FROM revisions r JOIN reports p ON p.id = r.report_id "
            "WHERE r.report_id = :id AND r.revision = :revision",
            Arguments(report_id, *revision), [&](Row& row) {
                Report loaded;
                loaded.report_id = row.text();
                loaded.mission_id = row.text();
                loaded.programme = row.text();
                loaded.questionnaire = row.text();
                loaded.site = {row.text(), row.text(), row.text()};
                loaded.shopper_id = row.text();
                loaded.visit_start = row.optional_moment();
                loaded.visit_end = row.optional_moment();
                loaded.due_at = row.optional_moment();
                loaded.submitted_at = row.optional_moment();
                loaded.revision = *revision;
                return loaded;
            });
        if (!report) return std::nullopt;
        report->answers = c.all("ttt",
                                "SELECT question, value, comment FROM answers WHERE report_id = :id AND revision = "
                                ":revision ORDER BY position",
                                Arguments(report_id, *revision), [](Row& row) {
                                    return Answer{row.text(), row.optional_text(), row.optional_text()};
                                });
        report->attachments =
            c.all("ttt",
                  "SELECT question, kind, file FROM attachments WHERE report_id = :id AND revision = :revision ORDER "
                  "BY position",
                  Arguments(report_id, *revision), [](Row& row) {
                      return Attachment{row.text(), row.text(), row.text()};
                  });
        return report;
    });
}

std::optional<ReportStatus> load_report_status(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) {
        return c.first(status_types, select_status + "p.id = :id", Arguments(report_id), status_of);
    });
}

std::vector<RevisionInfo> list_revisions(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) {
        return c.all("iiiiitt",
                     "SELECT revision, submitted_at, submitted_offset, received_at, received_offset, source, "
                     "content_hash FROM revisions WHERE report_id = :id ORDER BY revision",
                     Arguments(report_id), [](Row& row) {
                         RevisionInfo info;
                         info.revision = row.number();
                         info.submitted_at = row.optional_moment();
                         info.received_at = row.moment();
                         info.source = row.text();
                         info.content_hash = row.text();
                         return info;
                     });
    });
}

Page<ReportStatus> list_reports(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(status_types, select_status + "p.id > :after ORDER BY p.id LIMIT :rows",
                                           Arguments(page.after, rows_to_read(page)), status_of);
                          }),
                     page, status_cursor);
}

Page<ReportStatus> list_shopper_reports(Database& database, const std::string& shopper_id, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  status_types,
                                  select_status + "p.shopper_id = :shopper AND p.id > :after ORDER BY p.id LIMIT :rows",
                                  Arguments(shopper_id, page.after, rows_to_read(page)), status_of);
                          }),
                     page, status_cursor);
}

std::optional<QuestionnaireRecord> load_questionnaire(Database& database, const std::string& key) {
    return read(database, [&](Connection& c) {
        return c.first("tittt", "SELECT id, version, programme_id, title, json FROM questionnaires WHERE key = :key",
                       Arguments(key), questionnaire_of);
    });
}

Page<QuestionnaireRecord> list_questionnaires(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all("tittt",
                                           "SELECT id, version, programme_id, title, json FROM questionnaires WHERE "
                                           "key > :after ORDER BY key LIMIT :rows",
                                           Arguments(page.after, rows_to_read(page)), questionnaire_of);
                          }),
                     page, [](const QuestionnaireRecord& record) { return record.key(); });
}

}  // namespace relis::store
