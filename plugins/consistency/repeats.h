// Comments repeated from box to box, and comments copied from other reports.
#pragma once

#include <vector>

#include <relis/context.h>
#include <relis/parameters.h>

#include "box.h"

namespace relis::consistency {

/// Comments that say again what an earlier box of the same report says (`repeated-comment`): the same words, most of
/// the same runs of three words, nearly all the same words in another order, or a whole sentence pasted. Linear in the
/// words of the report, but for the few pairs of boxes that share a run of words.
void find_repeats(const std::vector<Box>& boxes, const Parameters& parameters, std::vector<Finding>& findings);

/// Comments that share most of their wording with another report's (`copied-comment`), and for each source a note that
/// names it, for the reviewer only (`copy-source`, category not_judged, which no shopper receives). Once a report is
/// known to be a source, less is needed to recognise it in the other boxes.
void find_copies(const Report& report, const Context& context, const std::vector<Box>& boxes,
                 const Parameters& parameters, std::vector<Finding>& findings);

}  // namespace relis::consistency
