// A person notes and confirms what a shopper did, and the rating follows.
#include "app/words.h"
#include "review/shopper_file.h"
#include "window_test.h"

namespace relis::app {
namespace {

class ConductShown : public WindowTest {};

TEST_F(ConductShown, ConfirmsACopyWithItsWarningAndTheRatingFalls) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string shopper_id = session().report().page()->details.row.shopper_id;
    ShopperWindow& file = application().shoppers().show_shopper(shopper_id);
    ASSERT_TRUE(wait_until([&] { return file.model().file() != nullptr && !file.model().loading(); }));
    ASSERT_FALSE(file.model().file()->reports.empty());
    ConductWindow& window = application().shoppers().show_conduct();
    ASSERT_TRUE(wait_until([&] { return window.model().log() != nullptr; }));
    EXPECT_FALSE(window.warning().IsShown());
    window.reason().SetValue(wxString::FromUTF8("a prévenu d'une fermeture imprévue"));
    press(window.record_button());
    ASSERT_TRUE(wait_until([&] {
        return window.model().log() != nullptr && !window.model().log()->notes.empty() && !window.model().working() &&
               window.model().log()->notes.back().user == "Odile";
    }));
    ASSERT_FALSE(window.model().log()->ratings.empty());
    const double before = window.model().log()->ratings.front().value;
    window.kind().SetSelection(3);
    window.update();
    EXPECT_TRUE(window.warning().IsShown()) << "what it costs is said before it is done";
    EXPECT_TRUE(window.report().IsShown());
    window.reason().SetValue(wxString::FromUTF8("même texte que le rapport du mois dernier"));
    ASSERT_TRUE(wait_until([&] { return window.warning().GetSize().y > 10 && window.report().GetSize().x > 10; }));
    for (int i = 0; i < 20; ++i) {
        wxMilliSleep(10);
        wxYield();  // what is laid out anew is drawn with the next frames
    }
    EXPECT_GT(shoot(window, "conduct"), 10U);
    press(window.record_button());
    ASSERT_TRUE(
        wait_until([&] { return window.model().log() != nullptr && window.model().log()->misconduct.size() == 1; }));
    EXPECT_LT(window.model().log()->ratings.front().value, before);
    EXPECT_EQ(window.model().log()->ratings.front().action, "confirm");
    EXPECT_EQ(window.misconduct().GetItemCount(), 1);
    EXPECT_EQ(window.ratings().GetItemCount(), static_cast<int>(window.model().log()->ratings.size()));
}

}  // namespace
}  // namespace relis::app
