#pragma once

#include <string>

#include "review/calibrate.h"
#include "review/queue.h"
#include "review/report_details.h"
#include "review/shoppers.h"

namespace relis::review {

/// Stable JSON for other programs, one line without a line break; the fields are documented in host/cli/README.md.
[[nodiscard]] std::string to_json(const ReportDetails& details);
[[nodiscard]] std::string to_json(const QueueRow& row);
[[nodiscard]] std::string to_json(const ShopperCard& card);
[[nodiscard]] std::string to_json(const Calibration& calibration);
/// `{"id", "findings": [...]}` of the checker protocol. `id_json` is the id as JSON, handed back as it came.
[[nodiscard]] std::string checker_json(const std::string& id_json, const Assessment& assessment);

}  // namespace relis::review
