#pragma once

#include <wx/infobar.h>

namespace relis::app {

/// The details of something that was told, with when it was: to be copied into a message to whoever looks after the
/// program.
class NoticeDetails {
  public:
    /// What went wrong just now; empty: nothing did.
    void set(const wxString& text);
    [[nodiscard]] const wxString& text() const { return text_; }
    /// Shows the title of the window in which `where` stands, the time, and the text.
    void show(wxWindow& where) const;

  private:
    wxString text_;
    wxString told_at_;
};

/// The bar at the top of a window that tells what was done or what went wrong. A warning or an error always has a
/// button that shows its details.
class NoticeBar : public wxInfoBar {
  public:
    explicit NoticeBar(wxWindow* parent);

    /// Shows a text; `details`, where there are any, behind the button.
    void tell(const wxString& text, const wxString& details, int icon);
    /// The same, with the text itself as the details of a warning or an error.
    void ShowMessage(const wxString& text, int icon) override;
    /// What the button shows beneath the window's title and the time; empty: there is no button.
    [[nodiscard]] const wxString& details() const { return details_.text(); }

  private:
    NoticeDetails details_;
};

}  // namespace relis::app
