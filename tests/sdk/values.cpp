// The value types of the SDK.
#include <gtest/gtest.h>

#include <relis/plugin.h>

namespace relis {

TEST(Moment, ReadsWhatItWrites) {
    for (const char* const text :
         {"2026-06-16T14:05:00-04:00", "2024-02-29T23:59:59+00:00", "1999-12-31T00:00:00+05:30"}) {
        const auto moment = parse_moment(text);
        ASSERT_TRUE(moment) << text;
        EXPECT_EQ(format_moment(*moment), text);
    }
}

TEST(Moment, TakesSecondsAndTheirFractionOrLeavesThemOut) {
    EXPECT_EQ(parse_moment("2026-06-16T14:05Z"), parse_moment("2026-06-16T14:05:00.250Z"));
    EXPECT_EQ(parse_moment("2026-06-16 14:05:00Z"), parse_moment("2026-06-16T14:05:00Z"));
}

TEST(Moment, RefusesWhatIsNoInstant) {
    for (const char* const text :
         {"", "2026", "2026-06-16", "2026-06-16T14:05", "2026-06-16T14:05:00", "2026-02-30T14:05:00Z",
          "2026-13-01T14:05:00Z", "2026-06-16T24:05:00Z", "2026-06-16T14:60:00Z", "2026-06-16T14:05:00+0200",
          "2026-06-16T14:05:00+02:0x", "2026-06-16T14:05:00.Z", "16/06/2026 14:05", "2026-06-16T14:05:00-04:00 "}) {
        EXPECT_FALSE(parse_moment(text)) << text;
    }
}

TEST(Moment, ComparesInstantsAndKeepsTheLocalClock) {
    const auto montreal = parse_moment("2026-06-16T14:05:00-04:00");
    const auto paris = parse_moment("2026-06-16T20:05:00+02:00");
    EXPECT_EQ(*montreal, *paris);
    EXPECT_NE(montreal->local(), paris->local());
    EXPECT_LT(*montreal, *parse_moment("2026-06-16T14:05:01-04:00"));
}

TEST(Category, EveryNameLeadsBackToItsCategory) {
    for (const auto& [category, name] : category_names) {
        EXPECT_EQ(to_string(category), name);
        EXPECT_EQ(category_from(name), category);
    }
    EXPECT_FALSE(category_from("nonsense"));
}

TEST(Decision, EveryNameLeadsBackToItsDecision) {
    for (const Decision decision : {Decision::accept, Decision::rework, Decision::reassign}) {
        EXPECT_EQ(decision_from(to_string(decision)), decision);
    }
    EXPECT_FALSE(decision_from("Accept"));
}

TEST(Question, AnyNegativeChoiceOfSeveralMakesTheAnswerNegative) {
    Question question;
    question.negative = {"non", "jamais"};
    EXPECT_TRUE(question.is_negative("non"));
    EXPECT_TRUE(question.is_negative("souvent jamais"));
    EXPECT_FALSE(question.is_negative("oui"));
    EXPECT_FALSE(question.is_negative("nonante"));
    EXPECT_FALSE(question.is_negative(""));
}

TEST(Parameters, GiveTheSchemasDefaultsAndNameWhatIsUnknown) {
    ParameterSpec spec;
    spec.name = "min_words";
    spec.type = ParameterType::integer;
    spec.default_value = std::int64_t{12};
    const Parameters parameters = default_parameters({spec});
    EXPECT_EQ(parameters.integer("min_words"), 12);
    EXPECT_THROW((void)parameters.integer("max_words"), std::out_of_range);
    EXPECT_THROW((void)parameters.text("min_words"), std::bad_variant_access);
}

}  // namespace relis
