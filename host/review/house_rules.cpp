#include "house_rules.h"

#include <algorithm>

#include <relis/parameter_specs.h>

#include "assignment_policy.h"
#include "criteria_in_force.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "plugin/parameters.h"

namespace relis::review {

namespace {

const PluginDescription& appeals_description() {
    static const PluginDescription description{
        appeals_id,
        "1.0.0",
        Role::decision_policy,
        {"Contestations", "Appeals"},
        {"Délais pour contester et pour répondre.", "How long shoppers may contest, and answers may take."},
        {integer_parameter("filing_days", 14, 1, 365, "days", {"Délai pour contester", "Time to contest"},
                           {"Jours après la rétroaction pendant lesquels le client mystère peut contester.",
                            "Days after the feedback in which the shopper may contest."}),
         integer_parameter(
             "answer_days", 5, 1, 90, "days", {"Délai pour répondre", "Time to answer"},
             {"Jours dans lesquels une contestation reçoit sa réponse.", "Days in which an appeal is answered."})}};
    return description;
}

}  // namespace

const std::vector<const PluginDescription*>& house_rules() {
    static const std::vector<const PluginDescription*> all{&appeals_description(), &assignment_description()};
    return all;
}

const PluginDescription* house_rule(std::string_view id) {
    const auto found = std::ranges::find(house_rules(), id, [](const PluginDescription* rule) { return rule->id; });
    return found == house_rules().end() ? nullptr : *found;
}

Parameters house_parameters(Workspace& workspace, const std::string& id, const std::string& programme) {
    const PluginDescription& rule = *house_rule(id);
    const nlohmann::json merged = published_overrides(workspace, programme).merged();
    const auto given = merged.find(id);
    const auto validated = plugin_host::parameters_from_json(rule, given == merged.end() ? nlohmann::json() : *given);
    if (!validated.ok()) {
        throw LabelledError(make_label("les critères ne s'accordent pas avec « {} » : {}",
                                       "the criteria set does not fit \"{}\": {}", rule.name,
                                       plugin_host::to_text(validated.errors.front())));
    }
    return *validated.parameters;
}

}  // namespace relis::review
