#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "review/feedback_files.h"

namespace relis::review {

/// The page of a shopper's month with the decisions that it tells.
struct MonthFeedback {
    FeedbackPage page;
    std::vector<std::int64_t> decisions;
};

/// As month_page.
[[nodiscard]] std::optional<MonthFeedback> month_feedback(Workspace& workspace, const std::string& shopper_id,
                                                          std::chrono::year_month month,
                                                          const FeedbackFileOptions& options);

}  // namespace relis::review
