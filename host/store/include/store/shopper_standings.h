#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "store/database.h"

namespace relis::store {

/// A shopper taken out of the pool, or taken back into it. Nothing is deleted: the last one counts.
struct ShopperStanding {
    std::int64_t id = 0;  ///< set by the store
    std::string shopper_id;
    bool withdrawn = true;  ///< false: reinstated
    std::string user;
    std::string reason;
    Moment at;
    bool operator==(const ShopperStanding&) const = default;
};

struct StandingResult {
    bool done = false;
    Label refusal;  ///< empty texts: done
};

/// Keeps it, with an event. Refused without a reason, and where the shopper is in that standing already. Throws Error
/// not_found for an unknown shopper.
StandingResult change_standing(Database& database, const ShopperStanding& standing);

/// Keeps, in the log, that a person looked and left the shopper in the standing that he is in: refused and thrown like
/// change_standing, whose `withdrawn` is to be the present one.
StandingResult confirm_standing(Database& database, const ShopperStanding& standing);
/// When somebody last did so; nothing: never.
[[nodiscard]] std::optional<Moment> standing_confirmed_at(Database& database, const std::string& shopper_id);

/// All of a shopper, the first one first.
[[nodiscard]] std::vector<ShopperStanding> list_standings(Database& database, const std::string& shopper_id);

/// The last one of a shopper; nothing: nobody ever withdrew him.
[[nodiscard]] std::optional<ShopperStanding> load_standing(Database& database, const std::string& shopper_id);

/// The last one of everybody who is withdrawn now, by shopper id.
[[nodiscard]] std::vector<ShopperStanding> withdrawn_shoppers(Database& database);

}  // namespace relis::store
