#pragma once

#include <wx/weakref.h>

#include "app/background.h"
#include "app/follow_up_desks.h"
#include "app/intervention_dialog.h"
#include "app/layout_keeper.h"
#include "app/outbox_window.h"
#include "app/remarks_window.h"
#include "app/reworks_window.h"
#include "app/session.h"
#include "app/shopper_windows.h"
#include "app/tiers_window.h"

namespace relis::app {

class MainFrame;

/// What is done with reports and shoppers beside deciding, opened from the main window's menu: holds and withdrawals of
/// the open report, and the windows of reworks, remarks, tiers and the outbox, one of each.
class FollowUp {
  public:
    /// All outlive the windows.
    FollowUp(FollowUpDesks& desks, Background& background, Session& session, ShopperWindows& shoppers);

    /// Answers the main window's menu.
    void attach(MainFrame& main);

    ReworksWindow& show_reworks();
    RemarksWindow& show_remarks();
    TiersWindow& show_tiers();
    OutboxWindow& show_outbox();
    /// Null while it is not open.
    [[nodiscard]] InterventionDialog* intervention_dialog() { return dialog_; }

  private:
    void on_intervention(InterventionModel::News news);
    void begin(review::Intervention::Kind kind);
    void update_menus();
    void open_report(const std::string& report_id);

    FollowUpDesks& desks_;
    Background& background_;
    Session& session_;
    ShopperWindows& shoppers_;
    MainFrame* main_ = nullptr;
    wxWeakRef<wxFrame> there_;  ///< the main window, while it is there: what arrives after it is nobody's
    wxWeakRef<InterventionDialog> dialog_;
    wxWeakRef<ReworksWindow> reworks_;
    wxWeakRef<RemarksWindow> remarks_;
    wxWeakRef<TiersWindow> tiers_;
    wxWeakRef<OutboxWindow> outbox_;
    Notifier<InterventionModel::News>::Subscription intervention_news_;
    Notifier<DecisionModel::News>::Subscription decision_news_;
    Notifier<ReportModel::News>::Subscription report_news_;
};

}  // namespace relis::app
