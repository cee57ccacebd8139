#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "app/application.h"

namespace relis::app {

/// The workstation's own application, opened and closed by each test.
class TestApplication final : public Application {
  public:
    bool OnInit() override;
};
[[nodiscard]] TestApplication& application();

/// A test with the window open on its own copy of a database with demonstration reports.
class WindowTest : public testing::Test {
  protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;
    void TearDown() override;
    /// A database for this test alone: path or URL.
    virtual std::string make_database();
    /// On PostgreSQL in a schema of its own, with the reports of the demonstration.
    static std::string make_postgres_database();

    /// Lets the window work until the condition holds; false after some seconds without it.
    static bool wait_until(const std::function<bool()>& condition);
    /// As if it had been chosen in a menu.
    static void choose(int command);
    static void press(wxButton& button);
    /// A real key, sent by the X server.
    static void type_key(int key, int modifiers = 0);
    /// A real click on the first place in the report where the text of that span is drawn.
    static bool click_on(DocumentView& view, std::size_t finding);

    [[nodiscard]] static MainFrame& frame() { return application().frame(); }
    [[nodiscard]] static Session& session() { return application().session(); }
    /// The open report is on screen and can be decided.
    static bool report_is_open();
    /// Selects the first report with that recommendation and waits for it.
    static bool open_recommended(Decision decision);
    /// Controls that stand outside their parent or are lower than their letters, so that a part of them cannot be seen.
    static std::string cut_off(const wxWindow& parent);
    /// The window beside the main one that was opened last; null: none is open.
    static wxTopLevelWindow* newest_beside();
    /// Does something in the modal dialog that `open` shows, and ends it.
    static void in_dialog(const std::function<void(wxDialog&)>& act, const std::function<void()>& open,
                          int end = wxID_CANCEL);
    /// Has a report reassigned without a new shopper, so that its mission waits for somebody; whether it was.
    static bool free_a_mission();
    /// Keeps what stands on the screen as screens/<name>.png; says how many colours it has.
    static std::size_t shoot(wxWindow& window, const std::string& name);
    /// The same of the whole screen, whosever windows stand there; once a process, since GTK keeps the first picture.
    static std::size_t shoot_screen(const std::string& name);
    /// What the database says of a report.
    [[nodiscard]] static review::ReportDetails stored(const std::string& report_id);

    std::filesystem::path database_;
    std::string location_;  ///< what make_database() gave
};

}  // namespace relis::app
