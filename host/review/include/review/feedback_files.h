#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "review/feedback.h"
#include "review/mail.h"

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

/// A page for a shopper with what a file or a mail of it needs.
struct FeedbackPage {
    std::string stem;  ///< of a file: `R-000123-r1`, `C-0042-2026-06`
    std::string shopper_id;
    std::string subject;
    Sheet sheet;
};

/// The page of a decided report, or as far as `options.scope` goes of one that nobody has decided. With a planned
/// decision: as if it had been made. Throws std::runtime_error for an unknown report.
[[nodiscard]] std::optional<FeedbackPage> feedback_page(Workspace& workspace, const std::string& report_id,
                                                        const FeedbackFileOptions& options = {},
                                                        const std::optional<DecisionRecord>& planned = {});

/// One page of all reports of a shopper that were decided in a month (in the local time of each decision); nothing
/// where there is no such report. Throws LabelledError for an unknown shopper.
[[nodiscard]] std::optional<FeedbackPage> month_page(Workspace& workspace, const std::string& shopper_id,
                                                     std::chrono::year_month month,
                                                     const FeedbackFileOptions& options = {});

/// The months in which a shopper's reports were decided, latest first. Throws LabelledError for an unknown shopper.
[[nodiscard]] std::vector<std::chrono::year_month> feedback_months(Workspace& workspace, const std::string& shopper_id);

/// The page as a mail. Throws LabelledError where the shopper or the agency's sender is unknown; addresses are looked
/// at by eml_of.
[[nodiscard]] Mail mail_of(Workspace& workspace, const FeedbackPage& page, const FeedbackWords& words);

/// Writes `<report_id>-r<revision>` with `.html`, `.txt`, `.eml` and `.pdf` into a folder (created when absent), for
/// the named reports or, with none named, for every one in scope. Throws std::runtime_error when a file cannot be
/// written, a report is unknown, or a mail lacks an address.
FeedbackFiles write_feedback(Workspace& workspace, const std::vector<std::string>& report_ids,
                             const std::filesystem::path& folder, const FeedbackFileOptions& options = {});

/// Writes the page of a month (month_page) as `<shopper_id>-2026-06` with the endings above; none where there is no
/// such page. Throws like both.
FeedbackFiles write_month(Workspace& workspace, const std::string& shopper_id, std::chrono::year_month month,
                          const std::filesystem::path& folder, const FeedbackFileOptions& options = {});

/// `2026-06`.
[[nodiscard]] std::string text_of(std::chrono::year_month month);
/// The month of such a text; throws LabelledError for anything else.
[[nodiscard]] std::chrono::year_month month_from(const std::string& text);

}  // namespace relis::review
