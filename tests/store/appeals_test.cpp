#include "store/appeals.h"

#include <fstream>
#include <set>
#include <tuple>

#include <gmock/gmock.h>

#include "store/assessments.h"
#include "store/check.h"
#include "store/conduct.h"
#include "store/events.h"
#include "store/interventions.h"
#include "store/outbox.h"
#include "store/queue.h"
#include "store/ratings.h"
#include "store/reports.h"
#include "store/roster.h"
#include "support.h"

namespace relis::store::test {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

std::string drawing() {
    std::string text = "```mermaid\nstateDiagram-v2\n    [*] --> open: file (shopper)\n";
    for (const AppealTransition& transition : appeal_transitions) {
        text += "    " + std::string(to_string(transition.from)) + " --> " + std::string(to_string(transition.to)) +
                ": " + std::string(to_string(transition.move)) + " (" + std::string(to_string(transition.who)) + ")\n";
    }
    return text + "```\n";
}

}  // namespace

TEST(AppealTransitions, AreDrawnInTheReadme) {
    std::ifstream file(RELIS_SOURCE_FOLDER "/host/store/README.md");
    const std::string readme{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(readme, HasSubstr(drawing())) << "copy the drawing above into host/store/README.md";
}

TEST(AppealTransitions, StandOnceEachAndLeaveNoAnswerAgain) {
    std::set<std::pair<AppealState, AppealMove>> seen;
    for (const AppealTransition& transition : appeal_transitions) {
        EXPECT_TRUE(seen.emplace(transition.from, transition.move).second);
        EXPECT_FALSE(is_answered(transition.from)) << "an answer is final";
        EXPECT_NE(transition.from, AppealState::withdrawn);
        if (is_answered(transition.to)) {
            EXPECT_EQ(transition.from, AppealState::taken) << "who answers has it in hand";
            EXPECT_EQ(transition.who, Actor::second_look);
        }
    }
    for (const AppealState state : all_appeal_states) {
        EXPECT_EQ(appeal_state_from(to_string(state)), state);
    }
}

class Appeals : public StoreTest {
  protected:
    Appeals() { add_assessed(database, make_report("R-1")); }
    ~Appeals() override { EXPECT_THAT(check(database), IsEmpty()); }

    void decide(Decision decision, const std::string& report = "R-1") {
        const DecisionResult result = record_decision(database, request(report, decision), scored);
        ASSERT_TRUE(result.recorded) << result.refusal.en;
    }
    /// Rates by the latest mission's score of detail, so that a correction shows.
    static Reliability scored(const ShopperHistory& history, const Moment&) {
        Reliability reliability;
        reliability.value = history.missions.empty() ? 0 : history.missions.front().detail.value_or(0);
        return reliability;
    }
    static Appeal against_score(const std::string& plugin = "detail", const std::string& report = "R-1") {
        Appeal appeal;
        appeal.report_id = report;
        appeal.subject = AppealSubject::score;
        appeal.plugin = plugin;
        appeal.score_before = 3.5;
        appeal.text = "J'ai tout décrit, heure par heure.";
        appeal.entered_by = "odile";
        appeal.filed_at = at(200);
        appeal.due_at = at(5000);
        return appeal;
    }
    Appeal against_finding() {
        Appeal appeal = against_score("french");
        const AssessedRevision assessed = *load_assessed(database, "R-1", 1);
        for (const StoredAssessment& stored : assessed.assessments) {
            if (stored.assessment.plugin == "french") {
                const Finding& finding = stored.assessment.findings.at(0);
                appeal.rule = finding.rule;
                appeal.question = finding.question;
                appeal.start = finding.start;
                appeal.end = finding.end;
                appeal.message = finding.message;
            }
        }
        appeal.subject = AppealSubject::finding;
        appeal.text = "Ce mot existe.";
        return appeal;
    }
    static Appeal against_decision() {
        Appeal appeal = against_score("");
        appeal.subject = AppealSubject::decision;
        appeal.score_before.reset();
        appeal.text = "Le reçu était joint.";
        return appeal;
    }
    std::int64_t filed(const Appeal& appeal) {
        const AppealResult result = file_appeal(database, appeal);
        EXPECT_TRUE(result.done) << result.refusal.en;
        return result.id;
    }
    AppealResult take(std::int64_t id, const std::string& user = "bruno", int minutes = 300) {
        return take_appeal(database, id, user, at(minutes), at(minutes + 60));
    }
    static AppealAnswer answer(std::int64_t id, AppealMove outcome, const std::string& user = "bruno") {
        AppealAnswer given;
        given.id = id;
        given.outcome = outcome;
        given.user = user;
        given.answer = "Nous avons relu ce passage.";
        given.at = at(310);
        return given;
    }
    static AppealAnswer better_detail(std::int64_t id) {
        AppealAnswer given = answer(id, AppealMove::uphold);
        given.score = {0, "R-1", 1, "detail", 3.5, 4.5, "bruno", "Tout y est.", at(310), {}, {}, 0};
        given.score_after = 4.5;
        given.corrected = CorrectedScores{4.5, 4.25, 0, 0};
        return given;
    }
    ReportState state() { return load_report_status(database, "R-1")->state; }
};
RELIS_ON_BOTH_BACK_ENDS(Appeals);

TEST_P(Appeals, KeepWhyALateOneWasTaken) {
    decide(Decision::accept);
    Appeal appeal = against_score();
    appeal.late_reason = "Hospitalisée.";
    const AppealResult filed = file_appeal(database, appeal);
    ASSERT_TRUE(filed.done) << filed.refusal.en;
    EXPECT_EQ(load_appeal(database, filed.id)->late_reason, "Hospitalisée.");
}

TEST_P(Appeals, ShoppersAreToldWhenTheMailIsSentElseWhenItIsDecided) {
    EXPECT_FALSE(shopper_told_at(database, "R-1")) << "nothing is decided";
    EXPECT_FALSE(shopper_told_at(database, "R-9"));
    decide(Decision::accept);
    const Moment decided = shopper_told_at(database, "R-1").value();
    OutboxEntry mail;
    mail.report_id = "R-1";
    mail.shopper_id = load_report_status(database, "R-1")->shopper_id;
    mail.decision_id = unsent_decisions(database, at(0)).rows.at(0).decision_id;
    mail.recipient = "l@example.org";
    mail.posted_at = at(300);
    Feedback content;
    content.report_id = "R-1";
    content.decision_id = mail.decision_id;
    content.format = "eml";
    content.created_at = at(300);
    const std::int64_t id = post_mail(database, mail, content).value();
    EXPECT_EQ(shopper_told_at(database, "R-1"), decided) << "it waits";
    ASSERT_TRUE(claim_mail(database, "smtp", "smtp://x", at(400)));
    end_try(database, id, OutboxState::sent, {}, std::nullopt, "odile", at(500));
    EXPECT_EQ(shopper_told_at(database, "R-1"), at(500));
}

TEST_P(Appeals, AScoreOfADecidedReportIsContestedAndWaitsInTheQueue) {
    decide(Decision::accept);
    const std::int64_t id = filed(against_score());
    const Appeal kept = *load_appeal(database, id);
    EXPECT_EQ(kept.state, AppealState::open);
    EXPECT_EQ(kept.text, "J'ai tout décrit, heure par heure.");
    EXPECT_EQ(kept.entered_by, "odile");
    EXPECT_EQ(kept.filed_at, at(200));
    EXPECT_EQ(kept.decision_id, list_decisions(database, "R-1").at(0).id);
    EXPECT_NE(kept.assessment_id, 0) << "which result it is about";
    EXPECT_EQ(kept.shopper_id, "C-1");
    EXPECT_EQ(kept.programme, "epicerie");
    EXPECT_THAT(waiting_appeals(database).rows, ElementsAre(kept));
    EXPECT_THAT(appeals_of(database, "R-1"), ElementsAre(kept));
    EXPECT_EQ(list_events(database, "report", "R-1").rows.back().action, "appeal");
    EXPECT_EQ(list_events(database, "appeal", std::to_string(id)).rows.size(), 1U);
}

TEST_P(Appeals, WhatIsNotDecidedIsNotContested) {
    EXPECT_THAT(file_appeal(database, against_score()).refusal.en, HasSubstr("decided"));
    EXPECT_THROW((void)file_appeal(database, against_score("detail", "R-9")), Error);
}

TEST_P(Appeals, AWithdrawnReportIsNotContested) {
    decide(Decision::rework);
    ASSERT_TRUE(withdraw_report(database, {"R-1", 1, "anne", "Annulée.", std::nullopt, at(150)}).done);
    EXPECT_THAT(file_appeal(database, against_score()).refusal.en, HasSubstr("decided"));
}

TEST_P(Appeals, AnOutdatedRevisionIsNotContested) {
    decide(Decision::rework);
    Report second = make_report("R-1", "Mieux.");
    second.revision = 2;
    ASSERT_EQ(add(database, second).outcome, Added::added);
    EXPECT_THAT(file_appeal(database, against_score()).refusal.en, HasSubstr("not the current one"));
    Appeal newer = against_score();
    newer.revision = 2;
    EXPECT_THAT(file_appeal(database, newer).refusal.en, HasSubstr("decided")) << "nobody decided it yet";
}

TEST_P(Appeals, AFindingIsNamedByRuleAndPlaceAndMustBeThere) {
    decide(Decision::accept);
    Appeal elsewhere = against_finding();
    elsewhere.start += 1;
    EXPECT_THAT(file_appeal(database, elsewhere).refusal.en, HasSubstr("no such finding"));
    EXPECT_THAT(file_appeal(database, against_score("punctuality")).refusal.en, HasSubstr("not rated by"));
    filed(against_finding());
}

TEST_P(Appeals, APointIsContestedOnceUnlessTheAppealWasWithdrawn) {
    decide(Decision::accept);
    const std::int64_t id = filed(against_score());
    EXPECT_THAT(file_appeal(database, against_score()).refusal.en,
                HasSubstr("contested already (appeal " + std::to_string(id) + ")"));
    filed(against_score("french"));
    ASSERT_TRUE(withdraw_appeal(database, id, "odile", at(210)).done);
    EXPECT_EQ(load_appeal(database, id)->state, AppealState::withdrawn);
    EXPECT_THAT(take(id).refusal.en, HasSubstr("withdrawn"));
    const std::int64_t again = filed(against_score());
    ASSERT_TRUE(take(again).done);
    ASSERT_TRUE(answer_appeal(database, answer(again, AppealMove::dismiss), scored).done);
    EXPECT_FALSE(file_appeal(database, against_score()).done) << "an answer is final";
}

TEST_P(Appeals, AnAppealSaysSomething) {
    decide(Decision::accept);
    Appeal silent = against_score();
    silent.text = " ";
    EXPECT_FALSE(file_appeal(database, silent).done);
}

TEST_P(Appeals, TheQueueShowsWhatIsDueFirst) {
    add_assessed(database, make_report("R-2"));
    decide(Decision::accept);
    decide(Decision::accept, "R-2");
    const std::int64_t late = filed(against_score());
    Appeal urgent = against_score("detail", "R-2");
    urgent.due_at = at(4000);
    const std::int64_t first = filed(urgent);
    const std::int64_t second = filed(against_score("french", "R-2"));
    PageRequest request;
    request.limit = 1;
    std::vector<std::int64_t> order;
    do {
        const Page<Appeal> page = waiting_appeals(database, request);
        order.push_back(page.rows.at(0).id);
        request.after = page.next;
    } while (!request.after.empty());
    EXPECT_THAT(order, ElementsAre(first, late, second));
    ASSERT_TRUE(take(first).done);
    EXPECT_THAT(waiting_appeals(database).rows, SizeIs(3)) << "in hand is not answered";
    EXPECT_THAT(list_appeals(database, AppealState::taken).rows, SizeIs(1));
}

TEST_P(Appeals, WhoDecidedOrGaveTheContestedScoreDoesNotAnswer) {
    decide(Decision::accept);
    save_score_override(database, {0, "R-1", 1, "detail", 3.5, 3.0, "carl", "Peu vécu.", at(150), {}, {}, 0});
    const std::int64_t id = filed(against_score());
    EXPECT_THAT(take(id, "anne").refusal.en, HasSubstr("somebody else")) << "anne decided";
    EXPECT_THAT(take(id, "carl").refusal.en, HasSubstr("somebody else")) << "carl gave the score";
    const std::int64_t other = filed(against_score("french"));
    EXPECT_TRUE(take(other, "carl").done) << "that score is not his";
}

TEST_P(Appeals, AnAppealInHandIsOnePersonsUntilHisTimeIsOver) {
    decide(Decision::accept);
    const std::int64_t id = filed(against_score());
    EXPECT_THAT(answer_appeal(database, answer(id, AppealMove::dismiss), scored).refusal.en, HasSubstr("take"))
        << "it is taken first";
    ASSERT_TRUE(take(id, "bruno", 300).done);
    EXPECT_TRUE(take(id, "bruno", 310).done) << "prolongs it";
    EXPECT_THAT(take(id, "carl", 320).refusal.en, HasSubstr("in hand of bruno"));
    EXPECT_FALSE(give_back_appeal(database, id, "carl", at(321)).done);
    EXPECT_FALSE(answer_appeal(database, answer(id, AppealMove::dismiss, "carl"), scored).done);
    ASSERT_TRUE(take(id, "carl", 400).done) << "bruno's time is over";
    ASSERT_TRUE(give_back_appeal(database, id, "carl", at(401)).done);
    EXPECT_EQ(load_appeal(database, id)->state, AppealState::open);
    EXPECT_TRUE(take(id, "bruno", 402).done);
}

TEST_P(Appeals, ADismissedAppealChangesNothingAndIsAnswered) {
    decide(Decision::accept);
    const std::int64_t id = filed(against_score());
    ASSERT_TRUE(take(id).done);
    AppealAnswer silent = answer(id, AppealMove::dismiss);
    silent.answer = "\n";
    EXPECT_THAT(answer_appeal(database, silent, scored).refusal.en, HasSubstr("gives the reason"));
    const std::size_t ratings = list_ratings(database, "C-1").rows.size();
    ASSERT_TRUE(answer_appeal(database, answer(id, AppealMove::dismiss), scored).done);
    const Appeal closed = *load_appeal(database, id);
    EXPECT_EQ(closed.state, AppealState::dismissed);
    EXPECT_EQ(closed.handler, "bruno");
    EXPECT_EQ(closed.answer, "Nous avons relu ce passage.");
    EXPECT_EQ(closed.closed_at, at(310));
    EXPECT_THAT(list_ratings(database, "C-1").rows, SizeIs(ratings));
    EXPECT_THAT(waiting_appeals(database).rows, IsEmpty());
    EXPECT_EQ(list_events(database, "report", "R-1").rows.back().action, "appeal_dismissed");
}

TEST_P(Appeals, AnUpheldScoreFlowsIntoQueueMissionAndRatingAndKeepsWhatWasDecided) {
    decide(Decision::accept);
    const std::int64_t id = filed(against_score());
    ASSERT_TRUE(take(id).done);
    AppealAnswer given = better_detail(id);
    given.earlier = Feedback{};
    given.earlier->report_id = "R-1";
    given.earlier->format = "html";
    given.earlier->content = "avant";
    given.earlier->created_at = at(310);
    const AppealResult result = answer_appeal(database, given, scored);
    ASSERT_TRUE(result.done) << result.refusal.en;

    const std::vector<ScoreOverride> scores = score_overrides(database, "R-1", 1);
    ASSERT_THAT(scores, SizeIs(1));
    EXPECT_EQ(scores[0].appeal_id, id) << "the appeal is its cause";
    EXPECT_EQ(load_assessed(database, "R-1", 1)->detail, 4.5);
    EXPECT_EQ(load_queue_entry(database, "R-1")->detail, 4.5);
    EXPECT_EQ(shopper_history(database, "C-1").missions.at(0).detail, 4.5);
    const std::vector<RatingRecord> ratings = list_ratings(database, "C-1").rows;
    ASSERT_THAT(ratings, SizeIs(2));
    EXPECT_EQ(ratings[0].appeal_id, id) << "the log names the cause";
    EXPECT_EQ(ratings[0].decision_id, 0);
    const std::vector<RatingCause> causes = rating_causes(database, "C-1", 1);
    ASSERT_THAT(causes, SizeIs(1));
    EXPECT_EQ(causes[0].action, "uphold");
    EXPECT_EQ(causes[0].subject, "R-1") << "the report that it is about";
    EXPECT_EQ(causes[0].user, "bruno");
    EXPECT_DOUBLE_EQ(ratings[0].reliability.value, 4.5);
    EXPECT_DOUBLE_EQ(ratings[1].reliability.value, 3.5) << "the earlier one stays";
    EXPECT_EQ(ratings[0].reliability, scored(shopper_history(database, "C-1"), ratings[0].at));
    const Appeal closed = *load_appeal(database, id);
    EXPECT_EQ(closed.score_before, 3.5);
    EXPECT_EQ(closed.score_after, 4.5);
    EXPECT_EQ(load_feedback(database, closed.earlier_feedback)->content, "avant");
}

TEST_P(Appeals, AnUpheldFindingIsDismissedWithTheAppealAsItsCause) {
    decide(Decision::accept);
    const std::int64_t id = filed(against_finding());
    ASSERT_TRUE(take(id).done);
    AppealAnswer given = answer(id, AppealMove::uphold);
    given.dismissal = Dismissal{};
    given.dismissal->report_id = "R-1";
    given.dismissal->plugin = "french";
    given.dismissal->rule = load_appeal(database, id)->rule;
    given.dismissal->user = "bruno";
    given.dismissal->reason = "Le mot existe.";
    given.dismissal->at = at(310);
    given.corrected = CorrectedScores{3.5, 5.0, 0, 0};
    ASSERT_TRUE(answer_appeal(database, given, scored).done);
    EXPECT_EQ(dismissals_here(database, "R-1", 1).at(0).appeal_id, id);
    EXPECT_EQ(shopper_history(database, "C-1").missions.at(0).french, 5.0);
}

TEST_P(Appeals, AnUpheldReassignmentKeepsTheVisitAsSurplus) {
    decide(Decision::reassign);
    const std::int64_t id = filed(against_decision());
    ASSERT_TRUE(take(id).done);
    AppealAnswer given = answer(id, AppealMove::uphold);
    given.overturn = true;
    ASSERT_TRUE(answer_appeal(database, given, scored).done);
    EXPECT_EQ(state(), ReportState::surplus);
    EXPECT_EQ(shopper_history(database, "C-1").missions.at(0).outcome, Outcome::accepted);
    const RatingRecord rating = *load_rating(database, "C-1");
    EXPECT_EQ(rating.appeal_id, id);
    EXPECT_NE(rating.intervention_id, 0);
    EXPECT_FALSE(file_appeal(database, against_decision()).done) << "nothing is left to contest";
}

TEST_P(Appeals, AnUpheldReworkPutsTheReportBackBeforeSomebody) {
    decide(Decision::rework);
    const std::int64_t id = filed(against_decision());
    ASSERT_TRUE(take(id).done);
    AppealAnswer given = answer(id, AppealMove::uphold);
    given.overturn = true;
    ASSERT_TRUE(answer_appeal(database, given, scored).done);
    EXPECT_EQ(state(), ReportState::assessed);
    EXPECT_EQ(list_decisions(database, "R-1").at(0).undone_by, "bruno");
    EXPECT_EQ(load_rating(database, "C-1")->appeal_id, id);
}

TEST_P(Appeals, AnAcceptanceTookNothingAndIsNotContested) {
    decide(Decision::accept);
    EXPECT_THAT(file_appeal(database, against_decision()).refusal.en, HasSubstr("took nothing"));
}

TEST_P(Appeals, WhatARefusedAnswerWouldHaveWrittenIsNotKept) {
    decide(Decision::reassign);
    const std::int64_t id = filed(against_score());
    ASSERT_TRUE(take(id).done);
    AppealAnswer given = better_detail(id);
    given.overturn = true;
    EXPECT_THROW((void)answer_appeal(
                     database, given,
                     [](const ShopperHistory&, const Moment&) -> Reliability { throw std::runtime_error("no model"); }),
                 std::runtime_error);
    EXPECT_EQ(load_appeal(database, id)->state, AppealState::taken);
    EXPECT_THAT(score_overrides(database, "R-1", 1), IsEmpty());
    EXPECT_EQ(state(), ReportState::reassigned);
}

TEST_P(Appeals, TheAnswerIsANewMailAndReplacesOneThatStillWaited) {
    decide(Decision::accept);
    const std::int64_t decision = list_decisions(database, "R-1").at(0).id;
    const auto post = [&](std::int64_t appeal) {
        OutboxEntry entry;
        entry.report_id = "R-1";
        entry.shopper_id = "C-1";
        entry.decision_id = decision;
        entry.appeal_id = appeal;
        entry.recipient = "lea@example.org";
        entry.posted_at = at(150);
        Feedback content;
        content.report_id = "R-1";
        content.decision_id = decision;
        content.format = "eml";
        content.content = "lettre";
        content.created_at = at(150);
        return post_mail(database, entry, content);
    };
    const auto first = post(0);
    ASSERT_TRUE(first);
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, IsEmpty());
    const std::int64_t id = filed(against_score());
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, IsEmpty()) << "nothing is answered yet";
    ASSERT_TRUE(take(id).done);
    ASSERT_TRUE(answer_appeal(database, answer(id, AppealMove::dismiss), scored).done);
    EXPECT_EQ(load_mail(database, *first)->state, OutboxState::withdrawn);
    const auto unsent = unsent_decisions(database, at(305)).rows;
    ASSERT_THAT(unsent, SizeIs(1)) << "decided before that time, answered after it";
    EXPECT_EQ(unsent[0].appeal_id, id);
    const auto second = post(id);
    ASSERT_TRUE(second);
    EXPECT_EQ(load_mail(database, *second)->appeal_id, id);
    EXPECT_FALSE(post(id));
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, IsEmpty());
}

TEST_P(Appeals, RulesAreCountedByProgrammeWithWhatBecameOfThem) {
    decide(Decision::accept);
    const std::int64_t upheld = filed(against_score());
    filed(against_finding());
    ASSERT_TRUE(withdraw_appeal(database, filed(against_score("french")), "odile", at(230)).done);
    ASSERT_TRUE(take(upheld).done);
    ASSERT_TRUE(answer_appeal(database, better_detail(upheld), scored).done);
    const std::vector<AppealedRule> rules = appealed_rules(database);
    ASSERT_THAT(rules, SizeIs(2)) << "a withdrawn one does not count";
    EXPECT_EQ(rules[0].plugin, "detail");
    EXPECT_EQ(rules[0].programme, "epicerie");
    EXPECT_EQ(rules[0].appeals, 1U);
    EXPECT_EQ(rules[0].upheld, 1U);
    EXPECT_EQ(rules[0].last_answer, "Nous avons relu ce passage.");
    EXPECT_EQ(rules[1].plugin, "french");
    EXPECT_EQ(rules[1].waiting, 1U);
    EXPECT_EQ(rules[1].upheld, 0U);
    EXPECT_THAT(appealed_rules(database, {.programme = "ailleurs"}), IsEmpty());
}

TEST_P(Appeals, RulesContestedAreThoseOfAPeriodAShopperAndAReviewer) {
    decide(Decision::accept);
    const std::int64_t upheld = filed(against_score());
    filed(against_finding());  // waits, since 200
    ASSERT_TRUE(take(upheld).done);
    ASSERT_TRUE(answer_appeal(database, better_detail(upheld), scored).done);
    const Moment closed = load_appeal(database, upheld)->closed_at.value();
    const auto rules = [&](const AppealedRulesFilter& filter) { return appealed_rules(database, filter); };
    EXPECT_THAT(rules({.from = closed}), SizeIs(1)) << "the one that waits was filed before";
    EXPECT_THAT(rules({.until = closed}), SizeIs(1));
    EXPECT_THAT(rules({.from = at(0), .until = at(100000)}), SizeIs(2));
    EXPECT_THAT(rules({.shopper = "nobody"}), IsEmpty());
    EXPECT_THAT(rules({.reviewer = "nobody"}), IsEmpty());
    const auto together =
        rules({.shopper = load_report_status(database, "R-1")->shopper_id, .reviewer = "anne", .by_programme = false});
    ASSERT_THAT(together, SizeIs(2));
    EXPECT_EQ(together[0].programme, "");
    EXPECT_EQ(together[0].upheld, 1U);
}

}  // namespace relis::store::test
