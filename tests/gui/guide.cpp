// Help and tour, with real keys.
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include <wx/arrstr.h>
#include <wx/menu.h>
#include <wx/uiaction.h>

#include "../../host/app/loaded_symbol.h"
#include "app/accessible_names.h"
#include "app/commands.h"
#include "app/keyboard.h"
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

/// The shortcuts of a menu and of those below it.
void add_shortcuts(const wxMenu& menu, std::set<std::string>& shortcuts) {
    for (const wxMenuItem* const item : menu.GetMenuItems()) {
        if (item->IsSubMenu()) {
            add_shortcuts(*item->GetSubMenu(), shortcuts);
        } else if (const wxString keys = item->GetItemLabel().AfterFirst('\t'); !keys.empty()) {
            shortcuts.insert(to_utf8(keys));
        }
    }
}

/// What the overview names, each key by itself: `Ctrl+Shift+C, D` is two, `Ctrl+1 to 4` four.
std::set<std::string> keys_of_the_overview() {
    std::set<std::string> keys;
    for (const KeyLine& line : keyboard_overview()) {
        wxString modifiers;
        for (wxString key : wxSplit(line.keys, ',')) {
            key.Trim(false);
            if (key.Contains("+")) {
                modifiers = key.BeforeLast('+') + "+";
                key = key.AfterLast('+');
            }
            keys.insert(to_utf8(key));
            if (key.Contains(" to ")) {
                for (int digit = wxAtoi(key); digit <= wxAtoi(key.AfterLast(' ')); ++digit) {
                    keys.insert(to_utf8(modifiers) + std::to_string(digit));
                }
            }
            keys.insert(to_utf8(modifiers + key));
        }
    }
    return keys;
}

class Guided : public WindowTest {
  protected:
    static Guide& guide() { return application().guide(); }
};

TEST_F(Guided, TourPointsAtEachPartAndDecidesNothing) {
    choose(command_tour);
    ASSERT_NE(guide().tour(), nullptr);
    const std::size_t steps = guide().tour()->steps().size();
    const std::string report_id = session().report().report_id();
    for (std::size_t step = 0; step < steps; ++step) {
        ASSERT_EQ(guide().tour()->step(), step);
        const TourStep& shown = guide().tour()->steps()[step];
        const wxRect all(frame().GetClientSize());
        const wxRect card = guide().tour()->GetRect();
        EXPECT_TRUE(all.Contains(card)) << shown.title.ToStdString();
        if (shown.part != nullptr) {
            EXPECT_TRUE(shown.part->IsShownOnScreen()) << shown.title.ToStdString();
        }
        EXPECT_GT(shoot(frame(), "tour-" + std::to_string(step + 1)), 50U);
        type_key('A');  // would accept the report
        type_key(WXK_RIGHT);
    }
    EXPECT_TRUE(wait_until([] { return guide().tour() == nullptr; }));
    EXPECT_EQ(session().report().report_id(), report_id);
    EXPECT_TRUE(stored(report_id).decisions.empty());
    // again, and ended in the middle
    choose(command_tour);
    type_key(WXK_RIGHT);
    type_key(WXK_ESCAPE);
    EXPECT_TRUE(wait_until([] { return guide().tour() == nullptr; }));
}

TEST_F(Guided, EveryShortcutOfTheMenusStandsInTheOverview) {
    std::set<std::string> shortcuts;
    const wxMenuBar& bar = *frame().GetMenuBar();
    for (std::size_t i = 0; i < bar.GetMenuCount(); ++i) {
        add_shortcuts(*bar.GetMenu(i), shortcuts);
    }
    EXPECT_GT(shortcuts.size(), 40U);
    const std::set<std::string> named = keys_of_the_overview();
    for (const std::string& shortcut : shortcuts) {
        EXPECT_TRUE(named.contains(shortcut)) << shortcut;
    }
}

TEST_F(Guided, KeysWorkOnceTheWelcomeIsSetAside) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    guide().welcome().ShowMessage("Welcome", wxICON_INFORMATION);
    frame().Layout();
    ASSERT_TRUE(wait_until([] { return guide().welcome().IsShownOnScreen() && guide().welcome().GetSize().y > 30; }));
    // GTK draws the bar's buttons itself; this one is the last
    wxUIActionSimulator mouse;
    const wxRect bar = guide().welcome().GetScreenRect();
    mouse.MouseMove(bar.GetRight() - frame().FromDIP(60), bar.y + bar.height / 2);
    mouse.MouseClick();
    ASSERT_TRUE(wait_until([] { return !guide().welcome().IsShown(); }));
    type_key('R');
    EXPECT_TRUE(wait_until([] { return session().decision().draft().has_value(); }));
}

TEST_F(Guided, MenusNameKeysInTheLanguageOfTheWindow) {
    if (!std::filesystem::exists("/usr/share/locale/fr/LC_MESSAGES/gtk30.mo")) {
        GTEST_SKIP() << "GTK speaks no French here";
    }
    constexpr unsigned down = 0xff54;  // as X names it
    auto* const name_of_key = loaded<char*(unsigned, int)>("gtk_accelerator_get_label");
    ASSERT_NE(name_of_key, nullptr);
    const auto named = [&] { return std::unique_ptr<char, void (*)(void*)>(name_of_key(down, 0), std::free); };
    EXPECT_STREQ(named().get(), "Down");
    set_language("fr");
    const auto french = named();
    const wxString overview = names_of_keys("Down");
    set_language("en");
    EXPECT_STREQ(french.get(), "Bas");
    EXPECT_EQ(overview, "Bas") << "as F1 names it";
}

TEST_F(Guided, HelpIsSearchedByKey) {
    type_key(WXK_F1, wxMOD_SHIFT);
    HelpWindow* const help = guide().show_help();
    ASSERT_NE(help, nullptr);
    ASSERT_TRUE(wait_until([&] { return help->IsShownOnScreen(); }));
    EXPECT_EQ(help->chapters().GetCount(), 4U);
    help->search().SetValue("calibration");
    EXPECT_EQ(help->chapters().GetSelection(), 2) << "the chapter that has it";
    for (int i = 0; i < 20; ++i) {
        wxMilliSleep(10);
        wxYield();  // a list is filled when nothing else is left to do
    }
    EXPECT_GT(shoot(*help, "help"), 20U);
    help->search().SetValue("zzz");
    EXPECT_EQ(help->chapters().GetCount(), 4U);
    help->Close();
}

TEST_F(Guided, OwnDrawnControlsAreNamedToAssistiveTechnology) {
    EXPECT_EQ(announced_name(frame().queue_panel().rows()), "Queue");
    EXPECT_EQ(announced_name(frame().queue_panel().search()), "Search");
    for (DocumentView* const view : {&frame().report_panel().view(), &frame().scores_panel().view()}) {
        EXPECT_EQ(announced_name(*view), view->GetName().ToStdString());
        EXPECT_FALSE(announced_name(*view).empty());
    }
    EXPECT_EQ(announced_name(frame().decision_editor().message()), "Message to the shopper");
    DashboardWindow& dashboard = application().quality().show_dashboard();
    std::size_t charts = 0;
    const std::function<void(const wxWindow&)> look = [&](const wxWindow& parent) {
        for (const wxWindow* const child : parent.GetChildren()) {
            if (dynamic_cast<const ChartView*>(child) != nullptr) {
                ++charts;
                EXPECT_FALSE(announced_name(*child).empty());
            }
            look(*child);
        }
    };
    ASSERT_TRUE(wait_until([&] {
        charts = 0;
        look(dashboard);
        return charts > 3;
    })) << "drawn once their figures are there";
    dashboard.Close();
}

}  // namespace
}  // namespace relis::app
