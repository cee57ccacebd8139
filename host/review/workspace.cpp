#include "review/workspace.h"

#include <cstdlib>
#include <mutex>
#include <utility>

#include <pwd.h>
#include <unistd.h>

#include "plugin/host.h"
#include "plugin/load_guard.h"
#include "plugin_status.h"
#include "process_mark.h"
#include "store/database.h"
#include "store/plugin_guard.h"
#include "store_types.h"

namespace relis::review {

namespace {

/// Who acts where nobody says so: the login name.
std::string system_user() {
    if (const passwd* const entry = getpwuid(getuid()); entry != nullptr && *entry->pw_name != '\0')
        return entry->pw_name;
    const char* const name = std::getenv("USER");
    return name != nullptr && *name != '\0' ? name : "reviewer";
}

/// Keeps the marks of plugins being loaded in the database.
class StoredGuard : public plugin_host::LoadGuard {
  public:
    explicit StoredGuard(store::Database& database) : database_(database) {}

    bool is_marked_failed(const std::filesystem::path& plugin) override {
        const auto guard = store::load_plugin_guard(database_, plugin.string());
        if (!guard || guard->state == store::GuardState::ok) return false;
        if (guard->state == store::GuardState::failed) return true;
        // Whoever is loading it right now left its mark, this very program on another thread among them: that is no
        // crash
        return !may_be_running(guard->message);
    }
    void mark_loading(const std::filesystem::path& plugin) override {
        save(plugin, store::GuardState::loading, process_mark());
    }
    void mark_loaded(const std::filesystem::path& plugin) override { save(plugin, store::GuardState::ok, {}); }

  private:
    void save(const std::filesystem::path& plugin, store::GuardState state, const std::string& message) {
        store::PluginGuard guard;
        guard.path = plugin.string();
        guard.state = state;
        guard.message = message;
        guard.at = now();
        store::save_plugin_guard(database_, guard);
    }
    store::Database& database_;
};

}  // namespace

struct Workspace::Parts {
    explicit Parts(WorkspaceOptions given)
        : options(std::move(given)),
          user(options.user.empty() ? system_user() : options.user),
          database(std::make_shared<store::Database>(options.database)),
          guard(*database) {}

    WorkspaceOptions options;
    std::string user;
    Changes changes;
    std::shared_ptr<store::Database> database;
    StoredGuard guard;
    std::mutex plugins_mutex;
    std::unique_ptr<plugin_host::PluginHost> plugins;
};

Workspace::Workspace(WorkspaceOptions options) : parts_(std::make_unique<Parts>(std::move(options))) {}
Workspace::~Workspace() = default;

const WorkspaceOptions& Workspace::options() const {
    return parts_->options;
}
const std::string& Workspace::user() const {
    return parts_->user;
}
Changes& Workspace::changes() {
    return parts_->changes;
}
store::Database& Workspace::database() {
    return *parts_->database;
}
std::shared_ptr<store::Database> Workspace::shared_database() {
    return parts_->database;
}

plugin_host::PluginHost& Workspace::plugins() {
    const std::lock_guard lock(parts_->plugins_mutex);
    if (parts_->plugins == nullptr) {
        plugin_host::HostOptions options;
        if (!parts_->options.plugins.empty()) options.folders = {parts_->options.plugins};
        parts_->plugins = std::make_unique<plugin_host::PluginHost>(options, &parts_->guard);
        parts_->plugins->disable(switched_off(*parts_->database));
    }
    return *parts_->plugins;
}

std::vector<PluginStatus> Workspace::plugin_status() {
    std::vector<PluginStatus> result;
    for (const plugin_host::PluginInfo& info : plugins().plugins()) result.push_back(status_of(info));
    for (const plugin_host::RefusedPlugin& refused : plugins().refused()) {
        PluginStatus status;
        status.state = refused.marked_as_failed ? PluginStatus::State::skipped : PluginStatus::State::refused;
        status.path = refused.path;
        status.reason = refused.reason;
        result.push_back(std::move(status));
    }
    return result;
}

std::optional<Label> Workspace::retry_plugin(const std::filesystem::path& path) {
    const auto refused = plugins().retry(path);
    return refused ? std::optional(refused->reason) : std::nullopt;
}

}  // namespace relis::review
