#include "store/decisions.h"

#include "database_implementation.h"
#include "decisions_writer.h"
#include "events_writer.h"
#include "judgements_writer.h"
#include "mission_rows.h"
#include "paging.h"
#include "queue_rows.h"
#include "ratings_writer.h"
#include "report_moves.h"
#include "reworks_writer.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

std::string french_of(std::string_view decision) {
    if (decision == "accept") return "accepté";
    return decision == "rework" ? "renvoyé" : "réattribué";
}

DecisionResult refused(Label why) {
    return {false, 0, std::move(why)};
}

/// Who decided the revision last, for a refusal: ` (accept by anne)`.
Label by_whom(Connection& c, const std::string& report_id, int revision) {
    return c
        .first(
            "tt",
            "SELECT decision, user_id FROM decisions WHERE report_id = :id AND revision = :revision AND undone_at IS "
            "NULL AND expired_at IS NULL",
            Arguments(report_id, revision),
            [](Row& row) {
                const std::string decision = row.text();
                const std::string user = row.text();
                return Label{" (" + french_of(decision) + " par " + user + ")", " (" + decision + " by " + user + ")"};
            })
        .value_or(Label{});
}

void show_due(Connection& c, const std::string& report_id, const std::optional<Moment>& due) {
    c.run("UPDATE queue_entries SET due_at = :due_at, due_offset = :due_offset WHERE report_id = :id",
          Arguments(due.value_or(no_due_time), report_id));
}

/// Ends the mission with what its last revision scored. One that is over already stays as it ended.
void close_mission(Connection& c, const DecisionRequest& request, const Standing& standing, std::int64_t decision_id) {
    const Outcome outcome = request.decision == Decision::accept ? Outcome::accepted : Outcome::reassigned;
    c.run(
        "UPDATE missions SET outcome = :outcome, closed_at = :closed_at, closed_offset = :closed_offset, decision_id "
        "= :decision_id, reworks = (SELECT reworks FROM reports WHERE id = :report1), "
        "detail = (SELECT detail FROM recommendations WHERE report_id = :report2 AND revision = :revision2), "
        "french = (SELECT french FROM recommendations WHERE report_id = :report3 AND revision = :revision3), "
        "missing = COALESCE((SELECT missing FROM recommendations WHERE report_id = :report4 ORDER BY revision LIMIT "
        "1), 0) WHERE id = :mission AND closed_at IS NULL",
        Arguments(to_string(outcome), request.at, decision_id, request.report_id, request.report_id, request.revision,
                  request.report_id, request.revision, request.report_id, standing.mission_id));
}

void rate(Connection& c, const std::string& shopper_id, const Moment& at, std::int64_t decision_id, const char* cause,
          const RateShopper& rate_shopper) {
    write_rating(c, shopper_id, rate_shopper(shopper_history(c, shopper_id), at), at, decision_id, cause);
}

Label refusal(Connection& c, const DecisionRequest& request, const Standing& standing) {
    if (Label why = refuse_other_revision(request.report_id, request.revision, standing.revision); !why.en.empty()) {
        return why;
    }
    if (!next_state(standing.state, move_of(request.decision))) {
        if (standing.state == ReportState::submitted) {
            return {"Le rapport " + request.report_id + " n'est pas encore évalué. Évaluez-le avant de décider.",
                    "Report " + request.report_id + " is in the state submitted. Assess it before deciding."};
        }
        if (!next_state(standing.state, Move::undo)) {
            return refused_move(request.report_id, standing.state, move_of(request.decision));
        }
        const Label who = by_whom(c, request.report_id, request.revision);
        return {"Le rapport " + request.report_id + " est déjà décidé" + who.fr +
                    ". Annulez cette décision avant d'en prendre une autre.",
                "Report " + request.report_id + " is in the state " + std::string(to_string(standing.state)) + who.en +
                    ". Undo that decision before deciding again."};
    }
    return refuse_held_open(c, request.report_id, request.user, request.at);
}

}  // namespace

DecisionResult record_decision(Database& database, const DecisionRequest& request, const RateShopper& rate_shopper) {
    Transaction transaction(database, Durability::full);
    Connection& c = *transaction;
    const Standing standing = lock_report(c, request.report_id);
    if (Label why = refusal(c, request, standing); !why.en.empty()) return refused(std::move(why));
    const ReportState to = *next_state(standing.state, move_of(request.decision));
    ensure_user(c, request.user);
    const std::int64_t id = c.integer(
        // what is selected from nothing but a parameter has no type of its own on PostgreSQL
        "INSERT INTO decisions (report_id, revision, decision, user_id, reason, message, decided_at, decided_offset, "
        "new_due_at, new_due_offset, recommended, programme_id, shopper_id, submitted_at, detail, french, "
        "left_out) SELECT p.id, "
        "v.revision, CAST(:decision AS TEXT), CAST(:user_id AS TEXT), CAST(:reason AS TEXT), CAST(:message AS TEXT), "
        "CAST(:decided_at AS BIGINT), CAST(:decided_offset AS BIGINT), CAST(:new_due_at AS BIGINT), "
        "CAST(:new_due_offset AS BIGINT), m.decision, p.programme_id, p.shopper_id, v.submitted_at, m.detail, "
        "m.french, "
        "CAST(:left_out AS BIGINT) FROM reports p JOIN revisions v ON v.report_id = p.id LEFT JOIN recommendations m "
        "ON m.report_id = p.id AND "
        "m.revision = v.revision WHERE p.id = :report_id AND v.revision = :revision RETURNING id",
        Arguments(to_string(request.decision), request.user, request.reason, request.message, request.at,
                  request.new_due_at, request.decision == Decision::accept && request.left_out, request.report_id,
                  request.revision));
    for (const Dismissal& waived : request.waived) write_dismissal(c, waived);
    const bool rework = request.decision == Decision::rework;
    move_report(c, request.report_id, to, rework ? 1 : 0);
    if (rework) {
        c.run("UPDATE missions SET reworks = reworks + 1 WHERE id = :id AND closed_at IS NULL",
              Arguments(standing.mission_id));
        write_rework(c, id, request.new_due_at, request.rework);
        if (request.new_due_at) show_due(c, request.report_id, request.new_due_at);
    } else {
        close_mission(c, request, standing, id);
    }
    write_event(c,
                {0, request.at, request.user, std::string(to_string(request.decision)), "report", request.report_id,
                 request.revision, std::string(to_string(standing.state)), std::string(to_string(to)), request.reason},
                id);
    rate(c, standing.shopper_id, request.at, id, "decision", rate_shopper);
    transaction.commit();
    return {true, id, {}};
}

DecisionResult write_undoing(Connection& c, const std::string& report_id, const std::string& user, const Moment& at,
                             const std::string& note, const RateShopper& rate_shopper) {
    const Standing standing = lock_report(c, report_id);
    struct Last {
        std::int64_t id = 0;
        bool rework = false;
    };
    const auto last = c.first(
        "it",
        "SELECT id, decision FROM decisions WHERE report_id = :id AND revision = :revision AND undone_at IS NULL AND "
        "expired_at IS NULL",
        Arguments(report_id, standing.revision), [](Row& row) {
            return Last{row.integer(), row.text() == to_string(Decision::rework)};
        });
    const std::optional<ReportState> to = next_state(standing.state, Move::undo);
    if (!last || !to) {
        return refused({"Il n'y a pas de décision à annuler sur la dernière révision du rapport " + report_id + ".",
                        "Report " + report_id + " is in the state " + std::string(to_string(standing.state)) +
                            ": there is no decision on its current revision to undo."});
    }
    if (Label why = end_assignment_of(c, standing.mission_id, user, at); !why.en.empty()) {
        return refused(std::move(why));
    }
    ensure_user(c, user);
    c.run("UPDATE decisions SET undone_by = :user, undone_at = :at, undone_offset = :offset WHERE id = :id",
          Arguments(user, at, last->id));
    move_report(c, report_id, *to, last->rework ? -1 : 0);
    if (last->rework) {
        c.run("UPDATE missions SET reworks = reworks - 1 WHERE id = :id AND closed_at IS NULL AND reworks > 0",
              Arguments(standing.mission_id));
        show_due(c, report_id, due_of(c, report_id, standing.revision));
    } else {
        c.run(
            "UPDATE missions SET outcome = NULL, closed_at = NULL, closed_offset = NULL, decision_id = NULL, detail "
            "= NULL, french = NULL, missing = 0 WHERE decision_id = :id",
            Arguments(last->id));
    }
    write_event(c,
                {0, at, user, "undo", "report", report_id, standing.revision, std::string(to_string(standing.state)),
                 std::string(to_string(*to)), note},
                last->id);
    rate(c, standing.shopper_id, at, last->id, "undo", rate_shopper);
    return {true, last->id, {}};
}

DecisionResult undo_last_decision(Database& database, const std::string& report_id, const std::string& user,
                                  const Moment& at, const RateShopper& rate_shopper) {
    return write(
        database, [&](Connection& c) { return write_undoing(c, report_id, user, at, {}, rate_shopper); },
        Durability::full);
}

namespace {

const std::string select_decision =
    "SELECT id, report_id, revision, decision, recommended, user_id, reason, message, decided_at, decided_offset, "
    "new_due_at, new_due_offset, left_out, undone_by, undone_at, undone_offset, expired_at, expired_offset FROM "
    "decisions WHERE ";
constexpr const char* decision_types = "ititttttiiiiitiiii";

DecisionRecord decision_of(Row& row) {
    DecisionRecord record;
    record.id = row.integer();
    record.report_id = row.text();
    record.revision = row.number();
    record.decision = decision_from(row.text()).value_or(Decision::accept);
    record.recommended = decision_from(row.text());
    record.user = row.text();
    record.reason = row.text();
    record.message = row.text();
    record.at = row.moment();
    record.new_due_at = row.optional_moment();
    record.left_out = row.flag();
    record.undone_by = row.text();
    record.undone_at = row.optional_moment();
    record.expired_at = row.optional_moment();
    return record;
}

}  // namespace

std::vector<DecisionRecord> list_decisions(Database& database, const std::string& report_id) {
    return read(database, [&](Connection& c) {
        return c.all(decision_types, select_decision + "report_id = :id ORDER BY id", Arguments(report_id),
                     decision_of);
    });
}

Page<DecisionRecord> standing_decisions(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  decision_types,
                                  select_decision + "undone_at IS NULL AND id > :after ORDER BY id LIMIT :rows",
                                  Arguments(cursor_number(page, 0), rows_to_read(page)), decision_of);
                          }),
                     page, [](const DecisionRecord& record) { return std::to_string(record.id); });
}

std::vector<StandingDecision> standing_decisions_of(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) {
        return c.all("itii",
                     "SELECT d.id, d.report_id, d.decided_at, d.decided_offset FROM reports p JOIN decisions d ON "
                     "d.report_id = p.id AND " +
                         last_that_stands + " WHERE p.shopper_id = :shopper_id ORDER BY p.id",
                     Arguments(shopper_id), [](Row& row) {
                         return StandingDecision{row.integer(), row.text(), row.moment()};
                     });
    });
}

}  // namespace relis::store
