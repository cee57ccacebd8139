#include "store/mission_moves.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "mission_rows.h"
#include "paging.h"
#include "ratings_writer.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

const std::string select_assignment =
    "SELECT id, mission_id, source_mission, shopper_id, COALESCE((SELECT s.name FROM shoppers s WHERE s.id = "
    "assignments.shopper_id), ''), user_id, made_at, made_offset, ranking, exception, ended_by, ended_at, ended_offset "
    "FROM assignments WHERE ";
constexpr const char* assignment_types = "itttttiitttii";

AssignmentRecord assignment_of(Row& row) {
    AssignmentRecord record;
    record.id = row.integer();
    record.mission_id = row.text();
    record.source_mission = row.text();
    record.shopper_id = row.text();
    record.shopper = row.text();
    record.user = row.text();
    record.at = row.moment();
    record.ranking = row.text();
    record.exception = row.text();
    record.ended_by = row.text();
    record.ended_at = row.optional_moment();
    return record;
}

const std::string named_mission_types = std::string(mission_types) + "ttt";

/// `missions`: a SELECT of missions in the order of mission_of.
std::string with_names(const std::string& missions) {
    return "SELECT m.*, COALESCE((SELECT p.name FROM programmes p WHERE p.id = m.programme_id), ''), COALESCE((SELECT "
           "s.name FROM sites s WHERE s.id = m.site_id), ''), COALESCE((SELECT c.name FROM shoppers c WHERE c.id = "
           "m.shopper_id), '') FROM (" +
           missions + ") m ORDER BY m.id";
}

NamedMission named_mission_of(Row& row) {
    NamedMission named;
    named.mission = mission_of(row);
    named.programme = row.text();
    named.site = row.text();
    named.shopper = row.text();
    return named;
}

/// The mission as it stands, its row locked until the transaction ends.
Mission lock_mission(Connection& c, const std::string& id) {
    const auto mission = c.first(
        mission_types, std::string(select_mission) + " WHERE id = :id" + (c.is_postgresql() ? " FOR UPDATE" : ""),
        Arguments(id), mission_of);
    if (!mission) {
        throw Error(
            ErrorKind::not_found,
            make_label("Il n'y a pas de mission {}. `relis shopper NUMÉRO` énumère les missions d'un client mystère.",
                       "There is no mission {}. `relis shopper ID` lists a shopper's missions.", id));
    }
    return *mission;
}

/// The outcome as stored, `withdrawn` among them, which is no outcome of a shopper's.
std::string outcome_name(Connection& c, const std::string& mission_id) {
    return c
        .first("t", "SELECT outcome FROM missions WHERE id = :id", Arguments(mission_id),
               [](Row& row) { return row.text(); })
        .value_or("");
}

std::int64_t count_missions(Connection& c, const std::string& shopper_id) {
    return c.integer(
        "SELECT COUNT(*) FROM missions WHERE shopper_id = :shopper AND (outcome IS NULL OR outcome <> 'withdrawn' OR "
        "submitted_at IS NOT NULL)",
        Arguments(shopper_id));
}

bool has_report(Connection& c, const std::string& mission_id) {
    return c.exists("SELECT 1 FROM reports WHERE mission_id = :id", Arguments(mission_id));
}

AssignmentResult refused(Label why) {
    return {false, false, {}, std::move(why)};
}

std::optional<AssignmentRecord> standing_of(Connection& c, const std::string& source_mission) {
    return c.first(assignment_types, select_assignment + "source_mission = :id AND ended_at IS NULL",
                   Arguments(source_mission), assignment_of);
}

Label why_not_assignable(Connection& c, const Mission& source) {
    const std::string outcome = outcome_name(c, source.id);
    if (outcome.empty()) {
        return make_label(
            "La mission {0} est encore chez {1} : décidez de son rapport, ou déclarez-la annulée ou jamais faite.",
            "Mission {0} is still with {1}: decide its report, or declare it cancelled or missed.", source.id,
            source.shopper_id);
    }
    if (source.outcome == Outcome::accepted) {
        return make_label("La mission {} est faite, son rapport a été accepté.",
                          "Mission {} is done, its report was accepted.", source.id);
    }
    if (outcome == "withdrawn") {
        return make_label("La mission {} a été retirée.", "Mission {} was withdrawn.", source.id);
    }
    if (const auto standing = standing_of(c, source.id)) {
        return make_label("La mission {0} est déjà confiée à {1} ({2}), par {3}.",
                          "Mission {0} is given to {1} already ({2}), by {3}.", source.id, standing->shopper_id,
                          standing->mission_id, standing->user);
    }
    return {};
}

/// `M-12-2`, `M-12-3`, … of the mission that the chain began with.
std::string next_mission_id(Connection& c, const std::string& source) {
    std::string root = source;
    for (auto above = std::optional(source); above;) {
        root = *above;
        above = c.first("t", "SELECT source_mission FROM assignments WHERE mission_id = :id", Arguments(root),
                        [](Row& row) { return row.text(); });
    }
    int number = 2;
    while (c.exists("SELECT 1 FROM missions WHERE id = :id", Arguments(root + "-" + std::to_string(number)))) {
        ++number;
    }
    return root + "-" + std::to_string(number);
}

/// Ends an assignment and its mission. The refusal where it is too late.
Label end_assignment(Connection& c, const AssignmentRecord& assignment, const std::string& user, const Moment& at) {
    const Mission mission = lock_mission(c, assignment.mission_id);
    if (has_report(c, mission.id)) {
        return make_label("{1} a déjà remis son rapport de la mission {0} : décidez-en.",
                          "{1} has submitted the report of mission {0}: decide it.", mission.id, mission.shopper_id);
    }
    if (mission.closed_at) {
        return make_label("La mission {} est déjà terminée.", "Mission {} is over already.", mission.id);
    }
    ensure_user(c, user);
    c.run("UPDATE assignments SET ended_by = :user, ended_at = :at, ended_offset = :offset WHERE id = :id",
          Arguments(user, at, assignment.id));
    c.run("UPDATE missions SET outcome = 'withdrawn', closed_at = :at, closed_offset = :offset WHERE id = :id",
          Arguments(at, mission.id));
    write_event(c, {0, at, user, "unassign", "mission", mission.id, 0, assignment.shopper_id, "", ""});
    return {};
}

void write_mission_of(Connection& c, const Mission& source, const AssignmentRequest& request, const std::string& id) {
    c.run(
        "INSERT INTO missions (id, programme_id, site_id, shopper_id, assigned_at, assigned_offset, due_at, "
        "due_offset, reworks, missing) VALUES (:id, :programme, :site, :shopper, :at, :offset, :due, :due_offset, 0, "
        "0)",
        Arguments(id, source.programme, source.site, request.shopper_id, request.at, request.due_at));
    c.run(
        "INSERT INTO assignments (mission_id, source_mission, shopper_id, user_id, made_at, made_offset, ranking, "
        "exception) VALUES (:mission, :source, :shopper, :user, :at, :offset, :ranking, :exception)",
        Arguments(id, source.id, request.shopper_id, request.user, request.at, request.ranking, request.exception));
    write_event(c, {0, request.at, request.user, "assign", "mission", id, 0, source.shopper_id, request.shopper_id,
                    request.exception});
}

}  // namespace

void lock_shopper(Connection& connection, const std::string& shopper_id) {
    if (!connection.exists(std::string("SELECT 1 FROM shoppers WHERE id = :id") +
                               (connection.is_postgresql() ? " FOR NO KEY UPDATE" : ""),
                           Arguments(shopper_id))) {
        throw Error(ErrorKind::not_found,
                    make_label("Il n'y a pas de client mystère {}. `relis shopper` énumère ceux qui existent.",
                               "There is no shopper {}. `relis shopper` lists those there are.", shopper_id));
    }
}

Label end_assignment_of(Connection& connection, const std::string& source_mission, const std::string& user,
                        const Moment& at) {
    const auto standing = standing_of(connection, source_mission);
    return standing ? end_assignment(connection, *standing, user, at) : Label{};
}

void rate_for_event(Connection& connection, const std::string& shopper_id, const Moment& at, std::int64_t event_id,
                    const RateShopper& rate) {
    write_rating(connection, shopper_id, rate(shopper_history(connection, shopper_id), at), at, std::nullopt, "other");
    name_event(connection, shopper_id, event_id);
}

std::int64_t mission_count(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) { return count_missions(c, shopper_id); });
}

AssignmentResult assign_mission(Database& database, const AssignmentRequest& request) {
    return write(
        database,
        [&](Connection& c) -> AssignmentResult {
            const Mission source = lock_mission(c, request.source_mission);
            lock_shopper(c, request.shopper_id);
            if (Label why = why_not_assignable(c, source); !why.en.empty()) {
                return refused(std::move(why));
            }
            if (request.due_at <= request.at) {
                return refused(make_label("La nouvelle échéance de la mission {} est déjà passée.",
                                          "The new due time of mission {} has passed already.", source.id));
            }
            if (count_missions(c, request.shopper_id) != request.known_missions) {
                AssignmentResult result = refused(
                    make_label("Les missions de {} ont changé entre-temps : regardez de nouveau le classement.",
                               "The missions of {} changed meanwhile: look at the ranking again.", request.shopper_id));
                result.outdated = true;
                return result;
            }
            ensure_user(c, request.user);
            const std::string id = next_mission_id(c, source.id);
            write_mission_of(c, source, request, id);
            return {true, false, id, {}};
        },
        Durability::full);
}

AssignmentResult undo_assignment(Database& database, const std::string& mission_id, const std::string& user,
                                 const Moment& at) {
    return write(
        database,
        [&](Connection& c) -> AssignmentResult {
            lock_mission(c, mission_id);
            const auto assignment =
                c.first(assignment_types, select_assignment + "mission_id = :id AND ended_at IS NULL",
                        Arguments(mission_id), assignment_of);
            if (!assignment) {
                return refused(make_label("La mission {} n'a été confiée à personne par un classement.",
                                          "Mission {} was not assigned here, or taken back already.", mission_id));
            }
            if (Label why = end_assignment(c, *assignment, user, at); !why.en.empty()) {
                return refused(std::move(why));
            }
            return {true, false, mission_id, {}};
        },
        Durability::full);
}

std::vector<AssignmentRecord> list_assignments(Database& database, const std::string& mission_id) {
    return read(database, [&](Connection& c) {
        return c.all(assignment_types, select_assignment + "mission_id = :id OR source_mission = :source ORDER BY id",
                     Arguments(mission_id, mission_id), assignment_of);
    });
}

std::optional<NamedMission> load_named_mission(Database& database, const std::string& mission_id) {
    return read(database, [&](Connection& c) {
        return c.first(named_mission_types, with_names(std::string(select_mission) + " WHERE id = :id"),
                       Arguments(mission_id), named_mission_of);
    });
}

Page<NamedMission> missions_to_assign(Database& database, const Moment& since, const PageRequest& page) {
    return make_page(
        read(database,
             [&](Connection& c) {
                 return c.all(
                     named_mission_types,
                     with_names(std::string(select_mission) +
                                " w WHERE closed_at >= :since AND outcome IN ('reassigned', 'cancelled', 'missed') "
                                "AND id > :after AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.source_mission "
                                "= w.id AND a.ended_at IS NULL) ORDER BY id LIMIT :rows"),
                     Arguments(since.utc.time_since_epoch().count(), page.after, rows_to_read(page)), named_mission_of);
             }),
        page, [](const NamedMission& named) { return named.mission.id; });
}

MissionResult end_mission(Database& database, const MissionEnding& ending, const RateShopper& rate) {
    return write(
        database,
        [&](Connection& c) -> MissionResult {
            const Mission mission = lock_mission(c, ending.mission_id);
            if (mission.closed_at) {
                return {false, 0,
                        make_label("La mission {} est déjà terminée.", "Mission {} is over already.", mission.id)};
            }
            if (has_report(c, mission.id)) {
                return {false, 0,
                        make_label("La mission {} a un rapport : décidez-en.", "Mission {} has a report: decide it.",
                                   mission.id)};
            }
            if (is_blank(ending.reason)) {
                return {false, 0,
                        make_label("Mission {} : dites pourquoi.", "Mission {}: give the reason.", mission.id)};
            }
            if (ending.told_at > ending.at) {
                return {false, 0,
                        make_label("Mission {} : ce moment est encore à venir.",
                                   "Mission {}: that moment is still to come.", mission.id)};
            }
            if (ending.outcome == Outcome::missed && mission.due_at && ending.told_at < *mission.due_at) {
                return {false, 0,
                        make_label("La mission {0} est attendue jusqu'au {1} : elle n'est pas manquée avant. Si {2} y "
                                   "renonce, déclarez-la annulée.",
                                   "Mission {0} is due at {1}: it is not missed before. Where {2} gives it back, "
                                   "declare it cancelled.",
                                   mission.id, format_moment(*mission.due_at), mission.shopper_id)};
            }
            lock_shopper(c, mission.shopper_id);  // not before: who decides a report locks its shopper first
            ensure_user(c, ending.user);
            c.run(
                "INSERT INTO mission_endings (mission_id, outcome, user_id, reason, told_at, told_offset, made_at, "
                "made_offset) VALUES (:mission, :outcome, :user, :reason, :told, :told_offset, :at, :offset)",
                Arguments(mission.id, to_string(ending.outcome), ending.user, ending.reason, ending.told_at,
                          ending.at));
            c.run("UPDATE missions SET outcome = :outcome, closed_at = :at, closed_offset = :offset WHERE id = :id",
                  Arguments(to_string(ending.outcome), ending.told_at, mission.id));
            const std::int64_t event =
                write_event(c, {0, ending.at, ending.user, ending.outcome == Outcome::missed ? "miss" : "cancel",
                                "mission", mission.id, 0, "", std::string(to_string(ending.outcome)), ending.reason});
            rate_for_event(c, mission.shopper_id, ending.at, event, rate);
            return {true, event, {}};
        },
        Durability::full);
}

MissionResult reopen_mission(Database& database, const std::string& mission_id, const std::string& user,
                             const Moment& at, const RateShopper& rate) {
    return write(
        database,
        [&](Connection& c) -> MissionResult {
            const Mission mission = lock_mission(c, mission_id);
            if (!c.exists("SELECT 1 FROM mission_endings WHERE mission_id = :id AND ended_at IS NULL",
                          Arguments(mission_id))) {
                return {false, 0,
                        make_label("Personne n'a déclaré la mission {} annulée ou jamais faite.",
                                   "Nobody declared mission {} cancelled or missed.", mission_id)};
            }
            if (const auto standing = standing_of(c, mission_id)) {
                return {false, 0,
                        make_label("La mission {0} est confiée à {1} : reprenez-la d'abord (mission {2}).",
                                   "Mission {0} is given to {1}: take that back first (mission {2}).", mission_id,
                                   standing->shopper_id, standing->mission_id)};
            }
            lock_shopper(c, mission.shopper_id);
            ensure_user(c, user);
            c.run(
                "UPDATE mission_endings SET ended_by = :user, ended_at = :at, ended_offset = :offset WHERE mission_id "
                "= :id AND ended_at IS NULL",
                Arguments(user, at, mission_id));
            c.run("UPDATE missions SET outcome = NULL, closed_at = NULL, closed_offset = NULL WHERE id = :id",
                  Arguments(mission_id));
            const std::int64_t event =
                write_event(c, {0, at, user, "reopen", "mission", mission_id, 0,
                                std::string(to_string(mission.outcome.value_or(Outcome::cancelled))), "", ""});
            rate_for_event(c, mission.shopper_id, at, event, rate);
            return {true, event, {}};
        },
        Durability::full);
}

}  // namespace relis::store
