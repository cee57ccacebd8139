#include "checks.h"

#include <cmath>
#include <map>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include <relis/prose.h>

#include "text.h"

namespace relis::plugin_host {

namespace {

bool is_score(double score) {
    return std::isfinite(score) && score >= 0 && score <= 5;
}

std::string number(double value) {
    return std::isfinite(value) ? nlohmann::json(value).dump() : "non finie";
}

std::string in_quotes(std::string_view text) {
    return "« " + one_line(text, 60) + " »";
}

/// The questions of one report and the lengths of their comments, each counted once.
class Questions {
  public:
    Questions(const Report& report, const Questionnaire& questionnaire)
        : report_(report), questionnaire_(questionnaire) {}

    [[nodiscard]] bool exists(std::string_view question) const {
        return question.empty() || questionnaire_.find(question) != nullptr || report_.find(question) != nullptr;
    }

    [[nodiscard]] std::size_t prose_length(const std::string& question) {
        const auto [entry, added] = lengths_.emplace(question, 0);
        if (added) {
            const Question* const asked = questionnaire_.find(question);
            if (asked != nullptr) entry->second = count_code_points(prose(*asked, report_.find(question))).value_or(0);
        }
        return entry->second;
    }

  private:
    const Report& report_;
    const Questionnaire& questionnaire_;
    std::map<std::string, std::size_t> lengths_;
};

bool is_category(Category category) {
    for (const auto& [value, name] : category_names) {
        if (value == category) return true;
    }
    return false;
}

std::string problem_of(const Finding& finding, Questions& questions) {
    if (finding.rule.empty() || !is_utf8(finding.rule)) return "un constat sans règle lisible";
    const std::string which = "le constat " + in_quotes(finding.rule);
    if (!is_category(finding.category)) return which + " est d'une catégorie inconnue";
    if (finding.message.empty() || !is_utf8(finding.message)) return which + " est sans message lisible";
    if (!is_utf8(finding.title)) return which + " a un titre illisible";
    for (const std::string& suggestion : finding.suggestions) {
        if (!is_utf8(suggestion)) return which + " a une suggestion illisible";
    }
    if (!is_utf8(finding.question) || !questions.exists(finding.question)) {
        return which + " porte sur une question inconnue, " + in_quotes(finding.question);
    }
    if (!std::isfinite(finding.cost) || finding.cost < 0) {
        return which + " a un coût impossible (" + number(finding.cost) + ")";
    }
    if (finding.start > finding.end || finding.end > questions.prose_length(finding.question)) {
        return which + " se place de " + std::to_string(finding.start) + " à " + std::to_string(finding.end) +
               ", hors du texte";
    }
    return {};
}

}  // namespace

std::string problem_of(const Rating& rating, const Report& report, const Questionnaire& questionnaire) {
    if (rating.score && !is_score(*rating.score)) return "une note de " + number(*rating.score) + ", hors de 0 à 5";
    if (!is_utf8(rating.reason)) return "une explication illisible";
    Questions questions(report, questionnaire);
    for (const Finding& finding : rating.findings) {
        if (std::string problem = problem_of(finding, questions); !problem.empty()) return problem;
    }
    for (const Contribution& contribution : rating.contributions) {
        if (!is_utf8(contribution.label) || !is_utf8(contribution.question) ||
            !questions.exists(contribution.question) || !std::isfinite(contribution.points)) {
            return "la contribution " + in_quotes(contribution.label) + " a une question ou des points impossibles";
        }
    }
    return {};
}

std::string problem_of(const std::vector<Finding>& inspection, const Report& report,
                       const Questionnaire& questionnaire) {
    Questions questions(report, questionnaire);
    for (const Finding& finding : inspection) {
        if (std::string problem = problem_of(finding, questions); !problem.empty()) return problem;
        if (finding.cost > 0)
            return "le constat " + in_quotes(finding.rule) + " d'une vérification ne peut rien coûter";
    }
    return {};
}

std::string problem_of(const Recommendation& recommendation, const Report& report, const Questionnaire& questionnaire) {
    if (recommendation.decision && to_string(*recommendation.decision).empty()) return "une décision inconnue";
    if (recommendation.reasons.empty()) return "une recommandation sans motif";
    const Questions questions(report, questionnaire);
    for (const Reason& reason : recommendation.reasons) {
        if (reason.text.empty() || !is_utf8(reason.text) || !is_utf8(reason.plugin) || !is_utf8(reason.rule)) {
            return "un motif illisible";
        }
        if (!is_utf8(reason.question) || !questions.exists(reason.question)) {
            return "un motif sur une question inconnue, " + in_quotes(reason.question);
        }
    }
    return {};
}

std::string problem_of(const Reliability& reliability) {
    if (!is_score(reliability.value)) return "une cote de " + number(reliability.value) + ", hors de 0 à 5";
    if (!std::isfinite(reliability.uncertainty) || reliability.uncertainty < 0) return "une incertitude impossible";
    for (const ReliabilityComponent& component : reliability.components) {
        const bool readable = !component.id.empty() && is_utf8(component.id) && is_utf8(component.explanation.fr) &&
                              is_utf8(component.explanation.en) && is_utf8(component.label.fr) &&
                              is_utf8(component.label.en);
        if (!readable) return "une composante illisible";
        if ((component.value && !is_score(*component.value)) || !std::isfinite(component.weight) ||
            component.weight < 0) {
            return "la composante " + in_quotes(component.id) + " a une valeur ou un poids impossibles";
        }
    }
    return {};
}

}  // namespace relis::plugin_host
