// What a shopper contests is recorded, and answered by somebody else.
#include "review/appeals.h"

#include <algorithm>

#include "app/commands.h"
#include "app/words.h"
#include "review/decide.h"
#include "window_test.h"

namespace relis::app {
namespace {

class RecordingAppeals : public WindowTest {};

TEST_F(RecordingAppeals, RecordsWhatTheShopperOfTheOpenReportContests) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    const std::optional<Assessment> french = [&] {
        const review::ReportDetails details = stored(report_id);
        const Assessment* const found = details.assessment("french");
        return found == nullptr ? std::nullopt : std::optional(*found);
    }();
    ASSERT_TRUE(french && french->score);
    choose(command_file_appeal);
    FilingDialog& dialog = application().appeals().record();
    ASSERT_TRUE(wait_until([&] { return dialog.model().report() != nullptr; }));
    EXPECT_EQ(to_utf8(dialog.report_id().GetValue()), report_id);
    const auto& points = dialog.model().points();
    const auto contested = std::ranges::find(points, std::string("french"), &Contestable::plugin);
    ASSERT_NE(contested, points.end());
    dialog.points().SelectRow(static_cast<unsigned>(contested - points.begin()));
    wxDataViewEvent selected(wxEVT_DATAVIEW_SELECTION_CHANGED, &dialog.points(), dialog.points().GetSelection());
    dialog.points().ProcessWindowEvent(selected);
    dialog.text().SetValue(wxString::FromUTF8("Je conteste cette note : le nom est celui de la boutique."));
    EXPECT_GT(shoot(dialog, "record-appeal"), 10U);
    press(dialog.send_button());
    ASSERT_TRUE(wait_until([&] { return dialog.bar().IsShown(); }));
    EXPECT_FALSE(dialog.model().error().en.empty()) << "nobody has decided it yet";
    EXPECT_TRUE(stored(report_id).appeals.empty());
    EXPECT_FALSE(dialog.text().GetValue().empty()) << "nothing of the words is lost";
    session().decision().choose(Decision::accept);
    ASSERT_TRUE(wait_until([&] { return !stored(report_id).decisions.empty(); }));
    press(dialog.send_button());
    ASSERT_TRUE(wait_until([&] { return dialog.model().filed() != 0; }));
    ASSERT_EQ(stored(report_id).appeals.size(), 1U);
    EXPECT_EQ(stored(report_id).appeals.front().entered_by, "Odile");
    EXPECT_EQ(stored(report_id).appeals.front().subject, review::AppealSubject::score);
}

class AnsweringAppeals : public WindowTest {
  protected:
    /// A report with a finding of French, decided by that user and contested; its id.
    std::string contested_report(const std::string& decided_by) {
        review::Workspace colleague({location_, RELIS_PLUGIN_FOLDER, decided_by});
        for (const review::QueueRow& row : session().queue().rows()) {
            if (row.report_id == session().report().report_id()) {
                continue;  // the window holds it
            }
            const review::ReportDetails details = stored(row.report_id);
            const Assessment* const french = details.assessment("french");
            if (french == nullptr) {
                continue;
            }
            const auto costly =
                std::ranges::find_if(french->findings, [](const Finding& finding) { return finding.cost > 0; });
            if (costly == french->findings.end()) {
                continue;
            }
            review::DecisionRequest decision;
            decision.report_id = row.report_id;
            decision.revision = details.report.revision;
            decision.reason = "Vu.";
            EXPECT_TRUE(review::decide(colleague, decision).recorded);
            const Finding finding = *costly;
            review::AppealRequest appeal;
            appeal.report_id = row.report_id;
            appeal.subject = review::AppealSubject::finding;
            appeal.plugin = "french";
            appeal.rule = finding.rule;
            appeal.question = finding.question;
            appeal.start = finding.start;
            appeal.text = "Ce mot est bien écrit : c'est le nom de la boutique.";
            const review::AppealResult filed = review::file_appeal(colleague, appeal);
            EXPECT_TRUE(filed.done) << filed.refusal.en;
            return row.report_id;
        }
        return {};
    }
    static AppealsWindow& opened() {
        choose(command_appeals);
        return application().appeals().show();
    }
};

TEST_F(AnsweringAppeals, UpholdsByKeyAndTheScoreRises) {
    const std::string report_id = contested_report("anne");
    ASSERT_FALSE(report_id.empty());
    const double before = stored(report_id).row.french.value();
    AppealsWindow& window = opened();
    ASSERT_TRUE(wait_until([&] { return window.model().details() != nullptr; }));
    EXPECT_EQ(window.list().GetItemCount(), 1);
    EXPECT_GT(window.view().document().paragraphs.size(), 6U);
    window.answer().SetFocus();
    type_key('U', wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([&] { return window.model().outcome().has_value(); }));
    EXPECT_NE(to_utf8(window.answer().GetValue()).find("Vous avez raison"), std::string::npos) << "prefilled";
    EXPECT_GT(shoot(window, "appeals"), 20U);
    press(window.send_button());
    ASSERT_TRUE(wait_until([&] { return !window.model().working() && window.model().appeals().empty(); }));
    EXPECT_GT(stored(report_id).row.french.value(), before);
    EXPECT_EQ(stored(report_id).appeals.at(0).handler, "Odile");
    EXPECT_EQ(window.rules().GetItemCount(), 1) << "the rule is listed as contested";
}

TEST_F(AnsweringAppeals, TellsTheFirstReviewerThatSomebodyElseAnswers) {
    const std::string report_id = contested_report("Odile");
    ASSERT_FALSE(report_id.empty());
    AppealsWindow& window = opened();
    ASSERT_TRUE(wait_until([&] { return window.model().details() != nullptr; }));
    EXPECT_FALSE(window.model().details()->may_not_answer.en.empty());
    EXPECT_FALSE(window.send_button().IsEnabled());
    window.model().choose(review::AppealOutcome::upheld);
    window.model().send();
    ASSERT_TRUE(wait_until([&] { return window.bar().IsShown(); }));
    EXPECT_EQ(stored(report_id).appeals.at(0).state, review::AppealState::open);
}

}  // namespace
}  // namespace relis::app
