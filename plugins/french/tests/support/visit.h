// A report made in a line, rated with the plugin's defaults or changes to them.
#pragma once

#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "french/french.h"

namespace relis::french::testing {

/// What the host would tell of a report, in memory.
class Visit final : public Context {
  public:
    Report report;
    Questionnaire form;
    std::vector<std::string> words;
    std::string place = "fr-CA";
    std::optional<EarlierRevision> before;

    Visit& comment(const std::string& question, std::string text) {
        Question asked;
        asked.name = question;
        asked.label = "Votre accueil";
        form.questions.push_back(asked);
        report.answers.push_back({question, "oui", std::move(text)});
        return *this;
    }

    [[nodiscard]] const Questionnaire& questionnaire() const override { return form; }
    [[nodiscard]] Applicability applicability(std::string_view) const override { return Applicability::applies; }
    [[nodiscard]] const std::string& locale() const override { return place; }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return words; }
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view, std::size_t) const override {
        return {};
    }
    [[nodiscard]] const EarlierRevision* earlier() const override { return before ? &*before : nullptr; }
    [[nodiscard]] bool stop_requested() const override { return false; }
};

inline const French& criterion() {
    static const French instance(Environment{RELIS_RESOURCE_FOLDER});
    return instance;
}

inline Rating rate(const Visit& visit, const std::map<std::string, ParameterValue>& changes = {}) {
    auto values = default_parameters(criterion().describe().parameters).values();
    for (const auto& [name, value] : changes) values[name] = value;
    return criterion().rate(visit.report, visit, Parameters(values));
}

inline Rating rate(const std::string& text) {
    return rate(Visit().comment("accueil", text));
}

inline std::vector<std::string> rules(const Rating& rating) {
    std::vector<std::string> result;
    result.reserve(rating.findings.size());
    for (const Finding& finding : rating.findings) result.push_back(finding.rule);
    return result;
}

inline double cost(const Rating& rating) {
    return std::accumulate(rating.findings.begin(), rating.findings.end(), 0.0,
                           [](double sum, const Finding& finding) { return sum + finding.cost; });
}

}  // namespace relis::french::testing
