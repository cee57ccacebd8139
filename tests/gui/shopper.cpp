// A reviewer looks up the shopper of the open report, and reads what he will receive.
#include <fstream>
#include <sstream>

#include <wx/dcmemory.h>
#include <wx/fileconf.h>
#include <wx/image.h>

#include "app/commands.h"
#include "app/words.h"
#include "review/feedback_files.h"
#include "window_test.h"

namespace relis::app {
namespace {

class AboutTheShopper : public WindowTest {};

std::string content_of(const std::filesystem::path& file) {
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

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
    EXPECT_TRUE(wait_until([&] { return window.page().drawn(); }));
    EXPECT_GT(shoot(window, "feedback"), 10U) << "as a page";
    type_key('3', wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([&] { return window.forms().GetSelection() == 2; }));
    EXPECT_EQ(window.paper().pages(), review::pages_of(review::sheet_of(*feedback)).size());
    EXPECT_GT(shoot(window, "feedback-on-paper"), 10U);
    type_key('2', wxMOD_CONTROL);
    EXPECT_TRUE(wait_until([&] { return window.forms().GetSelection() == 1; }));
    const std::filesystem::path file = database_.parent_path() / "page.html";
    window.save(file);
    EXPECT_TRUE(window.bar().IsShown());
    EXPECT_NE(content_of(file).find("</html>"), std::string::npos);
    window.save(database_.parent_path() / "page.pdf");
    window.save(database_.parent_path() / "page.txt");
    EXPECT_EQ(content_of(database_.parent_path() / "page.pdf").substr(0, 5), "%PDF-");
    EXPECT_EQ(content_of(database_.parent_path() / "page.txt"), to_utf8(window.text().GetValue()));
    window.save(database_.parent_path() / "no-such-folder" / "page.html");
    EXPECT_FALSE(std::filesystem::exists(database_.parent_path() / "no-such-folder"));
}

TEST_F(AboutTheShopper, ReadsTheFeedbackWithTheDecisionThatIsBeingWritten) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    frame().queue_panel().focus_rows();
    type_key('R');
    ASSERT_TRUE(wait_until([&] { return session().decision().draft().has_value(); }));
    FeedbackWindow& before = application().shoppers().show_feedback(session().report().report_id());
    ASSERT_TRUE(wait_until([&] { return before.ready(); }));
    const std::string proposed = to_utf8(frame().decision_editor().message().GetValue());
    const std::string first_line = proposed.substr(0, proposed.find('\n'));
    EXPECT_NE(to_utf8(before.text().GetValue()).find(first_line), std::string::npos) << "as the editor proposes it";
    DecisionDraft draft = *session().decision().draft();
    draft.message = "Merci de préciser la couleur du comptoir.";
    session().decision().edit(draft);
    FeedbackWindow& window = application().shoppers().show_feedback(session().report().report_id());
    ASSERT_TRUE(wait_until([&] { return window.ready(); }));
    EXPECT_NE(to_utf8(window.text().GetValue()).find(draft.message), std::string::npos);
    EXPECT_FALSE(stored(session().report().report_id()).decisions.size() > 0) << "nothing is decided by looking";
}

TEST_F(AboutTheShopper, ReadsAMonthOnOnePage) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    const std::string shopper_id = session().report().page()->details.row.shopper_id;
    frame().queue_panel().focus_rows();
    type_key('A');
    ASSERT_TRUE(wait_until([&] { return session().decision().can_undo(); }));
    const auto months = review::feedback_months(application().workspace(), shopper_id);
    ASSERT_EQ(months.size(), 1U);
    FeedbackWindow& window = application().shoppers().show_month(shopper_id, months.front());
    ASSERT_TRUE(wait_until([&] { return window.ready(); }));
    EXPECT_NE(to_utf8(window.text().GetValue()).find(report_id), std::string::npos);
    EXPECT_TRUE(window.report_id().empty());
}

TEST_F(AboutTheShopper, ChecksADraftBeforeItIsSubmittedAndAgainOnceItIsCorrected) {
    const std::filesystem::path file = database_.parent_path() / "draft.json";
    const auto write = [&](const std::string& text) { std::ofstream(file) << text; };
    write(R"({"questionnaire": "epicerie-2026@1", "answers": [{"question": "entree_proprete", "value": "propre",
              "comment": "Le trotoir venait d'être balayé, et les vitres ne portaient aucune trace de doigts."}]})");
    FeedbackWindow& window = application().shoppers().show_draft({file, {}});
    ASSERT_TRUE(wait_until([&] { return window.ready(); }));
    EXPECT_NE(window.GetTitle().Find("draft.json"), wxNOT_FOUND);
    EXPECT_NE(to_utf8(window.text().GetValue()).find("trottoir"), std::string::npos) << "the correction";
    EXPECT_TRUE(wait_until([&] { return window.page().drawn(); }));
    EXPECT_GT(shoot(window, "draft"), 10U);
    const std::filesystem::path page = database_.parent_path() / "draft.html";
    window.save(page);
    EXPECT_NE(content_of(page).find("trottoir"), std::string::npos);
    window.save(database_.parent_path() / "draft.eml");
    EXPECT_FALSE(std::filesystem::exists(database_.parent_path() / "draft.eml")) << "a check is not sent";

    write("{ not JSON");
    type_key(WXK_F5);
    ASSERT_TRUE(wait_until([&] { return window.bar().details().Contains("JSON"); }));
    EXPECT_FALSE(window.ready()) << "what it said before does not stand any more";
    write(R"({"questionnaire": "epicerie-2026@1", "answers": [{"question": "entree_proprete", "value": "propre",
              "comment": "Le trottoir venait d'être balayé, et les vitres ne portaient aucune trace de doigts."}]})");
    type_key(WXK_F5);
    ASSERT_TRUE(wait_until([&] { return window.ready(); }));
    EXPECT_FALSE(window.bar().IsShown());
    EXPECT_EQ(to_utf8(window.text().GetValue()).find("trotoir"), std::string::npos);
}

TEST_F(AboutTheShopper, ChecksADraftWithAQuestionnaireThatIsNotInTheDatabaseYet) {
    const std::filesystem::path folder = database_.parent_path();
    std::ofstream(folder / "new.json") << R"({"format": "relis.questionnaire/1", "id": "cafe-2027", "version": 1,
        "programme": "cafe-2027", "title": "Cafés 2027", "sections": [{"name": "arrivee", "label": "Arrivée", "questions": [
        {"name": "accueil", "type": "text", "label": "Comment vous a-t-on salué ?"}]}]})";
    std::ofstream(folder / "draft.json") << R"({"questionnaire": "cafe-2027@1",
        "answers": [{"question": "accueil", "value": "La vendeuse m'a dit bonjour à la caisse."}]})";
    FeedbackWindow& window = application().shoppers().show_draft({folder / "draft.json", {}});
    ASSERT_TRUE(wait_until([&] { return window.bar().details().Contains("cafe-2027@1"); }));
    window.open_draft({folder / "draft.json", folder / "new.json"});
    ASSERT_TRUE(wait_until([&] { return window.ready(); })) << window.bar().details();
    EXPECT_NE(to_utf8(window.text().GetValue()).find("Cafés 2027"), std::string::npos);
}

TEST_F(AboutTheShopper, PrintsThePagesOfThePdf) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const auto page = review::feedback_page(application().workspace(), session().report().report_id(),
                                            {.scope = review::FeedbackScope::with_previews});
    ASSERT_TRUE(page);
    const std::vector<review::PageDrawing> pages = review::pages_of(page->sheet);
    SheetPrintout printout("Relis", pages);
    wxBitmap paper(600, 850);
    wxMemoryDC drawn(paper);
    drawn.SetBackground(*wxWHITE_BRUSH);
    drawn.Clear();
    printout.SetDC(&drawn);
    printout.SetPageSizeMM(210, 297);
    ASSERT_TRUE(printout.HasPage(1));
    EXPECT_FALSE(printout.HasPage(static_cast<int>(pages.size()) + 1));
    EXPECT_TRUE(printout.OnPrintPage(1));
    drawn.SelectObject(wxNullBitmap);
    const wxImage image = paper.ConvertToImage();
    std::size_t inked = 0;
    for (int x = 0; x < image.GetWidth(); ++x) {
        inked += image.GetRed(x, 60) < 128 || image.GetRed(x, 70) < 128 ? 1 : 0;
    }
    EXPECT_GT(inked, 10U) << "the title stands below the upper margin";
}

}  // namespace
}  // namespace relis::app
