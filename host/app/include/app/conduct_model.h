#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <wx/string.h>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "review/conduct.h"
#include "review/shopper_file.h"
#include "review/workspace.h"

namespace relis::app {

/// What the window of a shopper's conduct asks of the review layer. May block: call it off the interface thread.
/// Thread-safe. Errors: std::runtime_error with a message for people.
class ConductDesk {
  public:
    ConductDesk() = default;
    ConductDesk(const ConductDesk&) = delete;
    ConductDesk& operator=(const ConductDesk&) = delete;
    virtual ~ConductDesk() = default;

    [[nodiscard]] virtual review::ShopperLog log(const std::string& shopper_id) = 0;
    /// All of the shopper's, the newest first.
    [[nodiscard]] virtual std::vector<review::ShopperReport> reports(const std::string& shopper_id) = 0;
    [[nodiscard]] virtual review::ConductResult note(const std::string& shopper_id, NoteKind kind,
                                                     const std::string& reason) = 0;
    [[nodiscard]] virtual review::ConductResult take_back_note(std::int64_t note) = 0;
    [[nodiscard]] virtual review::ConductResult confirm(const std::string& report_id, Misconduct kind,
                                                        const std::string& reason) = 0;
    [[nodiscard]] virtual review::ConductResult take_back(const std::string& report_id) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<ConductDesk> make_conduct_desk(review::Workspace& workspace);

/// What people note and confirm of one shopper, and why his rating is what it is. Lives on the interface thread; works
/// off it.
class ConductModel {
  public:
    enum class News {
        log,    ///< log() and reports() are known anew, or unknown again
        done,   ///< what a person said is kept, or taken back
        failed  ///< see error()
    };

    /// `desk` and `background` outlive the model.
    ConductModel(ConductDesk& desk, Background& background) : desk_(desk), background_(background) {}

    void open(const std::string& shopper_id);
    void refresh();
    [[nodiscard]] const std::string& shopper_id() const { return shopper_id_; }
    /// Null until it has been loaded.
    [[nodiscard]] const review::ShopperLog* log() const { return log_ ? &*log_ : nullptr; }
    /// All reports of the shopper, the newest first; empty until they have been loaded.
    [[nodiscard]] const std::vector<review::ShopperReport>& reports() const { return reports_; }
    /// The id of the shopper's report that a person means by a text: its number, alone or before a comma, whichever its
    /// case. Empty: none of his.
    [[nodiscard]] std::string report_meant(const std::string& text) const;
    /// How the rating moved with `log()->ratings[row]`; absent: the oldest that is known.
    [[nodiscard]] std::optional<double> change(std::size_t row) const;

    /// Each needs a reason. Nothing while work is under way.
    void note(NoteKind kind, const std::string& reason);
    void confirm(const std::string& report_id, Misconduct kind, const std::string& reason);
    /// By the row in the log's list. A note of the roster, and what was taken back before, cannot be.
    void take_back_note(std::size_t row);
    void take_back_misconduct(std::size_t row);
    [[nodiscard]] bool working() const { return work_.waiting(); }

    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    template <class Work>
    void work(Work work);
    bool lacks(const std::string& reason);
    void fail(const Label& what);

    ConductDesk& desk_;
    Background& background_;
    std::string shopper_id_;
    std::optional<review::ShopperLog> log_;
    std::vector<review::ShopperReport> reports_;
    Label error_;
    Notifier<News> notifier_;
    Request request_;
    Request work_;
};

/// What changed a rating, by the action of the log: `report accepted`; in the interface's language.
[[nodiscard]] wxString cause_of(const std::string& action);

/// What the change is about, in the interface's language: `R-000101`, `appeal 4`.
[[nodiscard]] wxString about_of(const review::RatingChange& change);

/// The pages of the window, in its order.
enum class ConductPage { ratings, notes, misconduct };

/// What a page with nothing in it is for and how something comes there; empty where it has rows.
[[nodiscard]] wxString emptiness(const review::ShopperLog& log, ConductPage page);

}  // namespace relis::app
