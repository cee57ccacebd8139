#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/words_file.h"
#include "review/report_details.h"
#include "review/sheet_pages.h"
#include "review/shopper_file.h"
#include "review/workspace.h"

namespace relis::app {

/// What a shopper gets for a report or a month, laid out in every form. Without a page: there is nothing to be told.
struct FeedbackPreview {
    enum class Standing {
        decided,           ///< as it is sent
        planned,           ///< as it would be with the decision that is being written
        undecided,         ///< as it would be now
        draft_to_correct,  ///< of a draft: what to correct before it is submitted
        draft_ready        ///< of a draft: it may be submitted as it is
    };
    std::string stem;  ///< of files: `R-000123-r1`
    Standing standing = Standing::undecided;
    std::string from;  ///< `Relis <agence@example.org>`; empty where the agency's words name nobody
    std::string to;
    std::string subject;
    std::vector<review::PageDrawing> pages;  ///< of the PDF
    std::string pdf;
    std::string text;  ///< French, as in the e-mail
    std::string html;  ///< one page of its own
    std::string mail;  ///< RFC 5322; empty where none can be made
    Label no_mail;     ///< why
};

/// A draft that a shopper has not submitted yet.
struct DraftFile {
    std::filesystem::path file;           ///< JSON, as `relis precheck` reads it; its attachments lie beside it
    std::filesystem::path questionnaire;  ///< a file; empty: the database's
};

/// What the windows about a shopper ask of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class ShopperDesk {
  public:
    ShopperDesk() = default;
    ShopperDesk(const ShopperDesk&) = delete;
    ShopperDesk& operator=(const ShopperDesk&) = delete;
    virtual ~ShopperDesk() = default;

    [[nodiscard]] virtual review::ShopperFile file(const std::string& shopper_id) = 0;
    /// With a planned decision: as if it had been made.
    [[nodiscard]] virtual FeedbackPreview feedback(const std::string& report_id,
                                                   const std::optional<review::DecisionRecord>& planned) = 0;
    /// All that was decided of a shopper's in one month, on one page.
    [[nodiscard]] virtual FeedbackPreview month(const std::string& shopper_id, std::chrono::year_month month) = 0;
    /// The agency's criteria run on a draft; nothing is stored. Its preview has no mail.
    [[nodiscard]] virtual FeedbackPreview draft(const DraftFile& draft) = 0;
    /// The months that have such a page, latest first.
    [[nodiscard]] virtual std::vector<std::chrono::year_month> months(const std::string& shopper_id) = 0;
};

/// The desk that works on a real workspace, in those words; both have to outlive it.
[[nodiscard]] std::unique_ptr<ShopperDesk> make_shopper_desk(review::Workspace& workspace, const WordsFile& words);

}  // namespace relis::app
