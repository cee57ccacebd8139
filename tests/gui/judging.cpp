// A reviewer judges findings, corrects the client's copy and looks beside the report, in the real window.
#include <algorithm>

#include "app/commands.h"
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

class Judging : public WindowTest {
  protected:
    /// Selects a report with a passage that has a suggestion, and makes that finding the current one.
    static bool open_correctable() {
        for (const review::QueueRow& row : std::vector(session().queue().rows())) {
            session().queue().select(row.report_id);
            if (!wait_until([&] { return report_is_open() && session().report().report_id() == row.report_id; })) {
                return false;
            }
            const auto& findings = session().report().page()->findings;
            for (std::size_t i = 0; i < findings.size(); ++i) {
                if (findings[i].finding.suggestions.empty() || findings[i].quote.empty()) continue;
                session().report().select_finding(i);
                return true;
            }
        }
        return false;
    }
    static bool idle() {
        return wait_until([] { return !session().judging().busy() && !session().report().loading(); });
    }
    /// Keeps what the window shows; whether it shows anything.
    static bool picture(const std::string& name) {
        for (int i = 0; i < 20; ++i) {
            wxYield();
            wxMilliSleep(10);
        }
        return shoot(frame(), name) > 50;
    }
};

TEST_F(Judging, SetsAFindingAsideByKeyAndTakesItBack) {
    ASSERT_TRUE(open_correctable());
    const std::string report_id = session().report().report_id();
    const std::size_t before = session().report().page()->standing();
    frame().report_panel().view().SetFocus();
    type_key('D');
    ASSERT_TRUE(wait_until([] { return frame().judgement_editor().IsShownOnScreen(); }));
    press(frame().judgement_editor().record());
    ASSERT_TRUE(wait_until([] { return !session().judging().refusal().en.empty(); })) << "a reason is required";
    frame().judgement_editor().reason().SetValue("Nom du point de vente");
    EXPECT_TRUE(picture("dismiss"));
    press(frame().judgement_editor().record());
    ASSERT_TRUE(wait_until([&] { return session().report().page()->standing() == before - 1; }));
    EXPECT_FALSE(frame().judgement_editor().IsShown());
    ASSERT_EQ(stored(report_id).dismissed.size(), 1U);
    EXPECT_EQ(stored(report_id).dismissed.front().by, "Odile");
    ASSERT_TRUE(idle());
    EXPECT_TRUE(picture("set-aside"));
    choose(wxID_UNDO);
    ASSERT_TRUE(wait_until([&] { return session().report().page()->standing() == before; }));
    EXPECT_TRUE(stored(report_id).dismissed.empty());
}

TEST_F(Judging, CorrectsTheClientsCopyAndLeavesTheReport) {
    ASSERT_TRUE(open_correctable());
    const review::ReportDetails before = stored(session().report().report_id());
    const std::size_t finding = *session().report().finding();
    const std::string suggestion = session().report().page()->findings[finding].finding.suggestions.front();
    EXPECT_TRUE(picture("card"));
    frame().report_panel().view().SetFocus();
    type_key('1');
    ASSERT_TRUE(wait_until([] { return !session().report().page()->details.edited.empty(); }));
    ASSERT_TRUE(idle());
    const review::ReportDetails after = stored(before.report.report_id);
    EXPECT_EQ(after.report, before.report);
    ASSERT_EQ(after.edited.size(), 1U);
    EXPECT_EQ(after.edited.front().changes.front().text, suggestion);
    session().report().select_finding(finding);
    EXPECT_TRUE(picture("corrected"));
    choose(command_compare_copy);
    EXPECT_TRUE(picture("client-copy"));
    EXPECT_EQ(frame().report_panel().layout_shown(), ReportPanel::Layout::copy);
    choose(command_compare_copy);

    choose(command_edit_answer);
    ASSERT_TRUE(frame().judgement_editor().IsShownOnScreen());
    frame().judgement_editor().text().AppendText(wxString::FromUTF8(" Les caissiere sont souriantes."));
    ASSERT_TRUE(wait_until([] { return !frame().judgement_editor().spelling().findings().empty(); }))
        << "what is written is checked";
    EXPECT_TRUE(picture("edit-copy"));
    choose(command_accept);  // Ctrl+Enter saves
    ASSERT_TRUE(wait_until([] { return !frame().judgement_editor().IsShown(); }));
    EXPECT_NE(stored(before.report.report_id).edited.front().text.find("souriantes"), std::string::npos);
    EXPECT_EQ(stored(before.report.report_id).row.state, review::ReportState::assessed);
}

TEST_F(Judging, GivesAnotherScoreBesideTheMachines) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    choose(command_override_score);
    ASSERT_TRUE(frame().judgement_editor().IsShownOnScreen());
    frame().judgement_editor().score().SetValue(4.5);
    frame().judgement_editor().reason().SetValue(wxString::FromUTF8("Tout est décrit, l'ordre mis à part"));
    press(frame().judgement_editor().record());
    ASSERT_TRUE(wait_until([] { return !session().report().page()->details.overrides.empty(); }))
        << session().judging().refusal().en;
    ASSERT_TRUE(idle());
    EXPECT_TRUE(picture("override"));
    ASSERT_EQ(stored(report_id).overrides.size(), 1U);
    EXPECT_DOUBLE_EQ(stored(report_id).overrides.front().score, 4.5);
    choose(wxID_UNDO);
    ASSERT_TRUE(wait_until([] { return session().report().page()->details.overrides.empty(); }));
}

TEST_F(Judging, ComparesWithTheLastRevision) {
    for (const review::QueueRow& row : std::vector(session().queue().rows())) {
        if (row.revision < 2) continue;
        session().queue().select(row.report_id);
        ASSERT_TRUE(wait_until([&] { return report_is_open() && session().beside().beside().has_value(); }));
        ASSERT_TRUE(session().beside().beside()->earlier);
        choose(command_compare_revisions);
        const Document& document = frame().report_panel().view().document();
        EXPECT_TRUE(std::any_of(document.paragraphs.begin(), document.paragraphs.end(),
                                [](const Paragraph& paragraph) { return paragraph.side == Side::right; }));
        EXPECT_TRUE(picture("revisions"));
        choose(command_compare_revisions);
        EXPECT_EQ(frame().report_panel().layout_shown(), ReportPanel::Layout::reading);
        return;
    }
    FAIL() << "no demonstration report has two revisions";
}

TEST_F(Judging, ShowsTheShopperAndTheAttachments) {
    ASSERT_TRUE(wait_until([] { return session().beside().beside().has_value(); }));
    choose(command_shopper);
    EXPECT_GT(frame().shopper_panel().view().document().paragraphs.size(), 5U);
    EXPECT_TRUE(picture("shopper"));
    for (const review::QueueRow& row : std::vector(session().queue().rows())) {
        session().queue().select(row.report_id);
        ASSERT_TRUE(wait_until([] { return report_is_open() && session().beside().beside().has_value(); }));
        if (session().beside().beside()->attachments.empty()) continue;
        choose(command_attachments);
        EXPECT_EQ(static_cast<std::size_t>(frame().attachments_panel().rows().GetItemCount()),
                  session().beside().beside()->attachments.size());
        EXPECT_TRUE(picture("attachments"));
        return;
    }
}

TEST_F(Judging, ChecksTheMessageAndOffersOthers) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    choose(command_rework);
    frame().decision_editor().message().AppendText(wxString::FromUTF8("\nMerci de corrigé les caissiere."));
    ASSERT_TRUE(wait_until([] { return !frame().decision_editor().spelling().findings().empty(); }));
    EXPECT_TRUE(picture("message"));
    choose(command_reassign);
    ASSERT_TRUE(wait_until([] { return !session().decision().others().empty(); }));
    EXPECT_GT(frame().decision_editor().others().GetCount(), 0U);
    EXPECT_TRUE(picture("reassign"));
}

}  // namespace
}  // namespace relis::app
