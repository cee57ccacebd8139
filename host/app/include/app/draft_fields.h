#pragma once

#include <optional>
#include <string>

#include "app/decision_model.h"
#include "app/drafts.h"
#include "app/judging_model.h"
#include "review/interventions.h"

namespace relis::app {

// Drafts as they are kept. Keys name the revision, so that what was written about an earlier one does not come back
// under the next: `decision/REPORT/REVISION/rework`, `judgement/REPORT/REVISION/text/QUESTION`.

/// What all drafts of a report's decision, and of its judgements, begin with.
[[nodiscard]] std::string decisions_below(const std::string& report_id);
[[nodiscard]] std::string judgements_below(const std::string& report_id, int revision);

[[nodiscard]] std::string key_of(const std::string& report_id, int revision, Decision decision);
[[nodiscard]] DraftFields fields_of(const std::string& report_id, const DecisionDraft& draft);
/// Nothing where the fields are not those of a decision.
[[nodiscard]] std::optional<DecisionDraft> decision_draft_of(const DraftFields& fields);

/// A finding is named by what it is, since its number may be another one after the report has been assessed again.
[[nodiscard]] std::string key_of(const ReportPage& page, const JudgementDraft& draft);
[[nodiscard]] DraftFields fields_of(const ReportPage& page, const JudgementDraft& draft);
/// Nothing where the fields are not those of a judgement on this page, or its finding is no longer there.
[[nodiscard]] std::optional<JudgementDraft> judgement_draft_of(const ReportPage& page, const DraftFields& fields);

[[nodiscard]] std::string key_of(const std::string& report_id, review::Intervention::Kind kind);
[[nodiscard]] DraftFields fields_of(const std::string& report_id, const review::Intervention& wanted);
/// Nothing where the fields are not those of an intervention.
[[nodiscard]] std::optional<review::Intervention::Kind> intervention_of(const DraftFields& fields);

/// A field, empty where there is none.
[[nodiscard]] std::string field_of(const DraftFields& fields, const std::string& name);

}  // namespace relis::app
