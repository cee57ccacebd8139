#include "review/criteria.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "criteria_in_force.h"
#include "house_rules.h"
#include "label/make_label.h"
#include "pages.h"
#include "plugin/parameters.h"
#include "store/events.h"
#include "store/roster.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

/// What is wrong with overrides, one text a parameter.
std::vector<Label> errors_in(Workspace& workspace, const nlohmann::json& overrides) {
    std::vector<Label> errors;
    for (const auto& [plugin, values] : overrides.items()) {
        if (const PluginDescription* const rule = house_rule(plugin)) {
            for (const auto& error : plugin_host::parameters_from_json(*rule, values).errors) {
                errors.push_back(plugin_host::to_text(error));
            }
            continue;
        }
        auto info = workspace.plugins().find(plugin);
        for (plugin_host::PluginInfo& off : workspace.plugins().disabled()) {
            if (off.description.id == plugin) info = std::move(off);  // its values stay until it is switched on again
        }
        if (!info) {
            errors.push_back(no_plugin(plugin));
            continue;
        }
        for (const plugin_host::ParameterError& error :
             plugin_host::parameters_from_json(info->description, values).errors) {
            errors.push_back(plugin_host::to_text(error));
        }
    }
    return errors;
}

CriteriaState from_store(store::CriteriaState state) {
    switch (state) {
        case store::CriteriaState::draft:
            return CriteriaState::draft;
        case store::CriteriaState::published:
            return CriteriaState::published;
        case store::CriteriaState::retired:
            break;
    }
    return CriteriaState::retired;
}

CriteriaVersion from_store(Workspace& workspace, const store::CriteriaSet& set) {
    CriteriaVersion version;
    version.id = set.id;
    version.programme = set.programme;
    version.version = set.version;
    version.state = from_store(set.state);
    version.author = set.author;
    version.created_at = set.created_at;
    version.published_at = set.published_at;
    version.note = set.note;
    version.parameters = set.parameters;
    for_each_row(
        [&](const store::PageRequest& page) {
            return store::list_events(workspace.database(), "criteria_set", std::to_string(set.id), page);
        },
        [&](const store::Event& event) {
            if (event.action == "publish") {
                version.events.push_back({event.at, event.user, event.action});
            }
        });
    return version;
}

template <class Use>
void for_each_set(Workspace& workspace, const Use& use) {
    for_each_row([&](const store::PageRequest& page) { return store::list_criteria(workspace.database(), page); }, use);
}

PublishResult refused(Label why) {
    return {0, {std::move(why)}};
}

PublishResult publish(Workspace& workspace, const store::CriteriaSet& set) {
    if (std::vector<Label> errors = errors_in(workspace, overrides_of(set)); !errors.empty())
        return {0, std::move(errors)};
    store::publish_criteria(workspace.database(), set.id, workspace.user(), now());
    workspace.changes().announce({Change::Kind::criteria, {}});
    return {set.id, {}};
}

}  // namespace

std::string_view to_string(CriteriaState state) {
    switch (state) {
        case CriteriaState::draft:
            return store::to_string(store::CriteriaState::draft);
        case CriteriaState::published:
            return store::to_string(store::CriteriaState::published);
        case CriteriaState::retired:
            break;
    }
    return store::to_string(store::CriteriaState::retired);
}

PublishResult draft_parameters(Workspace& workspace, const std::string& programme, const std::string& overrides,
                               const std::string& note, std::int64_t draft) {
    const nlohmann::json given = nlohmann::json::parse(overrides, nullptr, false);
    if (!given.is_object()) return refused(no_parameters());
    store::CriteriaSet set;
    set.id = draft;
    set.programme = programme;
    if (draft != 0) {
        const auto before = store::load_criteria(workspace.database(), draft);
        if (!before) return refused(no_criteria_set(draft));
        if (before->state != store::CriteriaState::draft) {
            return refused(make_label("la grille de critères {} n'est plus un brouillon ; faites-en un nouveau",
                                      "criteria set {} is no draft any more; make a new one", draft));
        }
        set.programme = before->programme;
    }
    if (!set.programme.empty() && !store::load_programme(workspace.database(), set.programme))
        return refused(no_programme(set.programme));

    nlohmann::json next = nlohmann::json::object();
    if (const auto before = store::published_criteria(workspace.database(), set.programme))
        next = overrides_of(*before);
    next.merge_patch(given);
    for (auto plugin = next.begin(); plugin != next.end();)
        plugin = plugin->empty() ? next.erase(plugin) : std::next(plugin);
    if (std::vector<Label> errors = errors_in(workspace, next); !errors.empty()) return {0, std::move(errors)};
    set.parameters = next.dump();
    set.author = workspace.user();
    set.created_at = now();
    set.note = note;
    return {store::save_criteria_draft(workspace.database(), set), {}};
}

PublishResult publish_parameters(Workspace& workspace, const std::string& programme, const std::string& overrides,
                                 const std::string& note) {
    const PublishResult draft = draft_parameters(workspace, programme, overrides, note);
    return draft.errors.empty() ? publish_draft(workspace, draft.criteria_set) : draft;
}

PublishResult publish_draft(Workspace& workspace, std::int64_t draft) {
    const auto set = store::load_criteria(workspace.database(), draft);
    if (!set) return refused(no_criteria_set(draft));
    if (set->state != store::CriteriaState::draft) {
        return refused(
            make_label("la grille de critères {} n'est pas un brouillon ; `relis criteria rollback` publie une version "
                       "antérieure",
                       "criteria set {} is no draft; `relis criteria rollback` publishes an earlier version", draft));
    }
    const auto published = store::published_criteria(workspace.database(), set->programme);
    const bool overtaken = published && (published->version > set->version ||
                                         (published->published_at && *published->published_at > set->created_at));
    if (overtaken) {
        return refused(make_label(
            "la version {} a été publiée après le début de ce brouillon et serait perdue ; refaites le "
            "brouillon, il se pose sur ce qui est publié",
            "version {} was published after this draft was begun and would be lost; draft the change again, it "
            "is laid over what is published",
            published->version));
    }
    return publish(workspace, *set);
}

PublishResult roll_back(Workspace& workspace, const std::string& programme, std::int64_t criteria_set) {
    const auto published = store::published_criteria(workspace.database(), programme);
    std::optional<store::CriteriaSet> target;
    if (criteria_set != 0) {
        target = store::load_criteria(workspace.database(), criteria_set);
        if (!target || target->programme != programme) {
            const Label owner = programme.empty() ? Label{"de l'agence", "of the agency"}
                                                  : make_label("du programme {}", "of programme {}", programme);
            return refused(make_label("il n'y a pas de grille de critères {} {} ; `relis criteria list` les énumère",
                                      "there is no criteria set {} {}; `relis criteria list` names them", criteria_set,
                                      owner));
        }
    } else if (published) {
        for_each_set(workspace, [&](const store::CriteriaSet& set) {
            if (set.programme == programme && set.published_at && set.version < published->version &&
                (!target || set.version > target->version)) {
                target = set;
            }
        });
    }
    if (!target) {
        return refused({"il n'y a pas de version antérieure à remettre en vigueur ; publiez les paramètres voulus",
                        "there is no earlier version to go back to; publish the parameters that are wanted"});
    }
    if (published && published->id == target->id) {
        return refused(make_label("la grille de critères {} est celle qui est en vigueur",
                                  "criteria set {} is the one in force", target->id));
    }
    if (!target->published_at) {
        return refused(make_label("la grille de critères {} n'a jamais été publiée ; `relis criteria publish` le fait",
                                  "criteria set {} was never published; `relis criteria publish` does", target->id));
    }
    return publish(workspace, *target);
}

std::vector<CriteriaVersion> criteria_history(Workspace& workspace, const std::optional<std::string>& programme) {
    std::vector<CriteriaVersion> result;
    for_each_set(workspace, [&](const store::CriteriaSet& set) {
        if (!programme || set.programme == *programme) result.push_back(from_store(workspace, set));
    });
    std::reverse(result.begin(), result.end());
    return result;
}

std::optional<CriteriaVersion> criteria_version(Workspace& workspace, std::int64_t id) {
    const auto set = store::load_criteria(workspace.database(), id);
    if (!set) return std::nullopt;
    return from_store(workspace, *set);
}

std::string effective_parameters(Workspace& workspace, const std::string& programme) {
    nlohmann::json result = nlohmann::json::object();
    for (const auto& [plugin, parameters] : criteria_in_force(workspace, programme).parameters) {
        result[plugin] = plugin_host::parameters_to_json(*parameters);
    }
    for (const PluginDescription* const rule : house_rules()) {
        result[rule->id] = plugin_host::parameters_to_json(house_parameters(workspace, rule->id, programme));
    }
    return result.dump(2);
}

std::vector<EffectiveParameter> parameter_origins(Workspace& workspace, const std::string& programme) {
    const Overrides overrides = published_overrides(workspace, programme);
    const auto names = [](const nlohmann::json& set, const std::string& plugin, const std::string& parameter) {
        const auto own = set.find(plugin);
        return own != set.end() && own->is_object() && own->contains(parameter);
    };
    std::vector<EffectiveParameter> result;
    plugin_host::CriteriaParameters all = criteria_with(workspace, programme, overrides).parameters;
    for (const PluginDescription* const rule : house_rules()) {
        all.emplace(rule->id, std::make_shared<const Parameters>(house_parameters(workspace, rule->id, programme)));
    }
    for (const auto& [plugin, parameters] : all) {
        const nlohmann::json values = plugin_host::parameters_to_json(*parameters);
        for (const auto& [parameter, value] : values.items()) {
            EffectiveParameter entry{plugin, parameter, value.dump(), ParameterOrigin::plugin_default};
            if (names(overrides.agency, plugin, parameter)) entry.origin = ParameterOrigin::agency;
            if (names(overrides.programme, plugin, parameter)) entry.origin = ParameterOrigin::programme;
            result.push_back(std::move(entry));
        }
    }
    return result;
}

std::string plugin_schemas(Workspace& workspace) {
    nlohmann::json result = nlohmann::json::array();
    for (const plugin_host::PluginInfo& info : workspace.plugins().plugins()) {
        result.push_back(plugin_host::schema_to_json(info.description));
    }
    for (const PluginDescription* const rule : house_rules()) {
        result.push_back(plugin_host::schema_to_json(*rule));
        result.back()["role"] = rule->id;
    }
    return result.dump(2);
}

}  // namespace relis::review
