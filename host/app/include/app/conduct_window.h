#pragma once

#include <functional>
#include <string>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/notebook.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/conduct_model.h"
#include "app/kept_form.h"
#include "app/notice_bar.h"

namespace relis::app {

/// A shopper's conduct: the log of his rating with the cause of each change, notes, confirmed misconduct; below, where
/// a person adds to them.
class ConductWindow : public wxFrame {
  public:
    /// `desk`, `background` and `drafts` outlive the window. `on_change` is told after each change.
    ConductWindow(wxWindow* parent, ConductDesk& desk, Background& background, Drafts& drafts,
                  std::function<void()> on_change);

    void open(const std::string& shopper_id, const std::string& name);
    [[nodiscard]] ConductModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& ratings() { return *ratings_; }
    [[nodiscard]] wxDataViewListCtrl& notes() { return *notes_; }
    [[nodiscard]] wxDataViewListCtrl& misconduct() { return *misconduct_; }
    [[nodiscard]] wxChoice& kind() { return *kind_; }
    /// All of the shopper's reports; a number may be typed.
    [[nodiscard]] wxComboBox& report() { return *report_; }
    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    [[nodiscard]] wxStaticText& warning() { return *warning_; }
    [[nodiscard]] wxButton& record_button() { return *record_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    void record();
    /// Takes back what is selected on the page in sight.
    void take_back();
    /// Shows what the chosen kind asks for.
    void update();

  private:
    [[nodiscard]] ConductPage page() const;
    void make_menus();
    void make_lists(wxWindow& parent);
    void on_news(ConductModel::News news);
    void fill();
    void fill_reports();

    ConductModel model_;
    KeptForm form_;
    std::function<void()> on_change_;
    NoticeBar* bar_;
    wxNotebook* pages_;
    wxDataViewListCtrl* ratings_;
    wxDataViewListCtrl* notes_;
    wxDataViewListCtrl* misconduct_;
    wxChoice* kind_;
    wxComboBox* report_;
    wxTextCtrl* reason_;
    wxStaticText* empty_;  ///< what a page with nothing in it is for
    wxStaticText* warning_;
    wxButton* record_;
    wxButton* take_back_;
    Notifier<ConductModel::News>::Subscription news_;
};

}  // namespace relis::app
