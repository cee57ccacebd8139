#include "app/dashboard_model.h"

#include <chrono>
#include <utility>

#include "app/this_moment.h"

namespace relis::app {

namespace {

class WorkspaceDashboardDesk final : public DashboardDesk {
  public:
    explicit WorkspaceDashboardDesk(review::Workspace& workspace) : workspace_(workspace) {}
    Moment now() const override { return this_moment(); }
    std::vector<review::ProgrammeName> programmes() override { return review::programmes(workspace_); }
    review::Statistics statistics(const review::StatisticsQuery& query) override {
        return review::statistics(workspace_, query, now());
    }

  private:
    review::Workspace& workspace_;
};

std::optional<Moment> beginning_of(DashboardPeriod period, const Moment& now) {
    using std::chrono::days;
    switch (period) {
        case DashboardPeriod::week:
            return Moment{now.utc - days(7), now.offset};
        case DashboardPeriod::month:
            return Moment{now.utc - days(30), now.offset};
        case DashboardPeriod::quarter:
            return Moment{now.utc - days(91), now.offset};
        case DashboardPeriod::year:
            return Moment{now.utc - days(365), now.offset};
        case DashboardPeriod::always:
            break;
    }
    return std::nullopt;
}

}  // namespace

std::unique_ptr<DashboardDesk> make_dashboard_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceDashboardDesk>(workspace);
}

DashboardModel::DashboardModel(DashboardDesk& desk, Background& background) : desk_(desk), background_(background) {}

void DashboardModel::start() {
    using Choices = std::pair<std::vector<review::ProgrammeName>, review::Statistics>;
    choices_request_.ask(
        background_,
        [&desk = desk_](const std::stop_token&) { return Choices(desk.programmes(), desk.statistics({})); },
        [this](Choices choices) {
            programmes_ = std::move(choices.first);
            reviewers_ = std::move(choices.second.reviewers);
            shoppers_ = std::move(choices.second.shoppers);
            notifier_.tell(News::choices);
        });
    refresh();
}

void DashboardModel::refresh() {
    query_.from = beginning_of(period_, desk_.now());
    request_.ask(
        background_, [&desk = desk_, query = query_](const std::stop_token&) { return desk.statistics(query); },
        [this](review::Statistics figures) {
            figures_ = std::move(figures);
            error_ = {};
            notifier_.tell(News::figures);
        },
        [this](const Label& what) {
            error_ = what;
            notifier_.tell(News::figures);
        });
    notifier_.tell(News::loading);
}

void DashboardModel::set_programme(const std::string& id) {
    if (std::exchange(query_.programme, id) != id) refresh();
}
void DashboardModel::set_reviewer(const std::string& id) {
    if (std::exchange(query_.reviewer, id) != id) refresh();
}
void DashboardModel::set_shopper(const std::string& id) {
    if (std::exchange(query_.shopper, id) != id) refresh();
}
void DashboardModel::set_period(DashboardPeriod period) {
    if (std::exchange(period_, period) != period) refresh();
}

}  // namespace relis::app
