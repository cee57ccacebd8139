#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "review/changes.h"

namespace relis::store {
class Database;
}
namespace relis::plugin_host {
class PluginHost;
}

namespace relis::review {

struct WorkspaceOptions {
    std::string database;           ///< path of a SQLite file (created when absent) or a postgresql:// URL
    std::filesystem::path plugins;  ///< folder of the plugins; empty: the one that belongs to the program
    std::string user;               ///< who acts, as decisions and events name it; empty: the system's user name
};

/// One plugin as found at start.
struct PluginStatus {
    enum class State { loaded, refused, skipped };
    State state = State::loaded;
    std::string id;  ///< empty where it could not even describe itself
    std::string version;
    std::string role;
    std::string name_fr;
    std::string name_en;
    std::filesystem::path path;
    Label reason;  ///< why refused or skipped, and what to do
};

/// An open database with the plugins that rate its reports: what every use case works on. Safe to share between
/// threads. Opening it is quick: plugins are loaded when first needed, dictionaries never parsed.
///
/// Errors: the constructor throws std::runtime_error with a message for people when the database cannot be opened
/// (locked, read-only, newer than the program, no database, server not reached).
class Workspace {
  public:
    explicit Workspace(WorkspaceOptions options);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] const WorkspaceOptions& options() const;
    [[nodiscard]] const std::string& user() const;
    [[nodiscard]] Changes& changes();

    /// The database; throws nothing. Windows and the command line do not use it, the use cases do.
    [[nodiscard]] store::Database& database();
    /// The same with a share in its life, for work that may outlast the workspace.
    [[nodiscard]] std::shared_ptr<store::Database> shared_database();
    /// The plugins, loaded at the first call. A plugin that cannot be loaded is listed in plugin_status(), the rest
    /// work.
    [[nodiscard]] plugin_host::PluginHost& plugins();
    [[nodiscard]] std::vector<PluginStatus> plugin_status();
    /// Loads a plugin in spite of the mark it left when it took the program down, on a person's demand. Nothing when it
    /// is loaded now, else why not.
    std::optional<Label> retry_plugin(const std::filesystem::path& path);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace relis::review
