#include "store/plugin_guard.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

const std::string select_guard = "SELECT path, plugin, state, message, at, at_offset FROM plugin_guard";
constexpr const char* guard_types = "ttttii";

constexpr std::string_view name_of(GuardState state) {
    switch (state) {
        case GuardState::loading:
            return "loading";
        case GuardState::ok:
            return "ok";
        case GuardState::failed:
            break;
    }
    return "failed";
}

PluginGuard guard_of(Row& row) {
    PluginGuard guard;
    guard.path = row.text();
    guard.plugin = row.text();
    const std::string state = row.text();
    if (state != "loading") guard.state = state == "ok" ? GuardState::ok : GuardState::failed;
    guard.message = row.text();
    guard.at = row.moment();
    return guard;
}

}  // namespace

void save_plugin_guard(Database& database, const PluginGuard& guard) {
    write(
        database,
        [&](Connection& c) {
            c.run(
                "INSERT INTO plugin_guard (path, plugin, state, message, at, at_offset) VALUES (:path, :plugin, "
                ":state, :message, :at, :at_offset) ON CONFLICT (path) DO UPDATE SET plugin = excluded.plugin, state "
                "= excluded.state, message = excluded.message, at = excluded.at, at_offset = excluded.at_offset",
                Arguments(guard.path, guard.plugin, name_of(guard.state), guard.message, guard.at));
        },
        Durability::full);
}

std::optional<PluginGuard> load_plugin_guard(Database& database, const std::string& path) {
    return read(database, [&](Connection& c) {
        return c.first(guard_types, select_guard + " WHERE path = :path", Arguments(path), guard_of);
    });
}

bool clear_plugin_guard(Database& database, const std::string& path) {
    return write(database, [&](Connection& c) {
        return c.run("DELETE FROM plugin_guard WHERE path = :path", Arguments(path)) > 0;
    });
}

std::vector<PluginGuard> list_plugin_guards(Database& database) {
    return read(database, [](Connection& c) {
        return c.all(guard_types, select_guard + " ORDER BY path", Arguments(), guard_of);
    });
}

bool disable_plugin(Database& database, const DisabledPlugin& plugin) {
    return write(database, [&](Connection& c) {
        ensure_user(c, plugin.user);
        const bool changed =
            c.run(
                "INSERT INTO disabled_plugins (plugin, user_id, reason, disabled_at, disabled_offset) VALUES (:plugin, "
                ":user_id, :reason, :disabled_at, :disabled_offset) ON CONFLICT (plugin) DO NOTHING",
                Arguments(plugin.plugin, plugin.user, plugin.reason, plugin.at)) > 0;
        if (changed)
            write_event(c, {0, plugin.at, plugin.user, "disable", "plugin", plugin.plugin, 0, "", "", plugin.reason});
        return changed;
    });
}

bool enable_plugin(Database& database, const std::string& plugin, const std::string& user, const Moment& at) {
    return write(database, [&](Connection& c) {
        const bool changed = c.run("DELETE FROM disabled_plugins WHERE plugin = :plugin", Arguments(plugin)) > 0;
        if (changed) write_event(c, {0, at, user, "enable", "plugin", plugin, 0, "", "", ""});
        return changed;
    });
}

std::vector<DisabledPlugin> disabled_plugins(Database& database) {
    return read(database, [](Connection& c) {
        return c.all("tttii",
                     "SELECT plugin, user_id, reason, disabled_at, disabled_offset FROM disabled_plugins ORDER BY "
                     "plugin",
                     Arguments(), [](Row& row) {
                         DisabledPlugin plugin;
                         plugin.plugin = row.text();
                         plugin.user = row.text();
                         plugin.reason = row.text();
                         plugin.at = row.moment();
                         return plugin;
                     });
    });
}

}  // namespace relis::store
