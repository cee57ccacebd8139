#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "review/queue.h"
#include "review/shoppers.h"
#include "review/tiers.h"

namespace relis::review {

/// A rating as it stood from a moment on.
struct RatingPoint {
    Moment at;
    Reliability reliability;
};

/// How one component moved between the rating before and the present one.
struct RatingMove {
    std::string component;
    Label label;
    std::optional<double> before;  ///< absent: not told by the history, or not a component then
    std::optional<double> after;
};

/// What a person of the agency noted of the shopper: a citation or a reproach, with its reason.
struct ShopperNote {
    enum class Kind { positive, neutral, negative };
    std::string on;  ///< `2026-06-16`
    Kind kind = Kind::neutral;
    std::string reason;
};

/// Days on which the shopper takes no mission, both included.
struct ShopperAbsence {
    std::string from;  ///< `2026-06-16`
    std::string to;
};

/// How a shopper keeps due times, over his finished missions that had one and were submitted.
struct Punctuality {
    std::size_t on_time = 0;
    std::size_t late = 0;
    std::optional<double> mean_hours_late;  ///< of the late ones
};
[[nodiscard]] Punctuality punctuality_of(const std::vector<MissionRecord>& history);

/// A time when a person took the shopper out of the pool, or back into it.
struct StandingChange {
    bool withdrawn = true;  ///< false: taken back
    std::string by;
    Moment at;
    std::string reason;
};

/// Everything the agency knows of a shopper.
struct ShopperFile {
    ShopperCard card;
    std::optional<Tier> tier;               ///< absent: no reliability model tells
    std::vector<StandingChange> standings;  ///< newest first
    std::string joined_on;                  ///< `2022-03-14`; empty: not known
    std::vector<std::string> languages;     ///< `fr`, `en`
    std::vector<RatingPoint> ratings;       ///< oldest first, the latest most_ratings
    std::vector<RatingMove> moves;  ///< components of the present rating against the one before; empty: first one
    Punctuality punctuality;
    std::vector<ShopperNote> notes;        ///< newest first
    std::vector<ShopperAbsence> absences;  ///< in the order of the roster
    std::vector<QueueRow> reports;         ///< newest first, the latest most_reports
    static constexpr std::size_t most_ratings = 200;
    static constexpr std::size_t most_reports = 200;
};

/// Throws std::runtime_error for an unknown id.
[[nodiscard]] ShopperFile load_shopper_file(Workspace& workspace, const std::string& shopper_id);

/// A report, as one finds it again.
struct ShopperReport {
    std::string report_id;
    std::optional<Moment> submitted_at;
    std::string site;  ///< `Marché Beaubien, Montréal`
};
/// All of a shopper's, the newest first. None for an unknown one.
[[nodiscard]] std::vector<ShopperReport> shopper_reports(Workspace& workspace, const std::string& shopper_id);

}  // namespace relis::review
