#include "app/criteria_words.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "app/parameter_text.h"
#include "app/words.h"

namespace relis::app {

namespace {

char decimal_separator() {
    return speaks_french() ? ',' : '.';
}

wxString bound(double value) {
    return shown(text_of(ParameterValue(value), decimal_separator()));
}

}  // namespace

wxString unit_text(const std::string& unit, double value) {
    // French counts in the singular below two, English one alone
    const unsigned count = value == 1 ? 1 : std::abs(value) < 2 ? 0 : 2;
    if (unit == "words" || unit == "mots") return wxPLURAL("word", "words", count);
    if (unit == "faults" || unit == "fautes") return wxPLURAL("fault", "faults", count);
    if (unit == "faults per 100 words" || unit == "fautes par 100 mots") {
        return wxPLURAL("fault per 100 words", "faults per 100 words", count);
    }
    if (unit == "answers") return wxPLURAL("answer", "answers", count);
    if (unit == "reworks") return wxPLURAL("rework", "reworks", count);
    if (unit == "days") return wxPLURAL("day", "days", count);
    if (unit == "points") return wxPLURAL("point", "points", count);
    if (unit == "missions") return wxPLURAL("mission", "missions", count);
    return shown(unit);  // %, h and min read alike
}

wxString allowed_text(const ParameterSpec& spec) {
    wxString text;
    switch (spec.type) {
        case ParameterType::boolean:
            return _("yes or no");
        case ParameterType::text:
            return _("a text");
        case ParameterType::text_list:
            return _("texts separated by semicolons");
        case ParameterType::choice:
            for (const std::string& choice : spec.choices) text += (text.empty() ? "" : ", ") + shown(choice);
            return wxString::Format(_("one of %s"), text);
        case ParameterType::integer:
        case ParameterType::real:
            break;
    }
    const bool whole = spec.type == ParameterType::integer;
    if (spec.minimum && spec.maximum) {
        text = wxString::Format(whole ? _("a whole number from %s to %s") : _("a number from %s to %s"),
                                bound(*spec.minimum), bound(*spec.maximum));
    } else if (spec.minimum) {
        text =
            wxString::Format(whole ? _("a whole number from %s on") : _("a number from %s on"), bound(*spec.minimum));
    } else if (spec.maximum) {
        text = wxString::Format(whole ? _("a whole number up to %s") : _("a number up to %s"), bound(*spec.maximum));
    } else {
        text = whole ? _("a whole number") : _("a number");
    }
    return spec.unit.empty() ? text : text + " (" + unit_text(spec.unit, 2) + ")";
}

wxString value_text(const ParameterSpec& spec, const ParameterValue& value) {
    if (const auto* const boolean = std::get_if<bool>(&value)) return *boolean ? _("yes") : _("no");
    const wxString text = shown(text_of(value, decimal_separator()));
    if (text.empty()) return _("(none)");
    if (spec.unit.empty()) return text;
    const auto* const whole = std::get_if<std::int64_t>(&value);
    const auto* const real = std::get_if<double>(&value);
    return text + " " + unit_text(spec.unit, whole ? static_cast<double>(*whole) : real ? *real : 2);
}

wxString origin_text(const ParameterRow& row, bool programme) {
    wxString text;
    switch (row.origin) {
        case ValueOrigin::plugin_default:
            text = _("default");
            break;
        case ValueOrigin::inherited:
            text = _("from the agency");
            break;
        case ValueOrigin::overridden:
            text = programme ? _("this programme") : _("the agency");
            break;
    }
    return row.changed ? wxString(wxUniChar(0x25CF)) + " " + _("not published") : text;
}

wxString help_text(const ParameterRow& row, bool programme) {
    const ParameterSpec& spec = *row.spec;
    wxString text = shown(spec.help) + "\n";
    text += wxString::Format(_("Allowed: %s."), allowed_text(spec)) + "  ";
    text += wxString::Format(_("Default: %s."), value_text(spec, spec.default_value)) + "\n";
    text += wxString::Format(_("Now %s, from: %s."), value_text(spec, row.value), origin_text(row, programme));
    if (row.origin == ValueOrigin::overridden)
        text += "  " + wxString::Format(_("Reset, it would be %s."), value_text(spec, row.without));
    return text;
}

wxString refusal_text(const ParameterRow& row, const wxString& given) {
    return wxString::Format(_("%s, %s: \"%s\" is not allowed. It takes %s."), shown(row.plugin->name),
                            shown(row.spec->label), given, allowed_text(*row.spec));
}

wxString name_of(review::CriteriaState state) {
    switch (state) {
        case review::CriteriaState::draft:
            return _("draft");
        case review::CriteriaState::published:
            return _("in force");
        case review::CriteriaState::retired:
            break;
    }
    return _("retired");
}

wxString name_of_recommendation(const std::string& recommendation) {
    if (const auto decision = decision_from(recommendation)) return name_of(*decision);
    return _("nothing");
}

wxString name_of_criterion(const std::string& criterion) {
    if (criterion == "missing") return _("Missing answers");
    if (criterion == "contradictions") return _("Contradictions");
    if (criterion == "repeats") return _("Repeats");
    if (criterion == "copied") return _("Copies");
    return name_of_plugin(criterion);
}

wxString name_of_half(const std::string& half) {
    if (half.empty()) return _("both");
    if (half == "tuning") return _("for tuning");
    if (half == "checking") return _("for checking");
    return shown(half);
}

wxString name_of(const AgreementLine& line) {
    switch (line.measure) {
        case AgreementLine::Measure::mean_error:
            return wxString::Format(_("%s: mean error, points"), name_of_criterion(line.of));
        case AgreementLine::Measure::bias:
            return wxString::Format(_("%s: machine above people, points"), name_of_criterion(line.of));
        case AgreementLine::Measure::kappa:
            return wxString::Format(_("%s: agreement (weighted kappa)"), name_of_criterion(line.of));
        case AgreementLine::Measure::precision:
            return wxString::Format(_("%s: flags that are right"), name_of_criterion(line.of));
        case AgreementLine::Measure::recall:
            return wxString::Format(_("%s: flags that are found"), name_of_criterion(line.of));
        case AgreementLine::Measure::equal_decisions:
            break;
    }
    return _("Recommendations as people decided");
}

wxString figure_of(const AgreementLine& line, const std::optional<double>& value) {
    if (!value) return wxString(wxUniChar(0x2014));
    switch (line.measure) {
        case AgreementLine::Measure::precision:
        case AgreementLine::Measure::recall:
        case AgreementLine::Measure::equal_decisions:
            return number(100 * *value, 1) + " %";
        case AgreementLine::Measure::bias:
            return number(*value, 2, true);
        case AgreementLine::Measure::mean_error:
        case AgreementLine::Measure::kappa:
            break;
    }
    return number(*value, 2);
}

Chart changes_chart(const CriteriaPreview& preview) {
    Chart chart;
    chart.title = to_utf8(_("Score changes"));
    chart.note = to_utf8(_("Reports by how many points their score changes; unchanged ones are left out"));
    const bool measured = preview.stored() || preview.after();
    chart.empty = measured            ? to_utf8(_("No score changes."))
                  : preview.running() ? to_utf8(_("Being measured..."))
                                      : std::string();
    std::map<std::string, std::map<int, std::size_t>> changes = preview.graded_changes();
    if (preview.stored()) {
        for (const auto& [criterion, shift] : preview.stored()->scores) {
            for (const auto& [quarter, count] : shift.by_quarter) changes[criterion][quarter] += count;
        }
    }
    int furthest = 4;
    for (const auto& [criterion, by_quarter] : changes) {
        for (const auto& [quarter, count] : by_quarter) furthest = std::max(furthest, std::abs(quarter));
    }
    // beyond a point in either direction, halves and wholes would be as telling; quarters keep the axis even
    for (int quarter = -furthest; quarter <= furthest; ++quarter) {
        if (quarter != 0) chart.labels.push_back(to_utf8(number(quarter / 4.0, 2, true)));
    }
    ChartInk ink = ChartInk::plain;
    for (const auto& [criterion, by_quarter] : changes) {
        const bool moves =
            std::any_of(by_quarter.begin(), by_quarter.end(), [](const auto& bin) { return bin.first != 0; });
        if (!moves) continue;
        ChartSeries series;
        series.name = to_utf8(name_of_criterion(criterion));
        series.ink = ink;
        ink = ink == ChartInk::plain ? ChartInk::warning : ChartInk::second;
        for (int quarter = -furthest; quarter <= furthest; ++quarter) {
            if (quarter == 0) continue;
            const auto count = by_quarter.find(quarter);
            series.values.emplace_back(count == by_quarter.end() ? 0.0 : static_cast<double>(count->second));
        }
        chart.series.push_back(std::move(series));
    }
    chart.kind = ChartKind::bars;
    return chart;
}

wxString summary_of(const CriteriaPreview& preview) {
    wxString text;
    if (preview.stored()) {
        const review::CriteriaComparison& stored = *preview.stored();
        std::size_t otherwise = 0;
        for (const auto& [before, counts] : stored.recommendations) {
            for (const auto& [after, count] : counts) otherwise += before == after ? 0 : count;
        }
        text = wxString::Format(_("%zu stored reports: %zu change, %zu are recommended otherwise."), stored.reports,
                                stored.changed, otherwise);
    } else if (!preview.stored_error().en.empty()) {
        text = shown(preview.stored_error());
    }
    if (!preview.graded_error().en.empty()) {
        text += (text.empty() ? "" : "\n") + shown(preview.graded_error());
    } else if (preview.before() && preview.after()) {
        const auto equal = [](const review::Calibration& calibration) {
            return review::share_equal(calibration.all().machine.decisions);
        };
        const auto percent = [](const std::optional<double>& share) {
            return share ? number(100 * *share, 1) + " %" : wxString(wxUniChar(0x2014));
        };
        text += (text.empty() ? "" : "\n") +
                wxString::Format(_("%zu graded reports: recommended as people decided %s, before %s."),
                                 preview.after()->reports.size(), percent(equal(*preview.after())),
                                 percent(equal(*preview.before())));
    }
    const wxString state = preview.running()   ? _("Being measured...")
                           : preview.stopped() ? _("Measuring was stopped; F5 measures again.")
                                               : wxString();
    return text + (text.empty() || state.empty() ? "" : "\n") + state;
}

}  // namespace relis::app
