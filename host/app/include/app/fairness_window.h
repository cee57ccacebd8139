#pragma once

#include <array>
#include <filesystem>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>

#include "app/chart_view.h"
#include "app/fairness_model.h"
#include "app/notice_bar.h"

namespace relis::app {

/// How missions spread over shoppers, and where decisions and scores of a region or a tenure differ from all others.
class FairnessWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window.
    FairnessWindow(wxWindow* parent, FairnessDesk& desk, Background& background);

    [[nodiscard]] FairnessModel& model() { return model_; }
    [[nodiscard]] wxDataViewCtrl& list() { return *list_; }
    /// Missions a shopper, then the differences that the chosen row belongs to.
    [[nodiscard]] const std::array<ChartView*, 2>& charts() const { return charts_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }

    /// The chart that had the focus last, in the form that the file's name asks for: .png, .svg or .csv.
    void export_chart(const std::filesystem::path& file);
    void export_figures(const std::filesystem::path& file);

  private:
    class Rows;
    void make_menus();
    void make_filters(wxWindow& parent, wxSizer& sizer);
    void make_list(wxWindow& parent);
    void make_charts(wxWindow& parent);
    void on_model(FairnessModel::News news);
    void fill_programmes();
    void show_figures();
    void show_rows();
    void show_charts();
    void ask_chart();
    void ask_figures();

    FairnessModel model_;
    NoticeBar* bar_ = nullptr;
    wxChoice* period_ = nullptr;
    wxChoice* programme_ = nullptr;
    wxCheckBox* only_notable_ = nullptr;
    wxStaticText* spread_ = nullptr;
    wxStaticText* concentration_ = nullptr;
    wxStaticText* differences_ = nullptr;
    wxStaticText* emptiness_ = nullptr;
    wxSplitterWindow* split_ = nullptr;
    wxDataViewCtrl* list_ = nullptr;
    wxObjectDataPtr<Rows> rows_;
    Turns turns_;
    std::array<ChartView*, 2> charts_{};
    std::size_t last_chart_ = 0;
    Notifier<FairnessModel::News>::Subscription news_;
};

}  // namespace relis::app
