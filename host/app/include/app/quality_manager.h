#pragma once

#include <functional>
#include <memory>

#include <wx/weakref.h>

#include "app/background.h"
#include "app/criteria_desk.h"
#include "app/criteria_window.h"
#include "app/dashboard_desk.h"
#include "app/dashboard_window.h"
#include "app/drafts.h"
#include "app/fairness_desk.h"
#include "app/fairness_window.h"
#include "app/layout_keeper.h"
#include "app/plugins_desk.h"
#include "app/plugins_window.h"

class wxFrame;

namespace relis::app {

/// The quality manager's windows, one of each, opened from the main window's menu. Lives longer than the Background
/// that works for its windows, since work that is under way uses its desks.
class QualityManager {
  public:
    /// `reassess` is called when waiting reports are to be rated anew.
    QualityManager(review::Workspace& workspace, Background& background, Drafts& drafts,
                   std::function<void()> reassess);

    /// Answers the main window's menu.
    void attach(wxFrame& main, LayoutKeeper& layout);

    CriteriaWindow& show_criteria();
    DashboardWindow& show_dashboard();
    FairnessWindow& show_fairness();
    PluginsWindow& show_plugins();
    /// Null while it is not open.
    [[nodiscard]] CriteriaWindow* criteria() { return criteria_; }
    [[nodiscard]] DashboardWindow* dashboard() { return dashboard_; }
    [[nodiscard]] FairnessWindow* fairness() { return fairness_; }
    [[nodiscard]] PluginsWindow* plugins() { return plugins_; }

  private:
    Background& background_;
    Drafts& drafts_;
    std::function<void()> reassess_;
    std::unique_ptr<CriteriaDesk> criteria_desk_;
    std::unique_ptr<DashboardDesk> dashboard_desk_;
    std::unique_ptr<FairnessDesk> fairness_desk_;
    std::unique_ptr<PluginsDesk> plugins_desk_;
    wxFrame* main_ = nullptr;
    LayoutKeeper* layout_ = nullptr;
    wxWeakRef<CriteriaWindow> criteria_;
    wxWeakRef<DashboardWindow> dashboard_;
    wxWeakRef<FairnessWindow> fairness_;
    wxWeakRef<PluginsWindow> plugins_;
};

}  // namespace relis::app
