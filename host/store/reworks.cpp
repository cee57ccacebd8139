#include "store/reworks.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "label/make_label.h"
#include "paging.h"
#include "report_moves.h"
#include "reworks_writer.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

ReworkReason::Kind kind_from(const std::string& name) {
    if (name == to_string(ReworkReason::Kind::finding)) {
        return ReworkReason::Kind::finding;
    }
    return name == to_string(ReworkReason::Kind::remark) ? ReworkReason::Kind::remark : ReworkReason::Kind::written;
}

const std::string select_rework =
    "SELECT d.id, d.report_id, d.revision, p.shopper_id, c.name, s.name, v.questionnaire, d.user_id, d.decided_at, "
    "d.decided_offset, "
    "w.due_at, w.due_offset, w.remind_at, w.remind_offset, w.unanswered, w.reminded_by, w.reminded_at, "
    "w.reminded_offset, "
    "d.expired_at, d.expired_offset FROM reworks w JOIN decisions d ON d.id = w.decision_id JOIN reports p ON p.id = "
    "d.report_id JOIN shoppers c ON c.id = p.shopper_id JOIN missions m ON m.id = p.mission_id JOIN sites s ON s.id = "
    "m.site_id JOIN revisions v ON v.report_id = d.report_id AND v.revision = d.revision WHERE d.undone_at IS NULL "
    "AND ";
constexpr const char* rework_types =
    "itittttt"
    "iiiiiittiiii";

Rework rework_of(Row& row) {
    Rework rework;
    rework.decision_id = row.integer();
    rework.report_id = row.text();
    rework.revision = row.number();
    rework.shopper_id = row.text();
    rework.shopper = row.text();
    rework.site = row.text();
    rework.questionnaire = row.text();
    rework.user = row.text();
    rework.asked_at = row.moment();
    rework.due = row.moment();
    rework.terms.remind_at = row.optional_moment();
    rework.terms.unanswered = unanswered_from(row.text()).value_or(Unanswered::reassign);
    rework.reminded_by = row.text();
    rework.reminded_at = row.optional_moment();
    rework.expired_at = row.optional_moment();
    return rework;
}

void add_reasons(Connection& c, Rework& rework) {
    rework.terms.reasons =
        c.all("ttttiitt",
              "SELECT kind, plugin, rule, question, start_at, end_at, remark, text FROM rework_reasons WHERE "
              "decision_id = :id ORDER BY position",
              Arguments(rework.decision_id), [](Row& row) {
                  ReworkReason reason;
                  reason.kind = kind_from(row.text());
                  reason.plugin = row.text();
                  reason.rule = row.text();
                  reason.question = row.text();
                  reason.start = static_cast<std::size_t>(row.integer());
                  reason.end = static_cast<std::size_t>(row.integer());
                  reason.remark = row.text();
                  reason.text = row.text();
                  return reason;
              });
}

std::vector<Rework> with_reasons(Connection& c, std::vector<Rework> reworks) {
    for (Rework& rework : reworks) {
        add_reasons(c, rework);
    }
    return reworks;
}

/// The rework that a report awaits the answer of.
struct Awaited {
    std::int64_t decision_id = 0;
    Moment due;
    std::string reminded_by;
    std::optional<Moment> reminded_at;
};
std::optional<Awaited> awaited(Connection& c, const std::string& report_id, int revision) {
    return c.first("iiitii",
                   "SELECT d.id, w.due_at, w.due_offset, w.reminded_by, w.reminded_at, w.reminded_offset FROM "
                   "decisions d JOIN reworks w ON w.decision_id = d.id WHERE "
                   "d.report_id = :id AND d.revision = :revision AND d.undone_at IS NULL AND d.expired_at IS NULL",
                   Arguments(report_id, revision), [](Row& row) {
                       return Awaited{row.integer(), row.moment(), row.text(), row.optional_moment()};
                   });
}

std::int64_t seconds_of(const Moment& moment) {
    return moment.utc.time_since_epoch().count();
}

}  // namespace

void write_rework(Connection& connection, std::int64_t decision_id, const std::optional<Moment>& due,
                  const ReworkTerms& terms) {
    if (due) {
        connection.run(
            "INSERT INTO reworks (decision_id, due_at, due_offset, remind_at, remind_offset, unanswered) VALUES "
            "(:decision, :due_at, :due_offset, :remind_at, :remind_offset, :unanswered)",
            Arguments(decision_id, *due, terms.remind_at, to_string(terms.unanswered)));
    }
    int position = 0;
    for (const ReworkReason& reason : terms.reasons) {
        connection.run(
            "INSERT INTO rework_reasons (decision_id, position, kind, plugin, rule, question, start_at, end_at, "
            "remark, text) VALUES (:decision, :position, :kind, :plugin, :rule, :question, :start_at, :end_at, "
            ":remark, :text)",
            Arguments(decision_id, position++, to_string(reason.kind), reason.plugin, reason.rule, reason.question,
                      reason.start, reason.end, reason.remark, reason.text));
    }
}

std::vector<Rework> list_reworks(Database& database, const std::string& report_id) {
    return read_snapshot(database, [&](Connection& c) {
        return with_reasons(
            c, c.all(rework_types, select_rework + "d.report_id = :id ORDER BY d.id", Arguments(report_id), rework_of));
    });
}

std::optional<Rework> expired_rework(Database& database, const std::string& report_id, int revision) {
    return read(database, [&](Connection& c) {
        return c.first(rework_types,
                       select_rework +
                           "d.report_id = :id AND d.revision = :revision AND d.expired_at IS NOT NULL ORDER BY d.id "
                           "DESC LIMIT 1",
                       Arguments(report_id, revision), rework_of);
    });
}

Page<Rework> waiting_reworks(Database& database, ReworksWanted wanted, const Moment& at, const PageRequest& page) {
    std::string sql = select_rework +
                      "d.expired_at IS NULL AND p.state = 'rework_requested' AND p.revision = d.revision AND d.id > "
                      ":after";
    Arguments arguments(cursor_number(page, 0));
    if (wanted == ReworksWanted::overdue) {
        sql += " AND w.due_at <= :at";
        arguments.add(seconds_of(at));
    } else if (wanted == ReworksWanted::to_be_minded) {
        sql += " AND w.remind_at <= :at AND w.reminded_at IS NULL AND w.due_at > :again";
        arguments.add(seconds_of(at));
        arguments.add(seconds_of(at));
    }
    sql += " ORDER BY d.id LIMIT :rows";
    arguments.add(rows_to_read(page));
    return make_page(
        read_snapshot(database,
                      [&](Connection& c) { return with_reasons(c, c.all(rework_types, sql, arguments, rework_of)); }),
        page, [](const Rework& rework) { return std::to_string(rework.decision_id); });
}

ReworkResult expire_rework(Database& database, const std::string& report_id, const Moment& at) {
    return write(
        database,
        [&](Connection& c) -> ReworkResult {
            const Standing standing = lock_report(c, report_id);
            const std::optional<ReportState> to = next_state(standing.state, Move::expire);
            const auto rework = awaited(c, report_id, standing.revision);
            if (!to || !rework) {
                return {false, refused_move(report_id, standing.state, Move::expire)};
            }
            if (rework->due > at) {
                return {false,
                        make_label("La reprise du rapport {} est attendue jusqu'au {}.",
                                   "The rework of report {} is due until {}.", report_id, format_moment(rework->due))};
            }
            c.run("UPDATE decisions SET expired_at = :at, expired_offset = :offset WHERE id = :id",
                  Arguments(at, rework->decision_id));
            move_report(c, report_id, *to);
            c.run("UPDATE recommendations SET fingerprint = '' WHERE report_id = :id AND revision = :revision",
                  Arguments(report_id, standing.revision));
            c.run("UPDATE queue_entries SET fingerprint = '' WHERE report_id = :id", Arguments(report_id));
            write_event(c,
                        {0, at, "relis", "expire", "report", report_id, standing.revision,
                         std::string(to_string(standing.state)), std::string(to_string(*to)), ""},
                        rework->decision_id);
            return {true, {}};
        },
        Durability::full);
}

ReworkResult keep_reminder(Connection& c, const std::string& report_id, const std::string& user, const Moment& at,
                           bool again) {
    const Standing standing = lock_report(c, report_id);
    const auto rework = awaited(c, report_id, standing.revision);
    if (standing.state != ReportState::rework_requested || !rework) {
        return {false, make_label("Le rapport {0} est {1} : il n'y a pas de reprise à rappeler.",
                                  "Report {0} is in the state {1}: there is no rework to remind of.", report_id,
                                  state_label(standing.state))};
    }
    if (rework->due <= at) {
        return {false, make_label("L'échéance de la reprise du rapport {0} ({1}) est passée : il n'y a plus rien à "
                                  "rappeler, le rapport attend une décision.",
                                  "The rework of report {0} was due at {1}: it is too late for a reminder, the report "
                                  "is to be decided.",
                                  report_id, format_moment(rework->due))};
    }
    if (rework->reminded_at && !again) {
        return {false, make_label("Un rappel a déjà été fait pour le rapport {0}, par {1}, le {2}.",
                                  "The shopper was reminded of report {0} already, by {1} at {2}; `relis rework remind "
                                  "{0} --again` reminds once more.",
                                  report_id, rework->reminded_by, format_moment(*rework->reminded_at))};
    }
    ensure_user(c, user);
    c.run(
        "UPDATE reworks SET reminded_by = :user, reminded_at = :at, reminded_offset = :offset WHERE decision_id = :id",
        Arguments(user, at, rework->decision_id));
    const std::string state(to_string(standing.state));
    write_event(c, {0, at, user, "remind", "report", report_id, standing.revision, state, state, ""});
    return {true, {}};
}

ReworkResult mark_reminded(Database& database, const std::string& report_id, const std::string& user, const Moment& at,
                           bool again) {
    return write(database, [&](Connection& c) { return keep_reminder(c, report_id, user, at, again); });
}

std::vector<LibraryRemark> list_remarks(Database& database) {
    return read(database, [](Connection& c) {
        return c.all("tt", "SELECT id, text FROM remarks ORDER BY id", Arguments(), [](Row& row) {
            return LibraryRemark{row.text(), row.text()};
        });
    });
}

void put_remark(Database& database, const LibraryRemark& remark, const std::string& user, const Moment& at) {
    if (remark.id.empty() || remark.text.empty()) {
        throw Error(ErrorKind::refused, Label{"Une remarque a besoin d'un nom et d'un texte. Donnez les deux.",
                                              "A remark needs an id and a text. Give both."});
    }
    write(database, [&](Connection& c) {
        ensure_user(c, user);
        c.run("INSERT INTO remarks (id, text) VALUES (:id, :text) ON CONFLICT (id) DO UPDATE SET text = excluded.text",
              Arguments(remark.id, remark.text));
        write_event(c, {0, at, user, "put", "remark", remark.id, 0, "", "", remark.text});
    });
}

bool remove_remark(Database& database, const std::string& id, const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        if (c.run("DELETE FROM remarks WHERE id = :id", Arguments(id)) == 0) {
            return false;
        }
        ensure_user(c, user);
        write_event(c, {0, at, user, "remove", "remark", id, 0, "", "", ""});
        return true;
    });
}

}  // namespace relis::store
