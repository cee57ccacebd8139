#include "review/criteria_sheet.h"

#include <algorithm>

#include "criteria_in_force.h"
#include "house_rules.h"
#include "plugin/parameters.h"
#include "proposals.h"
#include "store/roster.h"
#include "unknown.h"

namespace relis::review {

namespace {

/// Loaded ones, also those that are switched off: their values stay until they are switched on again. Behind them what
/// is tuned like a plugin.
std::vector<plugin_host::PluginInfo> known_plugins(Workspace& workspace) {
    std::vector<plugin_host::PluginInfo> plugins = workspace.plugins().plugins();
    for (plugin_host::PluginInfo& off : workspace.plugins().disabled()) plugins.push_back(std::move(off));
    std::sort(plugins.begin(), plugins.end(),
              [](const auto& a, const auto& b) { return a.description.id < b.description.id; });
    for (const PluginDescription* const rule : house_rules()) {
        plugins.push_back({{}, *rule});
    }
    return plugins;
}

/// Those of a set's overrides that the loaded plugins know, each in its type.
ParameterValues fitting(Workspace& workspace, const nlohmann::json& overrides) {
    ParameterValues values;
    for (const plugin_host::PluginInfo& info : known_plugins(workspace)) {
        const auto own = overrides.find(info.description.id);
        if (own == overrides.end() || !own->is_object()) continue;
        for (const auto& [name, value] : own->items()) {
            // one by one: a parameter that a newer version dropped must not take the others with it
            nlohmann::json one = nlohmann::json::object();
            one[name] = value;
            const auto validated = plugin_host::parameters_from_json(info.description, one);
            if (validated.ok()) values[info.description.id][name] = validated.parameters->values().at(name);
        }
    }
    return values;
}

}  // namespace

nlohmann::json to_json_values(const ParameterValues& values) {
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [plugin, own] : values) {
        for (const auto& [name, value] : own) json[plugin][name] = plugin_host::value_to_json(value);
    }
    return json;
}

store::CriteriaSet set_of(const CriteriaProposal& proposal) {
    store::CriteriaSet set;
    set.programme = proposal.programme;
    set.parameters = to_json_values(proposal.overrides).dump();
    return set;
}

CriteriaSheet criteria_sheet(Workspace& workspace, const std::string& programme) {
    if (!programme.empty() && !store::load_programme(workspace.database(), programme))
        throw LabelledError(no_programme(programme));
    CriteriaSheet sheet;
    sheet.programme = programme;
    for (const plugin_host::PluginInfo& info : known_plugins(workspace)) sheet.plugins.push_back(info.description);
    const Overrides published = published_overrides(workspace, programme);
    const bool own = programme.empty();
    sheet.criteria_set = own ? published.agency_set : published.programme_set;
    sheet.overrides = fitting(workspace, own ? published.agency : published.programme);
    if (!own) sheet.inherited = fitting(workspace, published.agency);
    sheet.history = criteria_history(workspace, programme);
    return sheet;
}

std::optional<ParameterValues> overrides_of_version(Workspace& workspace, std::int64_t criteria_set) {
    const auto set = store::load_criteria(workspace.database(), criteria_set);
    if (!set) return std::nullopt;
    return fitting(workspace, overrides_of(*set));
}

PublishResult draft_proposal(Workspace& workspace, const CriteriaProposal& proposal, const std::string& note,
                             std::int64_t draft) {
    nlohmann::json patch = nlohmann::json::object();
    if (const auto published = store::published_criteria(workspace.database(), proposal.programme)) {
        // only what the sheet shows can have been taken back on it
        for (const auto& [plugin, own] : fitting(workspace, overrides_of(*published))) {
            for (const auto& [name, value] : own) patch[plugin][name] = nullptr;
        }
    }
    patch.update(to_json_values(proposal.overrides), true);
    return draft_parameters(workspace, proposal.programme, patch.dump(), note, draft);
}

ProposalResult publish_proposal(Workspace& workspace, const CriteriaProposal& proposal, const std::string& note,
                                std::int64_t based_on) {
    const auto published = store::published_criteria(workspace.database(), proposal.programme);
    if ((published ? published->id : 0) != based_on) return {{}, true};
    const PublishResult draft = draft_proposal(workspace, proposal, note);
    if (!draft.errors.empty()) return {draft, false};
    return {publish_draft(workspace, draft.criteria_set), false};
}

}  // namespace relis::review
