#pragma once

#include "output.h"
#include "review/report_details.h"

namespace relis::cli {

/// Prints a report for reading on a terminal, in French: recommendation with its reasons, scores with what cost and
/// earned points, what is missing, then the answers with the passages marked `[…]¹` and the findings below them.
void print_report(Output& out, const review::ReportDetails& details);

}  // namespace relis::cli
