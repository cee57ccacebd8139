#pragma once

#include <span>
#include <vector>

#include <wx/gdicmn.h>
#include <wx/toplevel.h>

namespace relis::app {

/// Where a window can be reached by hand: as it was where enough of its title bar lies on one of the screens, else
/// moved into the nearest screen, and made smaller only where it is larger than that. `screens`: the areas that windows
/// may use; none: as it was.
[[nodiscard]] wxRect on_screens(wxRect window, std::span<const wxRect> screens);

/// The same with the screens that are plugged in now.
[[nodiscard]] wxRect on_screens(const wxRect& window);

/// Puts a window where it stood, on a screen that is there, and once more when it is shown: a window manager may place
/// a new window itself, wherever that asked to be.
void put_back(wxTopLevelWindow& window, const wxRect& stood);

}  // namespace relis::app
