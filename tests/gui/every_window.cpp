// What holds for every window beside the main one: it says something while there is nothing to show, in both languages
// and without texts that are cut off, and Escape closes it.
#include <array>

#include "app/commands.h"
#include "app/words.h"
#include "review/workspace.h"
#include "window_test.h"

namespace relis::app {
namespace {

struct Opened {
    int command;
    const char* name;
};

constexpr std::array<Opened, 10> windows{{{command_criteria, "criteria"},
                                          {command_dashboard, "dashboard"},
                                          {command_fairness, "fairness"},
                                          {command_plugins, "plugins"},
                                          {command_appeals, "appeals"},
                                          {command_missions, "missions"},
                                          {command_reworks, "reworks"},
                                          {command_remarks, "remarks"},
                                          {command_tiers, "tiers"},
                                          {command_outbox, "outbox"}}};

/// An agency's first day: no report, no shopper.
class OnTheFirstDay : public WindowTest, public testing::WithParamInterface<const char*> {
  protected:
    void SetUp() override {
        set_language(GetParam());
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        database_ = std::filesystem::temp_directory_path() / ("relis-first-day-" + std::to_string(test->line()) +
                                                              GetParam() + std::to_string(getpid()) + ".sqlite");
        { const review::Workspace made({database_.string(), RELIS_PLUGIN_FOLDER, "Odile"}); }
        ApplicationOptions options;
        options.database = database_.string();
        options.plugins = RELIS_PLUGIN_FOLDER;
        options.user = "Odile";
        options.keep_layout = false;
        application().open(options);
        ASSERT_TRUE(wait_until([] { return !session().queue().loading(); }));
    }
    void TearDown() override {
        WindowTest::TearDown();
        set_language("en");
        std::filesystem::remove(database_);
    }
    static void let_it_draw() {
        for (int i = 0; i < 60; ++i) {
            wxMilliSleep(10);
            wxYield();
        }
    }
};

TEST_P(OnTheFirstDay, EveryWindowIsWholeAndClosesByEscape) {
    const std::string language = GetParam();
    EXPECT_GT(shoot(frame(), "empty-main-" + language), 10U);
    EXPECT_EQ(cut_off(frame()), "");
    for (const auto& [command, name] : windows) {
        SCOPED_TRACE(name);
        choose(command);
        ASSERT_TRUE(wait_until([] { return newest_beside() != nullptr; }));
        wxTopLevelWindow* const window = newest_beside();
        let_it_draw();
        EXPECT_GT(shoot(*window, std::string("empty-") + name + "-" + language), 8U);
        EXPECT_EQ(cut_off(*window), "");
        wxKeyEvent escape(wxEVT_CHAR_HOOK);
        escape.m_keyCode = WXK_ESCAPE;
        escape.SetEventObject(window);
        window->ProcessWindowEvent(escape);
        EXPECT_TRUE(wait_until([&] { return newest_beside() == nullptr; }));
    }
}

INSTANTIATE_TEST_SUITE_P(Languages, OnTheFirstDay, testing::Values("en", "fr"));

}  // namespace
}  // namespace relis::app
