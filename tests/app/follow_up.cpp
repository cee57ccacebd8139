// What is done with a report beside deciding it: holds, withdrawals, what a rework asks and what came of it.
#include <algorithm>
#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/follow_up_document.h"
#include "app/session.h"
#include "app/words.h"
#include "fake_desk.h"
#include "hours.h"

namespace relis::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = review::Intervention::Kind;

std::string text_of(const Document& document) {
    wxString text;
    for (const Paragraph& paragraph : document.paragraphs) {
        for (const Span& span : paragraph.spans) {
            text += from_code_points(span.text);
        }
        text += "\n";
    }
    return to_utf8(text);
}

// --- holds and withdrawals

class Intervening : public testing::Test {
  protected:
    void SetUp() override {
        desk_.add_rows(3);
        session_.start();
        ASSERT_TRUE(interface_.run_until([this] { return session_.report().current(); }));
    }
    bool until(const std::function<bool()>& condition) { return interface_.run_until(condition); }
    InterventionModel& model() { return session_.interventions(); }

    FakeDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    Session session_{desk_, background_};
};

TEST_F(Intervening, AHoldWantsAReasonAndADateToCome) {
    model().begin(Kind::hold, desk_.now());
    ASSERT_TRUE(model().draft());
    EXPECT_EQ(model().draft()->wanted.until, at(48)) << "two days, where nobody says otherwise";
    EXPECT_FALSE(model().complete(desk_.now()));
    review::Intervention wanted = model().draft()->wanted;
    wanted.reason = "Le client vérifie.";
    model().edit(wanted);
    EXPECT_TRUE(model().complete(desk_.now()));
    wanted.until = at(-1);
    model().edit(wanted);
    EXPECT_FALSE(model().complete(desk_.now()));
}

TEST_F(Intervening, AHeldReportLeavesTheQueueAndTheNextOpensAndUndoBringsItBack) {
    model().begin(Kind::hold, desk_.now());
    model().edit({Kind::hold, "Le client vérifie.", "", {}, at(24)});
    model().confirm();
    ASSERT_TRUE(until([this] { return model().can_undo() && session_.report().current(); }));
    ASSERT_THAT(desk_.at_report().intervened, SizeIs(1));
    EXPECT_EQ(desk_.at_report().intervened[0].first, "R-0");
    EXPECT_EQ(desk_.at_report().intervened[0].second.until, at(24));
    EXPECT_FALSE(model().draft());
    EXPECT_EQ(session_.report().report_id(), "R-1");
    model().undo();
    ASSERT_TRUE(until([this] { return session_.report().report_id() == "R-0"; }));
    EXPECT_THAT(desk_.at_report().told, ElementsAre("end R-0 0"));
    EXPECT_FALSE(model().can_undo()) << "once";
}

TEST_F(Intervening, WhatWasTypedStaysWhenItIsRefusedOrClosed) {
    desk_.at_report().refusal = {"ouvert par Louise", "Louise has it open"};
    model().begin(Kind::withdrawal, desk_.now());
    model().edit({Kind::withdrawal, "Visite annulée.", "", {}, {}});
    model().confirm();
    ASSERT_TRUE(until([this] { return !model().refusal().en.empty(); }));
    EXPECT_EQ(model().refusal().en, "Louise has it open");
    ASSERT_TRUE(model().draft());
    model().close_draft();
    model().begin(Kind::withdrawal, desk_.now());
    EXPECT_EQ(model().draft()->wanted.reason, "Visite annulée.");
}

TEST_F(Intervening, OnlyWhatTheStateAllowsIsOffered) {
    EXPECT_TRUE(model().can_begin(Kind::hold));
    EXPECT_TRUE(model().can_begin(Kind::withdrawal));
    EXPECT_FALSE(model().can_begin(Kind::surplus)) << "nobody reassigned it";
    EXPECT_FALSE(model().can_end());
    desk_.moves("R-1", review::ReportState::accepted);
    session_.queue().select("R-1");
    ASSERT_TRUE(until([this] { return session_.report().current() && session_.report().report_id() == "R-1"; }));
    EXPECT_FALSE(model().can_begin(Kind::hold));
    EXPECT_FALSE(model().can_begin(Kind::withdrawal));
}

TEST_F(Intervening, TakingASurplusVisitBackWantsAReasonSinceItsShopperReadsIt) {
    desk_.moves("R-1", review::ReportState::reassigned);
    session_.queue().select("R-1");
    ASSERT_TRUE(until([this] { return model().can_begin(Kind::surplus) && session_.report().report_id() == "R-1"; }));
    model().begin(Kind::surplus, desk_.now());
    model().edit({Kind::surplus, "Le reçu est valable.", "", {}, {}});
    model().confirm();
    ASSERT_TRUE(until([this] { return model().can_undo(); }));
    model().undo();
    ASSERT_TRUE(model().draft()) << "nothing is done yet";
    EXPECT_TRUE(model().draft()->takes_back);
    EXPECT_EQ(model().draft()->wanted.reason, "");
    EXPECT_FALSE(model().complete(desk_.now()));
    model().edit({Kind::surplus, "Le reçu est d'un autre jour.", "", {}, {}});
    EXPECT_TRUE(model().complete(desk_.now()));
    model().confirm();
    ASSERT_TRUE(until([this] { return !model().draft(); }));
    EXPECT_THAT(desk_.at_report().told, ElementsAre("end R-1 2: Le reçu est d'un autre jour."));
    EXPECT_FALSE(model().can_undo());
}

TEST_F(Intervening, ADecisionSinceIsTakenBackFirst) {
    model().begin(Kind::hold, desk_.now());
    model().edit({Kind::hold, "Le client vérifie.", "", {}, at(24)});
    model().confirm();
    ASSERT_TRUE(until([this] { return model().can_undo() && session_.decision().can_decide(); }));
    session_.decision().choose(Decision::accept);
    ASSERT_TRUE(until([this] { return session_.decision().can_undo(); }));
    EXPECT_FALSE(model().can_undo());
}

TEST_F(Intervening, AnAcceptanceMayBeLeftOutOfTheClientsStatistics) {
    session_.decision().leave_out();
    ASSERT_TRUE(session_.decision().draft());
    EXPECT_TRUE(session_.decision().draft()->left_out);
    session_.decision().confirm();
    ASSERT_TRUE(until([this] { return session_.decision().can_undo(); }));
    ASSERT_THAT(desk_.decided, SizeIs(1));
    EXPECT_TRUE(desk_.decided[0].left_out);
    EXPECT_EQ(desk_.decided[0].decision, Decision::accept);
}

// --- what a rework asks

ReportPage page_with_findings() {
    ReportPage page;
    page.details.row = FakeDesk::make_row("R-1", Decision::rework);
    page.details.report.report_id = "R-1";
    page.details.shopper_name = "Louise Tremblay";
    Question question;
    question.name = "accueil";
    question.label = "L'accueil";
    page.details.questionnaire.questions.push_back(question);
    for (const char* const rule : {"missing", "vague"}) {
        ShownFinding finding;
        finding.plugin = "completeness";
        finding.finding.rule = rule;
        finding.finding.question = "accueil";
        finding.finding.message = std::string("Que s'est-il passé (") + rule + ") ?";
        page.findings.push_back(finding);
    }
    page.findings.push_back(page.findings[1]);
    page.findings[2].finding.rule = "aside";
    page.findings[2].set_aside = 0;
    Assessment assessment;
    assessment.plugin = "completeness";
    assessment.findings = {page.findings[0].finding, page.findings[1].finding};
    page.details.assessments.push_back(assessment);
    page.details.recommendation.decision = Decision::rework;
    page.details.recommendation.reasons = {{"Il manque l'accueil.", "completeness", "missing", "accueil"},
                                           {"La visite n'est pas prouvée.", "", "", ""}};
    return page;
}

TEST(ReworkTermsChosen, BeginWithWhatIsRecommendedAndOfferEveryFindingThatStands) {
    ReworkTermsModel model;
    model.show(std::make_shared<const ReportPage>(page_with_findings()));
    ASSERT_THAT(model.offered(), SizeIs(2)) << "neither one that was set aside nor what no finding says";
    EXPECT_EQ(model.chosen(), 1U);
    EXPECT_TRUE(model.offered()[0].chosen);
    EXPECT_EQ(model.offered()[0].question, "L'accueil");
    EXPECT_EQ(model.offered()[0].reason.text, "Que s'est-il passé (missing) ?") << "the shopper's words, no verdict";
    ASSERT_THAT(model.terms().reasons, SizeIs(1));
    EXPECT_EQ(model.terms().reasons[0].kind, review::ReworkReason::Kind::finding);
}

TEST(ReworkTermsChosen, OfAScoreAsAWholeAskForWhatCostMost) {
    ReportPage page = page_with_findings();
    Assessment detail;
    detail.plugin = "detail";
    for (int i = 0; i < 8; ++i) {
        Finding finding;
        finding.rule = "rule" + std::to_string(i);
        finding.message = "Combien (" + std::to_string(i) + ") ?";
        finding.cost = i;
        detail.findings.push_back(finding);
    }
    page.details.assessments = {detail};
    page.details.recommendation.reasons = {{"Le détail obtient 1 sur 5.", "detail", "", ""},
                                           {"Il ne reste que 4 h.", "", "", ""}};
    ReworkTermsModel model;
    model.show(std::make_shared<const ReportPage>(page));
    EXPECT_EQ(model.offered().size(), 8U);
    EXPECT_EQ(model.chosen(), 5U);
    EXPECT_EQ(model.offered()[0].reason.text, "Combien (3) ?") << "in reading order";
    EXPECT_THAT(model.compose(), Not(HasSubstr("Il ne reste que")));
}

TEST(ReworkTermsChosen, GoIntoTheMessageUnlessItWasEdited) {
    ReworkTermsModel model;
    model.show(std::make_shared<const ReportPage>(page_with_findings()));
    ASSERT_TRUE(model.follow("prefilled", "prefilled"));
    model.choose(1, true);
    review::ReworkReason own;
    own.text = "  À quelle heure ?  ";
    EXPECT_TRUE(model.add(own));
    EXPECT_FALSE(model.add(own)) << "it is offered already";
    const auto message = model.follow(model.compose(), "prefilled");
    ASSERT_TRUE(message);
    EXPECT_THAT(*message, Not(HasSubstr("Bonjour"))) << "the agency's words greet";
    EXPECT_THAT(*message, HasSubstr("Que s'est-il passé (vague) ?"));
    EXPECT_THAT(*message, HasSubstr("– À quelle heure ?"));
    model.choose(1, false);
    const auto shorter = model.follow(*message, "prefilled");
    ASSERT_TRUE(shorter);
    EXPECT_THAT(*shorter, Not(HasSubstr("vague")));
    EXPECT_FALSE(model.follow(*shorter + " Merci !", "prefilled")) << "what a person wrote stays";
    EXPECT_THAT(model.terms().reasons, SizeIs(2));
}

TEST(ReworkTermsChosen, ComeBackWithTheirReportAndAreForgottenWhenItIsDecided) {
    ReworkTermsModel model;
    const auto page = std::make_shared<const ReportPage>(page_with_findings());
    model.show(page);
    model.choose(0, false);
    model.agree(review::Unanswered::rework);
    model.remind(false);
    model.show(nullptr);
    EXPECT_THAT(model.offered(), IsEmpty());
    model.show(page);
    EXPECT_FALSE(model.offered()[0].chosen);
    EXPECT_EQ(model.terms().unanswered, review::Unanswered::rework);
    EXPECT_FALSE(model.terms().remind);
    model.forget("R-1");
    model.show(page);
    EXPECT_TRUE(model.offered()[0].chosen);
    EXPECT_TRUE(model.terms().remind);
}

TEST(ReworkTermsChosen, RemindWhenAQuarterOfTheTimeIsLeftUnlessSomebodySaysWhen) {
    ReworkTermsModel model;
    model.show(std::make_shared<const ReportPage>(page_with_findings()));
    EXPECT_EQ(model.reminder(at(0), at(24)), at(18));
    EXPECT_FALSE(model.terms().remind_at) << "the review layer's own rule";
    model.remind_at(at(3));
    EXPECT_EQ(model.reminder(at(0), at(24)), at(3));
    EXPECT_EQ(model.terms().remind_at, at(3));
}

// --- what stands on a report, and what a further revision answered

Beside beside_with_changes() {
    review::RevisionChanges changes;
    changes.rework.emplace();
    changes.rework->by = "Odile";
    changes.late = true;
    changes.reasons = {{{review::ReworkReason::Kind::written, "", "", "accueil", {}, {}, "", "Qui ?"}, true},
                       {{review::ReworkReason::Kind::written, "", "", "", {}, {}, "", "Quand ?"}, false}};
    changes.outdated.push_back({review::OutdatedJudgement::Kind::dismissed, 1, "accueil", "french/accord", "Odile",
                                at(0), "Un nom propre.", true});
    Beside beside;
    beside.changes = changes;
    return beside;
}

TEST(FollowUpShown, TellsUntilWhenAReportIsHeldByWhomAndWhenToLookAgain) {
    ReportPage page = page_with_findings();
    page.details.intervention = review::Intervention{Kind::hold, "Le client vérifie.", "Odile", at(0), at(24)};
    Document document;
    add_standing(document, page, {}, at(1));
    EXPECT_THAT(text_of(document), HasSubstr("On hold until " + to_utf8(clock(at(24)))));
    EXPECT_THAT(text_of(document), HasSubstr("Le client vérifie."));
    EXPECT_THAT(text_of(document), Not(HasSubstr("look again")));
    document = {};
    add_standing(document, page, {}, at(24));
    EXPECT_THAT(text_of(document), HasSubstr("look again"));
}

TEST(FollowUpShown, TellsAnsweredFromUnansweredRemarksAndWhichJudgementsAreOutdated) {
    const ReportPage page = page_with_findings();
    Document report;
    add_standing(report, page, beside_with_changes(), at(1));
    EXPECT_THAT(text_of(report), HasSubstr("1 of 2 remarks answered"));
    EXPECT_THAT(text_of(report), HasSubstr("1 judgement is outdated"));
    Document revisions;
    add_answers(revisions, page, beside_with_changes());
    const std::string text = text_of(revisions);
    EXPECT_LT(text.find("Quand ?"), text.find("Qui ?")) << "what is still open stands first";
    EXPECT_THAT(text, HasSubstr("not answered"));
    EXPECT_THAT(text, HasSubstr("late"));
    EXPECT_THAT(text, HasSubstr("Un nom propre."));
    EXPECT_THAT(text, HasSubstr("reads otherwise"));
    Document first;
    add_answers(first, page, Beside{});
    EXPECT_THAT(first.paragraphs, IsEmpty());
}

TEST(FollowUpShown, TheQueueTellsUntilWhenAReportIsHeld) {
    review::QueueRow row = FakeDesk::make_row("R-1");
    row.state = review::ReportState::held;
    row.on_hold_until = *parse_moment("2026-11-24T10:00:00-05:00");
    EXPECT_EQ(to_utf8(time_left(row, at(0))), "until 24/11");
    EXPECT_EQ(to_utf8(time_left(row, *parse_moment("2026-11-24T13:00:00Z"))), "until 10:00") << "on that day";
}

}  // namespace
}  // namespace relis::app
