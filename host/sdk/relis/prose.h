#pragma once

#include <string_view>

#include <relis/questionnaire.h>
#include <relis/report.h>

namespace relis {

/// What the shopper wrote in his own words for a question, and what the places of findings count in: the comment where
/// it holds more than white space, otherwise the value of a `text` question, otherwise nothing. `answer` may be null.
/// The view lives as long as the answer.
inline std::string_view prose(const Question& question, const Answer* answer) {
    const auto says_something = [](std::string_view text) {
        return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
    };
    if (answer == nullptr) return {};
    if (answer->comment && says_something(*answer->comment)) return *answer->comment;
    if (question.type == QuestionType::text && answer->value) return *answer->value;
    return {};
}

}  // namespace relis
