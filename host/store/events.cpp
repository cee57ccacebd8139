#include "store/events.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "paging.h"

namespace relis::store {

namespace {

const std::string select_event =
    "SELECT id, at, at_offset, user_id, action, subject_kind, subject, revision, from_state, to_state, note FROM "
    "events WHERE ";
constexpr const char* event_types = "iiittttittt";

Event event_of(Row& row) {
    Event event;
    event.id = row.integer();
    event.at = row.moment();
    event.user = row.text();
    event.action = row.text();
    event.subject_kind = row.text();
    event.subject = row.text();
    event.revision = row.number();
    event.from = row.text();
    event.to = row.text();
    event.note = row.text();
    return event;
}

std::string event_cursor(const Event& event) {
    return std::to_string(event.id);
}

}  // namespace

std::int64_t write_event(Connection& connection, const Event& event, std::optional<std::int64_t> decision_id) {
    return connection.integer(
        "INSERT INTO events (at, at_offset, user_id, action, subject_kind, subject, revision, from_state, to_state, "
        "note, decision_id) VALUES (:at, :at_offset, :user_id, :action, :subject_kind, :subject, :revision, "
        ":from_state, :to_state, :note, :decision_id) RETURNING id",
        Arguments(event.at, event.user, event.action, event.subject_kind, event.subject, event.revision, event.from,
                  event.to, event.note, decision_id));
}

std::int64_t append_event(Database& database, const Event& event) {
    return write(database, [&](Connection& c) { return write_event(c, event); });
}

Page<Event> list_events(Database& database, const std::string& subject_kind, const std::string& subject,
                        const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(event_types,
                                           select_event +
                                               "subject_kind = :kind AND subject = :subject AND id > :after "
                                               "ORDER BY id LIMIT :rows",
                                           Arguments(subject_kind, subject, cursor_number(page, 0), rows_to_read(page)),
                                           event_of);
                          }),
                     page, event_cursor);
}

Page<Event> list_events_about(Database& database, const std::string& subject_kind, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  event_types,
                                  select_event + "subject_kind = :kind AND id > :after ORDER BY id LIMIT :rows",
                                  Arguments(subject_kind, cursor_number(page, 0), rows_to_read(page)), event_of);
                          }),
                     page, event_cursor);
}

Page<Event> list_events(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(event_types, select_event + "id > :after ORDER BY id LIMIT :rows",
                                           Arguments(cursor_number(page, 0), rows_to_read(page)), event_of);
                          }),
                     page, event_cursor);
}

}  // namespace relis::store
