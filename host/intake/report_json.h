#pragma once

#include <string_view>
#include <vector>

#include <relis/report.h>

#include "json_document.h"

namespace relis::intake {

/// A report from a `relis.report/1` object. What is wrong is added to `problems`; with a hard one the report is
/// incomplete, its report_id is there where it could be read.
Report report_from(const Json& value, std::vector<Problem>& problems);

/// Problems of a report that no single field shows: times in no order, dates that cannot be, an answer given twice,
/// an attachment outside its folder. Shared by the JSON and the CSV reader.
void check_report(const Report& report, std::vector<Problem>& problems);

/// Whether a time is one that a visit of this trade can have (years 2000 to 2099), or a hard problem.
void check_year(const std::optional<Moment>& moment, const std::string& field, std::vector<Problem>& problems);

/// Of a text that is no instant.
Label no_instant(std::string_view written);
/// Of a text that is no day.
Label no_date(std::string_view written);

/// The canonical `relis.report/1` object.
Json report_to(const Report& report);

}  // namespace relis::intake
