#include <wx/sizer.h>

#include "app/criteria_history.h"
#include "app/criteria_panels.h"
#include "app/fitting.h"
#include "app/words.h"

namespace relis::app {

CriteriaHistoryPanel::CriteriaHistoryPanel(wxWindow* parent, CriteriaModel& model) : wxPanel(parent), model_(model) {
    const int gap = FromDIP(6);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    versions_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    versions_->SetName(_("Versions"));
    versions_->AppendTextColumn(_("Version"), wxDATAVIEW_CELL_INERT, FromDIP(76), wxALIGN_RIGHT);
    versions_->AppendTextColumn(_("State"), wxDATAVIEW_CELL_INERT, FromDIP(80));
    versions_->AppendTextColumn(_("Author"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    versions_->AppendTextColumn(_("Made"), wxDATAVIEW_CELL_INERT, FromDIP(125));
    versions_->AppendTextColumn(_("Note"), wxDATAVIEW_CELL_INERT, FromDIP(190));
    fit_columns(*versions_);
    sizer->Add(versions_, wxSizerFlags(3).Expand().Border(wxALL, gap));
    details_ =
        new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
    details_->SetName(_("The selected version"));
    sizer->Add(details_, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT, gap));
    auto* const buttons = wrapping_row();
    take_ = new wxButton(this, wxID_ANY, _("&Edit from this version"));
    roll_back_ = new wxButton(this, wxID_ANY, _("Put in force &again"));
    buttons->AddStretchSpacer();
    buttons->Add(take_);
    buttons->Add(roll_back_, wxSizerFlags().Border(wxLEFT, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizer(sizer);

    versions_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_selected(); });
    roll_back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { roll_back(); });
    take_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(); });
    news_ = model.notifier().subscribe([this](CriteriaModel::News news) {
        if (news == CriteriaModel::News::sheet) fill();
        if (news == CriteriaModel::News::working) show_selected();
    });
    fill();
}

void CriteriaHistoryPanel::fill() {
    versions_->DeleteAllItems();
    if (model_.sheet() != nullptr) {
        for (const review::CriteriaVersion& version : model_.sheet()->history) {
            wxVector<wxVariant> cells;
            cells.push_back(wxString::Format("%d", version.version));
            cells.push_back(state_of(*model_.sheet(), version));
            cells.push_back(shown(version.author));
            cells.push_back(clock(version.created_at));
            cells.push_back(shown(version.note));
            versions_->AppendItem(cells);
        }
        if (versions_->GetItemCount() > 0) versions_->SelectRow(0);
    }
    show_selected();
}

const review::CriteriaVersion* CriteriaHistoryPanel::selected() const {
    const int row = versions_->GetSelectedRow();
    if (model_.sheet() == nullptr || row < 0) return nullptr;
    const auto& history = model_.sheet()->history;
    return static_cast<std::size_t>(row) < history.size() ? &history[static_cast<std::size_t>(row)] : nullptr;
}

void CriteriaHistoryPanel::select(std::int64_t criteria_set) {
    if (model_.sheet() == nullptr) return;
    const auto& history = model_.sheet()->history;
    for (std::size_t i = 0; i < history.size(); ++i) {
        if (history[i].id == criteria_set) versions_->SelectRow(static_cast<unsigned>(i));
    }
    show_selected();
}

void CriteriaHistoryPanel::show_selected() {
    const review::CriteriaVersion* const version = selected();
    const bool idle = !model_.working();
    take_->Enable(idle && version != nullptr && version->state != review::CriteriaState::published);
    roll_back_->Enable(idle && version != nullptr && version->state == review::CriteriaState::retired);
    if (version == nullptr) {
        details_->SetValue(model_.sheet() == nullptr || !model_.sheet()->history.empty()
                               ? wxString()
                               : _("No version was made yet: the values come from the plugins' defaults, or from the "
                                   "agency's set."));
        return;
    }
    details_->SetValue(version_text(*model_.sheet(), *version));
}

void CriteriaHistoryPanel::roll_back() {
    if (const review::CriteriaVersion* const version = selected(); version != nullptr && roll_back_->IsEnabled())
        model_.roll_back(version->id);
}

void CriteriaHistoryPanel::take() {
    if (const review::CriteriaVersion* const version = selected(); version != nullptr && take_->IsEnabled())
        model_.take(version->id);
}

}  // namespace relis::app
