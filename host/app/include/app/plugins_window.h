#pragma once

#include <functional>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/textctrl.h>

#include "app/notice_bar.h"
#include "app/plugins_model.h"

namespace relis::app {

/// What is loaded, switched off, refused or skipped, and why; plugins can be switched off and on.
class PluginsWindow : public wxFrame {
  public:
    /// `desk` and `background` outlive the window. `switched` is called when reports are to be rated anew.
    PluginsWindow(wxWindow* parent, PluginsDesk& desk, Background& background, std::function<void()> switched);

    [[nodiscard]] PluginsModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    /// Asks for the reason first.
    void disable();
    void enable();
    void retry();

  private:
    void fill();
    void show_selected();
    [[nodiscard]] std::size_t selected() const;

    PluginsModel model_;
    std::function<void()> switched_;
    NoticeBar* bar_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxTextCtrl* details_ = nullptr;
    wxButton* disable_ = nullptr;
    wxButton* enable_ = nullptr;
    wxButton* retry_ = nullptr;
    Notifier<PluginsModel::News>::Subscription news_;
};

}  // namespace relis::app
