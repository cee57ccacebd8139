#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "review/appeals.h"
#include "review/report_details.h"
#include "review/workspace.h"

namespace relis::app {

/// How long a report may be contested, and its answer may take.
struct FilingTimes {
    std::optional<Moment> until;  ///< absent: nothing is decided
    bool over = false;            ///< that moment has passed
    int answer_days = 0;
};

/// What recording an appeal asks of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class FilingDesk {
  public:
    FilingDesk() = default;
    FilingDesk(const FilingDesk&) = delete;
    FilingDesk& operator=(const FilingDesk&) = delete;
    virtual ~FilingDesk() = default;

    [[nodiscard]] virtual review::ReportDetails report(const std::string& report_id) = 0;
    [[nodiscard]] virtual FilingTimes times(const std::string& report_id) = 0;
    [[nodiscard]] virtual review::AppealResult file(const review::AppealRequest& request) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<FilingDesk> make_filing_desk(review::Workspace& workspace);

/// Something of a report that its shopper may contest.
struct Contestable {
    review::AppealSubject subject = review::AppealSubject::decision;
    std::string plugin;  ///< of a score or a finding, as are the next four of a finding
    std::string rule;
    std::string question;
    std::size_t start = 0;
    std::string passage;          ///< the words that the finding covers; may be empty
    std::string message;          ///< of the finding, or why that score
    std::optional<double> score;  ///< of a score as it stands, or what the finding cost
    bool contested = false;       ///< an appeal says so already
};

/// The decision where it took something from the shopper, then each criterion's score with its findings. Nothing of
/// what was set aside.
[[nodiscard]] std::vector<Contestable> contestable(const review::ReportDetails& details);

/// Records what a shopper contests, with his words. Lives on the interface thread; works off it.
class FilingModel {
  public:
    enum class News {
        opened,  ///< report() and points() are known, or unknown again
        filed,   ///< recorded as filed()
        failed   ///< see error()
    };

    /// `desk` and `background` outlive the model.
    FilingModel(FilingDesk& desk, Background& background) : desk_(desk), background_(background) {}

    /// Loads a report. What is chosen and written belongs to it: another one begins empty.
    void open(const std::string& report_id);
    /// Null until it has been loaded.
    [[nodiscard]] const review::ReportDetails* report() const { return report_ ? &*report_ : nullptr; }
    [[nodiscard]] const std::vector<Contestable>& points() const { return points_; }

    /// REQUIRES: point < points().size()
    void choose(std::size_t point) { chosen_ = point; }
    [[nodiscard]] std::optional<std::size_t> chosen() const { return chosen_; }
    void write(const std::string& text) { text_ = text; }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const FilingTimes& times() const { return times_; }
    /// Why it is taken though its time is over; counts only where it is.
    void excuse(const std::string& late_reason) { late_reason_ = late_reason; }
    [[nodiscard]] const std::string& late_reason() const { return late_reason_; }

    /// What lacks before it can be recorded; empty texts: nothing.
    [[nodiscard]] Label obstacle() const;
    /// Records it. The report is loaded again, so that a second appeal can follow.
    void send();
    [[nodiscard]] bool working() const { return work_.waiting(); }
    [[nodiscard]] std::int64_t filed() const { return filed_; }
    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void fail(const Label& what);
    void load(const std::string& report_id);

    FilingDesk& desk_;
    Background& background_;
    std::optional<review::ReportDetails> report_;
    std::vector<Contestable> points_;
    std::optional<std::size_t> chosen_;
    std::string text_;
    std::string late_reason_;
    FilingTimes times_;
    std::int64_t filed_ = 0;
    Label error_;
    Notifier<News> notifier_;
    Request request_;
    Request work_;
};

}  // namespace relis::app
