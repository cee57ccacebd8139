// Comments repeated from box to box, and comments copied from other reports.
#pragma once

#include <vector>

#include <relis/context.h>
#include <relis/parameters.h>

#include "box.h"

namespace relis::consistency {

/// Comments that are near-identical to an earlier box of the same report (rules `repeated-comment`). Linear in the
/// words of the report: each run of words remembers only the box that had it first.
void find_repeats(const std::vector<Box>& boxes, const Parameters& parameters, std::vector<Finding>& findings);

/// Comments that share most of their wording with another report's (rule `copied-comment`).
void find_copies(const Report& report, const Context& context, const std::vector<Box>& boxes,
                 const Parameters& parameters, std::vector<Finding>& findings);

}  // namespace relis::consistency
