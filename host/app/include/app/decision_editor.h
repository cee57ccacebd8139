#pragma once

#include <functional>
#include <memory>

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/checked_text.h"
#include "app/form_notice.h"
#include "app/moment_picker.h"
#include "app/rework_terms_panel.h"
#include "app/session.h"

namespace relis::app {

/// A decision about to be sent: its reason, the message to the shopper, the new due time of a rework. Shown below the
/// report and the scores while a draft is open, so that both can still be read.
class DecisionEditor : public wxPanel {
  public:
    /// `session` outlives the editor. `on_shown` is told when it has appeared or gone.
    DecisionEditor(wxWindow* parent, Session& session, std::function<void(bool)> on_shown);

    [[nodiscard]] wxTextCtrl& message() { return *message_; }
    [[nodiscard]] MomentPicker& due() { return *due_; }
    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    [[nodiscard]] wxButton& send() { return *send_; }
    [[nodiscard]] CheckedText& spelling() { return *spelling_; }
    [[nodiscard]] wxListBox& others() { return *others_; }
    [[nodiscard]] ReworkTermsPanel& terms() { return *terms_; }
    [[nodiscard]] wxCheckBox& left_out() { return *left_out_; }
    void confirm();
    /// Pixels, for the draft that is open: so that nothing is cut off, and where there is room.
    [[nodiscard]] int least_height() const;
    [[nodiscard]] int wanted_height() const;
    [[nodiscard]] FormNotice& refusal() { return *refusal_; }
    /// What is asked changed: the message follows, unless it was edited.
    void follow_terms();

  private:
    void on_news(DecisionModel::News news);
    void open(const DecisionDraft& draft);
    void keep();
    void show_others();

    Session& session_;
    std::function<void(bool)> on_shown_;
    wxStaticText* title_;
    wxStaticText* reason_label_;
    wxTextCtrl* reason_;
    wxTextCtrl* message_;
    wxStaticText* due_label_;
    MomentPicker* due_;
    wxStaticText* others_label_;
    wxListBox* others_;
    ReworkTermsPanel* terms_;
    wxCheckBox* left_out_;
    wxButton* send_;
    wxStaticText* says_;
    FormNotice* refusal_;
    std::unique_ptr<CheckedText> spelling_;
    bool opening_ = false;
    Notifier<DecisionModel::News>::Subscription news_;
};

}  // namespace relis::app
