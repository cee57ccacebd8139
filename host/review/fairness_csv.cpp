#include <fmt/format.h>

#include "review/csv.h"
#include "review/fairness.h"

namespace relis::review {

namespace {

std::string decimal(const std::optional<double>& value) {
    return value ? fmt::format("{:.4f}", *value) : std::string();
}

std::string text_of(const MissionBin& bin) {
    return bin.from == bin.to ? std::to_string(bin.from) : fmt::format("{}-{}", bin.from, bin.to);
}

}  // namespace

std::string to_csv(const FairnessReport& report) {
    std::string csv = "grouping,group,shoppers,measure,count,value,others,low,high,enough,notable\r\n";
    for (const FairnessGroup& group : report.groups) {
        for (const FairnessFigure& figure : group.figures) {
            csv += fmt::format("{},{},{},{},{:g},{},{},{},{},{},{}\r\n", to_string(group.grouping), csv_field(group.id),
                               group.shoppers, to_string(figure.measure), figure.count, decimal(figure.value),
                               decimal(figure.others), decimal(figure.low), decimal(figure.high),
                               figure.enough ? "true" : "false", figure.notable ? "true" : "false");
        }
    }
    const MissionSpread& spread = report.spread;
    const auto line = [&](const char* measure, const std::string& value) {
        csv += fmt::format("spread,,{},{},,{},,,,,\r\n", spread.shoppers, measure, value);
    };
    line("missions", std::to_string(spread.missions));
    line("without", std::to_string(spread.without));
    line("mean", decimal(spread.mean));
    line("most", std::to_string(spread.most));
    line("busiest_tenth_share", decimal(spread.busiest_tenth_share));
    line("gini", decimal(spread.gini));
    for (const MissionBin& bin : spread.bins) {
        csv += fmt::format("spread,{},{},shoppers_with_missions,,,,,,,\r\n", text_of(bin), bin.shoppers);
    }
    return csv;
}

}  // namespace relis::review
