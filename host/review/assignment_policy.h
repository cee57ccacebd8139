#pragma once

#include <array>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <relis/plugin.h>

#include "review/mission_candidates.h"
#include "review/workspace.h"

namespace relis::review {

/// The id under which a criteria set holds the parameters of assigning.
inline constexpr const char* assignment_id = "assignment";

/// The parameters of assigning, see house_rules.h.
[[nodiscard]] const PluginDescription& assignment_description();

/// The values, unpacked for the inner loop. Their meaning stands in assignment_description().
struct AssignmentPolicy {
    std::array<double, candidate_criteria> weights{};  ///< as given, in the order of CandidateCriterion
    double unknown_worth = 0.5;
    int rest_days = 30;
    int rotation_days = 365;
    int rotation_full = 6;
    int max_month = 8;
    double far_km = 100;
    double max_km = 300;
    bool same_region_only = false;
    double min_hours = 12;
    double travel_speed = 60;
    int comfortable_days = 3;
    int notes_days = 365;
    double min_reliability = 2;
    std::vector<std::string> reserved_programmes;
    double reserved_reliability = 4;
    int reserved_perfect = 1;
    double perfect_score = 4.5;
    int assigned_days = 5;
};

[[nodiscard]] AssignmentPolicy assignment_policy(const Parameters& parameters);

/// What is in force for a programme (empty: the agency's). Throws std::runtime_error where stored values do not fit.
[[nodiscard]] Parameters assignment_parameters(Workspace& workspace, const std::string& programme);

}  // namespace relis::review
