// What holds of the score whatever the report: reports are drawn from sentences with and without faults.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/visit.h"

namespace {

using namespace relis;
using namespace relis::french::testing;

const std::vector<std::string> sound{
    "La caissière m'a salué dès mon arrivée au comptoir.",
    "Les tablettes étaient pleines et les prix bien affichés.",
    "J'ai attendu quatre minutes avant que quelqu'un vienne me voir.",
    "Le plancher de l'entrée était sec et les paniers étaient rangés.",
    "On m'a proposé un sac, puis on m'a souhaité une bonne journée.",
    "Le gérant est venu expliquer pourquoi le prix avait changé.",
    "Deux clients attendaient derrière moi quand la deuxième caisse a ouvert.",
};

const std::vector<std::string> faulty{
    "Les employé étaient occupés au fond du magasin.", "La vendeuse a été très aimables avec nous deux.",
    "Il y avait plusieur boîtes vides dans l'allée.",  "Le commis m'a demander mon numéro de téléphone.",
    "Je ai payé mes achats avec ma carte de crédit.",
};

/// The sentences of one draw: each sound or faulty by chance.
std::vector<std::string> draw(std::mt19937& chance, std::size_t count, double share) {
    std::bernoulli_distribution wrong(share);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& pool = wrong(chance) ? faulty : sound;
        result.push_back(pool[std::uniform_int_distribution<std::size_t>(0, pool.size() - 1)(chance)]);
    }
    return result;
}

std::string joined(const std::vector<std::string>& sentences, std::size_t first, std::size_t last) {
    std::string result;
    for (std::size_t i = first; i < last; ++i) result += (result.empty() ? "" : " ") + sentences[i];
    return result;
}

Rating rate_all(const std::vector<std::string>& sentences) {
    return rate(joined(sentences, 0, sentences.size()));
}

std::vector<std::string> sorted_rules(const Rating& rating) {
    std::vector<std::string> result = rules(rating);
    std::sort(result.begin(), result.end());
    return result;
}

TEST(ScoreProperties, FiveExactlyWithoutACountedFault) {
    std::mt19937 chance(1);
    for (int run = 0; run < 20; ++run) {
        const auto sentences = draw(chance, 5 + static_cast<std::size_t>(run), 0);
        EXPECT_EQ(rate_all(sentences).score, 5.0) << joined(sentences, 0, sentences.size());
    }
}

TEST(ScoreProperties, OneMoreFaultNeverRaisesTheScore) {
    std::mt19937 chance(2);
    for (int run = 0; run < 20; ++run) {
        auto sentences = draw(chance, 10, 0);
        double last = *rate_all(sentences).score;
        for (std::string& sentence : sentences) {
            // the same words with one fault more
            sentence += " Merci bien.";
            const double with_sound = *rate_all(sentences).score;
            sentence.replace(sentence.size() - 11, 11, "Mercii bien");
            const double now = *rate_all(sentences).score;
            EXPECT_LT(now, with_sound);
            EXPECT_LE(now, last);
            last = now;
        }
    }
}

TEST(ScoreProperties, HalvesHaveTheFaultsAndTheScoreOfTheWhole) {
    std::mt19937 chance(3);
    for (int run = 0; run < 20; ++run) {
        const auto sentences = draw(chance, 12, 0.3);
        const Rating whole = rate_all(sentences);
        const Rating halves =
            rate(Visit().comment("accueil", joined(sentences, 0, 6)).comment("caisse", joined(sentences, 6, 12)));
        EXPECT_EQ(sorted_rules(whole), sorted_rules(halves));
        EXPECT_NEAR(*whole.score, *halves.score, 1e-9);
    }
}

TEST(ScoreProperties, TheOrderOfTheTextDoesNotMatter) {
    std::mt19937 chance(4);
    for (int run = 0; run < 20; ++run) {
        auto sentences = draw(chance, 12, 0.3);
        const Rating first = rate_all(sentences);
        std::shuffle(sentences.begin(), sentences.end(), chance);
        const Rating second = rate_all(sentences);
        EXPECT_EQ(sorted_rules(first), sorted_rules(second));
        EXPECT_NEAR(*first.score, *second.score, 1e-9);
    }
}

/// One fault in a sentence out of four, each on words of its own, in reports of 12 and of 60 sentences: within a fifth
/// of a point.
TEST(ScoreProperties, ReportsOfOneDensityScoreAlikeWhateverTheirLength) {
    const std::vector<std::string> nouns{"fauteuil",  "comptoir",   "panier",  "rayon", "miroir",
                                         "vestiaire", "plateau",    "banc",    "siège", "verre",
                                         "gobelet",   "présentoir", "chariot", "menu",  "carton"};
    const auto report = [&](std::size_t quarters) {
        std::vector<std::string> sentences;
        for (std::size_t i = 0; i < quarters; ++i) {
            for (std::size_t k = 0; k < 3; ++k) sentences.push_back(sound[(i + k) % sound.size()]);
            sentences.push_back("Les " + nouns[i] + " étaient propres à mon arrivée.");
        }
        return sentences;
    };
    const Rating brief = rate_all(report(3));
    const Rating extensive = rate_all(report(15));
    EXPECT_EQ(brief.findings.size(), 3U);
    EXPECT_EQ(extensive.findings.size(), 15U);
    EXPECT_LT(*brief.score, 5.0);
    EXPECT_NEAR(*brief.score, *extensive.score, 0.2);
}

}  // namespace
