#include "app/rework_terms_model.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "app/draft_fields.h"

namespace relis::app {

namespace {

using review::ReworkReason;

constexpr const char* field_name = "terms";

nlohmann::json json_of(const ReworkReason& reason) {
    nlohmann::json json{{"kind", to_string(reason.kind)}, {"plugin", reason.plugin}, {"rule", reason.rule},
                        {"question", reason.question},    {"remark", reason.remark}, {"text", reason.text}};
    if (reason.start && reason.end) {
        json["start"] = *reason.start;
        json["end"] = *reason.end;
    }
    return json;
}

ReworkReason reason_of(const nlohmann::json& json) {
    ReworkReason reason;
    const std::string kind = json.value("kind", "");
    for (const auto known : {ReworkReason::Kind::finding, ReworkReason::Kind::remark}) {
        if (kind == to_string(known)) {
            reason.kind = known;
        }
    }
    reason.plugin = json.value("plugin", "");
    reason.rule = json.value("rule", "");
    reason.question = json.value("question", "");
    reason.remark = json.value("remark", "");
    reason.text = json.value("text", "");
    if (json.contains("start") && json.contains("end")) {
        reason.start = json.value("start", std::size_t{0});
        reason.end = json.value("end", std::size_t{0});
    }
    return reason;
}

std::string label_of(const ReportPage& page, const std::string& question) {
    const Question* const asked = page.details.questionnaire.find(question);
    return asked != nullptr ? asked->label : question;
}

/// The passage that a finding's reason means; empty: none.
std::string quote_of(const ReportPage& page, const ReworkReason& reason) {
    const auto found = std::ranges::find_if(page.findings, [&](const ShownFinding& shown) {
        const Finding& finding = shown.finding;
        return !shown.set_aside && reason.plugin == shown.plugin && reason.rule == finding.rule &&
               reason.question == finding.question && reason.start == finding.start && reason.end == finding.end;
    });
    return found == page.findings.end() ? std::string{} : found->quote;
}

/// Suggested ones first, chosen.
std::vector<OfferedReason> offered_by(const ReportPage& page) {
    std::vector<OfferedReason> offered;
    for (const review::AskableFinding& askable : review::askable_findings(page.details)) {
        const ReworkReason& reason = askable.reason;
        offered.push_back({reason, askable.suggested, label_of(page, reason.question), quote_of(page, reason)});
    }
    std::ranges::stable_partition(offered, &OfferedReason::chosen);
    return offered;
}

}  // namespace

void ReworkTermsModel::show(std::shared_ptr<const ReportPage> page) {
    page_ = std::move(page);
    if (!page_) {
        state_ = &none_;
        return;
    }
    const auto [place, fresh] = states_.try_emplace({page_->details.row.report_id, page_->details.report.revision});
    state_ = &place->second;
    if (fresh || !state_->touched) {
        state_->offered = offered_by(*page_);  // findings may have been set aside since
    }
}

void ReworkTermsModel::forget(const std::string& report_id) {
    if (page_ && page_->details.row.report_id == report_id) {
        state_ = &none_;
        page_.reset();
    }
    std::erase_if(states_, [&](const auto& kept) { return kept.first.first == report_id; });
}

DraftFields ReworkTermsModel::fields() const {
    nlohmann::json chosen = nlohmann::json::array();
    for (const OfferedReason& offer : offered()) {
        if (offer.chosen || offer.reason.kind != ReworkReason::Kind::finding) {
            chosen.push_back(json_of(offer.reason));
            chosen.back()["chosen"] = offer.chosen;
        }
    }
    nlohmann::json json{{"touched", state().touched},
                        {"reasons", std::move(chosen)},
                        {"remind", state().remind},
                        {"reminder_half_written", state().reminder_half_written},
                        {"unanswered", to_string(state().unanswered)},
                        {"composed", state().composed},
                        {"written", state().written},
                        {"written_about", state().written_about}};
    if (state().remind_at) {
        json["remind_at"] = format_moment(*state().remind_at);
    }
    return {{field_name, json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)}};
}

void ReworkTermsModel::restore(const DraftFields& fields) {
    if (!page_) {
        return;
    }
    state() = {};
    state().offered = offered_by(*page_);
    const auto json = nlohmann::json::parse(field_of(fields, field_name), nullptr, false);
    if (!json.is_object()) {
        return;
    }
    try {
        if (json.value("touched", false)) {  // otherwise the recommendation is asked, as it is now
            std::vector<std::pair<ReworkReason, bool>> kept;
            for (const nlohmann::json& reason : json.value("reasons", nlohmann::json::array())) {
                kept.emplace_back(reason_of(reason), reason.value("chosen", true));
            }
            restore_reasons(kept);
        }
        state().remind = json.value("remind", true);
        state().remind_at = parse_moment(json.value("remind_at", ""));
        state().reminder_half_written = json.value("reminder_half_written", "");
        state().unanswered =
            review::unanswered_from(json.value("unanswered", "")).value_or(review::Unanswered::reassign);
        state().composed = json.value("composed", "");
        state().written = json.value("written", "");
        state().written_about = json.value("written_about", "");
    } catch (const nlohmann::json::exception&) {
        return;  // of another version: what could be read stands
    }
}

void ReworkTermsModel::restore_reasons(const std::vector<std::pair<ReworkReason, bool>>& kept) {
    state().touched = true;
    for (OfferedReason& offer : state().offered) {
        offer.chosen = false;
    }
    for (const auto& [reason, chosen] : kept) {
        const auto found = std::ranges::find(state().offered, reason, &OfferedReason::reason);
        if (found != state().offered.end()) {
            found->chosen = chosen;
        } else {
            state().offered.push_back({reason, chosen, label_of(*page_, reason.question), {}});
        }
    }
}

void ReworkTermsModel::write(const std::string& text, const std::string& question) {
    state().written = text;
    state().written_about = question;
}

std::size_t ReworkTermsModel::chosen() const {
    return static_cast<std::size_t>(std::ranges::count(offered(), true, &OfferedReason::chosen));
}

void ReworkTermsModel::choose(std::size_t index, bool chosen) {
    if (index < offered().size()) {
        state().offered[index].chosen = chosen;
        state().touched = true;
    }
}

bool ReworkTermsModel::add(ReworkReason reason) {
    const std::size_t first = reason.text.find_first_not_of(" \t\r\n");
    if (!page_ || first == std::string::npos) {
        return false;
    }
    reason.text = reason.text.substr(first, reason.text.find_last_not_of(" \t\r\n") - first + 1);
    state().touched = true;
    const auto found = std::ranges::find_if(state().offered, [&](const OfferedReason& other) {
        return other.reason.text == reason.text && other.reason.question == reason.question;
    });
    if (found != state().offered.end()) {
        found->chosen = true;
        return false;
    }
    const std::string question = label_of(*page_, reason.question);
    state().offered.push_back({std::move(reason), true, question, {}});
    return true;
}

Moment ReworkTermsModel::reminder(const Moment& now, const Moment& due) const {
    return state().remind_at.value_or(review::default_reminder(now, due));
}

std::vector<ReworkReason> ReworkTermsModel::chosen_reasons() const {
    std::vector<ReworkReason> reasons;
    for (const OfferedReason& offer : offered()) {
        if (offer.chosen) {
            reasons.push_back(offer.reason);
        }
    }
    return reasons;
}

review::ReworkTerms ReworkTermsModel::terms() const {
    review::ReworkTerms terms;
    terms.reasons = chosen_reasons();
    terms.remind = state().remind;
    terms.remind_at = state().remind_at;
    terms.unanswered = state().unanswered;
    return terms;
}

std::string ReworkTermsModel::compose() {
    if (page_) {
        state().composed = review::rework_message(page_->details, chosen_reasons());
    }
    return state().composed;
}

std::optional<std::string> ReworkTermsModel::follow(const std::string& present, const std::string& prefilled) {
    if (!page_ || chosen() == 0 || (present != prefilled && present != state().composed)) {
        return std::nullopt;
    }
    return compose();
}

}  // namespace relis::app
