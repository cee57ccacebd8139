#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>

#include "store/database.h"

// The copy of a report that goes to the client, where people corrected it. What the shopper submitted is never touched:
// an edited answer stands beside it. Every editing is kept, the latest one of an answer stands.
namespace relis::store {

/// Code points [start, end) of the submitted text that read otherwise in the edited copy.
struct TextChange {
    std::size_t start = 0;
    std::size_t end = 0;
    std::string text;    ///< in their place; empty: left out
    std::string plugin;  ///< whose correction it is; empty: written by hand
    std::string rule;
    std::string user;
    Moment at;
    bool operator==(const TextChange&) const = default;
};

/// One answer after one person's editing.
struct AnswerEdit {
    std::int64_t id = 0;  ///< set by the store
    std::string report_id;
    int revision = 1;
    std::string question;
    std::optional<std::string> text;  ///< the whole answer; absent: set back to what was submitted
    std::vector<TextChange> changes;  ///< by their places, none touching another
    std::string user;
    Moment at;
    bool operator==(const AnswerEdit&) const = default;
};

/// Keeps an edited answer, with its event, and returns its id. `previous` is the id of the edit it was made from (0:
/// from the submitted text): where another one stands by now, nothing is kept and nothing returned, so that two people
/// do not undo each other's work unseen. Throws Error not_found for an unknown revision.
std::optional<std::int64_t> save_answer_edit(Database& database, const AnswerEdit& edit, std::int64_t previous);

/// The edit that stands of each answer of a revision, in the order of the questions' names; one that set an answer back
/// is among them, without a text.
[[nodiscard]] std::vector<AnswerEdit> standing_answer_edits(Database& database, const std::string& report_id,
                                                            int revision);

/// Every edit of a revision, oldest first.
[[nodiscard]] std::vector<AnswerEdit> list_answer_edits(Database& database, const std::string& report_id, int revision);

}  // namespace relis::store
