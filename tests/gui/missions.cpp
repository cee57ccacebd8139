// A mission that nobody has is given to the best candidate.
#include "app/words.h"
#include "window_test.h"

namespace relis::app {
namespace {

class MissionsToGive : public WindowTest {};

TEST_F(MissionsToGive, GoToTheFirstOfTheRankingWithAReasonWhereHeIsExcluded) {
    ASSERT_TRUE(free_a_mission());
    MissionsWindow& window = application().missions().show();
    ASSERT_TRUE(wait_until([&] { return window.model().opened() != nullptr; }));
    ASSERT_EQ(window.missions().GetItemCount(), static_cast<int>(window.model().waiting().size()));
    const std::string mission_id = window.model().mission_id();
    ASSERT_FALSE(window.model().opened()->candidates.empty());
    const std::string best = window.model().opened()->candidates.front().shopper_id;
    EXPECT_GT(shoot(window, "missions"), 10U);
    window.reason().SetValue("d'accord avec le client");  // the first may be excluded all the same
    press(window.assign_button());
    ASSERT_TRUE(wait_until([&] { return !window.model().given().empty(); }));
    EXPECT_EQ(review::load_mission(application().workspace(), window.model().given()).shopper_id, best);
    EXPECT_TRUE(wait_until([&] {
        return std::ranges::none_of(window.model().waiting(), [&](const review::WaitingMission& mission) {
            return mission.mission_id == mission_id;
        });
    }));
}

TEST_F(MissionsToGive, ANumberThatIsNotKnownLeavesTheMissionThatLiesOpen) {
    ASSERT_TRUE(free_a_mission());
    MissionsWindow& window = application().missions().show();
    ASSERT_TRUE(wait_until([&] { return window.model().opened() != nullptr && !window.model().working(); }));
    const std::string mission_id = window.model().mission_id();
    window.model().open("M-unknown");
    ASSERT_TRUE(wait_until([&] { return !window.model().working(); }));
    EXPECT_NE(window.model().error().en.find("M-unknown"), std::string::npos);
    EXPECT_EQ(window.model().mission_id(), mission_id);
    EXPECT_EQ(window.missions().GetSelectedRow(), 0) << "where it stands in the list";
}

}  // namespace
}  // namespace relis::app
