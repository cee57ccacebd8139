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

using Overrides = std::map<std::string, ParameterValue, std::less<>>;

Reliability rate(const ShopperHistory& history, const Overrides& overrides = {}) {
    const Model model(Environment{});
    auto values = default_parameters(model.describe().parameters).values();
    for (const auto& [name, value] : overrides) values.at(name) = value;
    return model.rate(history, now, Parameters(values));
}

Reliability rate(const std::vector<MissionRecord>& missions, const Overrides& overrides = {}) {
    return rate(ShopperHistory{missions, {}, {}}, overrides);
}

/// A mission given back that many hours before its due time, today.
MissionRecord given_back(int hours) {
    MissionRecord mission = never_done(0, Outcome::cancelled);
    mission.due_at = Moment{mission.closed_at.utc + std::chrono::hours{hours}, {}};
    return mission;
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
    const Reliability reliability = rate(ShopperHistory{});
    EXPECT_EQ(reliability.value, 3.5);
    EXPECT_TRUE(reliability.newcomer);
    EXPECT_NEAR(reliability.uncertainty, 1.2816 * 1.2 / std::sqrt(3.0), 1e-3);
    ASSERT_EQ(reliability.components.size(), 9U);
    for (const ReliabilityComponent& part : reliability.components) {
        EXPECT_FALSE(part.value) << part.id;
        EXPECT_EQ(part.weight, 0) << part.id;
        EXPECT_EQ(part.explanation.fr, part.id == "integrity" ? "rien n'a été confirmé" : "rien ne permet d'en juger");
    }
    EXPECT_EQ(rate(ShopperHistory{}, {{"prior", 2.0}}).value, 2.0);
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

TEST(Model, TellsHowFarTheRatingMayBeOffByTheSpreadOfMissions) {
    // One mission of today, worth 5 throughout, rated R = 3.875: σ² = (3·1.2² + (5 − R)²) / 4
    const double deviation = std::sqrt((3 * 1.2 * 1.2 + 1.125 * 1.125) / 4);
    EXPECT_NEAR(rate({perfect(0)}).uncertainty, 1.2815515655 * deviation / 2, 1e-9);
    std::vector<MissionRecord> even = repeated(10, perfect);
    std::vector<MissionRecord> uneven = even;
    for (std::size_t i = 0; i < uneven.size(); i += 2) uneven[i].detail = uneven[i].french = 0;
    EXPECT_GT(rate(uneven).uncertainty, rate(even).uncertainty) << "who varies is known less well";
    EXPECT_GT(rate({perfect(720)}).uncertainty, rate({perfect(0)}).uncertainty) << "so is who was long away";
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
        value += part.weight * part.value.value_or(0);
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
    const Reliability cancelled = rate({given_back(72)});
    EXPECT_LT(missed.value, cancelled.value);
    EXPECT_LT(cancelled.value, rate(ShopperHistory{}).value);
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

TEST(Model, ExplainsEachComponentInBothLanguages) {
    std::vector<MissionRecord> history = repeated(4, perfect);
    history[0].submitted_at = Moment{history[0].due_at->utc + 90min, {}};
    history[1].reworks = 1;
    history[2].missing = 3;
    history.push_back(never_done(9, Outcome::missed));
    const Reliability reliability = rate(history);
    EXPECT_EQ(component(reliability, "punctuality").explanation,
              (Label{"3 sur 4 rapports remis à temps, retard moyen de 1,5 h, 1 mission jamais faite",
                     "3 of 4 reports in time, late by 1.5 h on average, 1 mission never done"}));
    EXPECT_EQ(component(reliability, "detail").explanation,
              (Label{"moyenne de 5 sur 4 rapports", "mean of 5 over 4 reports"}));
    EXPECT_EQ(
        component(reliability, "completeness").explanation,
        (Label{"3 sur 4 rapports complets dès la première version", "3 of 4 reports complete in the first version"}));
    EXPECT_EQ(component(reliability, "first_pass").explanation,
              (Label{"3 sur 4 rapports acceptés du premier coup", "3 of 4 reports accepted at first pass"}));
    EXPECT_EQ(component(reliability, "commitment").explanation,
              (Label{"4 sur 5 missions faites, 1 manquée", "4 of 5 missions done, 1 missed"}));
    EXPECT_EQ(component(reliability, "integrity").explanation,
              (Label{"rien n'a été confirmé", "nothing was confirmed"}));
}

TEST(Model, PutsNoneInThePluralInEnglishAlone) {
    const Reliability reliability = rate({never_done(0, Outcome::missed)});
    EXPECT_EQ(component(reliability, "punctuality").explanation,
              (Label{"0 sur 0 rapport remis à temps, 1 mission jamais faite",
                     "0 of 0 reports in time, 1 mission never done"}));
    EXPECT_EQ(component(reliability, "commitment").explanation,
              (Label{"0 sur 1 mission faite, 1 manquée", "0 of 1 mission done, 1 missed"}));
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

TEST(Model, KeepsAMeanOfPerfectMissionsAtFiveThoughSumsAreRounded) {
    for (int first = 0; first < 200; ++first) {
        std::vector<MissionRecord> history;
        for (int i = 0; i < 4; ++i) history.push_back(perfect(first + 7 * i));
        const ShopperHistory whole{history, {{days_ago(first), NoteKind::positive, {}}}, {}};
        for (const ReliabilityComponent& one : rate(whole, {{"prior", 5.0}}).components) {
            EXPECT_LE(one.value.value_or(0), 5) << one.id << ", " << first << " days ago";
        }
    }
}

TEST(WritingScores, AreTwoComponentsThatKeepDetailAndFrenchApart) {
    MissionRecord vivid_and_faulty = perfect(0);
    vivid_and_faulty.french = 1;
    const double pull = 3 * 3.5;
    EXPECT_NEAR(value_of({vivid_and_faulty}, "detail"), (5 + pull) / 4, 1e-9);
    EXPECT_NEAR(value_of({vivid_and_faulty}, "french"), (1 + pull) / 4, 1e-9);
    const Reliability reliability = rate({vivid_and_faulty});
    EXPECT_EQ(component(reliability, "detail").label, (Label{"Détail", "Detail"}));
    EXPECT_EQ(component(reliability, "french").label, (Label{"Français", "French"}));
    EXPECT_EQ(component(reliability, "detail").explanation.fr, "moyenne de 5 sur 1 rapport");
    EXPECT_EQ(component(reliability, "french").explanation.fr, "moyenne de 1 sur 1 rapport");
}

TEST(WritingScores, AreEachTheMeanByAgeDrawnTowardsThePrior) {
    MissionRecord recent = perfect(0);
    recent.detail = 4;
    recent.french = 2;
    MissionRecord old = perfect(180);  // one half-life
    old.detail = 1;
    old.french = 5;
    const double pull = 3 * 3.5;
    EXPECT_NEAR(value_of({recent, old}, "detail"), (4 + 0.5 * 1 + pull) / 4.5, 1e-9);
    EXPECT_NEAR(value_of({recent, old}, "french"), (2 + 0.5 * 5 + pull) / 4.5, 1e-9);
    const Overrides faster{{"half_life_days", 90.0}, {"prior", 2.0}, {"prior_missions", 1.0}};
    EXPECT_NEAR(component(rate({recent, old}, faster), "french").value.value(), (2 + 0.25 * 5 + 2) / 2.25, 1e-9);
}

TEST(WritingScores, EachGoesByTheReportsThatHaveIt) {
    MissionRecord in_english = perfect(0);  // nobody could judge its French
    in_english.french.reset();
    in_english.detail = 2;
    const Reliability reliability = rate({in_english});
    EXPECT_NEAR(component(reliability, "detail").value.value(), (2 + 3 * 3.5) / 4, 1e-9);
    EXPECT_FALSE(component(reliability, "french").value) << "neither zero nor full marks";
    EXPECT_EQ(component(reliability, "french").weight, 0) << "its weight goes to what is known";
    EXPECT_EQ(component(reliability, "french").explanation.fr, "rien ne permet d'en juger");
}

TEST(WritingScores, MoveTheRatingByTheirOwnWeightAndNoneAtAllWithoutOne) {
    std::vector<MissionRecord> well = repeated(5, perfect);
    std::vector<MissionRecord> badly = well;
    for (MissionRecord& mission : badly) mission.detail = mission.french = 0;
    const double drop = 5 * 5.0 / 8;  // almost: the missions' ages are days
    EXPECT_NEAR(rate(well).value - rate(badly).value, 0.35 * drop, 0.02) << "20 and 15 of 100";

    const Overrides apart{{"weight_detail", 0.0}, {"weight_french", 0.0}};
    const Reliability reliability = rate(badly, apart);
    EXPECT_NEAR(reliability.value, rate(well, apart).value, 1e-12);
    for (const char* const name : {"detail", "french"}) {
        EXPECT_NEAR(component(reliability, name).value.value(), 3 * 3.5 / 8, 0.02) << name << " is still told";
        EXPECT_EQ(component(reliability, name).weight, 0) << name;
    }
}

TEST(WritingScores, OutsideOfTheirRangeCountAsItsEndAndNoNumberAsNoScore) {
    MissionRecord odd = perfect(0);
    odd.detail = 99;
    odd.french = -2;
    EXPECT_EQ(value_of({odd}, "detail"), value_of({perfect(0)}, "detail"));
    EXPECT_NEAR(value_of({odd}, "french"), 3 * 3.5 / 4, 1e-9);
    odd.detail = std::nan("");
    odd.french = HUGE_VAL;
    const Reliability reliability = rate({odd});
    EXPECT_FALSE(component(reliability, "detail").value);
    EXPECT_FALSE(component(reliability, "french").value);
}

TEST(Model, RatesACancellationByHowLongBeforeItCame) {
    const double pull = 3 * 3.5;
    EXPECT_NEAR(value_of({given_back(480)}, "commitment"), (2 + pull) / 4, 1e-9) << "no better than cancelled_credit";
    EXPECT_NEAR(value_of({given_back(48)}, "commitment"), (2 + pull) / 4, 1e-9);
    EXPECT_NEAR(value_of({given_back(12)}, "commitment"), (0.5 + pull) / 4, 1e-9);
    EXPECT_NEAR(value_of({given_back(0)}, "commitment"), pull / 4, 1e-9) << "as good as missed";
    EXPECT_NEAR(component(rate({given_back(12)}, {{"cancel_notice_hours", 12.0}}), "commitment").value.value(),
                (2 + pull) / 4, 1e-9);
    MissionRecord unknown = given_back(1);
    unknown.due_at.reset();
    EXPECT_NEAR(value_of({unknown}, "commitment"), (2 + pull) / 4, 1e-9) << "what is not known is not held against";
    EXPECT_EQ(component(rate({given_back(12), given_back(36)}), "commitment").explanation.fr,
              "0 sur 2 missions faites, 2 annulées (24 h avant l'échéance en moyenne)");
}

TEST(Model, RatesReworksByWhetherAndWhenTheyWereAnswered) {
    const double pull = 3 * 3.5;
    MissionRecord mission = perfect(0);
    mission.reworks = 1;
    EXPECT_FALSE(component(rate({mission}), "rework_answers").value) << "nobody wrote down what became of it";
    mission.answered_reworks = 1;
    EXPECT_NEAR(value_of({mission}, "rework_answers"), (5 + pull) / 4, 1e-9);
    mission.late_answers = 1;
    EXPECT_NEAR(value_of({mission}, "rework_answers"), (3.75 + pull) / 4, 1e-9);
    mission.unanswered_reworks = 2;
    EXPECT_NEAR(value_of({mission}, "rework_answers"), (7.5 / 4 + pull) / 4, 1e-9);
    EXPECT_EQ(component(rate({mission}), "rework_answers").explanation.fr,
              "1 sur 4 reprises répondues à temps, 1 en retard, 2 restées sans réponse");
}

TEST(Model, CountsNotesOfProfessionalismByTheirAge) {
    const auto noted = [](NoteKind kind, int age) {
        return rate(ShopperHistory{{perfect(0)}, {{days_ago(age), kind, "Une note."}}, {}});
    };
    const double pull = 3 * 3.5;
    EXPECT_NEAR(component(noted(NoteKind::positive, 0), "professionalism").value.value(), (5 + pull) / 4, 1e-9);
    EXPECT_NEAR(component(noted(NoteKind::negative, 0), "professionalism").value.value(), pull / 4, 1e-9);
    EXPECT_NEAR(component(noted(NoteKind::neutral, 0), "professionalism").value.value(), 3.5, 1e-9);
    EXPECT_NEAR(component(noted(NoteKind::negative, 180), "professionalism").value.value(), pull / 3.5, 1e-9);
    EXPECT_LT(noted(NoteKind::negative, 0).value, rate({perfect(0)}).value);
    EXPECT_EQ(component(noted(NoteKind::negative, 0), "professionalism").explanation.fr, "1 note défavorable");
    EXPECT_FALSE(component(rate({perfect(0)}), "professionalism").value);
}

TEST(Model, LetsConfirmedMisconductTakeItsShareOfTheRating) {
    ShopperHistory history{repeated(20, perfect), {}, {}};
    const Reliability before = rate(history);
    history.misconduct = {{"R-1", Misconduct::copying, now, "Copié."}};
    const Reliability after = rate(history);
    EXPECT_NEAR(after.value, 0.2 * before.value, 1e-9);
    EXPECT_NEAR(after.uncertainty, 0.2 * before.uncertainty, 1e-9);
    EXPECT_LT(after.value + after.uncertainty, 2.0) << "where a withdrawal is proposed";
    EXPECT_EQ(component(after, "integrity").value, 0.0);
    EXPECT_NEAR(component(after, "integrity").weight, 0.8, 1e-12);
    EXPECT_EQ(component(after, "integrity").explanation.fr, "1 copie confirmée");
    double sum = 0;
    for (const ReliabilityComponent& part : after.components) sum += part.weight * part.value.value_or(0);
    EXPECT_NEAR(sum, after.value, 1e-12) << "the components still add up";
    history.misconduct[0].at = days_ago(730);
    EXPECT_NEAR(rate(history).value, 0.6 * before.value, 1e-9) << "half as much after its half-life";
    history.misconduct = {{"R-1", Misconduct::copying, now, ""}, {"R-2", Misconduct::falsification, now, ""}};
    EXPECT_NEAR(rate(history).value, 0.04 * before.value, 1e-9);
    EXPECT_EQ(rate(history, {{"misconduct_share", 0.0}}).value, before.value);
}

TEST(Model, LetsConfirmedMisconductCountWhereNothingElseIsKnown) {
    const Reliability reliability = rate(ShopperHistory{{}, {}, {{"R-1", Misconduct::falsification, now, "Inventé."}}});
    EXPECT_NEAR(reliability.value, 0.7, 1e-9);
    EXPECT_EQ(component(reliability, "integrity").weight, 1.0);
}

TEST(Model, FallsBackToThePriorWhenNothingCounts) {
    const Reliability reliability = rate({never_done(0, Outcome::cancelled)}, {{"weight_commitment", 0.0}});
    EXPECT_EQ(reliability.value, 3.5);
}

}  // namespace relis::reliability
