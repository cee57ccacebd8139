// What the tests of this plugin share.
#pragma once

#include <string>
#include <vector>

#include "comments_testing/reports.h"
#include "consistency/consistency.h"

namespace consistency_tests {

inline std::vector<relis::Finding> inspect(const relis::comments_testing::Case& one) {
    static const relis::consistency::Consistency plugin(relis::comments_testing::environment());
    return plugin.inspect(one.report, one, relis::default_parameters(plugin.describe().parameters));
}

/// The rules of the findings of one category.
inline std::vector<std::string> rules_of(const relis::comments_testing::Case& one, relis::Category category) {
    std::vector<std::string> rules;
    for (const relis::Finding& finding : inspect(one)) {
        if (finding.category == category) rules.push_back(finding.rule);
    }
    return rules;
}

}  // namespace consistency_tests
