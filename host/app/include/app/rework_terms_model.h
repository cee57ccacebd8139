#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <relis/moment.h>

#include "app/drafts.h"
#include "app/report_page.h"
#include "review/rework.h"

namespace relis::app {

/// One thing that may be asked of the shopper.
struct OfferedReason {
    review::ReworkReason reason;  ///< with its words
    bool chosen = false;
    std::string question;  ///< its label; empty: the report as a whole
    std::string quote;     ///< the passage meant; empty: none
};

/// What is agreed when the open report is sent back: reasons chosen from its findings and the agency's library or
/// written, a reminder, what follows silence. What was chosen comes back with the report. No database, no display.
class ReworkTermsModel {
  public:
    /// The report that lies open; null: none.
    void show(std::shared_ptr<const ReportPage> page);
    /// A report was decided: what was chosen for it is forgotten.
    void forget(const std::string& report_id);
    /// All that is agreed so far, own words that are not added yet among it, to be kept with the draft of the decision.
    [[nodiscard]] DraftFields fields() const;
    /// As fields() told it, on the findings that the open report has now: what was chosen and is none of them any more
    /// stays as it was written. Without such fields everything is as for a report that nobody touched.
    void restore(const DraftFields& fields);

    /// Findings that the recommendation rests on first, chosen (of a score as a whole the five that cost most), then
    /// every other one that stands, then what was added. Reasons that rest on no finding are the reviewer's alone.
    [[nodiscard]] const std::vector<OfferedReason>& offered() const { return state().offered; }
    [[nodiscard]] std::size_t chosen() const;
    void choose(std::size_t index, bool chosen);
    /// Adds a reason and chooses it: the reviewer's own words or a remark of the library. False where its text is blank
    /// or it is offered already; then that one is chosen.
    bool add(review::ReworkReason reason);
    /// Own words that are being written, and the question that they are about; empty: the report as a whole.
    void write(const std::string& text, const std::string& question);
    [[nodiscard]] const std::string& written() const { return state().written; }
    [[nodiscard]] const std::string& written_about() const { return state().written_about; }

    [[nodiscard]] bool reminds() const { return state().remind; }
    void remind(bool wanted) { state().remind = wanted; }
    /// When the shopper is reminded; by default when a quarter of the time is left.
    [[nodiscard]] Moment reminder(const Moment& now, const Moment& due) const;
    void remind_at(const Moment& at) {
        state().remind_at = at;
        state().reminder_half_written.clear();
    }
    /// The reminder as it stands while it is no moment yet; else empty.
    [[nodiscard]] const std::string& reminder_half_written() const { return state().reminder_half_written; }
    void write_reminder(const std::string& text) { state().reminder_half_written = text; }
    [[nodiscard]] review::Unanswered unanswered() const { return state().unanswered; }
    void agree(review::Unanswered unanswered) { state().unanswered = unanswered; }

    /// What is recorded with the decision. Where nothing is chosen, the reasons are left to the recommendation.
    [[nodiscard]] review::ReworkTerms terms() const;
    /// The message to the shopper that asks for what is chosen.
    [[nodiscard]] std::string compose();
    /// The message that follows what is chosen, where the present one was not edited: it is `prefilled` or the last
    /// composed one. Nothing: it stays.
    [[nodiscard]] std::optional<std::string> follow(const std::string& present, const std::string& prefilled);

  private:
    struct State {
        std::vector<OfferedReason> offered;
        bool touched = false;  ///< somebody chose, or added one
        bool remind = true;
        std::optional<Moment> remind_at;
        std::string reminder_half_written;
        review::Unanswered unanswered = review::Unanswered::reassign;
        std::string composed;
        std::string written;
        std::string written_about;
    };
    [[nodiscard]] State& state() { return *state_; }
    [[nodiscard]] const State& state() const { return *state_; }
    [[nodiscard]] std::vector<review::ReworkReason> chosen_reasons() const;
    /// Each with whether it was chosen.
    void restore_reasons(const std::vector<std::pair<review::ReworkReason, bool>>& kept);

    std::shared_ptr<const ReportPage> page_;
    std::map<std::pair<std::string, int>, State> states_;  ///< by report and revision
    State none_;
    State* state_ = &none_;
};

}  // namespace relis::app
