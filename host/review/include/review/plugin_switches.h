#pragma once

#include <string>
#include <vector>

#include <relis/moment.h>

#include "review/workspace.h"

// Plugins that a person switched off: loaded, so that their version and parameters are known, but never called. The
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
/// with it. Returns whether anything changed. Throws std::runtime_error where no plugin of that id is loaded.
bool disable_plugin(Workspace& workspace, const std::string& id, const std::string& reason);
bool enable_plugin(Workspace& workspace, const std::string& id);

/// The loaded plugins that are off, by id; Workspace::plugin_status lists the others.
[[nodiscard]] std::vector<DisabledPlugin> disabled_plugins(Workspace& workspace);

/// Reads anew what is switched off, since other programs may have changed it.
void follow_switches(Workspace& workspace);

}  // namespace relis::review
