// What every plugin must hold to, whoever wrote it: run on each plugin of the build's plugin folder, on the template,
// and on those of RELIS_PLUGIN_PATH.
#include <algorithm>
#include <future>
#include <numeric>
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "plugin/host.h"
#include "plugin/parameters.h"
#include "samples.h"

namespace relis::conformance {

// Named here so that a failing test prints the plugin and not its bytes
void PrintTo(const NamedReport& report, std::ostream* out) {
    *out << report.name;
}

namespace {

using plugin_host::PluginHost;
using plugin_host::PluginInfo;

constexpr std::size_t huge = 5'000'000;
const Moment now = parse_moment("2026-06-20T12:00:00Z").value();

plugin_host::HostOptions options() {
    plugin_host::HostOptions result;
    // What counts here is that the work ends, not how fast this machine is with or without sanitizers
    result.time_budget = std::chrono::minutes{5};
    result.folders.emplace_back(RELIS_TEMPLATE_FOLDER);
    return result;
}

/// One host for all tests: a plugin is loaded once in a program, too.
PluginHost& host() {
    static PluginHost made(options());
    return made;
}

std::vector<std::string> ids(std::initializer_list<Role> roles) {
    std::vector<std::string> result;
    for (const PluginInfo& plugin : host().plugins()) {
        if (std::find(roles.begin(), roles.end(), plugin.description.role) != roles.end()) {
            result.push_back(plugin.description.id);
        }
    }
    return result;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

class Conformance : public testing::TestWithParam<std::string> {
  protected:
    [[nodiscard]] PluginDescription description() const { return host().find(GetParam()).value().description; }

    [[nodiscard]] std::shared_ptr<const Parameters> defaults() const {
        return std::make_shared<const Parameters>(default_parameters(description().parameters));
    }

    /// Each numeric parameter at its bounds, each boolean and choice at every value, one at a time.
    [[nodiscard]] std::vector<std::pair<std::string, plugin_host::ParameterOverrides>> extremes() const {
        std::vector<std::pair<std::string, plugin_host::ParameterOverrides>> result;
        for (const ParameterSpec& spec : description().parameters) {
            std::vector<ParameterValue> values;
            if (spec.type == ParameterType::boolean) values = {true, false};
            for (const std::string& choice : spec.choices) values.emplace_back(choice);
            for (const std::optional<double>& bound : {spec.minimum, spec.maximum}) {
                if (bound) values.emplace_back(*bound);
            }
            if (spec.type == ParameterType::text_list) values.emplace_back(std::vector<std::string>{});
            for (const ParameterValue& value : values) {
                result.push_back({spec.name + " = " + plugin_host::value_to_json(value).dump(), {{spec.name, value}}});
            }
        }
        return result;
    }

    [[nodiscard]] std::shared_ptr<const Parameters> tuned(const plugin_host::ParameterOverrides& overrides) const {
        return std::make_shared<const Parameters>(plugin_host::validate(description(), overrides).parameters.value());
    }
};

/// Criteria and inspections.
class Assessing : public Conformance {
  protected:
    [[nodiscard]] Assessment assess(const std::shared_ptr<const Report>& report,
                                    const std::shared_ptr<const Parameters>& parameters) const {
        return host().assess(GetParam(), report, context(), parameters);
    }

    /// The host has checked score, places, questions and texts; what it cannot refuse is checked here.
    void expect_sound(const Assessment& assessment) const {
        ASSERT_NE(assessment.state, AssessmentState::failed) << assessment.reason;
        const bool criterion = description().role == Role::criterion;
        if (criterion) {
            EXPECT_FALSE(assessment.reason.empty()) << "a score, or its absence, has a reason";
        }
        double cost = 0;
        for (const Finding& finding : assessment.findings) cost += finding.cost;
        if (assessment.score) {
            EXPECT_LE(cost, 5 - *assessment.score + 1e-6) << "findings cost more than the score lost";
        } else {
            EXPECT_EQ(cost, 0) << "nothing is lost where nothing is scored";
        }
        for (const Contribution& contribution : assessment.contributions) {
            EXPECT_FALSE(contribution.label.empty());
        }
    }
};

class Scoring : public Assessing {};
class Policy : public Conformance {};
class Model : public Conformance {};

}  // namespace

TEST(Plugins, AreAllLoaded) {
    for (const plugin_host::RefusedPlugin& refused : host().refused()) {
        ADD_FAILURE() << refused.path << ": " << refused.reason.en;
    }
    EXPECT_FALSE(ids({Role::criterion}).empty());
}

TEST_P(Conformance, DescribesItselfTheSameEveryTime) {
    const PluginDescription described = description();
    EXPECT_EQ(described.id, GetParam());
    EXPECT_EQ(host().find(GetParam()).value().path.stem(), GetParam()) << "the module is named as the plugin";
    EXPECT_EQ(plugin_host::schema_problem(described), Label{}) << plugin_host::schema_problem(described).en;
    const PluginHost second(options());
    EXPECT_EQ(plugin_host::schema_to_json(described),
              plugin_host::schema_to_json(second.find(GetParam()).value().description));
}

TEST_P(Conformance, HasDefaultsThatItsOwnSchemaAccepts) {
    const auto parameters = defaults();
    const auto checked = plugin_host::validate(description(), parameters->values());
    EXPECT_TRUE(checked.ok());
    EXPECT_EQ(checked.parameters, *parameters);
    const auto read = plugin_host::parameters_from_json(description(), plugin_host::parameters_to_json(*parameters));
    EXPECT_EQ(read.parameters, *parameters) << "parameters survive JSON";
}

TEST_P(Assessing, HoldsToTheRulesOnAnyReport) {
    for (const NamedReport& sample : reports()) {
        SCOPED_TRACE(sample.name);
        expect_sound(assess(sample.report, defaults()));
    }
}

TEST_P(Assessing, GivesTheSameResultAgain) {
    for (const NamedReport& sample : reports()) {
        EXPECT_EQ(assess(sample.report, defaults()), assess(sample.report, defaults())) << sample.name;
    }
}

TEST_P(Assessing, GivesTheSameResultFromSeveralThreads) {
    const auto all = reports();
    const auto parameters = defaults();
    std::vector<Assessment> expected;
    for (const NamedReport& sample : all) expected.push_back(assess(sample.report, parameters));
    std::vector<std::future<std::vector<Assessment>>> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.push_back(std::async(std::launch::async, [&] {
            std::vector<Assessment> found;
            for (const NamedReport& sample : all) found.push_back(assess(sample.report, parameters));
            return found;
        }));
    }
    for (auto& thread : threads) EXPECT_EQ(thread.get(), expected);
}

TEST_P(Assessing, EndsOnAHugeReport) {
    expect_sound(assess(std::make_shared<const Report>(huge_report(huge)), defaults()));
}

TEST_P(Assessing, EndsOnAHugeWord) {
    expect_sound(assess(std::make_shared<const Report>(huge_word(huge)), defaults()));
}

TEST_P(Assessing, WorksWithEveryParameterAtItsBounds) {
    const auto report = std::make_shared<const Report>(ordinary_report());
    for (const auto& [name, overrides] : extremes()) {
        SCOPED_TRACE(name);
        expect_sound(assess(report, tuned(overrides)));
    }
}

// An inspection may: it compares with the author's other reports
TEST_P(Scoring, DoesNotLookAtWhoWroteTheReport) {
    Report other = ordinary_report();
    other.shopper_id = "C-9999";
    other.report_id = "R-999999";
    EXPECT_EQ(assess(std::make_shared<const Report>(other), defaults()),
              assess(std::make_shared<const Report>(ordinary_report()), defaults()));
}

TEST_P(Policy, RecommendsWithReasonsAndTheSameAgain) {
    std::size_t number = 0;
    for (const ReviewCase& review_case : review_cases()) {
        SCOPED_TRACE(number++);
        const auto shared = std::make_shared<const ReviewCase>(review_case);
        const Recommendation recommendation = host().recommend(GetParam(), shared, context(), defaults());
        ASSERT_FALSE(recommendation.reasons.empty());
        EXPECT_NE(recommendation.reasons.front().plugin, GetParam()) << recommendation.reasons.front().text;
        EXPECT_EQ(host().recommend(GetParam(), shared, context(), defaults()), recommendation);
    }
}

TEST_P(Policy, DoesNotAcceptWhatWasNotJudged) {
    const auto cases = review_cases();
    for (std::size_t number = 0; number < 3; ++number) {
        const auto shared = std::make_shared<const ReviewCase>(cases[number]);
        EXPECT_NE(host().recommend(GetParam(), shared, context(), defaults()).decision, Decision::accept) << number;
    }
}

TEST_P(Policy, WorksWithEveryParameterAtItsBounds) {
    for (const auto& [name, overrides] : extremes()) {
        for (const ReviewCase& review_case : review_cases()) {
            const Recommendation recommendation = host().recommend(
                GetParam(), std::make_shared<const ReviewCase>(review_case), context(), tuned(overrides));
            EXPECT_NE(recommendation.reasons.front().plugin, GetParam())
                << name << ": " << recommendation.reasons.front().text;
        }
    }
}

TEST_P(Model, RatesAnyHistoryAndTheSameAgain) {
    for (const ShopperHistory& history : histories()) {
        SCOPED_TRACE(history.missions.size());
        const auto shared = std::make_shared<const ShopperHistory>(history);
        const auto result = host().rate(GetParam(), shared, now, defaults());
        ASSERT_TRUE(result.reliability) << result.failure;
        EXPECT_EQ(host().rate(GetParam(), shared, now, defaults()).reliability, result.reliability);
        EXPECT_EQ(result.reliability->newcomer, history.missions.size() < 3)
            << "nobody is known by fewer than three missions";
        double weights = 0;
        std::set<std::string> names;
        for (const ReliabilityComponent& component : result.reliability->components) {
            EXPECT_TRUE(names.insert(component.id).second) << component.id;
            EXPECT_FALSE(component.label.fr.empty() || component.label.en.empty());
            EXPECT_FALSE(component.explanation.fr.empty() || component.explanation.en.empty());
            if (component.value) weights += component.weight;
        }
        EXPECT_TRUE(weights == 0 || std::abs(weights - 1) < 1e-9) << weights;
    }
}

TEST_P(Model, DoesNotCareForTheOrderOfTheHistory) {
    for (ShopperHistory history : histories()) {
        const auto rate = [&] {
            const auto shared = std::make_shared<const ShopperHistory>(history);
            return host().rate(GetParam(), shared, now, defaults()).reliability.value().value;
        };
        const double straight = rate();
        std::ranges::reverse(history.missions);
        std::ranges::reverse(history.notes);
        std::ranges::reverse(history.misconduct);
        EXPECT_NEAR(rate(), straight, 1e-9);
    }
}

TEST_P(Model, WorksWithEveryParameterAtItsBounds) {
    for (const auto& [name, overrides] : extremes()) {
        for (const ShopperHistory& history : histories()) {
            const auto shared = std::make_shared<const ShopperHistory>(history);
            EXPECT_EQ(host().rate(GetParam(), shared, now, tuned(overrides)).failure, "") << name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, Conformance,
                         testing::ValuesIn(ids({Role::criterion, Role::inspection, Role::decision_policy,
                                                Role::reliability_model})),
                         test_name);
INSTANTIATE_TEST_SUITE_P(Every, Assessing, testing::ValuesIn(ids({Role::criterion, Role::inspection})), test_name);
INSTANTIATE_TEST_SUITE_P(Every, Scoring, testing::ValuesIn(ids({Role::criterion})), test_name);
INSTANTIATE_TEST_SUITE_P(Every, Policy, testing::ValuesIn(ids({Role::decision_policy})), test_name);
INSTANTIATE_TEST_SUITE_P(Every, Model, testing::ValuesIn(ids({Role::reliability_model})), test_name);

}  // namespace relis::conformance
