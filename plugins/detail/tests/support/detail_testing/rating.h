// What the tests of the criterion share.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "comments_testing/reports.h"
#include "detail/detail.h"

namespace relis::detail_testing {

using comments_testing::Case;

inline constexpr double rounding = 1e-9;

inline const content_detail::Detail& plugin() {
    static const content_detail::Detail plugin(comments_testing::environment());
    return plugin;
}

inline Rating rate(const Case& one) {
    static const Parameters parameters = default_parameters(plugin().describe().parameters);
    return plugin().rate(one.report, one, parameters);
}

inline double score(const Case& one) {
    return rate(one).score.value_or(-1);
}

inline const std::vector<Case>& demonstration() {
    static const std::vector<Case> cases =
        comments_testing::read_folder(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo");
    return cases;
}

inline Case one_box(const std::string& comment) {
    Case one;
    one.ask("caisse", "Comment s'est passé votre passage à la caisse ?").min_words = 20;
    one.answer("caisse", "oui", comment);
    return one;
}

/// What an answer gained, for the message of a test that fails.
inline std::string gains(const Case& before, const Case& after) {
    std::map<std::string, double> points;
    for (const Contribution& one : rate(before).contributions) points[one.question] += std::max(0.0, one.points);
    std::string text;
    for (const Contribution& one : rate(after).contributions) {
        if (one.points > points[one.question] + rounding) text += "\n  " + one.question + ": " + one.label;
    }
    return text;
}

}  // namespace relis::detail_testing
