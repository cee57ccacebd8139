#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "review/decide_many.h"
#include "review/workspace.h"

namespace relis::app {

/// What deciding many reports at once asks of the review layer. May block: call it off the interface thread.
/// Thread-safe. Errors: std::runtime_error with a message for people.
class BatchDesk {
  public:
    BatchDesk() = default;
    BatchDesk(const BatchDesk&) = delete;
    BatchDesk& operator=(const BatchDesk&) = delete;
    virtual ~BatchDesk() = default;

    [[nodiscard]] virtual std::vector<review::PlannedDecision> plan(const std::vector<std::string>& report_ids,
                                                                    const review::ProgressSink& progress,
                                                                    std::stop_token stop) = 0;
    [[nodiscard]] virtual review::DecidedMany decide(const std::vector<review::PlannedDecision>& planned,
                                                     const review::ProgressSink& progress, std::stop_token stop) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<BatchDesk> make_batch_desk(review::Workspace& workspace);

}  // namespace relis::app
