// Judging findings and scores, correcting the client's copy: the view model.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/judging_model.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

/// A report with one question, two words that French knows and a missing answer.
review::ReportDetails example(const std::string& report_id) {
    review::ReportDetails details;
    details.row = FakeDesk::make_row(report_id);
    details.report.report_id = report_id;
    Question question;
    question.name = "accueil";
    question.label = "Accueil";
    question.comment = CommentPolicy::required;
    details.questionnaire.questions = {question};
    details.applicability = {Applicability::applies};
    details.report.answers = {{"accueil", {}, "Une éleve près de la caisse, puis la gérente."}};
    Assessment french;
    french.plugin = "french";
    french.score = 3.5;
    const auto found = [](std::size_t start, std::size_t end, Category category, const char* suggestion) {
        Finding finding;
        finding.rule = "mot";
        finding.category = category;
        finding.question = "accueil";
        finding.start = start;
        finding.end = end;
        finding.cost = 0.4;
        finding.suggestions = {suggestion, "autre"};
        return finding;
    };
    french.findings = {found(4, 9, Category::spelling, "élève"), found(37, 44, Category::grammar, "gérante")};
    details.assessments = {french};
    return details;
}

class Judging : public testing::Test {
  protected:
    Judging() {
        desk_.loader = [this](const std::string& report_id) {
            review::ReportDetails details = example(report_id);
            change_(details);
            return details;
        };
        open("R-1");
    }
    void open(const std::string& report_id) {
        report_.open(report_id);
        ASSERT_TRUE(wait([&] { return report_.current() && !report_.loading(); }));
    }
    bool wait(const std::function<bool()>& condition) { return interface_.run_until(condition); }
    bool recorded() {
        return wait([this] { return !judging_.busy() && !report_.loading(); });
    }

    std::function<void(review::ReportDetails&)> change_ = [](review::ReportDetails&) {};
    FakeDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    ReportModel report_{desk_, background_};
    Drafts drafts_;
    JudgingModel judging_{desk_.at_report(), background_, report_, drafts_};
};

TEST_F(Judging, NeedsAFindingAndAReportThatWaits) {
    EXPECT_TRUE(judging_.can_judge());
    EXPECT_FALSE(judging_.can_dismiss()) << "no finding is current";
    report_.next_finding();
    EXPECT_TRUE(judging_.can_dismiss());
    EXPECT_TRUE(judging_.can_correct(1));
    EXPECT_FALSE(judging_.can_correct(2)) << "there are two suggestions";
    change_ = [](review::ReportDetails& details) { details.row.state = review::ReportState::accepted; };
    report_.reload();
    ASSERT_TRUE(recorded());
    EXPECT_FALSE(judging_.can_dismiss());
    EXPECT_FALSE(judging_.can_correct());
}

TEST_F(Judging, ADismissalNamesTheFindingAndGoesToTheNextOne) {
    report_.next_finding();
    judging_.dismiss();
    ASSERT_TRUE(judging_.draft());
    JudgementDraft draft = *judging_.draft();
    draft.scope = review::DismissalScope::word_everywhere;
    draft.reason = "Un prénom.";
    judging_.edit(draft);
    change_ = [](review::ReportDetails& details) {
        review::DismissedFinding judged;
        judged.plugin = "french";
        judged.finding = details.assessments[0].findings[0];
        judged.dismissal = 1;
        details.dismissed = {judged};
        details.assessments[0].findings.erase(details.assessments[0].findings.begin());
    };
    judging_.confirm();
    ASSERT_TRUE(recorded());
    ASSERT_THAT(desk_.at_report().dismissed, SizeIs(1));
    const review::DismissalRequest& request = desk_.at_report().dismissed.front();
    EXPECT_EQ(request.rule, "mot");
    EXPECT_EQ(request.start, 4U);
    EXPECT_EQ(request.scope, review::DismissalScope::word_everywhere);
    EXPECT_EQ(request.reason, "Un prénom.");
    EXPECT_FALSE(judging_.draft());
    EXPECT_THAT(judging_.reasons(), ElementsAre("Un prénom."));
    ASSERT_EQ(report_.page()->findings.size(), 2U) << "the one set aside stays in sight";
    EXPECT_TRUE(report_.page()->findings[0].set_aside);
    EXPECT_EQ(report_.finding(), 1U) << "the next one that stands";
    EXPECT_EQ(report_.page()->standing(), 1U);

    judging_.undo();
    ASSERT_TRUE(recorded());
    EXPECT_THAT(desk_.at_report().restored, ElementsAre(1));
    EXPECT_FALSE(judging_.can_undo());
}

TEST_F(Judging, ARefusalKeepsWhatWasTyped) {
    report_.next_finding();
    judging_.dismiss();
    desk_.at_report().refusal = {"dites pourquoi", "give the reason"};
    judging_.confirm();
    ASSERT_TRUE(wait([this] { return !judging_.refusal().en.empty(); }));
    EXPECT_TRUE(judging_.draft());
    JudgementDraft draft = *judging_.draft();
    draft.reason = "à moitié";
    judging_.edit(draft);
    judging_.close_draft();
    judging_.dismiss();
    EXPECT_EQ(judging_.draft()->reason, "à moitié");
}

TEST_F(Judging, ACorrectionIsAppliedByItsNumberAndTakenBack) {
    report_.next_finding();
    judging_.correct(1);
    ASSERT_TRUE(recorded());
    ASSERT_THAT(desk_.at_report().corrected, SizeIs(1));
    EXPECT_EQ(desk_.at_report().corrected.front().text, "autre");
    EXPECT_EQ(desk_.at_report().corrected.front().start, 4U);
    EXPECT_EQ(report_.finding(), 1U);
    ASSERT_TRUE(judging_.can_undo());
    judging_.undo();
    ASSERT_TRUE(recorded());
    EXPECT_THAT(desk_.at_report().told, ElementsAre("take back R-1 accueil 4-9"));
}

TEST_F(Judging, TheCopyIsEditedFromWhatTheClientReads) {
    change_ = [](review::ReportDetails& details) {
        review::EditedAnswer edited;
        edited.question = "accueil";
        edited.text = "Une élève.";
        edited.edit = 7;
        edited.changes = {{4, 9, "élève", "french", "mot", "anne", {}}};
        details.edited = {edited};
    };
    report_.reload();
    ASSERT_TRUE(recorded());
    report_.next_finding();
    EXPECT_TRUE(judging_.can_take_back()) << "its passage reads otherwise in the copy";
    judging_.edit_answer();
    ASSERT_TRUE(judging_.draft());
    EXPECT_EQ(judging_.draft()->text, "Une élève.");
    JudgementDraft draft = *judging_.draft();
    draft.text = "Une élève souriante.";
    judging_.edit(draft);
    judging_.confirm();
    ASSERT_TRUE(recorded());
    judging_.undo();
    ASSERT_TRUE(recorded());
    EXPECT_THAT(desk_.at_report().told,
                ElementsAre("edit R-1 accueil 7: Une élève souriante.", "edit R-1 accueil 7: Une élève."));
}

TEST_F(Judging, AnotherScoreStandsUntilTheMachinesIsRestored) {
    judging_.override_score();
    ASSERT_TRUE(judging_.draft());
    EXPECT_EQ(judging_.draft()->criterion, "french") << "detail has not rated this report";
    EXPECT_DOUBLE_EQ(judging_.draft()->score, 3.5);
    JudgementDraft draft = *judging_.draft();
    draft.score = 4;
    draft.reason = "Bien écrit.";
    judging_.edit(draft);
    judging_.confirm();
    ASSERT_TRUE(recorded());
    judging_.undo();
    ASSERT_TRUE(recorded());
    EXPECT_THAT(desk_.at_report().told, ElementsAre("score R-1 french 4.0 Bien écrit.", "restore score R-1 french"));
}

TEST_F(Judging, AWaiverNeedsAVeto) {
    judging_.waive();
    EXPECT_FALSE(judging_.draft());
    change_ = [](review::ReportDetails& details) {
        details.recommendation.reasons = {{"Le reçu manque.", "completeness", "veto", "accueil"}};
    };
    report_.reload();
    ASSERT_TRUE(recorded());
    judging_.waive();
    ASSERT_TRUE(judging_.draft());
    JudgementDraft draft = *judging_.draft();
    draft.reason = "Le reçu est arrivé par la poste.";
    judging_.edit(draft);
    judging_.confirm();
    ASSERT_TRUE(recorded());
    EXPECT_THAT(desk_.at_report().told, ElementsAre("waive R-1 Le reçu est arrivé par la poste."));
}

TEST_F(Judging, AnotherReportBeginsAnew) {
    report_.next_finding();
    judging_.correct();
    ASSERT_TRUE(recorded());
    judging_.override_score();
    open("R-2");
    EXPECT_FALSE(judging_.draft());
    EXPECT_FALSE(judging_.can_undo()) << "what was done on the other report stays done";
}

TEST_F(Judging, WhatWasTypedComesBackWithItsReport) {
    judging_.override_score();
    JudgementDraft draft = *judging_.draft();
    draft.reason = "à finir";
    judging_.edit(draft);
    open("R-2");
    judging_.override_score();
    EXPECT_EQ(judging_.draft()->reason, "");
    open("R-1");
    judging_.override_score();
    EXPECT_EQ(judging_.draft()->reason, "à finir");

    // nor is it lost where the report cannot be loaded again
    const auto loader = std::exchange(desk_.loader, [](const std::string&) -> review::ReportDetails {
        throw std::runtime_error("the server is gone");
    });
    report_.reload();
    ASSERT_TRUE(wait([this] { return !report_.error().en.empty(); }));
    ASSERT_TRUE(judging_.draft());
    judging_.confirm();
    EXPECT_TRUE(judging_.draft()) << "nothing is recorded on a report that is not there";
}

TEST_F(Judging, FindingsOfOneKindAreGoneThroughAlone) {
    EXPECT_TRUE(report_.next_finding(FindingGroup::grammar));
    EXPECT_EQ(report_.finding(), 1U);
    EXPECT_TRUE(report_.next_finding(FindingGroup::grammar)) << "round to itself";
    EXPECT_EQ(report_.finding(), 1U);
    EXPECT_FALSE(report_.next_finding(FindingGroup::content));
    EXPECT_TRUE(report_.previous_finding(FindingGroup::spelling));
    EXPECT_EQ(report_.finding(), 0U);
}

}  // namespace
}  // namespace relis::app
