#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "review/report_details.h"
#include "review/workspace.h"

namespace relis::review {

/// One remark of the feedback: the shopper's own words, what was found, what to write instead, what it cost.
struct Remark {
    std::string question;  ///< label of the question; empty: the report as a whole
    std::string before;    ///< a few words before the quoted passage
    std::string quote;     ///< the passage itself; empty where the whole answer is meant
    std::string after;
    std::string message;     ///< French
    std::string suggestion;  ///< best first suggestion; may be empty
    std::string criterion;   ///< `Français`, `Détail`, `Réponses manquantes`, …
    double cost = 0;
};

/// What a shopper receives for one decided revision, before it is laid out. All text French.
struct Feedback {
    std::string report_id;
    int revision = 1;
    std::string shopper_name;
    std::string programme_name;
    std::string site;
    std::optional<double> detail;
    std::optional<double> french;
    std::string detail_reason;
    std::string french_reason;
    std::string decision;  ///< `Rapport accepté`, …
    std::string message;   ///< the reviewer's message
    std::optional<Moment> rework_due;
    std::vector<std::string> strengths;  ///< what was good, a sentence each
    std::vector<Remark> remarks;         ///< dearest first; at most five are shown before the full list
};

/// Which reports have feedback: a preview is what the shopper would receive if the report were decided now, without a
/// decision in it; it is for the agency's eyes.
enum class FeedbackScope { decided_only, with_previews };

/// Composes the feedback of a report's last decision that stands. Nothing where there is no such decision and no
/// preview is asked for.
[[nodiscard]] std::optional<Feedback> compose_feedback(const ReportDetails& details,
                                                       FeedbackScope scope = FeedbackScope::decided_only);

/// One self-contained HTML page (no script, no outside reference), all text escaped.
[[nodiscard]] std::string to_html(const Feedback& feedback);
/// The same as plain text.
[[nodiscard]] std::string to_text(const Feedback& feedback);

struct FeedbackFiles {
    std::vector<std::filesystem::path> written;
    std::size_t without_decision = 0;  ///< reports skipped since nobody has decided them
};

/// Writes `<report_id>-r<revision>.html` and `.txt` into a folder (created when absent), for the named reports or, with
/// none named, for every one in scope. Throws std::runtime_error when a file cannot be written or a report is unknown.
FeedbackFiles write_feedback(Workspace& workspace, const std::vector<std::string>& report_ids,
                             const std::filesystem::path& folder, FeedbackScope scope = FeedbackScope::decided_only);

}  // namespace relis::review
