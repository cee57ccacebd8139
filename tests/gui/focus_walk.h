// Where the Tab key leads, as assistive technology is told.
#pragma once

#include <string>
#include <vector>

#include <wx/gdicmn.h>
#include <wx/toplevel.h>

namespace relis::app {

/// A control that has the keys' focus.
struct FocusStop {
    void* widget = nullptr;
    std::string kind;  ///< of GTK: `GtkEntry`
    std::string name;  ///< what a screen reader says; empty: nothing
    wxRect place;      ///< in the window
    wxRect before;     ///< where the stop before it lay when this one had the focus: what scrolls has moved
    bool operator==(const FocusStop& other) const { return widget == other.widget; }
};

/// The control that has the focus in that window; without a widget: none has.
[[nodiscard]] FocusStop focused(const wxTopLevelWindow& window);

/// Presses Tab (or Shift+Tab) until a control comes again, at most `most` times; the stops in their order. The window
/// has the keys.
[[nodiscard]] std::vector<FocusStop> walk_focus(const wxTopLevelWindow& window, bool backwards = false, int most = 80);

/// What is wrong with such a way: stops without a name, a way that does not come back, steps against the reading
/// order (a step up that does not lead to the right, but for the one back to the beginning). One line each; empty:
/// fine.
[[nodiscard]] std::string faults_of(const std::vector<FocusStop>& stops, const FocusStop& after_last,
                                    bool backwards = false);

}  // namespace relis::app
