#include <utility>

#include "json_values.h"
#include "review/json.h"

namespace relis::review {

namespace {

Json measured_json(const Measured& measured) {
    Json criteria = Json::array();
    for (const Agreement& a : measured.criteria) {
        criteria.push_back({{"criterion", a.criterion},
                            {"count", a.count},
                            {"not_judged", a.not_judged},
                            {"mean_absolute_error", a.mean_absolute_error},
                            {"bias", a.bias},
                            {"pearson", or_null(a.pearson)},
                            {"quadratic_weighted_kappa", or_null(a.kappa)}});
    }
    Json flags = Json::array();
    for (const FlagAgreement& f : measured.flags) {
        flags.push_back({{"flag", f.flag},
                         {"both", f.both},
                         {"machine_only", f.machine_only},
                         {"people_only", f.people_only},
                         {"disputed", f.disputed},
                         {"precision", or_null(f.precision())},
                         {"recall", or_null(f.recall())}});
    }
    return {{"reports", measured.reports},
            {"criteria", criteria},
            {"flags", flags},
            {"decisions", measured.decisions},
            {"decisions_equal", or_null(share_equal(measured.decisions))},
            {"disputed_decisions", measured.disputed_decisions}};
}

Json group_json(const CalibrationGroup& group) {
    Json json = {{"half", group.half}, {"programme", group.programme}};
    json.update(measured_json(group.machine));
    json["passes"] = group.passes ? measured_json(*group.passes) : Json(nullptr);
    return json;
}

Json graded_json(const GradedReport& report) {
    Json machine = Json::object();
    for (const auto& [criterion, score] : report.machine) machine[criterion] = or_null(score);
    return {{"report_id", report.report_id},
            {"half", report.half},
            {"programme", report.programme},
            {"person", report.person},
            {"machine", machine},
            {"decision", report.decision},
            {"recommendation", report.recommendation},
            {"false_alarms", report.false_alarms},
            {"overlooked", report.overlooked}};
}

Json parsed(const std::string& json) {
    return Json::parse(json, nullptr, false);
}

Json english(const std::vector<Label>& texts) {
    Json array = Json::array();
    for (const Label& text : texts) array.push_back(text.en);
    return array;
}

}  // namespace

std::string to_json(const Calibration& calibration) {
    Json all = measured_json(calibration.all().machine);
    Json groups = Json::array();
    for (const CalibrationGroup& group : calibration.groups) groups.push_back(group_json(group));
    Json reports = Json::array();
    for (const GradedReport& report : calibration.reports) reports.push_back(graded_json(report));
    return line({{"criteria", all["criteria"]},
                 {"decisions", all["decisions"]},
                 {"groups", groups},
                 {"reports", reports},
                 {"problems", english(calibration.problems)}});
}

std::string to_json(const FitResult& fit) {
    Json proposals = Json::array();
    for (const ParameterProposal& p : fit.proposals) {
        proposals.push_back({{"plugin", p.plugin},
                             {"parameter", p.parameter},
                             {"now", parsed(p.now)},
                             {"proposed", parsed(p.proposed)}});
    }
    Json measures = Json::array();
    for (const FitMeasure& m : fit.measures) {
        measures.push_back({{"plugin", m.plugin},
                            {"measure", m.measure},
                            {"reports", m.reports},
                            {"before", m.before},
                            {"after", m.after},
                            {"validated_before", m.validated_before},
                            {"validated_after", m.validated_after},
                            {"checking_before", or_null(m.checking_before)},
                            {"checking_after", or_null(m.checking_after)},
                            {"proposed", m.proposed}});
    }
    return line(
        {{"parameters", parsed(fit.parameters)},
         {"proposals", proposals},
         {"measures", measures},
         {"reviewers",
          {{"overridden_scores", fit.overridden_scores}, {"decisions", fit.decisions}, {"dismissals", fit.dismissals}}},
         {"problems", english(fit.problems)},
         {"complete", fit.complete}});
}

std::string to_json(const CriteriaComparison& comparison) {
    Json scores = Json::object();
    for (const auto& [criterion, shift] : comparison.scores) {
        scores[criterion] = {{"raised", shift.raised},
                             {"lowered", shift.lowered},
                             {"judged_otherwise", shift.judged_otherwise},
                             {"mean_change", shift.mean_change}};
    }
    Json changes = Json::array();
    for (const ReportChange& change : comparison.changes) {
        Json changed_scores = Json::object();
        for (const auto& [criterion, score] : change.scores)
            changed_scores[criterion] = {{"before", or_null(score.before)}, {"after", or_null(score.after)}};
        changes.push_back({{"report_id", change.report_id},
                           {"programme", change.programme},
                           {"state", to_string(change.state)},
                           {"scores", changed_scores},
                           {"recommendation",
                            {{"before", decision_json(change.recommendation.before)},
                             {"after", decision_json(change.recommendation.after)}}},
                           {"reason", change.reason}});
    }
    return line({{"reports", comparison.reports},
                 {"changed", comparison.changed},
                 {"scores", scores},
                 {"recommendations", comparison.recommendations},
                 {"changes", changes},
                 {"problems", english(comparison.problems)},
                 {"complete", comparison.complete}});
}

std::string to_json(const std::vector<CriteriaVersion>& history) {
    Json versions = Json::array();
    for (const CriteriaVersion& v : history) {
        Json events = Json::array();
        for (const CriteriaEvent& event : v.events)
            events.push_back({{"at", format_moment(event.at)}, {"who", event.who}, {"what", event.what}});
        versions.push_back({{"criteria_set", v.id},
                            {"programme", v.programme},
                            {"version", v.version},
                            {"state", to_string(v.state)},
                            {"author", v.author},
                            {"created_at", format_moment(v.created_at)},
                            {"published_at", moment_json(v.published_at)},
                            {"note", v.note},
                            {"parameters", parsed(v.parameters)},
                            {"events", events}});
    }
    return line(versions);
}

std::string to_json(const std::vector<DismissedRule>& rules) {
    Json array = Json::array();
    for (const DismissedRule& r : rules) {
        array.push_back({{"plugin", r.plugin},
                         {"rule", r.rule},
                         {"dismissed", r.dismissed},
                         {"reports", r.reports},
                         {"wide", r.wide},
                         {"found", r.found},
                         {"last_reason", r.last_reason}});
    }
    return line(array);
}

std::string to_json(const std::vector<DismissalRecord>& dismissals) {
    Json array = Json::array();
    for (const DismissalRecord& d : dismissals) {
        array.push_back({{"dismissal", d.id},
                         {"waived", d.waived},
                         {"scope", to_string(d.scope)},
                         {"report_id", d.report_id},
                         {"programme", d.programme},
                         {"plugin", d.plugin},
                         {"rule", d.rule},
                         {"question", d.question},
                         {"word", d.word},
                         {"by", d.by},
                         {"at", format_moment(d.at)},
                         {"reason", d.reason},
                         {"standing", d.standing}});
    }
    return line(array);
}

}  // namespace relis::review
