#pragma once

#include <span>
#include <vector>

#include <wx/gdicmn.h>

namespace relis::app {

/// Where a window can be reached by hand: as it was where enough of its title bar lies on one of the screens, else
/// moved into the nearest screen, and made smaller only where it is larger than that. `screens`: the areas that windows
/// may use; none: as it was.
[[nodiscard]] wxRect on_screens(wxRect window, std::span<const wxRect> screens);

/// The same with the screens that are plugged in now.
[[nodiscard]] wxRect on_screens(const wxRect& window);

}  // namespace relis::app
