#include "app/quality_manager.h"

#include <utility>

#include <wx/frame.h>

#include "app/bring_up.h"
#include "app/commands.h"

namespace relis::app {

QualityManager::QualityManager(review::Workspace& workspace, Background& background, Drafts& drafts,
                               std::function<void()> reassess)
    : background_(background),
      drafts_(drafts),
      reassess_(std::move(reassess)),
      criteria_desk_(make_criteria_desk(workspace)),
      dashboard_desk_(make_dashboard_desk(workspace)),
      fairness_desk_(make_fairness_desk(workspace)),
      plugins_desk_(make_plugins_desk(workspace)) {}

void QualityManager::attach(wxFrame& main, LayoutKeeper& layout) {
    main_ = &main;
    layout_ = &layout;
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_criteria(); }, command_criteria);
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_dashboard(); }, command_dashboard);
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_fairness(); }, command_fairness);
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_plugins(); }, command_plugins);
}

CriteriaWindow& QualityManager::show_criteria() {
    if (criteria_ == nullptr) {
        criteria_ = new CriteriaWindow(main_, *criteria_desk_, background_, drafts_, reassess_);
        layout_->keep(*criteria_, "criteria");
    }
    bring_up(*criteria_, background_);
    return *criteria_;
}

DashboardWindow& QualityManager::show_dashboard() {
    if (dashboard_ == nullptr) {
        dashboard_ = new DashboardWindow(main_, *dashboard_desk_, background_);
        layout_->keep(*dashboard_, "dashboard");
    }
    bring_up(*dashboard_, background_);
    return *dashboard_;
}

FairnessWindow& QualityManager::show_fairness() {
    if (fairness_ == nullptr) {
        fairness_ = new FairnessWindow(main_, *fairness_desk_, background_);
        layout_->keep(*fairness_, "fairness");
    }
    bring_up(*fairness_, background_);
    return *fairness_;
}

PluginsWindow& QualityManager::show_plugins() {
    if (plugins_ == nullptr) {
        plugins_ = new PluginsWindow(main_, *plugins_desk_, background_, drafts_, reassess_);
        layout_->keep(*plugins_, "plugins");
    }
    bring_up(*plugins_, background_);
    return *plugins_;
}

}  // namespace relis::app
