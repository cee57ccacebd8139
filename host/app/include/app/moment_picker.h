#pragma once

#include <functional>

#include <wx/datectrl.h>
#include <wx/panel.h>
#include <wx/timectrl.h>

#include <relis/moment.h>

namespace relis::app {

[[nodiscard]] wxDateTime to_date_time(const Moment& moment);
/// The moment that a date and a time show, in the workstation's own time zone.
[[nodiscard]] Moment to_moment(const wxDateTime& date, const wxDateTime& time);

/// A date and a time beside each other.
class MomentPicker : public wxPanel {
  public:
    /// `name` is told to assistive technology. `on_change` is called when a person chose another moment.
    MomentPicker(wxWindow* parent, const wxString& name, std::function<void()> on_change);

    [[nodiscard]] Moment value() const;
    /// Without calling on_change.
    void set(const Moment& moment);

  private:
    wxDatePickerCtrl* date_;
    wxTimePickerCtrl* time_;
};

}  // namespace relis::app
