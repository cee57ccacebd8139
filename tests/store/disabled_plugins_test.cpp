// Plugins that a person switched off, on both back ends.
#include <gmock/gmock.h>

#include "store/events.h"
#include "store/plugin_guard.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class DisabledPlugins : public StoreTest {};
RELIS_ON_BOTH_BACK_ENDS(DisabledPlugins);

TEST_P(DisabledPlugins, StayOffAsTheyWereSwitchedUntilTheyAreSwitchedOn) {
    const DisabledPlugin off{"consistency", "anne", "Trop de fausses alertes.", at(1)};
    EXPECT_TRUE(disable_plugin(database, off));
    EXPECT_FALSE(disable_plugin(database, {"consistency", "bruno", "Encore.", at(2)}));
    EXPECT_THAT(disabled_plugins(database), ElementsAre(off));
    EXPECT_TRUE(enable_plugin(database, "consistency", "bruno", at(3)));
    EXPECT_FALSE(enable_plugin(database, "consistency", "bruno", at(4)));
    EXPECT_THAT(disabled_plugins(database), IsEmpty());
    const auto events = list_events(database, "plugin", "consistency").rows;
    ASSERT_THAT(events, SizeIs(2));
    EXPECT_EQ(events[0].action, "disable");
    EXPECT_EQ(events[1].user, "bruno");
}

}  // namespace relis::store::test
