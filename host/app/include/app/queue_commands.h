#pragma once

#include "app/batch_window.h"
#include "app/queue_panel.h"
#include "app/saved_filters.h"
#include "app/session.h"

class wxConfigBase;
class wxFrame;

namespace relis::app {

/// What the menu Queue does beside deciding: filters kept under names, columns, order. Filters are written down as soon
/// as they are kept.
class QueueCommands {
  public:
    /// All outlive the commands; `config` null: nothing is kept. The frame has its menu bar already.
    QueueCommands(wxFrame& frame, QueuePanel& queue, Session& session, wxConfigBase* config);
    QueueCommands(const QueueCommands&) = delete;
    QueueCommands& operator=(const QueueCommands&) = delete;

    [[nodiscard]] const SavedFilters& filters() const { return filters_; }
    /// Keeps what is filtered now under that name.
    void save_filter(const wxString& name);
    void use_filter(std::size_t index);
    void remove_filter(std::size_t index);

    /// Shows what would be decided of the selected reports.
    void decide_selected();
    [[nodiscard]] BatchWindow* batch_window() { return batch_; }

    /// Asks for a name; a list to choose from; which columns are shown.
    void ask_for_name();
    /// For the name of that filter, which is shown first.
    void ask_for_name(const review::QueueQuery& filter);
    void ask_for_filter();
    void ask_for_columns();

  private:
    void read_filters();
    void write_filters();
    void show_filters();
    void show_sort();

    wxFrame& frame_;
    QueuePanel& queue_;
    Session& session_;
    wxConfigBase* config_;
    SavedFilters filters_;
    wxWeakRef<BatchWindow> batch_;
    Notifier<QueueModel::News>::Subscription news_;
};

}  // namespace relis::app
