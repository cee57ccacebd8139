#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "review/appeal.h"
#include "review/workspace.h"
#include "store/appeals.h"

namespace relis::review {

/// As the use cases show it; `now` tells whether its answer is overdue.
[[nodiscard]] Appeal from_store(const store::Appeal& appeal, const Moment& now);

/// In the JSON for other programs.
[[nodiscard]] nlohmann::ordered_json json_of(const AppealedRule& rule);

[[nodiscard]] std::vector<AppealedRule> from_store(const std::vector<store::AppealedRule>& stored);

/// All appeals of a report, oldest first.
[[nodiscard]] std::vector<Appeal> appeals_of(Workspace& workspace, const std::string& report_id);

/// `la note de français`, `une remarque de français`, `la décision`: what a shopper contests, in his words.
[[nodiscard]] std::string contested_in_french(const Appeal& appeal);

}  // namespace relis::review
