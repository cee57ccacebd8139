#pragma once

#include <filesystem>

namespace relis::plugin_host {

/// Remembers, beyond the life of the program, which plugins were being loaded: one that takes the program down leaves
/// its mark, and the next start skips it with a notice.
///
/// Implemented over the store by host/review. Called from one thread at a time, the one that constructs the PluginHost
/// or calls PluginHost::retry. An exception leaves the PluginHost's constructor or retry as it is: a program that
/// cannot write the mark must not load.
///
/// The path is absolute and without links, the same at every start. Two programs may start at once: an implementation
/// that records who set a mark can ignore the mark of a process that is still alive.
class LoadGuard {
  public:
    virtual ~LoadGuard() = default;

    /// Whether an earlier attempt to load `plugin` began and never ended.
    [[nodiscard]] virtual bool is_marked_failed(const std::filesystem::path& plugin) = 0;

    /// The attempt begins. The mark must be durable when this returns.
    virtual void mark_loading(const std::filesystem::path& plugin) = 0;

    /// The program survived the attempt, whether the plugin was loaded or refused: the mark is removed.
    virtual void mark_loaded(const std::filesystem::path& plugin) = 0;
};

}  // namespace relis::plugin_host
