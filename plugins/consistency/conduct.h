// What a shopper should not write to the client, nor have told at the place.
#pragma once

#include <vector>

#include <relis/parameters.h>

#include "box.h"

namespace relis::consistency {

/// `instruction-to-client` (« vous devriez engager du monde »), where the parameter `forbid_instructions` is set, and
/// `mission-revealed` (« je lui ai dit que j'étais client mystère »). One finding a box and rule.
void find_conduct(const std::vector<Box>& boxes, const Parameters& parameters, std::vector<Finding>& findings);

}  // namespace relis::consistency
