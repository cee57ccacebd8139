#pragma once

#include <wx/infobar.h>

namespace relis::app {

/// The bar at the top of a window that tells what was done or what went wrong. A warning or an error always has a
/// button that shows its details, to be copied into a message to whoever looks after the program.
class NoticeBar : public wxInfoBar {
  public:
    explicit NoticeBar(wxWindow* parent);

    /// Shows a text; `details`, where there are any, behind the button.
    void tell(const wxString& text, const wxString& details, int icon);
    /// The same, with the text itself as the details of a warning or an error.
    void ShowMessage(const wxString& text, int icon) override;
    /// What the button shows beneath the window's title and the time; empty: there is no button.
    [[nodiscard]] const wxString& details() const { return details_; }

  private:
    wxString details_;
    wxString told_at_;
};

}  // namespace relis::app
