#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/report_details.h"
#include "review/rework_terms.h"
#include "review/workspace.h"

namespace relis::review {

/// A rework that was asked for.
struct AskedRework {
    std::string report_id;
    int revision = 1;  ///< the one that was sent back
    std::string shopper_id;
    std::string shopper;  ///< name
    std::string site;     ///< name
    std::string by;
    Moment asked_at;
    Moment due;
    std::vector<ReworkReason> reasons;
    std::map<std::string, std::string> questions;  ///< labels of the questions that the reasons name, by name
    std::optional<Moment> remind_at;               ///< absent: no reminder was agreed
    std::string reminded_by;                       ///< empty: nobody reminded the shopper yet
    std::optional<Moment> reminded_at;
    Unanswered unanswered = Unanswered::reassign;
    std::optional<Moment> expired_at;  ///< nobody answered in time
};

enum class ReworksWanted {
    open,       ///< all that await their shopper
    to_remind,  ///< of them, those whose reminder is due and was not given
    overdue     ///< of them, those whose time is over
};

/// Reworks that still await their shopper, in the order in which they were asked for. `at`: when it is asked; absent:
/// now.
[[nodiscard]] std::vector<AskedRework> waiting_reworks(Workspace& workspace, ReworksWanted wanted,
                                                       const std::optional<Moment>& at = std::nullopt);

/// Ends the reworks whose time is over `at` that moment (absent: now): their reports await a decision again, and are
/// assessed so that what was agreed is recommended, its reason first. assess_pending does the same. The reports' ids.
std::vector<std::string> expire_reworks(Workspace& workspace, const std::optional<Moment>& at = std::nullopt);

/// A finding as something that the shopper may be asked.
struct AskableFinding {
    ReworkReason reason;     ///< its words: the message, with the passage where that is short and not in it
    bool suggested = false;  ///< asked where nobody chooses
};
/// The findings that may be asked about, in the order of the questionnaire, the report as a whole first. Suggested is
/// what a recommended rework rests on: a reason of the recommendation means the finding in its place; that of a veto
/// the proof that is missing; that of a score as a whole the five that cost most of it. What it says to the reviewer
/// besides, such as the time left, is no finding and asked of nobody. Where no rework is recommended: at most five that
/// can be mended, what is missing first, then what was flagged, then what cost most; never what costs nothing, such as
/// typography. Quick, asks no database.
[[nodiscard]] std::vector<AskableFinding> askable_findings(const ReportDetails& details);
/// The suggested ones. Empty: nothing.
[[nodiscard]] std::vector<ReworkReason> suggested_reasons(const ReportDetails& details);
/// The message that asks for these reasons, whose texts are given, in courteous French; greeting, due time and closing
/// are the agency's words (feedback_words.h). Quick, asks no database.
[[nodiscard]] std::string rework_message(const ReportDetails& details, const std::vector<ReworkReason>& reasons);
/// When the shopper is reminded if nobody says otherwise: when a quarter of the time from `at` to `due` is left.
[[nodiscard]] Moment default_reminder(const Moment& at, const Moment& due);

/// What a person may do, or why not.
struct ReworkResult {
    bool done = false;
    Label refusal;  ///< empty texts: done
};

/// One remark of the agency's library.
struct LibraryRemark {
    std::string id;
    std::string text;  ///< French, a question to the shopper
};
[[nodiscard]] std::vector<LibraryRemark> remark_library(Workspace& workspace);
/// Adds a remark or changes its text. Refused: an empty id, a text that is no question.
ReworkResult put_remark(Workspace& workspace, const LibraryRemark& remark);
ReworkResult remove_remark(Workspace& workspace, const std::string& id);

}  // namespace relis::review
