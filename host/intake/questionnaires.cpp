#include "intake/questionnaires.h"

#include "byte_source.h"
#include "files.h"
#include "intake/reports.h"
#include "json_records.h"
#include "questionnaire_json.h"
#include "text_check.h"

namespace relis::intake {

QuestionnaireFile read_questionnaires(std::istream& stream, const std::string& name) {
    QuestionnaireFile result;
    ByteSource source(stream, name);
    for_each_json_record(
        source, max_record_bytes,
        [&](const Json& value, RawRecord& raw) {
            std::vector<Problem> problems;
            Questionnaire questionnaire = questionnaire_from(value, problems);
            if (any_hard(problems)) {
                result.rejected.push_back(rejected_record(std::move(raw.place), std::move(questionnaire.id),
                                                          std::move(problems), raw.text, true));
                return;
            }
            for (Problem& problem : problems) {
                problem.field = questionnaire.key() + ": " + problem.field;
                result.warnings.push_back(std::move(problem));
            }
            result.questionnaires.push_back(std::move(questionnaire));
        },
        [&](Problem&& problem, RawRecord& raw, std::string&&) {
            result.rejected.push_back(
                rejected_record(std::move(raw.place), "", {std::move(problem)}, raw.text, raw.whole));
        });
    return result;
}

QuestionnaireFile read_questionnaires(const std::filesystem::path& file) {
    std::ifstream stream = open_file(file);
    return read_questionnaires(stream, file.string());
}

}  // namespace relis::intake
