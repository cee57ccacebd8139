#include "review/plugin_switches.h"

#include <algorithm>
#include <set>

#include "plugin/host.h"
#include "plugin_status.h"
#include "store/plugin_guard.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

void require_loaded(Workspace& workspace, const std::string& id) {
    const auto off = workspace.plugins().disabled();
    const bool is_off =
        std::any_of(off.begin(), off.end(), [&](const auto& info) { return info.description.id == id; });
    if (!is_off && !workspace.plugins().find(id)) {
        throw LabelledError(no_plugin(id));
    }
}

}  // namespace

std::set<std::string, std::less<>> switched_off(store::Database& database) {
    std::set<std::string, std::less<>> ids;
    for (const store::DisabledPlugin& off : store::disabled_plugins(database)) ids.insert(off.plugin);
    return ids;
}

PluginStatus status_of(const plugin_host::PluginInfo& info) {
    PluginStatus status;
    status.id = info.description.id;
    status.version = info.description.version;
    status.role = to_string(info.description.role);
    status.name_fr = info.description.name.fr;
    status.name_en = info.description.name.en;
    status.path = info.path;
    return status;
}

void follow_switches(Workspace& workspace) {
    workspace.plugins().disable(switched_off(workspace.database()));
}

bool disable_plugin(Workspace& workspace, const std::string& id, const std::string& reason) {
    require_loaded(workspace, id);
    const bool changed = store::disable_plugin(workspace.database(), {id, workspace.user(), reason, now()});
    follow_switches(workspace);
    if (changed) workspace.changes().announce({Change::Kind::criteria, {}});
    return changed;
}

bool enable_plugin(Workspace& workspace, const std::string& id) {
    require_loaded(workspace, id);
    const bool changed = store::enable_plugin(workspace.database(), id, workspace.user(), now());
    follow_switches(workspace);
    if (changed) workspace.changes().announce({Change::Kind::criteria, {}});
    return changed;
}

std::vector<DisabledPlugin> disabled_plugins(Workspace& workspace) {
    follow_switches(workspace);
    std::vector<DisabledPlugin> result;
    const std::vector<store::DisabledPlugin> switches = store::disabled_plugins(workspace.database());
    for (const plugin_host::PluginInfo& info : workspace.plugins().disabled()) {
        DisabledPlugin plugin;
        plugin.plugin = status_of(info);
        for (const store::DisabledPlugin& off : switches) {
            if (off.plugin != plugin.plugin.id) continue;
            plugin.reason = off.reason;
            plugin.by = off.user;
            plugin.at = off.at;
        }
        result.push_back(std::move(plugin));
    }
    return result;
}

}  // namespace relis::review
