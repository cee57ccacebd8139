// What a shopper contests, recorded from the window.
#include <gtest/gtest.h>

#include "app/filing_model.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using review::AppealSubject;

class FakeFilingDesk final : public FilingDesk {
  public:
    review::ReportDetails known;
    Label refusal;
    std::vector<review::AppealRequest> requests;

    review::ReportDetails report(const std::string& report_id) override {
        if (report_id != known.row.report_id) {
            throw std::runtime_error("no report " + report_id);
        }
        return known;
    }
    FilingTimes limits{};
    FilingTimes times(const std::string&) override { return limits; }
    review::AppealResult file(const review::AppealRequest& request) override {
        if (!refusal.en.empty()) {
            return {false, 0, refusal};
        }
        requests.push_back(request);
        return {true, 7, {}};
    }
};

review::ReportDetails decided(Decision decision) {
    review::ReportDetails details;
    details.row.report_id = details.report.report_id = "R-1";
    details.report.revision = 2;
    details.report.answers = {{"q1", "5", "Un acceuil chaleureux."}};
    Assessment french;
    french.plugin = "french";
    french.score = 4.0;
    french.reason = "1 faute.";
    Finding finding;
    finding.rule = "unknown-word";
    finding.question = "q1";
    finding.start = 3;
    finding.end = 10;
    finding.message = "Ce mot n'existe pas.";
    finding.cost = 0.4;
    french.findings = {finding};
    Assessment consistency;
    consistency.plugin = "consistency";
    details.assessments = {consistency, french};
    review::DecisionRecord record;
    record.decision = decision;
    record.reason = "Trop court.";
    details.decisions = {record};
    return details;
}

class Filing : public testing::Test {
  protected:
    void open(const std::string& report_id = "R-1") {
        model_.open(report_id);
        ASSERT_TRUE(interface_.run_until([&] { return model_.report() != nullptr; }));
    }

    FakeFilingDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    FilingModel model_{desk_, background_};
};

TEST_F(Filing, OffersTheDecisionTheScoresAndTheirFindings) {
    const std::vector<Contestable> points = contestable(decided(Decision::rework));
    ASSERT_EQ(points.size(), 3U) << "an inspection has no score to contest";
    EXPECT_EQ(points[0].subject, AppealSubject::decision);
    EXPECT_EQ(points[1].subject, AppealSubject::score);
    EXPECT_EQ(points[1].score, 4.0);
    EXPECT_EQ(points[2].passage, "acceuil");
    EXPECT_EQ(points[2].score, 0.4);
    EXPECT_EQ(contestable(decided(Decision::accept)).front().subject, AppealSubject::score)
        << "an acceptance took nothing from the shopper";
}

TEST_F(Filing, MarksWhatWasContestedBefore) {
    review::ReportDetails details = decided(Decision::accept);
    review::Appeal appeal;
    appeal.subject = AppealSubject::score;
    appeal.plugin = "french";
    appeal.revision = 2;
    details.appeals = {appeal};
    EXPECT_TRUE(contestable(details)[0].contested);
    EXPECT_FALSE(contestable(details)[1].contested);
    details.appeals[0].state = review::AppealState::withdrawn;
    EXPECT_FALSE(contestable(details)[0].contested) << "what was taken back may come again";
}

TEST_F(Filing, AsksWhyALateOneIsTaken) {
    desk_.known = decided(Decision::accept);
    desk_.limits.until = Moment{};
    desk_.limits.over = true;
    open();
    model_.choose(1);
    model_.write("C'est le nom du café.");
    model_.send();
    EXPECT_EQ(model_.error().en, "The time to contest is over: say why the appeal is taken all the same.");
    model_.excuse("Hospitalisée.");
    model_.send();
    ASSERT_TRUE(interface_.run_until([&] { return model_.filed() == 7; }));
    ASSERT_EQ(desk_.requests.size(), 1U);
    EXPECT_EQ(desk_.requests.front().late_reason, "Hospitalisée.");
}

TEST_F(Filing, RecordsTheFindingWithItsPlaceAndTheShoppersWords) {
    desk_.known = decided(Decision::accept);
    open();
    model_.send();
    EXPECT_EQ(model_.error().en, "Choose what is contested.");
    model_.choose(1);
    model_.write(" \n");
    model_.send();
    EXPECT_EQ(model_.error().en, "Write what the shopper says.");
    model_.write("C'est le nom du café.");
    model_.send();
    ASSERT_TRUE(interface_.run_until([&] { return model_.filed() == 7; }));
    const review::AppealRequest& request = desk_.requests.front();
    EXPECT_EQ(request.subject, AppealSubject::finding);
    EXPECT_EQ(request.revision, 2);
    EXPECT_EQ(request.rule, "unknown-word");
    EXPECT_EQ(request.question, "q1");
    EXPECT_EQ(request.start, std::optional<std::size_t>(3));
    EXPECT_EQ(request.text, "C'est le nom du café.");
    ASSERT_TRUE(interface_.run_until([&] { return model_.report() != nullptr; })) << "ready for a second one";
    EXPECT_TRUE(model_.text().empty());
    EXPECT_FALSE(model_.chosen());
}

TEST_F(Filing, ARefusalIsToldAndKeepsTheWords) {
    desk_.known = decided(Decision::accept);
    desk_.refusal = {"déjà contesté", "contested before"};
    open();
    model_.choose(0);
    model_.write("Je ne suis pas d'accord.");
    model_.send();
    ASSERT_TRUE(interface_.run_until([&] { return !model_.working() && !model_.error().en.empty(); }));
    EXPECT_EQ(model_.error().en, "contested before");
    EXPECT_EQ(model_.text(), "Je ne suis pas d'accord.");
}

TEST_F(Filing, AnUnknownReportIsTold) {
    desk_.known = decided(Decision::accept);
    model_.open("R-404");
    ASSERT_TRUE(interface_.run_until([&] { return !model_.error().en.empty(); }));
    EXPECT_EQ(model_.error().en, "no report R-404");
    EXPECT_EQ(model_.obstacle().en, "No report is open.");
}

}  // namespace
}  // namespace relis::app
