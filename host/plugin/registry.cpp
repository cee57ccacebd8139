#include "registry.h"

#include <algorithm>
#include <mutex>
#include <system_error>
#include <utility>

#include "label/make_label.h"

namespace relis::plugin_host {

namespace fs = std::filesystem;

namespace {

/// The one name of a file, whatever links lead to it: what the guard's mark is kept under.
fs::path one_name(const fs::path& path) {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    return error ? fs::absolute(path).lexically_normal() : canonical;
}

}  // namespace

Registry::Registry(const std::vector<fs::path>& folders, const std::set<std::string, std::less<>>& names,
                   Environment environment, LoadGuard* guard)
    : environment_(std::move(environment)), guard_(guard) {
    for (const fs::path& folder : folders) load_folder(folder, names);
}

void Registry::load_folder(const fs::path& folder, const std::set<std::string, std::less<>>& names) {
    std::error_code error;
    std::vector<fs::path> modules;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error)) {
        const bool wanted = names.empty() || names.contains(entry->path().stem().string());
        if (wanted && entry->path().extension() == ".so") modules.push_back(entry->path());
    }
    if (error) {
        refused_.push_back({folder, make_label("le dossier des greffons ne peut pas être lu : « {} »",
                                               "the plugin folder cannot be read: {}", error.message())});
    }
    std::sort(modules.begin(), modules.end());
    for (const fs::path& module : modules) {
        const fs::path path = one_name(module);
        if (is_known(path)) continue;  // the same file through another folder
        if (guard_ != nullptr && guard_->is_marked_failed(path)) {
            refused_.push_back(
                {path,
                 Label{"il est écarté, car le programme s'est arrêté en le chargeant lors d'un démarrage "
                       "précédent : remplacez-le ou demandez un nouvel essai",
                       "it is skipped, since the program ended while loading it at an earlier start: "
                       "replace it or ask for another try"},
                 true});
        } else if (auto refusal = load(path)) {
            refused_.push_back(std::move(*refusal));
        }
    }
}

std::optional<RefusedPlugin> Registry::load(const fs::path& path) {
    if (guard_ != nullptr) guard_->mark_loading(path);
    LoadResult result = load_plugin(path, environment_);
    if (guard_ != nullptr) guard_->mark_loaded(path);
    if (!result.plugin) return RefusedPlugin{path, std::move(result.refusal)};
    const std::lock_guard lock(mutex_);
    const std::string& id = result.plugin->info.description.id;
    const auto [entry, added] = loaded_.emplace(id, result.plugin);
    if (added) return std::nullopt;
    return RefusedPlugin{path, make_label("son identifiant « {} » est déjà pris par {}",
                                          "its id '{}' is already taken by {}", id, entry->second->info.path.string())};
}

bool Registry::is_loaded(const fs::path& path) const {
    return std::any_of(loaded_.begin(), loaded_.end(),
                       [&](const auto& entry) { return entry.second->info.path == path; });
}

bool Registry::is_known(const fs::path& path) const {
    return is_loaded(path) || std::any_of(refused_.begin(), refused_.end(),
                                          [&](const RefusedPlugin& refused) { return refused.path == path; });
}

std::shared_ptr<const LoadedPlugin> Registry::find(std::string_view id) const {
    const std::shared_lock lock(mutex_);
    const auto found = loaded_.find(id);
    return found == loaded_.end() || disabled_.contains(id) ? nullptr : found->second;
}

std::vector<std::shared_ptr<const LoadedPlugin>> Registry::all() const {
    const std::shared_lock lock(mutex_);
    std::vector<std::shared_ptr<const LoadedPlugin>> plugins;
    for (const auto& [id, plugin] : loaded_) {
        if (!disabled_.contains(id)) plugins.push_back(plugin);
    }
    return plugins;
}

void Registry::disable(std::set<std::string, std::less<>> ids) {
    const std::lock_guard lock(mutex_);
    disabled_ = std::move(ids);
}

std::vector<std::shared_ptr<const LoadedPlugin>> Registry::disabled() const {
    const std::shared_lock lock(mutex_);
    std::vector<std::shared_ptr<const LoadedPlugin>> plugins;
    for (const auto& [id, plugin] : loaded_) {
        if (disabled_.contains(id)) plugins.push_back(plugin);
    }
    return plugins;
}

std::vector<RefusedPlugin> Registry::refused() const {
    const std::shared_lock lock(mutex_);
    return refused_;
}

std::optional<RefusedPlugin> Registry::retry(const fs::path& path) {
    const fs::path name = one_name(path);
    {
        const std::lock_guard lock(mutex_);
        if (is_loaded(name)) return std::nullopt;
        std::erase_if(refused_, [&](const RefusedPlugin& refused) { return refused.path == name; });
    }
    std::optional<RefusedPlugin> refusal = load(name);
    if (refusal) {
        const std::lock_guard lock(mutex_);
        refused_.push_back(*refusal);
    }
    return refusal;
}

}  // namespace relis::plugin_host
