// What a shopper contests is recorded.
#include "review/appeals.h"

#include <algorithm>

#include "app/commands.h"
#include "app/words.h"
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

}  // namespace
}  // namespace relis::app
