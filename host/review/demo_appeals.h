#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "demo_agency.h"
#include "demo_desk.h"

namespace relis::review {

/// What shoppers contest in the demonstration's year, and what they are answered. Not thread-safe.
class DemoAppeals {
  public:
    /// Both outlive it.
    DemoAppeals(DemoAgency& agency, DemoDesk& desk) : agency_(agency), desk_(desk) {}

    /// Whether the shopper of a report that was just met will contest something, some days later.
    void consider(const DemoErrand& errand, const Moment& at);
    /// Files what is contested by now, and answers what was filed before.
    void hold_session(Moment at);
    /// At the end of the year: where few appeals wait for an answer, some more are filed, so that their queue has
    /// something to show.
    void leave_some_waiting(Moment at);

  private:
    struct Plan {
        Moment at;
        std::string report_id;
        bool late = false;
    };
    void file(const Plan& plan, const Moment& at);
    void answer(std::int64_t id);
    void move_on(Moment& at);

    DemoAgency& agency_;
    DemoDesk& desk_;
    std::vector<Plan> plans_;
    std::vector<std::string> met_lately_;  ///< reports decided in the last days of the year
};

}  // namespace relis::review
