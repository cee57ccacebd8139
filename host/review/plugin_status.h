#pragma once

#include <functional>
#include <set>
#include <string>

#include "plugin/host.h"
#include "review/workspace.h"

namespace relis::review {

/// The ids of the plugins that are switched off in a database.
[[nodiscard]] std::set<std::string, std::less<>> switched_off(store::Database& database);

/// What is told of a loaded plugin.
[[nodiscard]] PluginStatus status_of(const plugin_host::PluginInfo& info);

}  // namespace relis::review
