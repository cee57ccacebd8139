#pragma once

#include <functional>
#include <string>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/textctrl.h>

#include "app/kept_form.h"
#include "app/notice_bar.h"
#include "app/plugins_model.h"

namespace relis::app {

/// What is loaded, switched off, refused or skipped, and why; plugins can be switched off and on.
class PluginsWindow : public wxFrame {
  public:
    /// `desk`, `background` and `drafts` outlive the window. `switched` is called when reports are to be rated anew.
    PluginsWindow(wxWindow* parent, PluginsDesk& desk, Background& background, Drafts& drafts,
                  std::function<void()> switched);

    [[nodiscard]] PluginsModel& model() { return model_; }
    [[nodiscard]] wxDataViewListCtrl& list() { return *list_; }
    /// Why the selected plugin is to be switched off.
    [[nodiscard]] wxTextCtrl& reason() { return *reason_; }
    [[nodiscard]] NoticeBar& bar() { return *bar_; }
    /// Selects that plugin, now or once it is known.
    void select(const std::string& id);
    /// Where no reason is written, says so.
    void disable();
    void enable();
    void retry();

  private:
    void fill();
    void show_selected();
    /// The reason for switching that plugin off, with what was written before.
    void show_form(const PluginEntry& plugin);
    /// It was sent.
    void forget_reason();
    [[nodiscard]] std::size_t selected() const;

    PluginsModel model_;
    Drafts& drafts_;
    KeptForm form_;
    std::string switching_off_;  ///< while it is
    std::string wanted_;         ///< to be selected once it is known
    std::function<void()> switched_;
    NoticeBar* bar_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxTextCtrl* details_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxButton* disable_ = nullptr;
    wxButton* enable_ = nullptr;
    wxButton* retry_ = nullptr;
    Notifier<PluginsModel::News>::Subscription news_;
};

}  // namespace relis::app
