#include "store/roster.h"

#include <map>

#include "database_implementation.h"
#include "encode.h"
#include "paging.h"
#include "profile_rows.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

std::string client_columns() {
    return "id, name";
}

Client client_of(Row& row) {
    return {row.text(), row.text()};
}

template <class Record, class Map>
Page<Record> by_id(Database& database, const PageRequest& page, const std::string& types, const std::string& select,
                   const std::string& condition, const std::optional<std::string>& argument, Map&& map) {
    Arguments arguments;
    if (argument) arguments.add(*argument);
    arguments.add(page.after);
    arguments.add(rows_to_read(page));
    const std::string sql = select + " WHERE " + condition + "id > :after ORDER BY id LIMIT :rows";
    return make_page(read(database, [&](Connection& c) { return c.all(types, sql, arguments, map); }), page,
                     [](const Record& record) { return record.id; });
}

template <class Map>
auto load(Database& database, const std::string& id, const std::string& types, const std::string& select, Map&& map) {
    return read(database,
                [&](Connection& c) { return c.first(types, select + " WHERE id = :id", Arguments(id), map); });
}

const std::string select_client = "SELECT " + client_columns() + " FROM clients";
const std::string select_user = "SELECT id, name, role FROM users";

User user_of(Row& row) {
    User user{row.text(), row.text(), UserRole::reviewer};
    if (row.text() == "manager") user.role = UserRole::manager;
    return user;
}

/// What became of the reworks of one mission.
struct Answers {
    int in_time = 0;
    int late = 0;
    int none = 0;
};

/// By mission. A further revision answers a rework; after its expiry it comes late.
std::map<std::string, Answers> rework_answers(Connection& c, const std::string& shopper_id) {
    std::map<std::string, Answers> answers;
    c.each("tii",
           "SELECT p.mission_id, CASE WHEN p.revision > d.revision THEN 1 ELSE 0 END, CASE WHEN d.expired_at IS NULL "
           "THEN 0 ELSE 1 END FROM reports p JOIN decisions d ON d.report_id = p.id WHERE p.shopper_id = :shopper AND "
           "d.decision = 'rework' AND d.undone_at IS NULL AND p.state <> 'withdrawn'",
           Arguments(shopper_id), [&](Row& row) {
               Answers& of_mission = answers[row.text()];
               const bool answered = row.flag();
               const bool expired = row.flag();
               if (answered) {
                   ++(expired ? of_mission.late : of_mission.in_time);
               } else if (expired) {
                   ++of_mission.none;
               }
           });
    return answers;
}

/// Those of the roster, which know their day only, then those that people entered.
std::vector<ConductNote> conduct_notes(Connection& c, const std::string& shopper_id) {
    std::vector<ConductNote> notes;
    for (const ProfessionalismNote& note : stored_profile(c, shopper_id).value_or(ShopperProfile{}).notes) {
        if (const auto at = parse_moment(note.on + "T12:00:00Z")) {
            notes.push_back({*at, note.kind, note.reason});
        }
    }
    c.each("tiit",
           "SELECT kind, made_at, made_offset, reason FROM shopper_notes WHERE shopper_id = :shopper AND ended_at IS "
           "NULL ORDER BY id",
           Arguments(shopper_id), [&](Row& row) {
               ConductNote note;
               note.kind = note_kind_from(row.text()).value_or(NoteKind::neutral);
               note.at = row.moment();
               note.reason = row.text();
               notes.push_back(std::move(note));
           });
    return notes;
}

}  // namespace

Programme programme_of(Row& row) {
    Programme programme;
    programme.id = row.text();
    programme.client = row.optional_text().value_or("");
    programme.name = row.text();
    programme.questionnaire = row.text();
    programme.locale = row.text();
    programme.vocabulary = decode_texts(row.text());
    return programme;
}

SiteRecord site_of(Row& row) {
    return {row.text(), row.text(), row.text(), row.text(), row.text()};
}

Shopper shopper_of(Row& row) {
    Shopper shopper{row.text(), row.text(), row.text(), row.text(), row.text(), {}, {}};
    shopper.languages = decode_texts(row.text());
    shopper.joined_on = row.text();
    return shopper;
}

Mission mission_of(Row& row) {
    Mission mission;
    mission.id = row.text();
    mission.programme = row.text();
    mission.site = row.text();
    mission.shopper_id = row.text();
    mission.assigned_at = row.optional_moment();
    mission.due_at = row.optional_moment();
    mission.submitted_at = row.optional_moment();
    mission.outcome = outcome_from(row.text());
    mission.closed_at = row.optional_moment();
    mission.reworks = row.number();
    mission.detail = row.optional_real();
    mission.french = row.optional_real();
    mission.missing = row.number();
    return mission;
}

std::optional<Client> load_client(Database& database, const std::string& id) {
    return load(database, id, "tt", select_client, client_of);
}

std::optional<Programme> load_programme(Database& database, const std::string& id) {
    return load(database, id, programme_types, select_programme, programme_of);
}

std::optional<SiteRecord> load_site(Database& database, const std::string& id) {
    return load(database, id, site_types, select_site, site_of);
}

std::optional<Shopper> load_shopper(Database& database, const std::string& id) {
    return load(database, id, shopper_types, select_shopper, shopper_of);
}

std::optional<Mission> load_mission(Database& database, const std::string& id) {
    return load(database, id, mission_types, select_mission, mission_of);
}

std::optional<User> load_user(Database& database, const std::string& id) {
    return load(database, id, "ttt", select_user, user_of);
}

Page<Client> list_clients(Database& database, const PageRequest& page) {
    return by_id<Client>(database, page, "tt", select_client, "", std::nullopt, client_of);
}

Page<Programme> list_programmes(Database& database, const PageRequest& page) {
    return by_id<Programme>(database, page, programme_types, select_programme, "", std::nullopt, programme_of);
}

Page<SiteRecord> list_sites(Database& database, const std::string& programme, const PageRequest& page) {
    return by_id<SiteRecord>(database, page, site_types, select_site, "programme_id = :programme AND ", programme,
                             site_of);
}

Page<Shopper> list_shoppers(Database& database, const PageRequest& page) {
    return by_id<Shopper>(database, page, shopper_types, select_shopper, "", std::nullopt, shopper_of);
}

Page<User> list_users(Database& database, const PageRequest& page) {
    return by_id<User>(database, page, "ttt", select_user, "", std::nullopt, user_of);
}

Page<Mission> list_open_missions(Database& database, const std::string& shopper_id, const PageRequest& page) {
    return by_id<Mission>(database, page, mission_types, select_mission,
                          "shopper_id = :shopper AND closed_at IS NULL AND ", shopper_id, mission_of);
}

ShopperHistory shopper_history(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) { return shopper_history(c, shopper_id); });
}

ShopperHistory shopper_history(Connection& connection, const std::string& shopper_id) {
    ShopperHistory history;
    const std::map<std::string, Answers> answers = rework_answers(connection, shopper_id);
    history.missions =
        connection.all(mission_types,
                       std::string(select_mission) +
                           " WHERE shopper_id = :shopper AND closed_at IS NOT NULL AND outcome <> 'withdrawn' "
                           "ORDER BY closed_at DESC, id DESC",
                       Arguments(shopper_id), [&](Row& row) {
                           const Mission mission = mission_of(row);
                           MissionRecord record{mission.id,
                                                mission.programme,
                                                mission.outcome.value_or(Outcome::cancelled),
                                                mission.closed_at.value_or(Moment{}),
                                                mission.due_at,
                                                mission.submitted_at,
                                                mission.reworks,
                                                mission.detail,
                                                mission.french,
                                                mission.missing};
                           if (const auto found = answers.find(mission.id); found != answers.end()) {
                               record.answered_reworks = found->second.in_time;
                               record.late_answers = found->second.late;
                               record.unanswered_reworks = found->second.none;
                           }
                           return record;
                       });
    history.notes = conduct_notes(connection, shopper_id);
    history.misconduct =
        connection.all("ttiit",
                       "SELECT report_id, kind, made_at, made_offset, reason FROM misconduct WHERE shopper_id = "
                       ":shopper AND ended_at IS NULL ORDER BY id",
                       Arguments(shopper_id), [](Row& row) {
                           ConfirmedMisconduct one;
                           one.report_id = row.text();
                           one.kind = misconduct_from(row.text()).value_or(Misconduct::copying);
                           one.at = row.moment();
                           one.reason = row.text();
                           return one;
                       });
    return history;
}

void put_user(Database& database, const User& user) {
    write(database, [&](Connection& c) {
        c.run(
            "INSERT INTO users (id, name, role) VALUES (:id, :name, :role) ON CONFLICT (id) DO UPDATE SET name = "
            "excluded.name, role = excluded.role",
            Arguments(user.id, user.name, user.role == UserRole::manager ? "manager" : "reviewer"));
    });
}

void ensure_user(Connection& connection, const std::string& id) {
    if (id.empty())
        throw Error(ErrorKind::refused,
                    Label{"Personne n'est nommé. Dites qui fait cela.", "No user is named. Say who does this."});
    connection.run("INSERT INTO users (id, name, role) VALUES (:id, :name, 'reviewer') ON CONFLICT DO NOTHING",
                   Arguments(id, id));
}

}  // namespace relis::store
