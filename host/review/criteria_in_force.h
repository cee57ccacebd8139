#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "plugin/host.h"
#include "review/workspace.h"
#include "store/criteria.h"
#include "store/judgements.h"
#include "store/ratings.h"

namespace relis::review {

/// What reports of one programme are rated with.
struct CriteriaInForce {
    std::int64_t criteria_set = 0;                             ///< 0: the plugins' defaults
    std::int64_t inherited_set = 0;                            ///< the agency's under a programme's; 0: none
    plugin_host::CriteriaParameters parameters;                ///< of every loaded plugin
    std::map<std::string, std::string, std::less<>> hashes;    ///< of those parameters, and of locale and vocabulary
    std::map<std::string, std::string, std::less<>> versions;  ///< of the plugins
    std::string policy;                                        ///< id of the decision policy; empty: none is loaded
    std::set<std::string, std::less<>> switched_off;           ///< ids of plugins that a person switched off
    /// Dismissals that reach further than one report
    std::vector<store::Dismissal> dismissals;
    /// Tells results apart that were made with other plugins, versions, parameters, words of the programme or wide
    /// dismissals
    std::string fingerprint;
};

/// The overrides of the sets that reach a programme.
struct Overrides {
    std::int64_t agency_set = 0;
    std::int64_t programme_set = 0;
    nlohmann::json agency = nlohmann::json::object();
    nlohmann::json programme = nlohmann::json::object();
    /// The programme's laid over the agency's.
    [[nodiscard]] nlohmann::json merged() const;
};

/// What is published for a programme (empty: the agency's own), `other` in the place of the published one of its scope.
[[nodiscard]] Overrides published_overrides(Workspace& workspace, const std::string& programme,
                                            const store::CriteriaSet* other = nullptr);

/// What a programme is rated with under these overrides. Throws std::runtime_error where they do not fit the loaded
/// plugins (a parameter that a newer version does not have), naming plugin and parameter.
[[nodiscard]] CriteriaInForce criteria_with(Workspace& workspace, const std::string& programme,
                                            const Overrides& overrides);

/// What is in force for a programme.
[[nodiscard]] CriteriaInForce criteria_in_force(Workspace& workspace, const std::string& programme);

/// The overrides of a set as JSON; throws std::runtime_error where the database holds no JSON object.
[[nodiscard]] nlohmann::json overrides_of(const store::CriteriaSet& set);

/// Rates histories with the loaded reliability model and the agency's parameters, both looked up once: the result
/// calls no store. Throws std::runtime_error where no model is loaded, and so does the result where the model fails.
[[nodiscard]] store::RateShopper reliability_rater(Workspace& workspace);

}  // namespace relis::review
