#include "intake/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/json.h"
#include "intake/questionnaires.h"
#include "reading.h"

namespace relis::intake::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string oui_non = R"("choices":[{"name":"oui","label":"Oui"},{"name":"non","label":"Non"}])";

std::string questionnaire(const std::string& questions) {
    return R"({"format":"relis.questionnaire/1","id":"q","version":1,"programme":"p","title":"T",)"
           R"("sections":[{"name":"s","label":"S","questions":[)" +
           questions + "]}]}";
}

std::string chain() {
    return questionnaire(
        R"({"name":"panne","type":"select_one","label":"?","required":true,"negative":["oui"],)" + oui_non +
        R"(},{"name":"signalee","type":"select_one","label":"?","required":true,"relevant":"${panne} = 'oui'",)" +
        oui_non +
        R"(},{"name":"delai","type":"integer","label":"?","required":true,"relevant":"${signalee} = 'oui'",)" +
        R"("constraint":". >= 0 and . < 60"},)" +
        R"({"name":"jamais","type":"text","label":"?","relevant":"${signalee} = 'non'"},)" +
        R"({"name":"note","type":"text","label":"?"},{"name":"suite","type":"text","label":"?","relevant":"${note} != ''"})");
}

QuestionnaireFile read_text(const std::string& text) {
    std::istringstream stream(text);
    QuestionnaireFile file = read_questionnaires(stream, "q.json");
    told_in_both(file.rejected);
    expect_both_languages(file.warnings);
    return file;
}

Report report_with(const std::string& answers) {
    return read(record("R-1", answers)).reports.at(0).report;
}

std::map<std::string, Applicability, std::less<>> applied(const std::string& answers) {
    return applicability(read_text(chain()).questionnaires.at(0), report_with(answers));
}

TEST(Applicability, FollowsTheAnswersDownTheChain) {
    auto result = applied(R"({"question":"panne","value":"oui"},{"question":"signalee","value":"oui"})");
    EXPECT_EQ(result.at("panne"), Applicability::applies);
    EXPECT_EQ(result.at("signalee"), Applicability::applies);
    EXPECT_EQ(result.at("delai"), Applicability::applies);
    EXPECT_EQ(result.at("jamais"), Applicability::does_not_apply);
}

TEST(Applicability, AQuestionWhoseControllingQuestionDoesNotApplyDoesNotApply) {
    // the answer to `signalee` is left over from a first version of the report: it does not count
    auto result = applied(R"({"question":"panne","value":"non"},{"question":"signalee","value":"oui"})");
    EXPECT_EQ(result.at("signalee"), Applicability::does_not_apply);
    EXPECT_EQ(result.at("delai"), Applicability::does_not_apply);
}

TEST(Applicability, IsUnclearWhereARequiredAnswerIsMissing) {
    auto result = applied("");
    EXPECT_EQ(result.at("panne"), Applicability::applies);
    EXPECT_EQ(result.at("signalee"), Applicability::unclear);
    EXPECT_EQ(result.at("delai"), Applicability::unclear);
    result = applied(R"({"question":"panne","value":"  "},{"question":"signalee","value":"oui"})");
    EXPECT_EQ(result.at("signalee"), Applicability::unclear);
    EXPECT_EQ(result.at("delai"), Applicability::applies) << "the shopper met the question, so its answer tells";
}

TEST(Applicability, AnOptionalQuestionLeftEmptyIsAnAnswer) {
    EXPECT_EQ(applied("").at("suite"), Applicability::does_not_apply);
    EXPECT_EQ(applied(R"({"question":"note","value":"x"})").at("suite"), Applicability::applies);
}

TEST(Validation, FindsWhatIsWrongWithEachValue) {
    const Questionnaire q = read_text(chain()).questionnaires.at(0);
    const auto problems =
        validate(report_with(R"({"question":"panne","value":"peut-être"},{"question":"inconnue","value":"x"},)"
                             R"({"question":"delai","value":"vite"})"),
                 q);
    ASSERT_EQ(problems.size(), 4U);
    EXPECT_EQ(problems[0].field, "answers[0].value");
    EXPECT_THAT(problems[0].message.en, HasSubstr("\"peut-être\" is not among the choices of panne (oui, non)"));
    EXPECT_EQ(problems[1].field, "answers[1].question");
    EXPECT_THAT(problems[1].message.en, HasSubstr("there is no question \"inconnue\" in q@1"));
    EXPECT_THAT(problems[2].message.en, HasSubstr("\"vite\" is no whole number"));
    EXPECT_TRUE(problems[0].hard && problems[1].hard && problems[2].hard);
    EXPECT_FALSE(problems[3].hard);
}

TEST(Validation, AConstraintNotSatisfiedIsAWarning) {
    const Questionnaire q = read_text(chain()).questionnaires.at(0);
    const std::string before = R"({"question":"panne","value":"oui"},{"question":"signalee","value":"oui"},)";
    const auto problems = validate(report_with(before + R"({"question":"delai","value":"75"})"), q);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_FALSE(problems[0].hard);
    EXPECT_THAT(problems[0].message.en, HasSubstr("does not satisfy the constraint of delai (. >= 0 and . < 60)"));
    EXPECT_TRUE(validate(report_with(before + R"({"question":"delai","value":"5"})"), q).empty());
    EXPECT_TRUE(validate(report_with(before + R"({"question":"delai","value":null})"), q).empty());
}

TEST(Validation, SeveralChoicesAreCheckedOneByOne) {
    const Questionnaire q =
        read_text(questionnaire(R"({"name":"m","type":"select_multiple","label":"?",)" + oui_non + "}"))
            .questionnaires.at(0);
    EXPECT_TRUE(validate(report_with(R"({"question":"m","value":"oui non"})"), q).empty());
    EXPECT_THAT(validate(report_with(R"({"question":"m","value":"oui rouge"})"), q).at(0).message.en,
                HasSubstr("\"rouge\""));
    EXPECT_FALSE(validate(report_with(R"({"question":"m","value":"oui oui"})"), q).at(0).hard);
}

struct Form {
    std::string type;
    std::string good;
    std::string bad;
};
class ValueForms : public testing::TestWithParam<Form> {};
TEST_P(ValueForms, AreCheckedByType) {
    const Questionnaire q = read_text(questionnaire(R"({"name":"v","type":")" + GetParam().type + R"(","label":"?"})"))
                                .questionnaires.at(0);
    const auto check = [&](const std::string& value) {
        return validate(report_with(R"({"question":"v","value":")" + value + "\"}"), q).size();
    };
    EXPECT_EQ(check(GetParam().good), 0U) << GetParam().good;
    EXPECT_EQ(check(GetParam().bad), 1U) << GetParam().bad;
}
INSTANTIATE_TEST_SUITE_P(Types, ValueForms,
                         testing::Values(Form{"integer", "12", "12,5"}, Form{"integer", "-3", "trois"},
                                         Form{"integer", "+4", "99999999999999999999"}, Form{"decimal", "2.5", "2.5.1"},
                                         Form{"decimal", "2,5", "1e5"}, Form{"decimal", "0", "."},
                                         Form{"date", "2026-06-16", "2026-06-31"},
                                         Form{"date", "16/06/2026", "16 juin"}, Form{"time", "14:05", "25:00"},
                                         Form{"time", "14 h 05", "midi"}, Form{"time", "14:05:30", "1405"}));

TEST(Questionnaires, AreReadWithAllTheirFieldsAndWrittenBack) {
    const QuestionnaireFile file = read_text(chain());
    ASSERT_EQ(file.questionnaires.size(), 1U);
    EXPECT_TRUE(file.rejected.empty());
    const Questionnaire& q = file.questionnaires[0];
    EXPECT_EQ(q.key(), "q@1");
    ASSERT_EQ(q.questions.size(), 6U);
    EXPECT_EQ(q.questions[0].section, "s");
    EXPECT_EQ(q.questions[0].comment, CommentPolicy::optional) << "the default of a select";
    EXPECT_EQ(q.questions[2].comment, CommentPolicy::none) << "the default of the others";
    EXPECT_THAT(q.questions[0].negative, ElementsAre("oui"));
    EXPECT_TRUE(q.questions[0].required);
    EXPECT_EQ(questionnaire_from_json(to_json(q)), q);
}

struct BadQuestion {
    std::string what;
    std::string question;
    std::string field;
    std::string reason;
};
class BadQuestions : public testing::TestWithParam<BadQuestion> {};
TEST_P(BadQuestions, RefuseTheQuestionnaireByName) {
    const QuestionnaireFile file = read_text("[" + questionnaire(GetParam().question) + "," + chain() + "]");
    EXPECT_EQ(file.questionnaires.size(), 1U);
    ASSERT_EQ(file.rejected.size(), 1U);
    EXPECT_EQ(file.rejected[0].field, GetParam().field);
    EXPECT_THAT(file.rejected[0].reason.en, HasSubstr(GetParam().reason));
    EXPECT_EQ(file.rejected[0].report_id, "q");
}
INSTANTIATE_TEST_SUITE_P(
    Checks, BadQuestions,
    testing::Values(
        BadQuestion{"Type", R"({"name":"a","type":"note","label":"?"})", "sections[0].questions[0].type",
                    "\"note\" is not one of"},
        BadQuestion{"NoLabel", R"({"name":"a","type":"text"})", "sections[0].questions[0].label", "is missing"},
        BadQuestion{"NoQuestion", "", "sections", "have no question"},
        BadQuestion{"NameTwice", R"({"name":"a","type":"text","label":"?"},{"name":"a","type":"text","label":"?"})",
                    "a.name", "two questions"},
        BadQuestion{"NameWithSpace", R"({"name":"a b","type":"text","label":"?"})", "a b.name", "a space"},
        BadQuestion{"NoChoices", R"({"name":"a","type":"select_one","label":"?"})", "a.choices", "are missing"},
        BadQuestion{"Negative", R"({"name":"a","type":"select_one","label":"?","negative":["rouge"],)" + oui_non + "}",
                    "a.negative", "\"rouge\" is not among the choices (oui, non)"},
        BadQuestion{"MinWords", R"({"name":"a","type":"text","label":"?","min_words":-1})",
                    "sections[0].questions[0].min_words", "is -1"},
        BadQuestion{"Comment", R"({"name":"a","type":"text","label":"?","comment":"always"})",
                    "sections[0].questions[0].comment", "required, if_negative, optional, none"},
        BadQuestion{"Relevant", R"({"name":"a","type":"text","label":"?","relevant":"${b} ="})", "a.relevant",
                    "column 7: expected a value"},
        BadQuestion{"Reference", R"({"name":"a","type":"text","label":"?","relevant":"${b} = 'x'"})", "a.relevant",
                    "column 1: there is no question \"b\""},
        BadQuestion{"Constraint", R"({"name":"a","type":"integer","label":"?","constraint":". > > 1"})", "a.constraint",
                    "column 5"},
        BadQuestion{
            "Circle",
            R"({"name":"a","type":"text","label":"?","relevant":"${b} = ''"},{"name":"b","type":"text","label":"?","relevant":"${a} = ''"})",
            "a.relevant", "rests on the question itself"}),
    [](const auto& info) { return info.param.what; });

TEST(Questionnaires, AReportFileIsNoQuestionnaire) {
    const QuestionnaireFile file = read_text(record());
    EXPECT_TRUE(file.questionnaires.empty());
    EXPECT_THAT(file.rejected.at(0).reason.en, HasSubstr("is \"relis.report/1\", expected \"relis.questionnaire/1\""));
}

TEST(Questionnaires, ALongChainOfQuestionsIsFollowed) {
    std::string questions = R"({"name":"q0","type":"text","label":"?"})";
    for (int i = 1; i < 1500; ++i) {
        questions += R"(,{"name":"q)" + std::to_string(i) + R"(","type":"text","label":"?","relevant":"${q)" +
                     std::to_string(i - 1) + R"(} = ''"})";
    }
    const QuestionnaireFile file = read_text(questionnaire(questions));
    ASSERT_EQ(file.questionnaires.size(), 1U) << to_string(file.rejected.at(0));
    EXPECT_EQ(applicability(file.questionnaires[0], report_with("")).at("q1499"), Applicability::applies);
}

TEST(Reading, ValidatesAgainstTheQuestionnaireWhereItIsKnown) {
    ReadOptions options;
    const auto rules = std::make_shared<const QuestionnaireRules>(read_text(chain()).questionnaires.at(0));
    options.questionnaire = [&](std::string_view key) { return key == "q@1" ? rules : nullptr; };
    const std::string text = record("R-1", R"({"question":"panne","value":"non"})") +
                             record("R-2", R"({"question":"inconnue","value":"non"})") +
                             replaced(record("R-3"), "q@1", "q@2");
    const Result result = read(text, "x.jsonl", options);
    ASSERT_EQ(result.reports.size(), 1U);
    ASSERT_EQ(result.rejected.size(), 2U);
    EXPECT_THAT(result.rejected[0].reason.en, HasSubstr("there is no question \"inconnue\""));
    EXPECT_EQ(result.rejected[1].field, "questionnaire");
    EXPECT_THAT(result.rejected[1].reason.en, HasSubstr("there is no questionnaire \"q@2\"; import it first"));
}

}  // namespace
}  // namespace relis::intake::test
