// Where the windows stood is where they stand at the next start, on screens that are there.
#include <cstdlib>
#include <fstream>

#include <wx/display.h>

#include "../support/temporary_folder.h"
#include "app/commands.h"
#include "window_test.h"

namespace relis::app {
namespace {

class StartingAgain : public WindowTest {
  protected:
    void SetUp() override {
        setenv("XDG_CONFIG_HOME", home_.path().c_str(), 1);
        setenv("XDG_STATE_HOME", home_.path().c_str(), 1);
        location_ = make_database();
    }
    void TearDown() override {
        WindowTest::TearDown();
        unsetenv("XDG_CONFIG_HOME");
        unsetenv("XDG_STATE_HOME");
    }
    void open() {
        ApplicationOptions options;
        options.database = location_;
        options.plugins = RELIS_PLUGIN_FOLDER;
        options.user = "Odile";
        application().open(options);
        ASSERT_TRUE(wait_until([] { return report_is_open(); }));
    }
    static void pause(int milliseconds) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
        wait_until([end] { return std::chrono::steady_clock::now() > end; });
    }
    static bool on_the_screen(const wxWindow& window) {
        return wxDisplay(0u).GetGeometry().Contains(window.GetScreenRect());
    }

    test::TemporaryFolder home_;
};

TEST_F(StartingAgain, OpensTheWindowsBesideWhereTheyStood) {
    open();
    choose(command_appeals);
    choose(command_missions);
    choose(command_tiers);
    choose(command_fairness);
    const std::string draft = (home_.path() / "draft.json").string();
    std::ofstream(draft) << R"({"questionnaire": "epicerie-2026@1", "answers": []})";
    application().shoppers().show_draft({draft, {}});
    DashboardWindow& dashboard = application().quality().show_dashboard();
    ASSERT_TRUE(wait_until([&] { return dashboard.IsShown(); }));
    dashboard.SetSize(150, 120, 900, 500);
    session().queue().sort_by(review::QueueColumn::held_by, true);
    ASSERT_TRUE(wait_until([&] {
        const auto place = session().drafts().place();
        return place.contains("window.tiers") && place.contains("query.sort") &&
               dashboard.GetRect() == wxRect(150, 120, 900, 500);
    }));
    pause(1500);  // the place goes to the disk a moment later
    application().close();

    open();
    for (const char* const key : {"appeals", "missions", "tiers", "fairness", "dashboard", "feedback"}) {
        EXPECT_TRUE(wait_until([&] { return frame().layout().open(key); })) << key;
    }
    EXPECT_FALSE(frame().layout().open("outbox"));
    ASSERT_TRUE(application().shoppers().feedback()->draft());
    EXPECT_EQ(application().shoppers().feedback()->draft()->file, draft) << "the draft is checked again";
    ASSERT_NE(application().quality().dashboard(), nullptr);
    EXPECT_TRUE(
        wait_until([] { return application().quality().dashboard()->GetRect() == wxRect(150, 120, 900, 500); }));
    EXPECT_EQ(session().queue().query().sort, review::QueueColumn::held_by);
    EXPECT_TRUE(session().queue().query().descending);
}

TEST_F(StartingAgain, BringsAWindowBackFromAScreenThatWasUnplugged) {
    home_.write("relis/workstation.ini",
                "[window]\nwidth=1000\nheight=600\nx=2900\ny=80\n"
                "[windows/dashboard]\nwidth=800\nheight=500\nx=-4000\ny=90\n");
    open();
    EXPECT_TRUE(wait_until([] { return on_the_screen(frame()); })) << frame().GetScreenRect().x;
    EXPECT_EQ(frame().GetSize(), wxSize(1000, 600));
    choose(command_dashboard);
    EXPECT_TRUE(wait_until([] { return on_the_screen(*application().quality().dashboard()); }));
    EXPECT_EQ(application().quality().dashboard()->GetSize(), wxSize(800, 500));
}

TEST_F(StartingAgain, ReadsAConfigurationOfAnyVersion) {
    home_.write("relis/workstation.ini", "[queue]\nsort=5\ndescending=1\n[window]\nx=far\ny=-\n");
    open();
    EXPECT_EQ(session().queue().query().sort, review::QueueColumn::french);
    EXPECT_TRUE(session().queue().query().descending);
    EXPECT_TRUE(on_the_screen(frame()));
}

}  // namespace
}  // namespace relis::app
