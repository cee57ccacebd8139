#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include <relis/questionnaire.h>

#include "intake/problem.h"

namespace relis::intake {

struct QuestionnaireFile {
    std::vector<Questionnaire> questionnaires;  ///< those that hold, each accepted by check() of rules.h
    std::vector<RejectedRecord> rejected;       ///< RejectedRecord::report_id holds the questionnaire's id
    std::vector<Problem> warnings;              ///< fields that are not known; `field` begins with the key
};

/// Reads `relis.questionnaire/1`: one object, an array or JSON Lines. Each questionnaire is checked fully: types,
/// unique names, choices of selects, negative choices among the choices, expressions parsed and their references
/// resolved. Throws FileError.
QuestionnaireFile read_questionnaires(const std::filesystem::path& file);
QuestionnaireFile read_questionnaires(std::istream& stream, const std::string& name);

}  // namespace relis::intake
