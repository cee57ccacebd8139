// What people say of the machine's work, on both back ends.
#include "store/judgements.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/criteria.h"
#include "store/events.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class JudgementsStored : public StoreTest {
  protected:
    JudgementsStored() {
        for (const char* const id : {"R-1", "R-2"}) add_assessed(database, make_report(id));
    }
    ~JudgementsStored() override { EXPECT_THAT(check(database), IsEmpty()); }

    static Dismissal dismissal(const std::string& report, DismissalScope scope, const std::string& word = "caissière") {
        Dismissal result;
        result.scope = scope;
        result.report_id = report;
        result.plugin = "french";
        result.rule = "unknown-word";
        result.category = "spelling";
        result.question = "accueil";
        result.word = word;
        result.message = "Mot inconnu.";
        result.user = "anne";
        result.reason = "C'est un prénom.";
        result.at = at(20);
        return result;
    }
};
RELIS_ON_BOTH_BACK_ENDS(JudgementsStored);

TEST_P(JudgementsStored, ADismissalComesBackWithItsProgrammeAndAnEvent) {
    Dismissal given = dismissal("R-1", DismissalScope::here);
    given.id = save_dismissal(database, given);
    given.programme = "epicerie";
    EXPECT_EQ(load_dismissal(database, given.id), given);
    EXPECT_THAT(dismissals_here(database, "R-1", 1), ElementsAre(given));
    EXPECT_THAT(dismissals_here(database, "R-2", 1), IsEmpty());
    const auto events = list_events(database, "report", "R-1").rows;
    EXPECT_EQ(events.back().action, "dismiss");
    EXPECT_EQ(events.back().user, "anne");
}

TEST_P(JudgementsStored, WiderScopesReachOtherReports) {
    save_dismissal(database, dismissal("R-1", DismissalScope::here));
    save_dismissal(database, dismissal("R-1", DismissalScope::rule));
    save_dismissal(database, dismissal("R-1", DismissalScope::word));
    EXPECT_THAT(wide_dismissals(database, "epicerie"), SizeIs(2));
    const auto elsewhere = wide_dismissals(database, "hotel");
    ASSERT_THAT(elsewhere, SizeIs(1));
    EXPECT_EQ(elsewhere.front().scope, DismissalScope::word);
}

TEST_P(JudgementsStored, TakingOneBackMarksItAndKeepsIt) {
    const std::int64_t id = save_dismissal(database, dismissal("R-1", DismissalScope::word));
    EXPECT_TRUE(withdraw_dismissal(database, id, "bruno", at(30)));
    EXPECT_FALSE(withdraw_dismissal(database, id, "bruno", at(31)));
    EXPECT_THAT(wide_dismissals(database, "epicerie"), IsEmpty());
    const auto all = list_dismissals(database).rows;
    ASSERT_THAT(all, SizeIs(1));
    EXPECT_EQ(all.front().withdrawn_by, "bruno");
    EXPECT_EQ(all.front().withdrawn_at, at(30));
}

TEST_P(JudgementsStored, RulesArePlacedByHowOftenTheyAreDismissed) {
    save_dismissal(database, dismissal("R-1", DismissalScope::here));
    save_dismissal(database, dismissal("R-2", DismissalScope::rule));
    Dismissal other = dismissal("R-1", DismissalScope::here);
    other.rule = "agreement";
    save_dismissal(database, other);
    Dismissal waived = other;
    waived.kind = Dismissal::Kind::waived;
    save_dismissal(database, waived);
    record_decision(database, request("R-1", Decision::accept), count_missions);

    const auto rules = dismissed_rules(database);
    ASSERT_THAT(rules, SizeIs(2));
    EXPECT_EQ(rules[0].rule, "unknown-word");
    EXPECT_EQ(rules[0].dismissed, 2U);
    EXPECT_EQ(rules[0].reports, 2U);
    EXPECT_EQ(rules[0].wide, 1U);
    EXPECT_EQ(rules[0].found, 1U) << "of decided reports only";
    EXPECT_EQ(rules[0].last_reason, "C'est un prénom.");
    EXPECT_EQ(rules[1].dismissed, 1U) << "a waiver does not say that the finding is wrong";
    EXPECT_THAT(dismissed_rules(database, "hotel"), IsEmpty());
}

TEST_P(JudgementsStored, AnUnknownRevisionIsRefused) {
    EXPECT_THROW(save_dismissal(database, dismissal("R-9", DismissalScope::here)), Error);
    EXPECT_THAT(list_dismissals(database).rows, IsEmpty());
}

TEST_P(JudgementsStored, ANewScoreReplacesTheOneBeforeAndBothStay) {
    ScoreOverride score;
    score.report_id = "R-1";
    score.plugin = "detail";
    score.machine = 3.5;
    score.score = 4;
    score.user = "anne";
    score.reason = "Précis.";
    score.at = at(20);
    save_score_override(database, score);
    score.score = 4.5;
    score.at = at(21);
    score.machine.reset();
    score.id = save_score_override(database, score);
    EXPECT_THAT(score_overrides(database, "R-1", 1), ElementsAre(score));
    EXPECT_THAT(list_score_overrides(database).rows, ElementsAre(score));
    EXPECT_TRUE(withdraw_score_override(database, "R-1", 1, "detail", "anne", at(22)));
    EXPECT_FALSE(withdraw_score_override(database, "R-1", 1, "detail", "anne", at(23)));
    EXPECT_THAT(score_overrides(database, "R-1", 1), IsEmpty());
}

TEST_P(JudgementsStored, ADecisionKeepsTheVetoesThatItGoesAround) {
    DecisionRequest accept = request("R-1", Decision::accept);
    accept.waived = {dismissal("R-1", DismissalScope::here)};
    accept.waived.front().kind = Dismissal::Kind::waived;
    ASSERT_TRUE(record_decision(database, accept, count_missions).recorded);
    const auto kept = dismissals_here(database, "R-1", 1);
    ASSERT_THAT(kept, SizeIs(1));
    EXPECT_EQ(kept.front().kind, Dismissal::Kind::waived);
    EXPECT_THAT(standing_decisions(database).rows, SizeIs(1));
}

TEST_P(JudgementsStored, ARefusedDecisionWaivesNothing) {
    DecisionRequest accept = request("R-1", Decision::accept);
    accept.revision = 7;
    accept.waived = {dismissal("R-1", DismissalScope::here)};
    EXPECT_FALSE(record_decision(database, accept, count_missions).recorded);
    EXPECT_THAT(dismissals_here(database, "R-1", 1), IsEmpty());
}

TEST_P(JudgementsStored, AnAssessmentThatStandsKeepsTheSetThatMadeIt) {
    CriteriaSet set;
    set.parameters = "{}";
    set.author = "odile";
    set.created_at = at(0);
    const std::int64_t first = save_criteria_draft(database, set);
    const std::int64_t second = save_criteria_draft(database, set);
    AssessedRevision assessed = make_assessed("R-1");
    for (StoredAssessment& stored : assessed.assessments) stored.criteria_set = first;
    assessed.criteria_set = first;
    save_assessments(database, assessed, "relis");
    ASSERT_EQ(load_assessed(database, "R-1", 1), assessed);

    AssessedRevision again = make_assessed("R-1");
    again.assessments[0].criteria_set = second;
    again.assessments[0].inherited_set = first;
    again.assessments[0].parameters_hash = "zz";
    auto stands = find_assessment(database, {"R-1", 1, "french", "2.1", "bb"});
    ASSERT_TRUE(stands && stands->stands);
    stands->made_at = at(500);
    again.assessments[1] = *stands;
    again.criteria_set = second;
    again.inherited_set = first;
    save_assessments(database, again, "relis");
    const auto now = load_assessed(database, "R-1", 1);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->criteria_set, second);
    EXPECT_EQ(now->inherited_set, first);
    EXPECT_EQ(now->assessments[0].inherited_set, first);
    EXPECT_EQ(now->assessments[1].criteria_set, first) << "it was made with the first set";
    EXPECT_EQ(now->assessments[1].made_at, at(5));
    EXPECT_THAT(now->assessments[1].assessment.findings, SizeIs(1));
}

TEST_P(JudgementsStored, ReRatingListsDecidedReportsWhereTheyAreWanted) {
    record_decision(database, request("R-1", Decision::accept), count_missions);
    EXPECT_THAT(stale_reports(database, "epicerie", "f2").rows, ElementsAre(RevisionKey{"R-2", 1}));
    EXPECT_THAT(stale_reports(database, "epicerie", "f2", {}, ReportsOf::all).rows, SizeIs(2));
    EXPECT_EQ(count_stale_reports(database, "epicerie", "f2"), 1);
    EXPECT_EQ(count_stale_reports(database, "epicerie", "f2", ReportsOf::all), 2);
    EXPECT_EQ(count_stale_reports(database, "epicerie", "f1", ReportsOf::all), 0);
    EXPECT_EQ(count_programme_reports(database, "epicerie", ReportsOf::all), 2);
    EXPECT_THAT(programme_reports(database, "epicerie").rows, ElementsAre(RevisionKey{"R-2", 1}));
    EXPECT_THAT(programme_reports(database, "epicerie", {"R-1", 5}, ReportsOf::all).rows,
                ElementsAre(RevisionKey{"R-2", 1}));
}

}  // namespace relis::store::test
