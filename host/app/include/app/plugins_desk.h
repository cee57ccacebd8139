#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "review/plugin_switches.h"
#include "review/workspace.h"

namespace relis::app {

/// One plugin as it was found.
struct PluginEntry {
    /// `absent`: it cannot be called, and what it found before is kept; only its id is known.
    enum class State { works, off, refused, skipped, absent };
    State state = State::works;
    review::PluginStatus status;
    std::string off_by;  ///< who switched it off
    std::optional<Moment> off_since;
    Label reason;  ///< why it is off (as the person wrote it), refused or skipped
};

/// What the list of plugins asks of the review layer. May block: call it off the interface thread. Safe to call from
/// several threads. Errors: std::runtime_error with a message for people.
class PluginsDesk {
  public:
    PluginsDesk() = default;
    PluginsDesk(const PluginsDesk&) = delete;
    PluginsDesk& operator=(const PluginsDesk&) = delete;
    virtual ~PluginsDesk() = default;

    [[nodiscard]] virtual std::vector<PluginEntry> plugins() = 0;
    virtual void disable(const std::string& id, const std::string& reason) = 0;
    virtual void enable(const std::string& id) = 0;
    /// Loads a skipped plugin again. Nothing when it is loaded now, else why not.
    virtual std::optional<Label> retry(const std::filesystem::path& path) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<PluginsDesk> make_plugins_desk(review::Workspace& workspace);

}  // namespace relis::app
