#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "loader.h"
#include "plugin/host.h"
#include "plugin/load_guard.h"

namespace relis::plugin_host {

/// The loaded and the refused plugins. The reading functions may be called from several threads, also beside `retry`.
class Registry {
  public:
    /// Loads the modules of the folders, of those only the ones named where `names` has any. Throws what the guard
    /// throws.
    Registry(const std::vector<std::filesystem::path>& folders, const std::set<std::string, std::less<>>& names,
             Environment environment, LoadGuard* guard);

    [[nodiscard]] std::shared_ptr<const LoadedPlugin> find(std::string_view id) const;
    [[nodiscard]] std::vector<std::shared_ptr<const LoadedPlugin>> all() const;  ///< in the order of ids
    [[nodiscard]] std::vector<RefusedPlugin> refused() const;
    /// Loaded plugins of these ids are kept apart: neither `find` nor `all` gives them.
    void disable(std::set<std::string, std::less<>> ids);
    [[nodiscard]] std::vector<std::shared_ptr<const LoadedPlugin>> disabled() const;  ///< in the order of ids
    std::optional<RefusedPlugin> retry(const std::filesystem::path& path);

  private:
    void load_folder(const std::filesystem::path& folder, const std::set<std::string, std::less<>>& names);
    std::optional<RefusedPlugin> load(const std::filesystem::path& path);
    [[nodiscard]] bool is_known(const std::filesystem::path& path) const;
    [[nodiscard]] bool is_loaded(const std::filesystem::path& path) const;

    Environment environment_;
    LoadGuard* guard_;
    mutable std::shared_mutex mutex_;  // guards what follows
    std::map<std::string, std::shared_ptr<const LoadedPlugin>, std::less<>> loaded_;
    std::vector<RefusedPlugin> refused_;
    std::set<std::string, std::less<>> disabled_;
};

}  // namespace relis::plugin_host
