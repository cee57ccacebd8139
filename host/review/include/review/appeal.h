#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <relis/moment.h>

namespace relis::review {

/// What a shopper contests.
enum class AppealSubject {
    score,    ///< of a criterion
    finding,  ///< one, by plugin, rule and place
    decision  ///< that the report was sent back or reassigned
};
/// `score`, `finding`, `decision`
[[nodiscard]] std::string_view to_string(AppealSubject subject);
[[nodiscard]] std::optional<AppealSubject> appeal_subject_from(std::string_view name);

/// Where an appeal stands; who moves it where stands in host/store/README.md.
enum class AppealState { open, taken, upheld, partly_upheld, dismissed, withdrawn };
/// The stable name used in JSON and in the database.
[[nodiscard]] std::string_view to_string(AppealState state);
[[nodiscard]] std::optional<AppealState> appeal_state_from(std::string_view name);

/// A shopper's objection, and what became of it.
struct Appeal {
    std::int64_t id = 0;
    std::string report_id;
    int revision = 1;
    std::int64_t decision_id = 0;  ///< the decision that stood when it came
    std::string shopper_id;
    std::string shopper_name;
    std::string programme;  ///< id
    AppealSubject subject = AppealSubject::score;
    std::string plugin;    ///< of a score or a finding
    std::string rule;      ///< this and the next three name a finding
    std::string question;  ///< empty: the whole report
    std::size_t start = 0;
    std::size_t end = 0;
    std::string passage;                 ///< the words that the finding covers; may be empty
    std::string message;                 ///< what the finding said
    std::optional<double> score_before;  ///< of the plugin when the appeal came; absent: not judged
    std::optional<double> score_after;   ///< after an appeal that was upheld
    std::string text;                    ///< the shopper's words
    std::string entered_by;
    Moment filed_at;
    std::string late_reason;  ///< why it was taken though it came after its time; empty: it came in time
    Moment due_at;
    bool overdue = false;  ///< it waits, and its answer was due
    AppealState state = AppealState::open;
    std::string handler;                ///< who has it in hand, or answered it
    std::optional<Moment> taken_until;  ///< of a taken one
    std::string answer;                 ///< what the shopper is told
    std::optional<Moment> closed_at;
    bool overturned = false;         ///< the decision fell with it, and its report awaits another
    bool has_earlier_sheet = false;  ///< the feedback as it was before the answer is kept

    /// Whether its shopper is owed the answer: upheld, partly upheld or dismissed.
    [[nodiscard]] bool answered() const {
        return state == AppealState::upheld || state == AppealState::partly_upheld || state == AppealState::dismissed;
    }
    bool operator==(const Appeal&) const = default;
};

/// How often shoppers contest a rule, and are right. Withdrawn appeals do not count.
struct AppealedRule {
    std::string programme;  ///< empty: all together
    std::string plugin;     ///< empty: decisions
    std::string rule;       ///< empty: the score as such
    std::size_t appeals = 0;
    std::size_t waiting = 0;
    std::size_t upheld = 0;  ///< in full or in part
    std::size_t partly = 0;  ///< of them, in part
    std::size_t dismissed = 0;
    std::optional<double> share;  ///< upheld of those answered, 0–1; absent: none is answered
    std::string last_answer;      ///< of the latest that was upheld
};

}  // namespace relis::review
