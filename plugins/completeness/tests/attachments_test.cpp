#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "completeness_testing.h"

using namespace relis;
using comments_testing::Case;
using comments_testing::rules;
using completeness_testing::inspect;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// A report that came with one file for its required image question.
Case with_receipt(const AttachmentFacts& facts, const std::string& kind = "receipt") {
    Case one;
    Question& question = one.ask("recu", "Photo de l'addition");
    question.type = QuestionType::image;
    question.comment = CommentPolicy::none;
    one.report.attachments.push_back({"recu", kind, "addition.jpg"});
    one.files = {facts};
    return one;
}

AttachmentFacts readable(const std::string& media_type) {
    return {FileState::readable, media_type, {}};
}

}  // namespace

TEST(Attachments, ThatNothingIsKnownOfAreTakenAtTheirWord) {
    EXPECT_THAT(inspect(with_receipt({})), IsEmpty());
}

TEST(Attachments, ThatServeAreNoFinding) {
    EXPECT_THAT(inspect(with_receipt(readable("image/jpeg"))), IsEmpty());
    EXPECT_THAT(inspect(with_receipt(readable("application/pdf"))), IsEmpty()) << "a receipt sent by e-mail";
    EXPECT_THAT(inspect(with_receipt(readable("image/heic"), "photo")), IsEmpty());
    EXPECT_THAT(inspect(with_receipt(readable("application/zip"), "lettre")), IsEmpty()) << "a kind we do not know";
}

TEST(Attachments, ThatDidNotComeAreMissing) {
    const auto findings = inspect(with_receipt({FileState::missing, "", {}}));
    ASSERT_THAT(rules(findings), testing::Contains("attachment-not-received"));
    EXPECT_EQ(findings.front().category, Category::missing);
    EXPECT_EQ(findings.front().question, "recu");
    EXPECT_THAT(findings.front().message, HasSubstr("« addition.jpg »"));
}

TEST(Attachments, ThatDoNotOpenAreMissing) {
    for (const AttachmentFacts& facts : {AttachmentFacts{FileState::unreadable, "image/jpeg", {}}, readable("")}) {
        const auto findings = inspect(with_receipt(facts));
        ASSERT_THAT(rules(findings), testing::Contains("unreadable-attachment"));
        EXPECT_EQ(findings.front().category, Category::missing);
    }
}

TEST(Attachments, OfAnotherKindThanAskedForAreMissing) {
    const auto findings = inspect(with_receipt(readable("text/plain")));
    ASSERT_THAT(rules(findings), testing::Contains("wrong-kind-attachment"));
    EXPECT_EQ(findings.front().category, Category::missing);
    EXPECT_THAT(findings.front().message, HasSubstr("n'est ni une photo ni un PDF : c'est un texte"));
    EXPECT_THAT(rules(inspect(with_receipt(readable("application/pdf"), "photo"))),
                testing::Contains("wrong-kind-attachment"));
    EXPECT_THAT(rules(inspect(with_receipt(readable("image/png"), "audio"))),
                testing::Contains("wrong-kind-attachment"));
}

TEST(Attachments, AFaultyFileIsOnlyARemarkWhereAnotherServes) {
    Case one = with_receipt({FileState::unreadable, "", {}});
    one.report.attachments.push_back({"recu", "receipt", "addition-2.jpg"});
    one.files.push_back(readable("image/jpeg"));
    const auto findings = inspect(one);
    ASSERT_THAT(rules(findings), ElementsAre("unreadable-attachment"));
    EXPECT_EQ(findings.front().category, Category::other);
}

TEST(Attachments, ARequiredKindIsNotThereWhereItsFileDoesNotServe) {
    Case one;
    one.report.attachments.push_back({"", "receipt", "recu.jpg"});
    one.files = {{FileState::missing, "", {}}};
    const std::map<std::string, ParameterValue> required{{"required_kinds", std::vector<std::string>{"receipt"}}};
    const auto findings = inspect(one, required);
    ASSERT_THAT(rules(findings), ElementsAre("attachment-not-received"));
    EXPECT_EQ(findings.front().category, Category::missing);
    one.files = {readable("image/png")};
    EXPECT_THAT(inspect(one, required), IsEmpty());
}

TEST(Attachments, AreNotRequiredTwice) {
    Case one = with_receipt({FileState::missing, "", {}});
    one.ask("salut");
    one.answer("salut", "oui", "Le portier a soulevé sa casquette.");
    EXPECT_THAT(rules(inspect(one, {{"required_kinds", std::vector<std::string>{"receipt"}}})),
                ElementsAre("attachment-not-received"));
}

TEST(Attachments, ThatAnotherReportCameWithAreAskedAbout) {
    AttachmentFacts facts = readable("image/jpeg");
    facts.twins = {{"R-7", "C-9", "x.jpg", true}};
    auto findings = inspect(with_receipt(facts));
    ASSERT_THAT(rules(findings), ElementsAre("attachment-of-another-report"));
    EXPECT_EQ(findings.front().category, Category::copied);
    EXPECT_TRUE(findings.front().mendable);
    EXPECT_THAT(findings.front().message, testing::Not(HasSubstr("R-7"))) << "a shopper reads nothing of others";
    facts.twins.front().same_content = false;
    findings = inspect(with_receipt(facts));
    ASSERT_THAT(rules(findings), ElementsAre("picture-of-another-report"));
    EXPECT_EQ(findings.front().category, Category::other) << "a picture that looks alike is no proof";
}

TEST(Attachments, ThatDoNotServeAreNoProofOfAVisit) {
    Case one = with_receipt({FileState::missing, "", {}});
    one.ask("salut");
    EXPECT_EQ(inspect(one).back().rule, "blank-without-proof");
    one.files = {readable("image/jpeg")};
    EXPECT_NE(inspect(one).back().rule, "blank-without-proof");
}
