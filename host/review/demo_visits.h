#pragma once

#include <map>
#include <string>
#include <vector>

#include "demo_agency.h"

namespace relis::review {

/// Who visits where and when, in the demonstration's year, and what is submitted. Not thread-safe.
class DemoVisits {
  public:
    /// `agency` outlives it.
    explicit DemoVisits(DemoAgency& agency) : agency_(agency) {}

    /// Assigns the month's missions, as the agency's planner would, and plans what becomes of each.
    void plan_month(const Moment& from);
    /// What happens until then, in its order.
    [[nodiscard]] std::vector<DemoErrand> due(const Moment& until);
    /// Something that happens later.
    void add(DemoErrand errand) { errands_.push_back(std::move(errand)); }
    /// Nothing further is submitted of a report.
    void forget(const std::string& report_id);
    /// Completes what is submitted: a first revision is composed, and sometimes taken from somebody else.
    void write_report(DemoErrand& errand);
    /// A mission that was given back or never done.
    void end_mission(const DemoErrand& errand, const Moment& session);
    /// The best of the ranking takes a mission, and visits within the time he is given. Now and then nobody has it yet.
    void give_on(const DemoErrand& errand, Workspace& workspace, const Moment& at);
    /// At the end of the year: where no mission waits for somebody, the next visit is cancelled, so that there is one
    /// to be given.
    void leave_one_free(const Moment& at);

  private:
    [[nodiscard]] DemoErrand planned(const Moment& from, int span);
    [[nodiscard]] std::size_t some_programme();
    [[nodiscard]] const DemoPerson& someone_for(const DemoErrand& errand, const Moment& visit);
    void choose_visit(DemoErrand& errand, const DemoPerson& person, const Moment& day);
    [[nodiscard]] nlohmann::json mission_of(const DemoErrand& errand, const Moment& from) const;

    DemoAgency& agency_;
    std::vector<DemoErrand> errands_;
    std::map<std::size_t, std::vector<nlohmann::json>> told_;  ///< the latest reports of each programme
    int missions_ = 0;
};

}  // namespace relis::review
