#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency_tests::rules_of;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// The rules found in one answer to one yes/no question.
std::vector<std::string> judge(const std::string& label, const std::string& value, const std::string& comment) {
    Case one;
    one.ask("q", label);
    one.answer("q", value, comment);
    return rules_of(one, Category::contradiction);
}

}  // namespace

TEST(Contradictions, FlagTheQuestionsVerbDeniedBesideYes) {
    EXPECT_THAT(judge("Le caissier vous a-t-il salué ?", "oui", "Il ne m'a pas saluée et regardait son écran."),
                ElementsAre("opposite-statement"));
    EXPECT_THAT(judge("Le caissier vous a-t-il salué ?", "oui", "Personne ne m'a salué."),
                ElementsAre("opposite-statement"));
    EXPECT_THAT(judge("Le caissier vous a-t-il salué ?", "oui", "Il a scanné mes articles sans me saluer."),
                ElementsAre("opposite-statement"));
    EXPECT_THAT(judge("Le serveur vous a-t-il proposé un dessert ?", "oui", "Il a oublié de me proposer un dessert."),
                ElementsAre("opposite-statement"));
    EXPECT_THAT(judge("Le prix était-il affiché ?", "oui", "Aucun prix sur l'étagère du bas."),
                ElementsAre("opposite-statement"));
}

TEST(Contradictions, FlagTheQuestionsVerbAffirmedBesideNo) {
    EXPECT_THAT(judge("La carte vous a-t-elle été proposée ?", "non", "Le caissier m'a proposé la carte en souriant."),
                ElementsAre("opposite-statement"));
}

TEST(Contradictions, FlagAnOpeningThatSaysTheOther) {
    EXPECT_THAT(judge("Est-on revenu à votre table ?", "oui", "Non, j'ai attendu vingt minutes."),
                ElementsAre("opposite-opening"));
    EXPECT_THAT(judge("Est-on revenu à votre table ?", "non", "Oui, le serveur, à 12 h 40."),
                ElementsAre("opposite-opening"));
}

TEST(Contradictions, FlagTheBestChoiceBesideNothingButBlame) {
    Case one;
    Question& question = one.ask("proprete", "Comment jugez-vous la propreté ?");
    question.choices = {{"impeccable", "Impeccable"}, {"correcte", "Correcte"}, {"sale", "Sale"}};
    question.negative = {"sale"};
    one.answer("proprete", "impeccable", "Le sol était sale et les tables collantes.");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("opposite-statement"));
    one.report.answers.front().value = "correcte";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty());
}

TEST(Contradictions, FlagADurationThatIsNotTheValue) {
    Case one;
    Question& question = one.ask("attente", "Combien de minutes avez-vous attendu ?");
    question.type = QuestionType::integer;
    one.answer("attente", "2", "J'ai attendu 12 minutes derrière une famille.");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("other-duration"));
    one.report.answers.front().value = "11";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty());
}

TEST(Contradictions, StandWithTheWordsThatContradict) {
    Case one;
    one.ask("q", "Le caissier vous a-t-il salué ?");
    one.answer("q", "oui", "Hélas, il ne m'a pas saluée.");
    const auto findings = consistency_tests::inspect(one);
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().start, 10U);
    EXPECT_EQ(findings.front().end, 27U);
    EXPECT_THAT(findings.front().message, testing::HasSubstr("« Oui »"));
    EXPECT_TRUE(findings.front().message.ends_with("?"));
}

struct Agreeing {
    const char* label;
    const char* value;
    const char* comment;
};

class Agreement : public testing::TestWithParam<Agreeing> {};

TEST_P(Agreement, IsLeftAlone) {
    EXPECT_THAT(judge(GetParam().label, GetParam().value, GetParam().comment), IsEmpty()) << GetParam().comment;
}

INSTANTIATE_TEST_SUITE_P(
    Contradictions, Agreement,
    testing::Values(
        Agreeing{"Le caissier vous a-t-il salué ?", "oui", "Il m'a saluée d'un « bonjour » en levant la tête."},
        Agreeing{"Le caissier vous a-t-il salué ?", "non", "Il ne m'a pas saluée."},
        Agreeing{"Le caissier vous a-t-il salué ?", "non", "Il m'a saluée seulement à mon départ."},
        Agreeing{"Le caissier vous a-t-il salué ?", "non", "Je l'ai salué, mais il n'a pas répondu."},
        Agreeing{"Le caissier vous a-t-il salué ?", "oui", "Il ne m'a pas saluée tout de suite."},
        Agreeing{"Le caissier vous a-t-il salué ?", "oui",
                 "Le premier caissier ne m'a pas saluée, le second m'a souri."},
        Agreeing{"Le caissier vous a-t-il salué ?", "oui", "Il n'a pas manqué de me saluer."},
        Agreeing{"Le caissier vous a-t-il salué ?", "oui", "Il n'a pas oublié de me saluer."},
        Agreeing{"Le caissier vous a-t-il salué ?", "oui", "Non seulement il m'a saluée, mais il a souri."},
        Agreeing{"Le serveur vous a-t-il proposé un dessert ?", "oui",
                 "Il m'a proposé une tarte. Il n'a proposé aucune boisson."},
        Agreeing{"Un employé vous a-t-il offert son aide ?", "non",
                 "J'ai demandé à un commis, qui m'a montré l'allée 4."},
        Agreeing{"Un produit manquait-il ?", "non", "Aucun produit ne manquait."},
        Agreeing{"Un produit manquait-il ?", "oui", "Il manquait le lait de chèvre."},
        Agreeing{"Les rayons étaient-ils en ordre et les prix affichés ?", "non",
                 "Les chemises étaient par terre. Les prix étaient affichés."},
        Agreeing{"La facture était-elle exacte ?", "oui", "Les trois lignes étaient exactes, au cent près."},
        Agreeing{"Les prix facturés étaient-ils ceux des étiquettes ?", "non",
                 "La laitue a été facturée 3,49 $ au lieu de 2,99 $."}));

TEST(Contradictions, AMarkIsSetAgainstTheToneOfTheWholeComment) {
    Case one;
    Question& question = one.ask("confort", "Confort des gradins, de 1 (pénible) à 10 (parfait)");
    question.type = QuestionType::integer;
    question.choices.clear();
    one.answer("confort", "9", "Sièges défoncés. L'air était irrespirable et l'allée jonchée de gobelets.");
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("opposite-judgement"));
    one.report.answers.front().comment = "Siège défoncé, mais l'air était agréable et l'allée nette.";
    EXPECT_THAT(rules_of(one, Category::contradiction), IsEmpty());
    one.report.answers.front().value = "2";
    one.report.answers.front().comment = "Les sièges reluisaient. L'allée était impeccable, l'air agréable.";
    EXPECT_THAT(rules_of(one, Category::contradiction), ElementsAre("opposite-judgement"));
}
