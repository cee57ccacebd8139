#pragma once

#include <memory>
#include <vector>

#include "review/fairness.h"
#include "review/queue.h"
#include "review/workspace.h"

namespace relis::app {

/// What the window of fairness asks of the review layer. May block: call it off the interface thread. Safe to call from
/// several threads. Errors: std::runtime_error with a message for people.
class FairnessDesk {
  public:
    FairnessDesk() = default;
    FairnessDesk(const FairnessDesk&) = delete;
    FairnessDesk& operator=(const FairnessDesk&) = delete;
    virtual ~FairnessDesk() = default;

    [[nodiscard]] virtual std::vector<review::ProgrammeName> programmes() = 0;
    [[nodiscard]] virtual review::FairnessReport fairness(const review::FairnessOptions& options) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<FairnessDesk> make_fairness_desk(review::Workspace& workspace);

}  // namespace relis::app
