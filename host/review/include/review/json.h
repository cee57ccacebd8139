#pragma once

#include <string>
#include <vector>

#include "review/calibrate.h"
#include "review/compare.h"
#include "review/criteria.h"
#include "review/fairness.h"
#include "review/fit.h"
#include "review/judgements.h"
#include "review/mission_candidates.h"
#include "review/queue.h"
#include "review/report_details.h"
#include "review/shoppers.h"

namespace relis::review {

/// Stable JSON for other programs, one line without a line break; the fields are documented in host/cli/README.md.
[[nodiscard]] std::string to_json(const ReportDetails& details);
[[nodiscard]] std::string to_json(const QueueRow& row);
[[nodiscard]] std::string to_json(const ShopperCard& card);
[[nodiscard]] std::string to_json(const Calibration& calibration);
[[nodiscard]] std::string to_json(const FitResult& fit);
[[nodiscard]] std::string to_json(const CriteriaComparison& comparison);
[[nodiscard]] std::string to_json(const std::vector<CriteriaVersion>& history);
[[nodiscard]] std::string to_json(const std::vector<DismissedRule>& rules);
[[nodiscard]] std::string to_json(const std::vector<DismissalRecord>& dismissals);
[[nodiscard]] std::string to_json(const Ranking& ranking);
[[nodiscard]] std::string to_json(const FairnessReport& report);
/// `{"id", "findings": [...]}` of the checker protocol. `id_json` is the id as JSON, handed back as it came.
[[nodiscard]] std::string checker_json(const std::string& id_json, const Assessment& assessment);

}  // namespace relis::review
