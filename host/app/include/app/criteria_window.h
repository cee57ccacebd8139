#pragma once

#include <functional>
#include <map>
#include <string>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/notebook.h>
#include <wx/propgrid/propgrid.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/criteria_panels.h"
#include "app/notice_bar.h"

namespace relis::app {

/// Tuning: every parameter of every plugin as a sheet, with its help; beside it what the changes would do, and the
/// versions. Not modal: reports can be read meanwhile.
class CriteriaWindow : public wxFrame {
  public:
    /// `desk`, `background` and `drafts` outlive the window, which keeps unpublished changes there. `in_force` is
    /// called when another version came into force here.
    CriteriaWindow(wxWindow* parent, CriteriaDesk& desk, Background& background, Drafts& drafts,
                   std::function<void()> in_force);

    [[nodiscard]] CriteriaModel& model() { return model_; }
    [[nodiscard]] wxPropertyGrid& grid() { return *grid_; }
    [[nodiscard]] CriteriaPreviewPanel& preview_panel() { return *preview_; }
    [[nodiscard]] CriteriaHistoryPanel& history_panel() { return *history_; }
    [[nodiscard]] wxTextCtrl& note() { return *note_; }
    [[nodiscard]] wxTextCtrl& help() { return *help_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }

    void save_draft();
    void publish();
    /// The parameter that the sheet stands on.
    [[nodiscard]] std::optional<ParameterRow> selected() const;
    void reset_selected();

  private:
    void make_menus();
    wxWindow* make_sheet(wxWindow* parent);
    void bind_events();
    void on_model(CriteriaModel::News news);
    void on_done();
    /// Takes over what is being typed; false where it is refused.
    bool commit();
    void on_changing(wxPropertyGridEvent& event);
    void on_changed(wxPropertyGridEvent& event);
    void fill_scopes();
    void fill_sheet();
    void update_rows();
    void update_row(wxPGProperty& property, const ParameterRow& row);
    void filter();
    void show_help();
    void show_state();
    void go_to_changed();

    CriteriaModel model_;
    std::function<void()> in_force_;
    bool refused_ = false;    ///< the last value that was typed
    std::string parameters_;  ///< that the grid has
    wxChoice* scope_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    wxCheckBox* tuned_only_ = nullptr;
    wxPropertyGrid* grid_ = nullptr;
    wxTextCtrl* help_ = nullptr;
    wxButton* reset_ = nullptr;
    wxNotebook* pages_ = nullptr;
    CriteriaPreviewPanel* preview_ = nullptr;
    CriteriaHistoryPanel* history_ = nullptr;
    wxStaticText* state_ = nullptr;
    wxTextCtrl* note_ = nullptr;
    wxButton* draft_ = nullptr;
    wxButton* publish_ = nullptr;
    NoticeBar* bar_ = nullptr;
    Notifier<CriteriaModel::News>::Subscription news_;
};

}  // namespace relis::app
