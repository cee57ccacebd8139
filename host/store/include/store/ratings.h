#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <relis/moment.h>
#include <relis/reliability.h>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

/// A shopper's reliability at a moment. Ratings are kept; the latest one counts.
struct RatingRecord {
    std::int64_t id = 0;
    std::string shopper_id;
    Reliability reliability;
    Moment at;
    std::int64_t decision_id = 0;      ///< the decision that caused it; 0: none (import, other parameters)
    std::int64_t intervention_id = 0;  ///< the intervention that caused it; 0: none
    std::int64_t appeal_id = 0;        ///< the upheld appeal that caused it; 0: none
    bool operator==(const RatingRecord&) const = default;
};

/// Rates a shopper anew from his history, what the transaction just changed included. Called inside the transaction:
/// it must not call the store. What it throws rolls the transaction back and comes out of the call.
using RateShopper = std::function<Reliability(const ShopperHistory& history, const Moment& now)>;

/// Rates a shopper whom no decision caused to be rated, as of `at`, and shows the rating in the queue; whether it
/// changed. A rating made later than `at` stays, unchanged values add no row. `event`: of the log, what caused it.
/// Throws Error not_found for an unknown shopper.
bool rate_shopper(Database& database, const std::string& shopper_id, const Moment& at, const RateShopper& rate,
                  std::optional<std::int64_t> event = std::nullopt);

/// The latest rating of a shopper, or nothing.
[[nodiscard]] std::optional<RatingRecord> load_rating(Database& database, const std::string& shopper_id);

/// A shopper's ratings, the latest first.
[[nodiscard]] Page<RatingRecord> list_ratings(Database& database, const std::string& shopper_id,
                                              const PageRequest& page = {});

}  // namespace relis::store
