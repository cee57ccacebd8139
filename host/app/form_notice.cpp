#include "app/form_notice.h"

#include <wx/sizer.h>

#include "app/palette.h"

namespace relis::app {

FormNotice::FormNotice(wxWindow* parent) : wxPanel(parent) {
    text_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    more_ = new wxButton(this, wxID_MORE, _("Details..."));
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(text_, wxSizerFlags(1).CentreVertical());
    sizer->Add(more_, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    SetSizer(sizer);
    more_->Hide();
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { details_.show(*this); });
}

void FormNotice::lack(const wxString& text) {
    details_.set(wxString());
    show_line(text);
}

void FormNotice::fail(const wxString& text, const wxString& form) {
    details_.set(form.empty() ? text : form + "\n\n" + text);
    show_line(text);
}

void FormNotice::show_line(const wxString& text) {
    text_->SetForegroundColour(Palette().of(Ink::bad));
    text_->SetLabelText(text.BeforeFirst('\n'));
    text_->SetToolTip(text);
    more_->Show(!details_.text().empty());
    InvalidateBestSize();
    GetParent()->Layout();
    Layout();
}

}  // namespace relis::app
