// How an appeal is answered, and what follows. Filing and taking it: appeals.cpp.
#include <utility>

#include "appeal_rows.h"
#include "database_implementation.h"
#include "decisions_writer.h"
#include "feedback_writer.h"
#include "intervention_rows.h"
#include "judgements_writer.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "queue_rows.h"
#include "ratings_writer.h"
#include "report_moves.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

AppealResult refused(Label why) {
    return {false, 0, std::move(why)};
}

Label refusal(Connection& c, const AppealAnswer& answer, const Appeal& appeal) {
    if (Label why = refuse_appeal_move(appeal, answer.outcome); !why.en.empty()) {
        return why;
    }
    if (Label why = refuse_first_reviewer(c, appeal, answer.user); !why.en.empty()) {
        return why;
    }
    if (appeal.handler != answer.user) {
        return make_label("La contestation {0} est entre les mains de {1}.", "Appeal {0} is in hand of {1}.", appeal.id,
                          appeal.handler);
    }
    if (is_blank(answer.answer)) {
        return make_label("Contestation {} : la réponse va au client mystère, elle donne la raison.",
                          "Appeal {}: the answer goes to the shopper and gives the reason.", appeal.id);
    }
    return {};
}

/// What people see of the revision from now on. What was decided keeps the scores that it was decided with.
void correct_recommendation(Connection& c, const Appeal& appeal, const CorrectedScores& corrected) {
    c.run(
        "UPDATE recommendations SET detail = :detail, french = :french, flags = :flags, missing = :missing WHERE "
        "report_id = :id AND revision = :revision",
        Arguments(corrected.detail, corrected.french, corrected.flags, corrected.missing, appeal.report_id,
                  appeal.revision));
    c.run(
        "UPDATE queue_entries SET detail = :detail, french = :french, flags = :flags, missing = :missing WHERE "
        "report_id = :id AND revision = :revision",
        Arguments(corrected.detail.value_or(no_score), corrected.french.value_or(no_score), corrected.flags,
                  corrected.missing, appeal.report_id, appeal.revision));
}

/// What the mission scored, where a decision on that revision ended it; whether it did.
bool correct_mission(Connection& c, const Appeal& appeal, const Standing& standing, const CorrectedScores& corrected) {
    return c.run(
               "UPDATE missions SET detail = :detail, french = :french, missing = COALESCE((SELECT missing FROM "
               "recommendations WHERE report_id = :report ORDER BY revision LIMIT 1), 0) WHERE id = :mission AND "
               "decision_id IN (SELECT id FROM decisions WHERE report_id = :id AND revision = :revision AND undone_at "
               "IS NULL)",
               Arguments(corrected.detail, corrected.french, appeal.report_id, standing.mission_id, appeal.report_id,
                         appeal.revision)) > 0;
}

/// The decision falls: a reassigned visit is kept as surplus, a report sent back awaits a decision. Each rates the
/// shopper where that is due, and the rating names the appeal too. Empty texts: done.
Label overturn(Connection& c, const AppealAnswer& answer, const Appeal& appeal, const Standing& standing,
               const RateShopper& rate) {
    if (standing.state == ReportState::reassigned) {
        const InterventionResult kept = write_surplus(
            c, {appeal.report_id, appeal.revision, answer.user, answer.answer, std::nullopt, answer.at}, rate);
        c.run("UPDATE ratings SET appeal_id = :appeal WHERE intervention_id = :id", Arguments(appeal.id, kept.id));
        return kept.refusal;
    }
    const DecisionResult undone =
        write_undoing(c, appeal.report_id, answer.user, answer.at, "appeal " + std::to_string(appeal.id), rate);
    c.run("UPDATE ratings SET appeal_id = :appeal WHERE decision_id = :id AND cause = 'undo'",
          Arguments(appeal.id, undone.decision_id));
    return undone.refusal;
}

/// Judgements and all that is made of them. Empty texts: done.
Label correct(Connection& c, const AppealAnswer& answer, const Appeal& appeal, const RateShopper& rate) {
    const Standing standing = lock_report(c, appeal.report_id);
    if (answer.dismissal) {
        Dismissal dismissal = *answer.dismissal;
        dismissal.appeal_id = appeal.id;
        write_dismissal(c, dismissal);
    }
    if (answer.score) {
        ScoreOverride score = *answer.score;
        score.appeal_id = appeal.id;
        write_score_override(c, score);
    }
    bool counts = false;
    if (answer.corrected) {
        correct_recommendation(c, appeal, *answer.corrected);
        counts = correct_mission(c, appeal, standing, *answer.corrected);
    }
    const bool can_fall = standing.revision == appeal.revision && (standing.state == ReportState::reassigned ||
                                                                   standing.state == ReportState::rework_requested);
    if (answer.overturn && can_fall) {
        return overturn(c, answer, appeal, standing, rate);
    }
    if (counts) {
        write_rating(c, standing.shopper_id, rate(shopper_history(c, standing.shopper_id), answer.at), answer.at,
                     std::nullopt, "other", std::nullopt, appeal.id);
    }
    return {};
}

}  // namespace

AppealResult answer_appeal(Database& database, const AppealAnswer& answer, const RateShopper& rate) {
    Transaction transaction(database, Durability::full);
    Connection& c = *transaction;
    const Appeal appeal = require_appeal(c, answer.id);
    if (Label why = refusal(c, answer, appeal); !why.en.empty()) {
        return refused(std::move(why));
    }
    ensure_user(c, answer.user);
    std::optional<std::int64_t> earlier;
    if (answer.earlier) {
        earlier = write_feedback(c, *answer.earlier);
    }
    if (answer.outcome != AppealMove::dismiss) {
        if (Label why = correct(c, answer, appeal, rate); !why.en.empty()) {
            return refused(std::move(why));  // the transaction is rolled back
        }
    }
    const AppealState to = *next_state(appeal.state, answer.outcome);
    c.run(
        "UPDATE appeals SET state = :state, answer = :answer, score_after = :score_after, taken_until = NULL, "
        "taken_offset = NULL, closed_at = :closed_at, closed_offset = :closed_offset, earlier_feedback_id = :earlier "
        "WHERE id = :id",
        Arguments(to_string(to), answer.answer, answer.score_after, answer.at, earlier, appeal.id));
    // What waits to be sent says less than what is said now
    c.run(
        "UPDATE outbox SET state = 'withdrawn', next_at = NULL, next_offset = NULL WHERE decision_id = :id AND state = "
        "'waiting'",
        Arguments(appeal.decision_id));
    const std::int64_t event = log_appeal(c, appeal, answer.outcome, to, answer.user, answer.at, answer.answer);
    c.run("UPDATE ratings SET event_id = :event WHERE appeal_id = :id", Arguments(event, appeal.id));
    transaction.commit();
    return {true, appeal.id, {}};
}

}  // namespace relis::store
