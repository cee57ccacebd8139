#include "consistency/consistency.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency_tests::inspect;

TEST(Consistency, FindsNothingInAnEmptyReport) {
    EXPECT_TRUE(inspect(Case{}).empty());
}

TEST(Consistency, GivesTheSameFindingsWhateverTheOrderOfTheAnswers) {
    for (Case& one : comments_testing::read_folder(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo")) {
        const auto findings = inspect(one);
        std::reverse(one.report.answers.begin(), one.report.answers.end());
        EXPECT_EQ(inspect(one), findings) << one.report.report_id;
    }
}

TEST(Consistency, CostsNothingAndPointsInsideTheText) {
    for (const Case& one : comments_testing::read_folder(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo")) {
        for (const Finding& finding : inspect(one)) {
            EXPECT_EQ(finding.cost, 0) << finding.rule;
            EXPECT_FALSE(finding.message.empty());
            if (finding.question.empty()) continue;
            const Answer* const answer = one.report.find(finding.question);
            ASSERT_NE(answer, nullptr);
            const auto text = prose(*one.form.find(finding.question), answer);
            EXPECT_LE(finding.start, finding.end);
            EXPECT_LE(finding.end, language::code_points(text)) << one.report.report_id << " " << finding.rule;
        }
    }
}

TEST(Consistency, FindsInTheDemonstrationReportsWhatTheirAuthorsPutThere) {
    // From the tables of data/demo/README.md: the first revision of each.
    const std::map<std::string, std::set<std::string>> expected{
        {"R-000108", {"copied-comment", "round-times"}},
        {"R-000110", {"opposite-statement"}},
        {"R-000113", {"round-times"}},
        {"R-000210", {"end-before-start", "departure-before-arrival"}},
        {"R-000208", {"wait-longer-than-visit", "round-times"}},
        {"R-000211", {"repeated-comment"}},
        {"R-000215", {"opposite-statement"}},
        {"R-000304", {"opposite-statement", "opposite-opening"}},
        {"R-000311", {"wait-longer-than-visit", "departure-before-arrival"}},
        {"R-000407", {"repeated-comment", "round-times"}},
        {"R-000409", {"full-name", "telephone-number", "e-mail-address"}},
        {"R-000503", {"copied-comment"}},
        {"R-000506", {"end-before-start", "departure-before-arrival"}},
        {"R-000604", {"wait-longer-than-visit"}},
        {"R-000606", {"opposite-statement"}},
        {"R-000612", {"copied-comment"}}};
    std::map<std::string, std::set<std::string>> found;
    for (const Case& one : comments_testing::read_folder(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo")) {
        for (const Finding& finding : inspect(one)) found[one.report.report_id].insert(finding.rule);
    }
    for (const auto& [report, rules] : expected) {
        for (const std::string& rule : rules) EXPECT_TRUE(found[report].contains(rule)) << report << " " << rule;
    }
}

TEST(Consistency, ContradictsNoDemonstrationReportThatAgreesWithItself) {
    const std::set<std::string> contradicted{"R-000108", "R-000110", "R-000115", "R-000208", "R-000210",
                                             "R-000215", "R-000311", "R-000304", "R-000406", "R-000506",
                                             "R-000604", "R-000606", "R-000615"};
    for (const Case& one : comments_testing::read_folder(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo")) {
        if (contradicted.contains(one.report.report_id)) continue;
        EXPECT_TRUE(consistency_tests::rules_of(one, Category::contradiction).empty()) << one.report.report_id;
    }
}

TEST(Consistency, SurvivesACommentOfFiveMegabytes) {
    Case one;
    one.ask("a");
    one.ask("b");
    std::string text;
    while (text.size() < 5'000'000) text += "Le caissier n'a pas salué, 14 h 10, « oui », 514 555 ";
    one.answer("a", "oui", text);
    one.answer("b", "oui", text);
    const auto findings = inspect(one);
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(),
                            [](const Finding& finding) { return finding.rule == "repeated-comment"; }));
}
