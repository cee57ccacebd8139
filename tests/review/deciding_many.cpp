// Many reports decided at once, where nothing is left to ask.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "agency.h"
#include "review/assess.h"
#include "review/decide.h"
#include "review/decide_many.h"
#include "review/interventions.h"
#include "review/report_details.h"

namespace relis::review {
namespace {

constexpr const char* vague_comment = "Tout était correct, rien à signaler de particulier pour cette visite.";

class DecidingMany : public testing::Test {
  protected:
    void SetUp() override {
        agency_.import_report("R-1", good_comment);
        agency_.import_report("R-2", vague_comment);
        assess_pending(agency_.workspace());
        agency_.import_report("R-3", good_comment);
    }
    ReportDetails stored(const std::string& report_id) { return load_report(agency_.workspace(), report_id); }

    Agency agency_;
};

TEST_F(DecidingMany, PlansWhatIsRecommendedAndLeavesTheRestWithAReason) {
    const auto planned = plan_decisions(agency_.workspace(), {"R-1", "R-2", "R-3", "R-9"});
    ASSERT_EQ(planned.size(), 4U);
    for (const PlannedDecision& plan : planned) {
        EXPECT_NE(plan.decision.has_value(), !plan.obstacle.en.empty()) << plan.report_id << plan.obstacle.en;
        EXPECT_EQ(plan.obstacle.en.empty(), plan.obstacle.fr.empty()) << plan.report_id;
    }
    EXPECT_EQ(planned[0].decision, Decision::accept) << planned[0].obstacle.en;
    EXPECT_EQ(planned[1].decision, Decision::rework) << planned[1].obstacle.en;
    EXPECT_NE(planned[2].obstacle.en.find("not assessed"), std::string::npos) << planned[2].obstacle.en;
    EXPECT_NE(planned[3].obstacle.en.find("R-9"), std::string::npos) << planned[3].obstacle.en;
}

TEST_F(DecidingMany, TellsUntilWhenAReportIsHeldAndByWhom) {
    const Moment until = *parse_moment("2126-06-18T12:00:00-04:00");
    ASSERT_TRUE(hold(agency_.workspace(), "R-1", "Le client vérifie.", until).done);
    const auto planned = plan_decisions(agency_.workspace(), {"R-1"});
    ASSERT_EQ(planned.size(), 1U);
    EXPECT_FALSE(planned[0].decision);
    EXPECT_EQ(planned[0].obstacle.en, "on hold until 2126-06-18 12:00 by anne");
    EXPECT_NE(planned[0].obstacle.fr.find("jusqu'au"), std::string::npos) << planned[0].obstacle.fr;
}

TEST_F(DecidingMany, RecordsEachAsIfItHadBeenDecidedAlone) {
    const auto planned = plan_decisions(agency_.workspace(), {"R-1", "R-2", "R-3"});
    const DecidedMany result = decide_many(agency_.workspace(), planned);
    EXPECT_EQ(result.recorded.size(), 2U);
    EXPECT_TRUE(result.refused.empty());
    EXPECT_EQ(stored("R-1").row.state, ReportState::accepted);
    const ReportDetails sent_back = stored("R-2");
    EXPECT_EQ(sent_back.row.state, ReportState::rework_requested);
    ASSERT_EQ(sent_back.decisions.size(), 1U);
    EXPECT_FALSE(sent_back.decisions.front().message.empty()) << "the shopper is told why";
    EXPECT_TRUE(sent_back.decisions.front().new_due_at);
    EXPECT_EQ(stored("R-3").row.state, ReportState::submitted);
}

TEST_F(DecidingMany, LeavesWhatAColleagueHasOpenOrDecidedMeanwhile) {
    const auto louise = agency_.open_as("Louise");
    const auto planned = plan_decisions(agency_.workspace(), {"R-1", "R-2"});
    ASSERT_FALSE(claim(*louise, "R-2"));
    DecisionRequest first;
    first.report_id = "R-1";
    first.reason = "Vu.";
    ASSERT_TRUE(decide(*louise, first).recorded);
    const DecidedMany result = decide_many(agency_.workspace(), planned);
    EXPECT_TRUE(result.recorded.empty());
    ASSERT_EQ(result.refused.size(), 2U);
    EXPECT_NE(result.refused[0].obstacle.en.find("no longer waits"), std::string::npos);
    EXPECT_NE(result.refused[1].obstacle.en.find("Louise"), std::string::npos);
    EXPECT_NE(result.refused[1].obstacle.fr.find("Louise"), std::string::npos);
    EXPECT_EQ(stored("R-1").decisions.size(), 1U);
}

TEST_F(DecidingMany, NeverSendsAFlagBackUnseen) {
    // the same comment again: a copy, which is a question to a person
    agency_.import_report("R-4", std::string(good_comment) + " On peut lui écrire à stephanie.roy@example.org.");
    assess_pending(agency_.workspace());
    const auto planned = plan_decisions(agency_.workspace(), {"R-4"});
    ASSERT_GT(stored("R-4").row.flags, 0);
    EXPECT_FALSE(planned.front().decision);
    EXPECT_FALSE(planned.front().obstacle.fr.empty());
}

TEST_F(DecidingMany, EndsEarlyWhenItIsStopped) {
    std::stop_source stop;
    const auto planned = plan_decisions(agency_.workspace(), {"R-1", "R-2"});
    const DecidedMany result = decide_many(
        agency_.workspace(), planned, [&](const Progress&) { stop.request_stop(); }, stop.get_token());
    EXPECT_EQ(result.recorded.size(), 1U);
    EXPECT_EQ(result.not_reached, 1U);
    EXPECT_EQ(stored("R-2").row.state, ReportState::assessed);
}

}  // namespace
}  // namespace relis::review
