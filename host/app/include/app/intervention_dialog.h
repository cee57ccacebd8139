#pragma once

#include <memory>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/checked_text.h"
#include "app/form_notice.h"
#include "app/moment_picker.h"
#include "app/session.h"

namespace relis::app {

/// Why a report is held and until when, withdrawn, or kept as a surplus visit. Shown while a draft is open; goes by
/// itself when it was done.
class InterventionDialog : public wxDialog {
  public:
    /// REQUIRES: session.interventions() has a draft. `session` outlives the dialog.
    InterventionDialog(wxWindow* parent, Session& session);

    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    [[nodiscard]] MomentPicker& until() { return *until_; }
    [[nodiscard]] wxButton& confirm() { return *confirm_; }
    [[nodiscard]] FormNotice& refusal() { return *refusal_; }
    [[nodiscard]] CheckedText& spelling() { return *spelling_; }

  private:
    void keep();
    void on_news(InterventionModel::News news);

    Session& session_;
    wxTextCtrl* reason_;
    MomentPicker* until_;
    wxStaticText* says_;
    FormNotice* refusal_;
    wxButton* confirm_;
    std::unique_ptr<CheckedText> spelling_;
    Notifier<InterventionModel::News>::Subscription news_;
};

}  // namespace relis::app
