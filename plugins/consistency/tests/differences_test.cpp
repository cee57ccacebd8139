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

Question& ask_number(Case& one, const char* name, const char* label, const char* value) {
    Question& question = one.ask(name, label);
    question.type = QuestionType::decimal;
    question.choices.clear();
    question.comment = CommentPolicy::none;
    one.answer(name, value);
    return question;
}

Case paid(const char* value, const char* account) {
    Case one;
    ask_number(one, "montant", "Montant total payé, en dollars", value);
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", account);
    return one;
}

Case waited(const char* value, const char* account) {
    Case one;
    ask_number(one, "attente", "Combien de minutes avez-vous attendu à la caisse ?", value);
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", account);
    return one;
}

}  // namespace

TEST(Differences, AskAboutATotalThatIsNotTheAmountPaid) {
    EXPECT_THAT(rules_of(paid("38.25", "Le caissier a annoncé un total de 52,10 $ et j'ai payé par carte."),
                         Category::contradiction),
                ElementsAre("other-amount"));
}

TEST(Differences, LeaveAmountsOfOtherThings) {
    for (const char* account : {"Un total de 38,25 $ pour deux sacs.", "J'ai payé 3,49 $ le kilo de poires.",
                                "J'ai payé avec un billet de 50 $.", "Le total aurait dû être de 35 $.",
                                "Elle m'a dit « ça fait 52,10 $ en tout », puis a retiré un article : 38,25 $.",
                                "À peu près 38 $ en tout."}) {
        EXPECT_THAT(rules_of(paid("38.25", account), Category::contradiction), IsEmpty()) << account;
    }
}

TEST(Differences, AskAboutAWaitToldOtherwise) {
    EXPECT_THAT(rules_of(waited("2", "J'ai attendu dix-huit minutes à la caisse derrière trois chariots."),
                         Category::contradiction),
                ElementsAre("other-duration"));
}

TEST(Differences, LeaveOtherWaitsAndGuesses) {
    for (const char* account :
         {"J'ai attendu trois minutes à la caisse.", "J'ai attendu dix-huit minutes que la pluie cesse.",
          "La caissière a passé dix-huit minutes au téléphone.",
          "Le client devant moi attendait à la caisse depuis dix-huit minutes."}) {
        EXPECT_THAT(rules_of(waited("2", account), Category::contradiction), IsEmpty()) << account;
    }
}

TEST(Differences, AskAboutAnHourToldOtherwise) {
    Case one;
    Question& question = one.ask("arrivee", "À quelle heure êtes-vous arrivé ?");
    question.type = QuestionType::time;
    question.comment = CommentPolicy::none;
    one.answer("arrivee", "14:05");
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", "Je suis arrivée à 15 h 40 sous la pluie.");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("other-time"));
    one.report.answers.back().value = "Je suis arrivée à 14 h 10 sous la pluie.";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty());
    one.report.answers.back().value = "Je suis arrivée à 2 h 05 sous la pluie.";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty()) << "as a clock face tells it";
}

TEST(Differences, AskAboutAnAnswerToAQuestionThatDoesNotApply) {
    Case one;
    one.ask("complement", "Vous a-t-on proposé un complément ?").comment = CommentPolicy::none;
    one.answer("complement", "non");
    one.ask("utile", "Ce complément était-il utile ?").relevant = "${complement} = 'oui'";
    one.answer("utile", "oui", "Une crème pour les mains que la dame a choisie avec moi.");
    one.applies["utile"] = Applicability::does_not_apply;
    const auto findings = inspect(one);
    ASSERT_THAT(rules_of(one, Category::contradiction), ElementsAre("answer-to-follow-up"));
    EXPECT_EQ(findings.front().question, "complement");
    one.report.answers.back().value = "non";
    one.report.answers.back().comment = "Sans objet.";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty());
}

TEST(Differences, AskAboutNoneBesideOtherChoices) {
    Case one;
    Question& question = one.ask("pannes", "Quels appareils ne marchaient pas ?");
    question.type = QuestionType::select_multiple;
    question.choices = {{"aucun", "Aucun"}, {"tele", "La télévision"}, {"douche", "La douche"}};
    question.comment = CommentPolicy::none;
    one.answer("pannes", "aucun douche");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("none-and-some"));
    one.report.answers.back().value = "tele douche";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty());
}

namespace {

Case delay(const char* back, const char* kept) {
    Case one;
    const auto hour = [&](const char* name, const char* label, const char* value) {
        Question& question = one.ask(name, label);
        question.type = QuestionType::time;
        question.comment = CommentPolicy::none;
        one.answer(name, value);
    };
    hour("depot", "Vélo remis à :", "09:10");
    ask_number(one, "promis", "Délai promis, en minutes", "45");
    hour("retour", "Vélo rendu à :", back);
    one.ask("tenu", "Le délai promis a-t-il été respecté ?").comment = CommentPolicy::none;
    one.answer("tenu", kept);
    return one;
}

Case offers(const char* account) {
    Case one;
    ask_number(one, "offres", "Nombre de produits qu'on vous a proposés en plus", "0");
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", account);
    return one;
}

Case prices(const char* announced, const char* paid, const char* comment) {
    Case one;
    ask_number(one, "annonce", "Prix annoncé avant la pose", announced);
    ask_number(one, "paye", "Total payé", paid).comment = CommentPolicy::optional;
    one.report.answers.pop_back();
    one.answer("paye", paid, comment);
    return one;
}

}  // namespace

TEST(Differences, CompareAPromiseWithTheHours) {
    EXPECT_THAT(rules_of(delay("12:40", "oui"), Category::contradiction), ElementsAre("answers-at-odds"));
    EXPECT_THAT(rules_of(delay("09:20", "non"), Category::contradiction), ElementsAre("answers-at-odds"));
    EXPECT_THAT(rules_of(delay("09:52", "oui"), Category::contradiction), IsEmpty());
    EXPECT_THAT(rules_of(delay("12:40", "non"), Category::contradiction), IsEmpty());
}

TEST(Differences, AskAboutOffersWhereNoneIsCounted) {
    EXPECT_THAT(rules_of(offers("Elle m'a proposé une housse à 24 $, que j'ai refusée."), Category::contradiction),
                ElementsAre("other-quantity"));
    for (const char* account : {"Elle ne m'a rien proposé, la housse à 24 $ est restée au mur et j'ai décliné le sac.",
                                "Elle m'a conseillé de revenir en mai.", "La housse coûtait 24 $, je l'ai refusée."}) {
        EXPECT_THAT(rules_of(offers(account), Category::contradiction), IsEmpty()) << account;
    }
}

TEST(Differences, CompareThePricePaidWithThePriceAnnounced) {
    EXPECT_THAT(
        rules_of(prices("88.5", "120", "Exactement ce qu'elle avait écrit sur la feuille."), Category::contradiction),
        ElementsAre("answers-at-odds"));
    EXPECT_THAT(rules_of(prices("88.5", "88.5", "Exactement ce qu'elle avait écrit."), Category::contradiction),
                IsEmpty());
    EXPECT_THAT(rules_of(prices("88.5", "120", "Un câble ajouté en cours de route."), Category::contradiction),
                IsEmpty());
}

TEST(Differences, CompareAStayWithTheVisit) {
    Case one;
    one.ask_text("recit", "Racontez votre visite.");
    one.report.visit_start = parse_moment("2026-05-12T14:10:00-04:00");
    one.report.visit_end = parse_moment("2026-05-12T14:35:00-04:00");
    one.answer("recit", "J'ai passé près d'une heure trois quarts dans la place à regarder les lampes.");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("other-duration"));
}
