// The agency's definition of detail, item by item.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "detail_testing/rating.h"

using namespace relis;
using detail_testing::Case;
using detail_testing::one_box;
using detail_testing::rate;
using detail_testing::score;

namespace {

/// The score of one comment under a question.
double told(const std::string& question, const std::string& comment) {
    Case one;
    one.ask("q", question).min_words = 15;
    one.answer("q", "oui", comment);
    return score(one);
}

constexpr const char* anything = "Que s'est-il passé ?";

/// A report of several boxes under an open question.
Case boxes(const std::vector<std::string>& comments) {
    Case one;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const std::string name = "q" + std::to_string(i);
        one.ask(name, anything).min_words = 15;
        one.answer(name, "oui", comments[i]);
    }
    return one;
}

const Finding* finding_of(const Rating& rating, const std::string& rule) {
    for (const Finding& finding : rating.findings) {
        if (finding.rule == rule) return &finding;
    }
    return nullptr;
}

std::string passage(const std::string& text, const Finding& finding) {  // ASCII texts only
    return text.substr(finding.start, finding.end - finding.start);
}

}  // namespace

TEST(Definition, CountsEveryKindOfConcreteFact) {
    const std::string bare = "Quelqu'un a pris ma commande.";
    for (const char* text :
         {"Nadia a pris ma commande.", "Une femme blonde à lunettes a pris ma commande.",
          "Quelqu'un a pris ma commande à 12 h 07.", "Quelqu'un a pris ma commande en deux minutes.",
          "Quelqu'un a pris ma commande de trois plats.", "Quelqu'un a pris ma commande de 23,50 $.",
          "Quelqu'un a pris ma commande : « Et comme boisson ? »", "Quelqu'un a pris ma commande au comptoir.",
          "Quelqu'un a pris ma commande de soupe.", "Quelqu'un a pris ma commande d'une main tachée de sauce rouge.",
          "Quelqu'un a pris ma commande, essuyé la table et rempli mon verre."}) {
        EXPECT_GT(told(anything, text), told(anything, bare)) << text;
    }
}

TEST(Definition, TakesFactsOverOpinions) {
    EXPECT_EQ(told(anything, "L'équipe était formidable et l'ambiance vraiment chaleureuse."), 0);
    EXPECT_EQ(told(anything, "Le conseiller a été professionnel et à l'écoute de mes besoins."), 0);
    EXPECT_GT(told(anything, "Le conseiller a fermé la porte et m'a tendu un dépliant bleu."), 0.8);
}

TEST(Definition, FindsSetPhrasesVague) {
    for (const char* text : {"Tout était bien.", "Le service était correct et rapide.", "C'était conforme.",
                             "Tout s'est bien passé du début à la fin."}) {
        const Rating rating = rate(one_box(text));
        EXPECT_EQ(*rating.score, 0) << text;
        EXPECT_NE(finding_of(rating, "vague"), nullptr) << text;
    }
}

TEST(Definition, ShowsThePassageThatIsVagueWithATitleAndACost) {
    const std::string text = "La caissiere a pris mon billet de 20 $. Le service fut excellent.";
    const Rating rating = rate(one_box(text));
    const Finding* const vague = finding_of(rating, "vague");
    ASSERT_NE(vague, nullptr);
    EXPECT_EQ(passage(text, *vague), "Le service fut excellent.");
    EXPECT_EQ(vague->title, "Propos vague");
    EXPECT_GT(vague->cost, 0);
    EXPECT_THAT(vague->message, testing::StartsWith("« Le service fut excellent » ne fait rien voir. Dites "));
}

TEST(Definition, GivesEveryFindingATitle) {
    for (const Case& one : detail_testing::demonstration()) {
        for (const Finding& finding : rate(one).findings) EXPECT_FALSE(finding.title.empty()) << finding.rule;
    }
}

TEST(Definition, EarnsMoreByWhatTheQuestionAsksFor) {
    const std::string person = "Nadia, une femme brune à lunettes, se tenait là.";
    const std::string time = "C'était à 14 h 10 et il a fallu sept minutes.";
    EXPECT_GT(told("Qui vous a accueilli ?", person), told("Combien de temps avez-vous attendu ?", person));
    EXPECT_GT(told("Combien de temps avez-vous attendu ?", time), told("Quels conseils avez-vous reçus ?", time));
}

TEST(Definition, AsksForThePointOfTheQuestionWhereACommentTellsSomethingElse) {
    Case one;
    one.ask("toilettes", "Les toilettes étaient-elles propres ?").min_words = 10;
    one.answer("toilettes", "oui", "J'ai payé 23,45 $ par carte et la caissière a imprimé la facture.");
    const Rating rating = rate(one);
    const Finding* const beside = finding_of(rating, "off-topic");
    ASSERT_NE(beside, nullptr);
    EXPECT_THAT(beside->message, testing::HasSubstr("l'état du sol, du lavabo, du savon et du papier"));
    one.report.answers.front().comment = "Le lavabo brillait, il restait du savon et la poubelle débordait.";
    const Rating mended = rate(one);
    EXPECT_EQ(finding_of(mended, "off-topic"), nullptr);
}

TEST(Definition, AdvisesInTheWordsOfTheQuestion) {
    const auto advice = [](const std::string& question) {
        Case one;
        one.ask("q", question).min_words = 15;
        one.answer("q", "oui", "C'était bien.");
        return rate(one).findings.front().message;
    };
    EXPECT_THAT(advice("L'employé vous a-t-il accueilli ?"), testing::HasSubstr("qui vous a accueilli"));
    EXPECT_THAT(advice("Combien de temps avez-vous attendu ?"),
                testing::HasSubstr("combien de minutes vous avez attendu"));
    EXPECT_THAT(advice("Comment étaient le plat et la boisson ?"), testing::HasSubstr("le goût et la température"));
    EXPECT_THAT(advice("Racontez votre visite."), testing::HasSubstr("dans l'ordre, de l'arrivée au départ"));
    for (const char* question : {"L'employé vous a-t-il accueilli ?", "Racontez votre visite.", "Et le reste ?"}) {
        EXPECT_THAT(advice(question), testing::Not(testing::HasSubstr(" ; "))) << question;
        EXPECT_THAT(advice(question), testing::EndsWith(".")) << question;
    }
}

TEST(Definition, CountsTheVisitFromArrivalToDeparture) {
    const Case whole = boxes({"Je me suis garé devant la porte à 9 h 05.",
                              "Nadia m'a dit « Bonjour » et m'a conduit au rayon des lampes.",
                              "J'ai payé 12,50 $ à la caisse 2.", "En sortant, le gardien m'a tenu la porte."});
    const Case part = boxes({"J'ai posé la lampe sur le comptoir à 9 h 05.",
                             "Nadia m'a dit « Voilà » et a soulevé une lampe du rayon.",
                             "J'ai compté 12 lampes sur deux tablettes.", "Ensuite, le gardien a vissé une ampoule."});
    const auto told_of = [](const Case& one) {
        for (const Contribution& contribution : rate(one).contributions) {
            if (contribution.question.empty() && contribution.points > 0) return contribution.points;
        }
        return 0.0;
    };
    EXPECT_GT(told_of(whole), told_of(part));
}

TEST(Definition, CountsTheOrderOfEvents) {
    EXPECT_GT(told(anything, "Nadia a d'abord scanné les pommes, puis elle a rempli le sac."),
              told(anything, "Nadia a scanné les pommes, elle a rempli le sac."));
}

TEST(Definition, CountsTheTopicsOfTheQuestion) {
    Case one;
    Question& question = one.ask("q", anything);
    question.min_words = 15;
    one.answer("q", "oui", "Le rideau pendait et le crochet était tordu.");
    const double without = score(one);
    one.form.questions.front().topics = {"rideau", "crochet"};
    EXPECT_GT(score(one), without);
}

TEST(Definition, LosesByASentenceThatNeverStops) {
    std::string clear, endless;
    for (const char* fact :
         {"la caissière a scanné les pommes", "elle a posé le pain dans le sac", "un client a renversé une bouteille",
          "le commis a essuyé le plancher", "la gérante a ouvert la caisse 3", "elle a compté douze pièces",
          "un enfant a pleuré près de la porte", "le gardien a ramassé un gant", "la caissière a imprimé le reçu",
          "elle m'a tendu ma carte bleue"}) {
        clear += (clear.empty() ? "" : ". ") + std::string(fact);
        endless += (endless.empty() ? "" : " et ") + std::string(fact);
    }
    Case one = one_box(clear + "."), other = one_box(endless + ".");
    EXPECT_GT(score(one), score(other));
    const Rating rating = rate(other);
    EXPECT_NE(finding_of(rating, "winding"), nullptr);
}

TEST(Definition, LeavesOutTheShoppersOwnLifeAndMarksGiven) {
    EXPECT_EQ(told(anything, "Ma voisine a acheté trois lampes bleues l'an dernier à 14 h 10."), 0);
    EXPECT_EQ(told(anything, "Je donne 9 sur 10 à Marc, 10 sur 10 à Julie et 8 sur 10 à Luc."), 0);
    EXPECT_GT(told(anything, "Marc a vissé trois ampoules bleues à 14 h 10."), 1);
}

TEST(Definition, TellsASentenceOnceEvenIfSomeWordsOfItAreMoved) {
    const std::string once = "La caissière Nadia a scanné mes six articles en deux minutes à la caisse 4.";
    const std::string again = "À la caisse 4, la caissière Nadia a scanné en deux minutes mes six articles.";
    const Rating rating = rate(boxes({once, again}));
    EXPECT_NE(finding_of(rating, "repeated"), nullptr);
    EXPECT_LT(*rating.score, score(boxes({once, "Le commis Luc a balayé l'allée 7 pendant que je payais."})));
}

TEST(Definition, TellsAFormulaPastedFromBoxToBoxOnce) {
    const std::string formula = " en me tendant un dépliant avec une main gantée de cuir noir";
    const Case own = boxes({"Le portier a ouvert la grille rouillée.", "Une guide a allumé sa lampe de poche.",
                            "Un gardien a compté les clés.", "Le vendeur a plié un plan."});
    const Case pasted =
        boxes({"Le portier a ouvert la grille rouillée" + formula + ".",
               "Une guide a allumé sa lampe de poche" + formula + ".", "Un gardien a compté les clés" + formula + ".",
               "Le vendeur a plié un plan" + formula + "."});
    const Case once =
        boxes({"Le portier a ouvert la grille rouillée" + formula + ".", "Une guide a allumé sa lampe de poche.",
               "Un gardien a compté les clés.", "Le vendeur a plié un plan."});
    EXPECT_GT(score(once), score(own));
    EXPECT_LT(score(pasted), score(once));
    EXPECT_NE(finding_of(rate(pasted), "repeated"), nullptr);
}

TEST(Definition, AcceptsValuesGivenBesideAnAccountAndNotInItsPlace) {
    Case one = boxes({"Nadia a scanné les pommes."});
    const double alone = score(one);
    Question time;
    time.name = "heure";
    time.type = QuestionType::time;
    time.label = "Heure d'arrivée";
    one.form.questions.push_back(time);
    one.answer("heure", "14:10");
    EXPECT_GT(score(one), alone);
    one.report.answers.front().comment.reset();
    EXPECT_EQ(score(one), 0);
}
