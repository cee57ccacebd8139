#include "app/notice_bar.h"

#include <wx/datetime.h>
#include <wx/toplevel.h>

#include "app/dialogs.h"
#include "app/fitting.h"

namespace relis::app {

void NoticeDetails::set(const wxString& text) {
    text_ = text;
    told_at_ = wxDateTime::Now().Format("%Y-%m-%d %H:%M:%S UTC", wxDateTime::UTC);
}

void NoticeDetails::show(wxWindow& where) const {
    wxWindow* const window = wxGetTopLevelParent(&where);
    wxString head = told_at_;
    if (const auto* const top = dynamic_cast<wxTopLevelWindow*>(window)) {
        head = top->GetTitle() + ", " + told_at_;
    }
    show_text(window, _("Details"), wxString(), head + "\n\n" + text_);
}

NoticeBar::NoticeBar(wxWindow* parent) : wxInfoBar(parent) {
    AddButton(wxID_CLOSE, _("Close"));
    keep_fitted(*this);
    Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        Dismiss();
        if (event.GetId() == wxID_MORE) {
            details_.show(*this);
        }
    });
}

void NoticeBar::tell(const wxString& text, const wxString& details, int icon) {
    details_.set(details);
    if (details.empty() && HasButtonId(wxID_MORE)) {
        RemoveButton(wxID_MORE);
    }
    if (!details.empty() && !HasButtonId(wxID_MORE)) {
        AddButton(wxID_MORE, _("Details..."));
    }
    wxInfoBar::ShowMessage(text, icon);
}

void NoticeBar::ShowMessage(const wxString& text, int icon) {
    const bool wrong = icon == wxICON_ERROR || icon == wxICON_WARNING;
    tell(text.BeforeFirst('\n'), wrong ? text : wxString(), icon);
}

}  // namespace relis::app
