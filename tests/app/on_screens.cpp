#include "app/on_screens.h"

#include <ostream>

#include <gtest/gtest.h>

inline std::ostream& operator<<(std::ostream& out, const wxRect& rect) {
    return out << rect.x << "," << rect.y << " " << rect.width << "x" << rect.height;
}

namespace relis::app {
namespace {

const std::vector<wxRect> two{{0, 0, 1280, 720}, {1280, 0, 1280, 720}};
const std::vector<wxRect> one{{0, 0, 1280, 720}};

TEST(AWindowThatComesBack, StandsWhereItStoodOnEitherScreen) {
    for (const wxRect& window : {wxRect(10, 20, 600, 400), wxRect(1300, 50, 600, 400), wxRect(1000, 300, 900, 700)}) {
        EXPECT_EQ(on_screens(window, two), window);
    }
}

TEST(AWindowThatComesBack, ComesOverFromAScreenThatIsGone) {
    EXPECT_EQ(on_screens({1300, 50, 600, 400}, one), wxRect(680, 50, 600, 400));
    EXPECT_EQ(on_screens({-2000, -900, 600, 400}, one), wxRect(0, 0, 600, 400));
    EXPECT_EQ(on_screens({-2000, 100, 600, 400}, two), wxRect(0, 100, 600, 400)) << "to the nearest";
}

TEST(AWindowThatComesBack, FitsIntoASmallerScreen) {
    EXPECT_EQ(on_screens({3000, 2000, 2500, 1400}, one), wxRect(0, 0, 1280, 720));
}

TEST(AWindowThatComesBack, HasATitleBarToTakeHoldOf) {
    EXPECT_EQ(on_screens({1250, 50, 600, 400}, one), wxRect(680, 50, 600, 400)) << "30 pixels are too few";
    EXPECT_EQ(on_screens({100, -300, 600, 400}, one), wxRect(100, 0, 600, 400)) << "the foot alone cannot be moved";
    EXPECT_EQ(on_screens({100, 715, 600, 400}, one), wxRect(100, 320, 600, 400));
}

TEST(AWindowThatComesBack, StaysWhereNoScreenIsKnown) {
    EXPECT_EQ(on_screens({3000, 50, 600, 400}, std::span<const wxRect>()), wxRect(3000, 50, 600, 400));
}

}  // namespace
}  // namespace relis::app
