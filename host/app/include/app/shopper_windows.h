#pragma once

#include <string>

#include <wx/weakref.h>

#include "app/background.h"
#include "app/conduct_window.h"
#include "app/feedback_window.h"
#include "app/layout_keeper.h"
#include "app/session.h"
#include "app/shopper_desk.h"
#include "app/shopper_window.h"

class wxFrame;

namespace relis::app {

/// The windows about the shopper of the open report, one of each, opened from the main window's menu.
class ShopperWindows {
  public:
    /// All outlive the windows.
    ShopperWindows(ShopperDesk& desk, ConductDesk& conduct, Background& background, Session& session);

    /// Answers the main window's menu.
    void attach(wxFrame& main, LayoutKeeper& layout);
    ShopperWindow& show_shopper(const std::string& shopper_id);
    /// REQUIRES: the shopper's file is open and loaded.
    ConductWindow& show_conduct();
    FeedbackWindow& show_feedback(const std::string& report_id);
    /// Null while it is not open.
    [[nodiscard]] ShopperWindow* shopper() { return shopper_; }
    [[nodiscard]] FeedbackWindow* feedback() { return feedback_; }

  private:
    ShopperDesk& desk_;
    ConductDesk& conduct_desk_;
    Background& background_;
    Session& session_;
    wxFrame* main_ = nullptr;
    LayoutKeeper* layout_ = nullptr;
    wxWeakRef<ShopperWindow> shopper_;
    wxWeakRef<FeedbackWindow> feedback_;
    wxWeakRef<ConductWindow> conduct_;
};

}  // namespace relis::app
