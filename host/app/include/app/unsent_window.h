#pragma once

#include <string>
#include <vector>

#include <wx/dataview.h>
#include <wx/dialog.h>

#include "app/drafts.h"

namespace relis::app {

/// What a text that is not sent yet is, in words: `Message: rework`.
[[nodiscard]] wxString title_of(const DraftFields& fields);
/// The number of the report, mission or shopper that it is about; empty: none.
[[nodiscard]] wxString about_of(const DraftFields& fields);
/// Its first words.
[[nodiscard]] wxString excerpt_of(const DraftFields& fields);

/// The texts that were typed and neither sent nor saved: Enter opens one, Delete throws it away after a question.
class UnsentDialog : public wxDialog {
  public:
    /// `drafts` outlives the dialog.
    UnsentDialog(wxWindow* parent, Drafts& drafts);

    /// The key of the text to be opened; empty: none.
    [[nodiscard]] std::string selected() const;
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }

  private:
    void fill();
    void throw_away();

    Drafts& drafts_;
    std::vector<Draft> shown_;
    wxDataViewListCtrl* list_ = nullptr;
};

}  // namespace relis::app
