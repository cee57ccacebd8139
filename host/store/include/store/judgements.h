#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/moment.h>

#include "store/database.h"
#include "store/page.h"

// What people say of the machine's work: findings set aside, vetoes waived, scores given in place of the machine's.
// Nothing is deleted: taking one back marks it. Every move appends an event to the report's log.
namespace relis::store {

/// How far a dismissed finding reaches.
enum class DismissalScope {
    here,  ///< this passage of this revision
    rule,  ///< every finding of the rule in the programme
    word   ///< every finding of the rule on the same passage, everywhere
};

/// The stable name used in JSON and in the database.
[[nodiscard]] std::string_view to_string(DismissalScope scope);
/// The scope of that stable name, or nothing.
[[nodiscard]] std::optional<DismissalScope> dismissal_scope_from(std::string_view name);

/// A finding that a person set aside.
struct Dismissal {
    /// dismissed: the finding is wrong, or of no use here. waived: it is right, and the report passes all the same.
    enum class Kind { dismissed, waived };

    std::int64_t id = 0;  ///< set by the store
    Kind kind = Kind::dismissed;
    DismissalScope scope = DismissalScope::here;
    std::string report_id;  ///< where it was dismissed
    int revision = 1;
    std::string programme;  ///< set by the store from the report
    std::string plugin;
    std::string rule;
    std::string category;  ///< its stable name
    std::string question;  ///< empty: the whole report
    std::string word;      ///< the passage as the caller folds it; empty: the answer as a whole
    std::string message;   ///< what the finding said
    std::string user;
    std::string reason;
    Moment at;
    std::string withdrawn_by;  ///< empty: it stands
    std::optional<Moment> withdrawn_at;
    std::int64_t appeal_id = 0;  ///< the appeal that caused it; 0: none
    bool operator==(const Dismissal&) const = default;
};

/// Keeps a dismissal, with its event; returns its id. Throws Error not_found for an unknown revision.
std::int64_t save_dismissal(Database& database, const Dismissal& dismissal);

/// Takes a dismissal back, with an event. False where there is none of that id that stands.
bool withdraw_dismissal(Database& database, std::int64_t id, const std::string& user, const Moment& at);

[[nodiscard]] std::optional<Dismissal> load_dismissal(Database& database, std::int64_t id);

/// Those of scope `here` that stand on a revision, oldest first.
[[nodiscard]] std::vector<Dismissal> dismissals_here(Database& database, const std::string& report_id, int revision);

/// Those of wider scope that stand and reach a programme's reports, oldest first.
[[nodiscard]] std::vector<Dismissal> wide_dismissals(Database& database, const std::string& programme);

/// All dismissals, those taken back too, oldest first.
[[nodiscard]] Page<Dismissal> list_dismissals(Database& database, const PageRequest& page = {});

/// How often people set findings of one rule aside.
struct DismissedRule {
    std::string plugin;
    std::string rule;
    std::size_t dismissed = 0;  ///< dismissals that stand, waivers not counted
    std::size_t reports = 0;    ///< of how many reports
    std::size_t wide = 0;       ///< of them, those for a programme or everywhere
    std::size_t found = 0;      ///< findings of the rule in revisions that a person has decided
    std::int64_t last = 0;      ///< id of the latest
    std::string last_reason;    ///< of the latest
    bool operator==(const DismissedRule&) const = default;
};

/// The rules whose findings people set aside, the most often dismissed first; a programme (empty: all) narrows it.
/// Takes time in proportion to the decided reports.
[[nodiscard]] std::vector<DismissedRule> dismissed_rules(Database& database, const std::string& programme = {});

/// A score that a person gave in place of the machine's.
struct ScoreOverride {
    std::int64_t id = 0;  ///< set by the store
    std::string report_id;
    int revision = 1;
    std::string plugin;             ///< the criterion
    std::optional<double> machine;  ///< the machine's score at the time; absent: it had not judged
    double score = 0;               ///< 0–5
    std::string user;
    std::string reason;
    Moment at;
    std::string withdrawn_by;  ///< empty: it stands
    std::optional<Moment> withdrawn_at;
    std::int64_t appeal_id = 0;  ///< the appeal that caused it; 0: none
    bool operator==(const ScoreOverride&) const = default;
};

/// Keeps a score in place of the one before (which is marked as withdrawn), with its event; returns its id. Throws
/// Error not_found for an unknown revision.
std::int64_t save_score_override(Database& database, const ScoreOverride& score);

/// Takes the score that stands back, with an event. False where none does.
bool withdraw_score_override(Database& database, const std::string& report_id, int revision, const std::string& plugin,
                             const std::string& user, const Moment& at);

/// The scores that stand on a revision, in the order of their plugins.
[[nodiscard]] std::vector<ScoreOverride> score_overrides(Database& database, const std::string& report_id,
                                                         int revision);

/// All scores that stand, oldest first.
[[nodiscard]] Page<ScoreOverride> list_score_overrides(Database& database, const PageRequest& page = {});

}  // namespace relis::store
