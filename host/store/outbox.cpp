#include "store/outbox.h"

#include <algorithm>
#include <array>
#include <utility>

#include "database_implementation.h"
#include "decisions_writer.h"
#include "events_writer.h"
#include "feedback_writer.h"
#include "label/make_label.h"
#include "mission_rows.h"
#include "outbox_withdrawing.h"
#include "paging.h"
#include "reworks_writer.h"

namespace relis::store {

namespace {

constexpr std::array<std::pair<OutboxState, std::string_view>, 6> state_names{{{OutboxState::waiting, "waiting"},
                                                                               {OutboxState::sending, "sending"},
                                                                               {OutboxState::sent, "sent"},
                                                                               {OutboxState::failed, "failed"},
                                                                               {OutboxState::uncertain, "uncertain"},
                                                                               {OutboxState::withdrawn, "withdrawn"}}};

// Names are read by the way and not joined, since PostgreSQL locks no row of the outer side of a join
const std::string select_mail =
    "SELECT id, feedback_id, COALESCE(decision_id, 0), appeal_id, surplus_turns, reminder, COALESCE(report_id, ''), "
    "COALESCE((SELECT "
    "s.name FROM reports p JOIN missions m ON m.id = p.mission_id JOIN sites s ON s.id = m.site_id WHERE p.id = "
    "outbox.report_id), ''), month, edition, shopper_id, COALESCE((SELECT s.name FROM shoppers s WHERE s.id = "
    "outbox.shopper_id), ''), recipient, state, way, target, tries, posted_at, posted_offset, next_at, next_offset, "
    "done_at, done_offset, error_fr, error_en FROM outbox WHERE ";
constexpr const char* mail_types =
    "iiiiiittiittttttiiiiiii"
    "tt";

const Label month_fell{"une décision de ce mois est tombée depuis ; renvoyez le mois",
                       "a decision of that month fell since; send the month anew"};
const Label sending_interrupted{"l'envoi a été interrompu", "the run that sent it was interrupted"};

constexpr int months_of_number = 100;
/// A month as the column keeps it: 202610.
int number_of(std::chrono::year_month month) {
    return static_cast<int>(month.year()) * months_of_number + static_cast<int>(static_cast<unsigned>(month.month()));
}
std::chrono::year_month month_of(int number) {
    return std::chrono::year{number / months_of_number} /
           std::chrono::month{static_cast<unsigned>(number % months_of_number)};
}

/// The last appeal against the decision `d` that was answered, or 0.
const std::string last_answered =
    "COALESCE((SELECT MAX(a.id) FROM appeals a WHERE a.decision_id = d.id AND a.state IN ('upheld', 'partly_upheld', "
    "'dismissed')), 0)";

/// How often the report of the decision `d` was kept as a surplus visit, and that taken back.
const std::string surplus_turns =
    "(SELECT COUNT(*) + COUNT(i.ended_at) FROM interventions i WHERE i.report_id = d.report_id AND i.revision = "
    "d.revision AND i.kind = 'surplus')";

/// An appeal brought the decision `d` down, and none was made since: its shopper is told that, with no other decision.
const std::string fell_by_appeal =
    "(d.undone_at IS NOT NULL AND EXISTS (SELECT 1 FROM appeals b WHERE b.decision_id = d.id AND b.state IN ('upheld', "
    "'partly_upheld') AND b.closed_at = d.undone_at) AND NOT EXISTS (SELECT 1 FROM decisions e WHERE e.report_id = "
    "d.report_id AND e.id > d.id))";

OutboxEntry mail_of(Row& row) {
    OutboxEntry mail;
    mail.id = row.integer();
    mail.feedback_id = row.integer();
    mail.decision_id = row.integer();
    mail.appeal_id = row.integer();
    mail.surplus_turns = row.number();
    mail.reminder = row.number();
    mail.report_id = row.text();
    mail.site = row.text();
    if (const auto month = row.optional_integer()) {
        mail.month = month_of(static_cast<int>(*month));
    }
    mail.edition = row.number();
    mail.shopper_id = row.text();
    mail.shopper = row.text();
    mail.recipient = row.text();
    mail.state = outbox_state_from(row.text()).value_or(OutboxState::waiting);
    mail.way = row.text();
    mail.target = row.text();
    mail.tries = row.number();
    mail.posted_at = row.moment();
    mail.next_at = row.optional_moment();
    mail.done_at = row.optional_moment();
    mail.error.fr = row.text();
    mail.error.en = row.text();
    return mail;
}

/// Whether a decision was neither undone nor overtaken by a further revision.
bool still_stands(Connection& c, std::int64_t decision_id) {
    return c.exists(
        "SELECT 1 FROM decisions d JOIN reports r ON r.id = d.report_id AND r.revision = d.revision WHERE d.id = :id "
        "AND (d.undone_at IS NULL OR " +
            fell_by_appeal + ")",
        Arguments(decision_id));
}

/// Whether a rework still awaits its shopper and its time is not over.
bool awaits_rework(Connection& c, std::int64_t decision_id, const Moment& at) {
    return c.exists(
        "SELECT 1 FROM reworks w JOIN decisions d ON d.id = w.decision_id JOIN reports r ON r.id = d.report_id AND "
        "r.revision = d.revision WHERE d.id = :id AND d.undone_at IS NULL AND d.expired_at IS NULL AND r.state = "
        "'rework_requested' AND w.due_at > :now",
        Arguments(decision_id, at.utc.time_since_epoch().count()));
}

/// Whether a decision stands, or fell by an appeal that tells so; its row is held, so that a second run waits and then
/// sees the first one's mail.
bool lock_decision(Connection& c, std::int64_t decision_id) {
    return c.exists("SELECT 1 FROM decisions d WHERE d.id = :id AND (d.undone_at IS NULL OR " + fell_by_appeal + ")" +
                        (c.is_postgresql() ? " FOR UPDATE OF d" : ""),
                    Arguments(decision_id));
}

/// Whether every decision that the mail of a month tells still stands.
bool month_still_stands(Connection& c, std::int64_t mail) {
    return !c.exists(
        "SELECT 1 FROM outbox_decisions o JOIN decisions d ON d.id = o.decision_id JOIN reports p ON p.id "
        "= d.report_id WHERE o.mail_id = :id AND NOT (" +
            last_that_stands + ")",
        Arguments(mail));
}

/// Whether a mail that waits is still to be sent.
bool is_wanted(Connection& c, const OutboxEntry& mail, const Moment& now) {
    if (mail.month) {
        return month_still_stands(c, mail.id);
    }
    return mail.reminder == 0 ? still_stands(c, mail.decision_id) : awaits_rework(c, mail.decision_id, now);
}

std::int64_t insert_mail(Connection& c, const OutboxEntry& entry, const Feedback& content) {
    const std::int64_t feedback_id = write_feedback(c, content);
    const bool waits = entry.error.en.empty();
    const bool of_month = entry.month.has_value();
    return c.integer(
        "INSERT INTO outbox (feedback_id, decision_id, appeal_id, surplus_turns, reminder, report_id, month, edition, "
        "shopper_id, "
        "recipient, state, way, target, tries, posted_at, posted_offset, next_at, next_offset, handed_over, "
        "error_fr, error_en) "
        "VALUES (:feedback_id, :decision_id, :appeal_id, :surplus_turns, :reminder, :report_id, :month, :edition, "
        ":shopper_id, "
        ":recipient, :state, '', '', 0, :posted_at, :posted_offset, :next_at, :next_offset, 0, :error_fr, :error_en) "
        "RETURNING id",
        Arguments(feedback_id, of_month ? std::nullopt : std::optional(entry.decision_id), entry.appeal_id,
                  entry.surplus_turns, entry.reminder, of_month ? std::nullopt : std::optional(entry.report_id),
                  of_month ? std::optional(number_of(*entry.month)) : std::nullopt, entry.edition, entry.shopper_id,
                  entry.recipient, to_string(waits ? OutboxState::waiting : OutboxState::failed), entry.posted_at,
                  waits ? std::optional(entry.posted_at) : std::nullopt, entry.error.fr, entry.error.en));
}

std::optional<std::int64_t> write_mail(Connection& c, const OutboxEntry& entry, const Feedback& content) {
    if (c.exists("SELECT 1 FROM outbox WHERE decision_id = :id AND appeal_id = :appeal AND surplus_turns = :turns AND "
                 "reminder = :reminder AND state <> 'withdrawn'",
                 Arguments(entry.decision_id, entry.appeal_id, entry.surplus_turns, entry.reminder))) {
        return std::nullopt;
    }
    return insert_mail(c, entry, content);
}

void log_sending(Connection& c, std::int64_t id, std::int64_t feedback_id, const std::string& user, const Moment& at) {
    c.run("UPDATE feedback SET sent_at = :at, sent_offset = :offset WHERE id = :id", Arguments(at, feedback_id));
    write_event(
        c, {0, at, user, "send", "feedback", std::to_string(feedback_id), 0, "", "sent", "mail " + std::to_string(id)});
}

}  // namespace

void withdraw_waiting_mails(Connection& connection, const std::string& report_id) {
    connection.run(
        "UPDATE outbox SET state = 'withdrawn', next_at = NULL, next_offset = NULL WHERE report_id = :id AND state = "
        "'waiting'",
        Arguments(report_id));
    connection.run(
        "UPDATE outbox SET state = 'withdrawn', next_at = NULL, next_offset = NULL, error_fr = :error_fr, "
        "error_en = :error_en WHERE state = 'waiting' AND id IN (SELECT o.mail_id FROM outbox_decisions o JOIN "
        "decisions d ON d.id = o.decision_id WHERE "
        "d.report_id = :id)",
        Arguments(month_fell.fr, month_fell.en, report_id));
}

std::string_view to_string(OutboxState state) {
    return std::ranges::find(state_names, state, &std::pair<OutboxState, std::string_view>::first)->second;
}

std::optional<OutboxState> outbox_state_from(std::string_view name) {
    const auto found = std::ranges::find(state_names, name, &std::pair<OutboxState, std::string_view>::second);
    return found == state_names.end() ? std::nullopt : std::optional(found->first);
}

Page<UnsentDecision> unsent_decisions(Database& database, const Moment& since, const PageRequest& page) {
    return make_page(
        read(database,
             [&](Connection& c) {
                 const auto first = since.utc.time_since_epoch().count();
                 return c.all(
                     "itii",
                     "SELECT d.id, d.report_id, " + last_answered + ", " + surplus_turns +
                         " FROM decisions d JOIN reports r ON r.id = d.report_id AND r.revision = d.revision WHERE "
                         "(d.undone_at IS NULL OR " +
                         fell_by_appeal +
                         ") AND (d.decided_at >= :since OR d.id IN (SELECT a.decision_id FROM "
                         "appeals a WHERE a.closed_at >= :answered_since AND a.decision_id IS NOT NULL) OR d.report_id "
                         "IN (SELECT "
                         "i.report_id FROM interventions i WHERE i.kind = 'surplus' AND (i.made_at >= :kept_since OR "
                         "i.ended_at >= :dropped_since))) AND d.id > "
                         ":after AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.decision_id = d.id AND o.appeal_id = " +
                         last_answered + " AND o.surplus_turns = " + surplus_turns +
                         " AND o.reminder = 0 AND o.state <> 'withdrawn') ORDER BY d.id LIMIT :rows",
                     Arguments(first, first, first, first, cursor_number(page, 0), rows_to_read(page)), [](Row& row) {
                         UnsentDecision decision;
                         decision.decision_id = row.integer();
                         decision.report_id = row.text();
                         decision.appeal_id = row.integer();
                         decision.surplus_turns = row.number();
                         return decision;
                     });
             }),
        page, [](const UnsentDecision& decision) { return std::to_string(decision.decision_id); });
}

std::optional<std::int64_t> post_mail(Database& database, const OutboxEntry& entry, const Feedback& content) {
    return write(database, [&](Connection& c) -> std::optional<std::int64_t> {
        return lock_decision(c, entry.decision_id) ? write_mail(c, entry, content) : std::nullopt;
    });
}

PostedReminder post_reminder(Database& database, const OutboxEntry& entry, const Feedback& content,
                             const std::string& user, bool again) {
    return write(database, [&](Connection& c) -> PostedReminder {
        const ReworkResult reminded = keep_reminder(c, entry.report_id, user, entry.posted_at, again);
        if (!reminded.done) {
            return {std::nullopt, 0, reminded.refusal};
        }
        if (!awaits_rework(c, entry.decision_id, entry.posted_at)) {
            throw Error(
                ErrorKind::refused,
                make_label("La reprise du rapport {} a été annulée et redemandée entre-temps. Regardez-la de nouveau.",
                           "The rework of report {} was taken back and asked for anew meanwhile. Look at it again.",
                           entry.report_id));
        }
        OutboxEntry numbered = entry;
        numbered.reminder =
            static_cast<int>(c.integer("SELECT COALESCE(MAX(reminder), 0) + 1 FROM outbox WHERE "
                                       "decision_id = :id",
                                       Arguments(entry.decision_id)));
        return {write_mail(c, numbered, content), numbered.reminder, {}};
    });
}

std::optional<std::int64_t> post_reminder_again(Database& database, const OutboxEntry& entry, const Feedback& content) {
    return write(database, [&](Connection& c) -> std::optional<std::int64_t> {
        return awaits_rework(c, entry.decision_id, entry.posted_at) ? write_mail(c, entry, content) : std::nullopt;
    });
}

Page<ShopperOfMonth> shoppers_of_month(Database& database, std::chrono::year_month month, const std::string& shopper_id,
                                       const PageRequest& page) {
    // The local time of a decision is at most this far from UTC, so that the index of times finds the month
    constexpr std::int64_t farthest_offset = 24 * 60 * 60;
    const auto seconds = [](std::chrono::year_month of) {
        return std::int64_t{std::chrono::sys_seconds{std::chrono::sys_days{of / 1}}.time_since_epoch().count()};
    };
    const std::int64_t first = seconds(month);
    const std::int64_t end = seconds(month + std::chrono::months{1});
    Arguments arguments(number_of(month), first - farthest_offset, end + farthest_offset, first, end, page.after);
    std::string sql =
        "SELECT p.shopper_id, COALESCE((SELECT o.state FROM outbox o WHERE o.shopper_id = p.shopper_id AND o.month = "
        ":month AND o.state <> 'withdrawn' ORDER BY o.edition DESC LIMIT 1), '') FROM decisions d JOIN reports p ON "
        "p.id = d.report_id AND " +
        last_that_stands +
        " WHERE d.decided_at >= :earliest AND d.decided_at < :latest AND d.decided_at + 60 * d.decided_offset >= "
        ":first AND d.decided_at + 60 * d.decided_offset < :end AND p.shopper_id > :after";
    if (!shopper_id.empty()) {
        sql += " AND p.shopper_id = :shopper_id";
        arguments.add(shopper_id);
    }
    sql += " GROUP BY p.shopper_id ORDER BY p.shopper_id LIMIT :rows";
    arguments.add(rows_to_read(page));
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all("tt", sql, arguments, [](Row& row) {
                                  ShopperOfMonth shopper;
                                  shopper.shopper_id = row.text();
                                  shopper.mail = outbox_state_from(row.text());
                                  return shopper;
                              });
                          }),
                     page, [](const ShopperOfMonth& shopper) { return shopper.shopper_id; });
}

std::optional<std::int64_t> post_month(Database& database, const OutboxEntry& entry, const Feedback& content,
                                       const std::vector<std::int64_t>& decisions, bool again) {
    return write(database, [&](Connection& c) -> std::optional<std::int64_t> {
        lock_shopper(c, entry.shopper_id);  // a second run waits and then sees the first one's mail
        const int month = number_of(*entry.month);
        const auto latest = c.first("it",
                                    "SELECT edition, state FROM outbox WHERE shopper_id = :shopper_id AND month = "
                                    ":month AND state <> 'withdrawn' ORDER BY edition DESC LIMIT 1",
                                    Arguments(entry.shopper_id, month), [](Row& row) {
                                        const int edition = row.number();
                                        return std::pair(edition, outbox_state_from(row.text()));
                                    });
        if (latest && !(again && latest->second == OutboxState::sent)) {
            return std::nullopt;
        }
        OutboxEntry numbered = entry;
        numbered.edition = latest ? latest->first + 1 : 1;
        const std::int64_t id = insert_mail(c, numbered, content);
        for (const std::int64_t decision : decisions) {
            c.run("INSERT INTO outbox_decisions (mail_id, decision_id) VALUES (:mail, :decision)",
                  Arguments(id, decision));
        }
        return id;
    });
}

std::optional<OutboxEntry> claim_mail(Database& database, const std::string& way, const std::string& target,
                                      const Moment& now) {
    return write(database, [&](Connection& c) -> std::optional<OutboxEntry> {
        while (true) {
            auto mail = c.first(mail_types,
                                select_mail + "state = 'waiting' AND next_at <= :now ORDER BY id LIMIT 1" +
                                    (c.is_postgresql() ? " FOR UPDATE SKIP LOCKED" : ""),
                                Arguments(now.utc.time_since_epoch().count()), mail_of);
            if (!mail) {
                return std::nullopt;
            }
            if (!is_wanted(c, *mail, now)) {
                const Label& why = mail->month ? month_fell : mail->error;
                c.run(
                    "UPDATE outbox SET state = 'withdrawn', next_at = NULL, next_offset = NULL, error_fr = :error_fr, "
                    "error_en = :error_en WHERE id = :id",
                    Arguments(why.fr, why.en, mail->id));
                continue;
            }
            c.run(
                "UPDATE outbox SET state = 'sending', way = :way, target = :target, tries = tries + 1, claimed_at = "
                ":at, claimed_offset = :offset, next_at = NULL, next_offset = NULL, handed_over = 0 WHERE id = :id",
                Arguments(way, target, now, mail->id));
            mail->state = OutboxState::sending;
            mail->way = way;
            mail->target = target;
            mail->next_at.reset();
            ++mail->tries;
            return mail;
        }
    });
}

void note_handing_over(Database& database, std::int64_t id) {
    write(
        database, [&](Connection& c) { c.run("UPDATE outbox SET handed_over = 1 WHERE id = :id", Arguments(id)); },
        Durability::full);
}

void end_try(Database& database, std::int64_t id, OutboxState state, const Label& error,
             const std::optional<Moment>& next, const std::string& user, const Moment& at) {
    write(
        database,
        [&](Connection& c) {
            const bool done = state != OutboxState::waiting;
            const long long changed = c.run(
                "UPDATE outbox SET state = :state, error_fr = :error_fr, error_en = :error_en, next_at = :next_at, "
                "next_offset = :next_offset, "
                "done_at = :done_at, done_offset = :done_offset WHERE id = :id AND state = 'sending'",
                Arguments(to_string(state), error.fr, error.en, next, done ? std::optional(at) : std::nullopt, id));
            if (changed == 0) {
                throw Error(ErrorKind::not_found,
                            make_label("Aucun envoi n'a le courriel {} en main. Regardez-le avec `relis outbox list`.",
                                       "No run has mail {} in hand. Look at it with `relis outbox list`.", id));
            }
            if (state == OutboxState::sent) {
                log_sending(c, id, c.integer("SELECT feedback_id FROM outbox WHERE id = :id", Arguments(id)), user, at);
            }
        },
        Durability::full);
}

std::size_t recover_mails(Database& database, const Moment& before) {
    return write(database, [&](Connection& c) {
        const long long changed = c.run(
            "UPDATE outbox SET next_at = CASE WHEN handed_over = 1 AND way = 'smtp' THEN NULL ELSE claimed_at END, "
            "next_offset = CASE WHEN handed_over = 1 AND way = 'smtp' THEN NULL ELSE claimed_offset END, "
            "state = CASE WHEN handed_over = 1 AND way = 'smtp' THEN 'uncertain' ELSE 'waiting' END, "
            "error_fr = :error_fr, error_en = :error_en WHERE state = 'sending' AND claimed_at < :before",
            Arguments(sending_interrupted.fr, sending_interrupted.en, before.utc.time_since_epoch().count()));
        return static_cast<std::size_t>(changed);
    });
}

bool settle_mail(Database& database, std::int64_t id, OutboxState state, const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        const long long changed = c.run(
            "UPDATE outbox SET state = :state, done_at = :done_at, done_offset = :done_offset WHERE id = :id AND state "
            "IN ('failed', 'uncertain')",
            Arguments(to_string(state), at, id));
        if (changed > 0 && state == OutboxState::sent) {
            log_sending(c, id, c.integer("SELECT feedback_id FROM outbox WHERE id = :id", Arguments(id)), user, at);
        }
        return changed > 0;
    });
}

std::optional<OutboxEntry> load_mail(Database& database, std::int64_t id) {
    return read(database,
                [&](Connection& c) { return c.first(mail_types, select_mail + "id = :id", Arguments(id), mail_of); });
}

Page<OutboxEntry> list_mails(Database& database, std::optional<OutboxState> state, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              Arguments arguments;
                              if (state) {
                                  arguments.add(to_string(*state));
                              }
                              arguments.add(cursor_number(page, 0));
                              arguments.add(rows_to_read(page));
                              return c.all(mail_types,
                                           select_mail + (state ? "state = :state AND " : "") +
                                               "id > :after ORDER BY id LIMIT :rows",
                                           arguments, mail_of);
                          }),
                     page, [](const OutboxEntry& mail) { return std::to_string(mail.id); });
}

}  // namespace relis::store
