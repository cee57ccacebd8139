#include "review/criteria_changes.h"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "plugin/parameters.h"

namespace relis::review {

namespace {

using Json = nlohmann::json;

std::string in_words(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string joined;
    for (const Json& item : value) joined += (joined.empty() ? "" : "; ") + in_words(item);
    return joined;
}

/// A set's overrides; an empty object where they cannot be read.
Json overrides_in(const std::string& parameters) {
    Json overrides = Json::parse(parameters, nullptr, false);
    return overrides.is_object() ? overrides : Json::object();
}

std::optional<Json> stored_at(const Json& overrides, const std::string& plugin, const std::string& parameter) {
    const auto own = overrides.find(plugin);
    if (own == overrides.end() || !own->is_object()) return std::nullopt;
    const auto value = own->find(parameter);
    return value == own->end() ? std::nullopt : std::optional<Json>(*value);
}

class Reader {
  public:
    explicit Reader(const std::vector<PluginDescription>& plugins) : plugins_(plugins) {}

    /// `misfit` is told where the value does not fit, and else left.
    std::optional<StoredValue> read(const Json& overrides, const ParameterChange& of, Misfit& misfit) const {
        const std::optional<Json> json = stored_at(overrides, of.plugin, of.parameter);
        if (!json) return std::nullopt;
        StoredValue stored{in_words(*json), std::nullopt};
        const auto plugin = std::find_if(plugins_.begin(), plugins_.end(),
                                         [&](const PluginDescription& known) { return known.id == of.plugin; });
        if (plugin == plugins_.end()) {
            misfit = Misfit::plugin;
            return stored;
        }
        const bool known = std::any_of(plugin->parameters.begin(), plugin->parameters.end(),
                                       [&](const ParameterSpec& spec) { return spec.name == of.parameter; });
        if (!known) {
            misfit = Misfit::parameter;
            return stored;
        }
        const auto validated = plugin_host::parameters_from_json(*plugin, Json{{of.parameter, *json}});
        if (validated.ok()) {
            stored.value = validated.parameters->values().at(of.parameter);
        } else {
            misfit = Misfit::value;
        }
        return stored;
    }

  private:
    const std::vector<PluginDescription>& plugins_;
};

/// Whether what took this version's place is older.
bool was_rolled_back(const std::vector<CriteriaVersion>& history, const CriteriaVersion& version) {
    if (version.state != CriteriaState::retired || !version.published_at) return false;
    const CriteriaVersion* next = nullptr;
    std::optional<Moment> next_at;
    for (const CriteriaVersion& other : history) {
        if (other.programme != version.programme || other.version == version.version) continue;
        // published within the same second, both at once: then it is the one in force
        if (next == nullptr && other.state == CriteriaState::published) next = &other;
        for (const CriteriaEvent& event : other.events) {
            if (!(*version.published_at < event.at) || (next_at && !(event.at < *next_at))) continue;
            next = &other;
            next_at = event.at;
        }
    }
    return next != nullptr && next->version < version.version;
}

}  // namespace

VersionChanges changes_of_version(const std::vector<CriteriaVersion>& history, const CriteriaVersion& version,
                                  const std::vector<PluginDescription>& plugins) {
    VersionChanges changes;
    const CriteriaVersion* earlier = nullptr;
    for (const CriteriaVersion& other : history) {
        if (other.programme != version.programme || other.version >= version.version) continue;
        if (other.published_at && (earlier == nullptr || other.version > earlier->version)) earlier = &other;
    }
    const Json after = overrides_in(version.parameters);
    const Json before = earlier == nullptr ? Json::object() : overrides_in(earlier->parameters);
    if (earlier != nullptr) changes.since = earlier->version;
    changes.rolled_back = was_rolled_back(history, version);

    std::set<std::pair<std::string, std::string>> names;
    for (const Json* const overrides : {&before, &after}) {
        for (const auto& [plugin, own] : overrides->items()) {
            if (!own.is_object()) continue;
            for (const auto& [parameter, value] : own.items()) names.insert({plugin, parameter});
        }
    }
    const Reader reader(plugins);
    for (const auto& [plugin, parameter] : names) {
        ParameterChange change;
        change.plugin = plugin;
        change.parameter = parameter;
        change.before = reader.read(before, change, change.misfit);
        change.after = reader.read(after, change, change.misfit);
        changes.parameters.push_back(std::move(change));
    }
    return changes;
}

}  // namespace relis::review
