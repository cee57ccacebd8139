#pragma once

#include "json_values.h"
#include "review/mission_candidates.h"

namespace relis::review {

/// A candidate as `mission candidates` tells him.
[[nodiscard]] Json candidate_json(const MissionCandidate& candidate);

}  // namespace relis::review
