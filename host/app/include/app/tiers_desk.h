#pragma once

#include <string>
#include <vector>

#include "review/tiers.h"

namespace relis::app {

/// What the window of the tiers asks of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class TiersDesk {
  public:
    TiersDesk() = default;
    TiersDesk(const TiersDesk&) = delete;
    TiersDesk& operator=(const TiersDesk&) = delete;
    virtual ~TiersDesk() = default;

    [[nodiscard]] virtual std::vector<review::ShopperTier> tiers() = 0;
    [[nodiscard]] virtual std::vector<review::TierProposal> proposals() = 0;
    /// The ratings that the log does not give.
    [[nodiscard]] virtual std::vector<review::RatingMismatch> mismatches() = 0;
    [[nodiscard]] virtual review::TierResult withdraw(const std::string& shopper_id, const std::string& reason) = 0;
    [[nodiscard]] virtual review::TierResult reinstate(const std::string& shopper_id, const std::string& reason) = 0;
    [[nodiscard]] virtual review::TierResult refuse(const review::TierProposal& proposal,
                                                    const std::string& reason) = 0;
};

}  // namespace relis::app
