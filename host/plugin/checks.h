#pragma once

#include <string>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/questionnaire.h>
#include <relis/reliability.h>
#include <relis/report.h>

namespace relis::plugin_host {

// What is wrong with a plugin's result, as a French phrase for a reviewer; empty: nothing. Each takes time linear in
// the comments that findings point into.

[[nodiscard]] std::string problem_of(const Rating& rating, const Report& report, const Questionnaire& questionnaire);
[[nodiscard]] std::string problem_of(const std::vector<Finding>& inspection, const Report& report,
                                     const Questionnaire& questionnaire);
[[nodiscard]] std::string problem_of(const Recommendation& recommendation, const Report& report,
                                     const Questionnaire& questionnaire);
[[nodiscard]] std::string problem_of(const Reliability& reliability);

}  // namespace relis::plugin_host
