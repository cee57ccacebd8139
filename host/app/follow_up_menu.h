#pragma once

class wxMenu;

namespace relis::app {

/// What is done with reports and shoppers beside deciding: holds, withdrawals, reworks, tiers, the outbox.
[[nodiscard]] wxMenu* make_follow_up_menu();

}  // namespace relis::app
