// How many of a thing were counted, beside how many another box tells of.
#pragma once

#include <vector>

#include "elsewhere.h"
#include "pairs.h"

namespace relis::consistency {

/// `other-quantity`: « Combien de toilettes étaient ouvertes ? 2 », and the closing account counts five open ones;
/// « Clients devant vous (nombre) : 1 », and another box tells of « les quatre personnes devant moi ». Nothing where
/// any box tells the number answered, or where several numbers are told of the thing.
void find_other_counts(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes,
                       std::vector<Finding>& findings);

}  // namespace relis::consistency
