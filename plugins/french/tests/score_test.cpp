#include "french/score.h"

#include <numeric>

#include <gtest/gtest.h>

namespace {

using relis::french::costs;
using relis::french::score;

TEST(Score, IsFullForNoFaultWhateverTheCurve) {
    EXPECT_EQ(score(0, 0, {}), 5.0);
    EXPECT_EQ(score(0, 1000, {0.5, 4, 1}), 5.0);
}

TEST(Score, HalvesAtTheHalfLossDensity) {
    EXPECT_DOUBLE_EQ(score(12, 200, {6, 1, 60}), 2.5);
    EXPECT_DOUBLE_EQ(score(12, 200, {6, 3, 60}), 2.5);
}

TEST(Score, FallsWithEveryFaultAndStaysInRange) {
    double last = 5.0;
    for (int faults = 1; faults <= 200; ++faults) {
        const double now = score(faults, 150, {});
        EXPECT_LT(now, last);
        EXPECT_GE(now, 0.0);
        last = now;
    }
}

TEST(Score, CountsShortTextsAsLonger) {
    EXPECT_DOUBLE_EQ(score(1, 10, {6, 1, 60}), score(1, 60, {6, 1, 60}));
    EXPECT_LT(score(1, 60, {6, 1, 60}), score(1, 120, {6, 1, 60}));
}

TEST(Score, SharesTheLossByWeight) {
    const std::vector<double> weights{1.0, 0.0, 2.0};
    const std::vector<double> shares = costs(weights, 100, {});
    EXPECT_DOUBLE_EQ(shares[1], 0);
    EXPECT_DOUBLE_EQ(shares[2], 2 * shares[0]);
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 5.0 - score(3, 100, {}), 1e-12);
    EXPECT_EQ(costs(std::vector<double>{0.0, 0.0}, 100, {}), (std::vector<double>{0, 0}));
}

}  // namespace
