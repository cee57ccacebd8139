// Answers beside other answers: the same thing told twice, and not alike.
#pragma once

#include <vector>

#include <relis/context.h>
#include <relis/report.h>

#include "box.h"

namespace relis::consistency {

/// Finds answers that other answers of the report contradict, each named with the question whose value is at odds:
/// - `other-amount`: the amount paid, and another total told in words;
/// - `other-duration`: a wait in minutes, and another one told of the same place;
/// - `other-time`: the hour of arrival or departure, and another one told in words;
/// - `answer-to-follow-up`: a question answered that is asked only after another answer than the one given;
/// - `none-and-some`: *aucun* chosen beside other choices.
/// Where the report also tells what the value says, nothing is found.
void find_differences(const Report& report, const Context& context, const std::vector<Box>& boxes,
                      std::vector<Finding>& findings);

}  // namespace relis::consistency
