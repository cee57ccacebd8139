#include "review/plugin_switches.h"

#include <algorithm>
#include <set>

#include "plugin/host.h"
#include "plugin_status.h"
#include "store/assessments.h"
#include "store/plugin_guard.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

bool is_loaded(Workspace& workspace, const std::string& id) {
    const auto off = workspace.plugins().disabled();
    return workspace.plugins().find(id) ||
           std::ranges::any_of(off, [&](const auto& info) { return info.description.id == id; });
}

void require_known(Workspace& workspace, const std::string& id) {
    if (!is_loaded(workspace, id) && !switched_off(workspace.database()).contains(id) &&
        std::ranges::count(store::kept_plugins(workspace.database()), id) == 0) {
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
    require_known(workspace, id);
    const bool changed = store::disable_plugin(workspace.database(), {id, workspace.user(), reason, now()});
    follow_switches(workspace);
    if (changed) workspace.changes().announce({Change::Kind::criteria, {}});
    return changed;
}

bool enable_plugin(Workspace& workspace, const std::string& id) {
    require_known(workspace, id);
    const bool changed = store::enable_plugin(workspace.database(), id, workspace.user(), now());
    follow_switches(workspace);
    if (changed) workspace.changes().announce({Change::Kind::criteria, {}});
    return changed;
}

std::vector<std::string> absent_plugins(Workspace& workspace) {
    std::vector<std::string> absent = store::kept_plugins(workspace.database());
    const auto off = switched_off(workspace.database());
    std::erase_if(absent, [&](const std::string& id) { return off.contains(id) || is_loaded(workspace, id); });
    return absent;
}

std::vector<DisabledPlugin> disabled_plugins(Workspace& workspace) {
    follow_switches(workspace);
    std::vector<DisabledPlugin> result;
    for (const plugin_host::PluginInfo& info : workspace.plugins().disabled()) {
        result.push_back({status_of(info), {}, {}, {}});
    }
    for (const store::DisabledPlugin& off : store::disabled_plugins(workspace.database())) {
        auto found = std::ranges::find(result, off.plugin, [](const DisabledPlugin& known) { return known.plugin.id; });
        if (found == result.end()) {
            found = result.insert(found, DisabledPlugin{});
            found->plugin.id = off.plugin;
        }
        found->reason = off.reason;
        found->by = off.user;
        found->at = off.at;
    }
    return result;
}

}  // namespace relis::review
