#include "store/outbox.h"

#include <algorithm>
#include <array>
#include <utility>

#include "database_implementation.h"
#include "events_writer.h"
#include "feedback_writer.h"
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

const std::string select_mail =
    "SELECT id, feedback_id, decision_id, appeal_id, reminder, report_id, shopper_id, recipient, state, way, target, "
    "tries, "
    "posted_at, posted_offset, next_at, next_offset, done_at, done_offset, error FROM outbox WHERE ";
constexpr const char* mail_types =
    "iiiiitttttt"
    "iiiiiii"
    "t";

/// The last appeal against the decision `d` that was answered, or 0.
const std::string last_answered =
    "COALESCE((SELECT MAX(a.id) FROM appeals a WHERE a.decision_id = d.id AND a.state IN ('upheld', 'partly_upheld', "
    "'dismissed')), 0)";

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
    mail.reminder = row.number();
    mail.report_id = row.text();
    mail.shopper_id = row.text();
    mail.recipient = row.text();
    mail.state = outbox_state_from(row.text()).value_or(OutboxState::waiting);
    mail.way = row.text();
    mail.target = row.text();
    mail.tries = row.number();
    mail.posted_at = row.moment();
    mail.next_at = row.optional_moment();
    mail.done_at = row.optional_moment();
    mail.error = row.text();
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

std::optional<std::int64_t> write_mail(Connection& c, const OutboxEntry& entry, const Feedback& content) {
    if (c.exists("SELECT 1 FROM outbox WHERE decision_id = :id AND appeal_id = :appeal AND reminder = :reminder AND "
                 "state <> 'withdrawn'",
                 Arguments(entry.decision_id, entry.appeal_id, entry.reminder))) {
        return std::nullopt;
    }
    const std::int64_t feedback_id = write_feedback(c, content);
    const bool waits = entry.error.empty();
    return c.integer(
        "INSERT INTO outbox (feedback_id, decision_id, appeal_id, reminder, report_id, shopper_id, recipient, state, "
        "way, target, tries, posted_at, posted_offset, next_at, next_offset, handed_over, error) VALUES (:feedback_id, "
        ":decision_id, :appeal_id, :reminder, :report_id, :shopper_id, :recipient, :state, '', '', 0, :posted_at, "
        ":posted_offset, :next_at, :next_offset, 0, :error) RETURNING id",
        Arguments(feedback_id, entry.decision_id, entry.appeal_id, entry.reminder, entry.report_id, entry.shopper_id,
                  entry.recipient, to_string(waits ? OutboxState::waiting : OutboxState::failed), entry.posted_at,
                  waits ? std::optional(entry.posted_at) : std::nullopt, entry.error));
}

void log_sending(Connection& c, std::int64_t id, std::int64_t feedback_id, const std::string& user, const Moment& at) {
    c.run("UPDATE feedback SET sent_at = :at, sent_offset = :offset WHERE id = :id", Arguments(at, feedback_id));
    write_event(
        c, {0, at, user, "send", "feedback", std::to_string(feedback_id), 0, "", "sent", "mail " + std::to_string(id)});
}

}  // namespace

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
                     "iti",
                     "SELECT d.id, d.report_id, " + last_answered +
                         " FROM decisions d JOIN reports r ON r.id = d.report_id AND r.revision = d.revision WHERE "
                         "(d.undone_at IS NULL OR " +
                         fell_by_appeal +
                         ") AND (d.decided_at >= :since OR d.id IN (SELECT a.decision_id FROM "
                         "appeals a WHERE a.closed_at >= :answered_since AND a.decision_id IS NOT NULL)) AND d.id > "
                         ":after AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.decision_id = d.id AND o.appeal_id = " +
                         last_answered + " AND o.reminder = 0 AND o.state <> 'withdrawn') ORDER BY d.id LIMIT :rows",
                     Arguments(first, first, cursor_number(page, 0), rows_to_read(page)), [](Row& row) {
                         UnsentDecision decision;
                         decision.decision_id = row.integer();
                         decision.report_id = row.text();
                         decision.appeal_id = row.integer();
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
            throw Error(ErrorKind::refused, "The rework of report " + entry.report_id +
                                                " was taken back and asked for anew meanwhile. Look at it again.");
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
            const bool stands =
                mail->reminder == 0 ? still_stands(c, mail->decision_id) : awaits_rework(c, mail->decision_id, now);
            if (!stands) {
                c.run("UPDATE outbox SET state = 'withdrawn', next_at = NULL, next_offset = NULL WHERE id = :id",
                      Arguments(mail->id));
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

void end_try(Database& database, std::int64_t id, OutboxState state, const std::string& error,
             const std::optional<Moment>& next, const std::string& user, const Moment& at) {
    write(
        database,
        [&](Connection& c) {
            const bool done = state != OutboxState::waiting;
            const long long changed = c.run(
                "UPDATE outbox SET state = :state, error = :error, next_at = :next_at, next_offset = :next_offset, "
                "done_at = :done_at, done_offset = :done_offset WHERE id = :id AND state = 'sending'",
                Arguments(to_string(state), error, next, done ? std::optional(at) : std::nullopt, id));
            if (changed == 0) {
                throw Error(ErrorKind::not_found,
                            "No run has mail " + std::to_string(id) + " in hand. Look at it with `relis outbox list`.");
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
            "error = 'the run that sent it was interrupted' WHERE state = 'sending' AND claimed_at < :before",
            Arguments(before.utc.time_since_epoch().count()));
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
