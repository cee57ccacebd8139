#include "store/feedback.h"

#include "database_implementation.h"
#include "feedback_writer.h"
#include "paging.h"
#include "revision_rows.h"

namespace relis::store {

namespace {

const std::string select_feedback =
    "SELECT id, COALESCE(report_id, ''), COALESCE(revision, 0), decision_id, format, content, created_at, "
    "created_offset, sent_at, sent_offset "
    "FROM feedback WHERE ";
constexpr const char* feedback_types = "itiittiiii";

Feedback feedback_of(Row& row) {
    Feedback feedback;
    feedback.id = row.integer();
    feedback.report_id = row.text();
    feedback.revision = row.number();
    feedback.decision_id = row.optional_integer().value_or(0);
    feedback.format = row.text();
    feedback.content = row.text();
    feedback.created_at = row.moment();
    feedback.sent_at = row.optional_moment();
    return feedback;
}

}  // namespace

std::int64_t write_feedback(Connection& c, const Feedback& feedback) {
    std::optional<std::string> report;
    std::optional<int> revision;
    if (!feedback.report_id.empty()) {
        require_revision(c, feedback.report_id, feedback.revision);
        report = feedback.report_id;
        revision = feedback.revision;
    }
    std::optional<std::int64_t> decision;
    if (feedback.decision_id != 0) decision = feedback.decision_id;
    return static_cast<std::int64_t>(c.integer(
        "INSERT INTO feedback (report_id, revision, decision_id, format, content, created_at, created_offset, "
        "sent_at, sent_offset) VALUES (:report_id, :revision, :decision_id, :format, :content, :created_at, "
        ":created_offset, :sent_at, :sent_offset) RETURNING id",
        Arguments(report, revision, decision, feedback.format, feedback.content, feedback.created_at,
                  feedback.sent_at)));
}

std::int64_t save_feedback(Database& database, const Feedback& feedback) {
    return write(database, [&](Connection& c) { return write_feedback(c, feedback); });
}

std::optional<Feedback> load_feedback(Database& database, std::int64_t id) {
    return read(database, [&](Connection& c) {
        return c.first(feedback_types, select_feedback + "id = :id", Arguments(id), feedback_of);
    });
}

Page<Feedback> list_feedback(Database& database, const std::string& report_id, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  feedback_types,
                                  select_feedback + "report_id = :report_id AND id > :after ORDER BY id LIMIT :rows",
                                  Arguments(report_id, cursor_number(page, 0), rows_to_read(page)), feedback_of);
                          }),
                     page, [](const Feedback& feedback) { return std::to_string(feedback.id); });
}

}  // namespace relis::store
