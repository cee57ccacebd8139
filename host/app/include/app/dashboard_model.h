#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/dashboard_desk.h"
#include "app/notifier.h"

namespace relis::app {

/// A period that ends now.
enum class DashboardPeriod { week, month, quarter, year, always };

/// Whose and which figures are shown. Lives on the interface thread; counts off it.
class DashboardModel {
  public:
    enum class News {
        choices,  ///< programmes(), reviewers(), shoppers() are known anew
        loading,
        figures  ///< figures() or error() is new
    };

    /// `desk` and `background` outlive the model.
    DashboardModel(DashboardDesk& desk, Background& background);

    /// Loads the choices and the figures.
    void start();
    /// Counts again.
    void refresh();

    void set_programme(const std::string& id);
    void set_reviewer(const std::string& id);
    void set_shopper(const std::string& id);
    void set_period(DashboardPeriod period);
    [[nodiscard]] const review::StatisticsQuery& query() const { return query_; }
    [[nodiscard]] DashboardPeriod period() const { return period_; }

    [[nodiscard]] const std::vector<review::ProgrammeName>& programmes() const { return programmes_; }
    /// People who decided at all, those who decided most first; only their names and ids are of use.
    [[nodiscard]] const std::vector<review::StatisticsGroup>& reviewers() const { return reviewers_; }
    [[nodiscard]] const std::vector<review::StatisticsGroup>& shoppers() const { return shoppers_; }

    /// Null until they have been counted once.
    [[nodiscard]] const review::Statistics* figures() const { return figures_ ? &*figures_ : nullptr; }
    [[nodiscard]] bool loading() const { return request_.waiting(); }
    /// Why they could not be counted; empty: they could.
    [[nodiscard]] const Label& error() const { return error_; }

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    DashboardDesk& desk_;
    Background& background_;
    review::StatisticsQuery query_;
    DashboardPeriod period_ = DashboardPeriod::month;
    std::vector<review::ProgrammeName> programmes_;
    std::vector<review::StatisticsGroup> reviewers_;
    std::vector<review::StatisticsGroup> shoppers_;
    std::optional<review::Statistics> figures_;
    Label error_;
    Notifier<News> notifier_;
    Request choices_request_;
    Request request_;
};

}  // namespace relis::app
