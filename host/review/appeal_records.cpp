// An appeal as the store keeps it and as people see it.
#include "appeal_records.h"

#include <array>
#include <utility>

#include "json_values.h"
#include "review/appeals.h"
#include "store_types.h"

namespace relis::review {

namespace {

constexpr std::array<std::pair<AppealSubject, store::AppealSubject>, 3> subjects{
    {{AppealSubject::score, store::AppealSubject::score},
     {AppealSubject::finding, store::AppealSubject::finding},
     {AppealSubject::decision, store::AppealSubject::decision}}};

constexpr std::array<std::pair<AppealState, store::AppealState>, 6> states{
    {{AppealState::open, store::AppealState::open},
     {AppealState::taken, store::AppealState::taken},
     {AppealState::upheld, store::AppealState::upheld},
     {AppealState::partly_upheld, store::AppealState::partly_upheld},
     {AppealState::dismissed, store::AppealState::dismissed},
     {AppealState::withdrawn, store::AppealState::withdrawn}}};

std::string criterion_in_french(const std::string& plugin) {
    if (plugin == "french") {
        return "français";
    }
    return plugin == "detail" ? std::string("détail") : "« " + plugin + " »";
}

Json appeal_json(const Appeal& appeal) {
    return {{"appeal", appeal.id},
            {"report_id", appeal.report_id},
            {"revision", appeal.revision},
            {"shopper_id", appeal.shopper_id},
            {"shopper_name", appeal.shopper_name},
            {"programme", appeal.programme},
            {"subject", to_string(appeal.subject)},
            {"plugin", appeal.plugin},
            {"rule", appeal.rule},
            {"question", appeal.question},
            {"start", appeal.start},
            {"end", appeal.end},
            {"passage", appeal.passage},
            {"message", appeal.message},
            {"score_before", or_null(appeal.score_before)},
            {"score_after", or_null(appeal.score_after)},
            {"text", appeal.text},
            {"entered_by", appeal.entered_by},
            {"filed_at", format_moment(appeal.filed_at)},
            {"late_reason", appeal.late_reason},
            {"due_at", format_moment(appeal.due_at)},
            {"overdue", appeal.overdue},
            {"state", to_string(appeal.state)},
            {"handler", appeal.handler},
            {"taken_until", moment_json(appeal.taken_until)},
            {"answer", appeal.answer},
            {"closed_at", moment_json(appeal.closed_at)},
            {"overturned", appeal.overturned},
            {"earlier_sheet", appeal.has_earlier_sheet}};
}

}  // namespace

std::string_view to_string(AppealSubject subject) {
    for (const auto& [ours, stored] : subjects) {
        if (ours == subject) {
            return store::to_string(stored);
        }
    }
    return {};
}

std::optional<AppealSubject> appeal_subject_from(std::string_view name) {
    for (const auto& [ours, stored] : subjects) {
        if (store::to_string(stored) == name) {
            return ours;
        }
    }
    return std::nullopt;
}

std::string_view to_string(AppealState state) {
    for (const auto& [ours, stored] : states) {
        if (ours == state) {
            return store::to_string(stored);
        }
    }
    return {};
}

std::optional<AppealState> appeal_state_from(std::string_view name) {
    for (const auto& [ours, stored] : states) {
        if (store::to_string(stored) == name) {
            return ours;
        }
    }
    return std::nullopt;
}

Appeal from_store(const store::Appeal& stored, const Moment& now) {
    Appeal appeal;
    appeal.id = stored.id;
    appeal.report_id = stored.report_id;
    appeal.revision = stored.revision;
    appeal.decision_id = stored.decision_id;
    appeal.shopper_id = stored.shopper_id;
    appeal.shopper_name = stored.shopper_name;
    appeal.overturned = stored.overturned;
    appeal.programme = stored.programme;
    appeal.subject = appeal_subject_from(store::to_string(stored.subject)).value_or(AppealSubject::score);
    appeal.plugin = stored.plugin;
    appeal.rule = stored.rule;
    appeal.question = stored.question;
    appeal.start = stored.start;
    appeal.end = stored.end;
    appeal.passage = stored.passage;
    appeal.message = stored.message;
    appeal.score_before = stored.score_before;
    appeal.score_after = stored.score_after;
    appeal.text = stored.text;
    appeal.entered_by = stored.entered_by;
    appeal.filed_at = stored.filed_at;
    appeal.late_reason = stored.late_reason;
    appeal.due_at = stored.due_at;
    appeal.state = appeal_state_from(store::to_string(stored.state)).value_or(AppealState::open);
    const bool waits = appeal.state == AppealState::open || appeal.state == AppealState::taken;
    appeal.overdue = waits && stored.due_at <= now;
    appeal.handler = stored.handler;
    appeal.taken_until = stored.taken_until;
    appeal.answer = stored.answer;
    appeal.closed_at = stored.closed_at;
    appeal.has_earlier_sheet = stored.earlier_feedback != 0;
    return appeal;
}

std::vector<AppealedRule> from_store(const std::vector<store::AppealedRule>& stored) {
    std::vector<AppealedRule> rules;
    rules.reserve(stored.size());
    for (const store::AppealedRule& rule : stored) {
        const std::size_t answered = rule.upheld + rule.dismissed;
        rules.push_back({rule.programme, rule.plugin, rule.rule, rule.appeals, rule.waiting, rule.upheld, rule.partly,
                         rule.dismissed,
                         answered == 0
                             ? std::nullopt
                             : std::optional(static_cast<double>(rule.upheld) / static_cast<double>(answered)),
                         rule.last_answer});
    }
    return rules;
}

std::vector<Appeal> appeals_of(Workspace& workspace, const std::string& report_id) {
    std::vector<Appeal> appeals;
    const Moment at = now();
    for (const store::Appeal& appeal : store::appeals_of(workspace.database(), report_id)) {
        appeals.push_back(from_store(appeal, at));
    }
    return appeals;
}

std::string contested_in_french(const Appeal& appeal) {
    switch (appeal.subject) {
        case AppealSubject::score:
            return "la note de " + criterion_in_french(appeal.plugin);
        case AppealSubject::finding:
            return appeal.passage.empty() ? "une remarque" : "la remarque sur « " + appeal.passage + " »";
        case AppealSubject::decision:
            break;
    }
    return "la décision";
}

std::string to_json(const Appeal& appeal) {
    return line(appeal_json(appeal));
}

std::string to_json(const std::vector<Appeal>& appeals) {
    Json list = Json::array();
    for (const Appeal& appeal : appeals) {
        list.push_back(appeal_json(appeal));
    }
    return line(list);
}

std::string to_json(const AppealDetails& details) {
    Json json = appeal_json(details.appeal);
    json.update({{"shopper", details.report.shopper_name},
                 {"site", details.report.row.site},
                 {"current", details.current},
                 {"question_label", details.question_label},
                 {"context", details.context},
                 {"score", or_null(details.score)},
                 {"reason", details.reason},
                 {"because", details.because},
                 {"may_not_answer", details.may_not_answer.en}});
    return line(json);
}

nlohmann::ordered_json json_of(const AppealedRule& rule) {
    return {{"programme", rule.programme},    {"plugin", rule.plugin},       {"rule", rule.rule},
            {"appeals", rule.appeals},        {"waiting", rule.waiting},     {"upheld", rule.upheld},
            {"partly", rule.partly},          {"dismissed", rule.dismissed}, {"share", or_null(rule.share)},
            {"last_answer", rule.last_answer}};
}

std::string to_json(const std::vector<AppealedRule>& rules) {
    Json list = Json::array();
    for (const AppealedRule& rule : rules) {
        list.push_back(json_of(rule));
    }
    return line(list);
}

}  // namespace relis::review
