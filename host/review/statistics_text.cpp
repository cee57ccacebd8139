// Statistics as JSON and as CSV.
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "appeal_records.h"
#include "review/csv.h"
#include "review/statistics.h"

namespace relis::review {

namespace {

using Json = nlohmann::ordered_json;

Json optional(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json json_of(const DecisionFigures& figures) {
    return {{"decided", figures.decided()},
            {"accepted", figures.accepted},
            {"reworked", figures.reworked},
            {"reassigned", figures.reassigned},
            {"acceptance", optional(figures.acceptance())},
            {"rework", optional(figures.rework())},
            {"reassignment", optional(figures.reassignment())},
            {"first_acceptance", optional(figures.first_acceptance())},
            {"agreement", optional(figures.agreement())},
            {"mean_hours", optional(figures.mean_hours)},
            {"mean_detail", optional(figures.mean_detail)},
            {"mean_french", optional(figures.mean_french)}};
}

Json json_of(const std::vector<StatisticsGroup>& groups) {
    Json array = Json::array();
    for (const StatisticsGroup& group : groups) {
        Json entry{{"id", group.id}, {"name", group.name}};
        entry.update(json_of(group.figures));
        array.push_back(std::move(entry));
    }
    return array;
}

Json json_of(const std::vector<HoursBin>& bins) {
    Json array = Json::array();
    for (const HoursBin& bin : bins) {
        array.push_back({{"from_hours", bin.from_hours}, {"to_hours", optional(bin.to_hours)}, {"count", bin.count}});
    }
    return array;
}

std::string_view name_of(PeriodStep step) {
    return step == PeriodStep::day ? "day" : step == PeriodStep::week ? "week" : "month";
}

class Csv {
  public:
    void line(const std::string& section, const std::string& key, const std::string& name, const std::string& figure,
              const std::string& value) {
        text_ += fmt::format("{},{},{},{},{}\r\n", csv_field(section), csv_field(key), csv_field(name), figure,
                             csv_field(value));
    }
    void count(const std::string& section, const std::string& key, const std::string& name, const std::string& figure,
               std::int64_t value) {
        line(section, key, name, figure, std::to_string(value));
    }
    void share(const std::string& section, const std::string& key, const std::string& name, const std::string& figure,
               const std::optional<double>& value) {
        line(section, key, name, figure, value ? fmt::format("{:.4f}", *value) : std::string());
    }
    void figures(const std::string& section, const std::string& key, const std::string& name,
                 const DecisionFigures& figures) {
        count(section, key, name, "decided", figures.decided());
        count(section, key, name, "accepted", figures.accepted);
        count(section, key, name, "reworked", figures.reworked);
        count(section, key, name, "reassigned", figures.reassigned);
        share(section, key, name, "acceptance", figures.acceptance());
        share(section, key, name, "rework", figures.rework());
        share(section, key, name, "reassignment", figures.reassignment());
        share(section, key, name, "first_acceptance", figures.first_acceptance());
        share(section, key, name, "agreement", figures.agreement());
        share(section, key, name, "mean_hours", figures.mean_hours);
        share(section, key, name, "mean_detail", figures.mean_detail);
        share(section, key, name, "mean_french", figures.mean_french);
    }
    void bins(const std::string& section, const std::vector<HoursBin>& bins) {
        for (const HoursBin& bin : bins) {
            count(section,
                  bin.to_hours ? fmt::format("{:g}-{:g} h", bin.from_hours, *bin.to_hours)
                               : fmt::format("{:g} h and more", bin.from_hours),
                  "", "count", bin.count);
        }
    }
    [[nodiscard]] std::string text() const { return text_; }

  private:
    std::string text_ = "section,key,name,figure,value\r\n";
};

std::string score_bin(std::size_t bin) {
    return bin == 10 ? std::string("5")
                     : fmt::format("{:.1f}-{:.1f}", static_cast<double>(bin) / 2, static_cast<double>(bin + 1) / 2);
}

}  // namespace

std::string to_json(const Statistics& statistics) {
    Json json;
    const StatisticsQuery& query = statistics.query;
    json["at"] = format_moment(statistics.at);
    json["programme"] = query.programme;
    json["shopper"] = query.shopper;
    json["reviewer"] = query.reviewer;
    json["from"] = query.from ? Json(format_moment(*query.from)) : Json(nullptr);
    json["until"] = query.until ? Json(format_moment(*query.until)) : Json(nullptr);
    json["for_client"] = query.for_client;
    json["totals"] = json_of(statistics.totals);
    json["median_hours"] = optional(statistics.median_hours);
    json["slow_hours"] = optional(statistics.slow_hours);
    json["step"] = name_of(statistics.step);
    json["periods"] = Json::array();
    for (const StatisticsPeriod& period : statistics.periods) {
        json["periods"].push_back({{"first", period.first},
                                   {"last", period.last},
                                   {"submitted", period.submitted},
                                   {"accepted", period.accepted},
                                   {"reworked", period.reworked},
                                   {"reassigned", period.reassigned}});
    }
    json["recommended"] = Json::object();
    for (const auto& [recommended, decided] : statistics.recommended) json["recommended"][recommended] = decided;
    json["detail"] = statistics.detail;
    json["french"] = statistics.french;
    json["times"] = json_of(statistics.times);
    json["programmes"] = json_of(statistics.programmes);
    json["shoppers"] = json_of(statistics.shoppers);
    json["reviewers"] = json_of(statistics.reviewers);
    json["rules"] = Json::array();
    for (const RuleFigures& rule : statistics.rules) {
        json["rules"].push_back({{"plugin", rule.plugin},
                                 {"rule", rule.rule},
                                 {"dismissed", rule.dismissed},
                                 {"reports", rule.reports},
                                 {"wide", rule.wide},
                                 {"last_reason", rule.last_reason}});
    }
    json["contested"] = Json::array();
    for (const AppealedRule& rule : statistics.contested) {
        json["contested"].push_back(json_of(rule));
    }
    const Backlog& backlog = statistics.backlog;
    Json programmes = Json::array();
    for (const Backlog::Programme& programme : backlog.programmes) {
        programmes.push_back(
            {{"id", programme.id}, {"name", programme.name}, {"waiting", programme.waiting}, {"late", programme.late}});
    }
    json["backlog"] = {{"waiting", backlog.waiting},
                       {"late", backlog.late},
                       {"oldest_hours", optional(backlog.oldest_hours)},
                       {"ages", json_of(backlog.ages)},
                       {"programmes", programmes}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string to_csv(const Statistics& statistics) {
    Csv csv;
    csv.figures("totals", "", "", statistics.totals);
    csv.share("totals", "", "", "median_hours", statistics.median_hours);
    csv.share("totals", "", "", "slow_hours", statistics.slow_hours);
    csv.count("backlog", "", "", "waiting", statistics.backlog.waiting);
    csv.count("backlog", "", "", "late", statistics.backlog.late);
    csv.share("backlog", "", "", "oldest_hours", statistics.backlog.oldest_hours);
    for (const Backlog::Programme& programme : statistics.backlog.programmes) {
        csv.count("backlog", programme.id, programme.name, "waiting", programme.waiting);
        csv.count("backlog", programme.id, programme.name, "late", programme.late);
    }
    csv.bins("backlog_age", statistics.backlog.ages);
    csv.bins("time_to_decision", statistics.times);
    for (const StatisticsPeriod& period : statistics.periods) {
        csv.count("period", period.first, period.last, "submitted", period.submitted);
        csv.count("period", period.first, period.last, "accepted", period.accepted);
        csv.count("period", period.first, period.last, "reworked", period.reworked);
        csv.count("period", period.first, period.last, "reassigned", period.reassigned);
    }
    for (const auto& [recommended, decided] : statistics.recommended) {
        for (const auto& [decision, count] : decided) csv.count("recommended", recommended, "", decision, count);
    }
    for (std::size_t i = 0; i < statistics.detail.size(); ++i)
        csv.count("detail", score_bin(i), "", "count", statistics.detail[i]);
    for (std::size_t i = 0; i < statistics.french.size(); ++i)
        csv.count("french", score_bin(i), "", "count", statistics.french[i]);
    for (const StatisticsGroup& group : statistics.programmes)
        csv.figures("programme", group.id, group.name, group.figures);
    for (const StatisticsGroup& group : statistics.reviewers)
        csv.figures("reviewer", group.id, group.name, group.figures);
    for (const StatisticsGroup& group : statistics.shoppers)
        csv.figures("shopper", group.id, group.name, group.figures);
    for (const RuleFigures& rule : statistics.rules) {
        csv.count("rule", rule.rule, rule.plugin, "dismissed", rule.dismissed);
        csv.count("rule", rule.rule, rule.plugin, "reports", rule.reports);
    }
    for (const AppealedRule& rule : statistics.contested) {
        const auto count = [&](const char* figure, std::size_t value) {
            csv.count("contested", rule.rule, rule.plugin, figure, static_cast<std::int64_t>(value));
        };
        count("appeals", rule.appeals);
        count("waiting", rule.waiting);
        count("upheld", rule.upheld);
        count("partly", rule.partly);
        count("dismissed", rule.dismissed);
        csv.share("contested", rule.rule, rule.plugin, "share", rule.share);
    }
    return csv.text();
}

}  // namespace relis::review
