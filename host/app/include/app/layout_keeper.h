#pragma once

#include <map>
#include <memory>

#include <wx/string.h>
#include <wx/toplevel.h>
#include <wx/weakref.h>

class wxConfigBase;

namespace relis::app {

/// Gives windows the size and the place that they had when they were last used, and their controls' names to assistive
/// technology; Escape closes them.
class LayoutKeeper {
  public:
    /// `config` outlives the keeper; null: nothing is kept. Windows may outlive both.
    explicit LayoutKeeper(wxConfigBase* config) : config_(std::make_shared<wxConfigBase*>(config)) {}
    ~LayoutKeeper() { *config_ = nullptr; }
    LayoutKeeper(const LayoutKeeper&) = delete;
    LayoutKeeper& operator=(const LayoutKeeper&) = delete;

    /// Puts the window where it was left, or where it can be reached (on_screens) if that screen is gone, or over the
    /// main window, and so on its screen, where none was kept; with its panes as they were divided; and remembers from
    /// now on. `key` names the window.
    void keep(wxTopLevelWindow& window, const wxString& key);

    /// Whether a window of that key is open.
    [[nodiscard]] bool open(const wxString& key) const;

  private:
    void keep_panes(wxWindow& parent, const wxString& place, int& number);

    std::shared_ptr<wxConfigBase*> config_;
    std::map<wxString, wxWeakRef<wxTopLevelWindow>> windows_;
};

}  // namespace relis::app
