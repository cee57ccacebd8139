#pragma once

#include <functional>
#include <string>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/filing_model.h"
#include "app/kept_form.h"
#include "app/notice_bar.h"

namespace relis::app {

/// What a shopper contests of a report, in his words.
class FilingDialog : public wxDialog {
  public:
    /// `desk`, `background` and `drafts` outlive the dialog. `on_filed` is told after each appeal.
    FilingDialog(wxWindow* parent, FilingDesk& desk, Background& background, Drafts& drafts,
                 std::function<void()> on_filed);

    /// Empty: the report's number is asked for.
    void open(const std::string& report_id);
    [[nodiscard]] FilingModel& model() { return model_; }
    [[nodiscard]] wxTextCtrl& report_id() { return *report_id_; }
    [[nodiscard]] wxDataViewListCtrl& points() { return *points_; }
    [[nodiscard]] wxTextCtrl& text() { return *text_; }
    /// Why a late one is taken; shown where it is late.
    [[nodiscard]] wxTextCtrl& late_reason() { return *late_reason_; }
    [[nodiscard]] wxButton& send_button() { return *send_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }

  private:
    void on_news(FilingModel::News news);
    void show_report();
    void show_points();
    void choose(const std::string& point);
    void update();

    FilingModel model_;
    KeptForm form_;
    std::function<void()> on_filed_;
    NoticeBar* bar_;
    wxTextCtrl* report_id_;
    wxStaticText* about_;
    wxDataViewListCtrl* points_;
    wxStaticText* message_;
    wxTextCtrl* text_;
    wxStaticText* late_;
    wxTextCtrl* late_reason_;
    wxStaticText* hint_;
    wxButton* send_;
    Notifier<FilingModel::News>::Subscription news_;
};

}  // namespace relis::app
