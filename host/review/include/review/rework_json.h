#pragma once

#include <string>
#include <vector>

#include "review/interventions.h"
#include "review/rework_answer.h"

namespace relis::review {

/// Stable JSON for other programs, as review/json.h.
[[nodiscard]] std::string to_json(const std::vector<AskedRework>& reworks);
[[nodiscard]] std::string to_json(const RevisionChanges& changes);
[[nodiscard]] std::string to_json(const std::vector<HeldReport>& held);
[[nodiscard]] std::string to_json(const std::vector<LibraryRemark>& library);

}  // namespace relis::review
