#pragma once

#include <functional>
#include <memory>

#include <wx/button.h>
#include <wx/combobox.h>
#include <wx/panel.h>
#include <wx/radiobox.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/checked_text.h"
#include "app/form_notice.h"
#include "app/session.h"

namespace relis::app {

/// A judgement about to be recorded: why a finding is set aside and how far that reaches, another score and why, why
/// vetoes are waived, or the text of an answer in the client's copy. Shown below the report while a draft is open.
class JudgementEditor : public wxPanel {
  public:
    /// `session` outlives the editor. `on_shown` is told when it has appeared or gone.
    JudgementEditor(wxWindow* parent, Session& session, std::function<void(bool)> on_shown);

    [[nodiscard]] wxComboBox& reason() { return *reason_; }
    [[nodiscard]] wxRadioBox& scope() { return *scope_; }
    [[nodiscard]] wxSpinCtrlDouble& score() { return *score_; }
    [[nodiscard]] wxTextCtrl& text() { return *text_; }
    [[nodiscard]] CheckedText& spelling() { return *spelling_; }
    [[nodiscard]] wxButton& record() { return *record_; }
    void confirm();

    [[nodiscard]] FormNotice& refusal() { return *refusal_; }

  private:
    void on_news(JudgingModel::News news);
    void open(const JudgementDraft& draft);
    void focus_first();
    void fill_reasons(const JudgementDraft& draft);
    void keep();

    Session& session_;
    std::function<void(bool)> on_shown_;
    wxStaticText* title_;
    wxRadioBox* scope_;
    wxStaticText* score_label_;
    wxSpinCtrlDouble* score_;
    wxStaticText* reason_label_;
    wxComboBox* reason_;
    wxTextCtrl* text_;
    wxStaticText* says_;
    FormNotice* refusal_;
    wxButton* restore_;
    wxButton* record_;
    std::unique_ptr<CheckedText> spelling_;
    bool opening_ = false;
    Notifier<JudgingModel::News>::Subscription news_;
};

}  // namespace relis::app
