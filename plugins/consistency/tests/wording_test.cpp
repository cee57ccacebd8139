#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency_tests::inspect;
using consistency_tests::rules_of;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const char* const account =
    "La caissière a rangé mes six articles dans deux sacs, puis m'a tendu le reçu en disant bonne journée.";

Case two_boxes(const std::string& first, const std::string& second) {
    Case one;
    one.ask("a", "Comment était l'accueil à la porte ?");
    one.ask("b", "Comment était le passage à la caisse ?");
    one.answer("a", "oui", first);
    one.answer("b", "oui", second);
    return one;
}

}  // namespace

TEST(Repeats, NameBothPlacesOfARepeatedComment) {
    const auto findings = inspect(two_boxes(account, account));
    ASSERT_THAT(comments_testing::rules(findings), ElementsAre("repeated-comment"));
    EXPECT_EQ(findings.front().question, "b");
    EXPECT_THAT(findings.front().message, testing::HasSubstr("Comment était l'accueil à la porte ?"));
    EXPECT_TRUE(findings.front().mendable);
}

TEST(Repeats, SeeThroughLetterCaseAccentsAndAWordChanged) {
    EXPECT_THAT(
        rules_of(two_boxes(account,
                           "LA CAISSIERE a range mes six articles dans deux sacs puis m'a tendu le recu en disant "
                           "bonne soirée"),
                 Category::repetition),
        ElementsAre("repeated-comment"));
}

TEST(Repeats, LeaveShortOrDifferentComments) {
    EXPECT_THAT(rules_of(two_boxes("Oui, très propre.", "Oui, très propre."), Category::repetition), IsEmpty());
    EXPECT_THAT(
        rules_of(two_boxes(account, "Le portier m'a ouvert et m'a indiqué l'allée des surgelés, au fond à gauche."),
                 Category::repetition),
        IsEmpty());
}

TEST(Repeats, AnAccountThatTellsMoreBesidesIsNone) {
    const std::string praise = "Tout le monde était gentil avec nous, du début à la fin de la soirée.";
    const std::string more =
        " Nous avons pris le bac de 18 h 10, mangé deux crêpes au sarrasin sur la terrasse, payé 31 € à un garçon en "
        "salopette, et regardé les mouettes voler le pain d'une famille belge avant de reprendre le bac.";
    EXPECT_THAT(comments_testing::rules(inspect(two_boxes(praise, praise + more))), testing::IsEmpty());
    EXPECT_THAT(comments_testing::rules(inspect(two_boxes(praise, praise + " Nous avons payé 31 €."))),
                ElementsAre("repeated-comment"));
}

TEST(Copies, CannotBeMendedWhenTheyAreSomebodyElses) {
    Case one;
    one.report.report_id = "R-2";
    one.report.shopper_id = "C-2";
    one.ask("a");
    one.answer("a", "oui", account);
    one.similar = {{"R-1", "C-1", "S-1", "a", account}};
    const auto findings = inspect(one);
    ASSERT_THAT(comments_testing::rules(findings), ElementsAre("copied-comment", "copy-source"));
    EXPECT_FALSE(findings.front().mendable);
    EXPECT_THAT(findings.front().message, testing::Not(testing::HasSubstr("C-1")));
    EXPECT_THAT(findings.front().message, testing::Not(testing::HasSubstr("R-1")));
}

TEST(Copies, NameTheirSourceToTheReviewerOnly) {
    Case one;
    one.report.report_id = "R-2";
    one.report.shopper_id = "C-2";
    one.ask("a");
    one.answer("a", "oui", account);
    one.similar = {{"R-1", "C-1", "S-1", "a", account}};
    const Finding note = inspect(one).back();
    EXPECT_EQ(note.rule, "copy-source");
    EXPECT_EQ(note.category, Category::not_judged) << "which no feedback to the shopper holds";
    EXPECT_THAT(note.message, testing::HasSubstr("R-1"));
    EXPECT_THAT(note.message, testing::HasSubstr("C-1"));
}

TEST(Copies, AShortTextIsOneOnceItsSourceIsKnown) {
    const std::string price = "Le prix était sur l'ardoise dehors, en chiffres.";
    const std::string other =
        "Derrière le comptoir, une dame pliait des cartons bleus en chantonnant, sans se presser.";
    const auto copied_boxes = [&](bool with_source) {
        Case one;
        one.report.report_id = "R-2";
        one.report.shopper_id = "C-2";
        for (const char* const name : {"a", "b", "c"}) one.ask(name);
        one.answer("a", "oui", account);
        one.answer("b", "oui", other);
        one.answer("c", "oui", price);
        if (with_source) one.similar = {{"R-1", "C-1", "S-1", "a", account}, {"R-1", "C-1", "S-1", "b", other}};
        one.similar.push_back({"R-1", "C-1", "S-1", "c", price});
        return consistency_tests::rules_of(one, Category::copied).size();
    };
    EXPECT_EQ(copied_boxes(false), 0U) << "so few words alone are a coincidence";
    EXPECT_EQ(copied_boxes(true), 3U);
}

TEST(Copies, CanBeMendedWhenOneCommentIsTheShoppersOwn) {
    Case one =
        two_boxes(account, "Le portier m'a ouvert et m'a indiqué l'allée des surgelés, au fond, à gauche du pain.");
    one.report.shopper_id = "C-2";
    one.similar = {{"R-1", "C-2", "S-1", "a", account}};
    auto findings = inspect(one);
    ASSERT_THAT(comments_testing::rules(findings), ElementsAre("copied-comment", "copy-source"));
    EXPECT_TRUE(findings.front().mendable);

    one.similar.push_back({"R-1", "C-2", "S-1", "b", *one.report.answers.back().comment});
    findings = inspect(one);
    ASSERT_THAT(comments_testing::rules(findings), ElementsAre("copied-comment", "copied-comment", "copy-source"));
    EXPECT_FALSE(findings[0].mendable);
    EXPECT_FALSE(findings[1].mendable);
}

TEST(Copies, ARetellingInOtherWordsIsToldBoxByBox) {
    const std::vector<std::pair<std::string, std::string>> told{
        {"Le gâteau au fromage portait un coulis de framboises et quatre physalis, servi sur une ardoise.",
         "Sur une ardoise, le gâteau au fromage brillait sous son coulis, avec quatre physalis et des framboises."},
        {"Bastien, tablier bordeaux, nous a installés près de l'aquarium et a allumé la bougie de la table.",
         "La bougie de notre table près de l'aquarium, c'est Bastien qui l'a allumée, en tablier bordeaux."},
        {"Les toilettes sentaient la lavande et le séchoir du fond clignotait sans jamais souffler d'air chaud.",
         "Au fond, un séchoir clignotait sans souffler et les toilettes sentaient partout la lavande."}};
    Case one;
    one.report.report_id = "R-2";
    one.report.shopper_id = "C-2";
    for (std::size_t i = 0; i < told.size(); ++i) {
        const std::string question = "q" + std::to_string(i);
        one.ask(question);
        one.answer(question, "oui", told[i].second);
        one.similar.push_back({"R-1", "C-1", "S-1", question, told[i].first});
    }
    EXPECT_EQ(rules_of(one, Category::copied).size(), told.size());
}

TEST(Copies, ASentencePastedIntoEveryBoxIsOneCoincidenceWithAnotherReport) {
    const std::string pasted = "Le personnel était souriant et agréable, on se sent bien accueilli dans cet endroit.";
    Case one;
    one.report.report_id = "R-2";
    one.report.shopper_id = "C-2";
    for (const char* question : {"a", "b", "c", "d"}) {
        one.ask(question);
        one.answer(question, "oui", pasted);
        one.similar.push_back(
            {"R-1", "C-1", "S-1", question,
             "Au guichet le personnel était souriant, et on se sent attendu et conseillé dès l'entrée du hall."});
    }
    EXPECT_THAT(rules_of(one, Category::copied), IsEmpty());
}

TEST(Copies, NeedMostOfTheWording) {
    Case one;
    one.ask("a");
    one.answer("a", "oui", account);
    one.similar = {{"R-1", "C-1", "S-1", "a",
                    "La caissière a rangé mes six articles dans deux sacs, mais sans un mot ni un regard pour moi."}};
    EXPECT_THAT(rules_of(one, Category::copied), IsEmpty());
}

TEST(Wording, AsksForMoreThanAnEchoOfTheQuestion) {
    Case one;
    one.ask("a", "La personne à la caisse vous a-t-elle salué et regardé ?");
    one.answer("a", "oui", "La personne m'a regardée.");
    EXPECT_THAT(comments_testing::rules(inspect(one)), ElementsAre("echo"));
    one.report.answers.front().comment =
        "La personne à la caisse m'a saluée d'un « bonjour » et regardée dix secondes.";
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Wording, AsksForTheFactsBehindANegativeAnswer) {
    Case one;
    one.ask("a", "Le serveur était-il attentif ?");
    one.answer("a", "non", "Vraiment très moyen.");
    EXPECT_THAT(comments_testing::rules(inspect(one)), ElementsAre("no-ground"));
    one.report.answers.front().comment = "Il a parlé au téléphone pendant dix minutes.";
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Wording, DoesNotJudgeAnotherLanguage) {
    Case one;
    one.ask("a");
    one.answer("a", "oui", "The cashier was very friendly and she helped me with my bags.");
    EXPECT_THAT(rules_of(one, Category::not_judged), ElementsAre("wrong-language"));
}

TEST(Privacy, FindsTelephoneNumbersOfBothCountries) {
    for (const char* number : {"514-555-0142", "(514) 555-0142", "+1 514 555 0142", "06 12 34 56 78", "0612345678",
                               "+33 6 12 34 56 78", "06.12.34.56.78"}) {
        Case one;
        one.ask("a");
        one.answer("a", "oui", "Élodie m'a laissé le " + std::string(number) + " sur un papier.");
        const auto findings = inspect(one);
        ASSERT_THAT(comments_testing::rules(findings), ElementsAre("telephone-number")) << number;
        EXPECT_EQ(findings.front().start, 21U) << number;
        EXPECT_EQ(findings.front().end, 21U + std::string(number).size()) << number;
    }
}

TEST(Privacy, LeavesOtherFigures) {
    for (const char* text : {"J'ai payé 1 200 300 400 $ pour rire.", "La facture 2026-06-16 portait le numéro 0042.",
                             "J'ai vu 12 34 56 78 sur un écran.", "Le code-barres 0612345678901 ne passait pas."}) {
        Case one;
        one.ask("a");
        one.answer("a", "oui", text);
        EXPECT_THAT(rules_of(one, Category::privacy), IsEmpty()) << text;
    }
}

TEST(Privacy, FindsFullNamesAndAddresses) {
    Case one;
    one.ask("a");
    one.answer("a", "oui", "Stéphanie Tremblay m'a donné son adresse, s.tremblay@exemple.ca.");
    EXPECT_THAT(rules_of(one, Category::privacy), ElementsAre("full-name", "e-mail-address"));
}

TEST(Privacy, LeavesFirstNamesPlacesAndBrands) {
    for (const char* text : {"Stéphanie m'a servie, puis Marc a pris le relais.",
                             "J'ai pris la rue Denis Papin à pied.", "Martin Beaubien est le nom du marché."}) {
        Case one;
        one.report.site.name = "Marché Martin Beaubien";
        one.ask("a");
        one.answer("a", "oui", text);
        EXPECT_THAT(rules_of(one, Category::privacy), IsEmpty()) << text;
    }
}
