#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency_tests::inspect;
using consistency_tests::rules_of;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

namespace {

Case told(const char* text) {
    Case one;
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", text);
    return one;
}

std::vector<std::string> other_rules(const Case& one, bool forbidden) {
    const consistency::Consistency plugin(comments_testing::environment());
    auto values = default_parameters(plugin.describe().parameters).values();
    values["forbid_instructions"] = forbidden;
    std::vector<std::string> rules;
    for (const Finding& finding : plugin.inspect(one.report, one, Parameters(values))) {
        if (finding.category == Category::other) rules.push_back(finding.rule);
    }
    return rules;
}

}  // namespace

TEST(Conduct, AsksForFactsInsteadOfAdviceWhereTheProgrammeForbidsIt) {
    for (const char* text :
         {"Vous devriez engager une deuxième caissière le samedi.", "Il faudrait repeindre la porte des toilettes.",
          "Je vous suggère de déplacer le présentoir.", "La direction devrait former ses caissiers.",
          "Il serait bon de réparer la pompe 3."}) {
        EXPECT_THAT(other_rules(told(text), true), ElementsAre("instruction-to-client")) << text;
        EXPECT_THAT(other_rules(told(text), false), IsEmpty()) << text;
    }
}

TEST(Conduct, LeavesWhatOthersSaidAndWhatTheShopperDid) {
    for (const char* text :
         {"Elle m'a dit : « Vous devriez essayer la taille 40. »", "Je recommande cet endroit à mes amis.",
          "Le vendeur m'a suggéré de prendre la garantie.", "La pluie devait cesser vers midi, il a fallu courir."}) {
        EXPECT_THAT(other_rules(told(text), true), IsEmpty()) << text;
    }
}

TEST(Conduct, AsksWhoLearntOfTheMission) {
    EXPECT_THAT(other_rules(told("J'ai dit à la caissière que j'étais cliente mystère et elle a ri."), false),
                ElementsAre("mission-revealed"));
    EXPECT_THAT(other_rules(told("Le gérant a deviné que j'étais un client mystère."), false),
                ElementsAre("mission-revealed"));
    EXPECT_THAT(other_rules(told("Je lui ai expliqué que je venais pour une évaluation du magasin."), false),
                ElementsAre("mission-revealed"));
    EXPECT_THAT(other_rules(told("Je n'ai jamais dit que j'étais cliente mystère."), false), IsEmpty());
    EXPECT_THAT(other_rules(told("Elle m'a dit que son évaluation annuelle approchait."), false), IsEmpty());
}

TEST(Conduct, AsksForAnotherDescriptionThanAProtectedCharacteristic) {
    EXPECT_THAT(rules_of(told("Une dame noire d'une quarantaine d'années m'a servie."), Category::privacy),
                ElementsAre("protected-characteristic"));
    EXPECT_THAT(rules_of(told("Le vendeur, d'origine italienne, m'a servie."), Category::privacy),
                ElementsAre("protected-characteristic"));
    EXPECT_THAT(rules_of(told("La caissière enceinte était assise."), Category::privacy),
                ElementsAre("protected-characteristic"));
    for (const char* text : {"Une dame aux cheveux noirs m'a servie.", "Un homme en chemise blanche m'a servie.",
                             "La caissière portait un chandail noir.", "Le gérant a un accent espagnol."}) {
        EXPECT_THAT(rules_of(told(text), Category::privacy), IsEmpty()) << text;
    }
}

TEST(Conduct, AsksForThisVisitWhereATextFitsAnyPlace) {
    EXPECT_THAT(comments_testing::rules(inspect(told(
                    "Une très belle expérience dans l'ensemble, avec un service de qualité et un professionnalisme "
                    "qui fait honneur à l'enseigne. Je recommande sans réserve cet établissement à tout le monde."))),
                Contains("fits-anywhere"));
    EXPECT_THAT(comments_testing::rules(inspect(told(
                    "Une très belle expérience : Marie a ouvert la porte à 14 h 03, m'a tendu un panier rouge et m'a "
                    "montré les poires, puis j'ai payé 12,40 $ à la caisse 3."))),
                Not(Contains("fits-anywhere")));
}
