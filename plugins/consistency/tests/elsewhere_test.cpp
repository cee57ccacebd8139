#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using testing::Contains;
using testing::IsEmpty;

namespace {

Question yes_or_no(const char* name, const char* label) {
    Question question;
    question.name = name;
    question.type = QuestionType::select_one;
    question.label = label;
    question.choices = {{"oui", "Oui"}, {"non", "Non"}};
    question.negative = {"non"};
    question.comment = CommentPolicy::optional;
    return question;
}

Question of_type(const char* name, const char* label, QuestionType type) {
    Question question;
    question.name = name;
    question.type = type;
    question.label = label;
    return question;
}

/// A question answered oui, and the account that closes the report.
std::vector<std::string> beside(const char* label, const char* value, const char* account) {
    Case one;
    one.form.questions.push_back(yes_or_no("q", label));
    one.form.questions.push_back(of_type("bilan", "Racontez votre visite.", QuestionType::text));
    one.answer("q", value, "");
    one.answer("bilan", account, "");
    return consistency_tests::rules_of(one, Category::contradiction);
}

std::vector<std::string> answers(const char* asked, const char* value, Question other, const char* number) {
    Case one;
    one.form.questions.push_back(yes_or_no("q", asked));
    one.form.questions.push_back(std::move(other));
    one.answer("q", value, "");
    one.answer("n", number, "");
    return consistency_tests::rules_of(one, Category::contradiction);
}

}  // namespace

TEST(Elsewhere, TheClosingAccountDeniesWhatWasTicked) {
    EXPECT_THAT(
        beside("Le vestiaire était-il propre ?", "oui", "Le vestiaire était crasseux, j'ai gardé mes chaussures."),
        Contains("told-elsewhere"));
}

TEST(Elsewhere, ASentenceAboutAnotherThingSaysNothing) {
    EXPECT_THAT(
        beside("Le vestiaire était-il propre ?", "oui", "La piscine était trouble et le stationnement crasseux."),
        IsEmpty());
}

TEST(Elsewhere, AnAccountThatAgreesSettlesIt) {
    EXPECT_THAT(beside("Le vestiaire était-il propre ?", "oui",
                       "Le vestiaire était propre. Un homme a dit que le vestiaire était sale hier."),
                IsEmpty());
}

TEST(AnswersAtOdds, NoPurchaseAndAnAmountPaid) {
    EXPECT_THAT(answers("Avez-vous effectué un achat ?", "non",
                        of_type("n", "Montant payé, en dollars", QuestionType::decimal), "18.40"),
                Contains("answers-at-odds"));
    EXPECT_THAT(answers("Avez-vous effectué un achat ?", "oui",
                        of_type("n", "Montant payé, en dollars", QuestionType::decimal), "18.40"),
                IsEmpty());
}

TEST(AnswersAtOdds, OpenOnArrivalAndMinutesOfWaitingForTheOpening) {
    const auto wait = of_type("n", "Combien de minutes avez-vous attendu l'ouverture ?", QuestionType::integer);
    EXPECT_THAT(answers("Le guichet était-il ouvert à votre arrivée ?", "oui", wait, "12"),
                Contains("answers-at-odds"));
    EXPECT_THAT(answers("Le guichet était-il ouvert à votre arrivée ?", "oui", wait, "0"), IsEmpty());
    EXPECT_THAT(answers("Le guichet était-il ouvert à votre arrivée ?", "non", wait, "12"), IsEmpty());
}

TEST(Elsewhere, ThePlaceSaidToHaveBeenSeenWasLeftOut) {
    const char* const label = "Je suis entré dans la bibliothèque du château.";
    EXPECT_THAT(beside(label, "oui", "Belle cour. La bibliothèque, je l'ai laissée de côté faute de temps."),
                Contains("told-elsewhere"));
    EXPECT_THAT(beside(label, "oui", "La bibliothèque sent la cire. Faute de temps, je n'ai rien mangé."), IsEmpty());
}

TEST(Elsewhere, WhatWasFeltIsToldWhereverItWas) {
    const char* const label = "Odeur désagréable dans les lieux";
    EXPECT_THAT(beside(label, "non", "Près des bacs, il fallait se boucher le nez."), Contains("told-elsewhere"));
    EXPECT_THAT(beside(label, "non", "Ça sentait la lavande et le bois."), IsEmpty());
}
