#pragma once

#include "intake/reports.h"

namespace relis::intake {

/// Adds what the report's questionnaire says of it, where the options know questionnaires and the report holds so far.
void check_with_questionnaire(const Report& report, const ReadOptions& options, std::vector<Problem>& problems);

/// Gives a record to the handler, as a report or as a refused one by its problems, and counts it.
void hand_over(Report&& report, std::vector<Problem>&& problems, Place&& place, std::string_view raw, bool raw_whole,
               const ReportHandler& handler, ReadSummary& summary);

}  // namespace relis::intake
