#pragma once

#include <optional>
#include <vector>

#include <wx/dataview.h>
#include <wx/timer.h>

namespace relis::app {

/// Selects rows of a list bit by bit: GTK takes longer than a blink for tens of thousands of them, and the window
/// answers in between. Those in sight come first.
class RowSelection {
  public:
    /// Both outlive the selection.
    RowSelection(wxDataViewCtrl& list, wxDataViewVirtualListModel& rows);

    /// Selects the rows that are true, and no other; `current`, if any, is where keys go on from. Takes the place of
    /// what is under way.
    void show(std::vector<bool> wanted, std::optional<unsigned> current);
    /// What is under way, at once.
    void finish();
    /// Leaves the list as it is: its rows are others.
    void give_up();
    /// Whether the list shows what was asked for.
    [[nodiscard]] bool done() const { return left_ == 0; }
    /// Whether a change of the list's selection is its doing.
    [[nodiscard]] bool acting() const { return acting_; }

  private:
    void go_on();
    void next();

    wxDataViewCtrl& list_;
    wxDataViewVirtualListModel& rows_;
    std::vector<bool> wanted_;
    std::optional<unsigned> current_;
    std::size_t place_ = 0;  ///< the row that is next
    std::size_t left_ = 0;   ///< rows that were not looked at
    bool acting_ = false;
    wxTimer turn_;
};

}  // namespace relis::app
