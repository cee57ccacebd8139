#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "store/appeal_states.h"
#include "store/database.h"
#include "store/decisions.h"
#include "store/feedback.h"
#include "store/judgements.h"
#include "store/page.h"

namespace relis::store {

/// What a shopper contests.
enum class AppealSubject {
    score,    ///< of a criterion, named by its plugin
    finding,  ///< one, named by plugin, rule and place in the contested revision
    decision  ///< that the report was sent back or reassigned
};
/// The stable name used in JSON and in the database.
[[nodiscard]] std::string_view to_string(AppealSubject subject);
[[nodiscard]] std::optional<AppealSubject> appeal_subject_from(std::string_view name);

/// A shopper's objection, and its outcome. It is never deleted.
struct Appeal {
    std::int64_t id = 0;  ///< set by the store
    std::string report_id;
    int revision = 1;
    std::int64_t decision_id = 0;  ///< the decision that stood when it came; set by the store
    AppealSubject subject = AppealSubject::score;
    std::string plugin;    ///< of a score or a finding
    std::string rule;      ///< this and the next three name a finding
    std::string question;  ///< empty: the whole report
    std::size_t start = 0;
    std::size_t end = 0;
    std::int64_t assessment_id = 0;      ///< the result that it is about; 0: none. Set by the store
    std::string passage;                 ///< the words that the finding covers; may be empty
    std::string message;                 ///< what the finding said
    std::optional<double> score_before;  ///< of the plugin, as it stood when the appeal came; absent: not judged
    std::optional<double> score_after;   ///< after an appeal that was upheld
    std::string text;                    ///< the shopper's words
    std::string entered_by;              ///< user who recorded it
    Moment filed_at;
    std::string late_reason;  ///< why it was taken though it came after its time; empty: it came in time
    Moment due_at;            ///< when an answer is due
    AppealState state = AppealState::open;
    std::string handler;                ///< user who has it in hand, or who answered it
    std::optional<Moment> taken_until;  ///< of a taken one
    std::string answer;                 ///< what the shopper is told
    std::optional<Moment> closed_at;
    std::int64_t earlier_feedback = 0;  ///< the sheet as it was before the answer, see load_feedback; 0: none
    bool overturned = false;            ///< the decision was undone with the answer
    std::string shopper_id;             ///< of the report, as are the next two
    std::string shopper_name;
    std::string programme;
    bool operator==(const Appeal&) const = default;
};

/// Whether it was done; a refusal is an expected answer.
struct AppealResult {
    bool done = false;
    std::int64_t id = 0;
    Label refusal;  ///< empty texts: done
};

/// Records an appeal, with an event. Refused: no text; a report that is not decided; a revision that is not the current
/// one; a plugin that gave no score, or a finding that its present result does not hold; a decision that took nothing
/// from the shopper; a point that was contested before, unless that appeal was withdrawn. Throws Error not_found for an
/// unknown report.
AppealResult file_appeal(Database& database, const Appeal& appeal);

/// When the shopper was told of the decision that stands on a report's current revision: when the latest mail of the
/// decision was sent (a reminder is none), without one the first mail of a month that tells it, without any when it was
/// decided. Nothing where no decision stands, or the
/// report is unknown.
[[nodiscard]] std::optional<Moment> shopper_told_at(Database& database, const std::string& report_id);

// Each of the following throws Error not_found for an unknown appeal, and is refused where the table in appeal_states.h
// does not allow the move.

/// Takes an appeal in hand until `until`, or prolongs that. Refused to whoever decided the report, gave a score in
/// place of the contested one or in place of the contested finding's, and while somebody else has it in hand.
AppealResult take_appeal(Database& database, std::int64_t id, const std::string& user, const Moment& at,
                         const Moment& until);
/// Why that user may not answer an appeal, whoever has it in hand; empty texts: he may.
[[nodiscard]] Label answering_refusal(Database& database, const Appeal& appeal, const std::string& user);
/// Puts it back into the queue. Refused to others than who has it in hand.
AppealResult give_back_appeal(Database& database, std::int64_t id, const std::string& user, const Moment& at);
/// The shopper took it back; `user` recorded that.
AppealResult withdraw_appeal(Database& database, std::int64_t id, const std::string& user, const Moment& at);

/// What stands of a revision once it is corrected.
struct CorrectedScores {
    std::optional<double> detail;
    std::optional<double> french;
    int flags = 0;
    int missing = 0;
};

/// How an appeal is answered.
struct AppealAnswer {
    std::int64_t id = 0;
    AppealMove outcome = AppealMove::dismiss;  ///< uphold, uphold_partly or dismiss
    std::string user;
    std::string answer;  ///< what the shopper is told; refused where it is blank
    Moment at;
    std::optional<Dismissal> dismissal;        ///< of a contested finding; names the appeal as its cause
    std::optional<ScoreOverride> score;        ///< likewise
    std::optional<double> score_after;         ///< of the contested plugin
    std::optional<CorrectedScores> corrected;  ///< with `dismissal` or `score`
    bool overturn = false;                     ///< the decision falls: surplus visit, or back to who decides
    std::optional<Feedback> earlier;           ///< the sheet as it was
};

/// Answers an appeal that the user has in hand, all in one transaction that reaches the disk before the call returns:
/// the judgements, what the queue shows, what the mission scored, and the shopper's rating, made anew with the appeal
/// as its cause; where the decision falls, a reassigned report is kept as a surplus visit (interventions.h), and a
/// report sent back awaits a decision again. What was decided, and the scores kept with it, stay as they were. A mail
/// of the decision that nobody has sent yet is withdrawn.
AppealResult answer_appeal(Database& database, const AppealAnswer& answer, const RateShopper& rate);

[[nodiscard]] std::optional<Appeal> load_appeal(Database& database, std::int64_t id);

/// The queue: open and taken ones, what is due first first.
[[nodiscard]] Page<Appeal> waiting_appeals(Database& database, const PageRequest& page = {});

/// Appeals by id; of one state, or all.
[[nodiscard]] Page<Appeal> list_appeals(Database& database, std::optional<AppealState> state = std::nullopt,
                                        const PageRequest& page = {});

/// All appeals of a report, oldest first.
[[nodiscard]] std::vector<Appeal> appeals_of(Database& database, const std::string& report_id);

/// How often shoppers contest a rule, and are right. Withdrawn appeals do not count.
struct AppealedRule {
    std::string programme;
    std::string plugin;  ///< empty: decisions
    std::string rule;    ///< empty: the score as such
    std::size_t appeals = 0;
    std::size_t waiting = 0;
    std::size_t upheld = 0;  ///< in full or in part
    std::size_t partly = 0;  ///< of them, in part
    std::size_t dismissed = 0;
    std::string last_answer;  ///< of the latest that was upheld
    bool operator==(const AppealedRule&) const = default;
};

/// Which appeals are counted. Empty texts and absent moments: all.
struct AppealedRulesFilter {
    std::string programme{};
    std::string shopper{};
    std::string reviewer{};         ///< whose decisions were contested
    std::optional<Moment> from{};   ///< answered then or later, or filed then where they wait
    std::optional<Moment> until{};  ///< exclusive
    bool by_programme = true;       ///< false: a rule's appeals of all programmes together, whose `programme` is empty
};

/// By rule and programme, the most often upheld first.
[[nodiscard]] std::vector<AppealedRule> appealed_rules(Database& database, const AppealedRulesFilter& filter = {});

}  // namespace relis::store
