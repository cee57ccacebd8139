#include "app/decision_bar.h"

#include <wx/sizer.h>

#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

DecisionBar::DecisionBar(wxWindow* parent, Session& session) : wxPanel(parent), session_(session) {
    accept_ = new wxButton(this, wxID_ANY, _("Accept (A)"));
    rework_ = new wxButton(this, wxID_ANY, _("Rework... (R)"));
    reassign_ = new wxButton(this, wxID_ANY, _("Reassign... (X)"));
    accept_->SetToolTip(_("Accept the report: A or Ctrl+Enter"));
    rework_->SetToolTip(_("Send the report back to its shopper: R or Ctrl+R"));
    reassign_->SetToolTip(_("Give the mission to another shopper: X or Ctrl+Shift+R"));
    notice_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                               wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    for (wxButton* const button : {accept_, rework_, reassign_}) {
        sizer->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    }
    sizer->Add(notice_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, FromDIP(6)));
    auto* const outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(sizer, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    SetSizer(outer);
    accept_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.decision().choose(Decision::accept); });
    rework_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.decision().choose(Decision::rework); });
    reassign_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.decision().choose(Decision::reassign); });
    decision_news_ = session.decision().notifier().subscribe([this](DecisionModel::News) { update(); });
    report_news_ = session.report().notifier().subscribe([this](ReportModel::News) { update(); });
    update();
}

wxButton& DecisionBar::button(Decision decision) {
    return decision == Decision::accept ? *accept_ : decision == Decision::rework ? *rework_ : *reassign_;
}

void DecisionBar::update() {
    const DecisionModel& decision = session_.decision();
    const ReportModel& report = session_.report();
    for (wxButton* const button : {accept_, rework_, reassign_}) button->Enable(decision.can_decide());
    wxString notice;
    if (decision.busy()) {
        notice = _("Recording...");
    } else if (report.loading()) {
        notice = _("Opening...");
    } else if (report.page() && !waits_for_decision(report.page()->details.row.state)) {
        notice = wxString::Format(_("This report is %s."), name_of(report.page()->details.row.state));
    } else if (!report.held_by().empty()) {
        notice = wxString::Format(_("%s has this report open."), shown(report.held_by()));
    }
    notice_->SetForegroundColour(Palette().of(Ink::warning));
    notice_->SetLabel(notice);
}

}  // namespace relis::app
