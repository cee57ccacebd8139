#pragma once

#include <chrono>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>
#include <relis/reliability.h>

#include "intake/problem.h"

/// The roster, `relis.roster/1`: who visits what for whom, and what was done before.
namespace relis::intake {

/// Degrees; north and east are positive.
struct RosterCoordinates {
    double latitude = 0;   ///< −90 to 90
    double longitude = 0;  ///< −180 to 180
    bool operator==(const RosterCoordinates&) const = default;
};

/// Days on which a shopper takes no mission, the first and the last included.
struct RosterAbsence {
    std::chrono::year_month_day from;
    std::chrono::year_month_day to;
    bool operator==(const RosterAbsence&) const = default;
};

/// What the agency noted of a shopper's professionalism.
struct RosterNote {
    std::chrono::year_month_day on;
    std::string note;  ///< `positive`, `neutral` or `negative`
    std::string reason;
    bool operator==(const RosterNote&) const = default;
};

struct RosterClient {
    std::string id;
    std::string name;
    bool operator==(const RosterClient&) const = default;
};

struct RosterProgramme {
    std::string id;
    std::string client;
    std::string name;
    std::string questionnaire;            ///< `id@version`
    std::string locale = "fr-CA";         ///< `fr-CA` or `fr-FR`
    std::vector<std::string> vocabulary;  ///< names, brands and words that are no fault
    bool operator==(const RosterProgramme&) const = default;
};

struct RosterSite {
    std::string id;
    std::string programme;
    std::string name;
    std::string city;
    std::string region;
    std::optional<RosterCoordinates> at{};
    std::vector<std::string> languages{};  ///< that the visitor must speak beside the programme's
    bool operator==(const RosterSite&) const = default;
};

struct RosterShopper {
    std::string id;
    std::string name;
    std::string email;
    std::string city;
    std::string region;
    std::vector<std::string> languages;
    std::optional<std::chrono::year_month_day> joined_on;
    std::optional<RosterCoordinates> home{};
    std::vector<std::string> weekdays{};  ///< `mon` … `sun` on which he takes missions; empty: every day
    std::vector<RosterAbsence> absences{};
    std::vector<std::string> acquaintances{};  ///< ids of sites where he knows somebody
    std::vector<RosterNote> notes{};
    bool operator==(const RosterShopper&) const = default;
};

/// A mission that is not done yet.
struct RosterMission {
    std::string id;
    std::string programme;
    std::string site;
    std::string shopper_id;
    std::optional<Moment> assigned_at;
    std::optional<Moment> due_at;
    bool operator==(const RosterMission&) const = default;
};

/// A mission that is over.
struct RosterHistory {
    MissionRecord record;
    std::string site;
    std::string shopper_id;
    bool operator==(const RosterHistory&) const = default;
};

struct Roster {
    std::vector<RosterClient> clients;
    std::vector<RosterProgramme> programmes;
    std::vector<RosterSite> sites;
    std::vector<RosterShopper> shoppers;
    std::vector<RosterMission> missions;
    std::vector<RosterHistory> history;
    bool operator==(const Roster&) const = default;
};

struct RosterFile {
    Roster roster;  ///< the entries that hold
    std::vector<RejectedRecord>
        rejected;                   ///< one an entry; the field is `history[12].outcome`, raw is the entry as JSON
    std::vector<Problem> warnings;  ///< fields that are not known
};

/// Reads one `relis.roster/1` object. A bad entry is refused and the others stand; a file that is no such object at
/// all gives one rejected record. Ids are unique within each array. References between files (a site's programme) are
/// not checked here, the store does. Throws FileError.
RosterFile read_roster(const std::filesystem::path& file);
RosterFile read_roster(std::istream& stream, const std::string& name);

}  // namespace relis::intake
