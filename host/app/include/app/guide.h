#pragma once

#include <wx/infobar.h>
#include <wx/weakref.h>

#include "app/help_window.h"
#include "app/main_frame.h"
#include "app/tour.h"

namespace relis::app {

/// Help and tour of the main window; at the first start a bar offers both.
class Guide {
  public:
    /// Answers the menu's command_help and command_tour. `frame` and `background` outlive the guide.
    Guide(MainFrame& frame, Background& background);

    HelpWindow* show_help();
    Tour& start_tour();
    /// Null while none is under way.
    [[nodiscard]] Tour* tour() { return tour_; }
    /// Shown until somebody has answered it once.
    [[nodiscard]] wxInfoBar& welcome() { return *welcome_; }

  private:
    void been_welcomed();

    MainFrame& frame_;
    Background& background_;
    wxInfoBar* welcome_ = nullptr;
    wxWeakRef<HelpWindow> help_;
    wxWeakRef<Tour> tour_;
};

}  // namespace relis::app
