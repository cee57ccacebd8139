#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <relis/report.h>

#include "connection.h"
#include "queue_rows.h"
#include "store/batch.h"

namespace relis::store {

/// Adds reports in a batch's transaction, and remembers what it has made sure of, since the reports of a file share
/// their programmes, sites and shoppers.
class ReportWriter {
  public:
    explicit ReportWriter(Connection& connection) : connection_(connection) {}

    /// See Batch::add_report.
    AddResult add(const Report& report, const Moment& received_at, const std::string& source);

    /// Make bare entries where there are none.
    void ensure_programme(const std::string& id);
    void ensure_people_and_places(const std::string& programme, const Site& site, const std::string& shopper_id);

    /// To be called when a programme, site or shopper changed.
    void forget_names();

  private:
    struct SiteName {
        std::string name;
        std::string city;
    };
    struct ShopperName {
        std::string name;
        std::optional<double> reliability;
        bool newcomer = false;
    };

    /// Why the report cannot be taken; empty where it can. `from` becomes the state before.
    Label refusal(const Report& report, std::string& from);
    void write_answers(const Report& report);
    void write_mission(const Report& report);
    const std::string& programme_name(const std::string& id);
    const SiteName& site_name(const Site& site);
    const ShopperName& shopper_name(const std::string& id);

    Connection& connection_;
    std::unordered_set<std::string> programmes_;
    std::unordered_set<std::string> sites_;
    std::unordered_set<std::string> shoppers_;
    std::unordered_set<std::string> questionnaires_;
    std::unordered_map<std::string, std::string> programme_names_;
    std::unordered_map<std::string, SiteName> site_names_;
    std::unordered_map<std::string, ShopperName> shopper_names_;
};

}  // namespace relis::store
