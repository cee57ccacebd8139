#include "store/claims.h"

#include "claim_rows.h"
#include "database_implementation.h"
#include "label/make_label.h"

namespace relis::store {

std::optional<Claim> standing_claim(Connection& connection, const std::string& report_id, const Moment& now) {
    return connection.first("tii",
                            "SELECT held_by, held_until, held_offset FROM queue_entries WHERE report_id = :id AND "
                            "held_by <> '' AND held_until > :now",
                            Arguments(report_id, now.utc.time_since_epoch().count()), [](Row& row) {
                                return Claim{row.text(), row.moment()};
                            });
}

namespace {

/// Takes expired claims off the queue, so that it is not sorted by names it no longer shows. Of rows that others write
/// at the moment none is waited for.
void drop_expired_claims(Connection& connection, const Moment& now) {
    const std::string expired = "held_by <> '' AND held_until <= :now";
    const std::string rows = connection.is_postgresql() ? "report_id IN (SELECT report_id FROM queue_entries WHERE " +
                                                              expired + " FOR UPDATE SKIP LOCKED)"
                                                        : expired;
    connection.run("UPDATE queue_entries SET held_by = '', held_until = 0, held_offset = 0 WHERE " + rows,
                   Arguments(now.utc.time_since_epoch().count()));
}

}  // namespace

Claim hold_report(Database& database, const std::string& report_id, const std::string& user, const Moment& now,
                  std::chrono::seconds duration) {
    if (user.empty())
        throw Error(ErrorKind::refused, Label{"Personne n'est nommé. Dites qui tient le rapport.",
                                              "No user is named. Say who holds the report."});
    return write(database, [&](Connection& c) {
        const Moment until{now.utc + duration, now.offset};
        // One statement, so that of two colleagues one comes first
        const long long held = c.run(
            "UPDATE queue_entries SET held_by = :user, held_until = :until, held_offset = :offset WHERE report_id = "
            ":id AND (held_by = '' OR held_by = :same_user OR held_until <= :now)",
            Arguments(user, until, report_id, user, now.utc.time_since_epoch().count()));
        if (held > 0) {
            drop_expired_claims(c, now);
            return Claim{user, until};
        }
        const std::optional<Claim> other = standing_claim(c, report_id, now);
        if (!other) {
            throw Error(ErrorKind::not_found,
                        make_label("Il n'y a pas de rapport {} à tenir. Actualisez la file.",
                                   "There is no report {} to hold. Refresh the queue.", report_id));
        }
        return *other;
    });
}

bool release_report(Database& database, const std::string& report_id, const std::string& user) {
    return write(database, [&](Connection& c) {
        return c.run(
                   "UPDATE queue_entries SET held_by = '', held_until = 0, held_offset = 0 WHERE report_id = :id AND "
                   "held_by = :user",
                   Arguments(report_id, user)) > 0;
    });
}

std::optional<Claim> holder_of(Database& database, const std::string& report_id, const Moment& now) {
    return read(database, [&](Connection& c) { return standing_claim(c, report_id, now); });
}

}  // namespace relis::store
