#pragma once

#include <functional>
#include <optional>
#include <string>

#include <wx/panel.h>
#include <wx/textctrl.h>

#include <relis/moment.h>

namespace relis::app {

/// A date and a time to write, as people of the interface's language do. Up and Down go a day further or back, at the
/// time an hour. What is no date and time turns red, and its tooltip says how to write one.
class MomentPicker : public wxPanel {
  public:
    /// `name` is told to assistive technology. `on_change` is called whenever a person wrote, be it a moment or not
    /// yet.
    MomentPicker(wxWindow* parent, const wxString& name, std::function<void()> on_change);

    /// What is written, by the clock of the workstation; nothing where it is no moment.
    [[nodiscard]] std::optional<Moment> value() const;
    /// Without calling on_change.
    void set(const Moment& moment);
    /// As it stands where it is no moment yet, so that it can be kept; else empty.
    [[nodiscard]] std::string half_written() const;
    /// What was kept of it, moment or not. Without calling on_change.
    void set_text(const std::string& text);
    /// What to do where nothing can be read: `Write the date and the time as 2026-11-23 16:30.`
    [[nodiscard]] static wxString how_to_write();
    [[nodiscard]] wxTextCtrl& text() { return *text_; }

  private:
    void step(int by);
    void show_validity();

    wxTextCtrl* text_;
    std::function<void()> on_change_;
};

}  // namespace relis::app
