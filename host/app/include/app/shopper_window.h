#pragma once

#include <functional>
#include <string>

#include <wx/dataview.h>
#include <wx/frame.h>

#include "app/chart_view.h"
#include "app/document_view.h"
#include "app/notice_bar.h"
#include "app/shopper_model.h"

namespace relis::app {

/// A shopper's file: card, notes and punctuality, rating and scores drawn, reports. Enter on a report opens it in the
/// main window.
class ShopperWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window. `open_report` shows a report, `show_feedback` what its shopper gets,
    /// `show_conduct` notes, misconduct and the log of the rating, `choose_month` asks for a month and shows its
    /// feedback.
    using ForReport = std::function<void(const std::string& report_id)>;
    ShopperWindow(wxWindow* parent, ShopperDesk& desk, Background& background, ForReport open_report,
                  ForReport show_feedback, std::function<void()> show_conduct, std::function<void()> choose_month);

    void open(const std::string& shopper_id);
    [[nodiscard]] ShopperModel& model() { return model_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    [[nodiscard]] DocumentView& card() { return *card_; }
    [[nodiscard]] ChartView& rating() { return *rating_; }
    [[nodiscard]] ChartView& scores() { return *scores_; }
    [[nodiscard]] wxDataViewListCtrl& reports() { return *reports_; }

  private:
    void make_menus();
    void show_file();
    void show_reports(const review::ShopperFile& file);
    [[nodiscard]] std::string selected_report() const;

    ShopperModel model_;
    ForReport open_report_;
    ForReport show_feedback_;
    std::function<void()> show_conduct_;
    std::function<void()> choose_month_;
    NoticeBar* bar_ = nullptr;
    DocumentView* card_ = nullptr;
    Turns turns_;
    ChartView* rating_ = nullptr;
    ChartView* scores_ = nullptr;
    wxDataViewListCtrl* reports_ = nullptr;
    Notifier<>::Subscription news_;
};

}  // namespace relis::app
