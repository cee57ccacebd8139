// Hours told in the comments beside the minutes and limits that were answered.
#pragma once

#include <vector>

#include <relis/report.h>

#include "elsewhere.h"
#include "pairs.h"

namespace relis::consistency {

/// `hours-at-odds`: the hour of what a question waits for is told, and the minutes answered (or the limit that is said
/// to have been kept) do not reach from its beginning to that hour. The beginning is the nearest hour that the report
/// answers before the question, or the beginning of the visit. Nothing where any hour told agrees.
void find_hours_at_odds(const Report& report, const std::vector<GivenAnswer>& answers,
                        const std::vector<ReadBox>& boxes, std::vector<Finding>& findings);

/// `hours-at-odds`: a choice names another part of the day (« Matin »), other hours (« De 11 h à 14 h ») or other days
/// (« Fin de semaine ») than the visit began in.
void find_other_moments(const Report& report, const std::vector<GivenAnswer>& answers, std::vector<Finding>& findings);

}  // namespace relis::consistency
