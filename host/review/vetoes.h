#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/report_details.h"
#include "store/judgements.h"

namespace relis::review {

/// What a decision policy calls the reason that no score outweighs; its question says which answer is meant.
inline constexpr std::string_view veto_rule = "veto";

/// What records that a report passes its vetoes for that reason: the findings behind them, waived. Empty: no veto.
[[nodiscard]] std::vector<store::Dismissal> waivers(Workspace& workspace, const ReportDetails& details,
                                                    const std::string& reason);

}  // namespace relis::review
