// What a rework asks of the shopper: findings, and never what the recommendation tells the reviewer.
#include <algorithm>
#include <tuple>

#include <relis/prose.h>

#include "french_text.h"
#include "review/rework.h"
#include "vetoes.h"

namespace relis::review {

namespace {

constexpr std::size_t most_of_a_score = 5;
constexpr std::size_t longest_quote = 80;  // code points

/// A finding with the criterion that made it.
struct Found {
    const std::string* plugin = nullptr;
    const Finding* finding = nullptr;
    std::size_t place = 0;  ///< of its question; 0: the report as a whole
    bool recommended = false;
};

std::size_t place_of(const ReportDetails& details, const std::string& question) {
    const std::vector<Question>& questions = details.questionnaire.questions;
    const auto found = std::ranges::find(questions, question, &Question::name);
    return question.empty() ? 0 : static_cast<std::size_t>(found - questions.begin()) + 1;
}

/// The machine's doubt about itself is nothing to ask a shopper.
std::vector<Found> found_in(const ReportDetails& details) {
    std::vector<Found> found;
    for (const Assessment& assessment : details.assessments) {
        for (const Finding& finding : assessment.findings) {
            if (finding.category != Category::not_judged && !finding.message.empty()) {
                found.push_back({&assessment.plugin, &finding, place_of(details, finding.question), false});
            }
        }
    }
    std::ranges::stable_sort(found, {}, [](const Found& one) {
        const bool whole = one.finding->start == one.finding->end;
        return std::tuple(one.place, whole, one.finding->start, one.finding->end);
    });
    return found;
}

bool means(const Reason& reason, const Found& found) {
    const Finding& finding = *found.finding;
    if (reason.plugin != *found.plugin) {
        return false;
    }
    if (reason.rule == veto_rule) {
        return finding.category == Category::missing && finding.mendable && finding.question == reason.question;
    }
    const bool of_the_score = reason.rule.empty() && reason.question.empty() && finding.cost > 0;
    return of_the_score || (reason.rule == finding.rule && reason.question == finding.question);
}

void recommend(const Reason& reason, std::vector<Found>& found) {
    std::vector<Found*> meant;
    for (Found& one : found) {
        if (means(reason, one)) {
            meant.push_back(&one);
        }
    }
    if (reason.rule.empty() && meant.size() > most_of_a_score) {
        std::ranges::stable_sort(meant, std::ranges::greater{}, [](const Found* one) { return one->finding->cost; });
        meant.resize(most_of_a_score);
    }
    for (Found* const one : meant) {
        one->recommended = true;
    }
}

/// What the shopper reads of a finding.
std::string words_of(const ReportDetails& details, const Finding& finding) {
    const Question* const question = details.questionnaire.find(finding.question);
    const std::size_t length = finding.end - std::min(finding.start, finding.end);
    if (question == nullptr || length == 0 || length >= longest_quote) {
        return finding.message;
    }
    const std::string quote =
        slice(prose(*question, details.report.find(finding.question)), finding.start, finding.end);
    const bool quoted = !quote.empty() && finding.message.find(quote) == std::string::npos;
    return quoted ? finding.message + " (« " + quote + " »)" : finding.message;
}

}  // namespace

std::vector<AskableFinding> askable_findings(const ReportDetails& details) {
    std::vector<Found> found = found_in(details);
    if (details.recommendation.decision == Decision::rework) {
        for (const Reason& reason : details.recommendation.reasons) {
            recommend(reason, found);
        }
    }
    std::vector<AskableFinding> askable;
    for (const Found& one : found) {
        ReworkReason reason;
        reason.kind = ReworkReason::Kind::finding;
        reason.plugin = *one.plugin;
        reason.rule = one.finding->rule;
        reason.question = one.finding->question;
        reason.start = one.finding->start;
        reason.end = one.finding->end;
        reason.text = words_of(details, *one.finding);
        askable.push_back({std::move(reason), one.recommended});
    }
    return askable;
}

std::vector<ReworkReason> suggested_reasons(const ReportDetails& details) {
    std::vector<ReworkReason> reasons;
    for (AskableFinding& askable : askable_findings(details)) {
        if (askable.recommended) {
            reasons.push_back(std::move(askable.reason));
        }
    }
    return reasons;
}

}  // namespace relis::review
