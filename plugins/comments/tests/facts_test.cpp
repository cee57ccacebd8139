#include "comments/facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "comments_testing/reports.h"

using namespace relis;
using comments::Comment;
using comments::FactKind;

namespace {

const comments::FactFinder& finder() {
    static const comments::FactFinder finder(std::make_shared<const comments::WordBook>(
        language::Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon")));
    return finder;
}

/// The words of the facts of one kind, in the order of the text.
std::vector<std::string> told(FactKind kind, std::string_view text, const comments::KnownNames& names = {}) {
    const Comment comment(text);
    std::vector<std::string> words;
    for (const comments::Fact& fact : finder().read(comment, names, {}).facts) {
        if (fact.kind == kind) words.push_back(comment.quote(fact.first_token, fact.last_token));
    }
    return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST(Facts, NameAndDescribePersons) {
    EXPECT_EQ(told(FactKind::identity, "La caissière, Stéphanie, portait des lunettes."),
              (Words{"Stéphanie", "lunettes"}));
    EXPECT_EQ(told(FactKind::identity, "Kenza m'a tendu la carte."), Words{"Kenza"});
    EXPECT_EQ(told(FactKind::identity, "Son badge disait « Inès »."), (Words{"badge", "Inès"}));
    EXPECT_EQ(told(FactKind::identity, "Femme, 40 ans, cheveux bruns."), (Words{"40 ans", "cheveux", "bruns"}));
}

TEST(Facts, TakeNoStreetOrSiteForAPerson) {
    EXPECT_TRUE(told(FactKind::identity, "J'ai visité la succursale de la rue Laurent.").empty());
    EXPECT_TRUE(told(FactKind::identity, "J'ai aimé l'entrée de Martin.", {"martin"}).empty());
}

TEST(Facts, TellHoursDurationsQuantitiesAndPricesApart) {
    const char* const text = "À 14 h 10, j'ai attendu trois minutes derrière deux clients et payé 12,50 $.";
    EXPECT_EQ(told(FactKind::time, text), Words{"14 h 10"});
    EXPECT_EQ(told(FactKind::duration, text), Words{"trois minutes"});
    EXPECT_EQ(told(FactKind::quantity, text), Words{"deux clients"});
    EXPECT_EQ(told(FactKind::price, text), Words{"12,50 $"});
    EXPECT_EQ(told(FactKind::duration, "J'ai attendu 5min."), Words{"5min"});
}

TEST(Facts, KeepWordsQuotedAndReported) {
    EXPECT_EQ(told(FactKind::quote, "Il a lancé : « Bonne journée, madame. »"), Words{"« Bonne journée, madame. »"});
    EXPECT_EQ(told(FactKind::reported, "Elle m'a demandé si je voulais un sac.").size(), 1U);
    EXPECT_TRUE(told(FactKind::reported, "Je dirais que c'était bien.").empty());
}

TEST(Facts, SeePlacesSensesObjectsAndActions) {
    EXPECT_EQ(told(FactKind::place, "Elle a déposé le pain sur le comptoir."), Words{"comptoir"});
    EXPECT_EQ(told(FactKind::object, "Elle a déposé le pain sur le comptoir."), Words{"pain"});
    EXPECT_EQ(told(FactKind::action, "Elle a déposé le pain sur le comptoir."), Words{"déposé"});
    EXPECT_EQ(told(FactKind::sensory, "Le sol était collant."), Words{"collant"});
}

TEST(Facts, IgnoreHeapsOfFiguresAndNames) {
    for (const char* text :
         {"14 h 10, 12,50 $, Stéphanie, 3 minutes, Marc.", "Marc, Julie, Sophie, Paul, Anne.", "3 5 7 12 45 18 20.",
          "J'ai vu Marc, Julie, Sophie, Paul et Anne.", "Table chaise lampe rayon fromage pain lait."}) {
        EXPECT_TRUE(finder().read(Comment(text), {}, {}).facts.empty()) << text;
    }
}

TEST(Facts, ReadATelegraphicNoteWhereEveryFigureHasItsNoun) {
    EXPECT_EQ(told(FactKind::time, "Arrivée 7 h 31, pompe 6."), Words{"7 h 31"});
    EXPECT_EQ(told(FactKind::sensory, "Poubelles vides."), Words{"vides"});
}

TEST(Facts, FindNoFactInGeneralities) {
    const Comment comment("À mon avis, un bon commerce est un commerce qui respecte sa clientèle et ses produits.");
    const comments::Reading reading = finder().read(comment, {}, {});
    EXPECT_TRUE(reading.facts.empty());
    EXPECT_TRUE(reading.sentences.front().is_vague);
}

TEST(Facts, CallASentenceVagueThatOnlyJudges) {
    const auto vague = [](std::string_view text) {
        return finder().read(Comment(text), {}, {}).sentences.front().is_vague;
    };
    EXPECT_TRUE(vague("Tout était parfait."));
    EXPECT_TRUE(vague("Le service était excellent et le personnel sympathique."));
    EXPECT_TRUE(vague("Rien à signaler."));
    EXPECT_FALSE(vague("La caissière a scanné mes six articles en deux minutes."));
    EXPECT_FALSE(vague("Le café, servi à 8 h 40, était bon."));
}

TEST(Facts, MatchTopicsInSingularAndPlural) {
    Question question;
    question.topics = {"légume", "salle de bains", "caissières"};
    const Comment comment("Les légumes brillaient, la salle de bains aussi, et la caissière riait.");
    const auto facts = finder().read(comment, {}, finder().read_question(question)).facts;
    EXPECT_EQ(std::count_if(facts.begin(), facts.end(), [](const auto& fact) { return fact.kind == FactKind::topic; }),
              3);
}

TEST(Facts, ReadVerbsWhoseAuxiliaryIsWrittenInOneWithWhatStandsBefore) {
    EXPECT_EQ(told(FactKind::action, "jai payé et elle ma apporté un verre"), (Words{"payé", "apporté"}));
    EXPECT_EQ(told(FactKind::action, "Dans ma remise, rien."), Words{});
}

TEST(Facts, FindNoDisorderInAWordAtTheEndOfACarelessComment) {
    const auto broken = [](const char* text) { return finder().read(Comment(text), {}, {}).order.broken; };
    EXPECT_EQ(broken("jai attendu dehors pis le gars était pas la, jai joué avec"), 0U);
    EXPECT_GT(broken("attendu le dehors gars sous"), 0U);
}

TEST(Facts, SurviveAnyBytes) {
    for (const std::string& text :
         {std::string("\xFF\xFE\x00 «", 5), std::string("«««««“\""), std::string("« sans fin"), std::string(3000, '\''),
          std::string("\u202E\u0000", 4)}) {
        const Comment comment(text);
        EXPECT_EQ(finder().read(comment, {}, {}).sentences.size(), comment.sentences().size());
    }
}
