#include "comments/substance.h"

#include <gtest/gtest.h>

#include "comments/readability.h"
#include "comments/shingles.h"
#include "comments_testing/reports.h"

using namespace relis;
using comments::Comment;
using comments::Substance;

namespace {

const std::shared_ptr<const comments::WordBook>& book() {
    static const auto opened = std::make_shared<const comments::WordBook>(
        language::Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon"));
    return opened;
}

Substance judge(std::string_view text, const std::string& label = "Que s'est-il passé à la caisse ?") {
    static const comments::SubstanceJudge judge(book());
    Question question;
    question.label = label;
    return judge.judge(text, question);
}

}  // namespace

TEST(Substance, TellsPlaceholdersWhateverTheirSpelling) {
    for (const char* text : {"N/A", "n/a", "NA", "idem", "Idem.", "IDEM", "voir plus haut", "Voir ci-dessus.", "RAS",
                             "R.A.S.", "rien à signaler", "Rien à dire.", "xxx", "XXXX", "Aucun commentaire",
                             "pas de commentaire", "aaaa", "blabla", "Je compléterai demain."}) {
        EXPECT_EQ(judge(text), Substance::placeholder) << text;
    }
}

TEST(Substance, TakesAFigureBesideTheQuestionsWordsForAnAnswer) {
    const std::string quick = "Avez-vous été servi rapidement ?";
    EXPECT_EQ(judge("J'étais servi en moins d'une minute, c'était très rapide.", quick), Substance::content);
    EXPECT_EQ(judge("Oui, j'ai été servi en deux minutes, donc rapidement.", quick), Substance::content);
    EXPECT_EQ(judge("Oui, j'ai effectivement bel et bien été servi rapidement.", quick), Substance::question_repeated);
}

TEST(Substance, TellsPlaceholdersByHowTheyAreBuilt) {
    for (const char* text : {"Voir ma réponse plus haut.",
                             "cf. au-dessus",
                             "Cf question 4",
                             "Voir réponse précédente",
                             "Comme indiqué plus haut",
                             "Idem que la question 3",
                             "Idem que pour la caisse centrale",
                             "Même réponse",
                             "La même chose qu'à la question 2",
                             "Déjà mentionné ci-dessus",
                             "Réponse ci-dessus",
                             "voir la photo jointe",
                             "voir récit",
                             "Comme déjà dit",
                             "pareil que ci-dessus",
                             "Rien de spécial à ajouter à ce propos.",
                             "Je n'ai rien à ajouter",
                             "Pas de commentaire particulier",
                             "RAS de mon côté",
                             "Rien de particulier à noter",
                             "Aucune remarque à ce sujet",
                             "Néant",
                             "N / A",
                             "R A S",
                             "r. a. s.",
                             "IDEM, RAS",
                             "N/A. Voir plus haut.",
                             "sans objet",
                             "Non applicable",
                             "À compléter",
                             "je remplirai ce soir",
                             "à venir",
                             "test test test",
                             "x x x",
                             "Non renseigné",
                             "Réponse : voir plus haut",
                             "même commentaire que plus haut",
                             "Je n'ai pas eu le temps de compléter.",
                             "Manque de temps pour remplir",
                             "RAS, tout va bien",
                             "Rien à redire, parfait !",
                             "Bonne expérience, rien de particulier. Merci."}) {
        EXPECT_EQ(judge(text), Substance::placeholder) << text;
    }
}

TEST(Substance, LeavesWhatOnlyBeginsLikeAPlaceholder) {
    for (const char* text : {"Voir un conseiller",
                             "Même caissière que plus haut, très polie",
                             "Pareil, elle m'a ignoré",
                             "Rien de cassé",
                             "Rien à voir avec la photo du menu",
                             "Rien dans l'assiette",
                             "Aucun problème",
                             "Pas de file",
                             "Sans attente",
                             "Sans badge",
                             "La même serveuse",
                             "Test d'auto-nettoyage affiché",
                             "RAS sauf une ampoule grillée",
                             "Tout est pareil sauf le prix",
                             "Comme une odeur de brûlé",
                             "Elle a répondu : « voir plus haut »",
                             "L'autre caisse",
                             "Une photo du menu",
                             "Voir le film",
                             "Idem elle m'a ignoré",
                             "Rien à redire, le sol brillait",
                             "Tout était parfait.",
                             "Deux",
                             "La question 3 du jeu affiché"}) {
        EXPECT_EQ(judge(text), Substance::content) << text;
    }
}

TEST(Substance, TakesNotApplicableForAnAnswerWhereTheQuestionProvidesForIt) {
    EXPECT_EQ(judge("N/A", "Numéro de la table, s'il y a lieu"), Substance::content);
    EXPECT_EQ(judge("sans objet", "Nom du second conseiller (sans objet s'il n'y en a pas)"), Substance::content);
    EXPECT_EQ(judge("idem", "Numéro de la table, s'il y a lieu"), Substance::placeholder);
}

TEST(Substance, FindsNothingInSpacesAndMarks) {
    for (const char* text : {"", "   ", "\n\t", "...", "-", "—", "?", "…", "\u00A0\u200B", "***", ":-)"}) {
        EXPECT_EQ(judge(text), Substance::nothing) << text;
    }
}

TEST(Substance, LeavesShortAnswersThatAnswer) {
    for (const char* text : {"Non", "Oui.", "Aucun", "Aucune", "0", "Rien", "3 minutes", "Sophie", "Correct.", "TVA",
                             "WC", "Un balai", "13", "Personne", "Jamais"}) {
        EXPECT_EQ(judge(text), Substance::content) << text;
    }
}

TEST(Substance, TakesNothingToReportForAnAnswerWhereTheQuestionAsksForRemarks) {
    EXPECT_EQ(judge("Rien à signaler", "Avez-vous quelque chose à ajouter ?"), Substance::content);
    EXPECT_EQ(judge("Aucun commentaire", "Vos remarques sur le magasin"), Substance::content);
    EXPECT_EQ(judge("Rien à signaler", "Comment était l'accueil ?"), Substance::placeholder);
}

TEST(Substance, RecognisesTheQuestionRepeated) {
    EXPECT_EQ(judge("la personne a la caisse vous a-t-elle salué et regardé",
                    "La personne à la caisse vous a-t-elle salué et regardé ?"),
              Substance::question_repeated);
    EXPECT_EQ(judge("Comment était l'accueil ?", "Comment était l'accueil à la réception ?"),
              Substance::question_repeated);
    EXPECT_EQ(judge("Racontez votre visite", "Racontez votre visite."), Substance::question_repeated);
    EXPECT_EQ(judge("Oui, la posologie et les précautions m'ont été expliquées.",
                    "La posologie et les précautions vous ont-elles été expliquées ?"),
              Substance::question_repeated);
    EXPECT_EQ(judge("Oui, elle m'a expliqué la posologie.",
                    "La posologie et les précautions vous ont-elles été expliquées ?"),
              Substance::content);
    EXPECT_EQ(judge("La personne à la caisse m'a saluée", "La personne à la caisse vous a-t-elle salué ?"),
              Substance::question_repeated);
    EXPECT_EQ(judge("Propre", "La salle était-elle propre ?"), Substance::content);
    EXPECT_EQ(judge("La personne à la caisse m'a salué deux fois", "La personne à la caisse vous a-t-elle salué ?"),
              Substance::content);
}

TEST(Substance, TakesNothingToReportOfTheQuestionsOwnSubjectForNoAnswer) {
    const std::string scene = "La salle d'attente était bien rangée.";
    for (const char* text : {"Rien à signaler concernant la salle d'attente.", "RAS pour la salle d'attente",
                             "Rien de spécial à dire à propos de la salle."}) {
        EXPECT_EQ(judge(text, scene), Substance::placeholder) << text;
    }
    EXPECT_EQ(judge("Rien sur les chaises de la salle d'attente.", scene), Substance::content);
    EXPECT_EQ(judge("Rien à signaler sur la salle.", "Avez-vous une remarque sur la salle ?"), Substance::content);
}

TEST(Substance, AcceptsNothingToReportWhereSomethingAmissIsAskedForAndNotSomethingBought) {
    EXPECT_EQ(judge("Rien à signaler.", "Quelque chose vous a-t-il déplu ?"), Substance::content);
    EXPECT_EQ(judge("Rien à signaler.", "J'ai commandé quelque chose à boire au bar."), Substance::placeholder);
}

TEST(Substance, FindsTheAnswerThatWasChosenSaidBackInAStatement) {
    static const comments::SubstanceJudge judge(book());
    Question question;
    question.label = "Les légumes du marché étaient :";
    const auto repeats = [&](const char* text) {
        return judge.repeats_answer(Comment(text, *book()), question, "Plutôt défraîchis");
    };
    EXPECT_TRUE(repeats("Les légumes du marché étaient plutôt défraîchis."));
    EXPECT_FALSE(repeats("Les poireaux étaient plutôt défraîchis."));
}

TEST(Substance, RecognisesLettersStruckAtRandom) {
    for (const char* text : {"asdfgh", "qsdfqsdf", "wxcv uiop", "sdkfjhsdf", "bcdfg hjkl"}) {
        EXPECT_EQ(judge(text), Substance::mash) << text;
    }
    for (const char* text : {"strict", "Sprint", "kiwi", "caissiere tres gentile", "Le rythme"}) {
        EXPECT_EQ(judge(text), Substance::content) << text;
    }
}

TEST(Readability, TellsOtherLanguagesFromBadlySpeltFrench) {
    const auto of = [](std::string_view text) { return comments::readability_of(Comment(text, *book()), *book()); };
    EXPECT_EQ(of("The cashier was very friendly and she helped me with my bags."), comments::Readability::foreign);
    EXPECT_EQ(of("La cajera fue muy amable pero los precios estaban mal."), comments::Readability::foreign);
    EXPECT_EQ(of("ouai le gars etait sympa il ma dit bonsoir et tt, rien a dire franchement"),
              comments::Readability::french);
    EXPECT_EQ(of("Le staff était cool, j'ai pris un hot chicken for two."), comments::Readability::french);
    EXPECT_EQ(of("glorf brenu stapik wolmar trubel zaquin"), comments::Readability::gibberish);
}

TEST(Shingles, IgnoreLetterCaseAccentsAndMarks) {
    EXPECT_EQ(comments::shingles(Comment("Tout était très propre, vraiment.")),
              comments::shingles(Comment("tout etait TRES propre vraiment")));
}

TEST(Shingles, MeasureTheShareOfCommonWording) {
    const auto part = comments::shingles(Comment("un deux trois quatre cinq"));
    const auto whole = comments::shingles(Comment("zéro un deux trois quatre six"));
    EXPECT_DOUBLE_EQ(comments::containment(part, whole), 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(comments::containment({}, whole), 0);
    EXPECT_DOUBLE_EQ(comments::containment(part, part), 1);
}
