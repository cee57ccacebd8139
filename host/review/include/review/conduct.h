#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "review/workspace.h"

// What people note and confirm of a shopper, and what changed his rating. Each needs a reason, is in the log with who
// did it, rates him anew at once, and can be taken back. Unknown shoppers and reports: an exception that says so.
namespace relis::review {

struct ConductResult {
    bool done = false;
    std::int64_t id = 0;  ///< of the note
    Label refusal;        ///< empty texts: done
};

/// A note of professionalism. The rating and the ranking of candidates count it.
ConductResult note_shopper(Workspace& workspace, const std::string& shopper_id, NoteKind kind,
                           const std::string& reason);
ConductResult take_back_note(Workspace& workspace, std::int64_t note);

/// A person confirms that a report is copied or invented. What a plugin flags never counts by itself.
ConductResult confirm_misconduct(Workspace& workspace, const std::string& report_id, Misconduct kind,
                                 const std::string& reason);
ConductResult take_back_misconduct(Workspace& workspace, const std::string& report_id);

struct EnteredNote {
    std::int64_t id = 0;  ///< 0: came with the roster
    NoteKind kind = NoteKind::neutral;
    std::string reason;
    std::string user;  ///< empty: not known
    Moment at;
    bool stands = true;
};
struct ConfirmedReport {
    std::string report_id;
    Misconduct kind = Misconduct::copying;
    std::string reason;
    std::string user;
    Moment at;
    bool stands = true;
};
/// Why a rating is what it is: each with what caused it.
struct RatingChange {
    Moment at;
    double value = 0;
    double uncertainty = 0;
    std::string action;  ///< of the log: `accept`, `surplus`, `uphold`, `note`, `cancel`, …; empty: import
    std::string subject;  ///< the report, mission, shopper or version of the agency's criteria that it was about
    std::string user;
    std::string reason;
};
struct ShopperLog {
    std::vector<RatingChange> ratings;  ///< the latest first
    std::vector<EnteredNote> notes;     ///< oldest first, taken back ones too
    std::vector<ConfirmedReport> misconduct;
};
/// At most `most` ratings.
[[nodiscard]] ShopperLog shopper_log(Workspace& workspace, const std::string& shopper_id, int most = 50);

/// Stable JSON for other programs, as review/json.h.
[[nodiscard]] std::string to_json(const ShopperLog& log);

}  // namespace relis::review
