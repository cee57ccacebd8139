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
#include "app/checked_text.h"
#include "app/document_view.h"
#include "app/filing_dialog.h"
#include "app/kept_form.h"
#include "app/layout_keeper.h"
#include "app/notice_bar.h"
#include "app/session.h"

namespace relis::app {

/// The queue of appeals, the open one in words, and its answer: uphold, uphold in part or dismiss by key, send.
class AppealsWindow : public wxFrame {
  public:
    /// `desk`, `background` and `session` outlive the window. `open_report` shows a report in the main window, `record`
    /// where a new appeal is entered.
    using OpenReport = std::function<void(const std::string& report_id)>;
    AppealsWindow(wxWindow* parent, AppealsDesk& desk, Background& background, Session& session, OpenReport open_report,
                  std::function<void()> record);

    [[nodiscard]] AppealsModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] wxDataViewListCtrl& answered() { return *answered_; }
    [[nodiscard]] wxButton& sheet_button() { return *sheet_; }
    [[nodiscard]] wxDataViewListCtrl& rules() { return *rules_; }
    [[nodiscard]] DocumentView& view() { return *view_; }
    [[nodiscard]] wxTextCtrl& answer() { return *answer_; }
    [[nodiscard]] CheckedText& spelling() { return *spelling_; }
    [[nodiscard]] wxTextCtrl& score() { return *score_; }
    [[nodiscard]] wxButton& send_button() { return *send_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }

  private:
    void make_menus();
    void make_lists(wxWindow& parent);
    void make_columns(wxWindow& pages);
    void show_sheet();
    void make_answer(wxWindow& parent);
    void on_news(AppealsModel::News news);
    void show_list();
    void show_opened();
    void show_draft();
    void read_score();
    void select_opened();
    void keep_in_form();

    AppealsModel model_;
    KeptForm form_;
    Session& session_;
    OpenReport open_report_;
    std::function<void()> record_;
    NoticeBar* bar_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxDataViewListCtrl* answered_ = nullptr;
    wxDataViewListCtrl* rules_ = nullptr;
    wxStaticText* no_rules_ = nullptr;
    DocumentView* view_ = nullptr;
    wxStaticText* outcome_ = nullptr;
    wxTextCtrl* answer_ = nullptr;
    wxStaticText* says_ = nullptr;
    std::unique_ptr<CheckedText> spelling_;
    wxTextCtrl* score_ = nullptr;
    wxCheckBox* overturn_ = nullptr;
    wxButton* uphold_ = nullptr;
    wxButton* partly_ = nullptr;
    wxButton* dismiss_ = nullptr;
    wxButton* sheet_ = nullptr;
    wxButton* send_ = nullptr;
    bool filling_ = false;  ///< the program selects or writes, not a person
    Notifier<AppealsModel::News>::Subscription news_;
};

/// Opens the window of appeals, and the one where they are entered, from the main window's menu.
class AppealsDoor {
  public:
    /// The report that lies open in the main window; empty: none.
    using ReportAtHand = std::function<std::string()>;
    /// The desks, `background` and `session` outlive the windows.
    AppealsDoor(AppealsDesk& desk, FilingDesk& filing, Background& background, Session& session,
                AppealsWindow::OpenReport open_report, ReportAtHand report_at_hand);

    void attach(wxFrame& main, LayoutKeeper& layout);
    AppealsWindow& show();
    FilingDialog& record() { return record(report_at_hand_()); }
    /// Of that report; empty: its number is asked for.
    FilingDialog& record(const std::string& report_id);

  private:
    AppealsDesk& desk_;
    FilingDesk& filing_;
    Background& background_;
    Session& session_;
    AppealsWindow::OpenReport open_report_;
    ReportAtHand report_at_hand_;
    wxFrame* main_ = nullptr;
    LayoutKeeper* layout_ = nullptr;
    wxWeakRef<AppealsWindow> window_;
    wxWeakRef<FilingDialog> dialog_;
};

}  // namespace relis::app
