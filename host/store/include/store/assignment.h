#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "store/database.h"
#include "store/roster.h"

// What choosing a shopper for a mission asks of the roster, and the whole roster read in one go for it. Writing goes
// through store/batch.h.
namespace relis::store {

/// Degrees; north and east are positive.
struct Coordinates {
    double latitude = 0;   ///< −90 to 90
    double longitude = 0;  ///< −180 to 180
    bool operator==(const Coordinates&) const = default;
};

/// Days on which a shopper takes no mission, the first and the last included.
struct Absence {
    std::string from;  ///< `2026-06-16`
    std::string to;
    bool operator==(const Absence&) const = default;
};

/// What a person of the agency noted of a shopper's professionalism.
struct ProfessionalismNote {
    std::string on;  ///< `2026-06-16`
    NoteKind kind = NoteKind::neutral;
    std::string reason;
    bool operator==(const ProfessionalismNote&) const = default;
};

/// What a shopper declared, and what the agency noted of him.
struct ShopperProfile {
    std::optional<Coordinates> home;
    std::vector<std::string> weekdays;       ///< `mon` … `sun` on which he takes missions; empty: every day
    std::vector<Absence> absences;           ///< in the order of the roster
    std::vector<std::string> acquaintances;  ///< ids of sites where he knows somebody
    std::vector<ProfessionalismNote> notes;  ///< in the order of the roster
    bool operator==(const ShopperProfile&) const = default;
};

/// Where a site is, and what its visitor must speak.
struct SitePlace {
    std::optional<Coordinates> at;
    std::vector<std::string> languages;  ///< beside the programme's language; empty: no other
    bool operator==(const SitePlace&) const = default;
};

/// The profile of a shopper with the notes that people entered since (conduct.h), the place of a site; an empty one
/// where none was given.
[[nodiscard]] ShopperProfile load_profile(Database& database, const std::string& shopper_id);
[[nodiscard]] SitePlace load_site_place(Database& database, const std::string& site_id);

struct CandidateRecord {
    Shopper shopper;
    ShopperProfile profile;
    std::optional<Reliability> rating;  ///< the latest
};

struct DecisionFact {
    std::string shopper_id;
    std::string programme;
    Decision decision = Decision::accept;
    std::optional<Decision> recommended;
};

// Whole tables, each row handed to `use`, which must not call the database.

/// Every shopper, by id, with the notes as in load_profile.
void for_each_candidate(Database& database, const std::function<void(CandidateRecord&&)>& use);
/// Every mission that is open or was closed at `since` or later, in no order; without those that were given to somebody
/// and taken back.
void for_each_mission(Database& database, const Moment& since, const std::function<void(Mission&&)>& use);
/// Every site with its place, by id.
void for_each_site(Database& database, const std::function<void(SiteRecord&&, SitePlace&&)>& use);
/// Every decision taken at `since` or later that stands, oldest first.
void for_each_decision(Database& database, const Moment& since, const std::function<void(DecisionFact&&)>& use);

}  // namespace relis::store
