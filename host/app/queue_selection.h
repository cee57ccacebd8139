#pragma once

#include <optional>
#include <utility>

#include <wx/dataview.h>

#include "app/queue_model.h"
#include "queue_rows.h"
#include "row_selection.h"

namespace relis::app {

/// Which rows of the queue's list are selected: a row that is selected alone is the model's selected one, several are
/// its marked ones. Few are selected by GTK itself, and the model follows. Where GTK would take longer than a blink,
/// because very many are or shall be selected, keys and mouse change the model, and the list follows bit by bit.
class QueueSelection {
  public:
    /// All outlive the selection. Answers the list's keys, clicks and changes of selection.
    QueueSelection(wxDataViewCtrl& list, QueueRows& rows, QueueModel& queue);

    /// Selects in the list what the model has selected or marked.
    void show();
    /// The list has other rows, of which none is selected.
    void forget();
    /// Several selected rows are told to the model a moment after they are; this tells them now.
    void take_pending();
    /// Whether the list shows what it was asked to.
    [[nodiscard]] bool done() const { return shown_.done(); }

    /// What `change` does to the list's selection is not the reviewer's doing.
    template <class Change>
    void quietly(Change change) {
        const bool before = std::exchange(quiet_, true);
        change();
        quiet_ = before;
    }

  private:
    void on_change();
    void on_key(wxKeyEvent& event);
    void on_click(wxMouseEvent& event);
    void take();
    void show_few();
    void show_many();
    /// Marks the rows from where the selection began to `row`, and shows that one.
    void extend_to(std::size_t row);
    void select_alone(std::size_t row);
    [[nodiscard]] bool too_many() const;
    /// The row where a selection of several began.
    [[nodiscard]] std::size_t beginning() const;
    /// The row that GTK's keys go on from.
    [[nodiscard]] std::size_t current() const;
    [[nodiscard]] std::optional<std::size_t> reached_by(int key) const;

    wxDataViewCtrl& list_;
    QueueRows& rows_;
    QueueModel& queue_;
    RowSelection shown_;
    std::optional<std::size_t> end_;  ///< of a selection made here: the row that Shift moves
    bool quiet_ = false;
    bool pending_ = false;  ///< several rows were selected that the model does not know of yet
};

}  // namespace relis::app
