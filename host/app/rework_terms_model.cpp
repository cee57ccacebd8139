#include "app/rework_terms_model.h"

#include <algorithm>

namespace relis::app {

namespace {

using review::ReworkReason;

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

std::string ReworkTermsModel::compose(const Moment& due) {
    if (page_) {
        state().composed = review::rework_message(page_->details, chosen_reasons(), due);
    }
    return state().composed;
}

std::optional<std::string> ReworkTermsModel::follow(const std::string& present, const std::string& prefilled,
                                                    const Moment& due) {
    if (!page_ || chosen() == 0 || (present != prefilled && present != state().composed)) {
        return std::nullopt;
    }
    return compose(due);
}

}  // namespace relis::app
