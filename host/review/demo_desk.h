#pragma once

#include <optional>
#include <vector>

#include "demo_agency.h"
#include "demo_visits.h"
#include "review/report_details.h"

namespace relis::review {

/// What the reviewers of the demonstration's year do with reports: judge findings, decide, hold, withdraw, ask for
/// reworks and remind, settle what was never answered. Not thread-safe.
class DemoDesk {
  public:
    /// Both outlive it.
    DemoDesk(DemoAgency& agency, DemoVisits& visits);

    /// A report that awaits a decision; by any of the reviewers.
    void meet(DemoErrand& errand, const Moment& at);
    /// Holds whose date has come, reminders, and reworks that nobody answered.
    void follow_up(Moment at);
    /// A rework whose decision fell: its report awaits another decision, nothing further is submitted.
    void take_up_again(const std::string& report_id, const Moment& at);

  private:
    void decide_on(DemoErrand& errand, const Moment& at);
    [[nodiscard]] bool put_aside(const DemoErrand& errand, const Moment& at);
    void judge(Workspace& workspace, const ReportDetails& details);
    [[nodiscard]] Decision choose(DemoErrand& errand, const ReportDetails& details, std::string& reason);
    void answer_rework(const DemoErrand& errand, const Moment& at);
    void after_reassignment(const DemoErrand& errand, Workspace& workspace, const Moment& at);

    DemoAgency& agency_;
    DemoVisits& visits_;
    std::vector<DemoErrand> held_;
    std::vector<DemoErrand> unanswered_;
    bool word_dismissed_ = false;
};

}  // namespace relis::review
