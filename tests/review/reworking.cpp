// The rework loop: what is asked, what comes back, what follows silence; holds, withdrawals, surplus visits.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/criteria.h"
#include "review/database.h"
#include "review/decide.h"
#include "review/edited_copy.h"
#include "review/feedback_files.h"
#include "review/interventions.h"
#include "review/judgements.h"
#include "review/reminders.h"
#include "review/report_details.h"
#include "review/rework.h"
#include "review/rework_answer.h"
#include "review/shoppers.h"
#include "store/assessments.h"

namespace relis::review {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* poor_comment = "Un acceuil corect, rien a dire de plus.";

constexpr const char* programme_with_vocabulary = R"({"format": "relis.roster/1", "programmes": [{"id": "essai-2026",
 "client": "CL-1", "name": "Essai 2026", "questionnaire": "essai-2026@1", "locale": "fr-CA",
 "vocabulary": ["frizounet"]}]})";

Moment in_hours(int hours) {
    const auto present = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return {present + std::chrono::hours{hours}, std::chrono::minutes{-240}};
}

class Reworking : public testing::Test {
  protected:
    void SetUp() override {
        agency.import_report("R-1", poor_comment);
        assess_pending(agency.workspace());
    }
    void TearDown() override { EXPECT_THAT(check_database(agency.workspace()), IsEmpty()); }

    ReportDetails details(const std::string& id = "R-1") { return load_report(agency.workspace(), id); }
    DecisionRequest rework() {
        DecisionRequest request;
        request.report_id = "R-1";
        request.revision = details().report.revision;
        request.decision = Decision::rework;
        request.reason = "À préciser.";
        request.new_due_at = in_hours(24);
        return request;
    }
    static ReworkReason asked(const std::string& question, const std::string& text) {
        ReworkReason reason;
        reason.question = question;
        reason.text = text;
        return reason;
    }
    void send_back(const DecisionRequest& request) {
        const DecisionResult result = decide(agency.workspace(), request);
        ASSERT_TRUE(result.recorded) << result.refusal.en;
    }

    Agency agency;
};

}  // namespace

TEST(ReworkDue, IsAFullHourOfTheShoppersClockADayLaterAtLeast) {
    const auto due = [](const char* from) { return default_rework_due(*parse_moment(from)); };
    EXPECT_EQ(due("2026-06-16T21:12:09-04:00"), *parse_moment("2026-06-17T22:00:00-04:00"));
    EXPECT_EQ(due("2026-06-16T21:00:00-04:00"), *parse_moment("2026-06-17T21:00:00-04:00"));
    EXPECT_EQ(due("2026-06-16T21:12:09+05:30"), *parse_moment("2026-06-17T22:00:00+05:30"));
}

TEST_F(Reworking, AsksWhatWasFoundWhatTheLibrarySaysAndWhatThePersonWrites) {
    const ReportDetails before = details();
    const Finding& finding = before.assessment("french")->findings.at(0);
    DecisionRequest request = rework();
    ReworkReason found;
    found.kind = ReworkReason::Kind::finding;
    found.plugin = "french";
    found.rule = finding.rule;
    found.question = finding.question;
    ReworkReason remark;
    remark.kind = ReworkReason::Kind::remark;
    remark.remark = "attente";
    remark.question = "attente";
    request.rework.reasons = {found, remark, asked("", "Merci d'ajouter une photo.")};
    send_back(request);

    const auto waiting = waiting_reworks(agency.workspace(), ReworksWanted::open);
    ASSERT_THAT(waiting, SizeIs(1));
    ASSERT_THAT(waiting[0].reasons, SizeIs(3));
    EXPECT_EQ(waiting[0].reasons[0].text, finding.message);
    EXPECT_EQ(waiting[0].reasons[0].start, finding.start);
    EXPECT_THAT(waiting[0].reasons[1].text, HasSubstr("combien de temps"));
    EXPECT_EQ(waiting[0].unanswered, Unanswered::reassign);
    EXPECT_THAT(details().decisions.at(0).message,
                AllOf(HasSubstr("« Combien de minutes avez-vous attendu ? »"), HasSubstr("ajouter une photo"),
                      Not(HasSubstr("Cordialement"))));
}

TEST_F(Reworking, WithoutChosenReasonsAsksForTheFindingsThatTheRecommendationRestsOn) {
    const ReportDetails before = details();
    ASSERT_EQ(before.recommendation.decision, Decision::rework);
    send_back(rework());
    const auto waiting = waiting_reworks(agency.workspace(), ReworksWanted::open);
    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting[0].reasons, suggested_reasons(before));
    ASSERT_THAT(waiting[0].reasons, Not(IsEmpty()));
    for (const ReworkReason& reason : waiting[0].reasons) {
        EXPECT_EQ(reason.kind, ReworkReason::Kind::finding);
        EXPECT_FALSE(reason.rule.empty()) << reason.text;
    }
}

TEST_F(Reworking, TheShopperIsNeverToldWhatTheRecommendationTellsTheReviewer) {
    send_back(rework());
    const std::string reminder = reminder_text(agency.workspace(), "R-1");
    const std::string message = details().decisions.at(0).message;
    for (const char* const word : {"obtient", "sur 5", "seuil", "avant l'échéance et", "Veto"}) {
        EXPECT_THAT(reminder, Not(HasSubstr(word)));
        EXPECT_THAT(message, Not(HasSubstr(word)));
    }
    const auto waiting = waiting_reworks(agency.workspace(), ReworksWanted::open);
    ASSERT_THAT(waiting, SizeIs(1));
    for (const ReworkReason& reason : waiting[0].reasons) {
        EXPECT_THAT(reminder, HasSubstr(reason.text)) << "the reminder asks for what the message asked for";
        EXPECT_THAT(message, HasSubstr(reason.text));
    }
}

TEST_F(Reworking, TheMessageOfChosenReasonsIsKnownBeforeItIsSent) {
    ReworkReason written;
    written.text = "À quelle heure êtes-vous entrée ?";
    DecisionRequest request = rework();
    request.new_due_at = in_hours(24);
    request.rework.reasons = {written};
    const std::string message = rework_message(details(), request.rework.reasons);
    send_back(request);
    EXPECT_EQ(details().decisions.back().message, message);
    EXPECT_THAT(message, HasSubstr(written.text));
}

TEST_F(Reworking, TheLetterIsTheAgencysUnlessThePersonWroteAWholeOne) {
    send_back(rework());
    FeedbackBackground background = feedback_background(agency.workspace(), details());
    background.words.agency = "Agence Épinette";
    const auto letter = compose_feedback(details(), FeedbackScope::decided_only, background);
    ASSERT_TRUE(letter);
    EXPECT_THAT(letter->greeting, HasSubstr("Bonjour Louise"));
    EXPECT_THAT(letter->message, Not(HasSubstr("Bonjour"))) << "nobody is greeted twice";
    EXPECT_THAT(letter->closing, HasSubstr("Agence Épinette"));
    EXPECT_THAT(text_of(sheet_of(*letter)), HasSubstr("nous le remettre avant le"));
}

TEST_F(Reworking, ARemarkAFindingOrAQuestionThatIsNotThereIsRefused) {
    DecisionRequest request = rework();
    request.rework.reasons = {asked("parking", "Et le parking ?")};
    EXPECT_THAT(decide(agency.workspace(), request).refusal.en, HasSubstr("parking"));
    request.rework.reasons = {asked("accueil", " ")};
    EXPECT_THAT(decide(agency.workspace(), request).refusal.en, HasSubstr("empty"));
    ReworkReason remark;
    remark.kind = ReworkReason::Kind::remark;
    remark.remark = "inconnue";
    request.rework.reasons = {remark};
    EXPECT_THAT(decide(agency.workspace(), request).refusal.en, HasSubstr("inconnue"));
    EXPECT_EQ(details().row.state, ReportState::assessed);
}

TEST_F(Reworking, TheReminderComesBeforeTheDueTimeAndIsGivenOnce) {
    DecisionRequest request = rework();
    request.rework.remind_at = in_hours(30);
    EXPECT_THAT(decide(agency.workspace(), request).refusal.en, HasSubstr("before"));
    request.rework.remind_at.reset();
    send_back(request);
    EXPECT_THAT(waiting_reworks(agency.workspace(), ReworksWanted::to_remind), IsEmpty());
    const auto due = waiting_reworks(agency.workspace(), ReworksWanted::to_remind, in_hours(19));
    ASSERT_THAT(due, SizeIs(1)) << "a quarter of the time is left after 18 hours";
    EXPECT_THAT(reminder_text(agency.workspace(), "R-1"),
                AllOf(HasSubstr("Bonjour Louise"), HasSubstr("faire parvenir avant le")));
    ASSERT_TRUE(keep_reminder(agency.workspace(), "R-1").done);
    EXPECT_THAT(waiting_reworks(agency.workspace(), ReworksWanted::to_remind, in_hours(19)), IsEmpty());
    EXPECT_THAT(keep_reminder(agency.workspace(), "R-1").refusal.fr, HasSubstr("déjà"));
    EXPECT_TRUE(keep_reminder(agency.workspace(), "R-1", true).done);
}

TEST_F(Reworking, SilenceMakesTheRecommendationReassignAndNeverAccepts) {
    send_back(rework());
    EXPECT_THAT(expire_reworks(agency.workspace(), in_hours(23)), IsEmpty());
    EXPECT_THAT(expire_reworks(agency.workspace(), in_hours(25)), ElementsAre("R-1"));
    const ReportDetails after = details();
    EXPECT_EQ(after.row.state, ReportState::assessed);
    EXPECT_EQ(after.recommendation.decision, Decision::reassign);
    EXPECT_EQ(after.row.recommendation, Decision::reassign) << "the queue shows it";
    EXPECT_THAT(after.recommendation.reasons.at(0).text, HasSubstr("n'a pas été rendue"));
    EXPECT_TRUE(after.decisions.at(0).expired_at);
    assess_report(agency.workspace(), "R-1");
    EXPECT_EQ(details().recommendation.decision, Decision::reassign) << "assessing again changes nothing";
}

TEST_F(Reworking, WhatFollowsSilenceIsAgreedBeforehand) {
    DecisionRequest request = rework();
    request.rework.unanswered = Unanswered::none;
    send_back(request);
    expire_reworks(agency.workspace(), in_hours(25));
    EXPECT_EQ(details().recommendation.decision, std::nullopt);
    EXPECT_THAT(details().recommendation.reasons.at(0).text, HasSubstr("la décision vous revient"));
}

TEST_F(Reworking, TheNewRevisionTellsAnsweredFromUnansweredRemarks) {
    DecisionRequest request = rework();
    request.rework.reasons = {asked("accueil", "Qui vous a accueilli ?"), asked("attente", "Combien de temps ?"),
                              asked("recu", "Le reçu est illisible, pouvez-vous le reprendre ?")};
    send_back(request);
    agency.import_report("R-1", good_comment, 2);
    const auto changes = revision_changes(agency.workspace(), details());
    ASSERT_TRUE(changes);
    EXPECT_EQ(changes->earlier, 1);
    EXPECT_THAT(changes->changed, ElementsAre("accueil"));
    ASSERT_THAT(changes->reasons, SizeIs(3));
    EXPECT_TRUE(changes->reasons[0].answered);
    EXPECT_FALSE(changes->reasons[1].answered);
    EXPECT_FALSE(changes->reasons[2].answered);
}

TEST_F(Reworking, SpacesAloneAnswerNothing) {
    DecisionRequest request = rework();
    request.rework.reasons = {asked("accueil", "Qui vous a accueilli ?"), asked("", "Relisez-vous, s'il vous plaît ?")};
    send_back(request);
    agency.import_report("R-1", "  " + std::string(poor_comment) + " \n", 2);
    const auto changes = revision_changes(agency.workspace(), details());
    ASSERT_TRUE(changes);
    EXPECT_THAT(changes->changed, IsEmpty());
    EXPECT_FALSE(changes->reasons[0].answered);
    EXPECT_FALSE(changes->reasons[1].answered);
}

TEST_F(Reworking, JudgementsOfTheOlderRevisionAreOutdated) {
    const ReportDetails before = details();
    ASSERT_TRUE(override_score(agency.workspace(), "R-1", 1, "detail", 3.0, "Vécu.").recorded);
    const Finding& finding = before.assessment("french")->findings.at(0);
    DismissalRequest dismissal;
    dismissal.report_id = "R-1";
    dismissal.plugin = "french";
    dismissal.rule = finding.rule;
    dismissal.question = finding.question;
    dismissal.start = finding.start;
    dismissal.reason = "Un mot de la maison.";
    ASSERT_TRUE(dismiss_finding(agency.workspace(), dismissal).recorded);
    send_back(rework());
    agency.import_report("R-1", good_comment, 2);
    assess_pending(agency.workspace());
    const ReportDetails after = details();
    EXPECT_THAT(after.overrides, IsEmpty()) << "not carried over";
    const auto changes = revision_changes(agency.workspace(), after);
    ASSERT_TRUE(changes);
    ASSERT_THAT(changes->outdated, SizeIs(2));
    EXPECT_EQ(changes->outdated[0].kind, OutdatedJudgement::Kind::dismissed);
    EXPECT_EQ(changes->outdated[0].question, "accueil");
    EXPECT_TRUE(changes->outdated[0].text_changed);
    EXPECT_EQ(changes->outdated[1].kind, OutdatedJudgement::Kind::score);
    EXPECT_EQ(changes->outdated[1].about, "detail");
    EXPECT_EQ(changes->outdated[1].revision, 1);
}

namespace {

/// What the French plugin says first of the current revision.
std::string first_said(Agency& agency) {
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    return details.assessment("french")->findings.at(0).message;
}

/// Puts a mark where the first finding of the French plugin is told: what is read anew tells it in its own words.
void mark_first_finding(Agency& agency, int revision) {
    store::AssessedRevision assessed = store::load_assessed(agency.workspace().database(), "R-1", revision).value();
    for (store::StoredAssessment& stored : assessed.assessments) {
        if (stored.assessment.plugin == "french") stored.assessment.findings.at(0).message = "Marque.";
    }
    store::save_assessments(agency.workspace().database(), assessed, "anne");
}

/// A second revision that answers another question otherwise and leaves the comment as it was.
void come_back_with_another_wait(Agency& agency) {
    nlohmann::json report = nlohmann::json::parse(report_json("R-1", poor_comment, 2));
    report["answers"][1]["value"] = "4";
    agency.import("R-1-2.json", report.dump());
}

}  // namespace

TEST_F(Reworking, TheFrenchOfAnAnswerThatCameBackUnchangedIsNotReadAgain) {
    mark_first_finding(agency, 1);
    send_back(rework());
    come_back_with_another_wait(agency);
    assess_pending(agency.workspace());
    EXPECT_EQ(first_said(agency), "Marque.");
}

TEST_F(Reworking, TheFrenchOfAnAnswerThatChangedIsReadAgain) {
    mark_first_finding(agency, 1);
    send_back(rework());
    agency.import_report("R-1", std::string(poor_comment) + " Voilà.", 2);
    assess_pending(agency.workspace());
    EXPECT_NE(first_said(agency), "Marque.");
}

TEST_F(Reworking, WithOtherCriteriaEveryAnswerIsReadAgain) {
    mark_first_finding(agency, 1);
    send_back(rework());
    ASSERT_TRUE(publish_parameters(agency.workspace(), "", R"({"french": {"weight_spelling": 2}})", "").errors.empty());
    come_back_with_another_wait(agency);
    assess_pending(agency.workspace());
    EXPECT_NE(first_said(agency), "Marque.");
}

TEST_F(Reworking, WithOtherWordsOfTheProgrammeEveryAnswerIsReadAgain) {
    mark_first_finding(agency, 1);
    send_back(rework());
    agency.import("words.json", programme_with_vocabulary);
    come_back_with_another_wait(agency);
    assess_pending(agency.workspace());
    EXPECT_NE(first_said(agency), "Marque.");
}

TEST_F(Reworking, NewWordsOfTheProgrammeHaveWhatWaitsAssessedAnew) {
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
    agency.import("words.json", programme_with_vocabulary);
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 1U);
}

TEST_F(Reworking, AFirstRevisionChangedNothing) {
    EXPECT_FALSE(revision_changes(agency.workspace(), details()));
}

TEST_F(Reworking, ALibraryRemarkAsksAndDoesNotAccuse) {
    EXPECT_FALSE(put_remark(agency.workspace(), {"invente", "Vous avez inventé ce passage."}).done);
    EXPECT_FALSE(put_remark(agency.workspace(), {"deux mots", "Quand ?"}).done);
    EXPECT_TRUE(put_remark(agency.workspace(), {"quand", "À quelle heure ?"}).done);
    EXPECT_TRUE(remove_remark(agency.workspace(), "quand").done);
    EXPECT_FALSE(remove_remark(agency.workspace(), "quand").done);
}

TEST_F(Reworking, AHeldReportLeavesTheQueueAndIsListedUntilItsDate) {
    ASSERT_TRUE(hold(agency.workspace(), "R-1", "Le client vérifie.", in_hours(48)).done);
    EXPECT_EQ(details().row.state, ReportState::held);
    EXPECT_THAT(queue_page(agency.workspace(), {}).rows, IsEmpty());
    const auto held = held_reports(agency.workspace());
    ASSERT_THAT(held, SizeIs(1));
    EXPECT_FALSE(held[0].due);
    EXPECT_EQ(held[0].reason, "Le client vérifie.");
    QueueQuery on_hold;
    on_hold.state = ReportState::held;
    const auto rows = queue_page(agency.workspace(), on_hold).rows;
    ASSERT_THAT(rows, SizeIs(1));
    EXPECT_EQ(rows[0].on_hold_until, held[0].until);
    ASSERT_TRUE(details().intervention);
    EXPECT_EQ(details().intervention->by, "anne");
    EXPECT_EQ(details().intervention->reason, "Le client vérifie.");
    EXPECT_FALSE(decide(agency.workspace(), rework()).recorded);
    ASSERT_TRUE(end_hold(agency.workspace(), "R-1").done);
    EXPECT_THAT(queue_page(agency.workspace(), {}).rows, SizeIs(1));
    EXPECT_FALSE(details().intervention);
    EXPECT_THROW((void)end_hold(agency.workspace(), "R-9"), LabelledError);
}

TEST_F(Reworking, AWithdrawnReportCountsForNobody) {
    const std::size_t missions = load_shopper(agency.workspace(), "C-1").history.size();
    ASSERT_TRUE(withdraw(agency.workspace(), "R-1", "Visite annulée par le client.").done);
    EXPECT_EQ(load_shopper(agency.workspace(), "C-1").history.size(), missions);
    ASSERT_TRUE(reinstate(agency.workspace(), "R-1").done);
    EXPECT_EQ(details().row.state, ReportState::assessed);
}

TEST_F(Reworking, AnUpheldAppealKeepsAReassignedVisitAndGivesTheShopperHisDue) {
    DecisionRequest request = rework();
    request.decision = Decision::reassign;
    request.new_due_at.reset();
    send_back(request);
    const double refused = load_shopper(agency.workspace(), "C-1").reliability->value;
    EXPECT_FALSE(keep_surplus(agency.workspace(), "R-1", "Le reçu est valable.").done) << "anne decided";
    const auto colleague = agency.open_as("bruno");
    ASSERT_TRUE(keep_surplus(*colleague, "R-1", "Le reçu est valable.").done);
    EXPECT_EQ(details().row.state, ReportState::surplus);
    EXPECT_GT(load_shopper(agency.workspace(), "C-1").reliability->value, refused);
    EXPECT_FALSE(drop_surplus(*colleague, "R-1", " ").done) << "its shopper is told why";
    ASSERT_TRUE(drop_surplus(*colleague, "R-1", "Le reçu est celui d'un autre jour.").done);
    EXPECT_EQ(load_shopper(agency.workspace(), "C-1").history.at(0).outcome, Outcome::reassigned);
}

TEST_F(Reworking, AnAcceptanceMayBeLeftOutOfTheClientsFigures) {
    DecisionRequest request = rework();
    request.decision = Decision::accept;
    request.new_due_at.reset();
    request.left_out = true;
    send_back(request);
    EXPECT_TRUE(details().decisions.at(0).left_out);
}

}  // namespace relis::review
