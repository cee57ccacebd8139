#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/appeal.h"
#include "review/feedback_words.h"
#include "review/report_details.h"
#include "review/workspace.h"

// A shopper contests a score, a finding or a decision; somebody else answers; what was wrong is mended everywhere, and
// what was said before stays. Unknown reports and appeals: LabelledError.
namespace relis::review {

/// What became of a request. A refusal is expected work between people, not an error.
struct AppealResult {
    bool done = false;
    std::int64_t id = 0;
    Label refusal;  ///< what is wrong and what to do
};

struct AppealRequest {
    std::string report_id;
    std::optional<int> revision{};  ///< the one that the shopper means; absent: the current one. Another is refused
    AppealSubject subject = AppealSubject::score;
    std::string plugin;  ///< whose score or finding
    std::string rule;    ///< of a finding, as is `question`
    std::string question;
    std::optional<std::size_t> start{};  ///< place of the finding; absent: the rule's only finding in that answer
    std::string text;                    ///< the shopper's words
    std::optional<Moment> due_at{};      ///< when an answer is due; absent: AppealTimes::answer_days from now
    std::string late_reason{};           ///< why it is taken though it comes after its time
};

/// How long appeals may take: the entry `appeals` of the criteria set in force for a programme.
struct AppealTimes {
    int filing_days = 14;  ///< `filing_days`: after the feedback, how long a shopper may contest
    int answer_days = 5;   ///< `answer_days`: how long an appeal may wait for its answer
};
/// Of a programme; empty: the agency's. Throws LabelledError where stored values do not fit.
[[nodiscard]] AppealTimes appeal_times(Workspace& workspace, const std::string& programme = {});
/// Until when the shopper of a decided report may contest: so long after the feedback was sent, or after the decision
/// where it was not. Nothing where no decision stands.
[[nodiscard]] std::optional<Moment> may_contest_until(Workspace& workspace, const std::string& report_id);

/// Records an appeal against a decided report; this user enters it for the shopper. Refused: a report that is not
/// decided, another revision, no such score or finding, one that was set aside already, several findings where no place
/// is given, a decision that took nothing from the shopper, a point contested before, no text, and what comes after its
/// time without a reason why it is taken all the same.
[[nodiscard]] AppealResult file_appeal(Workspace& workspace, const AppealRequest& request);

/// The queue: open and taken appeals, what is due first first.
[[nodiscard]] std::vector<Appeal> waiting_appeals(Workspace& workspace);
/// Appeals by id; of one state, or all.
[[nodiscard]] std::vector<Appeal> list_appeals(Workspace& workspace,
                                               const std::optional<AppealState>& state = std::nullopt);

/// What a person needs to answer.
struct AppealDetails {
    Appeal appeal;
    ReportDetails report;              ///< its current revision
    bool current = true;               ///< the contested revision is that one
    std::string question_label;        ///< of the contested finding's question; empty: the whole report
    std::string context;               ///< the answer that the finding is about, whole; empty: none
    std::optional<double> score;       ///< of the plugin, as it stands
    std::string reason;                ///< why that score, as the plugin says
    std::vector<std::string> because;  ///< why the decision was recommended
    Label may_not_answer;              ///< why this user may not; empty texts: he may
};
[[nodiscard]] AppealDetails load_appeal(Workspace& workspace, std::int64_t id);

/// Takes an appeal in hand for two hours, or prolongs that. Refused to whoever decided the report or gave the contested
/// score, and while somebody else has it in hand.
[[nodiscard]] AppealResult take_appeal(Workspace& workspace, std::int64_t id);
[[nodiscard]] AppealResult give_back_appeal(Workspace& workspace, std::int64_t id);
/// The shopper took it back.
[[nodiscard]] AppealResult withdraw_appeal(Workspace& workspace, std::int64_t id);

enum class AppealOutcome {
    upheld,  ///< a finding is dismissed, a score raised, a decision falls
    partly,  ///< the score is raised, the finding stands; not of a decision
    dismissed
};

/// What the shopper is told if nobody writes otherwise: courteous French, with the reason. `score` is the new one.
[[nodiscard]] std::string prefilled_answer(const AppealDetails& details, AppealOutcome outcome,
                                           const std::optional<double>& score = std::nullopt);

struct AppealAnswer {
    std::int64_t id = 0;
    AppealOutcome outcome = AppealOutcome::dismissed;
    std::string answer;             ///< to the shopper; empty: the prefilled one
    std::optional<double> score{};  ///< the new one, above the one that stands; of a contested score, or a finding
    bool overturn = false;          ///< the decision falls with it; always where a decision is upheld
    FeedbackWords words{};          ///< of the sheet that is kept as it was
};

/// Answers an appeal, taking it in hand first where it is open. What is upheld goes, in one transaction, into the
/// judgements (with the appeal as their cause), the scores as they are shown, the mission and the shopper's rating; a
/// reassigned report whose decision falls is a surplus visit, one sent back awaits a decision. The feedback then says
/// what changed after the appeal, and the outbox sends it as new. Where a further revision came in meanwhile, the
/// contested one alone is corrected. Refused: who may not answer, a score that is missing, not above the one that
/// stands or past 5, a decision upheld in part.
[[nodiscard]] AppealResult answer_appeal(Workspace& workspace, const AppealAnswer& answer);

/// The feedback as it was before the appeal was answered (HTML), or nothing.
[[nodiscard]] std::optional<std::string> earlier_sheet(Workspace& workspace, std::int64_t id);

/// By rule and programme, the most often upheld first; a programme (empty: all) narrows it. Of a period, and over all
/// programmes together: statistics.h.
[[nodiscard]] std::vector<AppealedRule> appealed_rules(Workspace& workspace, const std::string& programme = {});

/// Stable JSON for other programs, as review/json.h.
[[nodiscard]] std::string to_json(const Appeal& appeal);
[[nodiscard]] std::string to_json(const std::vector<Appeal>& appeals);
[[nodiscard]] std::string to_json(const AppealDetails& details);
[[nodiscard]] std::string to_json(const std::vector<AppealedRule>& rules);

}  // namespace relis::review
