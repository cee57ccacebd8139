#pragma once

#include <wx/toplevel.h>

#include "app/background.h"

namespace relis::app {

/// Shows the window in front of the others, with the focus. One that is not shown yet comes up a moment later, and gets
/// the focus after it was drawn: making a window, laying it out and drawing it, and drawing anew the one that loses the
/// focus, take their time each, and the program answers in between. `background` outlives the program's events.
void bring_up(wxTopLevelWindow& window, const Background& background);

}  // namespace relis::app
