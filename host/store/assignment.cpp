#include "store/assignment.h"

#include <map>

#include <nlohmann/json.hpp>

#include "database_implementation.h"
#include "encode.h"
#include "profile_rows.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

constexpr const char* profile_types = "rrtttt";
const std::string profile_columns = "p.latitude, p.longitude, p.weekdays, p.absences, p.acquaintances, p.notes";
constexpr const char* place_types = "rrt";
const std::string place_columns = "p.latitude, p.longitude, p.languages";

std::optional<Coordinates> coordinates_of(Row& row) {
    const std::optional<double> latitude = row.optional_real();
    const std::optional<double> longitude = row.optional_real();
    if (!latitude || !longitude) return std::nullopt;
    return Coordinates{*latitude, *longitude};
}

std::optional<double> latitude_of(const std::optional<Coordinates>& at) {
    return at ? std::optional(at->latitude) : std::nullopt;
}
std::optional<double> longitude_of(const std::optional<Coordinates>& at) {
    return at ? std::optional(at->longitude) : std::nullopt;
}

/// The lists of a profile are empty for most shoppers; absent ones come from an outer join.
bool is_empty(const std::string& json) {
    return json.empty() || json == "[]";
}

std::vector<std::string> texts_of(const std::string& json) {
    return is_empty(json) ? std::vector<std::string>{} : decode_texts(json);
}

nlohmann::json parsed(const std::string& json) {
    nlohmann::json list = nlohmann::json::parse(json, nullptr, false);
    if (!list.is_array()) {
        throw Error(
            ErrorKind::not_a_database,
            Label{"Le profil d'un client mystère est abîmé dans la base. Importez de nouveau le fichier de l'agence.",
                  "A shopper's profile in the database is damaged. Import the roster again."});
    }
    return list;
}

std::string encode_absences(const std::vector<Absence>& absences) {
    nlohmann::json list = nlohmann::json::array();
    for (const Absence& absence : absences) list.push_back({absence.from, absence.to});
    return list.dump();
}

std::vector<Absence> decode_absences(const std::string& json) {
    std::vector<Absence> absences;
    if (is_empty(json)) return absences;
    for (const nlohmann::json& entry : parsed(json)) {
        absences.push_back({entry.at(0).get<std::string>(), entry.at(1).get<std::string>()});
    }
    return absences;
}

std::string encode_notes(const std::vector<ProfessionalismNote>& notes) {
    nlohmann::json list = nlohmann::json::array();
    for (const ProfessionalismNote& note : notes) list.push_back({note.on, to_string(note.kind), note.reason});
    return list.dump();
}

std::vector<ProfessionalismNote> decode_notes(const std::string& json) {
    std::vector<ProfessionalismNote> notes;
    if (is_empty(json)) return notes;
    for (const nlohmann::json& entry : parsed(json)) {
        notes.push_back({entry.at(0).get<std::string>(),
                         note_kind_from(entry.at(1).get<std::string>()).value_or(NoteKind::neutral),
                         entry.at(2).get<std::string>()});
    }
    return notes;
}

ShopperProfile profile_of(Row& row) {
    ShopperProfile profile;
    profile.home = coordinates_of(row);
    profile.weekdays = texts_of(row.text());
    profile.absences = decode_absences(row.text());
    profile.acquaintances = texts_of(row.text());
    profile.notes = decode_notes(row.text());
    return profile;
}

SitePlace place_of(Row& row) {
    SitePlace place;
    place.at = coordinates_of(row);
    place.languages = texts_of(row.text());
    return place;
}

/// The notes that people entered and that stand, by shopper, each shopper's in their order; empty id: everybody's.
std::multimap<std::string, ProfessionalismNote> entered_notes(Connection& c, const std::string& shopper_id) {
    std::multimap<std::string, ProfessionalismNote> notes;
    c.each("ttiit",
           "SELECT shopper_id, kind, made_at, made_offset, reason FROM shopper_notes WHERE ended_at IS NULL AND "
           "(:every = '' OR shopper_id = :shopper) ORDER BY id",
           Arguments(shopper_id, shopper_id), [&](Row& row) {
               std::string id = row.text();
               ProfessionalismNote note;
               note.kind = note_kind_from(row.text()).value_or(NoteKind::neutral);
               note.on = format_moment(row.moment()).substr(0, 10);
               note.reason = row.text();
               notes.emplace(std::move(id), std::move(note));
           });
    return notes;
}

}  // namespace

std::optional<ShopperProfile> stored_profile(Connection& connection, const std::string& shopper_id) {
    return connection.first(profile_types,
                            "SELECT " + profile_columns + " FROM shopper_profiles p WHERE p.shopper_id = :id",
                            Arguments(shopper_id), profile_of);
}

std::optional<SitePlace> stored_site_place(Connection& connection, const std::string& site_id) {
    return connection.first(place_types, "SELECT " + place_columns + " FROM site_places p WHERE p.site_id = :id",
                            Arguments(site_id), place_of);
}

void write_profile(Connection& connection, const std::string& shopper_id, const ShopperProfile& profile) {
    connection.run(
        "INSERT INTO shopper_profiles (shopper_id, latitude, longitude, weekdays, absences, acquaintances, notes) "
        "VALUES (:shopper_id, :latitude, :longitude, :weekdays, :absences, :acquaintances, :notes) ON CONFLICT "
        "(shopper_id) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude, weekdays = "
        "excluded.weekdays, absences = excluded.absences, acquaintances = excluded.acquaintances, notes = "
        "excluded.notes",
        Arguments(shopper_id, latitude_of(profile.home), longitude_of(profile.home), encode_texts(profile.weekdays),
                  encode_absences(profile.absences), encode_texts(profile.acquaintances), encode_notes(profile.notes)));
}

void write_site_place(Connection& connection, const std::string& site_id, const SitePlace& place) {
    connection.run(
        "INSERT INTO site_places (site_id, latitude, longitude, languages) VALUES (:site_id, :latitude, :longitude, "
        ":languages) ON CONFLICT (site_id) DO UPDATE SET latitude = excluded.latitude, longitude = "
        "excluded.longitude, languages = excluded.languages",
        Arguments(site_id, latitude_of(place.at), longitude_of(place.at), encode_texts(place.languages)));
}

ShopperProfile load_profile(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) {
        ShopperProfile profile = stored_profile(c, shopper_id).value_or(ShopperProfile{});
        for (const auto& [id, note] : entered_notes(c, shopper_id)) {
            profile.notes.push_back(note);
        }
        return profile;
    });
}

SitePlace load_site_place(Database& database, const std::string& site_id) {
    return read(database, [&](Connection& c) { return stored_site_place(c, site_id); }).value_or(SitePlace{});
}

void for_each_candidate(Database& database, const std::function<void(CandidateRecord&&)>& use) {
    const std::string sql =
        "SELECT s.id, s.name, s.email, s.city, s.region, s.languages, s.joined_on, " + profile_columns +
        ", r.value, r.uncertainty, r.newcomer, r.components FROM shoppers s LEFT JOIN shopper_profiles p ON "
        "p.shopper_id = s.id LEFT JOIN ratings r ON r.id = (SELECT MAX(x.id) FROM ratings x WHERE x.shopper_id = "
        "s.id) ORDER BY s.id";
    read(database, [&](Connection& c) {
        const auto notes = entered_notes(c, {});
        c.each(std::string(shopper_types) + profile_types + "rrit", sql, Arguments(), [&](Row& row) {
            CandidateRecord record;
            record.shopper = shopper_of(row);
            record.profile = profile_of(row);
            const auto [first, last] = notes.equal_range(record.shopper.id);
            for (auto note = first; note != last; ++note) {
                record.profile.notes.push_back(note->second);
            }
            if (const std::optional<double> value = row.optional_real()) {
                Reliability rating;
                rating.value = *value;
                rating.uncertainty = row.real();
                rating.newcomer = row.flag();
                rating.components = decode_components(row.text());
                record.rating = std::move(rating);
            }
            use(std::move(record));
        });
    });
}

void for_each_mission(Database& database, const Moment& since, const std::function<void(Mission&&)>& use) {
    const std::string sql = std::string(select_mission) +
                            " WHERE closed_at IS NULL OR (closed_at >= :since "
                            "AND (outcome <> 'withdrawn' OR submitted_at IS NOT NULL))";
    read(database, [&](Connection& c) {
        c.each(mission_types, sql, Arguments(since.utc.time_since_epoch().count()),
               [&](Row& row) { use(mission_of(row)); });
    });
}

void for_each_site(Database& database, const std::function<void(SiteRecord&&, SitePlace&&)>& use) {
    const std::string sql = "SELECT s.id, s.programme_id, s.name, s.city, s.region, " + place_columns +
                            " FROM sites s LEFT JOIN site_places p ON p.site_id = s.id ORDER BY s.id";
    read(database, [&](Connection& c) {
        c.each(std::string(site_types) + place_types, sql, Arguments(), [&](Row& row) {
            SiteRecord site = site_of(row);
            SitePlace place = place_of(row);
            use(std::move(site), std::move(place));
        });
    });
}

void for_each_decision(Database& database, const Moment& since, const std::function<void(DecisionFact&&)>& use) {
    const std::string sql =
        "SELECT r.shopper_id, r.programme_id, d.decision, d.recommended FROM decisions d JOIN reports r ON r.id = "
        "d.report_id WHERE "
        "d.undone_at IS NULL AND d.decided_at >= :since ORDER BY d.id";
    read(database, [&](Connection& c) {
        c.each("tttt", sql, Arguments(since.utc.time_since_epoch().count()), [&](Row& row) {
            DecisionFact fact;
            fact.shopper_id = row.text();
            fact.programme = row.text();
            fact.decision = decision_from(row.text()).value_or(Decision::accept);
            fact.recommended = decision_from(row.text());
            use(std::move(fact));
        });
    });
}

}  // namespace relis::store
