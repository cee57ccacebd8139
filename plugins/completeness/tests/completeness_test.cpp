#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "completeness_testing.h"

using namespace relis;
using comments_testing::Case;
using comments_testing::rules;
using completeness_testing::inspect;
using completeness_testing::proven;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Completeness, FindsNothingInACompleteReport) {
    Case one = proven();
    one.ask("salut");
    one.answer("salut", "oui", "La caissière a dit bonjour en levant les yeux.");
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, FlagsAnAbsentNullOrEmptyValue) {
    for (const char* value : {"", "  ", "\n"}) {
        Case one = proven();
        one.ask("attente").type = QuestionType::integer;
        one.form.questions.back().comment = CommentPolicy::none;
        one.answer("attente", value);
        EXPECT_THAT(rules(inspect(one)), ElementsAre("missing-value"));
        one.report.answers.front().value.reset();
        EXPECT_THAT(rules(inspect(one)), ElementsAre("missing-value"));
        one.report.answers.clear();
        EXPECT_THAT(rules(inspect(one)), ElementsAre("missing-value"));
    }
}

TEST(Completeness, TakesZeroForAnAnswerAndADashForNone) {
    Case one = proven();
    Question& wait = one.ask("attente");
    wait.type = QuestionType::integer;
    wait.comment = CommentPolicy::none;
    one.answer("attente", "0");
    EXPECT_THAT(inspect(one), IsEmpty());
    one.report.answers.front().value = "N/A";
    EXPECT_THAT(rules(inspect(one)), ElementsAre("placeholder-value"));
    one.report.answers.front().value = "-";
    EXPECT_THAT(rules(inspect(one)), ElementsAre("placeholder-value"));
}

TEST(Completeness, AcceptsAChoiceThatIsNamedLikeAPlaceholder) {
    Case one = proven();
    Question& question = one.ask("menu");
    question.choices.push_back({"na", "Sans objet"});
    question.comment = CommentPolicy::none;
    one.answer("menu", "na");
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, AsksForTheCommentThatItsPolicyRequires) {
    Case one = proven();
    one.ask("salut");
    one.answer("salut", "oui");
    EXPECT_THAT(rules(inspect(one)), ElementsAre("missing-comment"));
    EXPECT_EQ(inspect(one).front().category, Category::missing);

    one.form.questions.front().comment = CommentPolicy::optional;
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, AsksForACommentAfterANegativeValueOnly) {
    Case one = proven();
    one.ask("salut").comment = CommentPolicy::if_negative;
    one.answer("salut", "oui");
    EXPECT_THAT(inspect(one), IsEmpty());
    one.report.answers.front().value = "non";
    EXPECT_THAT(rules(inspect(one)), ElementsAre("missing-comment"));
    EXPECT_THAT(inspect(one).front().message, testing::HasSubstr("« Non »"));
}

TEST(Completeness, TellsAPlaceholderFromAnAnswer) {
    Case one = proven();
    one.ask("salut");
    one.answer("salut", "oui", "RAS");
    const auto findings = inspect(one);
    ASSERT_THAT(rules(findings), ElementsAre("placeholder-comment"));
    EXPECT_EQ(findings.front().start, 0U);
    EXPECT_EQ(findings.front().end, 3U);
    one.report.answers.front().comment = "Non.";
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, TakesRienForAnAnswerToWhatWasBought) {
    Case one = proven();
    one.ask_text("achat", "Qu'avez-vous acheté ?");
    one.answer("achat", "Rien");
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, CallsAShortCommentThinAndNotMissing) {
    Case one = proven();
    one.ask("salut").min_words = 15;
    one.answer("salut", "oui", "Elle a dit bonjour.");
    const auto findings = inspect(one);
    ASSERT_THAT(rules(findings), ElementsAre("thin-comment"));
    EXPECT_EQ(findings.front().category, Category::thin);
    EXPECT_THAT(inspect(one, {{"thin_tolerance", std::int64_t{11}}}), IsEmpty());
}

TEST(Completeness, LeavesAShortCommentThatNobodyAskedFor) {
    Case one = proven();
    Question& question = one.ask("salut");
    question.comment = CommentPolicy::if_negative;
    question.min_words = 15;
    one.answer("salut", "oui", "Bonjour clair.");
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, TakesACommentThatRepeatsItsValueForMissingUnlessTheManagerSaysOtherwise) {
    for (const char* text : {"Oui.", "OUI", "ok"}) {
        Case one = proven();
        one.ask("salut").min_words = 8;
        one.answer("salut", "oui", text);
        EXPECT_THAT(rules(inspect(one)), ElementsAre("placeholder-comment")) << text;
        EXPECT_THAT(rules(inspect(one, {{"value_alone_missing", false}})), ElementsAre("thin-comment")) << text;
    }
}

TEST(Completeness, TakesAStatementOfTheChosenAnswerForMissing) {
    Case one = proven();
    Question& state = one.ask("etat", "Les légumes exposés étaient :");
    state.choices = {{"frais", "Assez frais"}, {"fanes", "Plutôt fanés"}};
    state.negative = {"fanes"};
    one.answer("etat", "frais", "Les légumes exposés étaient assez frais.");
    EXPECT_THAT(rules(inspect(one)), ElementsAre("placeholder-comment"));
    one.report.answers.front().comment =
        "Les poireaux exposés avaient encore leur terre, les laitues étaient assez fraîches.";
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, TakesNoBesideTheBoxForAnAnswer) {
    for (const char* text : {"Non.", "non", "Non, aucun.", "Rien"}) {
        Case one = proven();
        one.ask("insistance", "Avez-vous remarqué de l'insistance ?");
        one.answer("insistance", "non", text);
        EXPECT_THAT(inspect(one), IsEmpty()) << text;
    }
}

TEST(Completeness, LooksForNoAnswerWhereTheQuestionDoesNotApply) {
    Case one = proven();
    one.ask("suite").relevant = "${x} = 'oui'";
    one.applies["suite"] = Applicability::does_not_apply;
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, AsksRatherThanAssertsWhereItIsNotClearWhetherTheQuestionApplies) {
    Case one = proven();
    one.ask("suite").relevant = "${x} = 'oui'";
    one.applies["suite"] = Applicability::unclear;
    for (const Finding& finding : inspect(one)) {
        EXPECT_EQ(finding.rule, "unclear-whether-missing");
        EXPECT_EQ(finding.category, Category::not_judged);
    }
    EXPECT_EQ(inspect(one).size(), 1U) << "asked once, although value and comment are not there";
}

TEST(Completeness, AsksForTheAttachmentOfAnImageQuestion) {
    Case one;
    Question& question = one.ask("recu", "Photo du reçu");
    question.type = QuestionType::image;
    question.comment = CommentPolicy::none;
    one.ask("salut");
    one.answer("salut", "oui", "Elle a dit bonjour.");
    one.answer("recu", "oui");
    EXPECT_THAT(rules(inspect(one)), ElementsAre("missing-attachment"));
    one.report.attachments.push_back({"recu", "receipt", "recu.jpg"});
    EXPECT_THAT(inspect(one), IsEmpty());
}

TEST(Completeness, AsksWhereAnAnswerNamesAFileThatIsNotListed) {
    Case one;
    Question& question = one.ask("recu", "Photo du reçu");
    question.type = QuestionType::image;
    question.comment = CommentPolicy::none;
    one.answer("recu", "IMG_2207.heic");
    const auto findings = inspect(one);
    ASSERT_THAT(rules(findings), ElementsAre("attachment-not-listed"));
    EXPECT_EQ(findings.front().category, Category::other) << "nothing is said to be missing";
    for (const char* value : {"...", "n.a.", ".", "jpg", "à venir.", "voir p.12"}) {
        Case without;
        Question& photo = without.ask("recu", "Photo du reçu");
        photo.type = QuestionType::image;
        photo.comment = CommentPolicy::none;
        without.ask("salut");
        without.answer("salut", "oui", "Elle a dit bonjour.");
        without.answer("recu", value);
        EXPECT_THAT(rules(inspect(without)), ElementsAre("missing-attachment")) << value;
    }
}

TEST(Completeness, AsksForTheKindsOfAttachmentThatTheMissionRequires) {
    Case one;
    one.report.attachments.push_back({"", "photo", "facade.jpg"});
    const std::vector<std::string> receipt{"receipt"};
    EXPECT_THAT(rules(inspect(one, {{"required_kinds", receipt}})), ElementsAre("missing-attachment"));
    one.report.attachments.push_back({"", "receipt", "recu.jpg"});
    EXPECT_THAT(inspect(one, {{"required_kinds", receipt}}), IsEmpty());
}

TEST(Completeness, SaysThatABlankReportWithoutProofCannotBeMended) {
    Case one;
    for (const char* name : {"a", "b", "c"}) one.ask(name);
    const auto blank = inspect(one);
    ASSERT_FALSE(blank.empty());
    EXPECT_EQ(blank.back().rule, "blank-without-proof");
    EXPECT_FALSE(blank.back().mendable);

    one.report.attachments.push_back({"", "photo", "facade.jpg"});
    EXPECT_NE(inspect(one).back().rule, "blank-without-proof");
}

TEST(Completeness, LearnsPlaceholdersAndAcceptedAnswersFromItsParameters) {
    Case one = proven();
    one.ask("salut");
    one.answer("salut", "oui", "Sans changement !");
    EXPECT_THAT(inspect(one), IsEmpty());
    EXPECT_THAT(rules(inspect(one, {{"placeholders", std::vector<std::string>{"sans changement"}}})),
                ElementsAre("placeholder-comment"));
    one.report.answers.front().comment = "RAS";
    EXPECT_THAT(inspect(one, {{"accepted", std::vector<std::string>{"ras"}}}), IsEmpty());
}

TEST(Completeness, GivesTheSameFindingsWhateverTheOrderOfTheAnswers) {
    Case one = proven();
    for (const char* name : {"a", "b", "c"}) one.ask(name);
    one.answer("a", "oui", "RAS");
    one.answer("b", "non", "");
    one.answer("c", "", "Elle a dit bonjour.");
    const auto findings = inspect(one);
    std::reverse(one.report.answers.begin(), one.report.answers.end());
    EXPECT_EQ(inspect(one), findings);
}
