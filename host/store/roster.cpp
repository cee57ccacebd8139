#include "store/roster.h"

#include "database_implementation.h"
#include "encode.h"
#include "paging.h"
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

std::vector<MissionRecord> shopper_history(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) { return shopper_history(c, shopper_id); });
}

std::vector<MissionRecord> shopper_history(Connection& connection, const std::string& shopper_id) {
    return connection.all(mission_types,
                          std::string(select_mission) +
                              " WHERE shopper_id = :shopper AND closed_at IS NOT NULL AND outcome <> 'withdrawn' "
                              "ORDER BY closed_at DESC, id DESC",
                          Arguments(shopper_id), [](Row& row) {
                              const Mission mission = mission_of(row);
                              return MissionRecord{mission.id,
                                                   mission.programme,
                                                   mission.outcome.value_or(Outcome::cancelled),
                                                   mission.closed_at.value_or(Moment{}),
                                                   mission.due_at,
                                                   mission.submitted_at,
                                                   mission.reworks,
                                                   mission.detail,
                                                   mission.french,
                                                   mission.missing};
                          });
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
    if (id.empty()) throw Error(ErrorKind::refused, "No user is named. Say who does this.");
    connection.run("INSERT INTO users (id, name, role) VALUES (:id, :name, 'reviewer') ON CONFLICT DO NOTHING",
                   Arguments(id, id));
}

}  // namespace relis::store
