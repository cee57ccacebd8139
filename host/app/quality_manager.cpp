#include "app/quality_manager.h"

#include <utility>

#include <wx/frame.h>

#include "app/commands.h"

namespace relis::app {

QualityManager::QualityManager(review::Workspace& workspace, Background& background, std::function<void()> reassess)
    : background_(background), reassess_(std::move(reassess)), criteria_desk_(make_criteria_desk(workspace)) {}

void QualityManager::attach(wxFrame& main) {
    main_ = &main;
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_criteria(); }, command_criteria);
    main.Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (criteria_ != nullptr && event.CanVeto() && !criteria_->Close()) {
            event.Veto();
            return;
        }
        event.Skip();
    });
}

CriteriaWindow& QualityManager::show_criteria() {
    if (criteria_ == nullptr) criteria_ = new CriteriaWindow(main_, *criteria_desk_, background_, reassess_);
    criteria_->Show();
    criteria_->Raise();
    return *criteria_;
}

}  // namespace relis::app
