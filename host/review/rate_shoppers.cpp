#include <optional>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "criteria_in_force.h"
#include "pages.h"
#include "review/shoppers.h"
#include "store/criteria.h"
#include "store/events.h"
#include "store/ratings.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

namespace {

constexpr const char* subject_kind = "criteria_set";
constexpr const char* rated = "rate";  ///< the event that notes under which set all shoppers were rated

/// The agency's set that an event is about; nothing for a programme's, since shoppers work for several.
std::optional<store::CriteriaSet> set_of(Workspace& workspace, const store::Event& event) {
    auto set = store::load_criteria(workspace.database(), std::stoll(event.subject));
    return set && set->programme.empty() ? set : std::nullopt;
}

nlohmann::json parameters_of(const store::CriteriaSet& set, const std::string& model) {
    return overrides_of(set).value(model, nlohmann::json::object());
}

/// The last publication since all shoppers were rated, where any since then changed the model's parameters.
std::optional<store::Event> publication_to_follow(Workspace& workspace, const std::string& model) {
    nlohmann::json rated_with = nlohmann::json::object();
    std::optional<store::Event> last;
    bool changed = false;
    for_each_row(
        [&](const store::PageRequest& page) {
            return store::list_events_about(workspace.database(), subject_kind, page);
        },
        [&](const store::Event& event) {
            const auto set = set_of(workspace, event);
            if (!set) {
                return;
            }
            if (event.action == rated) {
                rated_with = parameters_of(*set, model);
                last.reset();
                changed = false;
            } else if (event.action == "publish") {
                last = event;
                changed = changed || parameters_of(*set, model) != rated_with;
            }
        });
    return changed ? last : std::nullopt;
}

/// Rates as of that moment the shoppers who are `wanted`, each with the event that caused it; the number of changed
/// ratings. Stops between two shoppers.
template <class Wanted>
std::size_t rate_each(Workspace& workspace, const Moment& at, const Wanted& wanted, std::optional<std::int64_t> event,
                      const ProgressSink& progress, const std::stop_token& stop) {
    const store::RateShopper rate = reliability_rater(workspace);
    std::size_t changed = 0;
    std::uint64_t done = 0;
    store::PageRequest request;
    do {
        const store::Page<store::Shopper> page = store::list_shoppers(workspace.database(), request);
        for (const store::Shopper& shopper : page.rows) {
            if (stop.stop_requested()) {
                return changed;
            }
            if (wanted(shopper.id) && store::rate_shopper(workspace.database(), shopper.id, at, rate, event)) {
                ++changed;
            }
            ++done;
        }
        if (progress) {
            progress({{"Cotation des clients mystères", "Rating shoppers"}, done, 0});
        }
        request.after = page.next;
    } while (!request.after.empty());
    return changed;
}

}  // namespace

std::size_t rate_all_shoppers(Workspace& workspace) {
    const auto all = [](const std::string&) { return true; };
    return rate_each(workspace, now(), all, std::nullopt, {}, {});
}

std::size_t rate_after_publishing(Workspace& workspace, const ProgressSink& progress, const std::stop_token& stop) {
    const auto models = workspace.plugins().plugins(Role::reliability_model);
    if (models.empty()) {
        return 0;
    }
    const auto cause = publication_to_follow(workspace, models.front().description.id);
    if (!cause) {
        return 0;
    }
    const Moment at = now();
    // those rated later were rated with what is in force
    const auto earlier = [&](const std::string& shopper_id) {
        const auto before = store::load_rating(workspace.database(), shopper_id);
        return before && before->at <= cause->at;
    };
    const std::size_t changed = rate_each(workspace, at, earlier, cause->id, progress, stop);
    if (stop.stop_requested()) {
        return changed;
    }
    store::append_event(
        workspace.database(),
        {0, at, workspace.user(), rated, subject_kind, cause->subject, 0, {}, {}, fmt::format("{}", changed)});
    return changed;
}

}  // namespace relis::review
