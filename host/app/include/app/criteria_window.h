#pragma once

#include <functional>

#include <wx/button.h>
#include <wx/frame.h>
#include <wx/notebook.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/criteria_panels.h"
#include "app/criteria_sheet_panel.h"
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
    [[nodiscard]] CriteriaSheetPanel& sheet() { return *sheet_; }
    /// Both are made when they are first asked for.
    CriteriaPreviewPanel& preview_panel();
    CriteriaHistoryPanel& history_panel();
    [[nodiscard]] wxTextCtrl& note() { return *note_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }

    void save_draft();
    void publish();

  private:
    void make_menus();
    void bind_events();
    void on_model(CriteriaModel::News news);
    void on_done();
    void show_state();

    CriteriaModel model_;
    std::function<void()> in_force_;
    CriteriaSheetPanel* sheet_ = nullptr;
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
