// Functions that wait for the interface thread run in events of their own.
#include "app/turns.h"

#include <thread>
#include <vector>

#include <wx/timer.h>

#include "window_test.h"

namespace relis::app {
namespace {

class TakingTurns : public WindowTest {};

TEST_F(TakingTurns, InOrderOnTheInterfaceThreadWithEventsBetween) {
    Turns turns;
    int beats = 0;
    wxTimer beat;
    beat.Bind(wxEVT_TIMER, [&](wxTimerEvent&) { ++beats; });
    beat.Start(1);
    std::vector<int> order;
    std::vector<int> beats_before;
    bool on_interface_thread = true;
    std::thread([&] {
        for (int i = 0; i < 5; ++i) {
            turns.post([&, i] {
                on_interface_thread = on_interface_thread && wxThread::IsMain();
                order.push_back(i);
                beats_before.push_back(beats);
                wxMilliSleep(5);
            });
        }
    }).join();
    EXPECT_FALSE(turns.idle());
    EXPECT_TRUE(order.empty()) << "nothing runs before the interface thread gets to it";
    ASSERT_TRUE(wait_until([&] { return turns.idle() && order.size() == 5; }));
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4}));
    EXPECT_TRUE(on_interface_thread);
    for (std::size_t i = 1; i < beats_before.size(); ++i) EXPECT_GT(beats_before[i], beats_before[i - 1]) << i;
}

TEST_F(TakingTurns, GoOnWhileOneWaitsInADialog) {
    Turns turns;
    bool other = false;
    bool waited = false;
    turns.post([&] { waited = wait_until([&] { return other; }); });
    turns.post([&] { other = true; });
    ASSERT_TRUE(wait_until([&] { return turns.idle(); }));
    EXPECT_TRUE(waited);
}

TEST_F(TakingTurns, AreDroppedWithWhatGaveThem) {
    bool ran = false;
    {
        Turns turns;
        turns.post([&] { ran = true; });
    }
    wxMilliSleep(5);
    wxYield();
    EXPECT_FALSE(ran);
}

}  // namespace
}  // namespace relis::app
