#pragma once

#include <optional>
#include <vector>

#include "intake/roster.h"
#include "json_document.h"

namespace relis::intake {

/// `latitude` and `longitude` of an entry; one without the other is a problem.
std::optional<RosterCoordinates> read_coordinates(ObjectReader& reader);

/// What a shopper's entry says beyond who he is: where he lives, when he is available, whom he knows, what was noted.
void read_profile(ObjectReader& reader, RosterShopper& shopper, std::vector<Problem>& problems);

}  // namespace relis::intake
