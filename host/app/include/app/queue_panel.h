#pragma once

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include "app/queue_columns.h"
#include "app/queue_model.h"
#include "app/session.h"

class wxConfigBase;

namespace relis::app {

class QueueRows;
class QueueSelection;

/// The queue: filters above, rows below. A row that is selected alone is opened; Enter or a double click goes
/// to the report. Several can be selected, to be decided at once.
class QueuePanel : public wxPanel {
  public:
    /// `session` outlives the panel. `go_to_report` gives the report the focus, `import` asks for a file.
    QueuePanel(wxWindow* parent, Session& session, std::function<void()> go_to_report, std::function<void()> import);
    ~QueuePanel() override;
    QueuePanel(const QueuePanel&) = delete;
    QueuePanel& operator=(const QueuePanel&) = delete;

    void focus_search();
    void focus_rows();
    /// Selects the row that many further than the selected one.
    void step(int rows);
    /// Draws the rows in sight anew: time goes by, and colleagues open reports.
    void redraw_rows();

    /// Several selected rows are told to the model a moment after they are; this tells them now.
    void take_pending_selection();

    /// Which columns are shown, as they stand now.
    [[nodiscard]] const QueueColumns& columns();
    /// False, and nothing changes, where that shows none.
    bool choose_columns(const std::vector<QueueColumns::Choice>& choices);

    void save(wxConfigBase& config);
    void restore(const wxConfigBase& config);

    [[nodiscard]] wxDataViewCtrl& rows() { return *rows_; }
    [[nodiscard]] wxSearchCtrl& search() { return *search_; }
    [[nodiscard]] wxChoice& states() { return *states_; }
    [[nodiscard]] wxChoice& recommendations() { return *recommendations_; }

  private:
    void make_filters(wxSizer& sizer);
    void make_rows();
    void make_columns();
    void keep_columns();
    void show_query();
    void show_changes();
    void show_order();
    void on_news(QueueModel::News news);
    void show_programmes();
    void show_count();
    void show_emptiness();
    void apply_search();

    Session& session_;
    std::function<void()> go_to_report_;
    std::function<void()> import_;
    wxSearchCtrl* search_ = nullptr;
    wxChoice* programmes_ = nullptr;
    wxChoice* states_ = nullptr;
    wxChoice* recommendations_ = nullptr;
    wxButton* clear_ = nullptr;
    wxStaticText* count_ = nullptr;
    wxDataViewCtrl* rows_ = nullptr;
    wxObjectDataPtr<QueueRows> model_;
    wxPanel* empty_ = nullptr;
    wxStaticText* empty_text_ = nullptr;
    wxButton* empty_action_ = nullptr;
    wxTimer search_timer_;
    std::unique_ptr<QueueSelection> selection_;
    QueueColumns columns_;
    std::map<QueueField, int> widths_;  ///< pixels
    Notifier<QueueModel::News>::Subscription news_;
};

}  // namespace relis::app
