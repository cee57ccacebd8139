#include "store/interventions.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/claims.h"
#include "store/conduct.h"
#include "store/events.h"
#include "store/queue.h"
#include "store/ratings.h"
#include "store/reports.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Interventions : public StoreTest {
  protected:
    Interventions() { add_assessed(database, make_report("R-1")); }
    ~Interventions() override { EXPECT_THAT(check(database), IsEmpty()); }

    ReportState state() { return load_report_status(database, "R-1")->state; }
    static InterventionRequest wanted(const std::string& user = "anne") {
        return {"R-1", 1, user, "Le client vérifie.", at(5000), at(100)};
    }
    std::string last_action() { return list_events(database, "report", "R-1").rows.back().action; }
};
RELIS_ON_BOTH_BACK_ENDS(Interventions);

TEST_P(Interventions, AHeldReportIsKeptBackWithReasonAndDateAndComesBackWhereItWas) {
    const InterventionResult held = put_on_hold(database, wanted());
    ASSERT_TRUE(held.done) << held.refusal.en;
    EXPECT_EQ(state(), ReportState::held);
    EXPECT_EQ(load_queue_entry(database, "R-1")->state, ReportState::held);
    const Event event = list_events(database, "report", "R-1").rows.back();
    EXPECT_EQ(event.action, "hold");
    EXPECT_EQ(event.note, "Le client vérifie.");
    const Intervention kept = list_interventions(database, "R-1").at(0);
    EXPECT_EQ(kept.until, at(5000));
    EXPECT_EQ(kept.from, ReportState::assessed);
    EXPECT_THAT(standing_interventions(database, InterventionKind::hold).rows, SizeIs(1));

    const DecisionResult decided = record_decision(database, request("R-1", Decision::accept), count_missions);
    EXPECT_FALSE(decided.recorded);
    EXPECT_THAT(decided.refusal.en, HasSubstr("held"));
    EXPECT_THAT(decided.refusal.en, HasSubstr("release"));

    ASSERT_TRUE(end_hold(database, "R-1", "bruno", at(200)).done);
    EXPECT_EQ(state(), ReportState::assessed);
    EXPECT_EQ(list_interventions(database, "R-1").at(0).ended_by, "bruno");
    EXPECT_THAT(standing_interventions(database, InterventionKind::hold).rows, IsEmpty());
    EXPECT_FALSE(end_hold(database, "R-1", "bruno", at(201)).done) << "there is none any more";
    EXPECT_TRUE(record_decision(database, request("R-1", Decision::accept), count_missions).recorded);
}

TEST_P(Interventions, ThoseThatStandOnSomeReportsAreToldTogether) {
    ASSERT_EQ(add(database, make_report("R-2")).outcome, Added::added);
    ASSERT_TRUE(put_on_hold(database, wanted()).done);
    const auto standing = interventions_on(database, {"R-2", "R-1", "R-9"});
    ASSERT_THAT(standing, SizeIs(1));
    EXPECT_EQ(standing[0].until, at(5000));
    ASSERT_TRUE(end_hold(database, "R-1", "anne", at(200)).done);
    EXPECT_THAT(interventions_on(database, {"R-1"}), IsEmpty());
}

TEST_P(Interventions, AHoldNeedsAReasonAndADateToCome) {
    InterventionRequest silent = wanted();
    silent.reason = " ";
    EXPECT_THAT(put_on_hold(database, silent).refusal.en, HasSubstr("reason"));
    InterventionRequest endless = wanted();
    endless.until.reset();
    EXPECT_THAT(put_on_hold(database, endless).refusal.en, HasSubstr("until when"));
    InterventionRequest past = wanted();
    past.until = past.at;
    EXPECT_FALSE(put_on_hold(database, past).done);
    EXPECT_EQ(state(), ReportState::assessed);
    EXPECT_THAT(list_interventions(database, "R-1"), IsEmpty());
}

TEST_P(Interventions, TheNextRevisionEndsAHold) {
    ASSERT_TRUE(put_on_hold(database, wanted()).done);
    Report second = make_report("R-1", "Mieux.");
    second.revision = 2;
    ASSERT_EQ(add(database, second).outcome, Added::added);
    EXPECT_EQ(state(), ReportState::submitted);
    EXPECT_EQ(list_interventions(database, "R-1").at(0).ended_by, "shopper");
}

TEST_P(Interventions, AReportHeldBeforeItsAssessmentComesBackUnassessed) {
    ASSERT_EQ(add(database, make_report("R-2")).outcome, Added::added);
    ASSERT_TRUE(put_on_hold(database, {"R-2", 1, "anne", "Attendons.", at(5000), at(100)}).done);
    ASSERT_TRUE(end_hold(database, "R-2", "anne", at(101)).done);
    EXPECT_EQ(load_report_status(database, "R-2")->state, ReportState::submitted);
}

TEST_P(Interventions, WhatSomebodyElseReadsOrARevisionThatIsNotTheLastIsRefused) {
    hold_report(database, "R-1", "bruno", at(99));
    EXPECT_THAT(put_on_hold(database, wanted()).refusal.en, HasSubstr("held by bruno"));
    InterventionRequest old = wanted("bruno");
    old.revision = 7;
    EXPECT_THAT(put_on_hold(database, old).refusal.en, HasSubstr("not the current one"));
    EXPECT_THROW(put_on_hold(database, {"R-9", 1, "anne", "x", at(5000), at(100)}), Error);
}

TEST_P(Interventions, AWithdrawnReportEndsItsMissionForNobody) {
    ASSERT_TRUE(withdraw_report(database, wanted()).done);
    EXPECT_EQ(state(), ReportState::withdrawn);
    EXPECT_EQ(load_mission(database, "M-R-1")->closed_at, at(100));
    EXPECT_EQ(load_mission(database, "M-R-1")->outcome, std::nullopt);
    EXPECT_THAT(shopper_history(database, "C-1").missions, IsEmpty());
    EXPECT_FALSE(load_rating(database, "C-1"));

    Report second = make_report("R-1", "Mieux.");
    second.revision = 2;
    const AddResult late = add(database, second);
    EXPECT_EQ(late.outcome, Added::refused);
    EXPECT_THAT(late.reason.en, HasSubstr("withdrawn"));

    ASSERT_TRUE(reinstate_report(database, "R-1", "anne", at(101)).done);
    EXPECT_EQ(state(), ReportState::assessed);
    EXPECT_EQ(load_mission(database, "M-R-1")->closed_at, std::nullopt);
    EXPECT_EQ(last_action(), "reinstate");
}

TEST_P(Interventions, AReportWithdrawnWhileItsReworkWaitsGoesBackToWaiting) {
    DecisionRequest rework = request("R-1", Decision::rework);
    rework.new_due_at = at(3000);
    ASSERT_TRUE(record_decision(database, rework, count_missions).recorded);
    ASSERT_TRUE(withdraw_report(database, wanted()).done);
    EXPECT_THAT(check(database), IsEmpty());
    ASSERT_TRUE(reinstate_report(database, "R-1", "anne", at(101)).done);
    EXPECT_EQ(state(), ReportState::rework_requested);
}

TEST_P(Interventions, ADecidedReportIsNeitherHeldNorWithdrawn) {
    ASSERT_TRUE(record_decision(database, request("R-1", Decision::accept), count_missions).recorded);
    const InterventionResult held = put_on_hold(database, wanted());
    EXPECT_FALSE(held.done);
    EXPECT_THAT(held.refusal.en, HasSubstr("accepted"));
    EXPECT_THAT(held.refusal.en, HasSubstr("undo")) << "says what is possible";
    EXPECT_FALSE(withdraw_report(database, wanted()).done);
    EXPECT_FALSE(keep_as_surplus(database, wanted("bruno"), count_missions).done);
}

TEST_P(Interventions, AnUpheldAppealKeepsAReassignedVisitAsSurplusAndRatesItsShopperAnew) {
    ASSERT_TRUE(record_decision(database, request("R-1", Decision::reassign), count_missions).recorded);
    const InterventionResult own = keep_as_surplus(database, wanted("anne"), count_missions);
    EXPECT_FALSE(own.done) << "who decided does not answer the appeal";
    EXPECT_THAT(own.refusal.en, HasSubstr("somebody else"));

    const InterventionResult kept = keep_as_surplus(database, wanted("bruno"), count_missions);
    ASSERT_TRUE(kept.done) << kept.refusal.en;
    EXPECT_EQ(state(), ReportState::surplus);
    EXPECT_EQ(shopper_history(database, "C-1").missions.at(0).outcome, Outcome::accepted);
    const RatingRecord rating = *load_rating(database, "C-1");
    EXPECT_EQ(rating.intervention_id, kept.id) << "the log names the cause";
    EXPECT_EQ(rating.decision_id, 0);
    EXPECT_THAT(list_decisions(database, "R-1"), SizeIs(1)) << "the decision stays";
    EXPECT_FALSE(undo_last_decision(database, "R-1", "anne", at(150), count_missions).recorded);
    EXPECT_THAT(check(database), IsEmpty());

    InterventionRequest drop = wanted("carl");
    drop.at = at(200);
    drop.reason = " ";
    EXPECT_THAT(drop_surplus(database, drop, count_missions).refusal.en, HasSubstr("give the reason"));
    drop.reason = "Le reçu est celui d'un autre jour.";
    ASSERT_TRUE(drop_surplus(database, drop, count_missions).done);
    EXPECT_EQ(list_interventions(database, "R-1").at(0).end_reason, drop.reason);
    EXPECT_EQ(rating_causes(database, "C-1", 1).at(0).user, "carl");
    EXPECT_EQ(state(), ReportState::reassigned);
    EXPECT_EQ(shopper_history(database, "C-1").missions.at(0).outcome, Outcome::reassigned);
    EXPECT_THAT(list_ratings(database, "C-1").rows, SizeIs(3));
    const std::vector<RatingCause> causes = rating_causes(database, "C-1");
    EXPECT_EQ(causes.at(0).action, "drop_surplus") << "not the keeping of the visit that it ended";
    EXPECT_EQ(causes.at(0).subject, "R-1");
    EXPECT_EQ(causes.at(0).note, drop.reason);
    EXPECT_EQ(causes.at(1).action, "surplus");
    EXPECT_EQ(causes.at(2).action, "reassign");
}

}  // namespace relis::store::test
