// One inspection in a line.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "comments_testing/reports.h"
#include "completeness/completeness.h"

namespace relis::completeness_testing {

inline std::vector<Finding> inspect(const comments_testing::Case& one,
                                    const std::map<std::string, ParameterValue>& changes = {}) {
    static const completeness::Completeness plugin(comments_testing::environment());
    auto values = default_parameters(plugin.describe().parameters).values();
    for (const auto& [name, value] : changes) values[name] = value;
    return plugin.inspect(one.report, one, Parameters(values));
}

/// A report with proof of a visit, whose questions are asked and answered by the test.
inline comments_testing::Case proven() {
    comments_testing::Case one;
    one.report.attachments.push_back({"recu", "receipt", "recu.jpg"});
    return one;
}

}  // namespace relis::completeness_testing
