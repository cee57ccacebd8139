// A reviewer at work in the real window.
#include <algorithm>

#include "app/commands.h"
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

class Workstation : public WindowTest {};

TEST_F(Workstation, OpensOnTheMostUrgentReport) {
    const auto& rows = session().queue().rows();
    ASSERT_GT(rows.size(), 10U);
    EXPECT_EQ(session().report().report_id(), rows.front().report_id);
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return a.due_at && b.due_at && *a.due_at < *b.due_at;
    }));
    const auto* const list = dynamic_cast<wxDataViewVirtualListModel*>(frame().queue_panel().rows().GetModel());
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->GetCount(), rows.size());
    EXPECT_FALSE(frame().report_panel().view().document().paragraphs.empty());
    EXPECT_FALSE(frame().scores_panel().view().document().paragraphs.empty());
}

TEST_F(Workstation, FiltersTheQueueBySearch) {
    const std::size_t all = session().queue().rows().size();
    const std::string site = session().queue().rows().back().site;
    const std::string word = site.substr(0, site.find(' '));
    frame().queue_panel().search().SetValue(wxString::FromUTF8(word));
    ASSERT_TRUE(wait_until([&] { return session().queue().query().search == word && !session().queue().loading(); }));
    EXPECT_LT(session().queue().rows().size(), all);
    EXPECT_FALSE(session().queue().rows().empty());
    session().queue().clear_filters();
    ASSERT_TRUE(wait_until([] { return !session().queue().loading(); }));
    EXPECT_EQ(session().queue().rows().size(), all);
    EXPECT_TRUE(frame().queue_panel().search().IsEmpty());
}

TEST_F(Workstation, SaysWhenNoReportMatches) {
    frame().queue_panel().search().SetValue("zzzzintrouvable");
    ASSERT_TRUE(wait_until([] { return session().queue().filtered() && !session().queue().loading(); }));
    EXPECT_TRUE(session().queue().rows().empty());
    EXPECT_FALSE(frame().queue_panel().rows().IsShown());
}

TEST_F(Workstation, GoesFromFindingToFinding) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    ASSERT_GT(session().report().page()->findings.size(), 1U);
    choose(command_next_finding);
    EXPECT_EQ(session().report().finding(), 0U);
    choose(command_next_finding);
    EXPECT_EQ(session().report().finding(), 1U);
    choose(command_previous_finding);
    EXPECT_EQ(session().report().finding(), 0U);
}

TEST_F(Workstation, ShowsTheCardOfAFindingThatIsClicked) {
    for (const review::QueueRow& row : std::vector(session().queue().rows())) {
        session().queue().select(row.report_id);
        ASSERT_TRUE(wait_until([&] { return session().report().current() && !session().report().loading(); }));
        const auto& findings = session().report().page()->findings;
        const auto passage = std::find_if(findings.begin(), findings.end(), [](const ShownFinding& found) {
            return found.finding.start < found.finding.end;
        });
        if (passage == findings.end()) continue;
        const auto index = static_cast<std::size_t>(passage - findings.begin());
        DocumentView& view = frame().report_panel().view();
        const std::size_t before = view.document().paragraphs.size();
        ASSERT_TRUE(click_on(view, index));
        ASSERT_TRUE(wait_until([&] { return session().report().finding() == index; }));
        EXPECT_GT(view.document().paragraphs.size(), before) << "its card stands below the answer";
        return;
    }
    FAIL() << "no demonstration report has a finding in place";
}

TEST_F(Workstation, AcceptsAndUndoes) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    EXPECT_EQ(stored(report_id).row.state, review::ReportState::accepted);
    EXPECT_FALSE(session().queue().find(report_id));
    EXPECT_TRUE(frame().undo_bar().IsShown());
    choose(wxID_UNDO);
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() == report_id; }));
    EXPECT_EQ(stored(report_id).row.state, review::ReportState::assessed);
    ASSERT_TRUE(wait_until([&] { return session().queue().find(report_id).has_value(); }));
    ASSERT_EQ(stored(report_id).decisions.size(), 1U);
    EXPECT_TRUE(stored(report_id).decisions.front().undone);
}

TEST_F(Workstation, SendsAReportBackWithAnEditedMessage) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    choose(command_rework);
    ASSERT_TRUE(frame().decision_editor().IsShown());
    const wxString prefilled = frame().decision_editor().message().GetValue();
    EXPECT_FALSE(prefilled.empty());
    frame().decision_editor().message().AppendText(wxString::FromUTF8("\nMerci beaucoup à vous."));
    choose(command_accept);  // Ctrl+Enter confirms what is open
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    const review::ReportDetails details = stored(report_id);
    EXPECT_EQ(details.row.state, review::ReportState::rework_requested);
    ASSERT_EQ(details.decisions.size(), 1U);
    EXPECT_EQ(details.decisions.front().message, to_utf8(prefilled) + "\nMerci beaucoup à vous.");
    EXPECT_TRUE(details.decisions.front().new_due_at);
    EXPECT_FALSE(frame().decision_editor().IsShown());
}

TEST_F(Workstation, KeysOfTheMenusGoBeforeWhatAListOrATextMakesOfThem) {
    frame().queue_panel().focus_rows();
    const std::string first = session().report().report_id();
    type_key(WXK_DOWN, wxMOD_CONTROL);
    EXPECT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != first; }));
    type_key('F', wxMOD_CONTROL);
    EXPECT_TRUE(frame().queue_panel().search().IsDescendant(wxWindow::FindFocus()) ||
                wxWindow::FindFocus() == &frame().queue_panel().search());
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    frame().queue_panel().focus_rows();
    type_key('R', wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([] { return frame().decision_editor().IsShownOnScreen(); }));
    const wxString message = frame().decision_editor().message().GetValue();
    type_key(WXK_RETURN, wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    EXPECT_EQ(stored(report_id).decisions.front().message, to_utf8(message)) << "no line was put into the message";
}

TEST_F(Workstation, RefusesToDepartFromTheRecommendationWithoutAReason) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(frame().decision_editor().IsShown()) << "a reason is asked for";
    press(frame().decision_editor().send());
    ASSERT_TRUE(wait_until([] { return !session().decision().refusal().en.empty(); }));
    EXPECT_EQ(stored(report_id).row.state, review::ReportState::assessed);
    frame().decision_editor().reason().SetValue("Vu avec le client");
    press(frame().decision_editor().send());
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    EXPECT_EQ(stored(report_id).decisions.front().reason, "Vu avec le client");
}

TEST_F(Workstation, ShowsThatSomebodyElseDecidedMeanwhile) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    review::Workspace colleague({database_.string(), RELIS_PLUGIN_FOLDER, "Louise"});
    review::DecisionRequest request;
    request.report_id = report_id;
    request.revision = session().report().page()->details.report.revision;
    request.decision = Decision::accept;
    review::release(application().workspace(), report_id);
    ASSERT_TRUE(review::decide(colleague, request).recorded);
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([] { return !session().decision().refusal().en.empty(); }));
    EXPECT_TRUE(frame().notice_bar().IsShown());
    EXPECT_TRUE(frame().notice_bar().HasButtonId(wxID_MORE)) << "a refusal has details to copy";
    EXPECT_EQ(stored(report_id).decisions.size(), 1U);
}

TEST_F(Workstation, ImportsAFileAndShowsItsReports) {
    session().work().import(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "demo" / "reports");
    ASSERT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));
    ASSERT_TRUE(session().work().error().en.empty());
    ASSERT_TRUE(frame().notice_bar().IsShown());
}

TEST_F(Workstation, SaysThatAFileCannotBeImported) {
    session().work().import(database_.parent_path() / "vanished.json");
    ASSERT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));
    const auto& summary = session().work().import_summary();
    EXPECT_TRUE(!session().work().error().en.empty() || (summary && summary->anything_refused()));
    EXPECT_TRUE(wait_until([] { return frame().notice_bar().IsShown(); }));
}

}  // namespace
}  // namespace relis::app
