#pragma once

#include <chrono>
#include <string>
#include <utility>

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
    /// Opens the shopper's file and, once it is loaded, his conduct.
    void show_conduct(const std::string& shopper_id);
    /// Of the report whose decision is being written: as it would be with that.
    FeedbackWindow& show_feedback(const std::string& report_id);
    /// Asks for one of the shopper's months and shows its feedback.
    void choose_month(const std::string& shopper_id);
    FeedbackWindow& show_month(const std::string& shopper_id, std::chrono::year_month month);
    /// Asks for the file of a draft and shows what the agency's criteria say of it.
    void choose_draft();
    FeedbackWindow& show_draft(const DraftFile& draft);
    /// What sends a month that is looked at.
    void sends_months(FeedbackWindow::SendMonth send) { send_month_ = std::move(send); }
    /// Null while it is not open.
    [[nodiscard]] ShopperWindow* shopper() { return shopper_; }
    [[nodiscard]] FeedbackWindow* feedback() { return feedback_; }

  private:
    FeedbackWindow& feedback_window();

    ShopperDesk& desk_;
    ConductDesk& conduct_desk_;
    Background& background_;
    Session& session_;
    wxFrame* main_ = nullptr;
    LayoutKeeper* layout_ = nullptr;
    wxWeakRef<ShopperWindow> shopper_;
    wxWeakRef<FeedbackWindow> feedback_;
    wxWeakRef<ConductWindow> conduct_;
    Request months_;
    FeedbackWindow::SendMonth send_month_;
    std::string conduct_wanted_;  ///< whose conduct is shown once his file is loaded
    Notifier<>::Subscription shopper_news_;
};

}  // namespace relis::app
