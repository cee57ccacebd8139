// What was found in a report, put together by rule and in the order of what it would bring to mend it.
#include <algorithm>
#include <map>
#include <utility>

#include <relis/prose.h>

#include "french_text.h"
#include "review/feedback.h"

namespace relis::review {

namespace {

constexpr std::size_t words_around = 40;  // code points of context on each side of a quoted passage

std::string criterion_name(const std::string& plugin, Category category) {
    switch (category) {
        case Category::missing:
            return "Réponses manquantes";
        case Category::thin:
            return "Commentaire trop court";
        case Category::contradiction:
            return "Cohérence";
        case Category::repetition:
        case Category::copied:
            return "Texte répété";
        case Category::times:
            return "Heures";
        case Category::privacy:
            return "Vie privée";
        default:
            break;
    }
    if (plugin == "french") return "Français";
    if (plugin == "detail") return "Détail";
    return "À préciser";
}

/// What a remark on an observation asks: the machine was not there, the shopper was. Of a fault of language, nothing.
std::string question_of(Category category) {
    switch (category) {
        case Category::missing:
            return "Pouvez-vous compléter cette réponse ?";
        case Category::thin:
            return "Pouvez-vous en dire un peu plus ?";
        case Category::contradiction:
            return "Qu'avez-vous constaté au juste ?";
        case Category::repetition:
            return "Pouvez-vous dire ce que vous avez constaté à chaque question ?";
        case Category::copied:
            return "Pouvez-vous raconter ce que vous avez constaté pendant cette visite-ci ?";
        case Category::times:
            return "Pouvez-vous vérifier ces heures dans vos notes ou sur votre reçu ?";
        case Category::privacy:
            return "Cette précision est-elle nécessaire ?";
        case Category::other:
            return "Pouvez-vous le vérifier ?";
        default:
            return {};
    }
}

/// What comes first where two remarks cost the same: what keeps a report from being accepted.
int weight_of(Category category) {
    switch (category) {
        case Category::missing:
            return 0;
        case Category::contradiction:
        case Category::repetition:
        case Category::copied:
            return 1;
        case Category::times:
        case Category::privacy:
        case Category::thin:
            return 2;
        case Category::style:
        case Category::typography:
            return 4;
        default:
            return 3;
    }
}

Passage passage_of(const ReportDetails& details, const Finding& finding) {
    Passage passage;
    passage.message = finding.message;
    if (!finding.suggestions.empty()) {
        passage.correction = finding.suggestions.front();
    }
    passage.cost = finding.cost;
    const Question* const question = details.questionnaire.find(finding.question);
    if (question == nullptr) {
        return passage;
    }
    passage.question = question->label;
    if (finding.end <= finding.start) {
        return passage;
    }
    const std::string_view text = prose(*question, details.report.find(finding.question));
    passage.before = slice(text, finding.start > words_around ? finding.start - words_around : 0, finding.start);
    passage.quote = slice(text, finding.start, finding.end);
    passage.after = slice(text, finding.end, finding.end + words_around);
    if (finding.start > words_around) {
        passage.before = "…" + passage.before;
    }
    if (finding.end + words_around < length_of(text)) {
        passage.after += "…";
    }
    return passage;
}

struct Ranked {
    int weight = 0;
    Remark remark;
};

/// What an answer that is not there costs in detail, by question: said with the missing answer, not beside it.
std::map<std::string, double> costs_of_absence(const ReportDetails& details) {
    std::map<std::string, double> costs;
    for (const std::string& question : details.missing()) {
        costs.emplace(question, 0);
    }
    if (const Assessment* const detail = details.assessment("detail")) {
        for (const Finding& finding : detail->findings) {
            const auto found = costs.find(finding.question);
            if (finding.rule == "no-comment" && found != costs.end()) {
                found->second += finding.cost;
            }
        }
    }
    return costs;
}

bool asks(const std::string& message) {
    return message.ends_with("?") || message.ends_with("? »");
}

}  // namespace

std::vector<Remark> remarks_of(const ReportDetails& details, bool rework) {
    const auto is_overridden = [&](const std::string& plugin) {
        return std::ranges::any_of(details.overrides,
                                   [&](const ScoreOverride& given) { return given.criterion == plugin; });
    };
    std::map<std::string, double> absences = costs_of_absence(details);
    std::vector<Ranked> ranked;
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (const Assessment& assessment : details.assessments) {
        const bool overridden = is_overridden(assessment.plugin);
        for (const Finding& finding : assessment.findings) {
            const auto absence = absences.find(finding.question);
            const bool said_as_missing =
                assessment.plugin == "detail" && finding.rule == "no-comment" && absence != absences.end();
            if (finding.category == Category::not_judged || said_as_missing) {
                continue;
            }
            Passage passage = passage_of(details, finding);
            if (overridden) {
                passage.cost = 0;
            }
            if (finding.category == Category::missing && absence != absences.end()) {
                passage.cost += std::exchange(absence->second, 0);
            }
            const auto [place, is_new] = places.try_emplace(
                {assessment.plugin, finding.title.empty() ? finding.rule : finding.title}, ranked.size());
            if (is_new) {
                Remark remark;
                remark.criterion = criterion_name(assessment.plugin, finding.category);
                remark.title = finding.title;
                remark.light = true;
                if (!asks(finding.message)) {
                    remark.question = question_of(finding.category);
                }
                ranked.push_back({weight_of(finding.category), std::move(remark)});
            }
            Remark& remark = ranked[place->second].remark;
            const bool of_looks = finding.category == Category::typography || finding.category == Category::style;
            remark.light = remark.light && of_looks && passage.cost == 0;
            remark.cost += passage.cost;
            remark.passages.push_back(std::move(passage));
        }
    }
    std::ranges::stable_sort(ranked, [&](const Ranked& one, const Ranked& other) {
        if (one.remark.light != other.remark.light) return other.remark.light;
        if (rework && (one.weight == 0) != (other.weight == 0)) return one.weight == 0;
        if (one.remark.cost != other.remark.cost) return one.remark.cost > other.remark.cost;
        return one.weight < other.weight;
    });
    std::vector<Remark> remarks;
    remarks.reserve(ranked.size());
    for (Ranked& entry : ranked) {
        std::ranges::stable_sort(entry.remark.passages, std::greater<>(), &Passage::cost);
        remarks.push_back(std::move(entry.remark));
    }
    return remarks;
}

}  // namespace relis::review
