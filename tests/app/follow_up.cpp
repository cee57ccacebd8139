// What is done with reports and shoppers beside deciding: holds, withdrawals, reworks, tiers, the outbox.
#include <algorithm>
#include <memory>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/follow_up_document.h"
#include "app/outbox_model.h"
#include "app/remarks_model.h"
#include "app/reworks_model.h"
#include "app/session.h"
#include "app/tiers_model.h"
#include "app/words.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = review::Intervention::Kind;

Moment at(int hour) {
    return Moment{std::chrono::sys_seconds{std::chrono::seconds{1'800'000'000}} + std::chrono::hours{hour}, {}};
}

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
    desk_.rows[1].state = review::ReportState::accepted;
    session_.queue().select("R-1");
    ASSERT_TRUE(until([this] { return session_.report().current() && session_.report().report_id() == "R-1"; }));
    EXPECT_FALSE(model().can_begin(Kind::hold));
    EXPECT_FALSE(model().can_begin(Kind::withdrawal));
}

TEST_F(Intervening, TakingASurplusVisitBackWantsAReasonSinceItsShopperReadsIt) {
    desk_.rows[1].state = review::ReportState::reassigned;
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
    ASSERT_TRUE(until([this] { return !desk_.at_report().told.empty(); }));
    EXPECT_THAT(desk_.at_report().told, ElementsAre("end R-1 2: Le reçu est d'un autre jour."));
    ASSERT_TRUE(until([this] { return !model().draft(); }));
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

// --- the windows' lists

class FakeReworkDesk final : public ReworkDesk {
  public:
    std::vector<review::AskedRework> asked;
    std::vector<review::LibraryRemark> remarks;
    std::vector<std::string> told;
    Label refusal;

    Moment now() const override { return at(0); }
    std::vector<review::AskedRework> waiting() override { return asked; }
    std::string reminder(const std::string& report_id) override { return "Bonjour, " + report_id; }
    review::ReworkResult keep_reminder(const std::string& report_id, bool again) override {
        told.push_back((again ? "reminded again " : "reminded ") + report_id);
        return {refusal.en.empty(), refusal};
    }
    review::GivenReminder mail_reminder(const std::string& report_id, bool again) override {
        told.push_back((again ? "mailed again " : "mailed ") + report_id);
        review::GivenReminder given;
        given.report_id = report_id;
        given.done = refusal.en.empty();
        given.refusal = refusal;
        return given;
    }
    std::vector<std::string> expire() override { return {"R-late"}; }
    std::vector<review::LibraryRemark> library() override { return remarks; }
    review::ReworkResult put(const review::LibraryRemark& remark) override {
        if (refusal.en.empty()) remarks.push_back(remark);
        return {refusal.en.empty(), refusal};
    }
    review::ReworkResult remove(const std::string& id) override {
        std::erase_if(remarks, [&](const auto& remark) { return remark.id == id; });
        return {true, {}};
    }
};

review::AskedRework asked(const std::string& report_id, int due, int remind) {
    review::AskedRework rework;
    rework.report_id = report_id;
    rework.due = at(due);
    rework.remind_at = at(remind);
    return rework;
}

class FollowUpLists : public testing::Test {
  protected:
    /// A desk that lives until the background has ended: a list may still be on its way when a test is over.
    template <class Desk>
    Desk& made() {
        auto desk = std::make_shared<Desk>();
        desks_.push_back(desk);
        return *desk;
    }

  private:
    std::vector<std::shared_ptr<void>> desks_;

  protected:
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
};

TEST_F(FollowUpLists, ReworksThatAreOverdueStandFirstThenThoseToBeRemindedOf) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    desk.asked = {asked("R-calm", 20, 10), asked("R-remind", 30, -1), asked("R-late", -1, -5),
                  asked("R-reminded", 10, -1)};
    desk.asked.back().reminded_at = at(-1);
    ReworksModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    std::vector<std::string> order;
    for (const WaitingRework& rework : model.waiting()) order.push_back(rework.asked.report_id);
    EXPECT_THAT(order, ElementsAre("R-late", "R-remind", "R-reminded", "R-calm"));
    EXPECT_EQ(model.count(WaitingRework::Urgency::overdue), 1U);
    EXPECT_EQ(model.count(WaitingRework::Urgency::to_remind), 1U);
}

TEST_F(FollowUpLists, AReminderIsShownBeforeItIsKept) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    ReworksModel model(desk, background_);
    model.ask_for_reminder("R-1");
    ASSERT_TRUE(interface_.run_until([&] { return !model.reminder().empty(); }));
    EXPECT_EQ(model.reminder(), "Bonjour, R-1");
    EXPECT_THAT(desk.told, IsEmpty());
    desk.refusal = {"déjà rappelé", "reminded already"};
    model.keep_reminder("R-1", false);
    ASSERT_TRUE(interface_.run_until([&] { return !model.error().en.empty(); }));
    EXPECT_EQ(model.error().en, "reminded already");
    desk.refusal = {};
    model.keep_reminder("R-1", true);
    ASSERT_TRUE(interface_.run_until([&] { return model.reminded() == "R-1" && !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("reminded R-1", "reminded again R-1"));
}

TEST_F(FollowUpLists, RemindersThatAreDueGoIntoTheOutboxInOneGo) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    desk.asked = {asked("R-late", -2, -5), asked("R-1", 5, -1), asked("R-2", 6, -1), asked("R-calm", 9, 8)};
    desk.asked[2].reminded_at = at(-1);
    ReworksModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    EXPECT_THAT(model.to_remind(), ElementsAre("R-1"))
        << "not whose time is over, who was reminded, whose day it is not";
    model.mail_reminders(model.to_remind(), false);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    desk.refusal = {"déjà rappelé", "reminded already"};
    model.mail_reminders({"R-2"}, true);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("mailed R-1", "mailed again R-2"));
    ASSERT_EQ(model.mailed().size(), 1U);
    EXPECT_EQ(model.mailed()[0].refusal.fr, "déjà rappelé");
    model.mail_reminders({}, false);
    EXPECT_FALSE(model.working()) << "nothing is to be sent";
}

TEST_F(FollowUpLists, TheLibraryIsLoadedAgainAfterEachChange) {
    FakeReworkDesk& desk = made<FakeReworkDesk>();
    RemarksModel model(desk, background_);
    model.put({"heure", "À quelle heure ?"});
    ASSERT_TRUE(interface_.run_until([&] { return model.remarks().size() == 1; }));
    model.remove("heure");
    ASSERT_TRUE(interface_.run_until([&] { return model.ready() && model.remarks().empty(); }));
    desk.refusal = {"une remarque pose une question", "a remark asks"};
    model.put({"ton", "Faux."});
    ASSERT_TRUE(interface_.run_until([&] { return !model.error().en.empty(); }));
    EXPECT_THAT(model.remarks(), IsEmpty());
}

class FakeTiersDesk final : public TiersDesk {
  public:
    std::vector<review::ShopperTier> known;
    std::vector<review::TierProposal> proposed;
    std::vector<std::string> told;

    std::vector<review::ShopperTier> tiers() override { return known; }
    std::vector<review::TierProposal> proposals() override { return proposed; }
    review::TierResult withdraw(const std::string& id, const std::string& reason) override {
        return tell("withdraw " + id + ": " + reason);
    }
    review::TierResult reinstate(const std::string& id, const std::string& reason) override {
        return tell("reinstate " + id + ": " + reason);
    }
    review::TierResult refuse(const review::TierProposal& proposal, const std::string& reason) override {
        return tell("refuse " + proposal.shopper_id + ": " + reason);
    }

  private:
    review::TierResult tell(const std::string& what) {
        told.push_back(what);
        return {true, {}};
    }
};

review::ShopperTier shopper(const std::string& id, review::Tier tier, double value) {
    review::ShopperTier made;
    made.shopper_id = id;
    made.name = "Personne " + id;
    made.tier = tier;
    made.reliability.emplace();
    made.reliability->value = value;
    return made;
}

TEST_F(FollowUpLists, ShoppersAreShownByTierAndFoundByName) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    desk.known = {shopper("C-1", review::Tier::withdrawn, 4.9), shopper("C-2", review::Tier::at_risk, 2.0),
                  shopper("C-3", review::Tier::excellent, 4.8)};
    desk.known[2].name = "Éloïse";
    TiersModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    ASSERT_EQ(model.shown(), 3U);
    EXPECT_EQ(model.shopper(0).shopper_id, "C-3");
    EXPECT_EQ(model.shopper(2).shopper_id, "C-1") << "withdrawn ones last";
    EXPECT_EQ(model.count(review::Tier::at_risk), 1U);
    model.filter(review::Tier::withdrawn, "");
    ASSERT_EQ(model.shown(), 1U);
    model.change(0, "Nouvel essai.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("reinstate C-1: Nouvel essai."));
    model.filter(std::nullopt, "c-2");
    EXPECT_EQ(model.shown(), 1U);
}

TEST_F(FollowUpLists, NoShopperAtAllAndNoneThatMatchesAreToldApart) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    TiersModel model(desk, background_);
    EXPECT_TRUE(model.emptiness().empty()) << "nothing is said before they are loaded";
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    EXPECT_TRUE(model.emptiness().Contains("import a roster"));
    desk.known = {shopper("C-1", review::Tier::excellent, 4.9)};
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.shown() == 1; }));
    EXPECT_TRUE(model.emptiness().empty());
    model.filter(std::nullopt, "nobody");
    EXPECT_EQ(model.emptiness(), "No shopper matches the filter.");
}

TEST_F(FollowUpLists, APersonConfirmsOrRefusesAProposal) {
    FakeTiersDesk& desk = made<FakeTiersDesk>();
    desk.proposed = {{true, "C-2", "", {}, ""}, {false, "C-1", "", {}, ""}};
    TiersModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    model.confirm(0, "Vu.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.confirm(1, "Expliqué.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.refuse(0, "Malade.");
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.refuse(7, "Personne.");
    EXPECT_THAT(desk.told, ElementsAre("withdraw C-2: Vu.", "reinstate C-1: Expliqué.", "refuse C-2: Malade."));
}

class FakeOutboxDesk final : public OutboxDesk {
  public:
    std::vector<review::OutboxMail> known;
    std::string failure;
    std::vector<std::string> told;

    std::vector<review::OutboxMail> mails() override { return known; }
    review::SendSummary send(const OutboxSettings& settings, const std::string& password,
                             const std::optional<review::MonthToSend>& month, const review::ProgressSink& progress,
                             const std::stop_token&) override {
        if (!failure.empty()) throw std::runtime_error(failure);
        told.push_back(
            "send " + settings.url + " " + password +
            (month ? " " + review::text_of(month->month) + " " + month->shopper_id + (month->again ? " again" : "")
                   : std::string()));
        progress({"Sending", 2, 0});
        review::SendSummary summary;
        summary.sent = 2;
        return summary;
    }
    void settle(std::int64_t mail) override { told.push_back("settle " + std::to_string(mail)); }
    void retry(std::int64_t mail) override { told.push_back("retry " + std::to_string(mail)); }
    review::FeedbackFiles month(const std::string& shopper_id, std::chrono::year_month,
                                const std::filesystem::path& folder) override {
        return {{folder / shopper_id}, 0};
    }
    void use_words(const std::string& file) override { told.push_back("words " + file); }
};

review::OutboxMail mail(std::int64_t id, const std::string& state) {
    review::OutboxMail made;
    made.id = id;
    made.state = state;
    return made;
}

TEST_F(FollowUpLists, TheOutboxShowsTheNewestFirstAndOnlyWhatFailedOrIsUncertainIsSettled) {
    FakeOutboxDesk& desk = made<FakeOutboxDesk>();
    desk.known = {mail(1, "sent"), mail(2, "failed"), mail(3, "uncertain")};
    OutboxModel model(desk, background_);
    model.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return model.ready(); }));
    ASSERT_EQ(model.shown(), 3U);
    EXPECT_EQ(model.mail(0).id, 3);
    EXPECT_TRUE(model.can_settle(0));
    EXPECT_FALSE(model.can_settle(2));
    EXPECT_FALSE(model.can_settle(9));
    model.filter("failed");
    ASSERT_EQ(model.shown(), 1U);
    model.retry(0);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    model.settle(0);
    ASSERT_TRUE(interface_.run_until([&] { return !model.working(); }));
    EXPECT_THAT(desk.told, ElementsAre("retry 2", "settle 2"));
}

TEST_F(FollowUpLists, SendingTellsWhatItDidAndWhyItDidNot) {
    FakeOutboxDesk& desk = made<FakeOutboxDesk>();
    OutboxModel model(desk, background_);
    OutboxSettings settings;
    settings.url = "smtp://localhost";
    model.send(settings, "secret");
    EXPECT_TRUE(model.sending());
    ASSERT_TRUE(interface_.run_until([&] { return !model.sending(); }));
    EXPECT_EQ(model.summary().sent, 2U);
    EXPECT_EQ(model.done(), 2U);
    EXPECT_THAT(desk.told, ElementsAre("send smtp://localhost secret"));
    model.send(settings, "secret", review::MonthToSend{std::chrono::year{2026} / std::chrono::June, "C-1", true});
    ASSERT_TRUE(interface_.run_until([&] { return !model.sending(); }));
    EXPECT_EQ(desk.told.back(), "send smtp://localhost secret 2026-06 C-1 again");
    desk.failure = "no such server";
    model.send(settings, "secret");
    ASSERT_TRUE(interface_.run_until([&] { return !model.sending(); }));
    EXPECT_EQ(model.error().en, "no such server");
    model.month("C-1", std::chrono::year{2026} / std::chrono::June, "pages");
    ASSERT_TRUE(interface_.run_until([&] { return !model.files().empty(); }));
}

}  // namespace
}  // namespace relis::app
