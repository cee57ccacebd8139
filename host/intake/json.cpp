#include "intake/json.h"

#include <stdexcept>

#include "json_document.h"
#include "questionnaire_json.h"
#include "report_json.h"

namespace relis::intake {
namespace {

std::string text_of(const Problem& problem) {
    return problem.field.empty() ? problem.message.en : problem.field + ": " + problem.message.en;
}

Json parsed(std::string_view text) {
    Json value;
    if (const auto error = parse_json(text, value)) {
        const Problem problem = json_problem(*error, text, Place{"", 1, 1, 0});
        throw std::invalid_argument(text_of(problem));
    }
    return value;
}

void require_sound(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) {
        if (!problem.hard) continue;
        throw std::invalid_argument(text_of(problem));
    }
}

}  // namespace

std::string to_json(const Report& report) {
    return report_to(report).dump();
}

Report report_from_json(std::string_view text) {
    std::vector<Problem> problems;
    Report report = report_from(parsed(text), problems);
    require_sound(problems);
    return report;
}

std::string to_json(const Questionnaire& questionnaire) {
    return questionnaire_to(questionnaire).dump();
}

Questionnaire questionnaire_from_json(std::string_view text) {
    std::vector<Problem> problems;
    Questionnaire questionnaire = questionnaire_from(parsed(text), problems);
    require_sound(problems);
    return questionnaire;
}

}  // namespace relis::intake
