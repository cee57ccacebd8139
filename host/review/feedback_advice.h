#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "review/feedback.h"

namespace relis::review {

/// Advice that fits the faults of a report, what would have helped most first; at most `most`. Nothing where nothing
/// was found that advice fits.
[[nodiscard]] std::vector<std::string> advice_for(const ReportDetails& details, std::size_t most = 2);

/// How a report stands against its shopper's last ten: a sentence for each figure that both have.
[[nodiscard]] std::vector<std::string> progress_of(const ReportDetails& details,
                                                   const std::vector<MissionRecord>& history);

}  // namespace relis::review
