#pragma once

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/stattext.h>

#include "app/notice_bar.h"

namespace relis::app {

/// The line of a form that tells what lacks, or what went wrong when it was sent. What went wrong has the same button
/// for its details as a window's bar; what lacks only says so.
class FormNotice : public wxPanel {
  public:
    explicit FormNotice(wxWindow* parent);

    /// What still lacks or cannot be read, for the person to mend; empty: nothing.
    void lack(const wxString& text);
    /// What was refused or failed, and what next. `form`: what was being done, for the details.
    void fail(const wxString& text, const wxString& form);
    void clear() { lack(wxString()); }

    [[nodiscard]] wxString text() const { return text_->GetLabelText(); }
    /// What the button shows beneath the window's title and the time; empty: there is no button.
    [[nodiscard]] const wxString& details() const { return details_.text(); }

  private:
    void show_line(const wxString& text);

    wxStaticText* text_;
    wxButton* more_;
    NoticeDetails details_;
};

}  // namespace relis::app
