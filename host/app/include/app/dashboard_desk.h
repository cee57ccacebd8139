#pragma once

#include <memory>
#include <vector>

#include "review/queue.h"
#include "review/statistics.h"
#include "review/workspace.h"

namespace relis::app {

/// What the dashboard asks of the review layer. May block: call it off the interface thread. Safe to call from several
/// threads. Errors: std::runtime_error with a message for people.
class DashboardDesk {
  public:
    DashboardDesk() = default;
    DashboardDesk(const DashboardDesk&) = delete;
    DashboardDesk& operator=(const DashboardDesk&) = delete;
    virtual ~DashboardDesk() = default;

    [[nodiscard]] virtual Moment now() const = 0;  ///< does not block
    [[nodiscard]] virtual std::vector<review::ProgrammeName> programmes() = 0;
    [[nodiscard]] virtual review::Statistics statistics(const review::StatisticsQuery& query) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<DashboardDesk> make_dashboard_desk(review::Workspace& workspace);

}  // namespace relis::app
