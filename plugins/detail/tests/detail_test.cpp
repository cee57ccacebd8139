#include "detail/detail.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "comments_testing/reports.h"

using namespace relis;
using comments_testing::Case;

namespace {

const content_detail::Detail& plugin() {
    static const content_detail::Detail plugin(comments_testing::environment());
    return plugin;
}

Rating rate(const Case& one) {
    return plugin().rate(one.report, one, default_parameters(plugin().describe().parameters));
}

double score(const Case& one) {
    return rate(one).score.value_or(-1);
}

const char* const full =
    "À 14 h 10, la caissière, Stéphanie, cheveux bruns attachés, m'a dit « Bonjour madame, avez-vous tout trouvé ? ». "
    "Elle a "
    "scanné mes six articles en deux minutes, puis elle a déposé le pain sur le dessus du sac et m'a tendu le reçu de "
    "23,45 $.";
const char* const middling =
    "La caissière a scanné mes articles et m'a tendu un sac. J'ai attendu derrière deux clients.";
const char* const vague = "Tout était parfait. Le service était excellent et le personnel vraiment sympathique.";

Case one_box(const std::string& comment) {
    Case one;
    one.ask("caisse", "Comment s'est passé votre passage à la caisse ?").min_words = 20;
    one.answer("caisse", "oui", comment);
    return one;
}

std::vector<Case> demonstration() {
    return comments_testing::read_folder(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo");
}

bool ends_a_sentence(const std::string& text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("»");
}

/// Adds a text to every box of a report that has words.
Case with_added(Case one, const std::string& text) {
    for (Answer& answer : one.report.answers) {
        if (answer.comment && !answer.comment->empty())
            *answer.comment += (ends_a_sentence(*answer.comment) ? " " : ". ") + text;
    }
    return one;
}

constexpr double rounding = 1e-9;

/// What an answer gained, for the message of a test that fails.
std::string gains(const Case& before, const Case& after) {
    std::map<std::string, double> points;
    for (const Contribution& one : rate(before).contributions) points[one.question] += std::max(0.0, one.points);
    std::string text;
    for (const Contribution& one : rate(after).contributions) {
        if (one.points > points[one.question] + rounding) text += "\n  " + one.question + ": " + one.label;
    }
    return text;
}

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
        {"R-000101", {4.5, 5}}, {"R-000201", {4.5, 5}}, {"R-000301", {4.5, 5}}, {"R-000401", {4.5, 5}},
        {"R-000501", {4.5, 5}}, {"R-000601", {4.5, 5}}, {"R-000411", {4.5, 5}}, {"R-000213", {4.5, 5}},
        {"R-000103", {4, 5}},   {"R-000205", {4, 5}},   {"R-000104", {0, 2}},   {"R-000113", {0, 1}},
        {"R-000204", {0, 2}},   {"R-000306", {0, 2}},   {"R-000312", {0, 1.5}}, {"R-000408", {0, 2}},
        {"R-000407", {0, 1.5}}, {"R-000505", {0, 1.5}}, {"R-000508", {0, 2}},   {"R-000605", {0, 1}},
        {"R-000308", {0, 0}},   {"R-000602", {0, 0}},   {"R-000216", {2.5, 4}}, {"R-000514", {2.5, 4}},
        {"R-000614", {2, 3.5}}};
    for (const Case& one : demonstration()) {
        const auto found = expected.find(one.report.report_id);
        if (found == expected.end() || one.report.revision != 1) continue;
        EXPECT_GE(score(one), found->second.first) << one.report.report_id;
        EXPECT_LE(score(one), found->second.second) << one.report.report_id;
    }
}

TEST(Detail, NeverRisesByPadding) {
    const std::vector<std::string> padding{
        "Tout était vraiment parfait.",
        "Je suis très satisfait de ma visite, qui fut une très belle visite.",
        "Rien à signaler de particulier.",
        "De manière générale, l'expérience a été globalement positive dans l'ensemble.",
        "Le service était excellent et le personnel très professionnel.",
        "À mon avis, un bon accueil est important pour un commerce.",
        "C'était bien, bien et encore bien."};
    for (const Case& one : demonstration()) {
        const double before = score(one);
        for (const std::string& text : padding) {
            const Case padded = with_added(one, text);
            EXPECT_LE(score(padded), before + rounding) << one.report.report_id << ": " << text << gains(one, padded);
        }
    }
}

TEST(Detail, NeverRisesByHeapsOfFiguresAndNames) {
    const std::vector<std::string> heaps{"14 h 10, 12,50 $, Stéphanie, 3 minutes, Marc.", "3 5 7 12 45 18 20 44.",
                                         "Marc, Julie, Sophie, Paul, Anne, Luc.",
                                         "12,50 $ 13,50 $ 14,50 $ 15 h 10 16 h 20 17 h 30.",
                                         "Table chaise lampe rayon fromage pain lait sac."};
    for (const Case& one : demonstration()) {
        const double before = score(one);
        for (const std::string& text : heaps) {
            const Case heaped = with_added(one, text);
            EXPECT_LE(score(heaped), before + rounding) << one.report.report_id << ": " << text << gains(one, heaped);
        }
    }
}

TEST(Detail, NeverRisesByRepeatingASentence) {
    for (const Case& one : demonstration()) {
        Case repeated = one;
        for (Answer& answer : repeated.report.answers) {
            if (answer.comment && answer.comment->ends_with('.'))
                answer.comment = *answer.comment + " " + *answer.comment;
        }
        EXPECT_LE(score(repeated), score(one) + rounding) << one.report.report_id;
    }
}

TEST(Detail, NeverFallsByAFactTold) {
    const std::vector<std::string> facts{"La vendeuse a plié le chandail et l'a déposé dans un sac de papier.",
                                         "À 16 h 12, un commis prénommé Karim a balayé l'allée des conserves.",
                                         "Elle m'a demandé si je voulais un sac."};
    for (const Case& one : demonstration()) {
        const double before = score(one);
        for (const std::string& text : facts) {
            Case more = one;
            for (Answer& answer : more.report.answers) {
                if (answer.comment && answer.comment->ends_with('.')) {
                    *answer.comment += " " + text;
                    break;
                }
            }
            EXPECT_GE(score(more), before - rounding) << one.report.report_id << ": " << text;
        }
    }
}

TEST(Detail, DependsOnNoOrderOfTheAnswers) {
    std::mt19937 random(7);
    for (Case& one : demonstration()) {
        const Rating before = rate(one);
        std::shuffle(one.report.answers.begin(), one.report.answers.end(), random);
        const Rating after = rate(one);
        EXPECT_EQ(after.score, before.score);
        EXPECT_EQ(after.contributions, before.contributions);
        EXPECT_EQ(after.findings, before.findings);
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

TEST(Detail, SurvivesACommentOfFiveMegabytes) {
    std::string text;
    while (text.size() < 5'000'000) text += "La caissière a scanné 14 h 10 « oui » Stéphanie, ";
    EXPECT_GE(score(one_box(text)), 0);
}
