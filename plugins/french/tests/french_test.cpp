#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "support/visit.h"

namespace {

using namespace relis;
using namespace relis::french::testing;

const std::string clean =
    "La caissière, Stéphanie, m'a accueilli avec le sourire vers 14 h 30. Le plancher était propre et les étalages "
    "étaient bien garnis. J'ai payé 12,50 $ par carte Interac, puis j'ai quitté le magasin à 14 h 52.";

const std::string faulty =
    "La caisiere m'a acceuilli avec le sourire vers 14 h 30. Le le plancher était propre et les étalages étaient bien "
    "garnis. J'ai payé à le comptoir, puis je ai quitté le magasin à 14 h 52.";

TEST(French, GivesFullMarksToCorrectFrench) {
    const Rating rating = rate(clean);
    EXPECT_EQ(rating.score, 5.0);
    EXPECT_EQ(rules(rating), std::vector<std::string>{});
}

TEST(French, TellsPlaceCorrectionAndCostOfEachFault) {
    const Rating rating = rate(faulty);
    EXPECT_EQ(rules(rating),
              (std::vector<std::string>{"unknown-word", "unknown-word", "doubled-word", "article-au-le", "elision"}));
    EXPECT_EQ(rating.findings[0].start, 3U);
    EXPECT_EQ(rating.findings[0].end, 11U);
    EXPECT_EQ(rating.findings[0].suggestions.front(), "caissière");
    EXPECT_EQ(rating.findings[1].suggestions.front(), "accueilli");
    EXPECT_EQ(rating.findings[3].suggestions.front(), "au");
    EXPECT_EQ(rating.findings[4].suggestions.front(), "j'ai");
    for (const Finding& finding : rating.findings) {
        EXPECT_EQ(finding.question, "accueil");
        EXPECT_GT(finding.cost, 0);
        EXPECT_FALSE(finding.message.empty());
    }
}

TEST(French, NamesTheRuleOfEveryFinding) {
    const Rating rating = rate(faulty + " The cashier was very friendly and she asked me if I needed a bag.");
    ASSERT_FALSE(rating.findings.empty());
    for (const Finding& finding : rating.findings) EXPECT_FALSE(finding.title.empty()) << finding.rule;
}

TEST(French, CostsSumToThePointsLost) {
    const Rating rating = rate(faulty);
    ASSERT_TRUE(rating.score.has_value());
    EXPECT_LT(*rating.score, 5.0);
    EXPECT_NEAR(cost(rating), 5.0 - *rating.score, 1e-9);
    double lost = 0;
    for (const Contribution& contribution : rating.contributions) lost -= contribution.points;
    EXPECT_NEAR(lost, 5.0 - *rating.score, 1e-9);
}

TEST(French, NeverRatesHigherForOneMoreFault) {
    std::string text = clean;
    double last = 5.0;
    for (const char* word : {" Vrémant.", " Plusieur.", " Magazin.", " Magazin.", " Sa acceuil.", " Xqzt."}) {
        text += word;
        const double now = *rate(text).score;
        EXPECT_LE(now, last) << word;
        last = now;
    }
}

TEST(French, JudgesATextAlikeInOneCommentOrTwo) {
    const Rating whole = rate(clean + " " + faulty);
    const Rating halves = rate(Visit().comment("accueil", clean).comment("service", faulty));
    const Rating turned = rate(Visit().comment("accueil", faulty).comment("service", clean));
    EXPECT_EQ(rules(whole), rules(halves));
    EXPECT_DOUBLE_EQ(*whole.score, *halves.score);
    EXPECT_DOUBLE_EQ(*turned.score, *halves.score);
}

TEST(French, RatesShortAndLongReportsOfOneDensityAlike) {
    std::string once;
    std::string often;
    for (int i = 0; i < 4; ++i) once += clean + " ";
    once += "Plusieur.";
    for (int i = 0; i < 3; ++i) often += once + " ";
    EXPECT_NEAR(*rate(once).score, *rate(often).score, 0.15);
}

TEST(French, DoesNotJudgeAnEmptyReport) {
    const Rating rating = rate(Visit());
    EXPECT_FALSE(rating.score.has_value());
    EXPECT_FALSE(rating.reason.empty());
}

TEST(French, DoesNotJudgeTooLittleTextButShowsItsFaults) {
    const Rating rating = rate("Bon acceuil.");
    EXPECT_FALSE(rating.score.has_value());
    EXPECT_EQ(rules(rating), std::vector<std::string>{"unknown-word"});
    EXPECT_EQ(cost(rating), 0);
}

TEST(French, TakesNamesForNames) {
    for (const char* text :
         {"J'ai parlé avec Kimberlynn Ouattaréo du rayon.", "Nous étions chez Zybrex hier.",
          "Mme Tranberghini m'a servi.", "Le logiciel XQVT est en panne.", "Le site de SuperBrix est lent."}) {
        EXPECT_EQ(rules(rate(text)), std::vector<std::string>{}) << text;
    }
}

TEST(French, AcceptsWordsOfTheProgrammeAndOfTheManager) {
    Visit visit;
    visit.comment("accueil", clean + " On m'a offert un zorblax et un frizounet.");
    EXPECT_EQ(rules(rate(visit)).size(), 2U);
    visit.words = {"Zorblax"};
    EXPECT_EQ(rules(rate(visit)).size(), 1U);
    EXPECT_EQ(rules(rate(visit, {{"accepted_words", std::vector<std::string>{"frizounet"}}})).size(), 0U);
}

TEST(French, TellsAForeignPassageOnceAndForNothing) {
    const Rating rating =
        rate(clean + " The cashier was very friendly and she asked me if I needed a bag. Tout le reste était parfait.");
    EXPECT_EQ(rules(rating), std::vector<std::string>{"foreign-passage"});
    EXPECT_EQ(rating.findings[0].category, Category::not_judged);
    EXPECT_EQ(rating.score, 5.0);
    EXPECT_NE(rating.reason.find("Non jugé : 14 mots sur "), std::string::npos) << rating.reason;
}

TEST(French, DoesNotJudgeAReportInAnotherLanguage) {
    EXPECT_FALSE(rate("The cashier was very friendly and she asked me if I needed a bag. I would come back to this "
                      "store because everything was clean and the staff was nice to all of us.")
                     .score.has_value());
}

TEST(French, ChargesNothingForTypographyUnlessAsked) {
    Visit visit;
    visit.comment("accueil", clean + "  le coeur y est , merci !");
    const Rating rating = rate(visit);
    EXPECT_EQ(rules(rating), (std::vector<std::string>{"double-space", "sentence-capital", "ligature",
                                                       "space-before-comma", "space-before-mark"}));
    EXPECT_EQ(rating.score, 5.0);
    EXPECT_LT(*rate(visit, {{"weight_typography", 1.0}}).score, 5.0);
    EXPECT_TRUE(rate(visit, {{"typography", false}}).findings.empty());
    visit.place = "fr-FR";
    const auto in_france = rules(rate(visit));
    EXPECT_TRUE(std::find(in_france.begin(), in_france.end(), "space-before-mark") == in_france.end());
}

TEST(French, LeavesOutTheCategoriesThatAreSwitchedOff) {
    Visit visit;
    visit.comment("accueil", faulty);
    EXPECT_EQ(rules(rate(visit)).size(), 5U);
    EXPECT_EQ(rules(rate(visit, {{"spelling", false}})),
              (std::vector<std::string>{"doubled-word", "article-au-le", "elision"}));
    const Rating silent = rate(visit, {{"spelling", false}, {"grammar", false}});
    EXPECT_TRUE(silent.findings.empty());
    EXPECT_EQ(silent.score, 5.0);
}

TEST(French, AcceptsBothSpellingsUnlessAProgrammeAsksForOne) {
    Visit visit;
    visit.comment("accueil", "Le maître d'hôtel paraît connaître l'événement, un évènement qui va lui plaire.");
    EXPECT_EQ(rules(rate(visit)), std::vector<std::string>{});
    const Rating classic = rate(visit, {{"spelling_norm", std::string("classic")}});
    EXPECT_EQ(rules(classic), std::vector<std::string>{"other-spelling"});
    EXPECT_EQ(classic.findings[0].suggestions.front(), "événement");
    const Rating reformed = rate(visit, {{"spelling_norm", std::string("reformed")}});
    EXPECT_GE(rules(reformed).size(), 2U);
}

TEST(French, SilencesRulesOnRequest) {
    Visit visit;
    visit.comment("accueil", faulty);
    const auto found = rules(rate(visit, {{"silent_rules", std::vector<std::string>{"unknown-word", "elision"}}}));
    EXPECT_EQ(found, (std::vector<std::string>{"doubled-word", "article-au-le"}));
}

TEST(French, CountsTheSameMisspellingLessTheSecondTime) {
    Visit visit;
    visit.comment("accueil", clean + " Bon acceuil. Bel acceuil.");
    const Rating rating = rate(visit);
    ASSERT_EQ(rating.findings.size(), 2U);
    EXPECT_NEAR(rating.findings[1].cost, rating.findings[0].cost / 2, 1e-9);
}

TEST(French, GivesTheSameResultFromSeveralThreads) {
    const Rating expected = rate(faulty);
    std::vector<Rating> ratings(4);
    std::vector<std::thread> threads;
    threads.reserve(ratings.size());
    for (Rating& rating : ratings) threads.emplace_back([&] { rating = rate(faulty); });
    for (std::thread& thread : threads) thread.join();
    for (const Rating& rating : ratings) {
        EXPECT_EQ(rating.score, expected.score);
        EXPECT_EQ(rating.findings, expected.findings);
    }
}

TEST(French, SurvivesHostileComments) {
    for (const char* unit :
         {"l'", "xqz ", "\"", "é", "😀", "le le ", "si il ", "acceuil ", "A", "\u0301", "the ", "((", ".", "  "}) {
        std::string text;
        while (text.size() < 200000) text += unit;
        const Rating rating = rate(text);
        std::size_t end = 0;
        for (const Finding& finding : rating.findings) {
            ASSERT_LE(end, finding.start) << unit;
            ASSERT_LT(finding.start, finding.end) << unit;
            end = finding.end;
        }
        if (rating.score) {
            EXPECT_GE(*rating.score, 0) << unit;
            EXPECT_LE(*rating.score, 5) << unit;
        }
    }
}

}  // namespace
