// Criteria sets from draft to roll back, and rating stored reports anew.
#include <atomic>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/assess.h"
#include "review/compare.h"
#include "review/criteria.h"
#include "review/database.h"
#include "review/decide.h"
#include "review/queue.h"
#include "review/report_details.h"

namespace relis::review {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

nlohmann::json in_force(Agency& agency, const std::string& programme) {
    return nlohmann::json::parse(effective_parameters(agency.workspace(), programme));
}

void import_many(Agency& agency, int count) {
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines +=
            report_json("R-" + std::to_string(1000 + i), good_comment + " Caisse numéro " + std::to_string(i) + ".") +
            "\n";
    }
    ASSERT_EQ(agency.import("many.jsonl", lines).reports_added, static_cast<std::size_t>(count));
}

void expect_refused(const PublishResult& result, const std::string& since) {
    EXPECT_FALSE(result.errors.empty()) << since;
    for (const Label& error : result.errors) relis::test::expect_both_languages(error);
}

}  // namespace

TEST(CriteriaSets, AProgrammeFollowsTheAgencyWhereItDoesNotOverride) {
    Agency agency;
    ASSERT_TRUE(publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 2.5}})", "a").errors.empty());
    ASSERT_TRUE(publish_parameters(agency.workspace(), "essai-2026", R"({"decision": {"min_french": 2.0}})", "p")
                    .errors.empty());
    EXPECT_EQ(in_force(agency, "essai-2026")["decision"]["min_detail"], 2.5);
    EXPECT_EQ(in_force(agency, "essai-2026")["decision"]["min_french"], 2.0);
    ASSERT_TRUE(
        publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 3.5, "min_french": 1.0}})", "later")
            .errors.empty());
    EXPECT_EQ(in_force(agency, "essai-2026")["decision"]["min_detail"], 3.5) << "followed";
    EXPECT_EQ(in_force(agency, "essai-2026")["decision"]["min_french"], 2.0) << "overridden";
    ASSERT_TRUE(publish_parameters(agency.workspace(), "essai-2026", R"({"decision": {"min_french": null}})", "back")
                    .errors.empty());
    EXPECT_EQ(in_force(agency, "essai-2026")["decision"]["min_french"], 1.0) << "taken back, so followed again";

    for (const EffectiveParameter& p : parameter_origins(agency.workspace(), "essai-2026")) {
        if (p.plugin == "decision" && p.parameter == "min_detail") {
            EXPECT_EQ(p.origin, ParameterOrigin::agency);
            EXPECT_EQ(p.value, "3.5");
        }
        if (p.parameter == "max_reworks") {
            EXPECT_EQ(p.origin, ParameterOrigin::plugin_default);
        }
    }
}

TEST(CriteriaSets, ADraftRatesNothingUntilItIsPublished) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    const PublishResult draft =
        draft_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 5.0}})", "strict");
    ASSERT_TRUE(draft.errors.empty());
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
    EXPECT_EQ(in_force(agency, "")["decision"]["min_detail"], 3.0);
    ASSERT_TRUE(publish_draft(agency.workspace(), draft.criteria_set).errors.empty());
    EXPECT_EQ(in_force(agency, "")["decision"]["min_detail"], 5.0);
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 1U);
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.criteria_set, draft.criteria_set) << "the result says which version made it";
    expect_refused(publish_draft(agency.workspace(), draft.criteria_set), "no draft any more");
}

TEST(CriteriaSets, ADraftThatWasOvertakenIsNotPublished) {
    Agency agency;
    const PublishResult draft = draft_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 2.0}})", "old");
    ASSERT_TRUE(
        publish_parameters(agency.workspace(), "", R"({"decision": {"min_french": 2.0}})", "new").errors.empty());
    const PublishResult late = publish_draft(agency.workspace(), draft.criteria_set);
    ASSERT_THAT(late.errors, SizeIs(1));
    EXPECT_THAT(late.errors.front().en, HasSubstr("would be lost"));
    relis::test::expect_both_languages(late.errors.front());
    EXPECT_EQ(in_force(agency, "")["decision"]["min_french"], 2.0);
}

TEST(CriteriaSets, RollBackToTheVersionBeforeAndForwardAgain) {
    Agency agency;
    expect_refused(roll_back(agency.workspace(), ""), "there is nothing before");
    const auto first = publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 2.0}})", "one");
    const auto second = publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 4.0}})", "two");
    const auto draft = draft_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 4.5}})", "three");
    expect_refused(roll_back(agency.workspace(), "", draft.criteria_set), "a draft was never in force");
    expect_refused(roll_back(agency.workspace(), "", second.criteria_set), "it is in force");
    expect_refused(roll_back(agency.workspace(), "essai-2026", first.criteria_set), "not its own");
    EXPECT_EQ(roll_back(agency.workspace(), "").criteria_set, first.criteria_set);
    EXPECT_EQ(in_force(agency, "")["decision"]["min_detail"], 2.0);
    EXPECT_EQ(roll_back(agency.workspace(), "", second.criteria_set).criteria_set, second.criteria_set);
    EXPECT_EQ(in_force(agency, "")["decision"]["min_detail"], 4.0);

    const auto history = criteria_history(agency.workspace(), "");
    ASSERT_THAT(history, SizeIs(3));
    EXPECT_EQ(history.front().state, CriteriaState::draft);
    EXPECT_EQ(history[1].author, "anne");
    EXPECT_EQ(history[1].state, CriteriaState::published);
    EXPECT_THAT(history[1].events, SizeIs(2)) << "published twice";
    EXPECT_EQ(history[2].note, "one");
    EXPECT_EQ(history[2].state, CriteriaState::retired);
    EXPECT_THAT(criteria_history(agency.workspace(), "essai-2026"), IsEmpty());
}

TEST(CriteriaSets, AnAssessmentKeepsTheVersionThatMadeIt) {
    Agency agency;
    const auto agencys = publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 2.0}})", "one");
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    EXPECT_EQ(load_report(agency.workspace(), "R-1").criteria_set, agencys.criteria_set);
    const auto own =
        publish_parameters(agency.workspace(), "essai-2026", R"({"decision": {"min_french": 1.0}})", "two");
    assess_pending(agency.workspace());
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.criteria_set, own.criteria_set);
    EXPECT_EQ(details.inherited_set, agencys.criteria_set) << "what the programme's set was laid over";
}

TEST(Compare, TellsWhichReportsChangeAndHowAndKeepsNothing) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", "Tout était correct, rien à signaler de particulier pour cette visite du magasin.");
    assess_pending(agency.workspace());
    const ReportDetails before = load_report(agency.workspace(), "R-1");
    ASSERT_EQ(before.recommendation.decision, Decision::accept);
    const auto draft = draft_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 5.0}})", "strict");
    CompareOptions options;
    options.criteria_set = draft.criteria_set;
    const CriteriaComparison comparison = compare_criteria(agency.workspace(), options);
    EXPECT_EQ(comparison.reports, 2U);
    EXPECT_EQ(comparison.changed, 1U) << "R-2 is sent back either way";
    EXPECT_EQ(comparison.recommendations.at("accept").at("rework"), 1U);
    ASSERT_THAT(comparison.changes, SizeIs(1));
    EXPECT_EQ(comparison.changes.front().report_id, "R-1");
    EXPECT_EQ(comparison.changes.front().recommendation.after, Decision::rework);
    EXPECT_FALSE(comparison.changes.front().reason.empty());
    EXPECT_THAT(comparison.changes.front().scores, IsEmpty()) << "only the policy changes";
    EXPECT_TRUE(comparison.complete);
    EXPECT_EQ(load_report(agency.workspace(), "R-1").recommendation, before.recommendation);
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
}

TEST(Compare, TellsHowScoresMove) {
    Agency agency;
    agency.import_report("R-1", good_comment + " Une glourbiche était offerte.");
    assess_pending(agency.workspace());
    const auto schemas = nlohmann::json::parse(plugin_schemas(agency.workspace()));
    // Whichever whole criterion parameter is a number: half of it must change some score of some report
    nlohmann::json overrides;
    for (const auto& plugin : schemas) {
        if (plugin["id"] != "detail") continue;
        for (const auto& p : plugin["parameters"]) {
            if (p["type"] == "real" && p["default"].get<double>() > 0 && p.contains("minimum"))
                overrides["detail"][p["name"]] = std::max(p["minimum"].get<double>(), p["default"].get<double>() / 2);
        }
    }
    const auto draft = draft_parameters(agency.workspace(), "essai-2026", overrides.dump(), "half of everything");
    ASSERT_THAT(draft.errors, IsEmpty());
    CompareOptions options;
    options.criteria_set = draft.criteria_set;
    const CriteriaComparison comparison = compare_criteria(agency.workspace(), options);
    ASSERT_THAT(comparison.changes, SizeIs(1));
    const auto& score = comparison.changes.front().scores.at("detail");
    EXPECT_NE(score.before, score.after);
    const ScoreShift& shift = comparison.scores.at("detail");
    EXPECT_EQ(shift.raised + shift.lowered, 1U);
    EXPECT_NEAR(shift.mean_change, *score.after - *score.before, 1e-9);
}

TEST(Compare, TakesAnEvenSampleAndListsNoMoreThanAsked) {
    Agency agency;
    import_many(agency, 30);
    assess_pending(agency.workspace());
    const auto draft = draft_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 5.0}})", "strict");
    CompareOptions options;
    options.criteria_set = draft.criteria_set;
    options.sample = 10;
    options.list = 3;
    const CriteriaComparison comparison = compare_criteria(agency.workspace(), options);
    EXPECT_EQ(comparison.reports, 10U);
    EXPECT_EQ(comparison.changed, 10U);
    EXPECT_THAT(comparison.changes, SizeIs(3));
    options.criteria_set = 99;
    EXPECT_THROW((void)compare_criteria(agency.workspace(), options), std::runtime_error);
}

TEST(ReRating, GoesOnWhereItWasInterrupted) {
    Agency agency;
    constexpr int count = 450;  // more than two pages
    import_many(agency, count);
    ASSERT_EQ(assess_pending(agency.workspace()).assessed, static_cast<std::size_t>(count));
    ASSERT_TRUE(publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 5.0}})", "s").errors.empty());

    std::stop_source stop;
    std::vector<Progress> told;
    const AssessSummary first = assess_pending(
        agency.workspace(), {},
        [&](const Progress& progress) {
            told.push_back(progress);
            if (progress.done > 0) stop.request_stop();
        },
        stop.get_token());
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().total, static_cast<std::uint64_t>(count)) << "how much there is, told from the start";
    EXPECT_GT(first.assessed, 0U);
    EXPECT_LT(first.assessed, static_cast<std::size_t>(count));
    const AssessSummary second = assess_pending(agency.workspace());
    EXPECT_EQ(first.assessed + second.assessed, static_cast<std::size_t>(count)) << "nothing is done twice";
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
    EXPECT_EQ(second.from_cache, 4 * second.assessed) << "only the policy changed";
    EXPECT_THAT(check_database(agency.workspace()), IsEmpty());
}

TEST(ReRating, ReachesDecidedReportsOnlyWhereAskedAndLeavesThemDecided) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    ASSERT_TRUE(decide(agency.workspace(), {"R-1", 1, Decision::accept, "", "", {}}).recorded);
    ASSERT_TRUE(publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 5.0}})", "s").errors.empty());
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
    EXPECT_EQ(assess_pending(agency.workspace(), AssessOptions{"", true}).assessed, 1U);
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.row.state, ReportState::accepted);
    EXPECT_EQ(details.recommendation.decision, Decision::rework);
    EXPECT_EQ(assess_pending(agency.workspace(), AssessOptions{"", true}).assessed, 0U);
    EXPECT_THROW((void)assess_pending(agency.workspace(), AssessOptions{"no-programme", false}), std::runtime_error);
    EXPECT_THAT(check_database(agency.workspace()), IsEmpty());
}

}  // namespace relis::review
