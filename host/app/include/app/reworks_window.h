#pragma once

#include <functional>
#include <string>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/notice_bar.h"
#include "app/reworks_model.h"

namespace relis::app {

/// Reworks that await their shopper: overdue ones first, with what was asked, and a courteous reminder.
class ReworksWindow : public wxFrame {
  public:
    using ForReport = std::function<void(const std::string& report_id)>;
    /// Both outlive the window. `open_report` shows a report in the main window; `ended` is told when reports await a
    /// decision again.
    ReworksWindow(wxWindow* parent, ReworkDesk& desk, Background& background, ForReport open_report,
                  std::function<void()> ended);

    [[nodiscard]] ReworksModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] wxTextCtrl& details() { return *details_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    /// Shows the reminder to the shopper of the selected one.
    void remind();
    /// Copies the reminder that is shown and keeps that it was given.
    void keep_reminder();
    /// Puts the reminder to the shopper of the selected one into the outbox.
    void mail_reminder();
    void expire();

  private:
    void make_menus();
    void fill();
    void show_selected();
    void on_news(ReworksModel::News news);
    [[nodiscard]] const WaitingRework* selected() const;
    /// Whether he was not reminded yet, or a person says once more.
    bool may_remind(const review::AskedRework& rework);
    void tell_mailed();

    ReworksModel model_;
    ForReport open_report_;
    std::function<void()> ended_;
    std::string shown_reminder_;  ///< the report whose reminder is shown; empty: what was asked is
    NoticeBar* bar_;
    wxStaticText* head_;
    wxDataViewListCtrl* list_;
    wxStaticText* below_;
    wxTextCtrl* details_;
    wxButton* open_;
    wxButton* remind_;
    wxButton* keep_;
    wxButton* mail_;
    wxButton* expire_;
    Notifier<ReworksModel::News>::Subscription news_;
};

}  // namespace relis::app
