#include <algorithm>
#include <map>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "detail_testing/rating.h"

using namespace relis;
using detail_testing::Case;
using detail_testing::demonstration;
using detail_testing::one_box;
using detail_testing::plugin;
using detail_testing::rate;
using detail_testing::rounding;
using detail_testing::score;

namespace {

const char* const full =
    "À 14 h 10, la caissière, Stéphanie, cheveux bruns attachés, m'a dit « Bonjour madame, avez-vous tout trouvé ? ». "
    "Elle a "
    "scanné mes six articles en deux minutes, puis elle a déposé le pain sur le dessus du sac et m'a tendu le reçu de "
    "23,45 $.";
const char* const middling =
    "La caissière a scanné mes articles et m'a tendu un sac. J'ai attendu derrière deux clients.";
const char* const vague = "Tout était parfait. Le service était excellent et le personnel vraiment sympathique.";

}  // namespace

TEST(Detail, RanksAFullAccountOverAMiddlingOverAVagueOne) {
    EXPECT_GT(score(one_box(full)), score(one_box(middling)) + 1);
    EXPECT_GT(score(one_box(middling)), score(one_box(vague)) + 1);
    EXPECT_LT(score(one_box(vague)), 0.5);
}

TEST(Detail, ExplainsItsScoreToTheLastPoint) {
    for (const Case& one : demonstration()) {
        const Rating rating = rate(one);
        ASSERT_TRUE(rating.score) << one.report.report_id;
        double earned = 0, lost = 0, cost = 0;
        for (const Contribution& contribution : rating.contributions) {
            (contribution.points > 0 ? earned : lost) += contribution.points;
            EXPECT_FALSE(contribution.label.empty());
        }
        EXPECT_NEAR(earned, *rating.score, rounding) << one.report.report_id;
        EXPECT_NEAR(5 + lost, *rating.score, rounding) << one.report.report_id;
        for (const Finding& finding : rating.findings) cost += finding.cost;
        EXPECT_LE(cost, 5 - *rating.score + rounding);
    }
}

TEST(Detail, AgreesWithAnEditorOnTheDemonstrationReports) {
    // What data/demo/README.md says of each, as a range of the scale.
    const std::map<std::string, std::pair<double, double>> expected{
        {"R-000101", {4.5, 5}}, {"R-000201", {4.5, 5}}, {"R-000301", {4.5, 5}},   {"R-000401", {4.5, 5}},
        {"R-000501", {4.5, 5}}, {"R-000601", {4.5, 5}}, {"R-000411", {4.5, 5}},   {"R-000213", {4.5, 5}},
        {"R-000103", {4, 5}},   {"R-000205", {4, 5}},   {"R-000104", {0, 2}},     {"R-000113", {0, 1}},
        {"R-000204", {0, 2}},   {"R-000306", {0, 2}},   {"R-000312", {0, 1.5}},   {"R-000408", {0, 2}},
        {"R-000407", {0, 1.5}}, {"R-000505", {0, 1.5}}, {"R-000508", {0, 2}},     {"R-000605", {0, 1}},
        {"R-000308", {0, 0}},   {"R-000602", {0, 0}},   {"R-000216", {2.5, 4.2}}, {"R-000514", {2.5, 4.2}},
        {"R-000614", {2, 3.5}}};
    for (const Case& one : demonstration()) {
        const auto found = expected.find(one.report.report_id);
        if (found == expected.end() || one.report.revision != 1) continue;
        EXPECT_GE(score(one), found->second.first) << one.report.report_id;
        EXPECT_LE(score(one), found->second.second) << one.report.report_id;
    }
}

TEST(Detail, StaysWithinTheScaleWhateverTheParameters) {
    Case one = one_box(full);
    for (const ParameterSpec& spec : plugin().describe().parameters) {
        for (const auto& bound : {spec.minimum, spec.maximum}) {
            auto values = default_parameters(plugin().describe().parameters).values();
            values[spec.name] = spec.type == ParameterType::integer ? ParameterValue(static_cast<std::int64_t>(*bound))
                                                                    : ParameterValue(*bound);
            const auto rated = plugin().rate(one.report, one, Parameters(values)).score;
            ASSERT_TRUE(rated);
            EXPECT_TRUE(*rated >= 0 && *rated <= 5) << spec.name;
        }
    }
}

TEST(Detail, CountsAMissingCommentAsNoneOnlyWhereOneIsRequired) {
    Case one = one_box(full);
    const double alone = score(one);
    one.ask("autre").comment = CommentPolicy::optional;
    one.answer("autre", "oui");
    EXPECT_DOUBLE_EQ(score(one), alone);
    one.form.questions.back().comment = CommentPolicy::required;
    EXPECT_LT(score(one), alone - 1);
}

TEST(Detail, DoesNotJudgeAReportThatWasAskedForNoWords) {
    Case one;
    one.ask("q").comment = CommentPolicy::none;
    one.answer("q", "oui");
    const Rating rating = rate(one);
    EXPECT_FALSE(rating.score);
    EXPECT_FALSE(rating.reason.empty());
}

TEST(Detail, GivesZeroWhereEveryRequiredCommentIsMissing) {
    Case one;
    one.ask("q");
    one.answer("q", "oui");
    EXPECT_EQ(score(one), 0);
    one.report.answers.front().comment = "RAS";
    EXPECT_EQ(score(one), 0);
}

TEST(Detail, DoesNotJudgeAnotherLanguage) {
    EXPECT_FALSE(rate(one_box("The cashier was very friendly and she helped me with all of my bags.")).score);
}

TEST(Detail, GivesOneConcretePieceOfAdviceAnAnswer) {
    Case one;
    one.ask("accueil", "L'employé vous a-t-il accueilli ?").min_words = 15;
    one.answer("accueil", "oui", vague);
    const Rating rating = rate(one);
    const auto about = std::count_if(rating.findings.begin(), rating.findings.end(),
                                     [](const Finding& finding) { return finding.question == "accueil"; });
    ASSERT_EQ(about, 1);
    EXPECT_EQ(rating.findings.front().rule, "vague");
    EXPECT_EQ(rating.findings.front().category, Category::detail);
    EXPECT_THAT(rating.findings.front().message, testing::HasSubstr("Dites qui"));
    EXPECT_GT(rating.findings.front().cost, 0);
}

TEST(Detail, NamesTheWordsThatEarnedThePoints) {
    const Rating rating = rate(one_box(full));
    ASSERT_FALSE(rating.contributions.empty());
    EXPECT_THAT(rating.contributions.front().label, testing::HasSubstr("« Stéphanie »"));
}

TEST(Detail, QuotesReportedWordsInOnePairOfGuillemets) {
    const std::string label = rate(one_box(full)).contributions.front().label;
    EXPECT_THAT(label, testing::HasSubstr("« Bonjour madame"));
    EXPECT_THAT(label, testing::Not(testing::HasSubstr("« «")));
    EXPECT_THAT(label, testing::Not(testing::HasSubstr("» »")));
}

TEST(Detail, SurvivesACommentOfFiveMegabytes) {
    std::string text;
    while (text.size() < 5'000'000) text += "La caissière a scanné 14 h 10 « oui » Stéphanie, ";
    EXPECT_GE(score(one_box(text)), 0);
}
