#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/report.h>

#include "review/workspace.h"

// The copy of a report that goes to the client, where the agency corrected it. The shopper's own text is what is rated,
// shown to him and kept; it is never touched, and both can be compared at any time.
namespace relis::review {

struct ReportDetails;

/// Code points [start, end) of the submitted text that read otherwise in the copy.
struct TextChange {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string text;    ///< in their place; empty: left out
    std::string plugin;  ///< whose correction was applied; empty: written by hand
    std::string rule;
    std::string by;  ///< who applied or wrote it
    Moment at;
    bool operator==(const TextChange&) const = default;
};

/// An answer that reads otherwise in the copy.
struct EditedAnswer {
    std::string question;
    std::string text;                 ///< what the client reads
    std::vector<TextChange> changes;  ///< in order, none overlapping another
    std::int64_t edit = 0;            ///< the edit that stands
    std::string by;                   ///< who edited last
    Moment at;

    /// The change that covers a passage of the submitted text, or null.
    [[nodiscard]] const TextChange* change_of(std::size_t start, std::size_t end) const;
};

/// What became of a request. A refusal is expected work between people, not an error.
struct EditResult {
    bool recorded = false;
    Label refusal;  ///< what is wrong and what to do
};

/// A correction of one passage, mostly a finding's suggestion.
struct CorrectionRequest {
    std::string report_id;
    int revision = 1;  ///< the one that was read; another one is refused
    std::string question;
    std::size_t start = 0;  ///< place in the submitted text, as findings count
    std::size_t end = 0;
    std::string text;  ///< to stand there; empty: the passage is left out
    std::string plugin;
    std::string rule;
};

/// Puts a correction into the copy; one of the same passage is replaced. Refused: another revision, a decided report,
/// no such passage, one that was rewritten by hand, an edit by somebody else at the same moment. Throws
/// std::runtime_error for an unknown report.
[[nodiscard]] EditResult apply_correction(Workspace& workspace, const CorrectionRequest& request);

/// Lets a passage read as submitted again. Refused as above, and where the copy does not differ there.
[[nodiscard]] EditResult take_correction_back(Workspace& workspace, const std::string& report_id, int revision,
                                              const std::string& question, std::size_t start, std::size_t end);

/// Writes an answer of the copy by hand, made from edit `base` (EditedAnswer::edit; 0: from the submitted text).
/// Corrections that it leaves as they are keep their author. Refused as above, where somebody edited since `base`, and
/// for a question to which nothing was written.
[[nodiscard]] EditResult edit_answer(Workspace& workspace, const std::string& report_id, int revision,
                                     const std::string& question, const std::string& text, std::int64_t base);

/// Lets the whole answer read as submitted. Refused as above.
[[nodiscard]] EditResult reset_answer(Workspace& workspace, const std::string& report_id, int revision,
                                      const std::string& question);

/// The report as the client gets it: as submitted, with the edited answers in their places.
[[nodiscard]] Report report_for_client(const ReportDetails& details);

}  // namespace relis::review
