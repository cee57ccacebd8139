#pragma once

#include <string>
#include <vector>

#include <relis/moment.h>

#include "review/workspace.h"

// Plugins that a person switched off: loaded where they can be, so that their version and parameters are known, but
// never called. The
// switch is kept in the database, for all programs that work on it; they follow when they next look at their plugins or
// rate reports.
namespace relis::review {

/// A plugin that is off.
struct DisabledPlugin {
    PluginStatus plugin;
    std::string by;
    Moment at;
    std::string reason;
};

/// Switches a plugin off or on again. Reports that wait become stale: assess_pending rates them anew, without it or
/// with it. One that cannot be called (skipped, refused, not installed here) is switched off as well, whereupon what
/// was kept of it goes. Returns whether anything changed. Throws std::runtime_error where a plugin of that id is
/// neither loaded nor off, and nothing is kept of it.
bool disable_plugin(Workspace& workspace, const std::string& id, const std::string& reason);
bool enable_plugin(Workspace& workspace, const std::string& id);

/// Plugins that cannot be called and are not off, whose earlier results are kept, by id.
[[nodiscard]] std::vector<std::string> absent_plugins(Workspace& workspace);

/// The plugins that are off, those that are loaded first, each by id; of the others only the id is known.
/// Workspace::plugin_status lists those that are on.
[[nodiscard]] std::vector<DisabledPlugin> disabled_plugins(Workspace& workspace);

/// Reads anew what is switched off, since other programs may have changed it.
void follow_switches(Workspace& workspace);

}  // namespace relis::review
