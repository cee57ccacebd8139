#pragma once

#include <string_view>
#include <vector>

#include <wx/string.h>

namespace relis::app {

/// Keys as the interface's language calls them: `Ctrl+Shift+Down` is `Ctrl+Maj+Bas` in French. `keys` are English,
/// joined by `+`, several parted by `, `.
[[nodiscard]] wxString names_of_keys(std::string_view keys);

/// Keys of the main window and what they do.
struct KeyLine {
    wxString keys;
    wxString what;
};
/// All of them, as F1 shows them.
[[nodiscard]] std::vector<KeyLine> keyboard_overview();

}  // namespace relis::app
