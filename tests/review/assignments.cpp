// Choosing a candidate: what is kept, what the next ranking sees, what is refused, what is taken back.
#include "review/assignments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "assigning.h"
#include "review/assess.h"
#include "review/decide.h"
#include "review/present.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// At noon() M-9 of C-1 was given back. C-2 and C-3 can take it, C-4 knows somebody at the site.
class Assigning : public testing::Test {
  protected:
    Assigning() {
        AssigningRoster()
            .shopper("C-2")
            .shopper("C-3")
            .shopper("C-4", {{"acquaintances", {"S-1"}}})
            .site({{"id", "S-2"}, {"programme", "essai-2026"}, {"name", "Marché Laurier"}, {"city", "Montréal"}})
            .mission({{"id", "M-10"},
                      {"programme", "essai-2026"},
                      {"site", "S-2"},
                      {"shopper_id", "C-1"},
                      {"assigned_at", "2026-06-10T12:00:00-04:00"},
                      {"due_at", "2026-06-19T12:00:00-04:00"}})
            .into(agency_);
        for (const char* const mission : {"M-9", "M-10"}) {
            EXPECT_TRUE(cancel_mission(workspace(), mission, "Malade.").done);
        }
    }
    Workspace& workspace() { return agency_.workspace(); }
    std::string load_of(const std::string& shopper, const std::string& mission = "M-10") {
        return reason(rank(agency_, mission), shopper, CandidateCriterion::load).text.fr;
    }

    Agency agency_;
    PresentAt present_{noon()};
};

}  // namespace

TEST_F(Assigning, TheChoiceIsKeptWithTheRankingsReasonsOfThatMoment) {
    const AssignResult result = assign_mission(workspace(), {"M-9", "C-2"});
    ASSERT_TRUE(result.done) << result.refusal.en;
    const MissionCard card = load_mission(workspace(), result.mission_id);
    EXPECT_EQ(card.state, "open");
    EXPECT_EQ(card.shopper_id, "C-2");
    EXPECT_EQ(card.site, "S-1");
    ASSERT_THAT(card.assignments, SizeIs(1));
    EXPECT_EQ(card.assignments[0].source_mission, "M-9");
    EXPECT_EQ(card.assignments[0].user, "anne");
    const auto ranking = nlohmann::json::parse(card.assignments[0].ranking);
    EXPECT_EQ(ranking["shopper_id"], "C-2");
    EXPECT_EQ(ranking["eligible"], 2);
    EXPECT_FALSE(ranking["reasons"].empty());
}

TEST_F(Assigning, TheNextRankingSeesTheNewMissionAtOnceOfAnyColleague) {
    const auto colleague = agency_.open_as("bruno");
    const std::string before = load_of("C-2");
    const AssignResult result = assign_mission(*colleague, {"M-9", "C-2"});
    ASSERT_TRUE(result.done) << result.refusal.en;
    EXPECT_NE(load_of("C-2"), before) << "one mission more this month";
    EXPECT_THAT(load_of("C-2"), HasSubstr("1"));
    EXPECT_EQ(
        reason(rank(agency_, "M-10"), "C-2", CandidateCriterion::rotation).text.fr,
        std::ranges::find(result.after->reasons, CandidateCriterion::rotation, &CandidateReason::criterion)->text.fr)
        << "what the result said of the pool";
    EXPECT_THAT(exclusions(rank(agency_, "M-9"), "C-2"), ElementsAre("same_mission")) << "he has the place to visit";
    EXPECT_THAT(exclusions(rank(agency_, "M-9"), "C-3"), IsEmpty());
}

TEST_F(Assigning, TwoColleaguesCannotGiveOneMissionTwice) {
    const auto colleague = agency_.open_as("bruno");
    ASSERT_TRUE(assign_mission(workspace(), {"M-9", "C-2"}).done);
    const AssignResult second = assign_mission(*colleague, {"M-9", "C-3"});
    EXPECT_FALSE(second.done);
    EXPECT_THAT(second.refusal.en, HasSubstr("C-2"));
}

TEST_F(Assigning, SomebodyExcludedIsRefusedUnlessAReasonIsGivenWhichIsKept) {
    const AssignResult refused = assign_mission(workspace(), {"M-9", "C-4"});
    EXPECT_FALSE(refused.done);
    EXPECT_THAT(refused.refusal.en, HasSubstr("exception"));
    EXPECT_FALSE(assign_mission(workspace(), {"M-9", "C-4", {}, "  "}).done);
    const AssignResult done = assign_mission(workspace(), {"M-9", "C-4", {}, "A quitté son ami."});
    ASSERT_TRUE(done.done) << done.refusal.en;
    EXPECT_EQ(load_mission(workspace(), done.mission_id).assignments.at(0).exception, "A quitté son ami.");
}

TEST_F(Assigning, SomebodyWhoCannotMakeTheDueTimeIsRefused) {
    const AssignResult refused =
        assign_mission(workspace(), {"M-9", "C-2", parse_moment("2026-06-16T14:00:00-04:00"), ""});
    EXPECT_FALSE(refused.done);
    ASSERT_TRUE(refused.chosen);
    EXPECT_EQ(refused.chosen->exclusions.at(0).kind, Exclusion::time_too_short);
}

TEST_F(Assigning, WithoutADueTimeTheOldOneStandsWhileItLeavesTimeElseTheAgencysDaysCount) {
    EXPECT_EQ(default_assignment_due(workspace(), "M-9"), parse_moment("2026-06-19T12:00:00-04:00"));
    present_.move_to(*parse_moment("2026-06-19T08:00:00-04:00"));
    EXPECT_EQ(default_assignment_due(workspace(), "M-9").utc, parse_moment("2026-06-24T08:00:00-04:00")->utc);
}

TEST_F(Assigning, TakingItBackFreesTheShopper) {
    const std::string before = load_of("C-2");
    const AssignResult result = assign_mission(workspace(), {"M-9", "C-2"});
    ASSERT_TRUE(undo_assignment(workspace(), result.mission_id).done);
    EXPECT_EQ(load_of("C-2"), before);
    EXPECT_THAT(exclusions(rank(agency_, "M-9"), "C-2"), IsEmpty());
    EXPECT_THAT(missions_to_assign(workspace()), SizeIs(2));
}

TEST_F(Assigning, ADecisionMayNameWhoTakesTheMissionAndItsUndoingFreesHim) {
    agency_.import_report("R-1", good_comment);
    assess_pending(workspace());
    DecisionRequest request;
    request.report_id = "R-1";
    request.decision = Decision::reassign;
    request.reason = "Copié.";
    request.assign_to = "C-3";
    const DecisionResult decided = decide(workspace(), request);
    ASSERT_TRUE(decided.recorded) << decided.refusal.en;
    EXPECT_TRUE(decided.assign_refusal.en.empty()) << decided.assign_refusal.en;
    EXPECT_EQ(load_mission(workspace(), decided.new_mission).shopper_id, "C-3");
    ASSERT_TRUE(undo_decision(workspace(), "R-1").recorded);
    EXPECT_EQ(load_mission(workspace(), decided.new_mission).state, "withdrawn");
}

TEST_F(Assigning, ADecisionStandsWhereTheChosenOneIsExcluded) {
    agency_.import_report("R-1", good_comment);
    assess_pending(workspace());
    DecisionRequest request;
    request.report_id = "R-1";
    request.decision = Decision::reassign;
    request.reason = "Copié.";
    request.assign_to = "C-4";
    const DecisionResult decided = decide(workspace(), request);
    EXPECT_TRUE(decided.recorded);
    EXPECT_TRUE(decided.new_mission.empty());
    EXPECT_THAT(decided.assign_refusal.en, HasSubstr("excluded"));
}

TEST_F(Assigning, WhatWaitsForSomebodyIsListedUntilItIsGiven) {
    ASSERT_THAT(missions_to_assign(workspace()), SizeIs(2));
    ASSERT_TRUE(assign_mission(workspace(), {"M-9", "C-2"}).done);
    const auto waiting = missions_to_assign(workspace());
    ASSERT_THAT(waiting, SizeIs(1));
    EXPECT_EQ(waiting[0].mission_id, "M-10");
    EXPECT_EQ(waiting[0].outcome, Outcome::cancelled);
}

}  // namespace relis::review
