#pragma once

#include <string>
#include <string_view>

#include <relis/questionnaire.h>
#include <relis/report.h>

namespace relis::intake {

/// A report as one line of `relis.report/1`, canonical: the same report always gives the same bytes (keys sorted, no
/// optional field that is empty, times as format_moment writes them), and reports that differ in anything that was
/// submitted give other bytes. What the store keeps and compares.
std::string to_json(const Report& report);

/// The inverse of to_json; also reads any other valid `relis.report/1` object. Throws std::invalid_argument with the
/// field and the reason. Soft problems are not reported (read_reports does).
Report report_from_json(std::string_view text);

/// A questionnaire as one line of `relis.questionnaire/1`, canonical.
std::string to_json(const Questionnaire& questionnaire);

/// The inverse; throws std::invalid_argument. The questionnaire is checked as by read_questionnaires.
Questionnaire questionnaire_from_json(std::string_view text);

}  // namespace relis::intake
