#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <relis/assessment.h>
#include <relis/report.h>

#include "review/judgements.h"
#include "store/judgements.h"

namespace relis::review {

/// What people said that applies to one revision.
struct Judgements {
    std::vector<store::Dismissal> dismissals;  ///< here, for the programme, everywhere
    std::vector<store::ScoreOverride> scores;
};

/// What stands: the machine's result with people's laid over it.
struct Standing {
    std::vector<Assessment> assessments;  ///< without the dismissed findings, with the overridden scores
    std::vector<DismissedFinding> dismissed;
    std::vector<ScoreOverride> overrides;
};

[[nodiscard]] Standing standing(std::vector<Assessment> assessments, const Report& report,
                                const Judgements& judgements);

/// The passage that a finding covers, with case and forms of letters folded, so that the same word is known again;
/// empty for an answer as a whole.
[[nodiscard]] std::string folded_passage(const Report& report, const Finding& finding);

[[nodiscard]] DismissalScope from_store(store::DismissalScope scope);
[[nodiscard]] store::DismissalScope to_store(DismissalScope scope);

}  // namespace relis::review
