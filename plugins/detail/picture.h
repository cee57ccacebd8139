// What the whole report lets its reader see, beside what each answer earned.
#pragma once

#include <string>
#include <vector>

#include "measure.h"

namespace relis::content_detail {

/// One side of the picture.
struct Side {
    const char* label;   ///< French: `qui`, `quand`
    const char* advice;  ///< French, after « dites »
    double share;        ///< 0–1
};

/// Seven sides of the visit: who, when, how much, in what words and in what setting, each full when two answers tell
/// it; its course from arrival to departure, full when four of its five stages are told; and the order of events.
[[nodiscard]] std::vector<Side> picture(std::vector<const Measured*> answers);

}  // namespace relis::content_detail
