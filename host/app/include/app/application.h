#pragma once

#include <memory>
#include <string>

#include <wx/app.h>

#include "app/appeals_window.h"
#include "app/background.h"
#include "app/desk.h"
#include "app/follow_up.h"
#include "app/guide.h"
#include "app/main_frame.h"
#include "app/missions_window.h"
#include "app/place_keeper.h"
#include "app/quality_manager.h"
#include "app/session.h"
#include "app/shopper_windows.h"
#include "app/turns.h"
#include "app/window_finisher.h"
#include "review/workspace.h"

namespace relis::app {

/// What the program was asked for.
struct ApplicationOptions {
    std::string database;     ///< empty: the user's own, see default_database()
    std::string plugins;      ///< empty: those that belong to the program
    std::string user;         ///< empty: the system's user name
    std::string language;     ///< `fr`, `en`; empty: the system's
    bool keep_layout = true;  ///< and what is being written, and where the windows stood
};

/// `$RELIS_DB`, else `$XDG_DATA_HOME/relis/relis.sqlite`, by default below ~/.local/share: the same as `relis`.
[[nodiscard]] std::string default_database();

/// The program: opens the workspace, makes the window, closes both in order.
/// Exit codes: 0 quit by the user, 1 the database could not be opened, 2 wrong use.
class Application : public wxApp {
  public:
    bool OnInit() override;
    int OnRun() override;
    int OnExit() override;

    /// Opens workspace and window. Throws std::runtime_error when the database cannot be opened.
    void open(const ApplicationOptions& options);
    /// Closes the window where there is one, and the workspace after what was being written.
    void close();
    /// REQUIRES: open() returned.
    [[nodiscard]] Session& session() { return *session_; }
    [[nodiscard]] review::Workspace& workspace() { return *workspace_; }
    [[nodiscard]] MainFrame& frame() { return *frame_; }
    [[nodiscard]] QualityManager& quality() { return *quality_; }
    [[nodiscard]] Guide& guide() { return *guide_; }
    [[nodiscard]] PlaceKeeper& place() { return *place_; }
    [[nodiscard]] ShopperWindows& shoppers() { return *shoppers_; }
    [[nodiscard]] FollowUp& follow_up() { return *follow_up_; }
    [[nodiscard]] AppealsDoor& appeals() { return *appeals_; }
    [[nodiscard]] MissionsDoor& missions() { return *missions_; }

  private:
    bool read_command_line(ApplicationOptions& options);

    int exit_code_ = 0;
    WindowFinisher finisher_;
    // in the order of their making; the background waits for its work before what it works on goes
    std::unique_ptr<review::Workspace> workspace_;
    WordsFile words_;
    std::unique_ptr<Desk> desk_;
    std::unique_ptr<QualityManager> quality_;
    std::unique_ptr<ShopperDesk> shopper_desk_;
    FollowUpDesks follow_up_desks_;
    std::unique_ptr<ConductDesk> conduct_desk_;
    std::unique_ptr<AppealsDesk> appeals_desk_;
    std::unique_ptr<FilingDesk> filing_desk_;
    std::unique_ptr<MissionsDesk> missions_desk_;
    std::unique_ptr<Turns> turns_;
    std::unique_ptr<Background> background_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<ShopperWindows> shoppers_;
    std::unique_ptr<Guide> guide_;
    std::unique_ptr<PlaceKeeper> place_;
    std::unique_ptr<FollowUp> follow_up_;
    std::unique_ptr<AppealsDoor> appeals_;
    std::unique_ptr<MissionsDoor> missions_;
    MainFrame* frame_ = nullptr;
};

}  // namespace relis::app
