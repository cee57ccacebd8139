#include "review/json.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <unicode/utf8.h>

#include "json_values.h"

namespace relis::review {

namespace {

/// Whether the text stands in JSON as it is: UTF-8 with nothing to escape.
bool is_plain(std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        UChar32 point = bytes[i];
        if (point < 0x80) {
            if (point < 0x20 || point == '"' || point == '\\') return false;
            ++i;
            continue;
        }
        U8_NEXT(bytes, i, text.size(), point);
        if (point < 0) return false;
    }
    return true;
}

/// Adds a text as JSON. The checker protocol writes thousands of lines a second: no document is built for them.
void append_string(std::string& json, std::string_view text) {
    if (is_plain(text)) {
        json += '"';
        json += text;
        json += '"';
    } else {
        json += line(Json(text));
    }
}

std::string_view state_name(AssessmentState state) {
    switch (state) {
        case AssessmentState::judged:
            return "judged";
        case AssessmentState::not_judged:
            return "not_judged";
        case AssessmentState::failed:
            return "failed";
    }
    return "failed";
}

Json assessment_json(const Assessment& assessment, const std::optional<Moment>& earlier) {
    Json contributions = Json::array();
    for (const Contribution& c : assessment.contributions) {
        contributions.push_back({{"question", c.question}, {"label", c.label}, {"points", c.points}});
    }
    return {{"plugin", assessment.plugin},           {"version", assessment.plugin_version},
            {"state", state_name(assessment.state)}, {"score", or_null(assessment.score)},
            {"reason", assessment.reason},           {"contributions", contributions},
            {"earlier", moment_json(earlier)}};
}

Json recommendation_json(const Recommendation& recommendation) {
    Json reasons = Json::array();
    for (const Reason& reason : recommendation.reasons) {
        reasons.push_back(
            {{"text", reason.text}, {"plugin", reason.plugin}, {"rule", reason.rule}, {"question", reason.question}});
    }
    return {{"decision", decision_json(recommendation.decision)}, {"reasons", reasons}};
}

Json reliability_json(const std::optional<Reliability>& reliability) {
    if (!reliability) return nullptr;
    Json components = Json::array();
    for (const ReliabilityComponent& c : reliability->components) {
        components.push_back({{"id", c.id},
                              {"label", c.label.fr},
                              {"value", or_null(c.value)},
                              {"weight", c.weight},
                              {"explanation", c.explanation.fr}});
    }
    return {{"value", reliability->value},
            {"uncertainty", reliability->uncertainty},
            {"newcomer", reliability->newcomer},
            {"components", components}};
}

Json row_json(const QueueRow& row) {
    return {{"report_id", row.report_id},
            {"revision", row.revision},
            {"state", to_string(row.state)},
            {"due_at", moment_json(row.due_at)},
            {"submitted_at", moment_json(row.submitted_at)},
            {"programme", row.programme},
            {"site", row.site},
            {"shopper_id", row.shopper_id},
            {"shopper", row.shopper},
            {"reliability", or_null(row.reliability)},
            {"scores", {{"detail", or_null(row.detail)}, {"french", or_null(row.french)}}},
            {"flags", row.flags},
            {"missing", row.missing},
            {"recommendation", decision_json(row.recommendation)},
            {"held_by", row.held_by}};
}

}  // namespace

Json finding_json(const std::string& plugin, const Finding& finding) {
    return {{"plugin", plugin},
            {"rule", finding.rule},
            {"title", finding.title},
            {"category", to_string(finding.category)},
            {"question", finding.question},
            {"start", finding.start},
            {"end", finding.end},
            {"message", finding.message},
            {"cost", finding.cost},
            {"mendable", finding.mendable},
            {"suggestions", finding.suggestions}};
}

std::string to_json(const ReportDetails& details) {
    Json scores = Json::object();
    Json findings = Json::array();
    Json assessments = Json::array();
    for (const char* const criterion : {"detail", "french"}) {
        const Assessment* const assessment = details.assessment(criterion);
        scores[criterion] = assessment == nullptr ? Json(nullptr) : or_null(assessment->score);
    }
    for (const Assessment& assessment : details.assessments) {
        if (assessment.score && !scores.contains(assessment.plugin)) scores[assessment.plugin] = *assessment.score;
        for (const Finding& finding : assessment.findings) findings.push_back(finding_json(assessment.plugin, finding));
        assessments.push_back(assessment_json(assessment, details.earlier_result(assessment.plugin)));
    }
    Json answers = Json::array();
    for (const Answer& answer : details.report.answers) {
        answers.push_back(
            {{"question", answer.question}, {"value", or_null(answer.value)}, {"comment", or_null(answer.comment)}});
    }
    Json dismissed = Json::array();
    for (const DismissedFinding& d : details.dismissed) {
        Json entry = finding_json(d.plugin, d.finding);
        entry.update({{"dismissal", d.dismissal},
                      {"waived", d.waived},
                      {"scope", to_string(d.scope)},
                      {"by", d.by},
                      {"at", format_moment(d.at)},
                      {"reason", d.reason},
                      {"appeal", d.appeal}});
        dismissed.push_back(std::move(entry));
    }
    Json overrides = Json::array();
    for (const ScoreOverride& o : details.overrides) {
        overrides.push_back({{"criterion", o.criterion},
                             {"machine", or_null(o.machine)},
                             {"score", o.score},
                             {"by", o.by},
                             {"at", format_moment(o.at)},
                             {"reason", o.reason},
                             {"appeal", o.appeal}});
    }
    Json edited = Json::array();
    for (const EditedAnswer& answer : details.edited) {
        Json changes = Json::array();
        for (const TextChange& change : answer.changes) {
            changes.push_back({{"start", change.start},
                               {"end", change.end},
                               {"text", change.text},
                               {"plugin", change.plugin},
                               {"rule", change.rule},
                               {"by", change.by},
                               {"at", format_moment(change.at)}});
        }
        edited.push_back({{"question", answer.question},
                          {"text", answer.text},
                          {"by", answer.by},
                          {"at", format_moment(answer.at)},
                          {"changes", changes}});
    }
    Json veto_list = Json::array();
    for (const Veto& veto : vetoes(details)) veto_list.push_back({{"question", veto.question}, {"text", veto.text}});
    Json decisions = Json::array();
    for (const DecisionRecord& d : details.decisions) {
        decisions.push_back({{"id", d.id},
                             {"decision", to_string(d.decision)},
                             {"revision", d.revision},
                             {"decided_by", d.decided_by},
                             {"decided_at", format_moment(d.decided_at)},
                             {"reason", d.reason},
                             {"message", d.message},
                             {"new_due_at", moment_json(d.new_due_at)},
                             {"left_out", d.left_out},
                             {"expired_at", moment_json(d.expired_at)},
                             {"undone", d.undone}});
    }
    return line({{"report_id", details.report.report_id},
                 {"revision", details.report.revision},
                 {"state", to_string(details.row.state)},
                 {"programme", details.report.programme},
                 {"site", details.row.site},
                 {"shopper_id", details.report.shopper_id},
                 {"mission_id", details.report.mission_id},
                 {"due_at", moment_json(details.report.due_at)},
                 {"submitted_at", moment_json(details.report.submitted_at)},
                 {"scores", scores},
                 {"findings", findings},
                 {"missing", details.missing()},
                 {"dismissed", dismissed},
                 {"overrides", overrides},
                 {"vetoes", veto_list},
                 {"criteria_set", details.criteria_set},
                 {"inherited_set", details.inherited_set},
                 {"recommendation", recommendation_json(details.recommendation)},
                 {"assessments", assessments},
                 {"answers", answers},
                 {"edited", edited},
                 {"decisions", decisions},
                 {"reliability", reliability_json(details.reliability)}});
}

std::string to_json(const QueueRow& row) {
    return line(row_json(row));
}

std::string to_json(const ShopperCard& card) {
    Json history = Json::array();
    for (const MissionRecord& m : card.history) {
        history.push_back({{"mission_id", m.mission_id},
                           {"programme", m.programme},
                           {"outcome", to_string(m.outcome)},
                           {"closed_at", format_moment(m.closed_at)},
                           {"due_at", moment_json(m.due_at)},
                           {"submitted_at", moment_json(m.submitted_at)},
                           {"reworks", m.reworks},
                           {"scores", {{"detail", or_null(m.detail)}, {"french", or_null(m.french)}}},
                           {"missing", m.missing}});
    }
    return line({{"shopper_id", card.shopper_id},
                 {"name", card.name},
                 {"city", card.city},
                 {"region", card.region},
                 {"reliability", reliability_json(card.reliability)},
                 {"history", history}});
}

std::string checker_json(const std::string& id_json, const Assessment& assessment) {
    std::string json = "{\"id\":" + id_json + ",\"findings\":[";
    const char* between = "";
    for (const Finding& f : assessment.findings) {
        json += between;
        json += "{\"start\":" + std::to_string(f.start) + ",\"end\":" + std::to_string(f.end) + ",\"category\":";
        append_string(json, to_string(f.category));
        json += ",\"rule\":";
        append_string(json, f.rule);
        json += ",\"title\":";
        append_string(json, f.title);
        json += ",\"message\":";
        append_string(json, f.message);
        json += ",\"suggestions\":[";
        for (std::size_t i = 0; i < f.suggestions.size(); ++i) {
            if (i > 0) json += ',';
            append_string(json, f.suggestions[i]);
        }
        json += "]}";
        between = ",";
    }
    return json + "]}";
}

}  // namespace relis::review
