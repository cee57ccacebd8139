#pragma once

#include <functional>
#include <memory>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/checklst.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/checked_text.h"
#include "app/moment_picker.h"
#include "app/session.h"

namespace relis::app {

/// What a rework asks, chosen from the findings and the library or written; the reminder; what follows silence. A part
/// of the decision's editor.
class ReworkTermsPanel : public wxPanel {
  public:
    /// `session` outlives the panel. `on_change` is told when something else is asked, `keep` when something changed
    /// that the message does not tell; `due` gives the due time that is being chosen.
    ReworkTermsPanel(wxWindow* parent, Session& session, std::function<void()> on_change, std::function<void()> keep,
                     std::function<Moment()> due);

    /// Shows what is chosen for the open report.
    void show_terms();
    /// Another due time was chosen: the reminder follows it.
    void show_reminder();
    void focus_written();

    [[nodiscard]] wxCheckListBox& reasons() { return *reasons_; }
    [[nodiscard]] wxChoice& about() { return *about_; }
    [[nodiscard]] wxTextCtrl& written() { return *written_; }
    [[nodiscard]] CheckedText& spelling() { return *spelling_; }
    [[nodiscard]] wxCheckBox& reminds() { return *reminds_; }
    [[nodiscard]] MomentPicker& reminder() { return *reminder_; }
    [[nodiscard]] wxChoice& unanswered() { return *unanswered_; }
    /// Adds what stands in written().
    void add_written();

  private:
    void show_reasons();
    void fill_questions();
    [[nodiscard]] std::string question() const;  ///< that own words are about; empty: the report as a whole
    void keep_written();

    Session& session_;
    std::function<void()> on_change_;
    std::function<void()> keep_;
    std::function<Moment()> due_;
    wxStaticText* label_;
    wxCheckListBox* reasons_;
    wxChoice* about_;
    wxTextCtrl* written_;
    wxStaticText* says_;
    std::unique_ptr<CheckedText> spelling_;
    wxCheckBox* reminds_;
    MomentPicker* reminder_;
    wxChoice* unanswered_;
};

}  // namespace relis::app
