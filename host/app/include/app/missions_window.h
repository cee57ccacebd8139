#pragma once

#include <functional>
#include <optional>
#include <string>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include "app/kept_form.h"
#include "app/layout_keeper.h"
#include "app/missions_model.h"
#include "app/moment_picker.h"
#include "app/notice_bar.h"

namespace relis::app {

/// Missions that nobody has, ranked candidates for the one that lies open, and what else may be done with it.
class MissionsWindow : public wxFrame {
  public:
    using ForShopper = std::function<void(const std::string& shopper_id)>;
    /// `desk`, `background` and `drafts` outlive the window. `open_shopper` shows a shopper's file.
    MissionsWindow(wxWindow* parent, MissionsDesk& desk, Background& background, Drafts& drafts,
                   ForShopper open_shopper);

    [[nodiscard]] MissionsModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& missions() { return *missions_; }
    [[nodiscard]] wxDataViewListCtrl& candidates() { return *candidates_; }
    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    /// When the new visit is due, or when the shopper cancelled.
    [[nodiscard]] MomentPicker& when() { return *when_; }
    [[nodiscard]] wxButton& assign_button() { return *assign_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    void assign();
    /// Shows what may be done with the open mission and the selected candidate.
    void update();

  private:
    void make_menus();
    void make_lists(wxWindow& parent);
    void on_news(MissionsModel::News news);
    void show_list();
    void select_opened();
    void show_head();
    void show_opened();
    [[nodiscard]] std::size_t selected_candidate() const;
    /// What a person wrote; absent: nothing, so that the proposal or the present counts.
    [[nodiscard]] std::optional<Moment> written_moment() const;
    /// Whether that can be read; else it is told.
    bool readable();

    MissionsModel model_;
    KeptForm form_;
    ForShopper open_shopper_;
    bool filling_ = false;  ///< the program selects, not a person
    NoticeBar* bar_;
    wxSearchCtrl* number_;
    wxDataViewListCtrl* missions_;
    wxStaticText* head_;
    wxDataViewListCtrl* candidates_;
    wxTextCtrl* why_;
    wxTextCtrl* reason_;
    wxStaticText* when_label_;
    MomentPicker* when_;
    bool when_written_ = false;  ///< by a person
    wxButton* assign_;
    wxButton* cancel_;
    wxButton* miss_;
    wxButton* reopen_;
    wxButton* undo_;
    Notifier<MissionsModel::News>::Subscription news_;
};

/// Opens the window of missions from the main window's menu.
class MissionsDoor {
  public:
    /// `desk`, `background` and `drafts` outlive the window.
    MissionsDoor(MissionsDesk& desk, Background& background, Drafts& drafts, MissionsWindow::ForShopper open_shopper);

    void attach(wxFrame& main, LayoutKeeper& layout);
    MissionsWindow& show();

  private:
    MissionsDesk& desk_;
    Background& background_;
    Drafts& drafts_;
    MissionsWindow::ForShopper open_shopper_;
    wxFrame* main_ = nullptr;
    LayoutKeeper* layout_ = nullptr;
    wxWeakRef<MissionsWindow> window_;
};

}  // namespace relis::app
