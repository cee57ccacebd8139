// The parts of the review that need neither database nor plugin.
#include <gtest/gtest.h>

#include "french_text.h"
#include "review/calibrate.h"
#include "review/changes.h"
#include "review/queue.h"

namespace relis::review {

TEST(FrenchText, CutsByCodePointsAndNotByBytes) {
    EXPECT_EQ(slice("Été à l'hôtel", 4, 5), "à");
    EXPECT_EQ(slice("été", 2, 99), "é");
    EXPECT_EQ(slice("été", 5, 9), "");
    EXPECT_EQ(length_of("hôtel"), 5U);
}

TEST(FrenchText, WritesScoresWithAComma) {
    EXPECT_EQ(french_score(3.5), "3,5");
    EXPECT_EQ(french_score(5), "5");
    EXPECT_EQ(french_score(2.26), "2,3");
    EXPECT_EQ(french_score(0.04), "0");
}

TEST(FrenchText, WritesAMomentAsItsReaderSaysIt) {
    EXPECT_EQ(french_moment(*parse_moment("2026-06-16T21:02:09-04:00")), "mardi 16 juin à 21 h 02");
    EXPECT_EQ(french_moment(*parse_moment("2026-02-01T08:30:00Z")), "dimanche 1er février à 8 h 30");
}

TEST(FrenchText, LetsNoLineBreakPartAGuillemetFromItsWord) {
    EXPECT_EQ(with_fixed_spaces("« oui » : bien ? Non !"), "«\u00A0oui\u00A0»\u00A0: bien\u00A0? Non\u00A0!");
    EXPECT_EQ(with_fixed_spaces("à 14:05, un deux "), "à 14:05, un deux ");
}

TEST(FrenchText, MakesFileNamesThatStayInTheirFolder) {
    EXPECT_EQ(safe_file_name("R-000123"), "R-000123");
    EXPECT_EQ(safe_file_name("../../etc/passwd"), "_.._.._etc_passwd");
}

TEST(Urgency, FollowsTheTimeLeft) {
    const Moment now = *parse_moment("2026-06-16T12:00:00Z");
    EXPECT_EQ(urgency(parse_moment("2026-06-16T11:59:59Z"), now), Urgency::late);
    EXPECT_EQ(urgency(parse_moment("2026-06-16T17:59:00Z"), now), Urgency::today);
    EXPECT_EQ(urgency(parse_moment("2026-06-17T11:00:00Z"), now), Urgency::soon);
    EXPECT_EQ(urgency(parse_moment("2026-06-18T12:00:00Z"), now), Urgency::calm);
    EXPECT_EQ(urgency(std::nullopt, now), Urgency::unknown);
}

TEST(Kappa, IsOneForPerfectAgreementAndMinusOneForReversedExtremes) {
    EXPECT_DOUBLE_EQ(*quadratic_weighted_kappa({{1, 1}, {3.5, 3.5}, {5, 5}}), 1);
    EXPECT_DOUBLE_EQ(*quadratic_weighted_kappa({{0, 5}, {5, 0}}), -1);
}

TEST(Kappa, AgreesWithAWorkedExample) {
    // Disagreement 2·1 (two pairs one step apart); expected 2 by hand from the margins {2,2} and {2,2}.
    EXPECT_DOUBLE_EQ(*quadratic_weighted_kappa({{1, 1}, {1, 1.5}, {1.5, 1}, {1.5, 1.5}}), 0);
}

TEST(Kappa, IsAbsentWhereNothingVaries) {
    EXPECT_FALSE(quadratic_weighted_kappa({{4, 4}, {4, 4}}));
    EXPECT_FALSE(quadratic_weighted_kappa({}));
}

TEST(Changes, AreToldUntilTheSubscriptionEnds) {
    Changes changes;
    int told = 0;
    {
        const Changes::Subscription subscription = changes.subscribe([&](const Change& change) {
            EXPECT_EQ(change.report_id, "R-1");
            ++told;
        });
        changes.announce({Change::Kind::decided, "R-1"});
    }
    changes.announce({Change::Kind::decided, "R-1"});
    EXPECT_EQ(told, 1);
}

TEST(Changes, ASubscriptionMayOutliveItsSource) {
    Changes::Subscription subscription;
    {
        Changes changes;
        subscription = changes.subscribe([](const Change&) {});
    }
}

}  // namespace relis::review
