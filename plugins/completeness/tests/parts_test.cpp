#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "completeness_testing.h"

using namespace relis;
using comments_testing::Case;
using completeness_testing::inspect;
using completeness_testing::proven;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// What is said of the parts of a question that is answered so; empty: nothing.
std::string asked_about(const std::string& label, const std::string& comment, const std::string& value = "oui") {
    Case one = proven();
    one.ask("q", label);
    one.answer("q", value, comment);
    for (const Finding& finding : inspect(one)) {
        if (finding.rule == "part-unanswered") {
            EXPECT_EQ(finding.category, Category::not_judged) << "it asks, and asserts nothing";
            return finding.message;
        }
    }
    return {};
}

}  // namespace

TEST(Parts, AreAskedAboutWhereAShortTextTakesUpOneOfTwo) {
    EXPECT_THAT(asked_about("La personne au guichet vous a-t-elle salué et remercié ?", "Elle m'a salué d'un signe."),
                HasSubstr("« remercié »"));
    EXPECT_THAT(asked_about("Le vestiaire était-il propre et chauffé ?", "Propre, le carrelage brillait."),
                HasSubstr("« chauffé »"));
    EXPECT_THAT(asked_about("L'écran et le clavier fonctionnaient-ils ?", "L'écran s'allumait dès qu'on le touchait."),
                HasSubstr("« clavier »"));
}

TEST(Parts, AreFoundInListsOfThree) {
    EXPECT_THAT(
        asked_about("La rampe était-elle dégagée, éclairée et signalée ?", "Deux cartons encombraient la rampe."),
        HasSubstr("« éclairée », « signalée »"));
    EXPECT_THAT(asked_about("Décrivez la chambre : literie, douche, vue.", "La literie sentait la lavande."),
                HasSubstr("« douche », « vue »"));
}

TEST(Parts, ThatAskForAFactAreAnsweredByAnyFactOfThatKind) {
    const std::string label = "Le technicien est-il passé, et à quelle heure ?";
    EXPECT_THAT(asked_about(label, "Oui, il est passé avec sa trousse."), HasSubstr("« à quelle heure »"));
    EXPECT_THAT(asked_about(label, "Oui, il a sonné à 9 h 40."), IsEmpty());
    EXPECT_THAT(asked_about("Vous a-t-on servi ? Qui s'en est chargé ?", "Oui, le plateau est arrivé tout chaud."),
                IsEmpty())
        << "« tout » may speak for both";
    EXPECT_THAT(asked_about("Avez-vous attendu ? Combien de minutes ?", "Oui, derrière la borne."),
                HasSubstr("« Combien de minutes »"));
    EXPECT_THAT(asked_about("Avez-vous attendu ? Combien de minutes ?", "Oui, une dizaine de minutes."), IsEmpty());
}

TEST(Parts, AreAnsweredInOtherWordsForTheSame) {
    const std::string label = "L'hôtesse vous a-t-elle salué et remercié ?";
    EXPECT_THAT(asked_about(label, "« Bonjour » en entrant, « merci » en sortant."), IsEmpty());
    EXPECT_THAT(asked_about("La salle était-elle propre et éclairée ?", "Sol taché, deux ampoules mortes."), IsEmpty());
}

TEST(Parts, AreLeftAloneWhereTheTextSpeaksForAllOfThem) {
    const std::string label = "L'hôtesse vous a-t-elle salué et remercié ?";
    EXPECT_THAT(asked_about(label, "Elle a salué, et fait les deux avec le sourire."), IsEmpty());
    EXPECT_THAT(asked_about(label, "Elle ne m'a pas salué.", "non"), IsEmpty());
    EXPECT_THAT(asked_about(label, "Oui."), IsEmpty()) << "too little to know which part it means";
}

TEST(Parts, AreLeftAloneInALongText) {
    EXPECT_THAT(asked_about("L'hôtesse vous a-t-elle salué et remercié ?",
                            "L'hôtesse, une grande femme aux cheveux gris, m'a salué en soulevant les yeux de son "
                            "registre, puis elle a tendu la carte du jour et montré la table ronde près du poêle."),
                IsEmpty());
}

TEST(Parts, OfAChoiceAreNoParts) {
    EXPECT_THAT(asked_about("Vous a-t-on proposé une entrée, un dessert ou un café ?", "Un dessert, la tarte."),
                IsEmpty());
    EXPECT_THAT(asked_about("Le livret (horaires, tarifs et plan) était-il affiché ?", "Les horaires, au mur."),
                IsEmpty());
    EXPECT_THAT(asked_about("L'attente a-t-elle dépassé deux minutes et demie ?", "Trois minutes à ma montre."),
                IsEmpty());
}

TEST(Parts, AreNotAskedAboutWhereTheManagerSaysSo) {
    Case one = proven();
    one.ask("q", "L'hôtesse vous a-t-elle salué et remercié ?");
    one.answer("q", "oui", "Elle m'a salué d'un signe.");
    EXPECT_THAT(inspect(one, {{"part_words", std::int64_t{0}}}), IsEmpty());
}
