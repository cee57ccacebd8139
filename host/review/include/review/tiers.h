#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>

#include "review/workspace.h"

namespace relis::review {

/// Where a shopper stands in the pool.
enum class Tier {
    newcomer,   ///< too few missions to tell
    excellent,  ///< rated `tier_excellent` or better
    reliable,   ///< in between
    at_risk,    ///< rated below `tier_at_risk`
    withdrawn   ///< a person took him out of the pool; no mission is offered to him
};
/// `newcomer`, `excellent`, `reliable`, `at_risk`, `withdrawn`
[[nodiscard]] std::string_view to_string(Tier tier);
[[nodiscard]] std::optional<Tier> tier_from(std::string_view name);
[[nodiscard]] Label label(Tier tier);

/// The thresholds, parameters of the reliability model: points of the rating, 0–5.
struct TierRules {
    double excellent = 0;  ///< `tier_excellent`
    double at_risk = 0;    ///< `tier_at_risk`
    double withdraw = 0;   ///< `tier_withdraw`: proposed where rating and uncertainty together are below
    double reinstate = 0;  ///< `tier_reinstate`: proposed where a withdrawn shopper's rating has come back to it
};
/// The agency's rules. Throws LabelledError where no reliability model is loaded, or it has no such parameters.
[[nodiscard]] TierRules tier_rules(Workspace& workspace);

/// The tier of a rating; without one, a newcomer.
[[nodiscard]] Tier tier_of(const std::optional<Reliability>& rating, bool withdrawn, const TierRules& rules);

struct ShopperTier {
    std::string shopper_id;
    std::string name;
    Tier tier = Tier::newcomer;
    std::optional<Reliability> reliability;
    std::string withdrawn_by;  ///< of a withdrawn one: who, when, why
    std::optional<Moment> withdrawn_at;
    std::string withdrawn_because;
};
/// Every shopper with his tier, by id; one tier alone where asked.
[[nodiscard]] std::vector<ShopperTier> shopper_tiers(Workspace& workspace,
                                                     const std::optional<Tier>& only = std::nullopt);

/// What the ratings suggest; nothing happens until a person confirms it.
struct TierProposal {
    bool withdraw = true;  ///< false: take back into the pool
    std::string shopper_id;
    std::string name;
    Reliability reliability;
    Label reason;  ///< one sentence
};
/// A proposal that a person refused is not made again while the rating stays the one he saw; a refused return, which
/// changes by mere time, not for three months.
/// Where a person confirmed a copy or an invention, a withdrawal is proposed whatever the rating, to newcomers too.
/// Withdrawals first, the lowest rating first; then returns, the highest first. The rating of a withdrawn shopper is
/// made anew `at` that moment (absent: now), since old missions weigh less.
[[nodiscard]] std::vector<TierProposal> tier_proposals(Workspace& workspace,
                                                       const std::optional<Moment>& at = std::nullopt);

struct TierResult {
    bool done = false;
    Label refusal;  ///< empty texts: done
};
/// A person takes a shopper out of the pool, or back into it; in the log with the reason, which is required. Throws
/// for an unknown shopper.
TierResult withdraw_shopper(Workspace& workspace, const std::string& shopper_id, const std::string& reason);
TierResult reinstate_shopper(Workspace& workspace, const std::string& shopper_id, const std::string& reason);
/// A person refuses a proposal: the shopper stays where he is; in the log with the reason, which is required. Refused
/// where the shopper was withdrawn or taken back since it was made. Throws for an unknown shopper.
TierResult refuse_proposal(Workspace& workspace, const TierProposal& proposal, const std::string& reason);

/// A stored rating that the log does not give: parameters were published since, or history was imported since.
struct RatingMismatch {
    std::string shopper_id;
    Moment rated_at;
    double stored = 0;
    double recomputed = 0;
};
/// Makes every shopper's latest rating anew from the log, as of the moment it was made, and compares all of it. Empty
/// where every stored value is exactly what the log gives.
[[nodiscard]] std::vector<RatingMismatch> verify_ratings(Workspace& workspace);

/// Stable JSON for other programs, as review/json.h.
[[nodiscard]] std::string to_json(const std::vector<ShopperTier>& tiers);
[[nodiscard]] std::string to_json(const std::vector<TierProposal>& proposals);
[[nodiscard]] std::string to_json(const std::vector<RatingMismatch>& mismatches);

}  // namespace relis::review
