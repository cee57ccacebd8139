// What a report keeps of a plugin that cannot be called when it is assessed anew.
#include <algorithm>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/assess.h"
#include "review/json.h"
#include "review/plugin_switches.h"
#include "review/report_details.h"
#include "store/plugin_guard.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

class AbsentPlugins : public testing::Test {
  protected:
    AbsentPlugins() {
        agency.import_report("R-1", good_comment);
        assess_pending(agency.workspace());
        first = load_report(agency.workspace(), "R-1");
    }

    /// A program that starts after the French plugin took another one down.
    std::unique_ptr<Workspace> started_without_french() {
        for (store::PluginGuard guard : store::list_plugin_guards(agency.workspace().database())) {
            if (guard.path.find("french") == std::string::npos) continue;
            guard.state = store::GuardState::failed;
            store::save_plugin_guard(agency.workspace().database(), guard);
        }
        auto workspace = agency.open_as("bruno");
        EXPECT_EQ(std::ranges::count(workspace->plugin_status(), PluginStatus::State::skipped, &PluginStatus::state),
                  1);
        return workspace;
    }

    Agency agency;
    ReportDetails first;
};

TEST_F(AbsentPlugins, WhatASkippedPluginFoundStaysAndIsToldAsOfItsEarlierAssessment) {
    const auto workspace = started_without_french();
    const AssessSummary summary = assess_pending(*workspace);
    EXPECT_EQ(summary.assessed, 1U) << "other plugins are at work: what waits is stale";
    EXPECT_EQ(summary.kept_assessments, 1U);
    const ReportDetails details = load_report(*workspace, "R-1");
    EXPECT_EQ(details.assessments, first.assessments);
    EXPECT_EQ(details.row.french, first.row.french);
    EXPECT_EQ(details.recommendation, first.recommendation);
    EXPECT_THAT(details.earlier, ElementsAre(Field(&EarlierResult::plugin, "french")));
    EXPECT_THAT(first.earlier, IsEmpty());
}

TEST_F(AbsentPlugins, TheJsonOfAReportSaysWhenTheEarlierResultWasMade) {
    const auto workspace = started_without_french();
    assess_pending(*workspace);
    const nlohmann::json json = nlohmann::json::parse(to_json(load_report(*workspace, "R-1")));
    for (const nlohmann::json& assessment : json["assessments"]) {
        EXPECT_EQ(assessment["earlier"].is_string(), assessment["plugin"] == "french") << assessment;
    }
    EXPECT_FALSE(json["scores"]["french"].is_null());
}

TEST_F(AbsentPlugins, AnEarlierResultStaysHoweverOftenTheReportIsAssessedWithoutItsPlugin) {
    const auto workspace = started_without_french();
    assess_pending(*workspace);
    EXPECT_EQ(assess_report(*workspace, "R-1").kept_assessments, 1U);
    const ReportDetails details = load_report(*workspace, "R-1");
    EXPECT_EQ(details.assessments, first.assessments);
    EXPECT_THAT(details.earlier, ElementsAre(Field(&EarlierResult::plugin, "french")));
}

TEST_F(AbsentPlugins, OnceThePluginIsBackItsResultIsNoEarlierOneAnyMore) {
    const auto workspace = started_without_french();
    assess_pending(*workspace);
    const auto status = workspace->plugin_status();
    const auto skipped = std::ranges::find(status, PluginStatus::State::skipped, &PluginStatus::state);
    ASSERT_NE(skipped, status.end());
    ASSERT_FALSE(workspace->retry_plugin(skipped->path));
    const AssessSummary summary = assess_pending(*workspace);
    EXPECT_EQ(summary.assessed, 1U);
    EXPECT_EQ(summary.kept_assessments, 0U);
    const ReportDetails details = load_report(*workspace, "R-1");
    EXPECT_EQ(details.assessments, first.assessments);
    EXPECT_THAT(details.earlier, IsEmpty());
}

TEST_F(AbsentPlugins, APluginThatAPersonSwitchedOffTakesItsResultAlongThoughItIsSkippedToo) {
    disable_plugin(agency.workspace(), "french", "on s'en passe");
    const auto workspace = started_without_french();
    EXPECT_EQ(assess_pending(*workspace).kept_assessments, 0U);
    const ReportDetails details = load_report(*workspace, "R-1");
    EXPECT_EQ(details.assessment("french"), nullptr);
    EXPECT_FALSE(details.row.french);
}

TEST_F(AbsentPlugins, APluginThatCannotBeCalledIsSwitchedOffWhereuponWhatWasKeptGoes) {
    const auto workspace = started_without_french();
    EXPECT_THAT(absent_plugins(*workspace), IsEmpty()) << "nothing is kept yet";
    assess_pending(*workspace);
    EXPECT_THAT(absent_plugins(*workspace), ElementsAre("french"));
    ASSERT_TRUE(disable_plugin(*workspace, "french", "on s'en passe"));
    EXPECT_FALSE(disable_plugin(*workspace, "french", "encore")) << "it is off already";
    EXPECT_THAT(absent_plugins(*workspace), IsEmpty());
    const auto off = disabled_plugins(*workspace);
    ASSERT_EQ(off.size(), 1U);
    EXPECT_EQ(off.front().plugin.id, "french");
    EXPECT_EQ(off.front().reason, "on s'en passe");
    const AssessSummary summary = assess_pending(*workspace);
    EXPECT_EQ(summary.assessed, 1U) << "what waits is stale";
    EXPECT_EQ(summary.kept_assessments, 0U);
    EXPECT_EQ(load_report(*workspace, "R-1").assessment("french"), nullptr);
    EXPECT_TRUE(enable_plugin(*workspace, "french")) << "though it still cannot be called";
}

TEST_F(AbsentPlugins, WhatIsNeitherLoadedNorKeptIsNotSwitchedOff) {
    const auto workspace = started_without_french();
    EXPECT_THROW(disable_plugin(*workspace, "french", "on s'en passe"), std::runtime_error) << "nothing is kept of it";
    EXPECT_THROW(disable_plugin(*workspace, "inconnu", "on s'en passe"), std::runtime_error);
}

TEST_F(AbsentPlugins, AReportThatThePluginNeverSawHasNothingToKeep) {
    const auto workspace = started_without_french();
    agency.import_report("R-2", good_comment);
    EXPECT_EQ(assess_report(*workspace, "R-2").kept_assessments, 0U);
    EXPECT_EQ(assess_report(*workspace, "R-2").kept_assessments, 0U);
    EXPECT_EQ(load_report(*workspace, "R-2").assessment("french"), nullptr);
}

}  // namespace
}  // namespace relis::review
