#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

enum class GuardState {
    loading,  ///< marked before it is loaded; still so at the next start: it took the program down
    ok,
    failed
};

/// What is known of a plugin file from earlier starts.
struct PluginGuard {
    std::string path;
    std::string plugin;  ///< id, empty until it was loaded once
    GuardState state = GuardState::loading;
    std::string message;  ///< why it failed
    Moment at;
    bool operator==(const PluginGuard&) const = default;
};

/// Keeps (adds or replaces) what is known of the file `guard.path`; on disk when the call returns.
void save_plugin_guard(Database& database, const PluginGuard& guard);

/// What is known of a file, or nothing.
[[nodiscard]] std::optional<PluginGuard> load_plugin_guard(Database& database, const std::string& path);

/// Forgets a file, so that it is tried again. False where nothing was known.
bool clear_plugin_guard(Database& database, const std::string& path);

/// All files, by path.
[[nodiscard]] std::vector<PluginGuard> list_plugin_guards(Database& database);

/// A plugin that a person switched off, for all programs on this database.
struct DisabledPlugin {
    std::string plugin;  ///< id
    std::string user;
    std::string reason;
    Moment at;
    bool operator==(const DisabledPlugin&) const = default;
};

/// Switches a plugin off, with an event; one that is off already stays as it was. Returns whether anything changed.
bool disable_plugin(Database& database, const DisabledPlugin& plugin);

/// Switches it on again, with an event. False where it was on.
bool enable_plugin(Database& database, const std::string& plugin, const std::string& user, const Moment& at);

/// Those that are off, by id.
[[nodiscard]] std::vector<DisabledPlugin> disabled_plugins(Database& database);

}  // namespace relis::store
