#pragma once

#include "candidate_rules.h"
#include "review/mission_candidates.h"

namespace relis::review {

/// What a criterion gave a shopper, in words.
[[nodiscard]] Label reason_text(const CandidatePool::Implementation& pool, const AssignmentRules& rules,
                                const Assignment& assignment, const AssignmentPolicy& policy, std::uint32_t shopper,
                                const Judgement& judgement, CandidateCriterion criterion);

/// Why a shopper is excluded, with figure and limit.
[[nodiscard]] Label exclusion_text(const CandidatePool::Implementation& pool, const AssignmentRules& rules,
                                   const Assignment& assignment, const AssignmentPolicy& policy, std::uint32_t shopper,
                                   const Judgement& judgement, Exclusion exclusion);

/// `4,3`
[[nodiscard]] std::string french_number(double value, int decimals = 1);

}  // namespace relis::review
