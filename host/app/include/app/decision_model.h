#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/background.h"
#include "app/desk.h"
#include "app/drafts.h"
#include "app/notifier.h"
#include "app/report_page.h"
#include "app/rework_terms_model.h"

namespace relis::app {

/// What a reviewer is about to decide, while it can still be edited.
struct DecisionDraft {
    Decision decision = Decision::accept;
    std::string reason;
    std::string message;
    std::optional<Moment> new_due_at;  ///< of a rework
    std::string due_half_written;      ///< the new due time as it stands while it is no moment yet; else empty
    bool left_out = false;             ///< of an acceptance: the client's figures leave the visit out
    std::string assign_to;             ///< of a reassignment: the shopper who is given the mission; empty: nobody yet
};

/// A decision that was recorded and may be taken back.
struct RecordedDecision {
    std::string report_id;
    Decision decision = Decision::accept;
    std::vector<std::string> others;  ///< reports that were decided in the same step; taken back with it
};

/// Deciding on the report that lies open. What a decision must satisfy is the review layer's matter: it refuses, and
/// the model passes the refusal on. Lives on the interface thread; decides off it.
class DecisionModel {
  public:
    enum class News {
        changed,   ///< another report, or deciding began or ended
        draft,     ///< a draft was opened or closed
        recorded,  ///< last() was recorded
        others,    ///< others() is known
        undone,    ///< undone() was taken back
        refused    ///< see refusal(); the draft stays
    };

    /// All outlive the model.
    DecisionModel(Desk& desk, Background& background, Drafts& drafts);

    /// The report to decide on; null: none. A draft of another report is kept for when that one comes back.
    void show(std::shared_ptr<const ReportPage> page);

    /// A report is shown that waits for a person, and nothing is being recorded.
    [[nodiscard]] bool can_decide() const;
    [[nodiscard]] bool busy() const { return request_.waiting(); }
    /// Whether a reason has to be given, since the decision departs from the recommendation.
    [[nodiscard]] bool needs_reason(Decision decision) const;

    /// Accepts at once where that follows the recommendation; opens a draft to be confirmed otherwise.
    void choose(Decision decision);
    /// Opens the draft of that decision where one is kept; false where not.
    bool reopen(Decision decision);
    /// Opens the draft of an acceptance that the client's figures leave out, with what was typed before.
    void leave_out();
    /// What is agreed when the report is sent back.
    [[nodiscard]] ReworkTermsModel& rework() { return rework_; }
    [[nodiscard]] const std::optional<DecisionDraft>& draft() const { return draft_; }
    /// The draft's message; as long as nobody edited a rework's, it follows what is asked. REQUIRES: draft().
    [[nodiscard]] std::string message_of_draft();
    /// To whom a mission that is reassigned could be given, best first; asked for when the draft is opened.
    [[nodiscard]] const std::vector<review::MissionCandidate>& others() const { return others_; }
    /// Keeps what was typed so far, on disk too, without news; of a rework with what rework() says.
    void edit(DecisionDraft draft);
    /// Closes the draft; what was typed comes back with the next choose() of the same decision, also after another
    /// start.
    void close_draft();
    /// Records the draft.
    void confirm();

    [[nodiscard]] bool can_undo() const { return !recorded_.empty() && !busy(); }
    /// The last decision of this session that stands. REQUIRES: can_undo().
    [[nodiscard]] const RecordedDecision& last() const { return recorded_.back(); }
    /// Takes last() back, with all that was decided in the same step.
    void undo();
    /// Remembers what was decided elsewhere, to be taken back in its turn.
    void remember(RecordedDecision recorded);
    [[nodiscard]] const std::string& undone() const { return undone_; }
    /// How many reports undo() brought back.
    [[nodiscard]] std::size_t undone_count() const { return undone_count_; }
    /// English, by the review layer: what and what next.
    [[nodiscard]] const Label& refusal() const { return refusal_; }

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void record(const DecisionDraft& draft);
    void open(DecisionDraft draft);
    [[nodiscard]] std::string key_of_draft(Decision decision) const;
    void ask_for_others();
    void refuse(const Label& why);

    Desk& desk_;
    Background& background_;
    Drafts& drafts_;
    std::shared_ptr<const ReportPage> page_;
    std::optional<DecisionDraft> draft_;
    ReworkTermsModel rework_;
    std::vector<RecordedDecision> recorded_;
    std::string undone_;
    std::size_t undone_count_ = 0;
    Label refusal_;
    std::vector<review::MissionCandidate> others_;
    Notifier<News> notifier_;
    Request request_;
    Request others_request_;
};

}  // namespace relis::app
