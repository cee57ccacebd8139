#pragma once

#include <string>

#include <relis/decision.h>
#include <relis/label.h>

#include "review/report_details.h"
#include "review/rework.h"
#include "store/rework_terms.h"
#include "store/reworks.h"

// What decide, rework and the assessor share of reworks.
namespace relis::review {

[[nodiscard]] AskedRework from_store(const store::Rework& stored);

/// Terms as they are kept: every reason with its place and its words, the reminder with its moment.
struct SettledTerms {
    store::ReworkTerms terms;
    Label refusal;  ///< empty texts: settled
};
[[nodiscard]] SettledTerms settle_terms(Workspace& workspace, const ReportDetails& details, const ReworkTerms& terms,
                                        const Moment& at, const Moment& due);

/// The reasons as the lines of a list, each with the question that it is about.
[[nodiscard]] std::string lines_of(const ReportDetails& details, const std::vector<ReworkReason>& reasons);

/// rework_message of reasons as they are kept.
[[nodiscard]] std::string message_of_kept(const ReportDetails& details,
                                          const std::vector<store::ReworkReason>& reasons);

/// Lays what was agreed for a rework that nobody answered over the policy's recommendation.
void recommend_unanswered(const store::Rework& expired, Recommendation& recommendation);

/// The store's part of expire_reworks, without assessing; the reports' ids.
std::vector<std::string> expire_in_store(Workspace& workspace, const Moment& at);

}  // namespace relis::review
