#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/finding.h>
#include <relis/label.h>
#include <relis/moment.h>

#include "review/workspace.h"

// What people say of the machine's work. The machine's result, the person's and the reason for the difference are kept
// beside each other; what stands is the machine's result with the person's laid over it: a dismissed finding is not
// shown to the shopper, gives back what it cost and asks for nothing; a score given by a person replaces the machine's.
namespace relis::review {

struct ReportDetails;

/// How far the dismissal of a finding reaches. The wider ones apply to reports that wait once they are assessed again,
/// which assess_pending does.
enum class DismissalScope {
    here,               ///< this passage of this revision
    rule_in_programme,  ///< every finding of the rule in the programme's reports
    word_everywhere     ///< every finding of the rule on the same word or passage, in all programmes
};

/// `here`, `rule`, `word`
[[nodiscard]] std::string_view to_string(DismissalScope scope);
[[nodiscard]] std::optional<DismissalScope> dismissal_scope_from(std::string_view name);

/// A finding that somebody set aside, in a report it applies to.
struct DismissedFinding {
    std::string plugin;
    Finding finding;
    std::int64_t dismissal = 0;  ///< for restore_finding
    bool waived = false;         ///< it holds, and the report passes all the same
    DismissalScope scope = DismissalScope::here;
    std::string by;
    Moment at;
    std::string reason;
    std::int64_t appeal = 0;  ///< the upheld appeal that caused it; 0: none
};

/// A score that a person gave in place of the machine's.
struct ScoreOverride {
    std::string criterion;          ///< plugin id
    std::optional<double> machine;  ///< what the machine had said; absent: not judged
    double score = 0;
    std::string by;
    Moment at;
    std::string reason;
    std::int64_t appeal = 0;  ///< the upheld appeal that caused it; 0: none
};

/// What became of a request. A refusal is expected work between people, not an error.
struct JudgementResult {
    bool recorded = false;
    std::int64_t id = 0;
    Label refusal;  ///< what is wrong and what to do
};

/// Which finding to set aside, as the reviewer sees it.
struct DismissalRequest {
    std::string report_id;
    int revision = 1;  ///< the one that was read; another one is refused
    std::string plugin;
    std::string rule;
    std::string question;  ///< of the finding
    /// Place of the finding; absent: the rule's only finding in that answer.
    std::optional<std::size_t> start;
    std::optional<std::size_t> end;
    DismissalScope scope = DismissalScope::here;
    std::string reason;  ///< required
};

/// Sets a finding aside and makes the report's recommendation anew. Refused: reason missing, another revision, no such
/// finding, several where no place is given, a whole answer where one word is meant. Throws std::runtime_error for an
/// unknown report.
[[nodiscard]] JudgementResult dismiss_finding(Workspace& workspace, const DismissalRequest& request);

/// Takes a dismissal or a waiver back. Refused where none of that id stands.
[[nodiscard]] JudgementResult restore_finding(Workspace& workspace, std::int64_t dismissal);

/// Gives a criterion's score in place of the machine's, with the reason, and makes the recommendation anew. Refused:
/// reason missing, another revision, a score outside 0–5, a criterion that the report was not rated on.
[[nodiscard]] JudgementResult override_score(Workspace& workspace, const std::string& report_id, int revision,
                                             const std::string& criterion, double score, const std::string& reason);

/// Lets the machine's score stand again.
[[nodiscard]] JudgementResult restore_score(Workspace& workspace, const std::string& report_id, int revision,
                                            const std::string& criterion);

/// A gate that a report does not pass whatever its scores, such as a receipt that is not there.
struct Veto {
    std::string question;
    std::string text;  ///< French, one sentence
};

/// The vetoes that stand against a report, from its recommendation.
[[nodiscard]] std::vector<Veto> vetoes(const ReportDetails& details);

/// The recorded way around: the report passes its vetoes for this reason, which stays with it. Refused: reason missing,
/// another revision, no veto. Accepting a report with a reason (review/decide.h) does the same in one step.
[[nodiscard]] JudgementResult waive_vetoes(Workspace& workspace, const std::string& report_id, int revision,
                                           const std::string& reason);

/// How people fare with one rule.
struct DismissedRule {
    std::string plugin;
    std::string rule;
    std::size_t dismissed = 0;  ///< dismissals that stand
    std::size_t reports = 0;    ///< in how many reports
    std::size_t wide = 0;       ///< of them, for a programme or everywhere
    std::size_t found = 0;      ///< findings of the rule in decided revisions
    std::string last_reason;
};

/// The rules whose findings people dismiss, most often first; a programme narrows it.
[[nodiscard]] std::vector<DismissedRule> dismissed_rules(Workspace& workspace, const std::string& programme = {});

/// One dismissal as it was recorded, for lists.
struct DismissalRecord {
    std::int64_t id = 0;
    bool waived = false;
    DismissalScope scope = DismissalScope::here;
    std::string report_id;
    std::string programme;
    std::string plugin;
    std::string rule;
    std::string question;
    std::string word;  ///< the passage, folded
    std::string by;
    Moment at;
    std::string reason;
    bool standing = true;
};

/// Dismissals and waivers, those taken back too, oldest first; a programme narrows it to those that were made in it.
[[nodiscard]] std::vector<DismissalRecord> dismissals(Workspace& workspace, const std::string& programme = {});

}  // namespace relis::review
