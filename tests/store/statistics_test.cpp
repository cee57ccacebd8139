// Figures over decisions, submissions and the backlog, on both back ends.
#include "store/statistics.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/judgements.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StatisticsCounted : public StoreTest {
  protected:
    StatisticsCounted() {
        for (int i = 1; i <= 6; ++i) {
            Report report = make_report("R-" + std::to_string(i));
            if (i == 6) report.shopper_id = "C-2";
            add_assessed(database, report);
        }
        shape.now = at(3 * 24 * 60);
        shape.ages = {3600, 24 * 3600, 4 * 24 * 3600};
        shape.times = {3600, 24 * 3600};
    }
    ~StatisticsCounted() override { EXPECT_THAT(check(database), IsEmpty()); }

    void decide(const std::string& report, Decision decision, int minute, const std::string& user = "anne") {
        DecisionRequest asked = request(report, decision);
        asked.at = at(minute);
        asked.user = user;
        ASSERT_TRUE(record_decision(database, asked, count_missions).recorded);
    }

    StatisticsShape shape;
};
RELIS_ON_BOTH_BACK_ENDS(StatisticsCounted);

TEST_P(StatisticsCounted, AnEmptyPeriodGivesZerosAndNoTimes) {
    const Statistics result = load_statistics(database, {}, shape);
    EXPECT_EQ(result.totals, DecisionCounts{});
    EXPECT_FALSE(result.median_seconds);
    EXPECT_THAT(result.programmes, IsEmpty());
    EXPECT_THAT(result.detail, SizeIs(score_bins));
}

TEST_P(StatisticsCounted, DecisionsFallByKindAndByWhoMadeThem) {
    decide("R-1", Decision::accept, 30);
    decide("R-2", Decision::accept, 90);
    decide("R-3", Decision::rework, 120, "bruno");
    decide("R-6", Decision::reassign, 2 * 24 * 60, "bruno");
    const Statistics result = load_statistics(database, {}, shape);
    EXPECT_EQ(result.totals.accepted, 2);
    EXPECT_EQ(result.totals.reworked, 1);
    EXPECT_EQ(result.totals.reassigned, 1);
    EXPECT_EQ(result.totals.first_decided, 4);
    EXPECT_EQ(result.totals.first_accepted, 2);
    EXPECT_EQ(result.totals.recommended, 4);
    EXPECT_EQ(result.totals.as_recommended, 2) << "all were recommended for acceptance";
    EXPECT_EQ(result.totals.detail_count, 4);
    EXPECT_DOUBLE_EQ(result.totals.detail_sum, 14.0);
    EXPECT_EQ(result.recommended.at("accept").at("rework"), 1);
    EXPECT_EQ(result.detail.at(7), 4) << "3.5";
    EXPECT_EQ(result.french.at(8), 4) << "4.25";
    EXPECT_THAT(result.times, ElementsAre(1, 2, 1));
    EXPECT_EQ(result.median_seconds, 90 * 60);
    ASSERT_THAT(result.users, SizeIs(2));
    EXPECT_EQ(result.users[0].id, "anne");
    EXPECT_EQ(result.users[0].counts.accepted, 2);
    EXPECT_EQ(result.users[1].counts.decided(), 2);
    ASSERT_THAT(result.shoppers, SizeIs(2));
    EXPECT_EQ(result.shoppers[0].id, "C-1");
    ASSERT_THAT(result.programmes, SizeIs(1));
    EXPECT_EQ(result.programmes[0].counts, result.totals);
    ASSERT_THAT(result.days, SizeIs(2));
    EXPECT_EQ(result.days[0].submitted, 6);
    EXPECT_EQ(result.days[0].accepted, 2);
    EXPECT_EQ(result.days[1].reassigned, 1);
    EXPECT_EQ(result.days[1].day - result.days[0].day, 2);
}

TEST_P(StatisticsCounted, AFilterNarrowsToAPeriodAShopperAndAReviewer) {
    decide("R-1", Decision::accept, 30);
    decide("R-2", Decision::rework, 90, "bruno");
    decide("R-6", Decision::accept, 120, "bruno");
    StatisticsFilter filter;
    filter.from = at(60);
    EXPECT_EQ(load_statistics(database, filter, shape).totals.decided(), 2);
    filter.until = at(120);
    EXPECT_EQ(load_statistics(database, filter, shape).totals.decided(), 1) << "the end is not of the period";
    filter = {};
    filter.shopper = "C-2";
    EXPECT_EQ(load_statistics(database, filter, shape).totals.decided(), 1);
    filter = {};
    filter.user = "bruno";
    EXPECT_EQ(load_statistics(database, filter, shape).totals.decided(), 2);
    filter.programme = "hotel";
    EXPECT_EQ(load_statistics(database, filter, shape).totals.decided(), 0);
}

TEST_P(StatisticsCounted, ADecisionThatWasUndoneCountsNowhere) {
    decide("R-1", Decision::accept, 30);
    ASSERT_TRUE(undo_last_decision(database, "R-1", "anne", at(40), count_missions).recorded);
    const Statistics result = load_statistics(database, {}, shape);
    EXPECT_EQ(result.totals.decided(), 0);
    EXPECT_EQ(result.waiting.at(0).waiting, 6);
}

TEST_P(StatisticsCounted, ALaterRatingDoesNotChangeWhatWasDecided) {
    decide("R-1", Decision::accept, 30);
    AssessedRevision again = make_assessed("R-1");
    again.detail = 1.0;
    save_assessments(database, again, "anne");
    EXPECT_DOUBLE_EQ(load_statistics(database, {}, shape).totals.detail_sum, 3.5);
}

TEST_P(StatisticsCounted, TheBacklogIsAgedAndLate) {
    decide("R-1", Decision::accept, 30);
    const Statistics result = load_statistics(database, {}, shape);
    EXPECT_THAT(result.ages, ElementsAre(0, 0, 5, 0));
    ASSERT_THAT(result.waiting, SizeIs(1));
    EXPECT_EQ(result.waiting[0].programme, "epicerie");
    EXPECT_EQ(result.waiting[0].waiting, 5);
    EXPECT_EQ(result.waiting[0].late, 5);
    ASSERT_TRUE(result.oldest_waiting);
    EXPECT_EQ(result.oldest_waiting->utc, at(0).utc);
}

TEST_P(StatisticsCounted, RulesAreRankedByTheirDismissalsInThePeriod) {
    Dismissal dismissal;
    dismissal.report_id = "R-1";
    dismissal.plugin = "french";
    dismissal.rule = "unknown-word";
    dismissal.category = "spelling";
    dismissal.user = "anne";
    dismissal.reason = "Prénom.";
    dismissal.at = at(20);
    save_dismissal(database, dismissal);
    dismissal.report_id = "R-2";
    dismissal.reason = "Marque.";
    save_dismissal(database, dismissal);
    StatisticsFilter filter;
    filter.shopper = "C-1";
    const auto rules = load_statistics(database, filter, shape).rules;
    ASSERT_THAT(rules, SizeIs(1));
    EXPECT_EQ(rules[0].dismissed, 2);
    EXPECT_EQ(rules[0].reports, 2);
    EXPECT_EQ(rules[0].last_reason, "Marque.");
    filter.from = at(30);
    EXPECT_THAT(load_statistics(database, filter, shape).rules, IsEmpty());
}

}  // namespace relis::store::test
