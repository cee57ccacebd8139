#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/report_details.h"
#include "review/rework.h"

namespace relis::review {

/// One thing that was asked, and whether the new revision answers it.
struct AnsweredReason {
    ReworkReason reason;
    /// The answer it is about changed: its value, its comment or its files; of the report as a whole, any answer did.
    /// Spaces alone are no change.
    bool answered = false;
};

/// What a person said of an older revision. It is not carried over: it was about another text.
struct OutdatedJudgement {
    enum class Kind { dismissed, waived, score, edit };
    Kind kind = Kind::dismissed;
    int revision = 1;      ///< that it was made on
    std::string question;  ///< empty: the report as a whole
    std::string about;     ///< `plugin/rule`, or the criterion; empty for an edit
    std::string by;
    Moment at;
    std::string reason;         ///< empty for an edit
    bool text_changed = false;  ///< the answer reads otherwise now; else it may simply be said again
};
/// `dismissed`, `waived`, `score`, `edit`
[[nodiscard]] std::string_view to_string(OutdatedJudgement::Kind kind);

/// What a further revision brought.
struct RevisionChanges {
    int revision = 2;
    int earlier = 1;  ///< the revision it is compared with: the one that was sent back, else the one before
    std::optional<AskedRework> rework;    ///< the last rework before it; absent: nobody asked for one
    bool late = false;                    ///< it came after the rework was due
    std::vector<AnsweredReason> reasons;  ///< of the rework
    std::vector<std::string> changed;     ///< names of the questions answered otherwise, in the questionnaire's order
    std::vector<OutdatedJudgement> outdated;  ///< of all earlier revisions, oldest first
};

/// Nothing for a first revision.
[[nodiscard]] std::optional<RevisionChanges> revision_changes(Workspace& workspace, const ReportDetails& details);

}  // namespace relis::review
