#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "store/database.h"
#include "store/decisions.h"

// What people of the agency note and confirm of a shopper. Each rates him anew in its transaction; what is taken back
// stays, marked.
namespace relis::store {

/// A note of professionalism, as a person entered it. Those of the roster stand in the profile (assignment.h).
struct NoteRecord {
    std::int64_t id = 0;  ///< set by the store
    std::string shopper_id;
    NoteKind kind = NoteKind::neutral;
    std::string reason;
    std::string user;
    Moment at;
    std::string ended_by;  ///< empty: it stands
    std::optional<Moment> ended_at;
    bool operator==(const NoteRecord&) const = default;
};

/// A report that a person confirmed to be copied or invented.
struct MisconductRecord {
    std::int64_t id = 0;  ///< set by the store
    std::string report_id;
    int revision = 1;        ///< the current one at the time; set by the store
    std::string shopper_id;  ///< set by the store
    Misconduct kind = Misconduct::copying;
    std::string reason;
    std::string user;
    Moment at;
    std::string ended_by;  ///< empty: it stands
    std::optional<Moment> ended_at;
    bool operator==(const MisconductRecord&) const = default;
};

struct ConductResult {
    bool done = false;
    std::int64_t id = 0;  ///< of the note or the confirmation
    Label refusal;        ///< empty texts: done
};

/// Keeps a note. Refused without a reason. Throws Error not_found for an unknown shopper.
ConductResult add_note(Database& database, const NoteRecord& note, const RateShopper& rate);
/// Takes a note back. Refused where there is none of that number that stands.
ConductResult take_back_note(Database& database, std::int64_t id, const std::string& user, const Moment& at,
                             const RateShopper& rate);
/// All notes that people entered of a shopper, those taken back too, oldest first.
[[nodiscard]] std::vector<NoteRecord> list_notes(Database& database, const std::string& shopper_id);

/// Confirms misconduct in a report. Refused without a reason, and where it is confirmed already. Throws Error not_found
/// for an unknown report.
ConductResult confirm_misconduct(Database& database, const MisconductRecord& misconduct, const RateShopper& rate);
/// Takes it back. Refused where nothing stands of that report.
ConductResult take_back_misconduct(Database& database, const std::string& report_id, const std::string& user,
                                   const Moment& at, const RateShopper& rate);
/// All of a shopper, what was taken back too, oldest first.
[[nodiscard]] std::vector<MisconductRecord> list_misconduct(Database& database, const std::string& shopper_id);

/// A rating with what caused it, as the log tells.
struct RatingCause {
    std::int64_t rating_id = 0;
    Moment at;
    double value = 0;
    double uncertainty = 0;
    /// `accept`, `undo`, `surplus`, `drop_surplus`, `uphold`, `note`, …: the action of the event, or the intervention;
    /// empty: import or parameters.
    std::string action;
    std::string subject;  ///< the report, mission or shopper that it is about; of an appeal, its report
    std::string user;
    std::string note;  ///< the reason given
    bool operator==(const RatingCause&) const = default;
};
/// A shopper's ratings with their causes, the latest first; at most `most`.
[[nodiscard]] std::vector<RatingCause> rating_causes(Database& database, const std::string& shopper_id, int most = 50);

}  // namespace relis::store
