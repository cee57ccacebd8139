#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "plugin/host.h"
#include "review/workspace.h"

namespace relis::review {

/// What reports of one programme are rated with.
struct CriteriaInForce {
    std::int64_t criteria_set = 0;                             ///< 0: the plugins' defaults
    plugin_host::CriteriaParameters parameters;                ///< of every loaded plugin
    std::map<std::string, std::string, std::less<>> hashes;    ///< of those parameters
    std::map<std::string, std::string, std::less<>> versions;  ///< of the plugins
    std::string policy;                                        ///< id of the decision policy; empty: none is loaded
    std::string fingerprint;  ///< tells results apart that were made with other plugins, versions or parameters
};

/// Loads what is in force for a programme. Throws std::runtime_error where a published set no longer fits its plugin
/// (a parameter that a newer version does not have), naming plugin and parameter.
[[nodiscard]] CriteriaInForce criteria_in_force(Workspace& workspace, const std::string& programme);

/// Rates histories with the loaded reliability model and the agency's parameters, both looked up once: the result
/// calls no store. Throws std::runtime_error where no model is loaded, and so does the result where the model fails.
using ReliabilityRater = std::function<Reliability(const std::vector<MissionRecord>& history, const Moment& now)>;
[[nodiscard]] ReliabilityRater reliability_rater(Workspace& workspace);

}  // namespace relis::review
