#pragma once

#include <memory>

#include "app/outbox_desk.h"
#include "app/rework_desk.h"
#include "app/tiers_desk.h"
#include "app/words_file.h"
#include "review/workspace.h"

namespace relis::app {

/// What the windows of the follow-up ask of the review layer. Lives longer than the Background that works for them.
struct FollowUpDesks {
    std::unique_ptr<ReworkDesk> reworks;
    std::unique_ptr<TiersDesk> tiers;
    std::unique_ptr<OutboxDesk> outbox;
};
/// The desks that work on a real workspace, in those words; both have to outlive them.
[[nodiscard]] FollowUpDesks make_follow_up_desks(review::Workspace& workspace, WordsFile& words);

}  // namespace relis::app
