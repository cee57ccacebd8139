#include "app/draft_openers.h"

#include <charconv>

#include "app/appeals_window.h"
#include "app/draft_fields.h"
#include "app/follow_up.h"
#include "app/main_frame.h"
#include "app/missions_window.h"
#include "app/place_keeper.h"
#include "app/quality_manager.h"
#include "app/saved_filters.h"
#include "app/shopper_windows.h"

namespace relis::app {

void add_draft_openers(PlaceKeeper& place, MainFrame& frame, QualityManager& quality, ShopperWindows& shoppers,
                       FollowUp& follow_up, AppealsDoor& appeals, MissionsDoor& missions) {
    place.opens("filter",
                [&frame](const DraftFields& kept) { frame.queue_commands().ask_for_name(query_among(kept)); });
    place.opens("plugin",
                [&quality](const DraftFields& kept) { quality.show_plugins().select(field_of(kept, "plugin")); });
    place.opens("conduct", [&shoppers](const DraftFields& kept) { shoppers.show_conduct(field_of(kept, "shopper")); });
    place.opens("mission",
                [&missions](const DraftFields& kept) { missions.show().model().open(field_of(kept, "mission")); });
    place.opens("appeal", [&appeals](const DraftFields& kept) {
        const std::string text = field_of(kept, "appeal");
        std::int64_t id = 0;
        std::from_chars(text.data(), text.data() + text.size(), id);
        appeals.show().model().open(id);
    });
    place.opens("filing", [&appeals](const DraftFields& kept) { appeals.record(field_of(kept, "report")); });
    place.opens("remark",
                [&follow_up](const DraftFields& kept) { follow_up.show_remarks().open(field_of(kept, "id")); });
    place.opens("tiers", [&follow_up](const DraftFields&) { follow_up.show_tiers(); });
    place.opens("outbox-settings", [&follow_up](const DraftFields&) { follow_up.show_outbox().ask_for_settings(); });
    place.opens("outbox-month", [&follow_up](const DraftFields&) { follow_up.show_outbox().ask_for_month(); });
}

}  // namespace relis::app
