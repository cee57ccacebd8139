#pragma once

#include <wx/dialog.h>
#include <wx/textctrl.h>

#include "app/kept_form.h"
#include "review/queue.h"

namespace relis::app {

/// The name under which a filter is kept. What is typed and not confirmed comes back for the same filter.
class FilterNameDialog : public wxDialog {
  public:
    /// `drafts` outlives the dialog. `proposed` is the name to begin with.
    FilterNameDialog(wxWindow* parent, const review::QueueQuery& query, const wxString& proposed, Drafts& drafts);

    [[nodiscard]] wxTextCtrl& name() { return *name_; }
    /// The filter is kept under its name: the draft is forgotten.
    void done() { form_.done(); }

  private:
    wxTextCtrl* name_;
    KeptForm form_;
};

}  // namespace relis::app
