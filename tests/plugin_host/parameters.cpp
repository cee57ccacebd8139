#include "plugin/parameters.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "../support/both_languages.h"

namespace relis::plugin_host {
namespace {

using nlohmann::json;
using testing::HasSubstr;

ParameterSpec spec(const std::string& name, ParameterType type, ParameterValue value) {
    ParameterSpec result;
    result.name = name;
    result.type = type;
    result.default_value = std::move(value);
    result.label = {"Nom", "Name"};
    result.help = {"Aide.", "Help."};
    return result;
}

PluginDescription description() {
    PluginDescription result{"french", "1", Role::criterion, {"Français", "French"}, {"Lit.", "Reads."}, {}};
    result.parameters.push_back(spec("weight", ParameterType::real, 1.5));
    result.parameters.back().minimum = 0;
    result.parameters.back().maximum = 5;
    result.parameters.back().unit = "points";
    result.parameters.push_back(spec("min_words", ParameterType::integer, std::int64_t{12}));
    result.parameters.back().minimum = 1;
    result.parameters.push_back(spec("strict", ParameterType::boolean, false));
    result.parameters.push_back(spec("locale", ParameterType::choice, std::string("fr-CA")));
    result.parameters.back().choices = {"fr-CA", "fr-FR"};
    result.parameters.push_back(spec("words", ParameterType::text_list, std::vector<std::string>{"wifi"}));
    return result;
}

ParameterError only_error(const json& overrides) {
    const ValidatedParameters validated = parameters_from_json(description(), overrides);
    EXPECT_FALSE(validated.ok());
    EXPECT_EQ(validated.errors.size(), 1U);
    if (validated.errors.empty()) return {};
    test::expect_both_languages(to_text(validated.errors.front()));
    return validated.errors.front();
}

}  // namespace

TEST(Parameters, AreTheDefaultsUnderTheOverrides) {
    const ValidatedParameters validated = parameters_from_json(description(), {{"weight", 2}, {"strict", true}});
    ASSERT_TRUE(validated.ok());
    EXPECT_EQ(validated.parameters->real("weight"), 2.0) << "a whole number is taken for a real parameter";
    EXPECT_TRUE(validated.parameters->boolean("strict"));
    EXPECT_EQ(validated.parameters->integer("min_words"), 12);
    EXPECT_EQ(validated.parameters->text("locale"), "fr-CA");
    EXPECT_EQ(parameters_from_json(description(), nullptr).parameters, default_parameters(description().parameters));
}

TEST(Parameters, RefuseAnUnknownNameAndListTheKnownOnes) {
    const ParameterError error = only_error({{"wieght", 2}});
    EXPECT_EQ(error.problem, ParameterProblem::unknown_name);
    EXPECT_EQ(error.parameter, "wieght");
    EXPECT_EQ(to_text(error).en,
              "plugin french, parameter wieght: there is no such parameter; there is locale, min_words, "
              "strict, weight, words");
}

TEST(Parameters, RefuseAValueOfAnotherType) {
    EXPECT_EQ(to_text(only_error({{"strict", 1}})).en,
              "plugin french, parameter strict: 1 is of the wrong type; allowed is true or false");
    EXPECT_EQ(only_error({{"weight", "2"}}).problem, ParameterProblem::wrong_type);
    EXPECT_EQ(only_error({{"weight", nullptr}}).problem, ParameterProblem::wrong_type);
    EXPECT_EQ(only_error({{"min_words", 2.5}}).problem, ParameterProblem::wrong_type);
    EXPECT_EQ(only_error({{"words", {"a", 1}}}).problem, ParameterProblem::wrong_type);
    EXPECT_EQ(only_error({{"words", {{"a", 1}}}}).problem, ParameterProblem::wrong_type);
    EXPECT_EQ(only_error(json::array()).allowed.en, "an object of parameter names and values");
}

TEST(Parameters, RefuseAValueOutOfRangeAndNameTheRange) {
    EXPECT_EQ(to_text(only_error({{"weight", 5.5}})).en,
              "plugin french, parameter weight: 5.5 is out of range; allowed is a number from 0 to 5 (points)");
    EXPECT_EQ(only_error({{"min_words", 0}}).allowed.en, "a whole number from 1");
    EXPECT_EQ(only_error({{"locale", "fr-BE"}}).allowed.en, "one of fr-CA, fr-FR");
    EXPECT_EQ(only_error({{"min_words", -1}}).problem, ParameterProblem::out_of_range);
    const ValidatedParameters nan = validate(description(), {{"weight", std::numeric_limits<double>::quiet_NaN()}});
    ASSERT_EQ(nan.errors.size(), 1U);
    EXPECT_EQ(nan.errors.front().problem, ParameterProblem::out_of_range);
}

TEST(Parameters, AreRefusedInFrenchToo) {
    EXPECT_EQ(to_text(only_error({{"weight", 5.5}})).fr,
              "greffon french, paramètre weight : 5.5 est hors des limites ; il faut un nombre de 0 à 5 (points)");
    EXPECT_EQ(
        to_text(only_error({{"locale", "fr-BE"}})).fr,
        "greffon french, paramètre locale : \"fr-BE\" est hors des limites ; il faut l'une de ces valeurs : fr-CA, "
        "fr-FR");
}

TEST(Parameters, ListEveryErrorInTheOrderOfNames) {
    const ValidatedParameters validated =
        parameters_from_json(description(), {{"weight", 9}, {"locale", 1}, {"extra", 1}});
    ASSERT_EQ(validated.errors.size(), 3U);
    EXPECT_EQ(validated.errors[0].parameter, "extra");
    EXPECT_EQ(validated.errors[1].parameter, "locale");
    EXPECT_EQ(validated.errors[2].parameter, "weight");
}

TEST(Parameters, MentionAValueThatIsNotUtf8WithoutFailing) {
    const ValidatedParameters validated = validate(description(), {{"locale", std::string("\xFF\xFE")}});
    ASSERT_EQ(validated.errors.size(), 1U);
    EXPECT_THAT(to_text(validated.errors.front()).en, HasSubstr("fr-CA, fr-FR"));
}

TEST(Parameters, AreTheSameTextForTheSameValues) {
    const ValidatedParameters one = parameters_from_json(description(), {{"weight", 2}, {"min_words", 3.0}});
    const ValidatedParameters other =
        validate(description(), {{"min_words", std::int64_t{3}}, {"weight", 2.0}, {"strict", false}});
    ASSERT_TRUE(one.ok() && other.ok());
    EXPECT_EQ(parameters_to_json(*one.parameters).dump(),
              R"({"locale":"fr-CA","min_words":3,"strict":false,"weight":2.0,"words":["wifi"]})");
    EXPECT_EQ(parameters_to_json(*one.parameters).dump(), parameters_to_json(*other.parameters).dump());
    EXPECT_EQ(parameters_from_json(description(), parameters_to_json(*one.parameters)).parameters, one.parameters);
}

TEST(Schema, IsWrittenAsJson) {
    const json schema = schema_to_json(description());
    EXPECT_EQ(schema["id"], "french");
    EXPECT_EQ(schema["role"], "criterion");
    ASSERT_EQ(schema["parameters"].size(), 5U);
    const json& weight = schema["parameters"][0];
    EXPECT_EQ(weight["type"], "real");
    EXPECT_EQ(weight["default"], 1.5);
    EXPECT_EQ(weight["maximum"], 5.0);
    EXPECT_EQ(weight["label"]["fr"], "Nom");
    EXPECT_FALSE(schema["parameters"][1].contains("maximum"));
    EXPECT_EQ(schema["parameters"][3]["choices"], json({"fr-CA", "fr-FR"}));
}

TEST(Schema, IsCheckedForWhatWouldMisleadAManager) {
    EXPECT_EQ(schema_problem(description()), Label{});
    const auto problem = [](auto change) {
        PluginDescription changed = description();
        change(changed.parameters);
        test::expect_both_languages(schema_problem(changed));
        return schema_problem(changed).en;
    };
    EXPECT_THAT(problem([](auto& p) { p[1].name = "weight"; }), HasSubstr("twice"));
    EXPECT_THAT(problem([](auto& p) { p[0].name = "Weight"; }), HasSubstr("snake_case"));
    EXPECT_THAT(problem([](auto& p) { p[0].help.en.clear(); }), HasSubstr("help is missing"));
    EXPECT_THAT(problem([](auto& p) { p[0].default_value = std::int64_t{1}; }), HasSubstr("not of its type"));
    EXPECT_THAT(problem([](auto& p) { p[0].default_value = 7.0; }), HasSubstr("a number from 0 to 5"));
    EXPECT_THAT(problem([](auto& p) { p[0].minimum = 6; }), HasSubstr("above its maximum"));
    EXPECT_THAT(problem([](auto& p) { p[3].choices.clear(); }), HasSubstr("choice of nothing"));
}

}  // namespace relis::plugin_host
