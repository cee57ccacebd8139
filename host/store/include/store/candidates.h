#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>
#include <relis/reliability.h>

#include "store/database.h"

namespace relis::store {

/// A shopper who has had a mission of a programme.
struct ProgrammeShopper {
    std::string shopper_id;
    std::string name;  ///< empty where only the id is known
    std::string city;
    std::optional<Reliability> reliability;  ///< without its components
    std::size_t open_missions = 0;           ///< of all programmes
    std::optional<Moment> last_at_site;      ///< submission of the last report on the site asked about
};

/// The shoppers of a programme, the most reliable first, those without a rating last. Takes time in proportion to the
/// programme's shoppers.
[[nodiscard]] std::vector<ProgrammeShopper> programme_shoppers(Database& database, const std::string& programme,
                                                               const std::string& site, std::size_t limit);

}  // namespace relis::store
