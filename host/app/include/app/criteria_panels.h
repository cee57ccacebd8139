#pragma once

#include <functional>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/gauge.h>
#include <wx/panel.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>

#include "app/chart_view.h"
#include "app/criteria_model.h"

namespace relis::app {

/// What the changes would do: score changes drawn, agreement with people before and after, the reports that move most.
/// Measures again shortly after a change.
class CriteriaPreviewPanel : public wxPanel {
  public:
    /// `model` outlives the panel.
    CriteriaPreviewPanel(wxWindow* parent, CriteriaModel& model);

    /// Measures now.
    void refresh();
    void choose_folder();

    [[nodiscard]] ChartView& chart() { return *chart_; }
    [[nodiscard]] wxDataViewListCtrl& agreement() { return *agreement_; }
    [[nodiscard]] wxDataViewListCtrl& moved() { return *moved_; }
    [[nodiscard]] wxTextCtrl& reports() { return *reports_; }

  private:
    void on_model(CriteriaModel::News news);
    void on_preview(CriteriaPreview::News news);
    void show_progress();
    void show_results();
    void fill_agreement();
    void fill_moved();

    CriteriaModel& model_;
    wxTextCtrl* reports_ = nullptr;
    wxSpinCtrl* sample_ = nullptr;
    wxStaticText* folder_ = nullptr;
    wxStaticText* summary_ = nullptr;
    wxGauge* gauge_ = nullptr;
    wxButton* stop_ = nullptr;
    Turns turns_;
    ChartView* chart_ = nullptr;
    wxDataViewListCtrl* agreement_ = nullptr;
    wxDataViewListCtrl* moved_ = nullptr;
    wxTimer settle_;  ///< waits for the last of several changes
    wxTimer tick_;
    Notifier<CriteriaModel::News>::Subscription model_news_;
    Notifier<CriteriaPreview::News>::Subscription preview_news_;
};

/// All versions of the set, with who made them and why; an earlier one can be put in force again or taken as changes.
class CriteriaHistoryPanel : public wxPanel {
  public:
    CriteriaHistoryPanel(wxWindow* parent, CriteriaModel& model);

    /// The version that is selected; null: none.
    [[nodiscard]] const review::CriteriaVersion* selected() const;
    void select(std::int64_t criteria_set);
    void roll_back();
    void take();

    [[nodiscard]] wxDataViewListCtrl& versions() { return *versions_; }
    [[nodiscard]] wxTextCtrl& details() { return *details_; }
    [[nodiscard]] wxButton& roll_back_button() { return *roll_back_; }

  private:
    void fill();
    void show_selected();

    CriteriaModel& model_;
    wxDataViewListCtrl* versions_ = nullptr;
    wxTextCtrl* details_ = nullptr;
    wxButton* roll_back_ = nullptr;
    wxButton* take_ = nullptr;
    Notifier<CriteriaModel::News>::Subscription news_;
};

}  // namespace relis::app
