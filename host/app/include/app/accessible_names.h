#pragma once

#include <string>

class wxWindow;

namespace relis::app {

/// Hands the names of a window's controls (wxWindow::SetName) to the desktop's assistive technology, which wxWidgets
/// does not do under GTK; without it a screen reader would say nothing at a control that is drawn by ourselves. Controls
/// without a name of their own keep what the desktop makes of their label. Does nothing on another desktop.
void announce_names(wxWindow& window);

/// What assistive technology is told a control is called; empty: nothing.
[[nodiscard]] std::string announced_name(const wxWindow& window);

}  // namespace relis::app
