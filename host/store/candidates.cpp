#include "store/candidates.h"

#include "database_implementation.h"

namespace relis::store {

std::vector<ProgrammeShopper> programme_shoppers(Database& database, const std::string& programme,
                                                 const std::string& site, std::size_t limit) {
    return read_snapshot(database, [&](Connection& c) {
        std::vector<ProgrammeShopper> shoppers = c.all(
            "tttrri",
            "SELECT s.id, s.name, s.city, r.value, r.uncertainty, r.newcomer FROM (SELECT DISTINCT shopper_id FROM "
            "missions WHERE programme_id = :programme) m JOIN shoppers s ON s.id = m.shopper_id LEFT JOIN ratings "
            "r ON r.id = (SELECT MAX(l.id) FROM ratings l WHERE l.shopper_id = s.id) ORDER BY COALESCE(r.value, "
            "-1) DESC, s.id LIMIT :rows",
            Arguments(programme, limit), [](Row& row) {
                ProgrammeShopper shopper;
                shopper.shopper_id = row.text();
                shopper.name = row.text();
                shopper.city = row.text();
                const std::optional<double> value = row.optional_real();
                const double uncertainty = row.optional_real().value_or(0);
                const bool newcomer = row.optional_integer().value_or(0) != 0;
                if (value) shopper.reliability = Reliability{*value, uncertainty, newcomer, {}};
                return shopper;
            });
        for (ProgrammeShopper& shopper : shoppers) {
            shopper.open_missions = static_cast<std::size_t>(
                c.integer("SELECT COUNT(*) FROM missions WHERE shopper_id = :shopper AND closed_at IS NULL",
                          Arguments(shopper.shopper_id)));
            shopper.last_at_site = c.first("ii",
                                           "SELECT submitted_at, submitted_offset FROM missions WHERE shopper_id = "
                                           ":shopper AND site_id = :site AND submitted_at IS NOT NULL ORDER BY "
                                           "submitted_at DESC LIMIT 1",
                                           Arguments(shopper.shopper_id, site), [](Row& row) { return row.moment(); });
        }
        return shoppers;
    });
}

}  // namespace relis::store
