// Personal data that the client has no need of.
#pragma once

#include <vector>

#include "box.h"
#include "comments/facts.h"
#include "comments/words.h"

namespace relis::consistency {

/// Telephone numbers (`telephone-number`), e-mail addresses (`e-mail-address`) and first names followed by a surname
/// (`full-name`).
void find_personal_data(const std::vector<Box>& boxes, const comments::FactFinder& facts,
                        const comments::WordBook& book, const comments::KnownNames& names,
                        std::vector<Finding>& findings);

}  // namespace relis::consistency
