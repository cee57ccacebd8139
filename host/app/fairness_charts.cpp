#include "app/fairness_charts.h"

#include <algorithm>

#include <wx/intl.h>

#include "app/words.h"

namespace relis::app {

Chart spread_chart(const review::MissionSpread& spread) {
    Chart chart;
    chart.title = to_utf8(_("Missions a shopper"));
    chart.note = to_utf8(_("Shoppers by the missions they were given"));
    chart.kind = ChartKind::bars;
    chart.empty = to_utf8(_("No mission was given in this period."));
    ChartSeries shoppers;
    shoppers.name = to_utf8(_("Shoppers"));
    for (const review::MissionBin& bin : spread.bins) {
        chart.labels.push_back(bin.from == bin.to ? std::to_string(bin.from)
                                                  : std::to_string(bin.from) + "\xE2\x80\x93" + std::to_string(bin.to));
        shoppers.values.emplace_back(static_cast<double>(bin.shoppers));
    }
    if (spread.missions == 0) shoppers.values.clear();
    chart.series.push_back(std::move(shoppers));
    return chart;
}

Chart difference_chart(const review::FairnessReport& report, review::FairnessGrouping grouping,
                       review::FairnessMeasure measure) {
    const bool share = review::is_share(measure);
    const double scale = share ? 100 : 1;
    Chart chart;
    chart.title = to_utf8(shown(review::label(measure)) + " " +
                          (grouping == review::FairnessGrouping::region ? _("by region") : _("by tenure")));
    chart.note = to_utf8(_("Difference to all others, and what chance leaves open"));
    chart.kind = ChartKind::ranges;
    chart.unit = share ? " %" : "";
    chart.decimals = share ? 0 : 2;
    chart.with_sign = true;
    chart.decimal_separator = speaks_french() ? ',' : '.';
    chart.empty = to_utf8(_("Too few shoppers or reports to compare."));
    chart.more = to_utf8(_("and {} more"));
    ChartSeries usual, notable, few;
    usual.name = to_utf8(_("within chance"));
    notable.name = to_utf8(_("to look at"));
    notable.ink = ChartInk::bad;
    few.name = to_utf8(_("too few shoppers"));
    few.ink = ChartInk::second;
    for (const review::FairnessGroup& group : report.groups) {
        if (group.grouping != grouping) continue;
        const review::FairnessFigure& figure = group.figures.at(static_cast<std::size_t>(measure));
        if (!figure.low || !figure.high) continue;
        chart.labels.push_back(to_utf8(shown(group.name)) + " (" + std::to_string(group.shoppers) + ")");
        const ChartSeries* const own = !figure.enough ? &few : figure.notable ? &notable : &usual;
        for (ChartSeries* const series : {&usual, &notable, &few}) {
            const bool here = series == own;
            const auto of = [&](double value) { return here ? std::optional(scale * value) : std::nullopt; };
            series->values.push_back(of(*figure.value - *figure.others));
            series->low.push_back(of(*figure.low));
            series->high.push_back(of(*figure.high));
        }
    }
    for (ChartSeries* const series : {&usual, &notable, &few}) {
        const bool shown = std::ranges::any_of(series->values, [](const auto& value) { return value.has_value(); });
        if (shown) chart.series.push_back(std::move(*series));
    }
    return chart;
}

}  // namespace relis::app
