#include "review/shoppers.h"

#include <stdexcept>

#include "store/ratings.h"
#include "store/roster.h"
#include "unknown.h"

namespace relis::review {

namespace {

ShopperCard card_of(Workspace& workspace, const store::Shopper& shopper) {
    ShopperCard card;
    card.shopper_id = shopper.id;
    card.name = shopper.name.empty() ? shopper.id : shopper.name;
    card.city = shopper.city;
    card.region = shopper.region;
    if (const auto rating = store::load_rating(workspace.database(), shopper.id))
        card.reliability = rating->reliability;
    return card;
}

}  // namespace

ShopperCard load_shopper(Workspace& workspace, const std::string& shopper_id) {
    const auto shopper = store::load_shopper(workspace.database(), shopper_id);
    if (!shopper) throw LabelledError(no_shopper(shopper_id));
    ShopperCard card = card_of(workspace, *shopper);
    card.history = store::shopper_history(workspace.database(), shopper_id).missions;
    return card;
}

ShopperPage shopper_page(Workspace& workspace, const std::string& after, std::size_t limit) {
    const store::Page<store::Shopper> page = store::list_shoppers(workspace.database(), {after, limit});
    ShopperPage result;
    for (const store::Shopper& shopper : page.rows) result.shoppers.push_back(card_of(workspace, shopper));
    result.next = page.next;
    return result;
}

}  // namespace relis::review
