#pragma once

#include <nlohmann/json.hpp>

#include "review/criteria_sheet.h"
#include "store/criteria.h"

namespace relis::review {

/// Values as a criteria set keeps them.
[[nodiscard]] nlohmann::json to_json_values(const ParameterValues& values);

/// A proposal in the form of a stored set, without an id.
[[nodiscard]] store::CriteriaSet set_of(const CriteriaProposal& proposal);

}  // namespace relis::review
