#include "intake/expression.h"

#include <map>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/both_languages.h"

namespace relis::intake {
namespace {

using testing::HasSubstr;

Inputs inputs() {
    static const std::map<std::string, Operand, std::less<>> answers{
        {"oui", {"oui", QuestionType::select_one, true}},
        {"services", {"caisse cafe", QuestionType::select_multiple, true}},
        {"attente", {"7", QuestionType::integer, true}},
        {"prix", {"2,5", QuestionType::decimal, true}},
        {"jour", {"2026-06-16", QuestionType::date, true}},
        {"heure", {"14:05", QuestionType::time, true}},
        {"texte", {"Été à Montréal", QuestionType::text, true}},
        {"vide", {"", QuestionType::text, true}},
        {"vide_nombre", {"", QuestionType::integer, true}},
        {"du", {"", QuestionType::select_one, false}},
        {"illisible", {"environ 5", QuestionType::integer, true}}};
    Inputs made;
    made.reference = [](std::string_view name) { return answers.find(name)->second; };
    made.current = {"12", QuestionType::integer, true};
    made.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{6}, std::chrono::day{20}};
    made.now = parse_moment("2026-06-20T12:00:00-04:00");
    return made;
}

std::string evaluated(const std::string& text) {
    const auto result = parse_expression(text);
    if (const auto* error = std::get_if<ExpressionError>(&result)) {
        relis::test::expect_both_languages(error->message);
        return "error " + std::to_string(error->column) + ": " + error->message.en;
    }
    return std::get<Expression>(result).text(inputs()).value_or("unclear");
}

struct Case {
    std::string expression;
    std::string result;
};
class Expressions : public testing::TestWithParam<Case> {};
TEST_P(Expressions, Evaluate) {
    EXPECT_EQ(evaluated(GetParam().expression), GetParam().result) << GetParam().expression;
}

INSTANTIATE_TEST_SUITE_P(Language, Expressions,
                         testing::ValuesIn(std::vector<Case>{{"1 + 2 * 3 - 4", "3"},
                                                             {"(1 + 2) * 3", "9"},
                                                             {"7 div 2", "3.5"},
                                                             {"7 mod 3", "1"},
                                                             {"-7 mod 3", "-1"},
                                                             {"2 - -3", "5"},
                                                             {"1 div 0", "Infinity"},
                                                             {"0 div 0", "NaN"},
                                                             {".5 + 0.25", "0.75"},
                                                             {"1000000 * 1000000", "1000000000000"},
                                                             {"'a' = 'a'", "true"},
                                                             {"\"l'eau\" != 'x'", "true"},
                                                             {"1 < 2", "true"},
                                                             {"2 <= 2 and 3 >= 4", "false"},
                                                             {"1 = 1 or 1 = 2 and 1 = 2", "true"},
                                                             {"not(1 = 1)", "false"},
                                                             {"true() and not(false())", "true"},
                                                             {"${oui} = 'oui'", "true"},
                                                             {"${oui}='non'", "false"},
                                                             {"${attente} > 5", "true"},
                                                             {"${attente}>5 and ${attente}<7", "false"},
                                                             {"${attente} = '7'", "true"},
                                                             {"${prix} = 2.5", "true"},
                                                             {"${prix} * 2", "5"},
                                                             {"${ attente } - 2", "5"},
                                                             {". > 10", "true"},
                                                             {". >= 0 and . <= 10", "false"},
                                                             {"${vide} = ''", "true"},
                                                             {"${vide} != ''", "false"},
                                                             {"${vide_nombre} > 5", "false"},
                                                             {"${vide_nombre} = ''", "true"},
                                                             {"${attente} = ''", "false"},
                                                             {"'10' < '9'", "false"},
                                                             {"'5' = 5", "true"},
                                                             {"true() = 1", "true"},
                                                             {"'a' = true()", "true"}}));

INSTANTIATE_TEST_SUITE_P(Functions, Expressions,
                         testing::ValuesIn(std::vector<Case>{{"selected(${services}, 'cafe')", "true"},
                                                             {"selected(${services}, 'caf')", "false"},
                                                             {"selected(${oui}, 'oui')", "true"},
                                                             {"selected(${vide}, 'oui')", "false"},
                                                             {"count-selected(${services})", "2"},
                                                             {"count-selected(${vide})", "0"},
                                                             {"selected-at(${services}, 1)", "cafe"},
                                                             {"selected-at(${services}, 9)", ""},
                                                             {"string-length(${texte})", "14"},
                                                             {"string-length(.) = 2", "true"},
                                                             {"string-length() = 2", "true"},
                                                             {"regex(${oui}, 'o.i')", "true"},
                                                             {"regex(${texte}, 'Été')", "false"},
                                                             {"regex(${texte}, '^Été.*$')", "true"},
                                                             {"regex('H2X 1Y4', '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d')", "true"},
                                                             {"if(${oui} = 'oui', 'a', 'b')", "a"},
                                                             {"if(false(), 1, 2)", "2"},
                                                             {"coalesce(${vide}, 'x')", "x"},
                                                             {"coalesce(${oui}, 'x')", "oui"},
                                                             {"once('y')", "12"},
                                                             {"today()", "2026-06-20"},
                                                             {"${jour} < today()", "true"},
                                                             {"${jour} >= today() - 4", "true"},
                                                             {"${jour} > today() - 4", "false"},
                                                             {"today() - ${jour}", "4"},
                                                             {"${jour} < date('2026-06-17')", "true"},
                                                             {"now() > today()", "true"},
                                                             {"${heure} >= '14:00' and ${heure} < '15:00'", "true"},
                                                             {"number('12') + 1", "13"},
                                                             {"number('x')", "NaN"},
                                                             {"string(1 + 1)", "2"},
                                                             {"int(-2.7)", "-2"},
                                                             {"round(2.5)", "3"},
                                                             {"round(-2.5)", "-2"},
                                                             {"round(2.345, 2)", "2.35"},
                                                             {"abs(-3)", "3"},
                                                             {"min(3, 1, 2)", "1"},
                                                             {"max(3, ${attente})", "7"},
                                                             {"contains(${texte}, 'Montréal')", "true"},
                                                             {"starts-with(${texte}, 'Été')", "true"},
                                                             {"ends-with(${texte}, 'al')", "true"},
                                                             {"substr(${texte}, 0, 3)", "Été"},
                                                             {"substr('abc', 1)", "bc"},
                                                             {"concat('a', 1, true())", "a1true"},
                                                             {"normalize-space('  a   b ')", "a b"},
                                                             {"boolean('')", "false"}}));

INSTANTIATE_TEST_SUITE_P(Precedence, Expressions,
                         testing::ValuesIn(std::vector<Case>{{"2 + 3 * 4 = 14", "true"},
                                                             {"8 - 3 - 2", "3"},
                                                             {"16 div 4 div 2", "2"},
                                                             {"17 mod 10 mod 4", "3"},
                                                             {"2 * 7 mod 4", "2"},
                                                             {"-2 - 2", "-4"},
                                                             {"- -2", "2"},
                                                             {"-(2 + 3)", "-5"},
                                                             {"1 < 2 = true()", "true"},
                                                             {"1 = 1 < 2", "true"},
                                                             {"3 > 2 > 1", "false"},
                                                             {"false() and false() or true()", "true"},
                                                             {"true() or false() and false()", "true"},
                                                             {"(true() or false()) and false()", "false"},
                                                             {"not(true()) or true()", "true"},
                                                             {"5-3", "2"},
                                                             {"${attente}-2", "5"},
                                                             {"today()-${jour}", "4"},
                                                             {"${attente}div 2", "3.5"},
                                                             {"${oui}\u00A0= 'oui'\u00A0and\u00A01 = 1", "true"}}));

INSTANTIATE_TEST_SUITE_P(Empty, Expressions,
                         testing::ValuesIn(std::vector<Case>{{"${vide_nombre} = 0", "false"},
                                                             {"${vide_nombre} != 0", "true"},
                                                             {"${vide_nombre} < 5", "false"},
                                                             {"${vide_nombre} + 1", "NaN"},
                                                             {"coalesce(${vide_nombre}, 0) + 1", "1"},
                                                             {"coalesce(${vide}, '', 'z')", "z"},
                                                             {"coalesce(${vide}, '')", ""},
                                                             {"string-length(${vide})", "0"},
                                                             {"string-length(${vide}) = 0", "true"},
                                                             {"count-selected(${vide}) = 0", "true"},
                                                             {"not(selected(${vide}, 'x'))", "true"},
                                                             {"regex(${vide}, '.+')", "false"},
                                                             {"regex(${vide}, '.*')", "true"},
                                                             {"boolean(${vide})", "false"},
                                                             {"if(${vide} = '', 'vide', 'plein')", "vide"},
                                                             {"date(${vide})", ""},
                                                             {"${vide} < today()", "false"}}));

INSTANTIATE_TEST_SUITE_P(Dates, Expressions,
                         testing::ValuesIn(std::vector<Case>{{"${jour} = date('2026-06-16')", "true"},
                                                             {"${jour} = '2026-06-16'", "true"},
                                                             {"${jour} != today()", "true"},
                                                             {"today() = '2026-06-20'", "true"},
                                                             {"date('2026-03-01') - date('2026-02-28')", "1"},
                                                             {"date('2028-03-01') - date('2028-02-28')", "2"},
                                                             {"${jour} + 4 = today()", "true"},
                                                             {"today() > date('2026-06-31')", "false"},
                                                             {"${heure} > '9:30'", "true"},
                                                             {"int(now()) = number(today())", "true"},
                                                             {"once(today())", "12"}}));

INSTANTIATE_TEST_SUITE_P(Unclear, Expressions,
                         testing::ValuesIn(std::vector<Case>{
                             {"${du} = 'oui'", "unclear"},
                             {"${du} = ''", "unclear"},
                             {"not(${du} = 'oui')", "unclear"},
                             {"${du} = 'oui' and false()", "false"},
                             {"false() and ${du} = 'oui'", "false"},
                             {"${du} = 'oui' or true()", "true"},
                             {"${du} = 'oui' or false()", "unclear"},
                             {"selected(${du}, 'x')", "unclear"},
                             {"coalesce(${du}, 'x')", "unclear"},
                             {"if(${du} = 'a', 1, 1)", "1"},
                             {"if(true(), 'a', ${du})", "a"},
                             {"coalesce('a', ${du})", "a"},
                             {"not(${du} = 'x') and ${oui} = 'non'", "false"},
                             {"${oui} = 'oui' or ${du} = 'x' and ${du} = 'y'", "true"},
                             {"count-selected(${du}) > 0", "unclear"},
                             {"string-length(${du}) > 0", "unclear"},
                             {"${du} != ''", "unclear"},
                             {"${illisible} = 5 or ${oui} = 'oui'", "true"},
                             {"if(${du} = 'a', 1, 2)", "unclear"},
                             {"${illisible} > 5", "unclear"},
                             {"regex('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '(a+)+c')",
                              "unclear"},
                             {"regex('a', concat('(', 'a'))", "unclear"}}));

INSTANTIATE_TEST_SUITE_P(Errors, Expressions,
                         testing::ValuesIn(std::vector<Case>{
                             {"", "error 1: the expression is empty"},
                             {"${oui} = ", "error 10: expected a value, the expression ends"},
                             {"${oui = 'x'", "error 1: a reference is written ${question}"},
                             {"'été' = 'oui", "error 9: this text is not closed by the same quote"},
                             {"1 2", "error 3: expected an operator or the end"},
                             {"(1", "error 3: expected `)`, the expression ends"},
                             {"selected(${oui})", "error 1: selected() takes 2 arguments, not 1"},
                             {"${oui} = ‘oui’", "error 10: a typographic quote; write a straight one (' or \")"},
                             {"${oui} && 1", "error 8: write `and` and `or`"},
                             {"../a = 1", "error 1: paths are not read; write ${question}"},
                             {"${oui} == 'a'", "error 9: expected a value, found \"=\""},
                             {"${}", "error 1: this reference names no question"},
                             {"1 +", "error 4: expected a value, the expression ends"},
                             {"not ${oui} = 'x'",
                              "error 1: expected a value, found the word \"not\"; a question is "
                              "written ${not}, a text 'not'"},
                             {"${oui} = 'x' AND 1", "error 14: expected an operator or the end, found \"AND\""},
                             {"if(1, 2)", "error 1: if() takes 3 arguments, not 2"},
                             {"coalesce('a')", "error 1: coalesce() takes at least 2 arguments, not 1"},
                             {"today(1)", "error 1: today() takes 0 arguments, not 1"},
                             {"selected(${oui} 'a')", "error 17: expected `,` or `)`, found \"a\""}}));

TEST(ExpressionErrors, NameTheWordThatIsNoFunctionOrQuestion) {
    EXPECT_THAT(evaluated("choisi(${oui}, 'x')"), HasSubstr("there is no function choisi(); known are selected"));
    EXPECT_THAT(evaluated("oui = 1"), HasSubstr("a question is written ${oui}"));
    EXPECT_THAT(evaluated("regex(., '(')"), HasSubstr("the pattern of regex() is not valid"));
}

TEST(ExpressionLimits, DepthAndLengthAreBounded) {
    EXPECT_THAT(evaluated(std::string(5000, '(')), HasSubstr("nested too deeply"));
    EXPECT_THAT(evaluated(std::string(5000, '-') + "1"), HasSubstr("nested too deeply"));
    std::string chain = "1";
    for (int i = 0; i < 3000; ++i) chain += "+1";
    EXPECT_THAT(evaluated(chain), HasSubstr("nested too deeply"));
    EXPECT_THAT(evaluated(std::string(10'001, ' ')), HasSubstr("more than 10000"));
}

TEST(ExpressionLimits, TodayThatIsNotKnownIsUnclear) {
    const auto expression = std::get<Expression>(parse_expression("today() > '2020-01-01'"));
    EXPECT_EQ(expression.truth(Inputs{}), Truth::unclear);
}

TEST(ExpressionLimits, EveryPrefixOfAnExpressionParsesOrFailsCleanly) {
    const std::string text =
        "if(selected(${services}, 'cafe') and not(regex(., '[a-z]+é')), round(${prix} div 2, 1), \"x\") != -3";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        static_cast<void>(parse_expression(text.substr(0, length)));
    }
    EXPECT_EQ(evaluated(text), "true");
}

TEST(ExpressionSharing, OneTreeServesSeveralThreads) {
    const auto expression = std::get<Expression>(parse_expression("regex(${texte}, '.*réal') and ${attente} > 5"));
    std::vector<std::thread> threads;
    std::array<int, 4> right{};
    for (int& count : right) {
        threads.emplace_back([&count, &expression] {
            for (int i = 0; i < 200; ++i) count += expression.truth(inputs()) == Truth::yes ? 1 : 0;
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const int count : right) EXPECT_EQ(count, 200);
}

TEST(ExpressionReferences, AreListedWithTheirColumns) {
    const auto expression = std::get<Expression>(parse_expression("${é} = 'à' or ${b} = ${é}"));
    ASSERT_EQ(expression.references().size(), 3U);
    EXPECT_EQ(expression.references()[1].name, "b");
    EXPECT_EQ(expression.references()[1].column, 15U);
}

}  // namespace
}  // namespace relis::intake
