// What a rework asks for where its reviewer chose nothing, and how that reads in the message.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "review/decide.h"
#include "review/report_details.h"
#include "review/rework.h"

namespace relis::review {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

/// A report with findings of each kind that a recommendation may rest on.
ReportDetails weighed(std::vector<Reason> reasons) {
    ReportDetails details;
    details.questionnaire.questions.resize(2);
    details.questionnaire.questions[0].name = "accueil";
    details.questionnaire.questions[1].name = "recu";
    details.report.answers = {{"accueil", "oui", "Un acceuil corect."}};
    Finding proof;
    proof.rule = "missing-file";
    proof.category = Category::missing;
    proof.question = "recu";
    proof.message = "Pouvez-vous joindre la photo du reçu ?";
    Finding doubt;
    doubt.rule = "missing-file";
    doubt.category = Category::not_judged;
    doubt.message = "Le fichier n'a pas pu être lu.";
    Assessment completeness;
    completeness.plugin = "completeness";
    completeness.findings = {proof, doubt};
    Assessment french;
    french.plugin = "french";
    for (std::size_t i = 0; i < 7; ++i) {
        Finding fault;
        fault.rule = "spelling";
        fault.question = "accueil";
        fault.start = 3 + i;
        fault.end = 10;
        fault.message = "Faute " + std::to_string(i) + ".";
        fault.cost = static_cast<double>(i);
        french.findings.push_back(fault);
    }
    details.assessments = {completeness, french};
    details.recommendation = {Decision::rework, std::move(reasons)};
    return details;
}

std::vector<std::string> texts_of(const std::vector<ReworkReason>& reasons) {
    std::vector<std::string> texts;
    for (const ReworkReason& reason : reasons) {
        texts.push_back(reason.text);
    }
    return texts;
}

}  // namespace

TEST(ReworkReasons, OfAScoreAsAWholeAreWhatCostMostInReadingOrderWithThePassage) {
    const auto reasons = suggested_reasons(weighed({{"Le français obtient 1 sur 5.", "french", "", ""}}));
    EXPECT_THAT(texts_of(reasons), ElementsAre("Faute 2. (« ceuil »)", "Faute 3. (« euil »)", "Faute 4. (« uil »)",
                                               "Faute 5. (« il »)", "Faute 6. (« l »)"));
}

TEST(ReworkReasons, NameTheirQuestionOnceInTheMessage) {
    ReportDetails details = weighed({});
    details.questionnaire.questions[0].label = "Vous a-t-on salué ?";
    const auto message = [&](const std::string& text) {
        ReworkReason reason;
        reason.question = "accueil";
        reason.text = text;
        return rework_message(details, {reason});
    };
    EXPECT_THAT(message("Par qui ?"), HasSubstr("– « Vous a-t-on salué ? » : Par qui ?"));
    EXPECT_THAT(message("Il manque la réponse à « Vous a-t-on salué ? »."), HasSubstr("– Il manque la réponse à"));
}

TEST(ReworkReasons, OfAVetoAreTheProofThatIsMissing) {
    const auto reasons = suggested_reasons(weighed({{"Veto : Photo du reçu manque.", "completeness", "veto", "recu"}}));
    EXPECT_THAT(texts_of(reasons), ElementsAre("Pouvez-vous joindre la photo du reçu ?"));
}

TEST(ReworkReasons, AreNeitherTheTimeLeftNorTheMachinesDoubt) {
    EXPECT_THAT(suggested_reasons(weighed({{"Le rapport est arrivé 4 h avant l'échéance.", "", "", ""}})), IsEmpty());
    ReportDetails accepted = weighed({{"Il manque une réponse.", "completeness", "missing-file", "recu"}});
    EXPECT_THAT(texts_of(suggested_reasons(accepted)), ElementsAre("Pouvez-vous joindre la photo du reçu ?"));
    EXPECT_THAT(askable_findings(accepted), SizeIs(8)) << "a person may ask for any of them";
}

TEST(ReworkReasons, AgainstTheRecommendationAreWhatWeighsMostAndNeverTypography) {
    ReportDetails accepted = weighed({});
    accepted.recommendation.decision = Decision::accept;
    Finding& space = accepted.assessments[1].findings[6];
    space.category = Category::typography;
    space.cost = 0;
    space.message = "Il manque une espace.";
    EXPECT_THAT(texts_of(suggested_reasons(accepted)),
                ElementsAre("Faute 2. (« ceuil »)", "Faute 3. (« euil »)", "Faute 4. (« uil »)", "Faute 5. (« il »)",
                            "Pouvez-vous joindre la photo du reçu ?"))
        << "in the order of the questionnaire";
    const std::string message = prefilled_message(accepted, Decision::rework);
    for (const ReworkReason& reason : suggested_reasons(accepted)) {
        EXPECT_THAT(message, HasSubstr(reason.text)) << "the message lists what is kept as asked";
    }
    EXPECT_THAT(message, Not(HasSubstr("espace")));
    accepted.assessments.clear();
    EXPECT_THAT(suggested_reasons(accepted), IsEmpty());
    EXPECT_THAT(prefilled_message(accepted, Decision::rework), HasSubstr("Pouvez-vous relire"));
}

TEST(ReassignMessage, TellsWhatWasSeenAndAsksForNothing) {
    ReportDetails details = weighed({});
    Finding& proof = details.assessments[0].findings[0];
    proof.message = "Il manque la photo du reçu. Pouvez-vous l'ajouter ?";
    details.recommendation.decision = Decision::accept;
    const std::string message = prefilled_message(details, Decision::reassign);
    EXPECT_THAT(message, AllOf(HasSubstr("– Il manque la photo du reçu."), Not(HasSubstr("?"))));
    proof.message = "Pouvez-vous joindre la photo du reçu ?";
    proof.title = "Preuve manquante";
    EXPECT_THAT(prefilled_message(details, Decision::reassign), HasSubstr("Preuve manquante."));
}

}  // namespace relis::review
