#include "criteria_in_force.h"

#include <stdexcept>

#include <fmt/format.h>

#include "label/labelled_error.h"
#include "label/make_label.h"
#include "plugin/parameters.h"
#include "plugin_status.h"
#include "review/plugin_switches.h"
#include "store/roster.h"

namespace relis::review {

namespace {

/// FNV-1a, 64 bits (Fowler, Noll, Vo): tells values apart, guards nothing.
std::string hash_of(const std::string& text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return fmt::format("{:016x}", hash);
}

void take(const store::CriteriaSet& set, std::int64_t& id, nlohmann::json& overrides) {
    id = set.id;
    overrides = overrides_of(set);
}

/// What a criterion or an inspection is given of the programme beside its parameters: another vocabulary, another
/// result.
std::string surroundings_of(Workspace& workspace, const std::string& programme) {
    if (programme.empty()) return {};
    const auto stored = store::load_programme(workspace.database(), programme);
    if (!stored) return {};
    return nlohmann::json::array({stored->locale, stored->vocabulary}).dump();
}

}  // namespace

nlohmann::json Overrides::merged() const {
    nlohmann::json result = agency;
    result.merge_patch(programme);
    return result;
}

nlohmann::json overrides_of(const store::CriteriaSet& set) {
    nlohmann::json json = nlohmann::json::parse(set.parameters, nullptr, false);
    if (!json.is_object()) {
        throw LabelledError(make_label(
            "la grille de critères {} de la base n'est pas un objet JSON ; publiez-la de nouveau avec `relis plugin "
            "tune`",
            "criteria set {} in the database is no JSON object; publish it anew with `relis plugin tune`", set.id));
    }
    return json;
}

Overrides published_overrides(Workspace& workspace, const std::string& programme, const store::CriteriaSet* other) {
    Overrides result;
    if (other != nullptr && other->programme.empty()) {
        take(*other, result.agency_set, result.agency);
    } else if (const auto agency = store::published_criteria(workspace.database(), "")) {
        take(*agency, result.agency_set, result.agency);
    }
    if (programme.empty()) return result;
    if (other != nullptr && other->programme == programme) {
        take(*other, result.programme_set, result.programme);
    } else if (const auto own = store::published_criteria(workspace.database(), programme)) {
        take(*own, result.programme_set, result.programme);
    }
    return result;
}

CriteriaInForce criteria_with(Workspace& workspace, const std::string& programme, const Overrides& overrides) {
    const nlohmann::json merged = overrides.merged();
    CriteriaInForce result;
    const bool own = overrides.programme_set != 0;
    result.criteria_set = own ? overrides.programme_set : overrides.agency_set;
    result.inherited_set = own ? overrides.agency_set : 0;
    const std::string surroundings = surroundings_of(workspace, programme);
    std::string everything = "1";  // version of what a result holds
    for (const plugin_host::PluginInfo& info : workspace.plugins().plugins()) {
        const PluginDescription& plugin = info.description;
        const auto given = merged.find(plugin.id);
        const auto validated =
            plugin_host::parameters_from_json(plugin, given == merged.end() ? nlohmann::json() : *given);
        if (!validated.ok()) {
            throw LabelledError(make_label("la grille de critères {} ne va pas avec le greffon {} {} : {}",
                                           "criteria set {} does not fit plugin {} {}: {}", result.criteria_set,
                                           plugin.id, plugin.version, plugin_host::to_text(validated.errors.front())));
        }
        const bool reads_text = plugin.role == Role::criterion || plugin.role == Role::inspection;
        const std::string hash = hash_of(plugin_host::parameters_to_json(*validated.parameters).dump() +
                                         (reads_text ? surroundings : std::string()));
        result.parameters.emplace(plugin.id, std::make_shared<const Parameters>(*validated.parameters));
        result.hashes.emplace(plugin.id, hash);
        result.versions.emplace(plugin.id, plugin.version);
        if (plugin.role == Role::decision_policy && result.policy.empty()) result.policy = plugin.id;
        if (plugin.role != Role::reliability_model) everything += "|" + plugin.id + " " + plugin.version + " " + hash;
    }
    result.switched_off = switched_off(workspace.database());
    // Also of a plugin that cannot be called: what was kept of it goes
    for (const std::string& id : result.switched_off) everything += "|off " + id;
    result.dismissals = store::wide_dismissals(workspace.database(), programme);
    for (const store::Dismissal& dismissal : result.dismissals) everything += "|-" + std::to_string(dismissal.id);
    result.fingerprint = hash_of(everything);
    return result;
}

CriteriaInForce criteria_in_force(Workspace& workspace, const std::string& programme) {
    follow_switches(workspace);
    return criteria_with(workspace, programme, published_overrides(workspace, programme));
}

store::RateShopper reliability_rater(Workspace& workspace) {
    const auto models = workspace.plugins().plugins(Role::reliability_model);
    if (models.empty()) {
        throw LabelledError(
            {"aucun modèle de fiabilité n'est chargé : aucun client mystère ne peut être coté ; "
             "`relis plugin list` dit ce qui a été refusé et pourquoi",
             "no reliability model is loaded, so no shopper can be rated; `relis plugin list` says what "
             "was refused and why"});
    }
    // Shoppers work for several programmes: the agency's own set rates them.
    const CriteriaInForce criteria = criteria_in_force(workspace, {});
    const std::string model = models.front().description.id;
    return [&workspace, model, parameters = criteria.parameters.find(model)->second](const ShopperHistory& history,
                                                                                     const Moment& now) {
        auto result = workspace.plugins().rate(model, std::make_shared<const ShopperHistory>(history), now, parameters);
        if (!result.reliability) throw std::runtime_error(result.failure);
        return *result.reliability;
    };
}

}  // namespace relis::review
