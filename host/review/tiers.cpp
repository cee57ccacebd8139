#include "review/tiers.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "criteria_in_force.h"
#include "french_text.h"
#include "json_values.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "pages.h"
#include "store/assignment.h"
#include "store/ratings.h"
#include "store/roster.h"
#include "store/shopper_standings.h"
#include "store_types.h"

namespace relis::review {

namespace {

constexpr std::array all_tiers{Tier::newcomer, Tier::excellent, Tier::reliable, Tier::at_risk, Tier::withdrawn};

std::map<std::string, store::ShopperStanding> withdrawn_by_id(Workspace& workspace) {
    std::map<std::string, store::ShopperStanding> standings;
    for (store::ShopperStanding& standing : store::withdrawn_shoppers(workspace.database())) {
        const std::string id = standing.shopper_id;
        standings.emplace(id, std::move(standing));
    }
    return standings;
}

TierResult change(Workspace& workspace, const std::string& shopper_id, const std::string& reason, bool withdrawn) {
    const store::StandingResult result =
        store::change_standing(workspace.database(), {0, shopper_id, withdrawn, workspace.user(), reason, now()});
    return {result.done, result.refusal};
}

/// Whether a person said, since the shopper was rated last, that he stays in the pool.
bool kept_since_rated(Workspace& workspace, const std::string& shopper_id) {
    const auto rating = store::load_rating(workspace.database(), shopper_id);
    const auto after = [&](const std::optional<Moment>& said) { return said && (!rating || *said >= rating->at); };
    const auto standing = store::load_standing(workspace.database(), shopper_id);
    return after(store::standing_confirmed_at(workspace.database(), shopper_id)) || (standing && after(standing->at));
}

/// Whether a person refused the return of a withdrawn shopper lately.
bool return_refused_lately(Workspace& workspace, const ShopperTier& shopper, const Moment& at) {
    constexpr std::chrono::days long_enough{90};
    const auto said = store::standing_confirmed_at(workspace.database(), shopper.shopper_id);
    return said && (!shopper.withdrawn_at || *said >= *shopper.withdrawn_at) && at.utc - said->utc < long_enough;
}

/// `4,3`, `4.3`
Label score_words(double score) {
    const std::string french = french_score(score);
    std::string english = french;
    std::ranges::replace(english, ',', '.');
    return {french, english};
}

TierProposal withdrawal_of(const ShopperTier& shopper, const TierRules& rules) {
    const Reliability& rating = *shopper.reliability;
    return {true, shopper.shopper_id, shopper.name, rating,
            make_label("Cote de {}, à {} près : même au mieux, elle reste sous le seuil de {}.",
                       "Rated {}, give or take {}: even at best it stays below the threshold of {}.",
                       score_words(rating.value), score_words(rating.uncertainty), score_words(rules.withdraw))};
}

const ReliabilityComponent* integrity_of(const Reliability& rating) {
    const auto found = std::ranges::find(rating.components, "integrity", &ReliabilityComponent::id);
    return found == rating.components.end() ? nullptr : &*found;
}

/// Whether a person confirmed a copy or an invention, which the model then tells as a component.
bool has_misconduct(const Reliability& rating) {
    const ReliabilityComponent* const integrity = integrity_of(rating);
    return integrity != nullptr && integrity->value.has_value();
}

/// Without the texts, which an older program wrote in French alone.
bool same_figures(Reliability one, Reliability other) {
    for (Reliability* const rating : {&one, &other}) {
        for (ReliabilityComponent& component : rating->components) component.explanation = {};
    }
    return one == other;
}

TierProposal misconduct_of(const ShopperTier& shopper) {
    const Reliability& rating = *shopper.reliability;
    return {true, shopper.shopper_id, shopper.name, rating,
            make_label("Faute grave au dossier ({}) ; cote de {}.", "Serious misconduct on record ({}); rated {}.",
                       integrity_of(rating)->explanation, score_words(rating.value))};
}

TierProposal return_of(const ShopperTier& shopper, Reliability rating, const TierRules& rules) {
    Label reason = make_label("Retiré par {} ({}) ; sa cote est remontée à {}, le seuil du retour étant de {}.",
                              "Withdrawn by {} ({}); the rating has come back to {}, and {} is enough to return.",
                              shopper.withdrawn_by, shopper.withdrawn_because, score_words(rating.value),
                              score_words(rules.reinstate));
    return {false, shopper.shopper_id, shopper.name, std::move(rating), std::move(reason)};
}

}  // namespace

std::string_view to_string(Tier tier) {
    switch (tier) {
        case Tier::newcomer:
            return "newcomer";
        case Tier::excellent:
            return "excellent";
        case Tier::reliable:
            return "reliable";
        case Tier::at_risk:
            return "at_risk";
        case Tier::withdrawn:
            break;
    }
    return "withdrawn";
}

std::optional<Tier> tier_from(std::string_view name) {
    const auto found = std::ranges::find_if(all_tiers, [&](Tier tier) { return to_string(tier) == name; });
    return found == all_tiers.end() ? std::nullopt : std::optional(*found);
}

Label label(Tier tier) {
    switch (tier) {
        case Tier::newcomer:
            return {"nouveau", "newcomer"};
        case Tier::excellent:
            return {"excellent", "excellent"};
        case Tier::reliable:
            return {"fiable", "reliable"};
        case Tier::at_risk:
            return {"à risque", "at risk"};
        case Tier::withdrawn:
            break;
    }
    return {"retiré", "withdrawn"};
}

TierRules tier_rules(Workspace& workspace) {
    const auto models = workspace.plugins().plugins(Role::reliability_model);
    if (models.empty()) {
        throw LabelledError({"aucun modèle de fiabilité n'est chargé : `relis plugin list` dit pourquoi",
                             "no reliability model is loaded: `relis plugin list` says why"});
    }
    const PluginDescription& model = models.front().description;
    const auto has = [&](std::string_view name) {
        return std::ranges::any_of(model.parameters, [&](const ParameterSpec& spec) { return spec.name == name; });
    };
    for (const char* const name : {"tier_excellent", "tier_at_risk", "tier_withdraw", "tier_reinstate"}) {
        if (!has(name)) {
            throw LabelledError({"le modèle de fiabilité " + model.id + " n'a pas le paramètre " + name,
                                 "the reliability model " + model.id + " has no parameter " + name});
        }
    }
    const CriteriaInForce criteria = criteria_in_force(workspace, {});
    const Parameters& parameters = *criteria.parameters.find(model.id)->second;
    return {parameters.real("tier_excellent"), parameters.real("tier_at_risk"), parameters.real("tier_withdraw"),
            parameters.real("tier_reinstate")};
}

Tier tier_of(const std::optional<Reliability>& rating, bool withdrawn, const TierRules& rules) {
    if (withdrawn) {
        return Tier::withdrawn;
    }
    if (!rating || (rating->newcomer && !has_misconduct(*rating))) {
        return Tier::newcomer;
    }
    if (rating->value >= rules.excellent) {
        return Tier::excellent;
    }
    return rating->value < rules.at_risk ? Tier::at_risk : Tier::reliable;
}

std::vector<ShopperTier> shopper_tiers(Workspace& workspace, const std::optional<Tier>& only) {
    const TierRules rules = tier_rules(workspace);
    const auto withdrawn = withdrawn_by_id(workspace);
    std::vector<ShopperTier> tiers;
    store::for_each_candidate(workspace.database(), [&](store::CandidateRecord&& record) {
        ShopperTier shopper;
        const auto standing = withdrawn.find(record.shopper.id);
        shopper.tier = tier_of(record.rating, standing != withdrawn.end(), rules);
        if (only && shopper.tier != *only) {
            return;
        }
        shopper.name = record.shopper.name.empty() ? record.shopper.id : std::move(record.shopper.name);
        shopper.shopper_id = std::move(record.shopper.id);
        shopper.reliability = std::move(record.rating);
        if (standing != withdrawn.end()) {
            shopper.withdrawn_by = standing->second.user;
            shopper.withdrawn_at = standing->second.at;
            shopper.withdrawn_because = standing->second.reason;
        }
        tiers.push_back(std::move(shopper));
    });
    return tiers;
}

std::vector<TierProposal> tier_proposals(Workspace& workspace, const std::optional<Moment>& at) {
    const TierRules rules = tier_rules(workspace);
    const Moment moment = at.value_or(now());
    std::vector<TierProposal> withdrawals;
    std::vector<TierProposal> returns;
    std::vector<ShopperTier> gone;
    for (ShopperTier& shopper : shopper_tiers(workspace)) {
        if (shopper.tier == Tier::withdrawn) {
            gone.push_back(std::move(shopper));
        } else if (shopper.reliability && has_misconduct(*shopper.reliability)) {
            if (!kept_since_rated(workspace, shopper.shopper_id)) {
                withdrawals.push_back(misconduct_of(shopper));
            }
        } else if (shopper.reliability && !shopper.reliability->newcomer &&
                   shopper.reliability->value + shopper.reliability->uncertainty < rules.withdraw &&
                   !kept_since_rated(workspace, shopper.shopper_id)) {
            withdrawals.push_back(withdrawal_of(shopper, rules));
        }
    }
    if (!gone.empty()) {
        const store::RateShopper rate = reliability_rater(workspace);
        for (const ShopperTier& shopper : gone) {
            if (return_refused_lately(workspace, shopper, moment)) {
                continue;
            }
            Reliability rating = rate(store::shopper_history(workspace.database(), shopper.shopper_id), moment);
            if (rating.value >= rules.reinstate) {
                returns.push_back(return_of(shopper, std::move(rating), rules));
            }
        }
    }
    std::ranges::stable_sort(withdrawals, std::ranges::less{},
                             [](const TierProposal& proposal) { return proposal.reliability.value; });
    std::ranges::stable_sort(returns, std::ranges::greater{},
                             [](const TierProposal& proposal) { return proposal.reliability.value; });
    withdrawals.insert(withdrawals.end(), std::make_move_iterator(returns.begin()),
                       std::make_move_iterator(returns.end()));
    return withdrawals;
}

TierResult withdraw_shopper(Workspace& workspace, const std::string& shopper_id, const std::string& reason) {
    return change(workspace, shopper_id, reason, true);
}

TierResult reinstate_shopper(Workspace& workspace, const std::string& shopper_id, const std::string& reason) {
    return change(workspace, shopper_id, reason, false);
}

TierResult refuse_proposal(Workspace& workspace, const TierProposal& proposal, const std::string& reason) {
    const store::StandingResult result = store::confirm_standing(
        workspace.database(), {0, proposal.shopper_id, !proposal.withdraw, workspace.user(), reason, now()});
    return {result.done, result.refusal};
}

std::vector<RatingMismatch> verify_ratings(Workspace& workspace) {
    const store::RateShopper rate = reliability_rater(workspace);
    std::vector<RatingMismatch> mismatches;
    for_each_row([&](const store::PageRequest& page) { return store::list_shoppers(workspace.database(), page); },
                 [&](const store::Shopper& shopper) {
                     const auto stored = store::load_rating(workspace.database(), shopper.id);
                     if (!stored) {
                         return;
                     }
                     const Reliability made =
                         rate(store::shopper_history(workspace.database(), shopper.id), stored->at);
                     if (!same_figures(made, stored->reliability)) {
                         mismatches.push_back({shopper.id, stored->at, stored->reliability.value, made.value});
                     }
                 });
    return mismatches;
}

std::string to_json(const std::vector<ShopperTier>& tiers) {
    Json list = Json::array();
    for (const ShopperTier& shopper : tiers) {
        const auto& rating = shopper.reliability;
        list.push_back({{"shopper_id", shopper.shopper_id},
                        {"name", shopper.name},
                        {"tier", to_string(shopper.tier)},
                        {"value", rating ? Json(rating->value) : Json(nullptr)},
                        {"uncertainty", rating ? Json(rating->uncertainty) : Json(nullptr)},
                        {"withdrawn_by", shopper.withdrawn_by},
                        {"withdrawn_at", moment_json(shopper.withdrawn_at)},
                        {"reason", shopper.withdrawn_because}});
    }
    return line(list);
}

std::string to_json(const std::vector<TierProposal>& proposals) {
    Json list = Json::array();
    for (const TierProposal& proposal : proposals) {
        list.push_back({{"proposal", proposal.withdraw ? "withdraw" : "reinstate"},
                        {"shopper_id", proposal.shopper_id},
                        {"name", proposal.name},
                        {"value", proposal.reliability.value},
                        {"uncertainty", proposal.reliability.uncertainty},
                        {"reason", proposal.reason.fr}});
    }
    return line(list);
}

std::string to_json(const std::vector<RatingMismatch>& mismatches) {
    Json list = Json::array();
    for (const RatingMismatch& mismatch : mismatches) {
        list.push_back({{"shopper_id", mismatch.shopper_id},
                        {"rated_at", format_moment(mismatch.rated_at)},
                        {"stored", mismatch.stored},
                        {"recomputed", mismatch.recomputed}});
    }
    return line(list);
}

}  // namespace relis::review
