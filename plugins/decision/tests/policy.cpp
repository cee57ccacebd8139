#include "policy.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace relis::decision {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

class ThreeQuestions final : public Context {
  public:
    explicit ThreeQuestions(bool asks_for_a_file = true) {
        for (const auto& [name, label] :
             {std::pair{"accueil", "L'accueil"}, {"attente", "L'attente"}, {"recu", "Reçu"}}) {
            Question& question = questionnaire_.questions.emplace_back();
            question.name = name;
            question.label = label;
            if (question.name != "recu" || !asks_for_a_file) continue;
            question.type = QuestionType::image;
            question.required = true;
        }
    }
    [[nodiscard]] const Questionnaire& questionnaire() const override { return questionnaire_; }
    [[nodiscard]] Applicability applicability(std::string_view) const override { return Applicability::applies; }
    [[nodiscard]] const std::string& locale() const override { return locale_; }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return vocabulary_; }
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view, std::size_t) const override {
        return {};
    }
    [[nodiscard]] bool stop_requested() const override { return false; }

  private:
    Questionnaire questionnaire_;
    std::string locale_ = "fr-CA";
    std::vector<std::string> vocabulary_;
};

Assessment judged(const std::string& plugin, std::optional<double> score = {}) {
    Assessment assessment;
    assessment.plugin = plugin;
    assessment.score = score;
    return assessment;
}

/// A report in order: good scores, no findings.
ReviewCase good_case() {
    ReviewCase review_case;
    review_case.report.answers.push_back({"accueil", "oui", "La caissière, Stéphanie, m'a saluée à 14 h 10."});
    review_case.assessments = {judged("completeness"), judged("consistency"), judged("detail", 4.5),
                               judged("french", 3.5)};
    return review_case;
}

Assessment& of(ReviewCase& review_case, const std::string& plugin) {
    for (Assessment& assessment : review_case.assessments) {
        if (assessment.plugin == plugin) return assessment;
    }
    throw std::logic_error("no such plugin in the case");
}

Finding finding(Category category, const std::string& question = "accueil", bool mendable = true) {
    Finding result;
    result.rule = std::string(to_string(category)) + "-rule";
    result.category = category;
    result.question = question;
    result.message = "Le message au client mystère.";
    result.mendable = mendable;
    return result;
}

Recommendation recommend(const ReviewCase& review_case,
                         const std::map<std::string, ParameterValue, std::less<>>& overrides = {}) {
    const Policy policy(Environment{});
    auto values = default_parameters(policy.describe().parameters).values();
    for (const auto& [name, value] : overrides) values.at(name) = value;
    return policy.recommend(review_case, ThreeQuestions{}, Parameters(values));
}

std::vector<std::string> texts(const Recommendation& recommendation) {
    std::vector<std::string> result;
    for (const Reason& reason : recommendation.reasons) result.push_back(reason.text);
    return result;
}

}  // namespace

TEST(Policy, AcceptsAReportInOrderAndTellsWhy) {
    const Recommendation recommendation = recommend(good_case());
    EXPECT_EQ(recommendation.decision, Decision::accept);
    EXPECT_THAT(texts(recommendation), ElementsAre("Le détail obtient 4,5 sur 5.",
                                                   "Le français obtient 3,5 sur 5 : l'agence corrige le reste.",
                                                   "Rien ne manque, ne se contredit, ne se répète ni n'est copié."));
    EXPECT_EQ(recommendation.reasons[0].plugin, "detail");
}

TEST(Policy, AcceptsAtTheThresholdItself) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 3.0;
    of(review_case, "french").score = 1.5;
    EXPECT_EQ(recommend(review_case).decision, Decision::accept);
}

TEST(Policy, AsksReworkBelowAThresholdOfDetailOrOfFrench) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 2.75;
    Recommendation recommendation = recommend(review_case);
    EXPECT_EQ(recommendation.decision, Decision::rework);
    EXPECT_THAT(texts(recommendation), ElementsAre("Le détail obtient 2,75 sur 5, sous le seuil de 3."));
    EXPECT_EQ(recommend(review_case, {{"min_detail", 2.5}}).decision, Decision::accept);

    review_case = good_case();
    of(review_case, "french").score = 1.0;
    recommendation = recommend(review_case);
    EXPECT_EQ(recommendation.decision, Decision::rework);
    EXPECT_EQ(recommendation.reasons.front().plugin, "french");
    of(review_case, "french").score = 2.0;
    EXPECT_EQ(recommend(review_case).decision, Decision::accept) << "the agency corrects the rest itself";
}

TEST(Policy, AsksReworkForWhatItsAuthorCanMendAndPointsAtIt) {
    for (const Category category :
         {Category::missing, Category::contradiction, Category::repetition, Category::copied}) {
        ReviewCase review_case = good_case();
        of(review_case, "consistency").findings = {finding(category)};
        const Recommendation recommendation = recommend(review_case);
        EXPECT_EQ(recommendation.decision, Decision::rework) << to_string(category);
        ASSERT_EQ(recommendation.reasons.size(), 1U);
        const Reason& reason = recommendation.reasons.front();
        EXPECT_THAT(reason.text, HasSubstr("« L'accueil »"));
        EXPECT_EQ(reason.plugin, "consistency");
        EXPECT_EQ(reason.rule, std::string(to_string(category)) + "-rule");
        EXPECT_EQ(reason.question, "accueil");
    }
}

TEST(Policy, ReassignsWhatCannotBeMendedWhateverItsCategory) {
    for (const Category category : {Category::copied, Category::times, Category::missing, Category::other}) {
        ReviewCase review_case = good_case();
        of(review_case, "consistency").findings = {finding(category, "accueil", false)};
        of(review_case, "completeness").findings = {finding(Category::missing, "attente")};
        const Recommendation recommendation = recommend(review_case);
        EXPECT_EQ(recommendation.decision, Decision::reassign) << to_string(category);
        EXPECT_EQ(recommendation.reasons.front().question, "accueil") << "what decides stands first";
    }
}

TEST(Policy, ReassignsABlankReportWithoutProofOfTheVisit) {
    ReviewCase review_case = good_case();
    review_case.report.answers = {{"accueil", std::nullopt, "  \n"}, {"attente", "", std::nullopt}};
    of(review_case, "completeness").findings = {finding(Category::missing)};
    EXPECT_EQ(recommend(review_case).decision, Decision::reassign);
    review_case.report.attachments.push_back({"recu", "receipt", "recu.jpg"});
    EXPECT_EQ(recommend(review_case).decision, Decision::rework) << "a receipt proves the visit";
}

TEST(Policy, OnlyMentionsShortCommentsDoubtfulTimesAndPrivacyUnlessTold) {
    ReviewCase review_case = good_case();
    of(review_case, "consistency").findings = {finding(Category::thin), finding(Category::times),
                                               finding(Category::privacy)};
    const Recommendation recommendation = recommend(review_case);
    EXPECT_EQ(recommendation.decision, Decision::accept);
    EXPECT_EQ(recommendation.reasons.size(), 6U) << "three for the acceptance, three remarks";
    for (const char* const parameter : {"rework_thin", "rework_times", "rework_privacy"}) {
        EXPECT_EQ(recommend(review_case, {{parameter, true}}).decision, Decision::rework) << parameter;
    }
}

TEST(Policy, ToleratesAsManyMissingAnswersAsItIsTold) {
    ReviewCase review_case = good_case();
    of(review_case, "completeness").findings = {finding(Category::missing), finding(Category::missing, "attente")};
    EXPECT_EQ(recommend(review_case, {{"missing_tolerated", std::int64_t{1}}}).decision, Decision::rework);
    const Recommendation tolerated = recommend(review_case, {{"missing_tolerated", std::int64_t{2}}});
    EXPECT_EQ(tolerated.decision, Decision::accept);
    EXPECT_THAT(texts(tolerated), testing::Not(testing::Contains(HasSubstr("Rien ne manque"))));
    EXPECT_THAT(texts(tolerated), testing::Contains("Il manque une réponse à « L'attente »."));
}

TEST(Policy, ReassignsOnceTheReworksAreSpent) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 1.0;
    review_case.reworks_asked = 1;
    EXPECT_EQ(recommend(review_case).decision, Decision::rework);
    review_case.reworks_asked = 2;
    const Recommendation recommendation = recommend(review_case);
    EXPECT_EQ(recommendation.decision, Decision::reassign);
    EXPECT_THAT(recommendation.reasons.back().text, HasSubstr("déjà été renvoyé 2 fois"));
    of(review_case, "detail").score = 4.0;
    EXPECT_EQ(recommend(review_case).decision, Decision::accept) << "a mended report is accepted";
}

TEST(Policy, SaysWhenTimeIsTooShortForAReworkWithoutDecidingOtherwise) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 1.0;
    review_case.time_left = 2h + 5min;
    EXPECT_EQ(recommend(review_case).decision, Decision::rework);
    EXPECT_THAT(recommend(review_case).reasons.back().text, HasSubstr("arrivé 2 h 05 avant l'échéance"));
    review_case.time_left = -90min;
    EXPECT_EQ(recommend(review_case).decision, Decision::rework);
    EXPECT_THAT(recommend(review_case).reasons.back().text, HasSubstr("1 h 30 après l'échéance"));
    review_case.time_left = 7h;
    EXPECT_EQ(recommend(review_case).reasons.size(), 1U);
    EXPECT_EQ(recommend(review_case, {{"rework_hours", 8.0}}).reasons.size(), 2U);
    of(review_case, "detail").score = 4.0;
    review_case.time_left = -90min;
    EXPECT_EQ(recommend(review_case).decision, Decision::accept) << "lateness is no matter of the decision";
}

TEST(Policy, RecommendsNothingWhereSomethingRequiredWasNotJudged) {
    for (const std::string plugin : {"completeness", "consistency", "detail", "french"}) {
        for (const AssessmentState state : {AssessmentState::failed, AssessmentState::not_judged}) {
            ReviewCase review_case = good_case();
            Assessment& assessment = of(review_case, plugin);
            assessment.state = state;
            assessment.score.reset();
            assessment.reason = "Le texte n'est pas en français";
            const Recommendation recommendation = recommend(review_case);
            EXPECT_FALSE(recommendation.decision) << plugin;
            ASSERT_FALSE(recommendation.reasons.empty());
            EXPECT_EQ(recommendation.reasons.front().text,
                      "Le texte n'est pas en français. C'est à une personne d'en juger.");
            EXPECT_EQ(recommendation.reasons.front().plugin, plugin);
        }
    }
    ReviewCase nothing;
    nothing.report = good_case().report;
    EXPECT_FALSE(recommend(nothing).decision);
    EXPECT_EQ(recommend(nothing).reasons.size(), 4U);
}

TEST(Policy, StillAsksReworkForAFaultBesideWhatWasNotJudged) {
    ReviewCase review_case = good_case();
    of(review_case, "french").state = AssessmentState::failed;
    of(review_case, "french").score.reset();
    of(review_case, "completeness").findings = {finding(Category::missing)};
    const Recommendation recommendation = recommend(review_case);
    EXPECT_EQ(recommendation.decision, Decision::rework);
    EXPECT_EQ(recommendation.reasons.size(), 2U);
    EXPECT_EQ(recommendation.reasons.back().plugin, "french");
}

TEST(Policy, MentionsTheFailureOfAPluginThatIsNotRequired) {
    ReviewCase review_case = good_case();
    review_case.assessments.push_back(judged("photos"));
    review_case.assessments.back().state = AssessmentState::failed;
    const Recommendation recommendation = recommend(review_case);
    EXPECT_EQ(recommendation.decision, Decision::accept);
    EXPECT_EQ(recommendation.reasons.back().text, "Le module « photos » a échoué.");
}

TEST(Policy, GivesOneReasonForSeveralFindingsOfOneRuleInOneAnswer) {
    ReviewCase review_case = good_case();
    of(review_case, "consistency").findings = {finding(Category::copied), finding(Category::copied)};
    EXPECT_EQ(recommend(review_case).reasons.size(), 1U);
}

TEST(Policy, BoxesTickedWithoutAWordAndWithoutAFileProveNoVisit) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 0.0;
    EXPECT_EQ(recommend(review_case).decision, Decision::reassign);
    EXPECT_EQ(recommend(review_case).reasons.front().plugin, "detail");
    of(review_case, "detail").score = 0.75;
    EXPECT_EQ(recommend(review_case).decision, Decision::rework) << "poor, and not blank";
    of(review_case, "detail").score = 0.0;
    review_case.report.attachments = {{"recu", "receipt", "recu.jpg"}};
    EXPECT_EQ(recommend(review_case).decision, Decision::rework) << "somebody was there";
    review_case.report.attachments.clear();
    of(review_case, "detail").score.reset();
    EXPECT_NE(recommend(review_case).decision, Decision::reassign) << "not judged is not zero";
}

TEST(Policy, AFileThatTheAnswerNamesProvesTheVisitUnlessItIsMissing) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 0.0;
    review_case.report.answers.push_back({"recu", "IMG_2203.jpg", std::nullopt});
    EXPECT_EQ(recommend(review_case).decision, Decision::rework) << "the list of files may be what is wrong";
    of(review_case, "completeness").findings = {finding(Category::missing, "recu")};
    EXPECT_EQ(recommend(review_case).decision, Decision::reassign) << "what did not come proves nothing";
}

TEST(Policy, WhereNoFileIsAskedForAPoorReportIsSentBack) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 0.0;
    const Policy policy(Environment{});
    const Parameters defaults = default_parameters(policy.describe().parameters);
    EXPECT_EQ(policy.recommend(review_case, ThreeQuestions(false), defaults).decision, Decision::rework);
}

TEST(Policy, AMissingReceiptIsAVetoThatNoScoreOutweighs) {
    ReviewCase review_case = good_case();
    of(review_case, "detail").score = 5.0;
    of(review_case, "french").score = 5.0;
    of(review_case, "completeness").findings = {finding(Category::missing, "recu")};
    for (const std::int64_t tolerated : {0, 50}) {
        const Recommendation recommendation = recommend(review_case, {{"missing_tolerated", tolerated}});
        EXPECT_EQ(recommendation.decision, Decision::rework);
        ASSERT_FALSE(recommendation.reasons.empty());
        EXPECT_EQ(recommendation.reasons.front().rule, "veto");
        EXPECT_EQ(recommendation.reasons.front().question, "recu");
        EXPECT_THAT(recommendation.reasons.front().text, HasSubstr("Veto"));
        EXPECT_EQ(std::count_if(recommendation.reasons.begin(), recommendation.reasons.end(),
                                [](const Reason& reason) { return reason.question == "recu"; }),
                  1)
            << "the veto is told once, and not as a missing answer too";
    }
}

TEST(Policy, OnlyAFileCanBeAVetoAndOnlyAsListed) {
    ReviewCase review_case = good_case();
    of(review_case, "completeness").findings = {finding(Category::missing, "accueil")};
    EXPECT_EQ(recommend(review_case, {{"missing_tolerated", std::int64_t{1}}}).decision, Decision::accept);
    of(review_case, "completeness").findings = {finding(Category::missing, "recu")};
    EXPECT_EQ(recommend(review_case, {{"missing_tolerated", std::int64_t{1}},
                                      {"veto_words", std::vector<std::string>{"contrat", "çu"}}})
                  .decision,
              Decision::accept)
        << "a piece of a word is not the word";
    EXPECT_EQ(recommend(review_case,
                        {{"missing_tolerated", std::int64_t{1}}, {"veto_words", std::vector<std::string>{"REÇU"}}})
                  .decision,
              Decision::rework)
        << "whatever its case";
}

TEST(Policy, AProofThatTheMissionAsAWholeRequiresIsAVetoToo) {
    ReviewCase review_case = good_case();
    Finding receipt = finding(Category::missing, "");
    receipt.message = "Il manque une pièce jointe que la mission exige : le reçu.";
    of(review_case, "completeness").findings = {receipt};
    const Recommendation recommendation = recommend(review_case, {{"missing_tolerated", std::int64_t{5}}});
    EXPECT_EQ(recommendation.decision, Decision::rework);
    EXPECT_EQ(recommendation.reasons.front().rule, "veto");
}

TEST(Policy, AVetoAfterAllReworksReassigns) {
    ReviewCase review_case = good_case();
    of(review_case, "completeness").findings = {finding(Category::missing, "recu")};
    review_case.reworks_asked = 2;
    EXPECT_EQ(recommend(review_case).decision, Decision::reassign);
}

}  // namespace relis::decision
