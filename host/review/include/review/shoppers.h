#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <relis/reliability.h>

#include "review/workspace.h"

namespace relis::review {

struct ShopperCard {
    std::string shopper_id;
    std::string name;
    std::string city;
    std::string region;
    std::optional<Reliability> reliability;
    std::vector<MissionRecord> history;  ///< newest first
};

/// A shopper with history and rating. Throws std::runtime_error for an unknown id.
[[nodiscard]] ShopperCard load_shopper(Workspace& workspace, const std::string& shopper_id);

struct ShopperPage {
    std::vector<ShopperCard> shoppers;  ///< without history
    std::string next;                   ///< empty: the last page
};
/// Shoppers ordered by id.
[[nodiscard]] ShopperPage shopper_page(Workspace& workspace, const std::string& after = {}, std::size_t limit = 200);

/// Rates every shopper anew and stores what changed; the number of changed ratings. Throws
/// std::runtime_error where no reliability model is loaded.
std::size_t rate_all_shoppers(Workspace& workspace);

}  // namespace relis::review
