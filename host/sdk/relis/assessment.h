#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/finding.h>

namespace relis {

/// What one answer, or one aspect of it, did to a score: how a reviewer can say why a report got 3.5.
struct Contribution {
    std::string question;  ///< empty: the whole report
    std::string label;     ///< French: `« Stéphanie, 14 h 10 » : une personne nommée, une heure`
    double points = 0;     ///< earned (> 0) or lost (< 0), in points of the score
    bool operator==(const Contribution&) const = default;
};

/// What a criterion says of a revision.
struct Rating {
    std::optional<double> score;  ///< 0–5; absent: not judged, which is neither zero nor full marks
    std::string reason;           ///< French, one or two sentences: why this score, or why none
    std::vector<Finding> findings;
    std::vector<Contribution> contributions;
};

/// How a plugin's work on a revision ended.
enum class AssessmentState {
    judged,      ///< a criterion's score, or an inspection's findings, stand
    not_judged,  ///< the plugin ran and says that it cannot tell
    failed       ///< it threw or overran its time: shown as such, never a zero score
};

/// One plugin's result for one revision, as kept in the store.
struct Assessment {
    std::string plugin;          ///< plugin id
    std::string plugin_version;  ///< version of the plugin that made it
    AssessmentState state = AssessmentState::judged;
    std::optional<double> score;  ///< of a judged criterion only
    std::string reason;           ///< French; of a failed one, what went wrong
    std::vector<Finding> findings;
    std::vector<Contribution> contributions;

    bool operator==(const Assessment&) const = default;
};

}  // namespace relis
