// What must hold whatever the report: nobody raises a grade by words that tell nothing.
#include <random>
#include <sstream>
#include <utility>

#include <gtest/gtest.h>

#include "detail_testing/rating.h"

using namespace relis;
using detail_testing::Case;
using detail_testing::demonstration;
using detail_testing::gains;
using detail_testing::one_box;
using detail_testing::rounding;
using detail_testing::score;

namespace {

bool ends_a_sentence(const std::string& text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("»");
}

/// Applies `change` to every text of a report: comments, and the values of text questions.
template <class Change>
Case changed(Case one, Change change) {
    for (Answer& answer : one.report.answers) {
        const Question* const question = one.form.find(answer.question);
        if (answer.comment && !answer.comment->empty()) {
            answer.comment = change(*answer.comment);
        } else if (question != nullptr && question->type == QuestionType::text && answer.value &&
                   !answer.value->empty()) {
            answer.value = change(*answer.value);
        }
    }
    return one;
}

Case with_added(const Case& one, const std::string& text) {
    return changed(one, [&](const std::string& told) { return told + (ends_a_sentence(told) ? " " : ". ") + text; });
}

Case with_prefix(const Case& one, const std::string& text) {
    return changed(one, [&](const std::string& told) { return text + " " + told; });
}

void expect_no_gain(const std::vector<std::string>& texts) {
    for (const Case& one : demonstration()) {
        const double before = score(one);
        for (const std::string& text : texts) {
            const Case after = with_added(one, text);
            EXPECT_LE(score(after), before + rounding) << one.report.report_id << ": " << text << gains(one, after);
            EXPECT_LE(score(with_prefix(one, text)), before + rounding) << one.report.report_id << ", before: " << text;
        }
    }
}

/// Adds a sentence to the first text of a report.
Case with_first_added(const Case& one, const std::string& text) {
    bool added = false;
    return changed(one, [&](const std::string& told) {
        return std::exchange(added, true) ? told : told + (ends_a_sentence(told) ? " " : ". ") + text;
    });
}

std::string shuffled(const std::string& text, std::mt19937& random) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    std::shuffle(words.begin(), words.end(), random);
    std::string result;
    for (const std::string& word : words) result += (result.empty() ? "" : " ") + word;
    return result;
}

}  // namespace

TEST(DetailProperties, NeverRisesByPadding) {
    expect_no_gain(
        {"Tout était vraiment parfait.", "Je suis très satisfait de ma visite, qui fut une très belle visite.",
         "Rien à signaler de particulier.",
         "De manière générale, l'expérience a été globalement positive dans l'ensemble.",
         "Le service était excellent et le personnel très professionnel.",
         "À mon avis, un bon accueil est important pour un commerce.", "C'était bien, bien et encore bien.",
         "L'équipe a fait preuve d'un grand professionnalisme et d'une belle écoute tout au long de ma visite.",
         "J'ai passé un très bon moment et je suis repartie avec le sourire.",
         "Comme je l'ai déjà dit plus haut, tout s'est très bien passé du début à la fin.",
         "Je recommande cet endroit à tous mes amis sans hésiter.",
         "On se sent tout de suite à l'aise dans cet établissement chaleureux et moderne.",
         "Le personnel est attentionné, souriant et toujours disponible pour la clientèle.",
         "En conclusion, je n'ai aucun reproche à faire à cette entreprise remarquable.",
         "La qualité est au rendez-vous et les attentes du client sont comblées.",
         "Ma mère disait toujours qu'un commerçant qui ne sourit pas peut fermer boutique.",
         "Il est important de souligner que l'ambiance contribue grandement à l'expérience.",
         "Bref, une visite agréable, une expérience positive, un service à la hauteur."});
}

TEST(DetailProperties, NeverRisesByHeapsOfFiguresNamesAndWords) {
    expect_no_gain({"14 h 10, 12,50 $, Stéphanie, 3 minutes, Marc.", "3 5 7 12 45 18 20 44.",
                    "Marc, Julie, Sophie, Paul, Anne, Luc.", "12,50 $ 13,50 $ 14,50 $ 15 h 10 16 h 20 17 h 30.",
                    "Table chaise lampe rayon fromage pain lait sac.", "10 sur 10, 5 sur 5, 100 %, 20 sur 20.",
                    "Stéphanie Marc Julie 14 h 15 h 16 h.", "Chiffres : 1, 2, 3, 4, 5, 6, 7, 8, 9.",
                    "Note de 9 sur 10 pour Marc, 10 sur 10 pour Julie et 8 sur 10 pour Luc."});
}

TEST(DetailProperties, NeverRisesByFiguresAndNamesStrewnOverASentence) {
    expect_no_gain({"Marc, Julie et Kevin étaient là, 3 employés, 2 caisses, 14 h 05.",
                    "Il y a 12 appareils, 4 bancs, 2 étages, 3 employés et 1 gérant.",
                    "À 14 h 10, à 14 h 15 et à 14 h 20, Marc était là, Julie aussi, Kevin aussi."});
}

TEST(DetailProperties, NeverRisesByEmptySentences) {
    expect_no_gain({".", "...", "Oui.", "Voilà.", "OK.", "Et voilà, c'est tout.", "Merci.", "Bla bla bla.", "!!!"});
}

TEST(DetailProperties, NeverRisesByRepeatingWhatWasSaid) {
    for (const Case& one : demonstration()) {
        const double before = score(one);
        const Case twice = changed(one, [](std::string text) {
            const std::string said = text;
            text += ends_a_sentence(said) ? " " : ". ";
            return text += said;
        });
        EXPECT_LE(score(twice), before + rounding) << one.report.report_id << gains(one, twice);
    }
}

TEST(DetailProperties, NeverRisesByShufflingTheWords) {
    std::mt19937 random(11);
    constexpr double tells_something = 2.3;  // below, a few notes have no order to lose
    for (const Case& one : demonstration()) {
        const double before = std::max(score(one), tells_something);
        for (int round = 0; round < 4; ++round) {
            const Case after = changed(one, [&](const std::string& text) { return shuffled(text, random); });
            EXPECT_LE(score(after), before + rounding) << one.report.report_id << gains(one, after);
        }
    }
}

TEST(DetailProperties, FallsFarByShufflingTheWordsOfAFullReport) {
    std::mt19937 random(12);
    for (const Case& one : demonstration()) {
        if (const double before = score(one); before >= 4.5) {
            const Case after = changed(one, [&](const std::string& text) { return shuffled(text, random); });
            EXPECT_LT(score(after), before / 2) << one.report.report_id;
        }
    }
}

TEST(DetailProperties, RisesByAConcreteSentenceInPlaceOfAVagueOne) {
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"Le service était rapide.", "J'ai attendu quatre minutes derrière deux clients."},
        {"La caissière était gentille.", "La caissière, Nadia, m'a dit « Bonjour, ça va bien ? » en levant la tête."},
        {"Le magasin était sale.", "Un emballage de biscuit traînait devant la porte et le tapis était mouillé."},
        {"On m'a bien conseillé.", "Le vendeur a sorti deux perceuses et m'a fait tenir la plus légère."},
        {"Le prix était correct.", "J'ai payé 23,45 $ pour six articles."},
        {"L'attente fut raisonnable.", "À 14 h 10, la serveuse a posé l'assiette sur la table."},
        {"Le repas était bon.", "Le poulet était tiède, la peau croustillante et les frites molles."}};
    for (const auto& [vague, concrete] : pairs) {
        EXPECT_GT(score(one_box(concrete)), score(one_box(vague)) + 0.3) << concrete;
        for (const Case& one : demonstration()) {
            EXPECT_GE(score(with_first_added(one, concrete)) + rounding, score(with_first_added(one, vague)))
                << one.report.report_id << ": " << concrete;
        }
    }
}

TEST(DetailProperties, NeverFallsByAFactTold) {
    for (const std::string text : {"La vendeuse a plié le chandail et l'a déposé dans un sac de papier.",
                                   "À 16 h 12, un commis prénommé Karim a balayé l'allée des conserves.",
                                   "Elle m'a demandé si je voulais un sac."}) {
        for (const Case& one : demonstration()) {
            EXPECT_GE(score(with_first_added(one, text)), score(one) - rounding)
                << one.report.report_id << ": " << text;
        }
    }
}

TEST(DetailProperties, DependOnNoOrderOfTheAnswers) {
    std::mt19937 random(7);
    for (Case one : demonstration()) {
        const Rating before = detail_testing::rate(one);
        std::shuffle(one.report.answers.begin(), one.report.answers.end(), random);
        const Rating after = detail_testing::rate(one);
        EXPECT_EQ(after.score, before.score);
        EXPECT_EQ(after.contributions, before.contributions);
        EXPECT_EQ(after.findings, before.findings);
    }
}
