#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using testing::Contains;
using testing::IsEmpty;

namespace {

void ask(Case& one, const char* name, const char* label, QuestionType type, const char* value,
         std::vector<Choice> choices = {}) {
    Question question;
    question.name = name;
    question.label = label;
    question.type = type;
    question.choices = std::move(choices);
    question.comment = type == QuestionType::text ? CommentPolicy::none : CommentPolicy::optional;
    one.form.questions.push_back(std::move(question));
    one.answer(name, value, "");
}

std::vector<Choice> yes_or_no() {
    return {{"oui", "Oui"}, {"non", "Non"}};
}

/// A visit on a Wednesday from ten to eleven, whose first hour is answered.
Case visit() {
    Case one;
    one.visit("2026-06-17T10:00:00-04:00", "2026-06-17T11:00:00-04:00");
    ask(one, "arrivee", "Heure d'arrivée", QuestionType::time, "10:00");
    return one;
}

void tell(Case& one, const char* account) {
    one.ask_text("recit", "Racontez votre visite.");
    one.answer("recit", account);
}

std::vector<std::string> rules(const Case& one) {
    return consistency_tests::rules_of(one, Category::contradiction);
}

std::vector<std::string> greeted(const char* comment) {
    Case one = visit();
    ask(one, "accueil", "Premier contact en moins d'une minute", QuestionType::select_one, "oui", yes_or_no());
    one.report.answers.back().comment = comment;
    return rules(one);
}

std::vector<std::string> waited(const char* minutes, const char* account) {
    Case one = visit();
    ask(one, "attente", "Minutes d'attente avant d'être appelé au guichet", QuestionType::integer, minutes);
    tell(one, account);
    return rules(one);
}

}  // namespace

TEST(Timeline, ALimitKeptIsSetAgainstTheHourThatIsTold) {
    EXPECT_THAT(greeted("Un commis a fini par me saluer vers 10 h 07."), Contains("hours-at-odds"));
    EXPECT_THAT(greeted("À 10 h 01, un commis m'a saluée depuis son échelle."), IsEmpty());
    EXPECT_THAT(greeted("Saluée en entrant ; j'ai regagné la rue à 10 h 20."), IsEmpty());
}

TEST(Timeline, MinutesAreSetAgainstTheHourOfWhatWasWaitedFor) {
    EXPECT_THAT(waited("4", "Le guichet m'a été ouvert à 10 h 26."), Contains("hours-at-odds"));
    EXPECT_THAT(waited("4", "Il était 10 h 26 quand le guichet 3 s'est enfin allumé."), Contains("hours-at-odds"));
    EXPECT_THAT(waited("25", "Le guichet m'a été ouvert à 10 h 26."), IsEmpty());
}

TEST(Timeline, HoursOfOtherThingsSayNothing) {
    EXPECT_THAT(waited("4", "J'ai quitté la banque à 10 h 26."), IsEmpty());
    EXPECT_THAT(waited("4", "« Le guichet ouvre à 10 h 26 », disait l'affiche."), IsEmpty());
    EXPECT_THAT(waited("4", "D'habitude, le guichet ouvre à 10 h 26."), IsEmpty());
}

TEST(Timeline, TheWholeLengthIsThatOfTheVisit) {
    Case one = visit();
    ask(one, "duree", "Durée totale sur place, en minutes", QuestionType::integer, "140");
    EXPECT_THAT(rules(one), Contains("wait-longer-than-visit").Times(0));
    EXPECT_THAT(rules(one), Contains("other-duration"));
    one.report.answers.back().value = "60";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(Timeline, AChoiceNamesAnotherPartOfTheDay) {
    const std::vector<Choice> parts{{"matin", "Matin"}, {"apres_midi", "Après-midi"}, {"soir", "Soir"}};
    Case one = visit();
    ask(one, "moment", "Moment de la visite", QuestionType::select_one, "soir", parts);
    EXPECT_THAT(rules(one), Contains("hours-at-odds"));
    one.report.answers.back().value = "matin";
    EXPECT_THAT(rules(one), IsEmpty());
    one.form.questions.back().label = "Moment proposé pour la livraison";
    one.report.answers.back().value = "soir";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(Timeline, AChoiceNamesOtherDays) {
    const std::vector<Choice> days{{"semaine", "Semaine"}, {"fin", "Fin de semaine"}};
    Case one = visit();
    ask(one, "jour", "Jour de la visite", QuestionType::select_one, "fin", days);
    EXPECT_THAT(rules(one), Contains("hours-at-odds"));
    one.report.answers.back().value = "semaine";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(AnswersAtOdds, LessReceivedThanOrderedAndNothingAmiss) {
    Case one = visit();
    ask(one, "voulus", "Nombre de livres commandés", QuestionType::integer, "6");
    ask(one, "recus", "Nombre de livres reçus", QuestionType::integer, "5");
    ask(one, "oubli", "Il y avait un oubli ou une erreur", QuestionType::select_one, "non", yes_or_no());
    EXPECT_THAT(rules(one), Contains("answers-at-odds"));
    one.report.answers.back().value = "oui";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(AnswersAtOdds, ALimitKeptBesideMoreMinutes) {
    Case one = visit();
    ask(one, "vite", "Votre commande a-t-elle été prise en moins de cinq minutes ?", QuestionType::select_one, "oui",
        yes_or_no());
    ask(one, "minutes", "Minutes avant la prise de votre commande", QuestionType::integer, "14");
    EXPECT_THAT(rules(one), Contains("answers-at-odds"));
    one.report.answers.back().value = "4";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(Counts, PeopleAheadToldInAnotherBox) {
    Case one = visit();
    ask(one, "file", "Clients devant vous au comptoir (nombre)", QuestionType::integer, "1");
    tell(one, "J'ai lu les affiches derrière les cinq personnes qui patientaient devant moi.");
    EXPECT_THAT(rules(one), Contains("other-quantity"));
    one.report.answers[one.report.answers.size() - 2].value = "5";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(Choices, TheVerbOfAnotherChoiceIsTheShoppersDeed) {
    const std::vector<Choice> ways{
        {"ligne", "Réservée en ligne"}, {"telephone", "Réservée par téléphone"}, {"rien", "Sans rendez-vous"}};
    Case one = visit();
    ask(one, "place", "Comment la place a été obtenue", QuestionType::select_one, "rien", ways);
    tell(one, "J'avais réservé la veille depuis mon bureau.");
    EXPECT_THAT(rules(one), Contains("other-choice"));
    one.report.answers.back().value = "La dame avant moi avait réservé la veille.";
    EXPECT_THAT(rules(one), IsEmpty());
}

TEST(Choices, HowItWasPaidIsToldInAnotherBox) {
    const std::vector<Choice> ways{{"carte", "Carte"}, {"comptant", "Comptant"}};
    Case one = visit();
    ask(one, "paiement", "Mode de paiement", QuestionType::select_one, "carte", ways);
    tell(one, "J'ai payé comptant et je suis sortie.");
    EXPECT_THAT(rules(one), Contains("other-choice"));
    one.report.answers.back().value = "J'ai payé par carte et je suis sortie.";
    EXPECT_THAT(rules(one), IsEmpty());
}
