#include "app/dialogs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/words.h"
#include "in_language.h"

namespace relis::app {
namespace {

using testing::HasSubstr;
using testing::Not;

const Label missing{"manque", "is missing"};

TEST(Problems, OfAnImportAreToldInTheLanguageOfTheWindow) {
    review::ImportSummary summary;
    summary.problems.push_back({"hotel.json", 41, 3, "R-1", "mission_id", missing, true});
    {
        const InLanguage french("fr");
        const std::string told = to_utf8(details_of(summary));
        EXPECT_THAT(told, HasSubstr("hotel.json"));
        EXPECT_THAT(told, HasSubstr("mission_id\n    manque"));
        EXPECT_THAT(told, HasSubstr("ligne 41"));
        EXPECT_THAT(told, Not(HasSubstr("missing")));
    }
    EXPECT_THAT(to_utf8(details_of(summary)), HasSubstr("mission_id\n    is missing"));
}

TEST(Problems, OfAnAssessmentAndOfPluginsAreToldInTheLanguageOfTheWindow) {
    review::AssessSummary summary;
    summary.problems.push_back(
        {"R-1 : le questionnaire q@1 n'est pas dans la base", "R-1: questionnaire q@1 is not in"});
    review::PluginStatus plugin;
    plugin.state = review::PluginStatus::State::refused;
    plugin.path = "essai.so";
    plugin.reason = {"sa version est vide", "its version is empty"};
    const InLanguage french("fr");
    EXPECT_EQ(to_utf8(details_of(summary)), "R-1 : le questionnaire q@1 n'est pas dans la base\n");
    EXPECT_THAT(to_utf8(details_of(std::vector{plugin})), HasSubstr("sa version est vide"));
}

}  // namespace
}  // namespace relis::app
