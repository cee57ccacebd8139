#pragma once

#include <wx/defs.h>

class wxMenuBar;

namespace relis::app {

/// What the menus offer beyond wxWidgets' own commands.
enum Command : int {
    command_import_files = wxID_HIGHEST + 1,
    command_import_folder,
    command_assess,
    command_accept,
    command_rework,
    command_reassign,
    command_next_report,
    command_previous_report,
    command_next_finding,
    command_previous_finding,
    command_next_part,
    command_inapplicable,
    command_plugins,
    command_retry_plugins,
    command_keys
};

/// The menu bar with all keys. The caller's frame takes it over.
[[nodiscard]] wxMenuBar* make_menu_bar();

}  // namespace relis::app
