#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "review/feedback.h"

namespace relis::review {

enum class FeedbackForm { html, text, mail, pdf };

/// The form of that name: `html`, `text` (also `txt`), `eml`, `pdf`; throws LabelledError for another.
[[nodiscard]] FeedbackForm feedback_form(const std::string& name);

struct FeedbackFiles {
    std::vector<std::filesystem::path> written;
    std::size_t without_decision = 0;  ///< reports skipped since nobody has decided them
};

struct FeedbackFileOptions {
    FeedbackScope scope = FeedbackScope::decided_only;
    FeedbackWords words{};
    std::set<FeedbackForm> forms{FeedbackForm::html, FeedbackForm::text};
};

/// Writes `<report_id>-r<revision>` with `.html`, `.txt`, `.eml` and `.pdf` into a folder (created when absent), for
/// the named reports or, with none named, for every one in scope. Throws std::runtime_error when a file cannot be
/// written, a report is unknown, or a mail lacks an address.
FeedbackFiles write_feedback(Workspace& workspace, const std::vector<std::string>& report_ids,
                             const std::filesystem::path& folder, const FeedbackFileOptions& options = {});

/// Writes one page of all reports of a shopper that were decided in a month (in the local time of each decision), as
/// `<shopper_id>-2026-06` with the endings above; none where there is no such report. Throws like write_feedback, and
/// LabelledError for an unknown shopper.
FeedbackFiles write_month(Workspace& workspace, const std::string& shopper_id, std::chrono::year_month month,
                          const std::filesystem::path& folder, const FeedbackFileOptions& options = {});

/// `2026-06`; throws LabelledError for anything else.
[[nodiscard]] std::chrono::year_month month_from(const std::string& text);

}  // namespace relis::review
