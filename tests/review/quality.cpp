// What a quality manager does: proposals that nobody has stored, measuring them, plugins switched off, figures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/assess.h"
#include "review/compare.h"
#include "review/criteria_sheet.h"
#include "review/decide.h"
#include "review/graded_set.h"
#include "review/plugin_switches.h"
#include "review/report_details.h"
#include "review/statistics.h"

namespace relis::review {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string programme = "essai-2026";

Moment soon() {
    return Moment{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::minutes(1),
                  {}};
}

bool is_off(Workspace& workspace, const std::string& id) {
    for (const DisabledPlugin& off : disabled_plugins(workspace)) {
        if (off.plugin.id == id) return true;
    }
    return false;
}

bool was_assessed_by(Workspace& workspace, const std::string& report, const std::string& plugin) {
    for (const Assessment& assessment : load_report(workspace, report).assessments) {
        if (assessment.plugin == plugin) return true;
    }
    return false;
}

}  // namespace

TEST(CriteriaSheets, SayWhatIsInheritedAndWhatTheSetOverrides) {
    Agency agency;
    ASSERT_TRUE(publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 2.5}})", "a").errors.empty());
    ASSERT_TRUE(
        publish_parameters(agency.workspace(), programme, R"({"decision": {"min_french": 2}})", "p").errors.empty());
    const CriteriaSheet sheet = criteria_sheet(agency.workspace(), programme);
    EXPECT_EQ(sheet.inherited.at("decision").at("min_detail"), ParameterValue(2.5));
    EXPECT_EQ(sheet.overrides.at("decision").at("min_french"), ParameterValue(2.0)) << "a whole number in its type";
    EXPECT_FALSE(sheet.overrides.at("decision").contains("min_detail"));
    EXPECT_THAT(sheet.history, SizeIs(1));
    EXPECT_THROW((void)criteria_sheet(agency.workspace(), "inconnu"), std::runtime_error);
}

TEST(CriteriaSheets, APublishedProposalTakesBackWhatItDoesNotName) {
    Agency agency;
    ASSERT_TRUE(publish_parameters(agency.workspace(), "",
                                   R"({"decision": {"min_detail": 2.5, "min_french": 1}, "detail": {"need": 9}})", "a")
                    .errors.empty());
    CriteriaSheet sheet = criteria_sheet(agency.workspace(), "");
    CriteriaProposal proposal{"", sheet.overrides};
    proposal.overrides["decision"].erase("min_french");
    proposal.overrides.erase("detail");
    const ProposalResult result = publish_proposal(agency.workspace(), proposal, "b", sheet.criteria_set);
    ASSERT_THAT(result.published.errors, IsEmpty());
    EXPECT_EQ(criteria_sheet(agency.workspace(), "").overrides, proposal.overrides);
}

TEST(CriteriaSheets, WhoWasOvertakenPublishesNothing) {
    Agency agency;
    const CriteriaSheet sheet = criteria_sheet(agency.workspace(), "");
    ASSERT_TRUE(publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 2.5}})", "a").errors.empty());
    CriteriaProposal proposal;
    proposal.overrides["decision"]["min_detail"] = 4.0;
    EXPECT_TRUE(publish_proposal(agency.workspace(), proposal, "b", sheet.criteria_set).overtaken);
    EXPECT_EQ(criteria_sheet(agency.workspace(), "").overrides.at("decision").at("min_detail"), ParameterValue(2.5));
}

TEST(CriteriaSheets, AProposalOutsideItsRangeIsRefusedByName) {
    Agency agency;
    CriteriaProposal proposal;
    proposal.overrides["decision"]["min_detail"] = 9.0;
    const ProposalResult result = publish_proposal(agency.workspace(), proposal, "b", 0);
    ASSERT_THAT(result.published.errors, SizeIs(1));
    relis::test::expect_both_languages(result.published.errors.front());
    EXPECT_THAT(result.published.errors.front().en, HasSubstr("min_detail"));
    EXPECT_THAT(result.published.errors.front().fr, HasSubstr("min_detail"));
    EXPECT_THAT(result.published.errors.front().en, HasSubstr("0 to 5"));
    EXPECT_THAT(criteria_sheet(agency.workspace(), "").history, IsEmpty());
}

TEST(Previews, AProposalIsComparedOnChosenReportsAndKeptNowhere) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", good_comment + " Encore.");
    assess_pending(agency.workspace());
    CompareOptions options;
    options.proposal = CriteriaProposal{};
    options.proposal->overrides["detail"]["need"] = 40.0;
    options.reports = {"R-2", "R-9"};
    const CriteriaComparison comparison = compare_criteria(agency.workspace(), options);
    EXPECT_EQ(comparison.reports, 1U);
    ASSERT_THAT(comparison.changes, SizeIs(1));
    EXPECT_EQ(comparison.changes.front().report_id, "R-2");
    ASSERT_THAT(comparison.problems, SizeIs(1)) << "R-9 is told";
    const auto& bins = comparison.scores.at("detail").by_quarter;
    ASSERT_THAT(bins, SizeIs(1));
    EXPECT_LT(bins.begin()->first, 0) << "lowered";
    EXPECT_THAT(criteria_sheet(agency.workspace(), "").history, IsEmpty());
}

TEST(Previews, TheCalibrationSetIsMeasuredWithAProposal) {
    Agency agency;
    const GradedSet set(agency.workspace(), std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "calibration");
    const Calibration before = set.measure("", std::nullopt);
    CriteriaProposal proposal;
    proposal.overrides["detail"]["need"] = 30.0;
    const Calibration after = set.measure("", proposal);
    ASSERT_EQ(before.reports.size(), after.reports.size());
    EXPECT_GT(before.reports.size(), 100U);
    EXPECT_GT(after.all().machine.criteria.front().mean_absolute_error,
              before.all().machine.criteria.front().mean_absolute_error);
    EXPECT_EQ(set.measure("", std::nullopt).all().machine.criteria.front().mean_absolute_error,
              before.all().machine.criteria.front().mean_absolute_error)
        << "nothing of the proposal stays";
}

TEST(PluginSwitches, APluginThatIsOffIsNotRunAndComesBack) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    ASSERT_TRUE(was_assessed_by(agency.workspace(), "R-1", "consistency"));
    EXPECT_TRUE(disable_plugin(agency.workspace(), "consistency", "trop de fausses alertes"));
    EXPECT_FALSE(disable_plugin(agency.workspace(), "consistency", "encore")) << "it is off already";
    const auto off = disabled_plugins(agency.workspace());
    ASSERT_THAT(off, SizeIs(1));
    EXPECT_EQ(off.front().plugin.id, "consistency");
    EXPECT_FALSE(off.front().plugin.version.empty());
    EXPECT_EQ(off.front().reason, "trop de fausses alertes");
    EXPECT_EQ(off.front().by, agency.workspace().user());
    for (const PluginStatus& on : agency.workspace().plugin_status()) EXPECT_NE(on.id, "consistency");
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 1U) << "what waits is stale";
    EXPECT_FALSE(was_assessed_by(agency.workspace(), "R-1", "consistency"));

    const auto colleague = agency.open_as("bruno");
    EXPECT_TRUE(is_off(*colleague, "consistency"));
    EXPECT_TRUE(enable_plugin(*colleague, "consistency"));
    assess_pending(agency.workspace());
    EXPECT_TRUE(was_assessed_by(agency.workspace(), "R-1", "consistency")) << "the other program follows";
    EXPECT_THROW(disable_plugin(agency.workspace(), "inconnu", "x"), std::runtime_error);
}

TEST(PluginSwitches, TuningOutlivesBeingOff) {
    Agency agency;
    ASSERT_TRUE(
        publish_parameters(agency.workspace(), "", R"({"consistency": {"longest_visit": 12}})", "a").errors.empty());
    disable_plugin(agency.workspace(), "consistency", "x");
    CriteriaSheet sheet = criteria_sheet(agency.workspace(), "");
    CriteriaProposal proposal{"", sheet.overrides};
    proposal.overrides["decision"]["min_detail"] = 4.0;
    ASSERT_THAT(publish_proposal(agency.workspace(), proposal, "b", sheet.criteria_set).published.errors, IsEmpty());
    enable_plugin(agency.workspace(), "consistency");
    EXPECT_EQ(criteria_sheet(agency.workspace(), "").overrides.at("consistency").at("longest_visit"),
              ParameterValue(std::int64_t{12}));
}

TEST(Figures, CountDecisionsInEveryForm) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", good_comment + " Puis je suis partie.");
    assess_pending(agency.workspace());
    DecisionRequest request;
    request.report_id = "R-1";
    request.decision = Decision::accept;
    request.reason = "vu";
    ASSERT_TRUE(decide(agency.workspace(), request).recorded);
    const Statistics figures = statistics(agency.workspace(), {}, soon());
    EXPECT_EQ(figures.totals.accepted, 1);
    EXPECT_EQ(figures.totals.acceptance(), 1.0);
    EXPECT_EQ(figures.backlog.waiting, 1);
    std::int64_t accepted = 0, submitted = 0;
    for (const StatisticsPeriod& period : figures.periods) {
        accepted += period.accepted;
        submitted += period.submitted;
    }
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(submitted, 2);
    const nlohmann::json json = nlohmann::json::parse(to_json(figures));
    EXPECT_EQ(json["totals"]["decided"], 1);
    EXPECT_TRUE(json["totals"]["rework"] == 0.0);
    EXPECT_EQ(json["detail"].size(), 11U);
    EXPECT_THAT(to_csv(figures), HasSubstr("totals,,,accepted,1\r\n"));

    StatisticsQuery nobody;
    nobody.reviewer = "personne";
    const Statistics none = statistics(agency.workspace(), nobody, soon());
    EXPECT_EQ(none.totals.decided(), 0);
    EXPECT_FALSE(none.totals.acceptance()) << "nothing to divide by";
    EXPECT_EQ(none.backlog.waiting, 1) << "nobody's backlog in particular";
}

}  // namespace relis::review
