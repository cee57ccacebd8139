#include "store/shopper_standings.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "mission_rows.h"
#include "roster_rows.h"
#include "store/events.h"

namespace relis::store {

namespace {

const std::string select_standing =
    "SELECT id, shopper_id, state, user_id, reason, made_at, made_offset FROM shopper_standings s WHERE ";
constexpr const char* standing_types = "ittttii";

ShopperStanding standing_of(Row& row) {
    ShopperStanding standing;
    standing.id = row.integer();
    standing.shopper_id = row.text();
    standing.withdrawn = row.text() == "withdrawn";
    standing.user = row.text();
    standing.reason = row.text();
    standing.at = row.moment();
    return standing;
}

std::optional<ShopperStanding> latest(Connection& c, const std::string& shopper_id) {
    return c.first(standing_types, select_standing + "shopper_id = :shopper ORDER BY id DESC LIMIT 1",
                   Arguments(shopper_id), standing_of);
}

constexpr const char* name_of(bool withdrawn) {
    return withdrawn ? "withdrawn" : "reinstated";
}

/// Locks the shopper, so that of two colleagues one comes first. Why nothing may be noted of him; empty texts: it may.
Label refusal(Connection& c, const ShopperStanding& standing) {
    lock_shopper(c, standing.shopper_id);
    if (is_blank(standing.reason)) {
        return {"dites pourquoi : la raison reste au dossier", "give the reason: it is kept"};
    }
    return {};
}

constexpr const char* confirmed = "confirm_standing";

}  // namespace

StandingResult change_standing(Database& database, const ShopperStanding& standing) {
    return write(
        database,
        [&](Connection& c) -> StandingResult {
            if (Label why = refusal(c, standing); !why.en.empty()) {
                return {false, std::move(why)};
            }
            const auto before = latest(c, standing.shopper_id);
            if (standing.withdrawn == (before && before->withdrawn)) {
                return {false, standing.withdrawn
                                   ? make_label("{} est déjà retiré, par {}", "{} is withdrawn already, by {}",
                                                standing.shopper_id, before->user)
                                   : make_label("{} n'est pas retiré", "{} is not withdrawn", standing.shopper_id)};
            }
            ensure_user(c, standing.user);
            c.run(
                "INSERT INTO shopper_standings (shopper_id, state, user_id, reason, made_at, made_offset) VALUES "
                "(:shopper, :state, :user, :reason, :at, :offset)",
                Arguments(standing.shopper_id, name_of(standing.withdrawn), standing.user, standing.reason,
                          standing.at));
            write_event(c, {0, standing.at, standing.user, standing.withdrawn ? "withdraw" : "reinstate", "shopper",
                            standing.shopper_id, 0, before ? name_of(before->withdrawn) : "",
                            name_of(standing.withdrawn), standing.reason});
            return {true, {}};
        },
        Durability::full);
}

StandingResult confirm_standing(Database& database, const ShopperStanding& standing) {
    return write(
        database,
        [&](Connection& c) -> StandingResult {
            if (Label why = refusal(c, standing); !why.en.empty()) {
                return {false, std::move(why)};
            }
            const auto before = latest(c, standing.shopper_id);
            if (standing.withdrawn != (before && before->withdrawn)) {
                return {false, make_label("{} a changé de situation entre-temps : regardez de nouveau",
                                          "{} was withdrawn or taken back meanwhile: look again", standing.shopper_id)};
            }
            ensure_user(c, standing.user);
            const char* const name = name_of(standing.withdrawn);
            write_event(c, {0, standing.at, standing.user, confirmed, "shopper", standing.shopper_id, 0, name, name,
                            standing.reason});
            return {true, {}};
        },
        Durability::full);
}

std::optional<Moment> standing_confirmed_at(Database& database, const std::string& shopper_id) {
    std::optional<Moment> at;
    PageRequest request;
    do {
        const Page<Event> page = list_events(database, "shopper", shopper_id, request);
        for (const Event& event : page.rows) {
            if (event.action == confirmed) {
                at = event.at;
            }
        }
        request.after = page.next;
    } while (!request.after.empty());
    return at;
}

std::vector<ShopperStanding> list_standings(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) {
        return c.all(standing_types, select_standing + "shopper_id = :shopper ORDER BY id", Arguments(shopper_id),
                     standing_of);
    });
}

std::optional<ShopperStanding> load_standing(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) { return latest(c, shopper_id); });
}

std::vector<ShopperStanding> withdrawn_shoppers(Database& database) {
    return read(database, [](Connection& c) {
        return c.all(standing_types,
                     select_standing +
                         "state = 'withdrawn' AND NOT EXISTS (SELECT 1 FROM shopper_standings later WHERE "
                         "later.shopper_id = s.shopper_id AND later.id > s.id) ORDER BY shopper_id",
                     Arguments(), standing_of);
    });
}

}  // namespace relis::store
