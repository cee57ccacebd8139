#include "store/decisions.h"

#include <thread>

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/claims.h"
#include "store/events.h"
#include "store/queue.h"
#include "store/ratings.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::IsEmpty;

class Decisions : public StoreTest {
  protected:
    Decisions() { add_assessed(database, make_report("R-1")); }
    ~Decisions() override { EXPECT_THAT(check(database), IsEmpty()); }

    ReportState state() { return load_report_status(database, "R-1")->state; }
};
RELIS_ON_BOTH_BACK_ENDS(Decisions);

TEST_P(Decisions, AcceptingClosesTheMissionRatesTheShopperAndLeavesAnEvent) {
    const DecisionResult result = record_decision(database, request("R-1", Decision::accept), count_missions);
    ASSERT_TRUE(result.recorded) << result.refusal.en;
    EXPECT_EQ(state(), ReportState::accepted);

    const Mission mission = *load_mission(database, "M-R-1");
    EXPECT_EQ(mission.outcome, Outcome::accepted);
    EXPECT_EQ(mission.closed_at, at(100));
    EXPECT_EQ(mission.detail, 3.5);
    EXPECT_EQ(mission.french, 4.25);
    EXPECT_EQ(mission.missing, 1);
    EXPECT_EQ(mission.submitted_at, at(0));
    EXPECT_EQ(mission.due_at, at(1440));

    const std::optional<RatingRecord> rating = load_rating(database, "C-1");
    ASSERT_TRUE(rating);
    EXPECT_EQ(rating->reliability, count_missions(shopper_history(database, "C-1"), at(100)));
    EXPECT_EQ(rating->reliability.value, 1) << "the mission just decided counts";
    EXPECT_EQ(rating->decision_id, result.decision_id);

    const std::vector<Event> events = list_events(database, "report", "R-1").rows;
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].action, "import");
    EXPECT_EQ(events[1].action, "assess");
    Event expected{events[2].id, at(100), "anne", "accept", "report", "R-1", 1, "assessed", "accepted", "Complet."};
    EXPECT_EQ(events[2], expected);

    const std::vector<DecisionRecord> decisions = list_decisions(database, "R-1");
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].user, "anne");
    EXPECT_EQ(decisions[0].message, "Merci !");
    EXPECT_EQ(decisions[0].recommended, Decision::accept);
    EXPECT_EQ(decisions[0].undone_by, "");
}

TEST_P(Decisions, AReworkKeepsTheMissionOpenAndSetsANewDueTime) {
    DecisionRequest rework = request("R-1", Decision::rework);
    rework.new_due_at = at(3000);
    ASSERT_TRUE(record_decision(database, rework, count_missions).recorded);
    EXPECT_EQ(state(), ReportState::rework_requested);
    EXPECT_EQ(load_mission(database, "M-R-1")->outcome, std::nullopt);
    EXPECT_EQ(load_mission(database, "M-R-1")->reworks, 1);
    EXPECT_EQ(load_queue_entry(database, "R-1")->due_at, at(3000));

    Report second = make_report("R-1", "Mieux.");
    second.revision = 2;
    ASSERT_EQ(add(database, second).outcome, Added::added);
    EXPECT_EQ(load_queue_entry(database, "R-1")->due_at, at(3000)) << "not the first due time";
    AssessedRevision assessed = make_assessed("R-1", 2);
    assessed.detail = 5;
    assessed.missing = 0;
    save_assessments(database, assessed, "relis");
    DecisionRequest accept = request("R-1", Decision::accept);
    accept.revision = 2;
    ASSERT_TRUE(record_decision(database, accept, count_missions).recorded);
    const MissionRecord record = shopper_history(database, "C-1").missions.at(0);
    EXPECT_EQ(record.reworks, 1);
    EXPECT_EQ(record.detail, 5.0) << "of the last revision";
    EXPECT_EQ(record.missing, 1) << "of the first revision";
    EXPECT_EQ(record.submitted_at, at(0)) << "of the first revision";
}

TEST_P(Decisions, ReassigningClosesTheMissionAsReassigned) {
    ASSERT_TRUE(record_decision(database, request("R-1", Decision::reassign), count_missions).recorded);
    EXPECT_EQ(state(), ReportState::reassigned);
    EXPECT_EQ(load_mission(database, "M-R-1")->outcome, Outcome::reassigned);
}

TEST_P(Decisions, TheSecondPersonIsToldWhoDecided) {
    record_decision(database, request("R-1", Decision::accept), count_missions);
    DecisionRequest second = request("R-1", Decision::rework);
    second.user = "bruno";
    const DecisionResult result = record_decision(database, second, count_missions);
    EXPECT_FALSE(result.recorded);
    EXPECT_THAT(result.refusal.en, HasSubstr("accept by anne"));
    EXPECT_EQ(list_decisions(database, "R-1").size(), 1U);
}

TEST_P(Decisions, OfManyAtOnceExactlyOneIsRecorded) {
    std::atomic<int> recorded = 0;
    std::vector<std::thread> people;
    for (int i = 0; i < 6; ++i) {
        people.emplace_back([&, i] {
            DecisionRequest mine = request("R-1", static_cast<Decision>(i % 3));
            mine.user = "user-" + std::to_string(i);
            if (record_decision(database, mine, count_missions).recorded) ++recorded;
        });
    }
    for (std::thread& person : people) person.join();
    EXPECT_EQ(recorded, 1);
}

TEST_P(Decisions, AnUnassessedOrOutdatedRevisionIsNotDecided) {
    add(database, make_report("R-2"));
    const DecisionResult unassessed = record_decision(database, request("R-2", Decision::accept), count_missions);
    EXPECT_FALSE(unassessed.recorded);
    EXPECT_THAT(unassessed.refusal.en, HasSubstr("Assess it"));
    DecisionRequest other = request("R-1", Decision::accept);
    other.revision = 2;
    EXPECT_THAT(record_decision(database, other, count_missions).refusal.en, HasSubstr("not the current one"));
    EXPECT_THROW(record_decision(database, request("R-9", Decision::accept), count_missions), Error);
}

TEST_P(Decisions, AColleaguesHoldForbidsUntilItsTimeIsOver) {
    EXPECT_EQ(hold_report(database, "R-1", "bruno", at(95)), (Claim{"bruno", at(110)}));
    EXPECT_EQ(hold_report(database, "R-1", "anne", at(99)).user, "bruno");
    EXPECT_EQ(holder_of(database, "R-1", at(100))->user, "bruno");
    const DecisionResult early = record_decision(database, request("R-1", Decision::accept), count_missions);
    EXPECT_FALSE(early.recorded);
    EXPECT_THAT(early.refusal.en, HasSubstr("bruno"));
    EXPECT_FALSE(release_report(database, "R-1", "anne"));
    EXPECT_EQ(holder_of(database, "R-1", at(110)), std::nullopt);
    EXPECT_EQ(hold_report(database, "R-1", "anne", at(110)).user, "anne");
    EXPECT_TRUE(release_report(database, "R-1", "anne"));
    hold_report(database, "R-1", "anne", at(111));
    DecisionRequest mine = request("R-1", Decision::accept);
    mine.at = at(112);
    EXPECT_TRUE(record_decision(database, mine, count_missions).recorded);
    EXPECT_EQ(holder_of(database, "R-1", at(112)), std::nullopt) << "deciding ends the hold";
    EXPECT_THROW(hold_report(database, "R-9", "anne", at(0)), Error);
}

TEST_P(Decisions, UndoingLeavesTheDecisionAndItsEventsAndReopens) {
    for (const Decision decision : {Decision::accept, Decision::rework, Decision::reassign}) {
        DecisionRequest first = request("R-1", decision);
        first.new_due_at = at(5000);
        ASSERT_TRUE(record_decision(database, first, count_missions).recorded);
        const DecisionResult undone = undo_last_decision(database, "R-1", "bruno", at(101), count_missions);
        ASSERT_TRUE(undone.recorded) << undone.refusal.en;
        EXPECT_EQ(state(), ReportState::assessed);
        EXPECT_EQ(load_report_status(database, "R-1")->reworks_asked, 0);
        EXPECT_EQ(load_mission(database, "M-R-1")->outcome, std::nullopt);
        EXPECT_EQ(load_mission(database, "M-R-1")->reworks, 0);
        EXPECT_EQ(load_queue_entry(database, "R-1")->due_at, at(1440));
        EXPECT_EQ(load_rating(database, "C-1")->reliability.value, 0);
    }
    const std::vector<DecisionRecord> decisions = list_decisions(database, "R-1");
    ASSERT_EQ(decisions.size(), 3U);
    EXPECT_EQ(decisions[2].undone_by, "bruno");
    EXPECT_EQ(decisions[2].undone_at, at(101));
    EXPECT_EQ(list_events(database, "report", "R-1").rows.size(), 8U);
    EXPECT_FALSE(undo_last_decision(database, "R-1", "bruno", at(102), count_missions).recorded);
    const Page<RatingRecord> ratings = list_ratings(database, "C-1", {{}, 4});
    EXPECT_EQ(ratings.rows.size(), 4U);
    EXPECT_EQ(list_ratings(database, "C-1", {ratings.next, 4}).rows.size(), 2U);
}

TEST_P(Decisions, ARatingThatFailsRollsTheWholeDecisionBack) {
    const RateShopper broken = [](const ShopperHistory&, const Moment&) -> Reliability {
        throw std::runtime_error("no model");
    };
    EXPECT_THROW(record_decision(database, request("R-1", Decision::accept), broken), std::runtime_error);
    EXPECT_EQ(state(), ReportState::assessed);
    EXPECT_THAT(list_decisions(database, "R-1"), IsEmpty());
    EXPECT_EQ(load_mission(database, "M-R-1")->outcome, std::nullopt);
}

TEST_P(Decisions, ARatingWithoutADecisionIsKeptOnce) {
    const Reliability reliability = count_missions({}, at(0));
    give_rating(database, "C-1", reliability, at(3));
    give_rating(database, "C-1", reliability, at(4));
    EXPECT_EQ(list_ratings(database, "C-1").rows.size(), 1U);
    EXPECT_EQ(load_rating(database, "C-1")->reliability, reliability);
    EXPECT_THROW(give_rating(database, "C-9", reliability, at(4)), Error);
}

}  // namespace relis::store::test
