#include "store/assessments.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/queue.h"
#include "support.h"

namespace relis::store::test {

using testing::IsEmpty;

class Assessments : public StoreTest {
  protected:
    Assessments() { add(database, make_report("R-1")); }
    ~Assessments() override { EXPECT_THAT(check(database), IsEmpty()); }
};
RELIS_ON_BOTH_BACK_ENDS(Assessments);

TEST_P(Assessments, ReadBackWithFindingsContributionsAndReasons) {
    const AssessedRevision assessed = make_assessed("R-1");
    save_assessments(database, assessed, "relis");
    EXPECT_EQ(load_assessed(database, "R-1", 1), assessed);
    EXPECT_EQ(load_report_status(database, "R-1")->state, ReportState::assessed);
    EXPECT_EQ(load_assessed(database, "R-1", 2), std::nullopt);
}

TEST_P(Assessments, NotJudgedAndFailedAreNeitherZeroNorFullMarks) {
    AssessedRevision assessed = make_assessed("R-1");
    assessed.assessments[0].assessment.state = AssessmentState::not_judged;
    assessed.assessments[0].assessment.score.reset();
    assessed.assessments[1].assessment.state = AssessmentState::failed;
    assessed.assessments[1].assessment.score.reset();
    assessed.recommendation.decision.reset();
    assessed.detail.reset();
    assessed.french.reset();
    save_assessments(database, assessed, "relis");
    EXPECT_EQ(load_assessed(database, "R-1", 1), assessed);
    EXPECT_EQ(load_queue_entry(database, "R-1")->detail, std::nullopt);
    EXPECT_EQ(load_queue_entry(database, "R-1")->recommendation, std::nullopt);
}

TEST_P(Assessments, AreFoundByWhatTheyDependOn) {
    const AssessedRevision assessed = make_assessed("R-1");
    save_assessments(database, assessed, "relis");
    StoredAssessment stands = assessed.assessments[1];
    stands.stands = true;
    EXPECT_EQ(find_assessment(database, {"R-1", 1, "french", "2.1", "bb"}), stands);
    EXPECT_EQ(find_assessment(database, {"R-1", 1, "french", "2.2", "bb"}), std::nullopt);
    EXPECT_EQ(find_assessment(database, {"R-1", 1, "french", "2.1", "cc"}), std::nullopt);
}

TEST_P(Assessments, ReRatingKeepsThePastOnesAndReplacesOneOfTheSameKey) {
    AssessedRevision assessed = make_assessed("R-1");
    save_assessments(database, assessed, "relis");
    assessed.assessments[0].assessment.score = 1.0;
    assessed.assessments[0].assessment.contributions.clear();
    assessed.assessments[1].parameters_hash = "cc";
    assessed.assessments[1].assessment.score = 2.0;
    assessed.fingerprint = "f2";
    assessed.detail = 1.0;
    save_assessments(database, assessed, "relis");
    EXPECT_EQ(load_assessed(database, "R-1", 1), assessed);
    EXPECT_EQ(find_assessment(database, {"R-1", 1, "french", "2.1", "bb"})->assessment.score, 4.25);
    EXPECT_EQ(load_queue_entry(database, "R-1")->detail, 1.0);
}

TEST_P(Assessments, AResultKeptFromEarlierSaysSoUntilItIsMadeOrFoundAgain) {
    save_assessments(database, make_assessed("R-1"), "relis");
    AssessedRevision assessed = make_assessed("R-1");
    StoredAssessment& french = assessed.assessments[1];
    french = *find_assessment(database, {"R-1", 1, "french", "2.1", "bb"});
    french.is_earlier = true;
    assessed.fingerprint = "f2";
    save_assessments(database, assessed, "relis");
    StoredAssessment kept = load_assessed(database, "R-1", 1)->assessments[1];
    EXPECT_TRUE(kept.is_earlier);
    EXPECT_EQ(kept.assessment, french.assessment);
    EXPECT_EQ(kept.made_at, french.made_at);

    french = *find_assessment(database, {"R-1", 1, "french", "2.1", "bb"});
    EXPECT_EQ(kept_plugins(database), std::vector<std::string>{"french"});
    EXPECT_FALSE(french.is_earlier) << "whoever finds it by its key has it as if made now";
    save_assessments(database, assessed, "relis");
    EXPECT_FALSE(load_assessed(database, "R-1", 1)->assessments[1].is_earlier);

    french.is_earlier = true;
    save_assessments(database, assessed, "relis");
    save_assessments(database, make_assessed("R-1"), "relis");
    EXPECT_FALSE(load_assessed(database, "R-1", 1)->assessments[1].is_earlier) << "made anew";
    EXPECT_THAT(kept_plugins(database), IsEmpty());
}

TEST_P(Assessments, TheResultsThatStandAreThoseOfTheLatestAssessingThatDidNotFail) {
    EXPECT_THAT(standing_results(database, "R-1", 1), IsEmpty());
    AssessedRevision assessed = make_assessed("R-1");
    save_assessments(database, assessed, "relis");
    assessed.assessments[0].assessment.state = AssessmentState::failed;
    assessed.assessments[1].parameters_hash = "cc";
    save_assessments(database, assessed, "relis");
    EXPECT_EQ(standing_results(database, "R-1", 1), (std::vector<AssessmentKey>{{"R-1", 1, "french", "2.1", "cc"}}));
    EXPECT_THAT(standing_results(database, "R-1", 2), IsEmpty());
}

TEST_P(Assessments, ReRatingADecidedReportDoesNotMoveIt) {
    save_assessments(database, make_assessed("R-1"), "relis");
    record_decision(database, request("R-1", Decision::accept), count_missions);
    AssessedRevision assessed = make_assessed("R-1");
    assessed.detail = 0.5;
    save_assessments(database, assessed, "relis");
    EXPECT_EQ(load_report_status(database, "R-1")->state, ReportState::accepted);
    EXPECT_EQ(load_queue_entry(database, "R-1")->detail, 0.5);
}

TEST_P(Assessments, OfAnUnknownRevisionNothingIsKept) {
    const std::vector<AssessedRevision> both{make_assessed("R-1"), make_assessed("R-9")};
    EXPECT_THROW(save_assessments(database, both, "relis"), Error);
    EXPECT_EQ(load_assessed(database, "R-1", 1), std::nullopt);
}

TEST_P(Assessments, TellWhatIsStillToAssessAndWhatIsStale) {
    for (const char* id : {"R-2", "R-3"}) add(database, make_report(id));
    EXPECT_EQ(unassessed_reports(database, {{}, 2}).rows.size(), 2U);
    save_assessments(database, make_assessed("R-2"), "relis");
    EXPECT_EQ(unassessed_reports(database).rows, (std::vector<RevisionKey>{{"R-1", 1}, {"R-3", 1}}));
    EXPECT_EQ(unassessed_reports(database, {"R-1", 5}).rows, (std::vector<RevisionKey>{{"R-3", 1}}));
    EXPECT_EQ(stale_reports(database, "epicerie", "f1").rows, (std::vector<RevisionKey>{{"R-1", 1}, {"R-3", 1}}));
    EXPECT_EQ(stale_reports(database, "epicerie", "f2").rows.size(), 3U);
    EXPECT_THAT(stale_reports(database, "hotel", "f2").rows, IsEmpty());
}

}  // namespace relis::store::test
