#include "app/rework_terms_model.h"

#include <algorithm>

namespace relis::app {

namespace {

using review::ReworkReason;

bool same_place(const ReworkReason& reason, const ShownFinding& shown) {
    const Finding& finding = shown.finding;
    return reason.plugin == shown.plugin && reason.rule == finding.rule && reason.question == finding.question &&
           (!reason.start || *reason.start == finding.start) && (!reason.end || *reason.end == finding.end);
}

std::string label_of(const ReportPage& page, const std::string& question) {
    const Question* const asked = page.details.questionnaire.find(question);
    return asked != nullptr ? asked->label : question;
}

/// Whether a finding is something to ask the shopper: the machine's doubt about itself is not.
bool can_be_asked(const ShownFinding& finding) {
    return !finding.set_aside && finding.finding.category != Category::not_judged && !finding.finding.message.empty();
}

/// What the shopper reads of a finding: its message, with the passage where that is short and not in it.
std::string words_of(const ShownFinding& shown) {
    constexpr std::size_t longest_quote = 80;
    const std::string& message = shown.finding.message;
    const bool quoted =
        !shown.quote.empty() && shown.quote.size() < longest_quote && message.find(shown.quote) == std::string::npos;
    return quoted ? message + " (« " + shown.quote + " »)" : message;
}

/// Findings that a recommended reason means: the one in its place; of a score as a whole, what cost most of it.
/// Reasons that rest on no finding, such as the time left, are the reviewer's and nothing to ask a shopper.
std::vector<std::size_t> meant_by(const ReworkReason& reason, const ReportPage& page) {
    constexpr std::size_t most_of_a_score = 5;
    std::vector<std::size_t> meant;
    for (std::size_t i = 0; i < page.findings.size(); ++i) {
        const ShownFinding& finding = page.findings[i];
        if (!can_be_asked(finding) || reason.plugin != finding.plugin) {
            continue;
        }
        const bool of_score = reason.rule.empty() && reason.question.empty() && finding.finding.cost > 0;
        if (of_score || same_place(reason, finding)) {
            meant.push_back(i);
        }
    }
    if (reason.rule.empty() && meant.size() > most_of_a_score) {
        std::ranges::stable_sort(meant, std::ranges::greater{},
                                 [&](std::size_t i) { return page.findings[i].finding.cost; });
        meant.resize(most_of_a_score);
    }
    return meant;
}

std::vector<OfferedReason> offered_by(const ReportPage& page) {
    std::vector<bool> meant(page.findings.size(), false);
    for (const ReworkReason& reason : review::suggested_reasons(page.details)) {
        for (const std::size_t i : meant_by(reason, page)) {
            meant[i] = true;
        }
    }
    std::vector<OfferedReason> offered;
    for (const bool chosen : {true, false}) {
        for (std::size_t i = 0; i < page.findings.size(); ++i) {
            const ShownFinding& finding = page.findings[i];
            if (meant[i] != chosen || !can_be_asked(finding)) {
                continue;
            }
            ReworkReason reason;
            reason.kind = ReworkReason::Kind::finding;
            reason.plugin = finding.plugin;
            reason.rule = finding.finding.rule;
            reason.question = finding.finding.question;
            reason.start = finding.finding.start;
            reason.end = finding.finding.end;
            reason.text = words_of(finding);
            offered.push_back({reason, chosen, label_of(page, reason.question), finding.quote});
        }
    }
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
