// Every window by Tab alone: each control has a name that a screen reader says, they come in reading order, and none
// keeps the keys to itself. Dialogs answer Enter and Escape.
#include <array>
#include <functional>

#include <wx/uiaction.h>

#include "app/commands.h"
#include "app/words.h"
#include "focus_walk.h"
#include "window_test.h"

namespace relis::app {
namespace {

class Tabbing : public WindowTest {
  protected:
    void SetUp() override {
        set_language("fr");
        WindowTest::SetUp();
        ASSERT_TRUE(wait_until([] { return report_is_open(); }));
    }
    void TearDown() override {
        WindowTest::TearDown();
        set_language("en");
    }
    static void let_it_draw() {
        for (int i = 0; i < 40; ++i) {
            wxMilliSleep(10);
            wxYield();
        }
    }
    static void walk(wxTopLevelWindow& window, const std::string& name) {
        SCOPED_TRACE(name);
        window.Raise();
        // without a window manager keys go to the window below the pointer
        wxUIActionSimulator().MouseMove(window.GetScreenRect().GetTopLeft() + wxPoint(2, 2));
        let_it_draw();
        for (const bool backwards : {false, true}) {
            std::vector<FocusStop> stops = walk_focus(window, backwards);
            const FocusStop last = stops.back();
            stops.pop_back();
            EXPECT_EQ(faults_of(stops, last, backwards), "") << (backwards ? "Shift+Tab" : "Tab");
        }
    }
    static void walk_dialog(wxDialog& dialog, const std::string& name) {
        walk(dialog, name);
        EXPECT_NE(dialog.GetDefaultItem(), nullptr) << name << ": Enter does nothing";
        const int escape = dialog.GetEscapeId();
        EXPECT_NE(dialog.FindWindow(escape == wxID_ANY ? int{wxID_CANCEL} : escape), nullptr)
            << name << ": Escape does nothing";
    }
    static void walk_modal(const std::string& name, const std::function<void()>& open) {
        in_dialog([&](wxDialog& dialog) { walk_dialog(dialog, name); }, open);
    }
};

TEST_F(Tabbing, LeadsThroughEveryWindow) {
    walk(frame(), "main");
    using Window = std::pair<const char*, int>;
    for (const auto& [name, command] :
         {Window{"criteria", command_criteria}, Window{"dashboard", command_dashboard},
          Window{"fairness", command_fairness}, Window{"plugins", command_plugins}, Window{"appeals", command_appeals},
          Window{"missions", command_missions}, Window{"reworks", command_reworks}, Window{"remarks", command_remarks},
          Window{"tiers", command_tiers}, Window{"outbox", command_outbox},
          Window{"shopper's file", command_shopper_file}, Window{"feedback", command_feedback},
          Window{"help", command_help}, Window{"batch", command_decide_selected}}) {
        choose(command);
        ASSERT_TRUE(wait_until([] { return newest_beside() != nullptr; })) << command;
        wxTopLevelWindow* const window = newest_beside();
        let_it_draw();
        walk(*window, name);
        window->Close();
        let_it_draw();
    }
    ShopperWindow& shopper = application().shoppers().show_shopper(session().report().page()->details.row.shopper_id);
    ASSERT_TRUE(wait_until([&] { return shopper.model().file() != nullptr; }));
    ConductWindow& conduct = application().shoppers().show_conduct();
    let_it_draw();
    walk(conduct, "conduct");
}

TEST_F(Tabbing, LeadsThroughTheEditorsOfTheMainWindow) {
    for (const int command : {command_rework, command_reassign}) {
        choose(command);
        ASSERT_TRUE(wait_until([] { return frame().decision_editor().IsShownOnScreen(); }));
        walk(frame(), "decision " + std::to_string(command));
        session().decision().close_draft();
    }
    for (const int command : {command_override_score, command_edit_answer}) {
        choose(command);
        walk(frame(), "judgement " + std::to_string(command));
        session().judging().close_draft();
    }
}

TEST_F(Tabbing, LeadsThroughEveryDialog) {
    for (const int command : {command_hold, command_withdraw, command_file_appeal}) {
        choose(command);
        ASSERT_TRUE(wait_until([] { return newest_beside() != nullptr; })) << command;
        wxTopLevelWindow* const window = newest_beside();
        walk(*window, "dialog " + std::to_string(command));
        window->Close();
        let_it_draw();
    }
    walk_modal("name of a filter", [] { choose(command_save_filter); });
    walk_modal("columns", [] { choose(command_columns); });
    walk_modal("keys", [] { choose(command_keys); });
    OutboxWindow& outbox = application().follow_up().show_outbox();
    ASSERT_TRUE(wait_until([&] { return outbox.IsShown(); }));
    let_it_draw();
    walk_modal("how mails leave", [&] { outbox.ask_for_settings(); });
    walk_modal("month", [&] { outbox.ask_for_month(); });
    outbox.bar().ShowMessage("x", wxICON_ERROR);
    walk_modal("details of an error", [&] {
        wxCommandEvent more(wxEVT_BUTTON, wxID_MORE);
        outbox.bar().ProcessWindowEvent(more);
    });
    outbox.Close();
    frame().queue_commands().save_filter("urgent");
    walk_modal("saved filters", [] { choose(command_saved_filters); });
    choose(command_rework);
    ASSERT_TRUE(wait_until([] { return frame().decision_editor().IsShownOnScreen(); }));
    frame().decision_editor().message().AppendText(" Merci.");
    walk_modal("unsent texts", [] { choose(command_unsent); });
}

}  // namespace
}  // namespace relis::app
