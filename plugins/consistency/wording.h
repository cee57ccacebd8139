// Comments whose wording carries no observation: an echo of the question, no factual ground, no French.
#pragma once

#include <vector>

#include "box.h"
#include "comments/facts.h"
#include "comments/words.h"

namespace relis::consistency {

/// `echo` (the question turned into a statement), `no-ground` (a negative answer with opinions only), `wrong-language`
/// and `gibberish` (neither can be judged).
void find_empty_wording(const std::vector<Box>& boxes, const comments::FactFinder& facts,
                        const comments::WordBook& book, const comments::KnownNames& names,
                        std::vector<Finding>& findings);

}  // namespace relis::consistency
