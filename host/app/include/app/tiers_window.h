#pragma once

#include <functional>
#include <string>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/kept_form.h"
#include "app/notice_bar.h"
#include "app/tiers_model.h"

namespace relis::app {

/// Shoppers by tier; above them what their ratings propose, confirmed or refused by a person with a reason.
class TiersWindow : public wxFrame {
  public:
    using ForShopper = std::function<void(const std::string& shopper_id)>;
    /// `desk`, `background` and `drafts` outlive the window. `open_shopper` shows a shopper's file.
    TiersWindow(wxWindow* parent, TiersDesk& desk, Background& background, Drafts& drafts, ForShopper open_shopper);

    [[nodiscard]] TiersModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& proposals() { return *proposals_; }
    [[nodiscard]] wxDataViewCtrl& shoppers() { return *shoppers_; }
    [[nodiscard]] wxChoice& tier() { return *tier_; }
    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    void confirm();
    void refuse();
    /// Withdraws the selected shopper, or takes him back.
    void change();
    /// Makes every rating anew from the log, and tells where the stored one differs.
    void compare();

  private:
    class Rows;
    void make_menus();
    void make_lists(wxWindow& all);
    void fill();
    void apply_filter();
    void update();
    void on_news(TiersModel::News news);
    /// What was written, or nothing with a word on what lacks.
    [[nodiscard]] std::string reason_given();
    [[nodiscard]] std::size_t selected_proposal() const;
    [[nodiscard]] std::size_t selected_shopper() const;
    void open_selected();
    void tell_mismatches();

    TiersModel model_;
    KeptForm form_;
    ForShopper open_shopper_;
    bool of_shoppers_ = false;  ///< a shopper of the list was selected last, not a proposal
    NoticeBar* bar_;
    wxStaticText* head_;
    wxStaticText* counts_;
    wxDataViewListCtrl* proposals_;
    wxChoice* tier_;
    wxSearchCtrl* search_;
    wxDataViewCtrl* shoppers_;
    wxObjectDataPtr<Rows> rows_;
    wxStaticText* about_;
    wxTextCtrl* reason_;
    wxButton* confirm_;
    wxButton* refuse_;
    wxButton* change_;
    Notifier<TiersModel::News>::Subscription news_;
};

}  // namespace relis::app
