#pragma once

#include <memory>

#include <wx/string.h>
#include <wx/toplevel.h>

class wxConfigBase;

namespace relis::app {

/// Gives windows the size that they had when they were last used, and their controls' names to assistive technology.
class LayoutKeeper {
  public:
    /// `config` outlives the keeper; null: nothing is kept. Windows may outlive both.
    explicit LayoutKeeper(wxConfigBase* config) : config_(std::make_shared<wxConfigBase*>(config)) {}
    ~LayoutKeeper() { *config_ = nullptr; }
    LayoutKeeper(const LayoutKeeper&) = delete;
    LayoutKeeper& operator=(const LayoutKeeper&) = delete;

    /// Sizes the window as it was left, inside its display, with its panes as they were divided, and remembers from now
    /// on. `key` names the window.
    void keep(wxTopLevelWindow& window, const wxString& key);

  private:
    void keep_panes(wxWindow& parent, const wxString& place, int& number);

    std::shared_ptr<wxConfigBase*> config_;
};

}  // namespace relis::app
