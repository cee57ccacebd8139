#include "store/edits.h"

#include "database_implementation.h"
#include "encode.h"
#include "events_writer.h"
#include "label/make_label.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

const std::string select_edit =
    "SELECT id, report_id, revision, question, text, changes, user_id, made_at, made_offset FROM answer_edits e WHERE ";
constexpr const char* edit_types = "itittttii";

AnswerEdit edit_of(Row& row) {
    AnswerEdit edit;
    edit.id = row.integer();
    edit.report_id = row.text();
    edit.revision = row.number();
    edit.question = row.text();
    edit.text = row.optional_text();
    edit.changes = decode_changes(row.text());
    edit.user = row.text();
    edit.at = row.moment();
    return edit;
}

/// Holds the revision until the transaction ends, so that of two people who save at once the second one sees the first.
void lock_revision(Connection& c, const std::string& report_id, int revision) {
    const bool there = c.exists(std::string("SELECT 1 FROM revisions WHERE report_id = :id AND revision = :revision") +
                                    (c.is_postgresql() ? " FOR UPDATE" : ""),
                                Arguments(report_id, revision));
    if (!there) {
        throw Error(
            ErrorKind::not_found,
            make_label("Il n'y a pas de rapport {} révision {}. Vérifiez son numéro avec `relis queue`.",
                       "There is no report {} revision {}. Check its id with `relis queue`.", report_id, revision));
    }
}

}  // namespace

std::optional<std::int64_t> save_answer_edit(Database& database, const AnswerEdit& edit, std::int64_t previous) {
    return write(database, [&](Connection& c) -> std::optional<std::int64_t> {
        lock_revision(c, edit.report_id, edit.revision);
        const long long standing = c.integer(
            "SELECT COALESCE(MAX(id), 0) FROM answer_edits WHERE report_id = :id AND revision = :revision AND "
            "question = :question",
            Arguments(edit.report_id, edit.revision, edit.question));
        if (standing != previous) return std::nullopt;
        ensure_user(c, edit.user);
        const std::int64_t id = c.integer(
            "INSERT INTO answer_edits (report_id, revision, question, text, changes, user_id, made_at, made_offset) "
            "VALUES (:report_id, :revision, :question, :text, :changes, :user_id, :made_at, :made_offset) RETURNING id",
            Arguments(edit.report_id, edit.revision, edit.question, edit.text, encode_changes(edit.changes), edit.user,
                      edit.at));
        write_event(c, {0, edit.at, edit.user, edit.text ? "edit" : "edit_reset", "report", edit.report_id,
                        edit.revision, "", "", edit.question});
        return id;
    });
}

std::vector<AnswerEdit> standing_answer_edits(Database& database, const std::string& report_id, int revision) {
    return read(database, [&](Connection& c) {
        return c.all(
            edit_types,
            select_edit +
                "report_id = :id AND revision = :revision AND NOT EXISTS (SELECT 1 FROM answer_edits later WHERE "
                "later.report_id = e.report_id AND later.revision = e.revision AND later.question = e.question "
                "AND later.id > e.id) ORDER BY question",
            Arguments(report_id, revision), edit_of);
    });
}

std::vector<AnswerEdit> list_answer_edits(Database& database, const std::string& report_id, int revision) {
    return read(database, [&](Connection& c) {
        return c.all(edit_types, select_edit + "report_id = :id AND revision = :revision ORDER BY id",
                     Arguments(report_id, revision), edit_of);
    });
}

}  // namespace relis::store
