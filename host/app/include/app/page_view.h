#pragma once

#include <string>

#include <wx/panel.h>
#include <wx/timer.h>

class wxWebView;

namespace relis::app {

/// A page of HTML drawn as a browser draws it. Runs no script, leaves the page for nowhere.
class PageView : public wxPanel {
  public:
    PageView(wxWindow* parent, const wxString& name);

    /// Shows a page that refers to nothing outside itself.
    void show(const std::string& html);
    /// Whether the page last shown has been drawn.
    [[nodiscard]] bool drawn() const { return drawn_; }

  private:
    /// The next step towards a view: one in each turn of the event loop.
    void begin();
    void draw();
    /// False where there is no WebKit, which is said in its place.
    bool make_view();

    wxString name_;
    wxTimer begin_;
    bool begun_ = false;
    std::string html_;  ///< to be drawn once there is a view
    wxWebView* web_ = nullptr;
    bool drawn_ = false;
};

}  // namespace relis::app
