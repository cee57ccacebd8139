#include "store/appeals.h"

#include <array>
#include <utility>

#include "appeal_rows.h"
#include "database_implementation.h"
#include "events_writer.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "move_words.h"
#include "paging.h"
#include "report_moves.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

constexpr std::array<std::pair<AppealSubject, std::string_view>, 3> subject_names{
    {{AppealSubject::score, "score"}, {AppealSubject::finding, "finding"}, {AppealSubject::decision, "decision"}}};

const std::string select_appeal =
    "SELECT a.id, a.report_id, a.revision, a.decision_id, a.subject, a.plugin, a.rule, a.question, a.start_at, "
    "a.end_at, a.assessment_id, a.passage, a.message, a.score_before, a.score_after, a.text, a.entered_by, a.filed_at, "
    "a.filed_offset, a.due_at, a.due_offset, a.state, a.handler, a.taken_until, a.taken_offset, a.answer, a.closed_at, "
    "a.closed_offset, a.earlier_feedback_id, a.late_reason, CASE WHEN a.state IN ('upheld', 'partly_upheld') AND "
    "EXISTS "
    "(SELECT 1 FROM decisions d WHERE d.id = a.decision_id AND d.undone_at = a.closed_at) THEN 1 ELSE 0 END, "
    "r.shopper_id, COALESCE((SELECT s.name FROM shoppers s WHERE s.id = r.shopper_id), ''), r.programme_id FROM "
    "appeals "
    "a JOIN reports r ON r.id = a.report_id WHERE ";
constexpr const char* appeal_types = "itiittttiiittrrttiiiittiitiiitittt";

Appeal appeal_of(Row& row) {
    Appeal appeal;
    appeal.id = row.integer();
    appeal.report_id = row.text();
    appeal.revision = row.number();
    appeal.decision_id = row.optional_integer().value_or(0);
    appeal.subject = appeal_subject_from(row.text()).value_or(AppealSubject::score);
    appeal.plugin = row.text();
    appeal.rule = row.text();
    appeal.question = row.text();
    appeal.start = static_cast<std::size_t>(row.integer());
    appeal.end = static_cast<std::size_t>(row.integer());
    appeal.assessment_id = row.optional_integer().value_or(0);
    appeal.passage = row.text();
    appeal.message = row.text();
    appeal.score_before = row.optional_real();
    appeal.score_after = row.optional_real();
    appeal.text = row.text();
    appeal.entered_by = row.text();
    appeal.filed_at = row.moment();
    appeal.due_at = row.moment();
    appeal.state = appeal_state_from(row.text()).value_or(AppealState::open);
    appeal.handler = row.text();
    appeal.taken_until = row.optional_moment();
    appeal.answer = row.text();
    appeal.closed_at = row.optional_moment();
    appeal.earlier_feedback = row.optional_integer().value_or(0);
    appeal.late_reason = row.text();
    appeal.overturned = row.flag();
    appeal.shopper_id = row.text();
    appeal.shopper_name = row.text();
    appeal.programme = row.text();
    return appeal;
}

std::optional<std::int64_t> none_if_zero(std::int64_t id) {
    return id == 0 ? std::nullopt : std::optional(id);
}

AppealResult refused(Label why) {
    return {false, 0, std::move(why)};
}

/// The decision that stands on a revision, or 0.
std::int64_t standing_decision(Connection& c, const std::string& report_id, int revision) {
    return c.integer(
        "SELECT id FROM decisions WHERE report_id = :id AND revision = :revision AND undone_at IS NULL AND expired_at "
        "IS NULL",
        Arguments(report_id, revision));
}

/// The result that is contested, or 0.
std::int64_t contested_result(Connection& c, const Appeal& appeal) {
    if (appeal.subject == AppealSubject::finding) {
        return c.integer(
            "SELECT a.id FROM assessments a JOIN findings f ON f.assessment_id = a.id WHERE a.report_id = :id AND "
            "a.revision = :revision AND a.plugin = :plugin AND a.is_current = 1 AND f.rule = :rule AND f.question = "
            ":question AND f.start_at = :start AND f.end_at = :end LIMIT 1",
            Arguments(appeal.report_id, appeal.revision, appeal.plugin, appeal.rule, appeal.question, appeal.start,
                      appeal.end));
    }
    return c.integer(
        "SELECT id FROM assessments WHERE report_id = :id AND revision = :revision AND plugin = :plugin AND is_current "
        "= 1",
        Arguments(appeal.report_id, appeal.revision, appeal.plugin));
}

/// Why what is contested cannot be; empty texts: it can.
Label refuse_subject(const Appeal& appeal, ReportState state) {
    if (appeal.subject == AppealSubject::decision) {
        return state == ReportState::rework_requested || state == ReportState::reassigned
                   ? Label{}
                   : make_label("Le rapport {} est {} : cette décision n'enlève rien au client mystère.",
                                "Report {} is {}: that decision took nothing from its shopper.", appeal.report_id,
                                state_label(state));
    }
    if (appeal.assessment_id != 0) {
        return {};
    }
    if (appeal.subject == AppealSubject::finding) {
        return make_label("Le rapport {} n'a pas ce constat ({}/{}). `relis show` montre ceux qu'il a.",
                          "Report {} has no such finding ({}/{}). `relis show` lists those it has.", appeal.report_id,
                          appeal.plugin, appeal.rule);
    }
    return make_label("Le rapport {} n'est pas noté par {}. `relis show` nomme ses critères.",
                      "Report {} is not rated by {}. `relis show` names its criteria.", appeal.report_id,
                      appeal.plugin);
}

Label refuse_second(Connection& c, const Appeal& appeal) {
    const auto earlier = c.first(
        "i",
        "SELECT id FROM appeals WHERE report_id = :id AND revision = :revision AND subject = :subject AND "
        "plugin = :plugin AND rule = :rule AND question = :question AND start_at = :start AND end_at = :end AND state "
        "<> 'withdrawn' LIMIT 1",
        Arguments(appeal.report_id, appeal.revision, to_string(appeal.subject), appeal.plugin, appeal.rule,
                  appeal.question, appeal.start, appeal.end),
        [](Row& row) { return row.integer(); });
    if (!earlier) {
        return {};
    }
    return make_label("Ce point du rapport {} est déjà contesté (contestation {}). Une réponse est définitive.",
                      "That point of report {} was contested already (appeal {}). An answer is final.",
                      appeal.report_id, *earlier);
}

}  // namespace

std::optional<Appeal> lock_appeal(Connection& c, std::int64_t id) {
    return c.first(appeal_types, select_appeal + "a.id = :id" + (c.is_postgresql() ? " FOR UPDATE OF a" : ""),
                   Arguments(id), appeal_of);
}

Appeal require_appeal(Connection& c, std::int64_t id) {
    auto appeal = lock_appeal(c, id);
    if (!appeal) {
        throw Error(ErrorKind::not_found,
                    make_label("Il n'y a pas de contestation {}. `relis appeal list --state all` les énumère.",
                               "There is no appeal {}. `relis appeal list --state all` lists those there are.", id));
    }
    return std::move(*appeal);
}

Label refuse_appeal_move(const Appeal& appeal, AppealMove move) {
    if (next_state(appeal.state, move)) {
        return {};
    }
    Label possible;
    for (const AppealTransition& transition : appeal_transitions) {
        if (transition.from != appeal.state) continue;
        possible.fr += (possible.fr.empty() ? "" : ", ") + std::string(french_words(transition.move));
        possible.en += (possible.en.empty() ? "" : ", ") + std::string(to_string(transition.move));
    }
    if (possible.en.empty()) possible = {"rien de plus", "nothing more"};
    return make_label("La contestation {0} est {1} : « {2} » n'est pas possible. De là, on peut : {3}.",
                      "Appeal {0} is in the state {1}, which {2} does not leave. From there: {3}.", appeal.id,
                      Label{std::string(french_words(appeal.state)), std::string(to_string(appeal.state))},
                      Label{std::string(french_words(move)), std::string(to_string(move))}, possible);
}

Label refuse_first_reviewer(Connection& c, const Appeal& appeal, const std::string& user) {
    if (c.exists("SELECT 1 FROM decisions WHERE report_id = :id AND user_id = :user LIMIT 1",
                 Arguments(appeal.report_id, user))) {
        return make_label("Le rapport {0} a été décidé par {1} : une autre personne répond à la contestation.",
                          "{1} decided report {0}, so the appeal against it goes to somebody else.", appeal.report_id,
                          user);
    }
    if (c.exists("SELECT 1 FROM score_overrides WHERE report_id = :id AND revision = :revision AND plugin = :plugin "
                 "AND user_id = :user LIMIT 1",
                 Arguments(appeal.report_id, appeal.revision, appeal.plugin, user))) {
        return make_label("La note contestée du rapport {0} a été donnée par {1} : une autre personne répond.",
                          "{1} gave the contested score of report {0}, so the appeal against it goes to somebody else.",
                          appeal.report_id, user);
    }
    return {};
}

std::int64_t log_appeal(Connection& c, const Appeal& appeal, AppealMove move, AppealState to, const std::string& user,
                        const Moment& at, const std::string& note) {
    const std::int64_t event =
        write_event(c, {0, at, user, std::string(to_string(move)), "appeal", std::to_string(appeal.id), 0,
                        std::string(to_string(appeal.state)), std::string(to_string(to)), note});
    if (is_answered(to) || to == AppealState::withdrawn) {
        write_event(c, {0, at, user, "appeal_" + std::string(to_string(to)), "report", appeal.report_id,
                        appeal.revision, "", "", std::to_string(appeal.id) + (note.empty() ? "" : ": " + note)});
    }
    return event;
}

std::string_view to_string(AppealSubject subject) {
    for (const auto& [value, name] : subject_names) {
        if (value == subject) {
            return name;
        }
    }
    return "score";
}

std::optional<AppealSubject> appeal_subject_from(std::string_view name) {
    for (const auto& [value, text] : subject_names) {
        if (text == name) {
            return value;
        }
    }
    return std::nullopt;
}

AppealResult file_appeal(Database& database, const Appeal& filed) {
    return write(
        database,
        [&](Connection& c) {
            Appeal appeal = filed;
            const Standing standing = lock_report(c, appeal.report_id);
            if (Label why = refuse_other_revision(appeal.report_id, appeal.revision, standing.revision);
                !why.en.empty()) {
                return refused(std::move(why));
            }
            appeal.decision_id = standing_decision(c, appeal.report_id, appeal.revision);
            const bool decided = next_state(standing.state, Move::undo) || standing.state == ReportState::surplus;
            if (appeal.decision_id == 0 || !decided) {
                return refused(make_label("Le rapport {} est {} : on conteste ce qui est décidé.",
                                          "Report {} is {}: what is contested is a decided report.", appeal.report_id,
                                          state_label(standing.state)));
            }
            if (appeal.subject != AppealSubject::decision) {
                appeal.assessment_id = contested_result(c, appeal);
            }
            if (Label why = refuse_subject(appeal, standing.state); !why.en.empty()) {
                return refused(std::move(why));
            }
            if (is_blank(appeal.text)) {
                return refused({"Reprenez ce que dit le client mystère : c'est à cela qu'on répond.",
                                "Record what the shopper says: that is what is answered."});
            }
            if (Label why = refuse_second(c, appeal); !why.en.empty()) {
                return refused(std::move(why));
            }
            ensure_user(c, appeal.entered_by);
            appeal.id = c.integer(
                "INSERT INTO appeals (report_id, revision, decision_id, subject, plugin, rule, question, start_at, "
                "end_at, assessment_id, passage, message, score_before, text, entered_by, filed_at, filed_offset, "
                "due_at, due_offset, state, handler, answer, late_reason) VALUES (:report_id, :revision, :decision_id, "
                ":subject, "
                ":plugin, :rule, :question, :start_at, :end_at, :assessment_id, :passage, :message, :score_before, "
                ":text, :entered_by, :filed_at, :filed_offset, :due_at, :due_offset, 'open', '', '', :late_reason) "
                "RETURNING id",
                Arguments(appeal.report_id, appeal.revision, appeal.decision_id, to_string(appeal.subject),
                          appeal.plugin, appeal.rule, appeal.question, appeal.start, appeal.end,
                          none_if_zero(appeal.assessment_id), appeal.passage, appeal.message, appeal.score_before,
                          appeal.text, appeal.entered_by, appeal.filed_at, appeal.due_at, appeal.late_reason));
            write_event(
                c,
                {0, appeal.filed_at, appeal.entered_by, "appeal", "appeal", std::to_string(appeal.id), 0, "", "open",
                 appeal.late_reason.empty() ? appeal.report_id : appeal.report_id + ", late: " + appeal.late_reason});
            write_event(c, {0, appeal.filed_at, appeal.entered_by, "appeal", "report", appeal.report_id,
                            appeal.revision, "", "", std::to_string(appeal.id) + ": " + appeal.text});
            return AppealResult{true, appeal.id, {}};
        },
        Durability::full);
}

std::optional<Moment> shopper_told_at(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) -> std::optional<Moment> {
        const auto decided = c.first(
            "iii",
            "SELECT d.id, d.decided_at, d.decided_offset FROM decisions d JOIN reports r ON r.id = d.report_id AND "
            "r.revision = d.revision WHERE d.report_id = :id AND d.undone_at IS NULL ORDER BY d.id DESC LIMIT 1",
            Arguments(report_id), [](Row& row) {
                const std::int64_t id = row.integer();
                return std::pair(id, row.moment());
            });
        if (!decided) {
            return std::nullopt;
        }
        const auto sent = c.first(
            "ii",
            "SELECT done_at, done_offset FROM outbox WHERE decision_id = :id AND reminder = 0 AND state = 'sent' AND "
            "done_at IS NOT NULL ORDER BY done_at DESC LIMIT 1",
            Arguments(decided->first), [](Row& row) { return row.moment(); });
        if (sent) {
            return sent;
        }
        // Where only the mail of a month tells it, its first edition: a further one brings no news
        const auto of_month =
            c.first("ii",
                    "SELECT o.done_at, o.done_offset FROM outbox_decisions m JOIN outbox o ON o.id = m.mail_id WHERE "
                    "m.decision_id = :id AND o.state = 'sent' AND o.done_at IS NOT NULL ORDER BY o.done_at LIMIT 1",
                    Arguments(decided->first), [](Row& row) { return row.moment(); });
        return of_month ? of_month : std::optional(decided->second);
    });
}

AppealResult take_appeal(Database& database, std::int64_t id, const std::string& user, const Moment& at,
                         const Moment& until) {
    return write(database, [&](Connection& c) {
        const Appeal appeal = require_appeal(c, id);
        if (Label why = refuse_appeal_move(appeal, AppealMove::take); !why.en.empty()) {
            return refused(std::move(why));
        }
        if (Label why = refuse_first_reviewer(c, appeal, user); !why.en.empty()) {
            return refused(std::move(why));
        }
        const bool in_hand = appeal.state == AppealState::taken && appeal.taken_until && at < *appeal.taken_until;
        if (in_hand && appeal.handler != user) {
            return refused(make_label("La contestation {0} est entre les mains de {1} jusqu'à {2}.",
                                      "Appeal {0} is in hand of {1} until {2}.", id, appeal.handler,
                                      format_moment(*appeal.taken_until)));
        }
        ensure_user(c, user);
        c.run(
            "UPDATE appeals SET state = 'taken', handler = :handler, taken_until = :until, taken_offset = :offset "
            "WHERE id = :id",
            Arguments(user, until, id));
        if (!in_hand) {
            log_appeal(c, appeal, AppealMove::take, AppealState::taken, user, at, {});
        }
        return AppealResult{true, id, {}};
    });
}

Label answering_refusal(Database& database, const Appeal& appeal, const std::string& user) {
    return read(database, [&](Connection& c) { return refuse_first_reviewer(c, appeal, user); });
}

AppealResult give_back_appeal(Database& database, std::int64_t id, const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        const Appeal appeal = require_appeal(c, id);
        if (Label why = refuse_appeal_move(appeal, AppealMove::give_back); !why.en.empty()) {
            return refused(std::move(why));
        }
        if (appeal.handler != user) {
            return refused(make_label("La contestation {0} est entre les mains de {1}.",
                                      "Appeal {0} is in hand of {1}, who gives it back.", id, appeal.handler));
        }
        c.run("UPDATE appeals SET state = 'open', handler = '', taken_until = NULL, taken_offset = NULL WHERE id = :id",
              Arguments(id));
        log_appeal(c, appeal, AppealMove::give_back, AppealState::open, user, at, {});
        return AppealResult{true, id, {}};
    });
}

AppealResult withdraw_appeal(Database& database, std::int64_t id, const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        const Appeal appeal = require_appeal(c, id);
        if (Label why = refuse_appeal_move(appeal, AppealMove::withdraw); !why.en.empty()) {
            return refused(std::move(why));
        }
        ensure_user(c, user);
        c.run(
            "UPDATE appeals SET state = 'withdrawn', taken_until = NULL, taken_offset = NULL, closed_at = :at, "
            "closed_offset = :offset WHERE id = :id",
            Arguments(at, id));
        log_appeal(c, appeal, AppealMove::withdraw, AppealState::withdrawn, user, at, {});
        return AppealResult{true, id, {}};
    });
}

std::optional<Appeal> load_appeal(Database& database, std::int64_t id) {
    return read(database, [&](Connection& c) {
        return c.first(appeal_types, select_appeal + "a.id = :id", Arguments(id), appeal_of);
    });
}

Page<Appeal> waiting_appeals(Database& database, const PageRequest& page) {
    // The cursor is the id of the last row, whose due time is looked up
    return make_page(
        read(database,
             [&](Connection& c) {
                 const std::int64_t after = cursor_number(page, 0);
                 const std::int64_t due = c.integer("SELECT due_at FROM appeals WHERE id = :id", Arguments(after));
                 return c.all(appeal_types,
                              select_appeal +
                                  "a.state IN ('open', 'taken') AND (:first = 0 OR a.due_at > :due OR (a.due_at = "
                                  ":same AND a.id > :after)) ORDER BY a.due_at, a.id LIMIT :rows",
                              Arguments(after, due, due, after, rows_to_read(page)), appeal_of);
             }),
        page, [](const Appeal& appeal) { return std::to_string(appeal.id); });
}

Page<Appeal> list_appeals(Database& database, std::optional<AppealState> state, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              Arguments arguments;
                              if (state) {
                                  arguments.add(to_string(*state));
                              }
                              arguments.add(cursor_number(page, 0));
                              arguments.add(rows_to_read(page));
                              return c.all(appeal_types,
                                           select_appeal + (state ? "a.state = :state AND " : "") +
                                               "a.id > :after ORDER BY a.id LIMIT :rows",
                                           arguments, appeal_of);
                          }),
                     page, [](const Appeal& appeal) { return std::to_string(appeal.id); });
}

std::vector<Appeal> appeals_of(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) {
        return c.all(appeal_types, select_appeal + "a.report_id = :id ORDER BY a.id", Arguments(report_id), appeal_of);
    });
}

std::vector<AppealedRule> appealed_rules(Database& database, const AppealedRulesFilter& filter) {
    return read_snapshot(database, [&](Connection& c) {
        struct Counted {
            AppealedRule rule;
            long long last = 0;
        };
        // Conditions stand only where they are asked for: PostgreSQL types no parameter that is compared with itself
        std::string where;
        Arguments arguments;
        const auto narrow = [&](bool asked, const char* condition, const auto& value) {
            if (asked) {
                where += condition;
                arguments.add(value);
            }
        };
        narrow(!filter.programme.empty(), " AND r.programme_id = :programme", filter.programme);
        narrow(!filter.shopper.empty(), " AND r.shopper_id = :shopper", filter.shopper);
        narrow(!filter.reviewer.empty(), " AND a.decision_id IN (SELECT id FROM decisions WHERE user_id = :reviewer)",
               filter.reviewer);
        narrow(filter.from.has_value(), " AND COALESCE(a.closed_at, a.filed_at) >= :from",
               filter.from ? filter.from->utc.time_since_epoch().count() : 0);
        narrow(filter.until.has_value(), " AND COALESCE(a.closed_at, a.filed_at) < :until",
               filter.until ? filter.until->utc.time_since_epoch().count() : 0);
        const std::string programme = filter.by_programme ? "r.programme_id" : "''";
        const std::string group = filter.by_programme ? "r.programme_id, " : "";
        std::vector<Counted> counted = c.all(
            "tttiiiiii",
            "SELECT " + programme +
                ", a.plugin, a.rule, COUNT(*), SUM(CASE WHEN a.state IN ('open', 'taken') THEN 1 ELSE 0 END), "
                "SUM(CASE WHEN a.state IN ('upheld', 'partly_upheld') THEN 1 ELSE 0 END), SUM(CASE a.state WHEN "
                "'partly_upheld' THEN 1 ELSE 0 END), SUM(CASE a.state WHEN 'dismissed' THEN 1 ELSE 0 END), "
                "COALESCE(MAX(CASE WHEN a.state IN ('upheld', 'partly_upheld') THEN a.id END), 0) FROM appeals a JOIN "
                "reports r ON r.id = a.report_id WHERE a.state <> 'withdrawn'" +
                where + " GROUP BY " + group + "a.plugin, a.rule ORDER BY 6 DESC, 4 DESC, " + group +
                "a.plugin, a.rule",
            arguments, [](Row& row) {
                Counted found;
                found.rule.programme = row.text();
                found.rule.plugin = row.text();
                found.rule.rule = row.text();
                found.rule.appeals = static_cast<std::size_t>(row.integer());
                found.rule.waiting = static_cast<std::size_t>(row.integer());
                found.rule.upheld = static_cast<std::size_t>(row.integer());
                found.rule.partly = static_cast<std::size_t>(row.integer());
                found.rule.dismissed = static_cast<std::size_t>(row.integer());
                found.last = row.integer();
                return found;
            });
        std::vector<AppealedRule> rules;
        rules.reserve(counted.size());
        for (Counted& found : counted) {
            found.rule.last_answer =
                c.first("t", "SELECT answer FROM appeals WHERE id = :id", Arguments(found.last), [](Row& row) {
                     return row.text();
                 }).value_or("");
            rules.push_back(std::move(found.rule));
        }
        return rules;
    });
}

}  // namespace relis::store
