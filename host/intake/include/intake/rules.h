#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <relis/context.h>
#include <relis/questionnaire.h>
#include <relis/report.h>

#include "intake/problem.h"

namespace relis::intake {

/// What is wrong with a questionnaire: an expression that does not parse or refers to a question that does not exist,
/// names used twice, a select without choices …
std::vector<Problem> check(const Questionnaire& questionnaire);

/// A questionnaire with its expressions parsed: which questions of a report apply, and what is wrong with its values.
/// Immutable and thread safe; made once a questionnaire and shared.
class QuestionnaireRules {
  public:
    /// Throws std::invalid_argument with the first problem where check(questionnaire) finds a hard one.
    explicit QuestionnaireRules(Questionnaire questionnaire);
    ~QuestionnaireRules();
    QuestionnaireRules(QuestionnaireRules&&) noexcept;
    QuestionnaireRules& operator=(QuestionnaireRules&&) noexcept;
    QuestionnaireRules(const QuestionnaireRules&) = delete;
    QuestionnaireRules& operator=(const QuestionnaireRules&) = delete;

    [[nodiscard]] const Questionnaire& questionnaire() const noexcept;

    /// Of every question of the questionnaire, whether it applies to this report. A question whose controlling
    /// question does not apply sees an empty answer there, as in ODK, and so mostly does not apply either. `unclear`
    /// where a required question that applies and decides it has no answer, or one that cannot be read.
    /// today() in an expression is the local date of the visit's start, else of the submission, else unclear.
    [[nodiscard]] std::map<std::string, Applicability, std::less<>> applicability(const Report& report) const;

    /// What is wrong with the report's answers, in the order of the report. Hard: a question that the questionnaire
    /// does not have, a value that is not among the choices, an integer, decimal, date or time that cannot be read.
    /// Soft (warnings): a constraint not satisfied, an answer to a question that does not apply, a comment where the
    /// question has no comment box, a choice given twice. Missing answers are the completeness plugin's matter.
    /// REQUIRES: report.questionnaire names this questionnaire.
    [[nodiscard]] std::vector<Problem> validate(const Report& report) const;

  private:
    struct Parsed;
    std::unique_ptr<const Parsed> parsed_;
};

/// QuestionnaireRules::validate for one use.
std::vector<Problem> validate(const Report& report, const Questionnaire& questionnaire);

/// QuestionnaireRules::applicability for one use.
std::map<std::string, Applicability, std::less<>> applicability(const Questionnaire& questionnaire,
                                                                const Report& report);

}  // namespace relis::intake
