// Two answers that cannot both be right, whatever their comments say.
#pragma once

#include <vector>

#include "elsewhere.h"

namespace relis::consistency {

/// Any answer of the report with its question read.
struct GivenAnswer {
    const Question* question;
    const Answer* answer;
    std::shared_ptr<const ReadQuestion> read;
};

/// `answers-at-odds`: no purchase and an amount paid; no wait and minutes of waiting, or the reverse; open on arrival
/// and minutes of waiting for the opening; a thing that is said not to be there, and counted.
void find_answers_at_odds(const Topics& topics, const std::vector<GivenAnswer>& answers,
                          std::vector<Finding>& findings);

}  // namespace relis::consistency
