// Missions given to somebody else, given back, never done; notes and confirmed misconduct: what is kept, and what is
// refused.
#include "store/mission_moves.h"

#include <gmock/gmock.h>

#include "store/assignment.h"
#include "store/check.h"
#include "store/conduct.h"
#include "store/events.h"
#include "store/ratings.h"
#include "support.h"

namespace relis::store::test {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// R-1 of C-1 was reassigned at at(100); C-2 is another shopper, M-open a mission of his due at(2000).
class MissionMoves : public StoreTest {
  protected:
    MissionMoves() {
        add_assessed(database, make_report("R-1"));
        EXPECT_TRUE(record_decision(database, request("R-1", Decision::reassign), count_missions).recorded);
        Batch batch(database);
        batch.put_shopper({"C-2", "Nadia Belkacem", "", "", "", {}, ""});
        batch.put_mission({"M-open", "epicerie", "S-1", "C-2", at(0), at(2000), {}, {}, {}, 0, {}, {}, 0});
        batch.commit();
    }
    AssignmentRequest wanted() {
        return {"M-R-1", "C-2", "bruno", at(150), at(3000), R"({"rank": 1})", "", mission_count(database, "C-2")};
    }
    static MissionEnding ending(Outcome outcome) { return {"M-open", outcome, "bruno", "Malade.", at(200), at(210)}; }
    std::vector<std::string> pooled() {
        std::vector<std::string> ids;
        for_each_mission(database, at(-100000), [&](Mission&& mission) { ids.push_back(std::move(mission.id)); });
        std::ranges::sort(ids);
        return ids;
    }
};

TEST_P(MissionMoves, AnAssignmentKeepsWhoChoseWhomAndWhyAndMakesTheMission) {
    const AssignmentResult made = assign_mission(database, wanted());
    ASSERT_TRUE(made.done) << made.refusal.en;
    EXPECT_EQ(made.mission_id, "M-R-1-2");
    const Mission mission = *load_mission(database, made.mission_id);
    EXPECT_EQ(mission.site, "S-1");
    EXPECT_EQ(mission.programme, "epicerie");
    EXPECT_EQ(mission.shopper_id, "C-2");
    EXPECT_EQ(mission.assigned_at, at(150));
    EXPECT_EQ(mission.due_at, at(3000));
    const std::vector<AssignmentRecord> kept = list_assignments(database, "M-R-1");
    ASSERT_THAT(kept, SizeIs(1));
    EXPECT_EQ(kept[0].user, "bruno");
    EXPECT_EQ(kept[0].ranking, R"({"rank": 1})");
    EXPECT_EQ(list_assignments(database, made.mission_id), kept) << "found from either mission";
    EXPECT_THAT(list_events(database, "mission", made.mission_id).rows, SizeIs(1));
    EXPECT_THAT(pooled(), ElementsAre("M-R-1", "M-R-1-2", "M-open")) << "the next ranking sees it";
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(MissionMoves, AMissionGoesToOnePersonOnly) {
    ASSERT_TRUE(assign_mission(database, wanted()).done);
    const AssignmentResult again = assign_mission(database, wanted());
    EXPECT_FALSE(again.done);
    EXPECT_THAT(again.refusal.en, HasSubstr("C-2"));
}

TEST_P(MissionMoves, AnOpenMissionIsNotGivenAway) {
    AssignmentRequest request = wanted();
    request.source_mission = "M-open";
    EXPECT_THAT(assign_mission(database, request).refusal.en, HasSubstr("still with C-2"));
}

TEST_P(MissionMoves, ARankingThatAColleagueOutdatedIsRefused) {
    AssignmentRequest request = wanted();
    ASSERT_TRUE(end_mission(database, ending(Outcome::cancelled), count_missions).done);
    AssignmentRequest other = wanted();
    other.source_mission = "M-open";
    ASSERT_TRUE(assign_mission(database, other).done);
    const AssignmentResult result = assign_mission(database, request);
    EXPECT_FALSE(result.done);
    EXPECT_TRUE(result.outdated);
    EXPECT_TRUE(assign_mission(database, wanted()).done) << "ranked anew";
}

TEST_P(MissionMoves, ADueTimeThatPassedIsRefused) {
    AssignmentRequest request = wanted();
    request.due_at = at(149);
    EXPECT_FALSE(assign_mission(database, request).done);
}

TEST_P(MissionMoves, TakingAnAssignmentBackFreesTheShopper) {
    const std::string id = assign_mission(database, wanted()).mission_id;
    ASSERT_TRUE(undo_assignment(database, id, "anne", at(160)).done);
    EXPECT_THAT(pooled(), ElementsAre("M-R-1", "M-open"));
    EXPECT_THAT(shopper_history(database, "C-2").missions, IsEmpty());
    EXPECT_EQ(list_assignments(database, "M-R-1").at(0).ended_by, "anne") << "kept, marked";
    EXPECT_FALSE(undo_assignment(database, id, "anne", at(161)).done);
    const AssignmentResult again = assign_mission(database, wanted());
    EXPECT_EQ(again.mission_id, "M-R-1-3") << "an id is used once";
}

TEST_P(MissionMoves, TakingTheDecisionBackFreesTheShopperToo) {
    ASSERT_TRUE(assign_mission(database, wanted()).done);
    ASSERT_TRUE(undo_last_decision(database, "R-1", "anne", at(170), count_missions).recorded);
    EXPECT_THAT(pooled(), ElementsAre("M-R-1", "M-open"));
    EXPECT_EQ(load_mission(database, "M-R-1")->outcome, std::nullopt);
}

TEST_P(MissionMoves, OnceAReportCameInNeitherIsTakenBack) {
    const std::string id = assign_mission(database, wanted()).mission_id;
    Report report = make_report("R-2");
    report.mission_id = id;
    report.shopper_id = "C-2";
    add_assessed(database, report);
    EXPECT_THAT(undo_assignment(database, id, "anne", at(180)).refusal.en, HasSubstr("decide it"));
    EXPECT_FALSE(undo_last_decision(database, "R-1", "anne", at(181), count_missions).recorded);
    EXPECT_EQ(load_mission(database, "M-R-1")->outcome, Outcome::reassigned);
}

TEST_P(MissionMoves, AnAssignedMissionMayBeReassignedInItsTurn) {
    const std::string id = assign_mission(database, wanted()).mission_id;
    MissionEnding missed = ending(Outcome::missed);
    missed.mission_id = id;
    missed.told_at = at(3000);
    missed.at = at(3010);
    ASSERT_TRUE(end_mission(database, missed, count_missions).done);
    AssignmentRequest request = wanted();
    request.source_mission = id;
    request.shopper_id = "C-1";
    request.at = at(3020);
    request.due_at = at(5000);
    request.known_missions = mission_count(database, "C-1");
    EXPECT_EQ(assign_mission(database, request).mission_id, "M-R-1-3");
    EXPECT_FALSE(reopen_mission(database, id, "anne", at(3030), count_missions).done) << "somebody else has it";
}

TEST_P(MissionMoves, AMissionGivenBackCountsFromWhenItWasToldAndTheRatingNamesItsCause) {
    const MissionResult ended = end_mission(database, ending(Outcome::cancelled), count_missions);
    ASSERT_TRUE(ended.done) << ended.refusal.en;
    const MissionRecord record = shopper_history(database, "C-2").missions.at(0);
    EXPECT_EQ(record.outcome, Outcome::cancelled);
    EXPECT_EQ(record.closed_at, at(200)) << "when the shopper told, not when it was written down";
    const std::vector<RatingCause> causes = rating_causes(database, "C-2");
    ASSERT_THAT(causes, SizeIs(1));
    EXPECT_EQ(causes[0].action, "cancel");
    EXPECT_EQ(causes[0].subject, "M-open");
    EXPECT_EQ(causes[0].user, "bruno");
    EXPECT_EQ(causes[0].note, "Malade.");
    const auto waiting = missions_to_assign(database, at(0)).rows;
    ASSERT_THAT(waiting, SizeIs(2));
    EXPECT_EQ(load_named_mission(database, waiting[0].mission.id), waiting[0]) << "the same names";
    EXPECT_EQ(waiting[0].site, load_site(database, waiting[0].mission.site)->name);
    EXPECT_EQ(load_named_mission(database, "M-404"), std::nullopt);
    EXPECT_THAT(check(database), IsEmpty());

    ASSERT_TRUE(reopen_mission(database, "M-open", "anne", at(240), count_missions).done);
    EXPECT_EQ(load_mission(database, "M-open")->outcome, std::nullopt);
    EXPECT_EQ(rating_causes(database, "C-2").at(0).action, "reopen");
}

TEST_P(MissionMoves, AnEndingNeedsAReasonAPastMomentAndAnOpenMissionWithoutAReport) {
    MissionEnding request = ending(Outcome::missed);
    request.reason = " ";
    EXPECT_FALSE(end_mission(database, request, count_missions).done);
    request = ending(Outcome::missed);
    request.told_at = at(300);
    EXPECT_FALSE(end_mission(database, request, count_missions).done);
    add_assessed(database, make_report("R-3"));
    request = ending(Outcome::missed);
    request.mission_id = "M-R-3";
    EXPECT_THAT(end_mission(database, request, count_missions).refusal.en, HasSubstr("has a report"));
    request.mission_id = "M-404";
    EXPECT_THROW(end_mission(database, request, count_missions), Error);
    EXPECT_FALSE(reopen_mission(database, "M-open", "anne", at(240), count_missions).done);
}

TEST_P(MissionMoves, IsNotMissedBeforeItIsDueButMayBeGivenBack) {
    MissionEnding early = ending(Outcome::missed);
    early.told_at = early.at = at(1999);
    EXPECT_THAT(end_mission(database, early, count_missions).refusal.en,
                AllOf(HasSubstr("not missed before"), HasSubstr("cancelled")));
    EXPECT_EQ(load_mission(database, "M-open")->outcome, std::nullopt);
    early.told_at = early.at = at(2000);
    EXPECT_TRUE(end_mission(database, early, count_missions).done);
}

TEST_P(MissionMoves, ANoteIsKeptWithItsReasonAndTakenBackMarked) {
    EXPECT_FALSE(add_note(database, {0, "C-2", NoteKind::negative, " ", "bruno", at(10), "", {}}, count_missions).done);
    const ConductResult kept = add_note(
        database, {0, "C-2", NoteKind::negative, "Impoli au téléphone.", "bruno", at(10), "", {}}, count_missions);
    ASSERT_TRUE(kept.done);
    EXPECT_THAT(shopper_history(database, "C-2").notes,
                ElementsAre(ConductNote{at(10), NoteKind::negative, "Impoli au téléphone."}));
    EXPECT_THAT(load_profile(database, "C-2").notes, SizeIs(1)) << "the ranking counts it too";
    EXPECT_EQ(rating_causes(database, "C-2").at(0).action, "note");
    ASSERT_TRUE(take_back_note(database, kept.id, "anne", at(20), count_missions).done);
    EXPECT_THAT(shopper_history(database, "C-2").notes, IsEmpty());
    EXPECT_EQ(list_notes(database, "C-2").at(0).ended_by, "anne");
    EXPECT_FALSE(take_back_note(database, kept.id, "anne", at(21), count_missions).done);
}

TEST_P(MissionMoves, MisconductIsConfirmedOnceOfAReportWithAReason) {
    MisconductRecord wanted;
    wanted.report_id = "R-1";
    wanted.kind = Misconduct::copying;
    wanted.user = "bruno";
    wanted.at = at(120);
    EXPECT_FALSE(confirm_misconduct(database, wanted, count_missions).done);
    wanted.reason = "Même texte que R-0.";
    ASSERT_TRUE(confirm_misconduct(database, wanted, count_missions).done);
    EXPECT_FALSE(confirm_misconduct(database, wanted, count_missions).done);
    EXPECT_THAT(shopper_history(database, "C-1").misconduct,
                ElementsAre(ConfirmedMisconduct{"R-1", Misconduct::copying, at(120), "Même texte que R-0."}));
    ASSERT_TRUE(take_back_misconduct(database, "R-1", "anne", at(130), count_missions).done);
    EXPECT_THAT(shopper_history(database, "C-1").misconduct, IsEmpty());
    EXPECT_THAT(list_misconduct(database, "C-1"), SizeIs(1));
    EXPECT_FALSE(take_back_misconduct(database, "R-1", "anne", at(131), count_missions).done);
}

TEST_P(MissionMoves, ReworksAreToldByWhetherAndWhenTheyWereAnswered) {
    Report report = make_report("R-4");
    add_assessed(database, report);
    DecisionRequest rework = request("R-4", Decision::rework);
    rework.new_due_at = at(500);
    ASSERT_TRUE(record_decision(database, rework, count_missions).recorded);
    report.revision = 2;
    ASSERT_EQ(add(database, report).outcome, Added::added);
    save_assessments(database, make_assessed("R-4", 2), "relis");
    DecisionRequest accept = request("R-4", Decision::accept);
    accept.revision = 2;
    ASSERT_TRUE(record_decision(database, accept, count_missions).recorded);
    const std::vector<MissionRecord> missions = shopper_history(database, "C-1").missions;
    const auto record = std::ranges::find(missions, "M-R-4", &MissionRecord::mission_id);
    ASSERT_NE(record, missions.end());
    EXPECT_EQ(record->answered_reworks, 1);
    EXPECT_EQ(record->late_answers + record->unanswered_reworks, 0);
}

RELIS_ON_BOTH_BACK_ENDS(MissionMoves);

}  // namespace relis::store::test
