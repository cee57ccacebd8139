#pragma once

#include <functional>
#include <string>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include "app/appeals_model.h"
#include "app/document_view.h"
#include "app/layout_keeper.h"
#include "app/notice_bar.h"

namespace relis::app {

/// The queue of appeals, the open one in words, and its answer: uphold, uphold in part or dismiss by key, send.
class AppealsWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window. `open_report` shows a report in the main window.
    using OpenReport = std::function<void(const std::string& report_id)>;
    AppealsWindow(wxWindow* parent, AppealsDesk& desk, Background& background, OpenReport open_report);

    [[nodiscard]] AppealsModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] wxDataViewListCtrl& rules() { return *rules_; }
    [[nodiscard]] DocumentView& view() { return *view_; }
    [[nodiscard]] wxTextCtrl& answer() { return *answer_; }
    [[nodiscard]] wxTextCtrl& score() { return *score_; }
    [[nodiscard]] wxButton& send_button() { return *send_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }

  private:
    void make_menus();
    void make_lists(wxWindow& parent);
    void make_answer(wxWindow& parent);
    void on_news(AppealsModel::News news);
    void show_list();
    void show_opened();
    void show_draft();
    void read_score();
    void select_opened();

    AppealsModel model_;
    OpenReport open_report_;
    NoticeBar* bar_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxDataViewListCtrl* rules_ = nullptr;
    DocumentView* view_ = nullptr;
    wxStaticText* outcome_ = nullptr;
    wxTextCtrl* answer_ = nullptr;
    wxTextCtrl* score_ = nullptr;
    wxCheckBox* overturn_ = nullptr;
    wxButton* uphold_ = nullptr;
    wxButton* partly_ = nullptr;
    wxButton* dismiss_ = nullptr;
    wxButton* send_ = nullptr;
    bool filling_ = false;  ///< the program selects or writes, not a person
    Notifier<AppealsModel::News>::Subscription news_;
};

/// Opens the window of appeals from the main window's menu.
class AppealsDoor {
  public:
    /// `desk` and `background` outlive the window.
    AppealsDoor(AppealsDesk& desk, Background& background, AppealsWindow::OpenReport open_report);

    void attach(wxFrame& main, LayoutKeeper& layout);
    AppealsWindow& show();

  private:
    AppealsDesk& desk_;
    Background& background_;
    AppealsWindow::OpenReport open_report_;
    wxFrame* main_ = nullptr;
    LayoutKeeper* layout_ = nullptr;
    wxWeakRef<AppealsWindow> window_;
};

}  // namespace relis::app
