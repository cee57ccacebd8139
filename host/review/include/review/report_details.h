#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/questionnaire.h>
#include <relis/reliability.h>
#include <relis/report.h>

#include "review/appeal.h"
#include "review/edited_copy.h"
#include "review/interventions.h"
#include "review/judgements.h"
#include "review/queue.h"

namespace relis::review {

/// A recorded decision.
struct DecisionRecord {
    std::string id;
    Decision decision = Decision::accept;
    int revision = 1;
    std::string decided_by;
    Moment decided_at;
    std::string reason;   ///< why, in the reviewer's words; may be empty where the recommendation was followed
    std::string message;  ///< what the shopper is told
    std::optional<Moment> new_due_at;  ///< of a rework
    bool left_out = false;             ///< of an acceptance: the client's figures leave the visit out
    std::optional<Moment> expired_at;  ///< of a rework: nobody answered in time
    bool undone = false;
};

/// One entry of the report's log.
struct LogEntry {
    Moment at;
    std::string who;
    std::string what;       ///< `accept`, `assess`, `import`, …
    std::string note;       ///< what it was about
    std::string from = {};  ///< the state it left; empty: none
    std::string to = {};    ///< the state it led to, of a confirmed copy or invention its kind; empty: none
};

/// A result that stands from an earlier assessment: when the report was assessed last, its plugin could not be called.
struct EarlierResult {
    std::string plugin;
    Moment made_at;
    bool operator==(const EarlierResult&) const = default;
};

/// Everything a reviewer sees of one report.
struct ReportDetails {
    QueueRow row;
    Report report;  ///< the current revision
    Questionnaire questionnaire;
    std::vector<Applicability> applicability;  ///< of questionnaire.questions, in their order
    /// What stands: in the order of plugin ids, without the dismissed findings, with the scores that people gave;
    /// empty: not assessed yet.
    std::vector<Assessment> assessments;
    std::vector<EarlierResult> earlier;        ///< those of the assessments that are not of the latest assessing
    std::vector<DismissedFinding> dismissed;   ///< what people set aside of it
    std::vector<ScoreOverride> overrides;      ///< scores that people gave in place of the machine's
    std::vector<EditedAnswer> edited;          ///< answers that read otherwise in the client's copy
    std::int64_t criteria_set = 0;             ///< version that the recommendation was made with; 0: the defaults
    std::int64_t inherited_set = 0;            ///< the agency's version under a programme's; 0: none
    Recommendation recommendation;             ///< reasons empty: not assessed yet
    std::vector<DecisionRecord> decisions;     ///< oldest first
    std::vector<Appeal> appeals;               ///< of every revision, oldest first
    std::vector<LogEntry> log;                 ///< oldest first
    std::optional<Intervention> intervention;  ///< of a report that is on hold, withdrawn or kept as a surplus visit
    int surplus_turns = 0;  ///< how often this revision was kept as a surplus visit and taken back, each counted
    /// Of a reassigned report: the surplus visit that it was, taken back since it was reassigned.
    std::optional<DroppedSurplus> dropped_surplus;
    std::string shopper_name;
    std::optional<Reliability> reliability;  ///< absent where the shopper has none yet

    /// The assessment of that plugin, or null.
    [[nodiscard]] const Assessment* assessment(std::string_view plugin) const;
    /// When the result of that plugin was made, where it stands from an earlier assessment.
    [[nodiscard]] std::optional<Moment> earlier_result(std::string_view plugin) const;
    /// Names of the questions with a finding of category `missing`, in the questionnaire's order, each once; last, an
    /// empty name where the report as a whole misses something.
    [[nodiscard]] std::vector<std::string> missing() const;
};

/// Loads a report. Throws std::runtime_error (`no report R-1; …`) for an unknown id.
[[nodiscard]] ReportDetails load_report(Workspace& workspace, const std::string& report_id);

}  // namespace relis::review
