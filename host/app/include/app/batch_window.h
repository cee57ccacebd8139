#pragma once

#include <string>
#include <vector>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/gauge.h>
#include <wx/stattext.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include "app/batch_model.h"
#include "app/form_notice.h"

namespace relis::app {

/// What would be decided of several reports and what would not, and why; confirmed with one key. Closes by itself once
/// everything was recorded.
class BatchWindow : public wxDialog {
  public:
    /// `model` outlives the window. Plans at once.
    BatchWindow(wxWindow* parent, BatchModel& model, const std::vector<std::string>& report_ids);

    [[nodiscard]] BatchModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] FormNotice& notice() { return *notice_; }
    [[nodiscard]] wxButton& confirm() { return *confirm_; }
    [[nodiscard]] wxButton& cancel() { return *cancel_; }

  private:
    void show_state();
    void show_rows(const std::vector<review::PlannedDecision>& rows);
    void on_cancel();

    BatchModel& model_;
    wxStaticText* head_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    FormNotice* notice_ = nullptr;
    wxGauge* gauge_ = nullptr;
    wxButton* confirm_ = nullptr;
    wxButton* cancel_ = nullptr;
    wxTimer progress_;
    Notifier<BatchModel::News>::Subscription news_;
};

}  // namespace relis::app
