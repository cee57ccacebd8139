#include "store/ratings.h"

#include <limits>

#include "database_implementation.h"
#include "encode.h"
#include "mission_rows.h"
#include "paging.h"
#include "queue_rows.h"
#include "ratings_writer.h"
#include "roster_rows.h"

namespace relis::store {

namespace {

const std::string select_rating =
    "SELECT id, shopper_id, value, uncertainty, newcomer, components, rated_at, rated_offset, decision_id, "
    "intervention_id, appeal_id FROM ratings "
    "WHERE shopper_id = :shopper ";
constexpr const char* rating_types = "itrritiiiii";

RatingRecord rating_of(Row& row) {
    RatingRecord record;
    record.id = row.integer();
    record.shopper_id = row.text();
    record.reliability.value = row.real();
    record.reliability.uncertainty = row.real();
    record.reliability.newcomer = row.flag();
    record.reliability.components = decode_components(row.text());
    record.at = row.moment();
    record.decision_id = row.optional_integer().value_or(0);
    record.intervention_id = row.optional_integer().value_or(0);
    record.appeal_id = row.optional_integer().value_or(0);
    return record;
}

std::optional<RatingRecord> latest(Connection& c, const std::string& shopper_id) {
    return c.first(rating_types, select_rating + "ORDER BY id DESC LIMIT 1", Arguments(shopper_id), rating_of);
}

}  // namespace

void write_rating(Connection& connection, const std::string& shopper_id, const Reliability& reliability,
                  const Moment& at, std::optional<std::int64_t> decision_id, const char* cause,
                  std::optional<std::int64_t> intervention, std::optional<std::int64_t> appeal) {
    connection.run(
        "INSERT INTO ratings (shopper_id, value, uncertainty, newcomer, components, rated_at, rated_offset, "
        "decision_id, cause, intervention_id, appeal_id) VALUES (:shopper_id, :value, :uncertainty, :newcomer, "
        ":components, :rated_at, :rated_offset, :decision_id, :cause, :intervention_id, :appeal_id)",
        Arguments(shopper_id, reliability.value, reliability.uncertainty, reliability.newcomer,
                  encode_components(reliability.components), at, decision_id, cause, intervention, appeal));
    show_rating(connection, shopper_id, reliability);
}

void name_event(Connection& connection, const std::string& shopper_id, std::int64_t event) {
    connection.run(
        "UPDATE ratings SET event_id = :event WHERE id = (SELECT MAX(id) FROM ratings WHERE shopper_id = :shopper)",
        Arguments(event, shopper_id));
}

bool rate_shopper(Database& database, const std::string& shopper_id, const Moment& at, const RateShopper& rate,
                  std::optional<std::int64_t> event) {
    return write(database, [&](Connection& c) {
        lock_shopper(c, shopper_id);
        const auto known = latest(c, shopper_id);
        if (known && known->at > at) return false;
        const Reliability made = rate(shopper_history(c, shopper_id), at);
        if (known && known->reliability == made) return false;
        write_rating(c, shopper_id, made, at, std::nullopt, "other");
        if (event) name_event(c, shopper_id, *event);
        return true;
    });
}

std::optional<RatingRecord> load_rating(Database& database, const std::string& shopper_id) {
    return read(database, [&](Connection& c) { return latest(c, shopper_id); });
}

Page<RatingRecord> list_ratings(Database& database, const std::string& shopper_id, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(
                                  rating_types, select_rating + "AND id < :after ORDER BY id DESC LIMIT :rows",
                                  Arguments(shopper_id, cursor_number(page, std::numeric_limits<std::int64_t>::max()),
                                            rows_to_read(page)),
                                  rating_of);
                          }),
                     page, [](const RatingRecord& record) { return std::to_string(record.id); });
}

}  // namespace relis::store
