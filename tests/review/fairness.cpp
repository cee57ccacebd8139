// How evenly missions, decisions and scores fall.
#include "review/fairness.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assigning.h"
#include "label/labelled_error.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

FairnessReport fairness_of(Agency& agency, const std::string& programme = "") {
    FairnessOptions options;
    options.at = noon();
    options.programme = programme;
    return fairness(agency.workspace(), options);
}

const FairnessFigure& figure(const FairnessReport& report, const std::string& group, FairnessMeasure measure) {
    for (const FairnessGroup& g : report.groups) {
        if (g.id == group) return g.figures.at(static_cast<std::size_t>(measure));
    }
    throw std::runtime_error("no group " + group);
}

}  // namespace

TEST(Fairness, TellsHowMissionsSpread) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2")
        .shopper("C-3")
        .shopper("C-4")
        .done("C-2", "2026-02-02")
        .done("C-2", "2026-02-03")
        .done("C-2", "2025-02-03")
        .into(agency);
    const MissionSpread spread = fairness_of(agency).spread;
    EXPECT_EQ(spread.shoppers, 4U);
    EXPECT_EQ(spread.missions, 4U) << "two of C-2, M-0 and M-9 of C-1; the one before the period does not count";
    EXPECT_EQ(spread.without, 2U);
    EXPECT_EQ(spread.most, 2U);
    EXPECT_DOUBLE_EQ(spread.mean, 1);
    EXPECT_DOUBLE_EQ(spread.busiest_tenth_share, 0.5);
    EXPECT_DOUBLE_EQ(spread.gini, 0.5) << "0, 0, 2, 2";
    ASSERT_EQ(spread.bins.size(), 3U);
    EXPECT_EQ(spread.bins[0].shoppers, 2U);
    EXPECT_EQ(spread.bins[1].shoppers, 0U);
    EXPECT_EQ(spread.bins[2].shoppers, 2U);
    EXPECT_THROW((void)fairness_of(agency, "none"), LabelledError) << "a misspelt programme is no fair one";
}

TEST(Fairness, MarksADifferenceBetweenRegionsThatChanceDoesNotExplain) {
    Agency agency;
    AssigningRoster roster;
    for (int i = 10; i < 18; ++i) {
        const std::string south = "S-" + std::to_string(i);
        const std::string north = "N-" + std::to_string(i);
        const double little = (i % 3) * 0.1;
        roster.shopper(south, {{"region", "Sud"}}).shopper(north, {{"region", "Nord"}});
        roster.done(south, "2026-02-02", {{"detail", 4.5 - little}, {"french", 4.0 + little}});
        roster.done(north, "2026-02-02", {{"detail", 3.0 + little}, {"french", 4.0 + little}, {"reworks", i % 2}});
    }
    roster.into(agency);
    const FairnessReport report = fairness_of(agency);
    const FairnessFigure& detail = figure(report, "Nord", FairnessMeasure::detail);
    EXPECT_EQ(detail.count, 8);
    EXPECT_NEAR(detail.value.value(), 3.1, 0.05);
    EXPECT_TRUE(detail.notable);
    EXPECT_LT(detail.high.value(), 0);
    EXPECT_FALSE(figure(report, "Nord", FairnessMeasure::french).notable);
    EXPECT_NEAR(figure(report, "Nord", FairnessMeasure::reworked).value.value(), 0.5, 1e-9);
    EXPECT_FALSE(figure(report, "QC", FairnessMeasure::detail).notable) << "one shopper tells nothing";
}

TEST(Fairness, BinsHoldEveryShopperOnceHoweverMany) {
    for (const int most : {1, 12, 13, 100}) {
        Agency agency;
        AssigningRoster roster;
        roster.shopper("C-2");
        for (int i = 0; i < most; ++i) roster.done("C-2", "2026-02-02");
        roster.into(agency);
        const MissionSpread spread = fairness_of(agency).spread;
        ASSERT_LE(spread.bins.size(), 13U) << most;
        std::size_t shoppers = 0;
        std::size_t next = 0;
        for (const MissionBin& bin : spread.bins) {
            EXPECT_EQ(bin.from, next) << most;
            next = bin.to + 1;
            shoppers += bin.shoppers;
        }
        EXPECT_EQ(shoppers, spread.shoppers) << most;
        EXPECT_GE(next, spread.most + 1) << most;
    }
}

TEST(Fairness, IsATableForOtherPrograms) {
    Agency agency;
    AssigningRoster().shopper("C-2", {{"region", "Nord, \"Est\""}}).done("C-2", "2026-02-02").into(agency);
    const std::string csv = to_csv(fairness_of(agency));
    EXPECT_THAT(csv, HasSubstr("region,\"Nord, \"\"Est\"\"\",1,missions,1,1.0000,"));
    EXPECT_THAT(csv, HasSubstr("spread,,2,missions,,"));
    std::istringstream lines(csv);
    for (std::string line; std::getline(lines, line);) {
        if (line.find("Nord") == std::string::npos) {
            EXPECT_EQ(std::ranges::count(line, ','), 10) << line;
        }
    }
}

TEST(Fairness, GroupsByTenure) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"joined_on", "2026-03-01"}})
        .shopper("C-3", {{"joined_on", "2025-03-01"}})
        .shopper("C-4", {{"joined_on", nullptr}})
        .into(agency);
    std::vector<std::string> tenures;
    for (const FairnessGroup& group : fairness_of(agency).groups) {
        if (group.grouping == FairnessGrouping::tenure) tenures.push_back(group.name.en);
    }
    EXPECT_THAT(tenures, ElementsAre("under 6 months", "6 months to 2 years", "2 years and more", "tenure not known"));
}

}  // namespace relis::review
