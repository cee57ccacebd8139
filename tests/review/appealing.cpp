// Appeals: what may be contested, who answers, and where an upheld one flows.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agency.h"
#include "label/labelled_error.h"
#include "review/appeals.h"
#include "review/assess.h"
#include "review/criteria.h"
#include "review/database.h"
#include "review/decide.h"
#include "review/feedback.h"
#include "review/interventions.h"
#include "review/judgements.h"
#include "review/outbox.h"
#include "review/present.h"
#include "review/report_details.h"
#include "review/shoppers.h"
#include "review/statistics.h"
#include "review/tiers.h"

namespace relis::review {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// Long enough to be judged, with one fault.
const std::string faulty_comment =
    "Un acceuil correct, rien à dire de plus. Le magasin était propre et bien rangé, les rayons étaient pleins et il y "
    "avait peu de monde à cette heure de la journée.";

class Appealing : public testing::Test {
  protected:
    void SetUp() override {
        agency.import_report("R-1", faulty_comment);
        assess_pending(agency.workspace());
        bruno = agency.open_as("bruno");
    }
    void TearDown() override {
        EXPECT_THAT(check_database(agency.workspace()), IsEmpty());
        EXPECT_THAT(verify_ratings(agency.workspace()), IsEmpty()) << "each rating is what the log gives";
    }

    ReportDetails details() { return load_report(agency.workspace(), "R-1"); }
    void decided(Decision decision) {
        DecisionRequest request;
        request.report_id = "R-1";
        request.revision = details().report.revision;
        request.decision = decision;
        request.reason = "Vu.";
        const DecisionResult result = decide(agency.workspace(), request);
        ASSERT_TRUE(result.recorded) << result.refusal.en;
    }
    Finding fault() { return details().assessment("french")->findings.at(0); }
    AppealRequest against_finding() {
        const Finding finding = fault();
        AppealRequest request;
        request.report_id = "R-1";
        request.subject = AppealSubject::finding;
        request.plugin = "french";
        request.rule = finding.rule;
        request.question = finding.question;
        request.start = finding.start;
        request.text = "Ce mot est le nom de la boutique <b>.";
        return request;
    }
    static AppealRequest against_score(const std::string& plugin = "detail") {
        AppealRequest request;
        request.report_id = "R-1";
        request.plugin = plugin;
        request.text = "J'ai tout dit.";
        return request;
    }
    static AppealRequest against_decision() {
        AppealRequest request = against_score("");
        request.subject = AppealSubject::decision;
        return request;
    }
    std::int64_t filed(const AppealRequest& request) {
        const AppealResult result = file_appeal(agency.workspace(), request);
        EXPECT_TRUE(result.done) << result.refusal.en;
        return result.id;
    }
    AppealResult answered(std::int64_t id, AppealOutcome outcome, const std::optional<double>& score = std::nullopt,
                          bool overturn = false) {
        AppealAnswer answer;
        answer.id = id;
        answer.outcome = outcome;
        answer.score = score;
        answer.overturn = overturn;
        return answer_appeal(*bruno, answer);
    }
    double rating() { return load_shopper(agency.workspace(), "C-1").reliability->value; }
    std::string sheet() {
        const ReportDetails report = details();
        const auto feedback =
            compose_feedback(report, FeedbackScope::decided_only, feedback_background(agency.workspace(), report));
        return feedback ? html_of(sheet_of(*feedback)) : std::string{};
    }

    Agency agency;
    std::unique_ptr<Workspace> bruno;
};

}  // namespace

TEST_F(Appealing, AFindingIsRecordedWithPassageTextAndWhoEnteredIt) {
    decided(Decision::accept);
    const std::int64_t id = filed(against_finding());
    const std::vector<Appeal> queue = waiting_appeals(agency.workspace());
    ASSERT_THAT(queue, SizeIs(1));
    EXPECT_EQ(queue[0].id, id);
    EXPECT_EQ(queue[0].entered_by, "anne");
    EXPECT_EQ(queue[0].message, fault().message);
    EXPECT_THAT(faulty_comment, HasSubstr(queue[0].passage));
    EXPECT_FALSE(queue[0].overdue);
    const AppealDetails found = load_appeal(*bruno, id);
    EXPECT_EQ(found.question_label, "Vous a-t-on salué ?");
    EXPECT_EQ(found.context, faulty_comment);
    EXPECT_TRUE(found.may_not_answer.en.empty());
    EXPECT_FALSE(load_appeal(agency.workspace(), id).may_not_answer.en.empty()) << "anne decided";
    EXPECT_EQ(details().appeals.size(), 1U);
}

TEST_F(Appealing, WhatIsNotDecidedUnknownOrOutdatedIsRefused) {
    EXPECT_THAT(file_appeal(agency.workspace(), against_finding()).refusal.en, HasSubstr("decided"));
    EXPECT_THAT(file_appeal(agency.workspace(), against_score()).refusal.en, HasSubstr("decided"));
    decided(Decision::rework);
    AppealRequest unknown = against_finding();
    unknown.rule = "no-such-rule";
    EXPECT_THAT(file_appeal(agency.workspace(), unknown).refusal.en, HasSubstr("no finding"));
    EXPECT_THAT(file_appeal(agency.workspace(), against_score("consistency")).refusal.en, HasSubstr("not rated"));
    AppealRequest outdated = against_score();
    outdated.revision = 7;
    EXPECT_THAT(file_appeal(agency.workspace(), outdated).refusal.en, HasSubstr("not the current one"));
    AppealRequest nowhere = against_score();
    nowhere.report_id = "R-9";
    EXPECT_THROW((void)file_appeal(agency.workspace(), nowhere), LabelledError);
    EXPECT_THROW((void)load_appeal(agency.workspace(), 9), LabelledError);
    EXPECT_THAT(waiting_appeals(agency.workspace()), IsEmpty());
}

TEST_F(Appealing, AFindingThatWasSetAsideAlreadyIsNotContested) {
    const AppealRequest request = against_finding();
    DismissalRequest dismissal;
    dismissal.report_id = "R-1";
    dismissal.plugin = "french";
    dismissal.rule = request.rule;
    dismissal.question = request.question;
    dismissal.start = request.start;
    dismissal.reason = "Un nom.";
    ASSERT_TRUE(dismiss_finding(agency.workspace(), dismissal).recorded);
    decided(Decision::accept);
    EXPECT_FALSE(file_appeal(agency.workspace(), request).done);
}

TEST_F(Appealing, TheFirstReviewerIsRefusedAndAnotherPersonAnswers) {
    decided(Decision::accept);
    const std::int64_t id = filed(against_finding());
    EXPECT_THAT(take_appeal(agency.workspace(), id).refusal.fr, HasSubstr("une autre personne"));
    AppealAnswer own;
    own.id = id;
    EXPECT_THAT(answer_appeal(agency.workspace(), own).refusal.en, HasSubstr("somebody else"));
    ASSERT_TRUE(take_appeal(*bruno, id).done);
    const auto carl = agency.open_as("carl");
    EXPECT_THAT(take_appeal(*carl, id).refusal.en, HasSubstr("in hand of bruno"));
    ASSERT_TRUE(give_back_appeal(*bruno, id).done);
    EXPECT_TRUE(take_appeal(*carl, id).done);
    EXPECT_FALSE(answered(id, AppealOutcome::dismissed).done) << "carl has it in hand";
}

TEST_F(Appealing, AnUpheldFindingGivesItsPointsBackEverywhereAndKeepsWhatWas) {
    const double before = *details().row.french;
    decided(Decision::accept);
    const double rated = rating();
    const std::string old_sheet = sheet();
    const std::string message = fault().message;
    const std::int64_t id = filed(against_finding());
    const AppealResult result = answered(id, AppealOutcome::upheld);
    ASSERT_TRUE(result.done) << result.refusal.en;

    const ReportDetails after = details();
    ASSERT_THAT(after.dismissed, SizeIs(1));
    EXPECT_EQ(after.dismissed[0].appeal, id);
    EXPECT_GT(*after.row.french, before);
    EXPECT_GT(rating(), rated);
    const Appeal closed = load_appeal(agency.workspace(), id).appeal;
    EXPECT_EQ(closed.state, AppealState::upheld);
    EXPECT_EQ(closed.score_before, before);
    EXPECT_EQ(closed.score_after, after.row.french);
    EXPECT_THAT(closed.answer, HasSubstr("la remarque est retirée"));
    EXPECT_THAT(sheet(), AllOf(HasSubstr("Après votre contestation"), HasSubstr("elle était de")));
    EXPECT_EQ(earlier_sheet(agency.workspace(), id), old_sheet) << "the earlier sheet is readable, letter by letter";
    EXPECT_EQ(after.decisions.size(), 1U) << "the decision stays";
    EXPECT_EQ(after.row.state, ReportState::accepted);
}

TEST_F(Appealing, AnUpheldScoreIsAnOverrideWithTheAppealAsItsCause) {
    decided(Decision::accept);
    const double before = *details().row.detail;
    const std::int64_t id = filed(against_score());
    EXPECT_THAT(answered(id, AppealOutcome::upheld).refusal.en, HasSubstr("new score"));
    EXPECT_THAT(answered(id, AppealOutcome::upheld, before).refusal.en, HasSubstr("raises it"));
    EXPECT_THAT(answered(id, AppealOutcome::upheld, 5.5).refusal.en, HasSubstr("0 to 5"));
    ASSERT_TRUE(answered(id, AppealOutcome::partly, before + 0.5).done);
    const ReportDetails after = details();
    ASSERT_THAT(after.overrides, SizeIs(1));
    EXPECT_EQ(after.overrides[0].appeal, id);
    EXPECT_EQ(after.overrides[0].machine, before) << "the machine's stays beside it";
    EXPECT_EQ(*after.row.detail, before + 0.5);
    EXPECT_EQ(load_shopper(agency.workspace(), "C-1").history.at(0).detail, before + 0.5);
    EXPECT_THAT(sheet(), AllOf(HasSubstr("retenue en partie"), HasSubstr("corrigée après votre contestation")));
}

TEST_F(Appealing, ADismissedAppealLeavesScoresAloneAndItsShopperIsTold) {
    decided(Decision::accept);
    const double rated = rating();
    const auto row = details().row;
    const std::int64_t id = filed(against_finding());
    ASSERT_TRUE(answered(id, AppealOutcome::dismissed).done);
    EXPECT_EQ(details().row.french, row.french);
    EXPECT_EQ(rating(), rated);
    EXPECT_THAT(sheet(), AllOf(HasSubstr("non retenue"), HasSubstr("est maintenue"), Not(HasSubstr("bruno")),
                               Not(HasSubstr("anne"))));
    EXPECT_FALSE(file_appeal(agency.workspace(), against_finding()).done) << "an answer is final";
}

TEST_F(Appealing, AWithdrawnAppealIsNotAnswered) {
    decided(Decision::accept);
    const std::int64_t id = filed(against_finding());
    ASSERT_TRUE(withdraw_appeal(agency.workspace(), id).done);
    EXPECT_FALSE(answered(id, AppealOutcome::upheld).done);
    EXPECT_THAT(waiting_appeals(agency.workspace()), IsEmpty());
    EXPECT_THAT(list_appeals(agency.workspace(), AppealState::withdrawn), SizeIs(1));
    EXPECT_THAT(sheet(), Not(HasSubstr("contestiez")));
}

TEST_F(Appealing, AnUpheldReassignmentIsASurplusVisit) {
    decided(Decision::reassign);
    const double refused = rating();
    const std::int64_t id = filed(against_decision());
    EXPECT_THAT(answered(id, AppealOutcome::partly).refusal.en, HasSubstr("in part"));
    ASSERT_TRUE(answered(id, AppealOutcome::upheld).done);
    EXPECT_EQ(details().row.state, ReportState::surplus);
    EXPECT_GT(rating(), refused);
    EXPECT_THAT(sheet(), AllOf(HasSubstr("Visite retenue après votre contestation"),
                               Not(HasSubstr("confiée à une autre personne"))));
}

TEST_F(Appealing, ASurplusVisitThatIsTakenBackIsToldOnceWithWhatHoldsNowAndWhy) {
    decided(Decision::reassign);
    const auto folder = folder_delivery(agency.folder() / "reprise");
    SendOptions options;
    options.words.sender_address = "agence@example.org";
    const auto sent = [&] { return send_feedback(agency.workspace(), *folder, options).sent; };
    EXPECT_EQ(sent(), 1U);
    ASSERT_TRUE(answered(filed(against_decision()), AppealOutcome::upheld).done);
    EXPECT_EQ(sent(), 1U);
    ASSERT_TRUE(drop_surplus(*bruno, "R-1", "Le reçu porte une autre date.").done);
    EXPECT_EQ(details().row.state, ReportState::reassigned);
    EXPECT_THAT(sheet(), AllOf(HasSubstr("Visite non retenue après un nouvel examen"),
                               HasSubstr("Le reçu porte une autre date."), HasSubstr("contestation retenue"),
                               HasSubstr("depuis le"), Not(HasSubstr("Rapport non retenu")), Not(HasSubstr("bruno"))));
    EXPECT_EQ(sent(), 1U);
    EXPECT_EQ(sent(), 0U) << "once";
    EXPECT_THAT(outbox_mails(agency.workspace(), "sent"), SizeIs(3)) << "earlier ones are kept";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(agency.folder() / "reprise"), {}), 3);
}

TEST_F(Appealing, AVisitThatIsReassignedAnewIsNoSurplusVisitThatWasTakenBack) {
    decided(Decision::reassign);
    ASSERT_TRUE(answered(filed(against_decision()), AppealOutcome::upheld).done);
    ASSERT_TRUE(drop_surplus(*bruno, "R-1", "Le reçu est celui d'un autre jour.").done);
    ASSERT_TRUE(details().dropped_surplus);
    const Moment dropped_at = details().dropped_surplus->at;
    const PresentAt later(Moment{dropped_at.utc + std::chrono::minutes{5}, dropped_at.offset});
    ASSERT_TRUE(undo_decision(agency.workspace(), "R-1").recorded);
    EXPECT_FALSE(details().dropped_surplus);
    decided(Decision::reassign);
    EXPECT_FALSE(details().dropped_surplus) << "its letter is that of the new decision";
    EXPECT_THAT(sheet(), HasSubstr("Rapport non retenu"));
}

TEST_F(Appealing, AnUpheldFindingMayBringAReassignedVisitBack) {
    decided(Decision::reassign);
    const std::int64_t id = filed(against_finding());
    ASSERT_TRUE(answered(id, AppealOutcome::upheld, std::nullopt, true).done);
    EXPECT_EQ(details().row.state, ReportState::surplus);
    EXPECT_THAT(details().dismissed, SizeIs(1));
}

TEST_F(Appealing, ASurplusVisitGivenForAFindingIsToldUnderThatAppealWhenItIsTakenBack) {
    decided(Decision::reassign);
    ASSERT_TRUE(answered(filed(against_finding()), AppealOutcome::upheld, std::nullopt, true).done);
    EXPECT_THAT(sheet(), Not(HasSubstr("Cette réponse retenait votre visite")));
    ASSERT_TRUE(drop_surplus(*bruno, "R-1", "Le reçu porte une autre date.").done);
    EXPECT_THAT(sheet(), HasSubstr("Cette réponse retenait votre visite"));
}

TEST_F(Appealing, ASurplusVisitGivenForAScoreIsToldUnderThatAppealWhenItIsTakenBack) {
    decided(Decision::reassign);
    ASSERT_TRUE(answered(filed(against_score()), AppealOutcome::upheld, 4.5, true).done);
    ASSERT_TRUE(drop_surplus(*bruno, "R-1", "Le reçu porte une autre date.").done);
    EXPECT_THAT(sheet(),
                AllOf(HasSubstr("votre note de détail est de 4,5"), HasSubstr("Cette réponse retenait votre visite")));
}

TEST_F(Appealing, ASurplusVisitTakenBackIsNotToldUnderAnAppealThatDidNotGiveIt) {
    decided(Decision::reassign);
    const std::int64_t id = filed(against_finding());
    ASSERT_TRUE(answered(id, AppealOutcome::upheld).done);
    const Moment closed_at = *load_appeal(*bruno, id).appeal.closed_at;
    const PresentAt later(Moment{closed_at.utc + std::chrono::minutes{5}, closed_at.offset});
    ASSERT_TRUE(keep_surplus(*bruno, "R-1", "Le client garde la visite.").done);
    ASSERT_TRUE(drop_surplus(*bruno, "R-1", "Le reçu porte une autre date.").done);
    EXPECT_THAT(sheet(), AllOf(HasSubstr("la remarque est retirée."), Not(HasSubstr("Cette réponse retenait"))));
}

TEST_F(Appealing, AnUpheldReworkAwaitsADecisionAgain) {
    decided(Decision::rework);
    const std::int64_t id = filed(against_decision());
    ASSERT_TRUE(answered(id, AppealOutcome::upheld).done);
    EXPECT_EQ(details().row.state, ReportState::assessed);
    decided(Decision::accept);
    EXPECT_THAT(sheet(), HasSubstr("nous reprenons votre rapport")) << "the next sheet answers";
}

TEST_F(Appealing, AFurtherRevisionLeavesTheAnswerToTheContestedOne) {
    decided(Decision::rework);
    const std::int64_t id = filed(against_finding());
    agency.import_report("R-1", good_comment, 2);
    assess_pending(agency.workspace());
    const auto row = details().row;
    EXPECT_FALSE(load_appeal(*bruno, id).current);
    ASSERT_TRUE(answered(id, AppealOutcome::upheld).done);
    EXPECT_EQ(details().row.french, row.french) << "another text";
    EXPECT_EQ(details().row.state, ReportState::assessed);
}

TEST_F(Appealing, TheOutboxSendsTheCorrectedSheetAsNew) {
    decided(Decision::accept);
    SendOptions options;
    options.words.sender_address = "equipe@example.org";
    const auto folder = folder_delivery(agency.folder() / "mails");
    EXPECT_EQ(send_feedback(agency.workspace(), *folder, options).sent, 1U);
    const std::int64_t id = filed(against_finding());
    EXPECT_EQ(send_feedback(agency.workspace(), *folder, options).sent, 0U) << "nothing is answered yet";
    ASSERT_TRUE(answered(id, AppealOutcome::upheld).done);
    EXPECT_EQ(send_feedback(agency.workspace(), *folder, options).sent, 1U);
    EXPECT_EQ(send_feedback(agency.workspace(), *folder, options).sent, 0U);
    EXPECT_THAT(outbox_mails(agency.workspace(), "sent"), SizeIs(2)) << "the earlier one stays";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(agency.folder() / "mails"), {}), 2);
}

TEST_F(Appealing, RulesAreListedWithTheShareThatWasUpheld) {
    decided(Decision::accept);
    const std::string rule = fault().rule;
    ASSERT_TRUE(answered(filed(against_finding()), AppealOutcome::upheld).done);
    ASSERT_TRUE(answered(filed(against_score()), AppealOutcome::dismissed).done);
    const auto rules = appealed_rules(agency.workspace());
    ASSERT_THAT(rules, SizeIs(2));
    EXPECT_EQ(rules[0].rule, rule);
    EXPECT_EQ(rules[0].programme, "essai-2026");
    EXPECT_EQ(rules[0].share, 1.0);
    EXPECT_EQ(rules[1].share, 0.0);
    EXPECT_THAT(appealed_rules(agency.workspace(), "ailleurs"), IsEmpty());
}

TEST_F(Appealing, WhatComesAfterItsTimeNeedsAReason) {
    decided(Decision::accept);
    const Moment until = may_contest_until(agency.workspace(), "R-1").value();
    const PresentAt later({until.utc + std::chrono::minutes{1}, until.offset});
    const AppealResult refused = file_appeal(agency.workspace(), against_score());
    ASSERT_FALSE(refused.done);
    EXPECT_THAT(refused.refusal.en, AllOf(HasSubstr("could be contested until"), HasSubstr("say why")));
    EXPECT_THAT(refused.refusal.fr, HasSubstr("se contestait jusqu'au"));
    AppealRequest excused = against_score();
    excused.late_reason = "Hospitalisée, justificatif au dossier.";
    const std::int64_t id = filed(excused);
    EXPECT_EQ(load_appeal(*bruno, id).appeal.late_reason, excused.late_reason);
}

TEST_F(Appealing, WhatComesInTimeKeepsNoReason) {
    decided(Decision::accept);
    AppealRequest request = against_score();
    request.late_reason = "Pour rien.";
    EXPECT_EQ(load_appeal(*bruno, filed(request)).appeal.late_reason, "");
}

TEST_F(Appealing, TheTimesAreParametersOfTheCriteria) {
    const auto publish = [&](const char* parameters) {
        return publish_parameters(agency.workspace(), "essai-2026", parameters, "x").errors;
    };
    EXPECT_EQ(publish(R"({"appeals": {"filing_days": 0}})").size(), 1U) << "nobody could contest";
    ASSERT_THAT(publish(R"({"appeals": {"filing_days": 30, "answer_days": 2}})"), IsEmpty());
    decided(Decision::accept);
    const Moment until = may_contest_until(agency.workspace(), "R-1").value();
    const PresentAt later({until.utc - std::chrono::days{10}, until.offset});
    const Appeal appeal = load_appeal(*bruno, filed(against_score())).appeal;
    EXPECT_EQ(appeal.due_at.utc - appeal.filed_at.utc, std::chrono::days{2});
}

TEST_F(Appealing, TheTimeRunsFromTheFeedbackThatWasSent) {
    decided(Decision::accept);
    const Moment from_decision = may_contest_until(agency.workspace(), "R-1").value();
    const PresentAt later({from_decision.utc - std::chrono::days{10}, from_decision.offset});
    const auto folder = folder_delivery(agency.folder() / "mails");
    SendOptions options;
    options.words.sender_address = "agence@example.org";
    ASSERT_EQ(send_feedback(agency.workspace(), *folder, options).sent, 1U);
    EXPECT_EQ(may_contest_until(agency.workspace(), "R-1")->utc, from_decision.utc + std::chrono::days{4});
}

TEST_F(Appealing, TheStatisticsOfAPeriodHoldWhatWasContested) {
    decided(Decision::accept);
    ASSERT_TRUE(answered(filed(against_finding()), AppealOutcome::upheld).done);
    const Moment answered_at = load_appeal(agency.workspace(), 1).appeal.closed_at.value();
    StatisticsQuery query;
    query.programme = "essai-2026";
    query.from = answered_at;
    const Statistics figures = statistics(agency.workspace(), query, answered_at);
    ASSERT_THAT(figures.contested, SizeIs(1));
    EXPECT_EQ(figures.contested[0].upheld, 1U);
    EXPECT_EQ(figures.contested[0].share, 1.0);
    EXPECT_THAT(to_csv(figures), HasSubstr("contested," + figures.contested[0].rule + ",french,upheld,1\r\n"));
    EXPECT_THAT(to_json(figures), HasSubstr("\"contested\""));
    query.from = Moment{answered_at.utc + std::chrono::hours{1}, answered_at.offset};
    EXPECT_THAT(statistics(agency.workspace(), query, answered_at).contested, IsEmpty());
}

TEST_F(Appealing, AReworkThatFallsIsToldAtOnceAndTheEarlierSheetIsKept) {
    decided(Decision::rework);
    const std::string before = sheet();
    const auto folder = folder_delivery(agency.folder() / "retombee");
    SendOptions options;
    options.words.sender_address = "agence@example.org";
    const auto sent = [&] { return send_feedback(agency.workspace(), *folder, options).sent; };
    EXPECT_EQ(sent(), 1U);
    const std::int64_t id = filed(against_decision());
    EXPECT_EQ(sent(), 0U) << "an appeal that waits changes nothing";
    ASSERT_TRUE(answered(id, AppealOutcome::upheld).done);
    EXPECT_TRUE(load_appeal(*bruno, id).appeal.overturned);
    EXPECT_THAT(sheet(), AllOf(HasSubstr("Contestation retenue"), HasSubstr("rien à refaire"),
                               Not(HasSubstr("Rapport à compléter"))));
    EXPECT_EQ(earlier_sheet(agency.workspace(), id), before);
    EXPECT_EQ(sent(), 1U) << "with no other decision";
    EXPECT_EQ(sent(), 0U) << "once";
    decided(Decision::accept);
    EXPECT_THAT(sheet(), HasSubstr("Rapport accepté"));
    EXPECT_EQ(sent(), 1U) << "the new decision has its own mail";
    EXPECT_EQ(outbox_mails(agency.workspace(), "sent").size(), 3U);
}

TEST_F(Appealing, ADecisionThatAPersonUndoesIsNoAppealsWork) {
    decided(Decision::rework);
    ASSERT_TRUE(answered(filed(against_finding()), AppealOutcome::upheld).done);
    const PresentAt later({load_appeal(*bruno, 1).appeal.closed_at->utc + std::chrono::hours{1}, {}});
    ASSERT_TRUE(undo_decision(agency.workspace(), "R-1").recorded);
    EXPECT_EQ(fallen_by(details()), nullptr);
    EXPECT_EQ(sheet(), "") << "nothing is decided, nothing is told";
}

}  // namespace relis::review
