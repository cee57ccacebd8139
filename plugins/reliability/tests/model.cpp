#include "model.h"

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace relis::reliability {
namespace {

using namespace std::chrono_literals;

const Moment now = parse_moment("2026-06-20T12:00:00Z").value();

Moment days_ago(int days) {
    return {now.utc - std::chrono::days{days}, now.offset};
}

/// A perfect mission, closed that many days ago.
MissionRecord perfect(int age) {
    MissionRecord mission;
    mission.mission_id = "M-" + std::to_string(age);
    mission.closed_at = days_ago(age);
    mission.due_at = days_ago(age + 1);
    mission.submitted_at = Moment{mission.due_at->utc - 2h, {}};
    mission.detail = 5;
    mission.french = 5;
    return mission;
}

MissionRecord never_done(int age, Outcome outcome) {
    MissionRecord mission = perfect(age);
    mission.outcome = outcome;
    mission.submitted_at.reset();
    mission.detail.reset();
    mission.french.reset();
    return mission;
}

std::vector<MissionRecord> repeated(int count, MissionRecord (*make)(int)) {
    std::vector<MissionRecord> history;
    history.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) history.push_back(make(i));
    return history;
}

Reliability rate(const std::vector<MissionRecord>& history,
                 const std::map<std::string, ParameterValue, std::less<>>& overrides = {}) {
    const Model model(Environment{});
    auto values = default_parameters(model.describe().parameters).values();
    for (const auto& [name, value] : overrides) values.at(name) = value;
    return model.rate(history, now, Parameters(values));
}

const ReliabilityComponent& component(const Reliability& reliability, const std::string& id) {
    const auto found = std::find_if(reliability.components.begin(), reliability.components.end(),
                                    [&](const ReliabilityComponent& c) { return c.id == id; });
    if (found == reliability.components.end()) throw std::logic_error("no component " + id);
    return *found;
}

double value_of(const std::vector<MissionRecord>& history, const std::string& id) {
    return component(rate(history), id).value.value();
}

}  // namespace

TEST(Model, StartsANewcomerAtThePrior) {
    const Reliability reliability = rate({});
    EXPECT_EQ(reliability.value, 3.5);
    EXPECT_TRUE(reliability.newcomer);
    EXPECT_NEAR(reliability.uncertainty, 1.2816 * 1.2 / std::sqrt(3.0), 1e-3);
    ASSERT_EQ(reliability.components.size(), 6U);
    for (const ReliabilityComponent& part : reliability.components) {
        EXPECT_FALSE(part.value) << part.id;
        EXPECT_EQ(part.weight, 0) << part.id;
        EXPECT_EQ(part.explanation, "rien ne permet d'en juger");
    }
    EXPECT_EQ(rate({}, {{"prior", 2.0}}).value, 2.0);
}

TEST(Model, CountsThePriorAsSoManyMissions) {
    // One mission of today and three pseudo-missions: (5 + 3 × 3.5) / 4
    EXPECT_NEAR(rate({perfect(0)}).value, 3.875, 1e-9);
    EXPECT_NEAR(rate({perfect(0)}, {{"prior_missions", 1.0}}).value, 4.25, 1e-9);
}

TEST(Model, LeavesThePriorAndTheDoubtAsMissionsAddUp) {
    const Reliability few = rate(repeated(2, perfect));
    const Reliability many = rate(repeated(40, perfect));
    EXPECT_TRUE(few.newcomer);
    EXPECT_FALSE(many.newcomer);
    EXPECT_GT(many.value, 4.8);
    EXPECT_LT(few.value, many.value);
    EXPECT_LT(many.uncertainty, few.uncertainty / 3);
}

TEST(Model, WeighsAMissionOfOneHalfLifeHalf) {
    // (0.5 × 5 + 3 × 3.5) / 3.5
    EXPECT_NEAR(rate({perfect(180)}).value, 13.0 / 3.5, 1e-9);
    EXPECT_NEAR(rate({perfect(90)}, {{"half_life_days", 90.0}}).value, 13.0 / 3.5, 1e-9);
}

TEST(Model, HoldsARecentFaultAgainstTheShopperMoreThanAnOldOne) {
    const auto with_fault = [](int age) {
        std::vector<MissionRecord> history;
        for (int i = 1; i <= 10; ++i) history.push_back(perfect(i * 60));
        history.push_back(never_done(age, Outcome::missed));
        return rate(history).value;
    };
    EXPECT_LT(with_fault(5), with_fault(500) - 0.15);
}

TEST(Model, AddsUpToItsComponents) {
    std::vector<MissionRecord> history = repeated(5, perfect);
    history[1].detail = 2;
    history[2].french.reset();
    history[3].reworks = 2;
    history.push_back(never_done(7, Outcome::cancelled));
    const Reliability reliability = rate(history);
    double value = 0;
    double weights = 0;
    for (const ReliabilityComponent& part : reliability.components) {
        value += part.weight * part.value.value();
        weights += part.weight;
    }
    EXPECT_NEAR(value, reliability.value, 1e-12);
    EXPECT_NEAR(weights, 1, 1e-12);
}

TEST(Model, LowersPunctualityEvenlyWithLateness) {
    const auto late = [](std::chrono::hours hours) {
        MissionRecord mission = perfect(0);
        mission.submitted_at = Moment{mission.due_at->utc + hours, {}};
        return value_of({mission}, "punctuality");
    };
    const double pull = 3 * 3.5;
    EXPECT_NEAR(late(0h), (5 + pull) / 4, 1e-9);
    EXPECT_NEAR(late(12h), (2.5 + pull) / 4, 1e-9);
    EXPECT_NEAR(late(24h), pull / 4, 1e-9);
    EXPECT_EQ(late(24h), late(500h));
}

TEST(Model, RatesMissingAnswersReworksAndRefusals) {
    const double pull = 3 * 3.5;
    MissionRecord mission = perfect(0);
    mission.missing = 2;
    mission.reworks = 2;
    EXPECT_NEAR(value_of({mission}, "completeness"), (3 + pull) / 4, 1e-9);
    EXPECT_NEAR(value_of({mission}, "first_pass"), (1.25 + pull) / 4, 1e-9);
    mission.outcome = Outcome::reassigned;
    EXPECT_NEAR(value_of({mission}, "first_pass"), pull / 4, 1e-9);
    EXPECT_NEAR(value_of({mission}, "commitment"), (5 + pull) / 4, 1e-9) << "a refused report was delivered";
}

TEST(Model, HoldsAMissedMissionAgainstCommitmentAndPunctualityACancelledOneLess) {
    const Reliability missed = rate({never_done(0, Outcome::missed)});
    const Reliability cancelled = rate({never_done(0, Outcome::cancelled)});
    EXPECT_LT(missed.value, cancelled.value);
    EXPECT_LT(cancelled.value, rate({}).value);
    EXPECT_TRUE(component(missed, "punctuality").value);
    EXPECT_FALSE(component(cancelled, "punctuality").value);
    EXPECT_FALSE(component(missed, "detail").value);
    EXPECT_EQ(component(cancelled, "commitment").weight, 1.0) << "the weight goes to what is known";
}

TEST(Model, DoesNotLetOneGoodReportHideMissedMissions) {
    std::vector<MissionRecord> history = {perfect(1)};
    for (int age = 2; age <= 6; ++age) history.push_back(never_done(age, Outcome::missed));
    EXPECT_LT(rate(history).value, 3.0);
}

TEST(Model, ExplainsEachComponentInFrench) {
    std::vector<MissionRecord> history = repeated(4, perfect);
    history[0].submitted_at = Moment{history[0].due_at->utc + 90min, {}};
    history[1].reworks = 1;
    history[2].missing = 3;
    history.push_back(never_done(9, Outcome::missed));
    const Reliability reliability = rate(history);
    EXPECT_EQ(component(reliability, "punctuality").explanation,
              "3 sur 4 rapports remis à temps, retard moyen de 1,5 h, 1 mission jamais faite");
    EXPECT_EQ(component(reliability, "detail").explanation, "moyenne de 5 sur 4 rapports");
    EXPECT_EQ(component(reliability, "completeness").explanation, "3 sur 4 rapports complets dès la première version");
    EXPECT_EQ(component(reliability, "first_pass").explanation, "3 sur 4 rapports acceptés du premier coup");
    EXPECT_EQ(component(reliability, "commitment").explanation, "4 sur 5 missions faites, 1 manquée");
}

TEST(Model, GivesTheSameToTheLastBitInAnyOrder) {
    std::vector<MissionRecord> history = repeated(30, perfect);
    for (std::size_t i = 0; i < history.size(); ++i) history[i].detail = 0.1 * static_cast<double>(i % 7);
    const Reliability straight = rate(history);
    std::reverse(history.begin(), history.end());
    std::rotate(history.begin(), history.begin() + 11, history.end());
    EXPECT_EQ(rate(history), straight);
}

TEST(Model, StaysInRangeWhateverTheHistoryHolds) {
    MissionRecord odd = perfect(-400);
    odd.detail = std::nan("");
    odd.french = 99;
    odd.reworks = -3;
    odd.missing = -7;
    MissionRecord ancient = perfect(20000);
    const Reliability reliability = rate({odd, ancient});
    EXPECT_GE(reliability.value, 0);
    EXPECT_LE(reliability.value, 5);
    EXPECT_TRUE(std::isfinite(reliability.uncertainty));
    for (const char* const name : {"punctuality", "detail", "french", "completeness", "first_pass", "commitment"}) {
        EXPECT_LE(component(reliability, name).value.value_or(0), 5) << name;
    }
}

TEST(Model, FallsBackToThePriorWhenNothingCounts) {
    const Reliability reliability = rate({never_done(0, Outcome::cancelled)}, {{"weight_commitment", 0.0}});
    EXPECT_EQ(reliability.value, 3.5);
}

}  // namespace relis::reliability
