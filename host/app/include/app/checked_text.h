#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include <relis/finding.h>

#include "app/background.h"
#include "app/report_desk.h"

namespace relis::app {

/// French spelling while somebody writes: underlines what the French plugin finds in a text control, says what it is,
/// goes from one to the next by key and puts the first suggestion in. Checks off the interface thread, after a pause in
/// the writing; places that were overtaken by further writing are not drawn.
class CheckedText {
  public:
    /// Whether what the writer quotes between « and » is checked too: a message quotes the shopper's faults.
    enum class Quotations { checked, left_alone };

    /// `text` has one line, or the style wxTE_MULTILINE | wxTE_RICH2; it, `says`, `desk` and `background` outlive the
    /// check. F7 goes to the next fault, Ctrl+Space puts its first suggestion in. `programme`
    /// tells in whose French is written.
    CheckedText(wxTextCtrl& text, wxStaticText& says, ReportDesk& desk, Background& background,
                std::function<std::string()> programme, Quotations quotations = Quotations::checked);

    /// Checks soon; call it after the text was set by the program.
    void check_soon();
    /// What was found in the text as it stands; places in code points. Empty while it is being checked.
    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
    [[nodiscard]] bool checking() const { return timer_.IsRunning() || request_.waiting(); }

  private:
    void check();
    void show(std::vector<Finding> findings);
    void on_key(wxKeyEvent& event);
    void go_to_next();
    void put_suggestion();
    void say();
    [[nodiscard]] std::optional<std::size_t> under_cursor() const;

    wxTextCtrl& text_;
    wxStaticText& says_;
    ReportDesk& desk_;
    Background& background_;
    std::function<std::string()> programme_;
    Quotations quotations_;
    wxTimer timer_;
    wxString checked_;
    std::vector<Finding> findings_;
    Request request_;
};

}  // namespace relis::app
