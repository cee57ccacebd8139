#include "store/appeals.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "paging.h"
#include "revision_rows.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

constexpr std::string_view name_of(AppealState state) {
    switch (state) {
        case AppealState::open:
            return "open";
        case AppealState::upheld:
            return "upheld";
        case AppealState::rejected:
            break;
    }
    return "rejected";
}

const std::string select_appeal =
    "SELECT id, report_id, revision, plugin, text, opened_at, opened_offset, state, handler, answer, closed_at, "
    "closed_offset FROM appeals WHERE ";
constexpr const char* appeal_types = "itittiitttii";

Appeal appeal_of(Row& row) {
    Appeal appeal;
    appeal.id = row.integer();
    appeal.report_id = row.text();
    appeal.revision = row.number();
    appeal.plugin = row.text();
    appeal.text = row.text();
    appeal.opened_at = row.moment();
    const std::string state = row.text();
    if (state != "open") appeal.state = state == "upheld" ? AppealState::upheld : AppealState::rejected;
    appeal.handler = row.text();
    appeal.answer = row.text();
    appeal.closed_at = row.optional_moment();
    return appeal;
}

}  // namespace

std::int64_t open_appeal(Database& database, const Appeal& appeal) {
    return write(database, [&](Connection& c) {
        require_revision(c, appeal.report_id, appeal.revision);
        const std::int64_t id = c.integer(
            "INSERT INTO appeals (report_id, revision, plugin, text, opened_at, opened_offset, state, handler, answer) "
            "VALUES (:report_id, :revision, :plugin, :text, :opened_at, :opened_offset, 'open', '', '') RETURNING id",
            Arguments(appeal.report_id, appeal.revision, appeal.plugin, appeal.text, appeal.opened_at));
        write_event(c, {0, appeal.opened_at, "shopper", "appeal", "appeal", std::to_string(id), 0, "", "open",
                        appeal.report_id});
        return id;
    });
}

void close_appeal(Database& database, std::int64_t id, AppealState outcome, const std::string& handler,
                  const std::string& answer, const Moment& at) {
    if (outcome == AppealState::open) {
        throw Error(ErrorKind::refused, "An appeal is closed as upheld or rejected. Choose one of the two.");
    }
    write(database, [&](Connection& c) {
        const auto appeal = c.first(appeal_types, select_appeal + "id = :id" + (c.is_postgresql() ? " FOR UPDATE" : ""),
                                    Arguments(id), appeal_of);
        if (!appeal) {
            throw Error(ErrorKind::not_found, "There is no appeal " + std::to_string(id) + ". List them again.");
        }
        if (appeal->state != AppealState::open) {
            throw Error(ErrorKind::refused,
                        "Appeal " + std::to_string(id) + " was closed by " + appeal->handler + " already.");
        }
        if (c.exists("SELECT 1 FROM decisions WHERE report_id = :id AND user_id = :user LIMIT 1",
                     Arguments(appeal->report_id, handler))) {
            throw Error(ErrorKind::refused, handler + " decided report " + appeal->report_id +
                                                ", so the appeal against it goes to somebody else.");
        }
        ensure_user(c, handler);
        c.run(
            "UPDATE appeals SET state = :state, handler = :handler, answer = :answer, closed_at = :closed_at, "
            "closed_offset = :closed_offset WHERE id = :id",
            Arguments(name_of(outcome), handler, answer, at, id));
        write_event(c, {0, at, handler, "close_appeal", "appeal", std::to_string(id), 0, "open",
                        std::string(name_of(outcome)), appeal->report_id});
    });
}

std::optional<Appeal> load_appeal(Database& database, std::int64_t id) {
    return read(database, [&](Connection& c) {
        return c.first(appeal_types, select_appeal + "id = :id", Arguments(id), appeal_of);
    });
}

Page<Appeal> list_appeals(Database& database, bool only_open, const PageRequest& page) {
    const std::string condition = only_open ? "state = 'open' AND " : "";
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(appeal_types,
                                           select_appeal + condition + "id > :after ORDER BY id LIMIT :rows",
                                           Arguments(cursor_number(page, 0), rows_to_read(page)), appeal_of);
                          }),
                     page, [](const Appeal& appeal) { return std::to_string(appeal.id); });
}

}  // namespace relis::store
