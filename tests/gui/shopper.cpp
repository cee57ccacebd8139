// A reviewer looks up the shopper of the open report, and reads what he will receive.
#include <fstream>
#include <sstream>

#include <wx/fileconf.h>

#include "app/commands.h"
#include "app/words.h"
#include "review/feedback.h"
#include "window_test.h"

namespace relis::app {
namespace {

class AboutTheShopper : public WindowTest {};

TEST_F(AboutTheShopper, ShowsHisFileAndOpensAReportOfHis) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string shopper_id = session().report().page()->details.row.shopper_id;
    frame().queue_panel().focus_rows();
    type_key('H', wxMOD_CONTROL | wxMOD_SHIFT);
    ShopperWindow& window = application().shoppers().show_shopper(shopper_id);
    ASSERT_TRUE(wait_until([&] { return window.model().file() != nullptr && !window.model().loading(); }));
    EXPECT_EQ(window.model().file()->card.shopper_id, shopper_id);
    EXPECT_GT(window.card().document().paragraphs.size(), 8U);
    ASSERT_GT(window.reports().GetItemCount(), 0);
    EXPECT_TRUE(wait_until([&] { return !window.scores().drawing().shapes.empty(); })) << "drawn";
    EXPECT_TRUE(has_values(window.rating().chart()));
    EXPECT_GT(shoot(window, "shopper-file"), 20U);
    const std::string report_id = window.model().file()->reports.back().report_id;
    window.reports().SelectRow(static_cast<unsigned>(window.reports().GetItemCount() - 1));
    wxDataViewEvent activated(wxEVT_DATAVIEW_ITEM_ACTIVATED, &window.reports(), window.reports().GetSelection());
    window.reports().ProcessWindowEvent(activated);
    EXPECT_TRUE(
        wait_until([&] { return session().report().current() && session().report().report_id() == report_id; }));
}

TEST_F(AboutTheShopper, WindowsComeBackInTheSizeInWhichTheyWereLeft) {
    wxFileConfig config(wxString(), wxString(), shown((database_.parent_path() / "layout.ini").string()), wxString(),
                        wxCONFIG_USE_LOCAL_FILE);
    wxFrame first(&frame(), wxID_ANY, "a");
    {
        LayoutKeeper keeper(&config);
        keeper.keep(first, "a");
        first.Show();
        first.SetSize(432, 321);
        ASSERT_TRUE(wait_until([&] { return config.ReadLong("/windows/a/width", 0) == 432; }));
        wxFrame second(&frame(), wxID_ANY, "a");
        keeper.keep(second, "a");
        EXPECT_EQ(second.GetSize(), wxSize(432, 321));
    }
    first.SetSize(500, 400);  // nobody keeps it any more
    wxYield();
    EXPECT_EQ(config.ReadLong("/windows/a/width", 0), 432);
}

TEST_F(AboutTheShopper, ReadsTheFeedbackAndSavesThePage) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    frame().queue_panel().focus_rows();
    type_key('B', wxMOD_CONTROL | wxMOD_SHIFT);
    FeedbackWindow& window = application().shoppers().show_feedback(report_id);
    ASSERT_TRUE(wait_until([&] { return window.ready(); }));
    const review::ReportDetails details = stored(report_id);
    const auto feedback = review::compose_feedback(details, review::FeedbackScope::with_previews,
                                                   review::feedback_background(application().workspace(), details));
    ASSERT_TRUE(feedback);
    EXPECT_EQ(to_utf8(window.text().GetValue()), review::text_of(review::sheet_of(*feedback)))
        << "as it is sent, to the letter";
    EXPECT_GT(shoot(window, "feedback"), 10U);
    const std::filesystem::path file = database_.parent_path() / "page.html";
    window.save(file);
    EXPECT_TRUE(window.bar().IsShown());
    std::ostringstream page;
    page << std::ifstream(file).rdbuf();
    EXPECT_NE(page.str().find("</html>"), std::string::npos);
    window.save(database_.parent_path() / "no-such-folder" / "page.html");
    EXPECT_FALSE(std::filesystem::exists(database_.parent_path() / "no-such-folder"));
}

}  // namespace
}  // namespace relis::app
