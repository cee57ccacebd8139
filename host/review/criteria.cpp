#include "review/criteria.h"

#include <stdexcept>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "criteria_in_force.h"
#include "plugin/parameters.h"
#include "store/criteria.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

namespace {

/// FNV-1a, 64 bits (Fowler, Noll, Vo): tells values apart, guards nothing.
std::string hash_of(const std::string& text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return fmt::format("{:016x}", hash);
}

nlohmann::json parsed(const store::CriteriaSet& set) {
    nlohmann::json json = nlohmann::json::parse(set.parameters, nullptr, false);
    if (!json.is_object()) {
        throw std::runtime_error(fmt::format(
            "criteria set {} in the database is no JSON object; publish it anew with `relis plugin tune`", set.id));
    }
    return json;
}

struct PublishedOverrides {
    std::int64_t id = 0;
    nlohmann::json overrides = nlohmann::json::object();
};

/// The programme's overrides laid over the agency's.
PublishedOverrides published(Workspace& workspace, const std::string& programme) {
    PublishedOverrides result;
    if (const auto agency = store::published_criteria(workspace.database(), "")) {
        result = {agency->id, parsed(*agency)};
    }
    if (!programme.empty()) {
        if (const auto own = store::published_criteria(workspace.database(), programme)) {
            result.id = own->id;
            result.overrides.merge_patch(parsed(*own));
        }
    }
    return result;
}

/// What is wrong with overrides, one text a parameter.
std::vector<std::string> errors_in(Workspace& workspace, const nlohmann::json& overrides) {
    std::vector<std::string> errors;
    for (const auto& [plugin, values] : overrides.items()) {
        const auto info = workspace.plugins().find(plugin);
        if (!info) {
            errors.push_back("no plugin named \"" + plugin + "\" is loaded; `relis plugin list` names those that are");
            continue;
        }
        for (const plugin_host::ParameterError& error :
             plugin_host::parameters_from_json(info->description, values).errors) {
            errors.push_back(plugin_host::to_text(error));
        }
    }
    return errors;
}

}  // namespace

CriteriaInForce criteria_in_force(Workspace& workspace, const std::string& programme) {
    const PublishedOverrides overrides = published(workspace, programme);
    CriteriaInForce result;
    result.criteria_set = overrides.id;
    std::string everything = "1";  // version of what a result holds
    for (const plugin_host::PluginInfo& info : workspace.plugins().plugins()) {
        const PluginDescription& plugin = info.description;
        const auto own = overrides.overrides.find(plugin.id);
        const auto validated =
            plugin_host::parameters_from_json(plugin, own == overrides.overrides.end() ? nlohmann::json() : *own);
        if (!validated.ok()) {
            throw std::runtime_error(fmt::format("criteria set {} does not fit plugin {} {}: {}", overrides.id,
                                                 plugin.id, plugin.version,
                                                 plugin_host::to_text(validated.errors.front())));
        }
        const std::string hash = hash_of(plugin_host::parameters_to_json(*validated.parameters).dump());
        result.parameters.emplace(plugin.id, std::make_shared<const Parameters>(*validated.parameters));
        result.hashes.emplace(plugin.id, hash);
        result.versions.emplace(plugin.id, plugin.version);
        if (plugin.role == Role::decision_policy && result.policy.empty()) result.policy = plugin.id;
        if (plugin.role != Role::reliability_model) everything += "|" + plugin.id + " " + plugin.version + " " + hash;
    }
    result.fingerprint = hash_of(everything);
    return result;
}

ReliabilityRater reliability_rater(Workspace& workspace) {
    const auto models = workspace.plugins().plugins(Role::reliability_model);
    if (models.empty()) {
        throw std::runtime_error(
            "no reliability model is loaded, so no shopper can be rated; `relis plugin list` says what was refused and "
            "why");
    }
    // Shoppers work for several programmes: the agency's own set rates them.
    const CriteriaInForce criteria = criteria_in_force(workspace, {});
    const std::string model = models.front().description.id;
    return [&workspace, model, parameters = criteria.parameters.find(model)->second](
               const std::vector<MissionRecord>& history, const Moment& now) {
        auto result = workspace.plugins().rate(model, std::make_shared<const std::vector<MissionRecord>>(history), now,
                                               parameters);
        if (!result.reliability) throw std::runtime_error(result.failure);
        return *result.reliability;
    };
}

PublishResult publish_parameters(Workspace& workspace, const std::string& programme, const std::string& overrides,
                                 const std::string& note) {
    const nlohmann::json given = nlohmann::json::parse(overrides, nullptr, false);
    if (!given.is_object())
        return {0, {"the parameters are no JSON object of plugins, such as {\"detail\": {\"min_words\": 12}}"}};
    if (!programme.empty() && !store::load_programme(workspace.database(), programme)) {
        return {0, {"no programme named \"" + programme + "\" is in the database"}};
    }
    nlohmann::json next = nlohmann::json::object();
    if (const auto before = store::published_criteria(workspace.database(), programme)) next = parsed(*before);
    next.merge_patch(given);
    for (auto plugin = next.begin(); plugin != next.end();)
        plugin = plugin->empty() ? next.erase(plugin) : std::next(plugin);
    if (std::vector<std::string> errors = errors_in(workspace, next); !errors.empty()) return {0, std::move(errors)};

    store::CriteriaSet set;
    set.programme = programme;
    set.parameters = next.dump();
    set.author = workspace.user();
    set.created_at = now();
    set.note = note;
    const std::int64_t id = store::save_criteria_draft(workspace.database(), set);
    store::publish_criteria(workspace.database(), id, workspace.user(), now());
    workspace.changes().announce({Change::Kind::criteria, {}});
    return {id, {}};
}

std::string effective_parameters(Workspace& workspace, const std::string& programme) {
    nlohmann::json result = nlohmann::json::object();
    for (const auto& [plugin, parameters] : criteria_in_force(workspace, programme).parameters) {
        result[plugin] = plugin_host::parameters_to_json(*parameters);
    }
    return result.dump(2);
}

std::string plugin_schemas(Workspace& workspace) {
    nlohmann::json result = nlohmann::json::array();
    for (const plugin_host::PluginInfo& info : workspace.plugins().plugins()) {
        result.push_back(plugin_host::schema_to_json(info.description));
    }
    return result.dump(2);
}

}  // namespace relis::review
