// What a decision tells the shopper: findings, and never what the recommendation tells the reviewer.
#include <algorithm>
#include <tuple>
#include <utility>

#include <relis/prose.h>

#include "french_text.h"
#include "review/decide.h"
#include "review/feedback.h"
#include "review/rework.h"
#include "rework_terms.h"
#include "vetoes.h"

namespace relis::review {

namespace {

constexpr std::size_t most_of_a_score = 5;
constexpr std::size_t most_asked = 5;  // of a rework that goes against the recommendation
constexpr std::size_t most_stops = 3;
constexpr std::size_t longest_quote = 80;  // code points

/// A finding with the criterion that made it.
struct Found {
    const std::string* plugin = nullptr;
    const Finding* finding = nullptr;
    std::size_t place = 0;  ///< of its question; 0: the report as a whole
    bool suggested = false;
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
        one->suggested = true;
    }
}

bool is_of_language(Category category) {
    return category <= Category::style || category == Category::detail;
}

/// What keeps a report from being accepted comes first, then what was flagged, then what cost most.
std::pair<int, double> weight_of(const Finding& finding) {
    const int flagged = finding.category == Category::missing ? 0 : is_of_language(finding.category) ? 2 : 1;
    return {flagged, -finding.cost};
}

/// Where the recommendation speaks of another decision: the heaviest findings that this one may be about. What costs
/// nothing of language, such as typography, is no ground for any, and no language for giving the mission away.
void suggest_heaviest(Decision decision, std::vector<Found>& found) {
    std::vector<Found*> heavy;
    for (Found& one : found) {
        const Finding& finding = *one.finding;
        const bool said_as_missing =
            finding.category == Category::detail && std::ranges::any_of(found, [&](const Found& other) {
                return other.finding->category == Category::missing && other.finding->question == finding.question;
            });
        const bool weighs = !is_of_language(finding.category) || (finding.cost > 0 && decision == Decision::rework);
        if (weighs && !said_as_missing && (finding.mendable || decision != Decision::rework)) {
            heavy.push_back(&one);
        }
    }
    std::ranges::stable_sort(heavy, {}, [](const Found* one) { return weight_of(*one->finding); });
    heavy.resize(std::min(heavy.size(), decision == Decision::rework ? most_asked : most_stops));
    for (Found* const one : heavy) {
        one->suggested = true;
    }
}

/// The findings, with those marked that a decision rests on where nobody says otherwise.
std::vector<Found> weighed_for(const ReportDetails& details, Decision decision) {
    std::vector<Found> found = found_in(details);
    if (details.recommendation.decision != decision) {
        suggest_heaviest(decision, found);
        return found;
    }
    for (const Reason& reason : details.recommendation.reasons) {
        recommend(reason, found);
    }
    return found;
}

/// The passage that a finding is about, in guillemets and brackets; empty where it is long or in the message.
std::string quote_of(const ReportDetails& details, const Finding& finding) {
    const Question* const question = details.questionnaire.find(finding.question);
    const std::size_t length = finding.end - std::min(finding.start, finding.end);
    if (question == nullptr || length == 0 || length >= longest_quote) {
        return {};
    }
    const std::string quote =
        slice(prose(*question, details.report.find(finding.question)), finding.start, finding.end);
    const std::size_t last = quote.find_last_not_of(".!? ");  // messages leave the end of a sentence out
    const bool quoted =
        last != std::string::npos && finding.message.find(quote.substr(0, last + 1)) == std::string::npos;
    return quoted ? " (« " + quote + " »)" : std::string();
}

/// What the shopper reads of a finding.
std::string words_of(const ReportDetails& details, const Finding& finding) {
    return finding.message + quote_of(details, finding);
}

/// The same of a visit that is over for him: what was seen, without what he is asked to do about it.
std::string statement_of(const ReportDetails& details, const Finding& finding) {
    std::string said = finding.message;
    if (said.ends_with("?")) {
        const std::size_t last = said.rfind(". ");
        said = last != std::string::npos ? said.substr(0, last + 1)
               : finding.title.empty()   ? said
                                         : finding.title + ".";
    }
    return said + quote_of(details, finding);
}

std::string line_of(const ReportDetails& details, const std::string& question, const std::string& text) {
    const Question* const asked = details.questionnaire.find(question);
    return "\n– " + with_question(asked != nullptr ? asked->label : std::string(), text);
}

std::string stops_of(const ReportDetails& details) {
    std::string lines;
    std::size_t told = 0;
    for (const Found& one : weighed_for(details, Decision::reassign)) {
        if (one.suggested && told < most_stops) {
            lines += line_of(details, one.finding->question, statement_of(details, *one.finding));
            ++told;
        }
    }
    return lines;
}

}  // namespace

std::vector<AskableFinding> askable_findings(const ReportDetails& details) {
    std::vector<AskableFinding> askable;
    for (const Found& one : weighed_for(details, Decision::rework)) {
        ReworkReason reason;
        reason.kind = ReworkReason::Kind::finding;
        reason.plugin = *one.plugin;
        reason.rule = one.finding->rule;
        reason.question = one.finding->question;
        reason.start = one.finding->start;
        reason.end = one.finding->end;
        reason.text = words_of(details, *one.finding);
        askable.push_back({std::move(reason), one.suggested});
    }
    return askable;
}

std::vector<ReworkReason> suggested_reasons(const ReportDetails& details) {
    std::vector<ReworkReason> reasons;
    for (AskableFinding& askable : askable_findings(details)) {
        if (askable.suggested) {
            reasons.push_back(std::move(askable.reason));
        }
    }
    return reasons;
}

std::string lines_of(const ReportDetails& details, const std::vector<ReworkReason>& reasons) {
    std::string lines;
    for (const ReworkReason& reason : reasons) {
        lines += line_of(details, reason.question, reason.text);
    }
    return lines;
}

std::string rework_message(const ReportDetails& details, const std::vector<ReworkReason>& reasons) {
    return reasons.empty()
               ? "Pouvez-vous relire votre rapport et préciser ce qui peut l'être ?"
               : "Voici ce que nous vous demandons de compléter ou de vérifier :\n" + lines_of(details, reasons);
}

std::string prefilled_message(const ReportDetails& details, Decision decision) {
    switch (decision) {
        case Decision::accept:
            return remarks_of(details, false).empty()
                       ? "Nous n'avons aucune remarque à vous faire."
                       : "Les remarques ci-dessous vous serviront pour la prochaine visite.";
        case Decision::rework:
            return rework_message(details, suggested_reasons(details));
        case Decision::reassign: {
            const std::string lines = stops_of(details);
            return lines.empty() ? std::string() : "Voici ce qui nous a arrêtés :\n" + lines;
        }
    }
    return {};
}

}  // namespace relis::review
