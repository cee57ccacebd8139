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
