#pragma once

#include <functional>
#include <memory>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/checked_text.h"
#include "app/kept_form.h"
#include "app/notice_bar.h"
#include "app/remarks_model.h"
#include "app/session.h"

namespace relis::app {

/// The agency's library of remarks: read, added to, changed, and asked in the rework that is being written.
class RemarksWindow : public wxFrame {
  public:
    /// Asks that in the rework that is being written.
    using Use = std::function<void(const review::ReworkReason&)>;
    /// All outlive the window.
    RemarksWindow(wxWindow* parent, ReworkDesk& desk, Background& background, Session& session, Use use);

    [[nodiscard]] RemarksModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    [[nodiscard]] wxTextCtrl& name() { return *name_; }
    [[nodiscard]] wxTextCtrl& text() { return *text_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    void save();
    void remove();
    void use();
    /// Empties the fields for another remark.
    void begin_new();
    /// Selects the remark of that name, empty: another one, with what was written of it.
    void open(const std::string& id);

  private:
    void make_menus();
    void fill();
    void show_selected();
    void update();
    [[nodiscard]] const review::LibraryRemark* selected() const;
    void keep_from_here(const std::string& id);

    RemarksModel model_;
    KeptForm form_;
    Session& session_;
    Use use_;
    NoticeBar* bar_;
    wxDataViewListCtrl* list_;
    wxTextCtrl* name_;
    wxTextCtrl* text_;
    wxStaticText* says_;
    wxButton* save_;
    wxButton* use_button_;
    std::string to_open_;  ///< once the list has arrived
    std::string wanted_;   ///< to be selected once the list has been loaded again
    std::unique_ptr<CheckedText> spelling_;
    Notifier<RemarksModel::News>::Subscription news_;
    Notifier<DecisionModel::News>::Subscription decision_news_;
};

}  // namespace relis::app
