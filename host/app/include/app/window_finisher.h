#pragma once

#include <wx/eventfilter.h>

namespace relis::app {

/// What every window and dialog of the program gets when it is shown, for as long as this lives: names for assistive
/// technology (`accessible_names`), and fields as high as their letters (`fitting`).
class WindowFinisher : public wxEventFilter {
  public:
    WindowFinisher();
    ~WindowFinisher() override;
    WindowFinisher(const WindowFinisher&) = delete;
    WindowFinisher& operator=(const WindowFinisher&) = delete;
    int FilterEvent(wxEvent& event) override;
};

}  // namespace relis::app
