#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include <boost/dll/shared_library.hpp>

#include <relis/plugin.h>

#include "plugin/host.h"

namespace relis::plugin_host {

/// A plugin with the module its code stands in. Whoever runs code of the plugin, or holds an exception it threw,
/// shares this.
struct LoadedPlugin {
    boost::dll::shared_library library;  // first: unloaded last
    PluginInfo info;
    std::unique_ptr<Plugin> plugin;
    /// The plugin in the class of its role; the three others are null.
    const Criterion* criterion = nullptr;
    const Inspection* inspection = nullptr;
    const DecisionPolicy* decision_policy = nullptr;
    const ReliabilityModel* reliability_model = nullptr;
    /// Calls that were given up and still run.
    std::shared_ptr<std::atomic<int>> overruns = std::make_shared<std::atomic<int>>(0);
};

/// A loaded plugin, or why there is none.
struct LoadResult {
    std::shared_ptr<const LoadedPlugin> plugin;
    Label refusal;  ///< one line
};

/// Loads and checks one module; never throws for what the module does.
[[nodiscard]] LoadResult load_plugin(const std::filesystem::path& path, const Environment& environment);

}  // namespace relis::plugin_host
