#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/background.h"
#include "app/drafts.h"
#include "app/notifier.h"
#include "app/report_desk.h"
#include "app/report_model.h"

namespace relis::app {

/// What a reviewer is writing about the open report, while it can still be edited.
struct JudgementDraft {
    enum class Kind {
        dismissal,  ///< of a finding: scope and reason
        score,      ///< in place of the machine's: criterion, score and reason
        waiver,     ///< of the vetoes: reason
        text        ///< of an answer in the client's copy: text
    };
    Kind kind = Kind::dismissal;
    std::optional<std::size_t> finding;  ///< index of ReportPage::findings
    review::DismissalScope scope = review::DismissalScope::here;
    std::string criterion;
    double score = 0;
    std::string reason;
    std::string question;
    std::string text;
    std::int64_t base = 0;  ///< the edit that the text was made from
};

/// Judging the machine's findings and scores of the open report, and correcting the copy that goes to the client. What
/// is allowed is the review layer's matter: it refuses, and the model passes the refusal on. Everything can be taken
/// back while the report lies open. Lives on the interface thread; works off it.
class JudgingModel {
  public:
    enum class News {
        draft,     ///< a draft was opened or closed
        changed,   ///< work began or ended, or another report lies open
        recorded,  ///< done() says what; the report is being loaded again
        refused    ///< see refusal(); the draft stays
    };
    /// What was recorded last.
    enum class Done { none, dismissed, restored, scored, score_restored, waived, corrected, taken_back, edited, reset };

    /// All outlive the model.
    JudgingModel(ReportDesk& desk, Background& background, ReportModel& report, Drafts& drafts);

    /// The open report waits for a person and nothing is being recorded.
    [[nodiscard]] bool can_judge() const;
    [[nodiscard]] bool busy() const { return request_.waiting(); }

    // Whether the same-named function would do something now
    [[nodiscard]] bool can_dismiss() const;
    [[nodiscard]] bool can_correct(std::size_t suggestion = 0) const;
    [[nodiscard]] bool can_take_back() const;
    [[nodiscard]] bool can_waive() const;
    [[nodiscard]] bool can_edit() const { return can_judge() && edited_question().has_value(); }

    /// Opens a draft: the current finding is to be set aside. What was typed about it before comes back.
    void dismiss();
    /// Opens a draft: a score in place of the machine's; empty: the first criterion.
    void override_score(const std::string& criterion = {});
    /// Opens a draft: the report passes its vetoes.
    void waive();
    /// Opens a draft: the answer of the current finding, else the first that was edited or has a comment.
    void edit_answer(const std::string& question = {});

    /// Puts the current finding's suggestion of that number, from 0, into the client's copy and goes to the next
    /// finding.
    void correct(std::size_t suggestion = 0);
    /// The current finding stands again where it was set aside; else its passage reads as submitted again.
    void take_back();
    /// Lets the machine's score stand again.
    void restore_score(const std::string& criterion);
    /// Lets an answer of the client's copy read as submitted.
    void reset_answer(const std::string& question);

    [[nodiscard]] const std::optional<JudgementDraft>& draft() const { return draft_; }
    /// Opens a draft that is kept, as Drafts has it; false where it is not about the open report as it is now.
    bool reopen(const DraftFields& kept);
    /// Keeps what was typed so far, on disk too, without news.
    void edit(JudgementDraft draft);
    /// Closes the draft; what was typed comes back with the next one of its kind, also after another report or another
    /// start.
    void close_draft();
    /// Records the draft.
    void confirm();

    /// Something was recorded on the open report that can be taken back.
    [[nodiscard]] bool can_undo() const { return undo_ != nullptr && can_judge(); }
    void undo();

    [[nodiscard]] Done done() const { return done_; }
    /// By the review layer: what is wrong and what to do.
    [[nodiscard]] const Label& refusal() const { return refusal_; }
    /// Reasons given in this session, the latest first.
    [[nodiscard]] const std::vector<std::string>& reasons() const { return reasons_; }

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    struct Outcome {
        bool recorded = false;
        std::int64_t id = 0;
        Label refusal;
    };
    using Job = std::function<Outcome(ReportDesk&)>;
    /// What takes the last work back, made of the report as it lies open then.
    using Undo = std::function<Job(const ReportPage& page)>;

    void on_report(ReportModel::News news);
    [[nodiscard]] const ShownFinding* current() const;
    [[nodiscard]] std::optional<std::string> edited_question() const;
    void open(JudgementDraft draft);
    void run(Job job, Done done, std::function<Undo(std::int64_t id)> undo, bool advance);
    void refuse(const Label& why);
    void remember(const std::string& reason);
    void confirm_dismissal();
    void confirm_score();
    void confirm_waiver();
    void confirm_text();

    ReportDesk& desk_;
    Background& background_;
    ReportModel& report_;
    Drafts& drafts_;
    std::optional<JudgementDraft> draft_;
    std::string report_id_;
    Undo undo_;
    Done done_ = Done::none;
    bool advance_ = false;
    Label refusal_;
    std::vector<std::string> reasons_;
    Notifier<News> notifier_;
    Request request_;
    Notifier<ReportModel::News>::Subscription report_news_;
};

}  // namespace relis::app
