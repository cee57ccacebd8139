// Appeals as the window shows and answers them.
#include <gtest/gtest.h>

#include "app/appeals_model.h"
#include "app/words.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using review::AppealOutcome;
using review::AppealSubject;

/// Appeals without a database.
class FakeAppealsDesk final : public AppealsDesk {
  public:
    std::vector<review::AppealDetails> known;
    Label refusal;
    std::vector<review::Appeal> closed;
    std::optional<std::string> sheet;
    std::vector<review::AppealAnswer> answers;
    std::vector<std::int64_t> taken;

    Moment now() const override { return {}; }
    std::vector<review::Appeal> waiting() override {
        std::vector<review::Appeal> appeals;
        for (const review::AppealDetails& details : known) {
            appeals.push_back(details.appeal);
        }
        return appeals;
    }
    std::vector<review::AppealedRule> rules() override {
        return {{"epicerie", "french", "unknown-word", 4, 1, 2, 0, 1, 2.0 / 3, "Le mot existe."}};
    }
    std::vector<review::Appeal> answered() override { return closed; }
    std::optional<std::string> earlier_sheet(std::int64_t) override { return sheet; }
    review::AppealDetails load(std::int64_t id) override {
        const auto found =
            std::ranges::find_if(known, [&](const review::AppealDetails& details) { return details.appeal.id == id; });
        if (found == known.end()) {
            throw std::runtime_error("no appeal");
        }
        return *found;
    }
    review::AppealResult take(std::int64_t id) override {
        taken.push_back(id);
        return {refusal.en.empty(), id, refusal};
    }
    review::AppealResult give_back(std::int64_t id) override { return {true, id, {}}; }
    review::AppealResult answer(const review::AppealAnswer& answer) override {
        if (!refusal.en.empty()) {
            return {false, 0, refusal};
        }
        answers.push_back(answer);
        std::erase_if(known, [&](const review::AppealDetails& details) { return details.appeal.id == answer.id; });
        return {true, answer.id, {}};
    }
};

review::AppealDetails example(std::int64_t id, AppealSubject subject) {
    review::AppealDetails details;
    details.appeal.id = id;
    details.appeal.report_id = "R-" + std::to_string(id);
    details.appeal.subject = subject;
    details.appeal.plugin = "french";
    details.appeal.rule = "unknown-word";
    details.appeal.start = 3;
    details.appeal.end = 10;
    details.appeal.passage = "Acceuil";
    details.appeal.message = "Ce mot n'existe pas.";
    details.appeal.text = "C'est le nom du café.";
    details.appeal.entered_by = "odile";
    details.appeal.score_before = 3.5;
    details.context = "Le Acceuil est joli.";
    details.question_label = "Vous a-t-on salué ?";
    details.score = 3.5;
    details.report.shopper_name = "Louise Tremblay";
    return details;
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

class AppealsShown : public testing::Test {
  protected:
    void opened(std::int64_t id) {
        ASSERT_TRUE(interface_.run_until([&] { return model_.details() != nullptr && model_.opened() == id; }));
    }

    FakeAppealsDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    AppealsModel model_{desk_, background_};
};

TEST_F(AppealsShown, TheFirstOneOpensByItself) {
    desk_.known = {example(1, AppealSubject::finding), example(2, AppealSubject::score)};
    model_.refresh();
    opened(1);
    EXPECT_EQ(model_.appeals().size(), 2U);
    EXPECT_EQ(model_.rules().size(), 1U);
    EXPECT_FALSE(model_.outcome()) << "nothing is chosen for a person";
    EXPECT_EQ(model_.obstacle().en, "Choose first: upheld, in part or dismissed.");
}

TEST_F(AppealsShown, ChoosingWritesTheAnswerUnlessAPersonWroteAnother) {
    desk_.known = {example(1, AppealSubject::finding)};
    model_.refresh();
    opened(1);
    model_.choose(AppealOutcome::upheld);
    EXPECT_NE(model_.answer().find("la remarque est retirée"), std::string::npos);
    model_.choose(AppealOutcome::dismissed);
    EXPECT_NE(model_.answer().find("Ce mot n'existe pas."), std::string::npos) << "with the reason";
    model_.write("Le café s'appelle autrement.");
    model_.choose(AppealOutcome::upheld);
    EXPECT_EQ(model_.answer(), "Le café s'appelle autrement.");
    EXPECT_TRUE(model_.obstacle().en.empty());
}

TEST_F(AppealsShown, AnUpheldScoreNeedsTheNewOne) {
    desk_.known = {example(1, AppealSubject::score)};
    model_.refresh();
    opened(1);
    model_.choose(AppealOutcome::upheld);
    EXPECT_TRUE(model_.needs_score());
    model_.send();
    EXPECT_TRUE(desk_.answers.empty());
    EXPECT_EQ(model_.error().en, "Give the new score.");
    model_.set_score(4.5);
    EXPECT_NE(model_.answer().find("4,5"), std::string::npos) << "the shopper reads it";
    model_.send();
    ASSERT_TRUE(interface_.run_until([&] { return !model_.working() && model_.appeals().empty(); }));
    ASSERT_EQ(desk_.answers.size(), 1U);
    EXPECT_EQ(desk_.answers[0].score, 4.5);
}

TEST_F(AppealsShown, AnAnsweredOneLeavesAndTheNextOpensWithAnEmptyDraft) {
    desk_.known = {example(1, AppealSubject::finding), example(2, AppealSubject::finding)};
    model_.refresh();
    opened(1);
    model_.choose(AppealOutcome::dismissed);
    model_.send();
    opened(2);
    EXPECT_EQ(desk_.answers.at(0).outcome, AppealOutcome::dismissed);
    EXPECT_FALSE(model_.outcome());
    EXPECT_TRUE(model_.answer().empty());
}

TEST_F(AppealsShown, TheFirstReviewerIsToldWhyHeMayNot) {
    review::AppealDetails own = example(1, AppealSubject::finding);
    own.may_not_answer = {"Le rapport R-1 a été décidé par odile : une autre personne répond.",
                          "odile decided report R-1, so the appeal against it goes to somebody else."};
    desk_.known = {own};
    model_.refresh();
    opened(1);
    model_.choose(AppealOutcome::upheld);
    model_.send();
    EXPECT_TRUE(desk_.answers.empty());
    EXPECT_EQ(model_.error(), own.may_not_answer);
    EXPECT_NE(text_of(appeal_document(own)).find("goes to somebody else"), std::string::npos);
}

TEST_F(AppealsShown, AnAnsweredOneIsReadAndNotAnsweredAgain) {
    review::AppealDetails waiting = example(1, AppealSubject::finding);
    review::AppealDetails answered = example(2, AppealSubject::finding);
    answered.appeal.state = review::AppealState::dismissed;
    desk_.known = {waiting, answered};
    model_.refresh();
    opened(1);
    EXPECT_TRUE(model_.may_answer());
    model_.open(2);
    opened(2);
    EXPECT_FALSE(model_.may_answer());
}

TEST_F(AppealsShown, ARefusalOfTheDeskKeepsTheDraft) {
    desk_.known = {example(1, AppealSubject::finding)};
    model_.refresh();
    opened(1);
    desk_.refusal = {"prise par bruno", "in hand of bruno"};
    model_.choose(AppealOutcome::upheld);
    model_.send();
    ASSERT_TRUE(interface_.run_until([&] { return !model_.working(); }));
    EXPECT_EQ(model_.error().en, "in hand of bruno");
    EXPECT_EQ(model_.opened(), 1);
    EXPECT_FALSE(model_.answer().empty());
}

TEST_F(AppealsShown, ADecisionIsNotUpheldInPart) {
    desk_.known = {example(1, AppealSubject::decision)};
    model_.refresh();
    opened(1);
    EXPECT_FALSE(model_.may_be_partly());
    model_.choose(AppealOutcome::partly);
    EXPECT_FALSE(model_.outcome());
    EXPECT_FALSE(model_.may_overturn()) << "it falls by itself";
}

TEST_F(AppealsShown, TheDecisionMayFallWithAFindingOfAReassignedReport) {
    review::AppealDetails details = example(1, AppealSubject::finding);
    details.report.row.state = review::ReportState::reassigned;
    desk_.known = {details};
    model_.refresh();
    opened(1);
    ASSERT_TRUE(model_.may_overturn());
    model_.choose(AppealOutcome::upheld);
    model_.set_overturn(true);
    model_.send();
    ASSERT_TRUE(interface_.run_until([&] { return !model_.working() && model_.appeals().empty(); }));
    EXPECT_TRUE(desk_.answers.at(0).overturn);
}

TEST_F(AppealsShown, ThePassageIsMarkedInTheAnswerItStandsIn) {
    const review::AppealDetails details = example(1, AppealSubject::finding);
    const Document document = appeal_document(details);
    const std::string text = text_of(document);
    for (const char* const part :
         {"Louise Tremblay", "C'est le nom du café.", "odile", "Ce mot n'existe pas.", "Le Acceuil est joli.", "3.5"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    const bool marked = std::ranges::any_of(document.paragraphs, [](const Paragraph& paragraph) {
        return std::ranges::any_of(paragraph.spans, [](const Span& span) {
            return span.fill == Fill::match && to_utf8(from_code_points(span.text)) == "Acceuil";
        });
    });
    EXPECT_TRUE(marked);
}

}  // namespace
}  // namespace relis::app
