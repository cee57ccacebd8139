#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include <relis/reliability.h>

#include "review/progress.h"
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

/// Rates anew the shoppers whose ratings were made before other parameters of the reliability model came into force,
/// with that publication as the cause of each change; the number of changed ratings. Does nothing where no model is
/// loaded, or where the ratings were made with what is in force. Stopped half-way, the rest follows the next time.
/// Throws std::runtime_error where the model fails.
std::size_t rate_after_publishing(Workspace& workspace, const ProgressSink& progress = {},
                                  const std::stop_token& stop = {});

/// Rates every shopper anew and stores what changed; the number of changed ratings. Throws
/// std::runtime_error where no reliability model is loaded.
std::size_t rate_all_shoppers(Workspace& workspace);

}  // namespace relis::review
