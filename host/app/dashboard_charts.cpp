#include "app/dashboard_charts.h"

#include <algorithm>

#include "app/words.h"

namespace relis::app {

namespace {

constexpr std::size_t most_rows = 10;

wxString percent(const std::optional<double>& share) {
    return share ? number(100 * *share, 0) + " %" : wxString(wxUniChar(0x2014));
}

wxString hours(const std::optional<double>& value) {
    if (!value) return wxString(wxUniChar(0x2014));
    return *value < 48 ? wxString::Format(_("%s h"), number(*value)) : wxString::Format(_("%s d"), number(*value / 24));
}

/// `under 6 h`, `6 to 12 h`, `7 d and more`
std::string label_of(const review::HoursBin& bin) {
    const bool in_days = bin.from_hours >= 48;
    const double unit = in_days ? 24 : 1;
    const wxString name = in_days ? _("d") : _("h");
    const int from = static_cast<int>(bin.from_hours / unit);
    if (!bin.to_hours) return to_utf8(wxString::Format(wxString(wxUniChar(0x2265)) + " %d %s", from, name));
    const bool to_days = *bin.to_hours >= 48;
    const int to = static_cast<int>(*bin.to_hours / (to_days ? 24 : 1));
    const wxString to_name = to_days ? _("d") : _("h");
    if (from == 0) return to_utf8(wxString::Format("< %d %s", to, to_name));
    if (in_days == to_days) return to_utf8(wxString::Format(wxString::FromUTF8("%d–%d %s"), from, to, name));
    return to_utf8(wxString::Format(wxString::FromUTF8("%d %s–%d %s"), from, name, to, to_name));
}

Chart make(const wxString& title, const wxString& note, ChartKind kind) {
    Chart chart;
    chart.title = to_utf8(title);
    chart.note = to_utf8(note);
    chart.kind = kind;
    chart.empty = to_utf8(_("Nothing in this period."));
    chart.decimal_separator = speaks_french() ? ',' : '.';
    return chart;
}

ChartSeries& add_series(Chart& chart, const wxString& name, ChartInk ink) {
    ChartSeries series;
    series.name = to_utf8(name);
    series.ink = ink;
    chart.series.push_back(std::move(series));
    return chart.series.back();
}

template <class Count>
void add_counts(ChartSeries& series, Count count) {
    series.values.emplace_back(static_cast<double>(count));
}

Chart of_bins(const wxString& title, const wxString& note, const std::vector<review::HoursBin>& bins) {
    Chart chart = make(title, note, ChartKind::bars);
    ChartSeries& series = add_series(chart, _("Reports"), ChartInk::plain);
    for (const review::HoursBin& bin : bins) {
        chart.labels.push_back(label_of(bin));
        add_counts(series, bin.count);
    }
    return chart;
}

Chart backlog_age(const review::Statistics& figures) {
    const review::Backlog& backlog = figures.backlog;
    Chart chart =
        of_bins(_("Backlog by age"),
                wxString::Format(wxPLURAL("%lld report waits now, since it was submitted; the oldest for %s",
                                          "%lld reports wait now, since they were submitted; the oldest for %s",
                                          static_cast<unsigned>(backlog.waiting)),
                                 static_cast<long long>(backlog.waiting), hours(backlog.oldest_hours)),
                backlog.ages);
    chart.empty = to_utf8(_("No report waits."));
    return chart;
}

Chart backlog_programmes(const review::Statistics& figures) {
    Chart chart =
        make(_("Backlog by programme"), _("Reports that wait now, and those of them that are late"), ChartKind::rows);
    chart.empty = to_utf8(_("No report waits."));
    ChartSeries waiting, late;
    for (const review::Backlog::Programme& programme : figures.backlog.programmes) {
        if (chart.labels.size() >= most_rows) break;
        chart.labels.push_back(programme.name.empty() ? programme.id : programme.name);
        add_counts(waiting, programme.waiting);
        add_counts(late, programme.late);
    }
    add_series(chart, _("waiting"), ChartInk::plain).values = waiting.values;
    add_series(chart, _("late"), ChartInk::bad).values = late.values;
    return chart;
}

std::string label_of(const review::StatisticsPeriod& period, review::PeriodStep step) {
    // 2026-06-15: the year stands in the title of nothing else, so months show it
    return step == review::PeriodStep::month ? period.first.substr(0, 7)
                                             : period.first.substr(8, 2) + "/" + period.first.substr(5, 2);
}

wxString step_text(review::PeriodStep step) {
    switch (step) {
        case review::PeriodStep::day:
            return _("by day");
        case review::PeriodStep::week:
            return _("by week, from Monday");
        case review::PeriodStep::month:
            break;
    }
    return _("by month");
}

Chart decisions(const review::Statistics& figures) {
    Chart chart = make(_("Decisions"), step_text(figures.step), ChartKind::stacked);
    ChartSeries accepted, reworked, reassigned;
    for (const review::StatisticsPeriod& period : figures.periods) {
        chart.labels.push_back(label_of(period, figures.step));
        add_counts(accepted, period.accepted);
        add_counts(reworked, period.reworked);
        add_counts(reassigned, period.reassigned);
    }
    add_series(chart, _("accepted"), ChartInk::good).values = accepted.values;
    add_series(chart, _("rework"), ChartInk::warning).values = reworked.values;
    add_series(chart, _("reassigned"), ChartInk::bad).values = reassigned.values;
    return chart;
}

Chart flow(const review::Statistics& figures) {
    Chart chart = make(_("Submitted and decided"), step_text(figures.step), ChartKind::lines);
    ChartSeries submitted, decided;
    for (const review::StatisticsPeriod& period : figures.periods) {
        chart.labels.push_back(label_of(period, figures.step));
        add_counts(submitted, period.submitted);
        add_counts(decided, period.accepted + period.reworked + period.reassigned);
    }
    add_series(chart, _("submitted"), ChartInk::second).values = submitted.values;
    add_series(chart, _("decided"), ChartInk::plain).values = decided.values;
    return chart;
}

Chart scores(const review::Statistics& figures) {
    Chart chart = make(_("Scores of decided reports"),
                       wxString::Format(_("By halves of a point; on average detail %s, French %s"),
                                        score(figures.totals.mean_detail), score(figures.totals.mean_french)),
                       ChartKind::bars);
    for (std::size_t i = 0; i < figures.detail.size(); ++i)
        chart.labels.push_back(to_utf8(number(static_cast<double>(i) / 2, i % 2 == 0 ? 0 : 1)));
    ChartSeries& detail = add_series(chart, _("Detail"), ChartInk::plain);
    for (const std::int64_t count : figures.detail) add_counts(detail, count);
    ChartSeries& french = add_series(chart, _("French"), ChartInk::warning);
    for (const std::int64_t count : figures.french) add_counts(french, count);
    return chart;
}

Chart times(const review::Statistics& figures) {
    return of_bins(_("Time to decision"),
                   wxString::Format(_("From submission to decision: half within %s, nine of ten within %s"),
                                    hours(figures.median_hours), hours(figures.slow_hours)),
                   figures.times);
}

Chart rates(const wxString& title, const wxString& note, const std::vector<review::StatisticsGroup>& groups) {
    Chart chart = make(title, note, ChartKind::rows);
    chart.unit = " %";
    chart.least_top = 100;
    ChartSeries accepted, reworked;
    for (const review::StatisticsGroup& group : groups) {
        if (chart.labels.size() >= most_rows) break;
        chart.labels.push_back(group.name + " (" + std::to_string(group.figures.decided()) + ")");
        accepted.values.emplace_back(100 * group.figures.acceptance().value_or(0));
        reworked.values.emplace_back(100 * group.figures.rework().value_or(0));
    }
    add_series(chart, _("accepted"), ChartInk::good).values = accepted.values;
    add_series(chart, _("rework"), ChartInk::warning).values = reworked.values;
    return chart;
}

Chart agreement(const review::Statistics& figures) {
    Chart chart = make(_("Decided as recommended"),
                       wxString::Format(_("By reviewer, of decisions that had a recommendation; in all %s"),
                                        percent(figures.totals.agreement())),
                       ChartKind::rows);
    chart.unit = " %";
    chart.least_top = 100;
    ChartSeries series;
    for (const review::StatisticsGroup& group : figures.reviewers) {
        if (chart.labels.size() >= most_rows) break;
        chart.labels.push_back(group.name + " (" + std::to_string(group.figures.recommended) + ")");
        const std::optional<double> share = group.figures.agreement();
        series.values.push_back(share ? std::optional(100 * *share) : std::nullopt);
    }
    add_series(chart, _("as recommended"), ChartInk::plain).values = series.values;
    return chart;
}

Chart rules(const review::Statistics& figures) {
    Chart chart = make(_("Rules dismissed most"), _("Findings that reviewers set aside"), ChartKind::rows);
    chart.empty = to_utf8(_("Nobody dismissed a finding in this period."));
    ChartSeries series;
    for (const review::RuleFigures& rule : figures.rules) {
        if (chart.labels.size() >= most_rows) break;
        chart.labels.push_back(to_utf8(name_of_plugin(rule.plugin)) + ": " + rule.rule);
        add_counts(series, rule.dismissed);
    }
    add_series(chart, _("dismissed"), ChartInk::plain).values = series.values;
    return chart;
}

std::string name_of(const review::AppealedRule& rule) {
    if (rule.plugin.empty()) {
        return to_utf8(_("the decision"));
    }
    return to_utf8(name_of_plugin(rule.plugin)) + ": " + (rule.rule.empty() ? to_utf8(_("the score")) : rule.rule);
}

Chart contested(const review::Statistics& figures) {
    Chart chart = make(_("Rules contested with reason"),
                       _("Appeals of shoppers that were answered, by what they contest"), ChartKind::rows);
    chart.empty = to_utf8(_("No appeal was answered in this period."));
    ChartSeries upheld;
    ChartSeries dismissed;
    for (const review::AppealedRule& rule : figures.contested) {
        if (chart.labels.size() >= most_rows) {
            break;
        }
        if (!rule.share) {
            continue;  // all of them wait
        }
        chart.labels.push_back(name_of(rule));
        add_counts(upheld, rule.upheld);
        add_counts(dismissed, rule.dismissed);
    }
    add_series(chart, _("upheld"), ChartInk::warning).values = upheld.values;
    add_series(chart, _("not upheld"), ChartInk::plain).values = dismissed.values;
    return chart;
}

}  // namespace

std::vector<DashboardChart> dashboard_charts(const review::Statistics& figures) {
    return {
        {"backlog-age", backlog_age(figures)},
        {"backlog-programmes", backlog_programmes(figures)},
        {"decisions", decisions(figures)},
        {"flow", flow(figures)},
        {"programmes", rates(_("Acceptance by programme"),
                             _("Shares of its decisions, whose number stands behind the name"), figures.programmes)},
        {"shoppers", rates(_("Acceptance by shopper"), _("Those with most decisions"), figures.shoppers)},
        {"scores", scores(figures)},
        {"times", times(figures)},
        {"agreement", agreement(figures)},
        {"rules", rules(figures)},
        {"contested", contested(figures)}};
}

wxString dashboard_summary(const review::Statistics& figures) {
    const review::DecisionFigures& totals = figures.totals;
    return wxString::Format(wxPLURAL("%lld report waits, %lld of them late.", "%lld reports wait, %lld of them late.",
                                     static_cast<unsigned>(figures.backlog.waiting)),
                            static_cast<long long>(figures.backlog.waiting),
                            static_cast<long long>(figures.backlog.late)) +
           "  " +
           wxString::Format(
               wxPLURAL("%lld decision: %s accepted, %s rework, %s reassigned; %s accepted at the first revision.",
                        "%lld decisions: %s accepted, %s rework, %s reassigned; %s accepted at the first revision.",
                        static_cast<unsigned>(totals.decided())),
               static_cast<long long>(totals.decided()), percent(totals.acceptance()), percent(totals.rework()),
               percent(totals.reassignment()), percent(totals.first_acceptance()));
}

}  // namespace relis::app
