#pragma once

#include <filesystem>
#include <vector>

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/frame.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/timer.h>

#include "app/chart_view.h"
#include "app/dashboard_charts.h"
#include "app/dashboard_model.h"
#include "app/notice_bar.h"

namespace relis::app {

/// The agency in charts, per programme, shopper, reviewer and period; each may be exported.
class DashboardWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window.
    DashboardWindow(wxWindow* parent, DashboardDesk& desk, Background& background);

    [[nodiscard]] DashboardModel& model() { return model_; }
    [[nodiscard]] const std::vector<ChartView*>& charts() const { return views_; }
    /// Whether every chart that is in sight has been drawn since it last changed.
    [[nodiscard]] bool drawn() const { return turns_.idle(); }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    /// What the line above the charts says.
    [[nodiscard]] wxString summary() const { return summary_->GetLabel(); }

    /// Writes every chart as picture, drawing and table, and all figures as one table. One chart at a time, so that the
    /// window stays alive; the bar tells when it is done.
    void export_all(const std::filesystem::path& folder);
    /// The chart that has the focus, in the form that the file's name asks for: .png, .svg or .csv.
    void export_chart(const std::filesystem::path& file);
    void export_figures(const std::filesystem::path& file);

  private:
    void make_menus();
    void make_filters(wxWindow* parent, wxSizer* sizer);
    void on_model(DashboardModel::News news);
    void fill_choices();
    void show_figures();
    void arrange();
    void export_next();
    [[nodiscard]] const DashboardChart* focused() const;
    void ask_chart();
    void ask_figures();
    void ask_folder();

    DashboardModel model_;
    wxChoice* programme_ = nullptr;
    wxChoice* reviewer_ = nullptr;
    wxComboBox* shopper_ = nullptr;
    wxChoice* period_ = nullptr;
    wxStaticText* summary_ = nullptr;
    NoticeBar* bar_ = nullptr;
    wxScrolledWindow* page_ = nullptr;
    wxGridSizer* grid_ = nullptr;
    std::vector<ChartView*> views_;
    Turns turns_;
    std::vector<DashboardChart> charts_;
    std::size_t last_focus_ = 0;
    std::filesystem::path export_folder_;
    std::size_t exported_ = 0;
    wxTimer export_tick_;
    Notifier<DashboardModel::News>::Subscription news_;
};

}  // namespace relis::app
