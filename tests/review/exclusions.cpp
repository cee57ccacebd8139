// What keeps a shopper from a mission, rule by rule.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assigning.h"
#include "review/criteria.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

void tune(Agency& agency, const std::string& values) {
    ASSERT_THAT(publish_parameters(agency.workspace(), "", R"({"assignment": )" + values + "}", "x").errors, IsEmpty());
}

const std::string& text(const Ranking& ranking, const std::string& shopper) {
    return of(ranking, shopper).exclusions.at(0).text.fr;
}

nlohmann::json second_site() {
    return {{"id", "S-2"}, {"programme", "autre-2026"}, {"name", "Marché Beaubien"}, {"city", "Montréal"}};
}

const nlohmann::json montreal = {{"latitude", 45.5}, {"longitude", -73.6}};
const nlohmann::json quebec = {{"latitude", 46.8}, {"longitude", -71.2}};

nlohmann::json first_site_with_coordinates() {
    nlohmann::json site = {{"id", "S-1"},
                           {"programme", "essai-2026"},
                           {"name", "Marché Beaubien"},
                           {"city", "Montréal"},
                           {"region", "QC"}};
    site.update(montreal);
    return site;
}

}  // namespace

TEST(Exclusions, WhoHasTheMissionIsOneAndIsCounted) {
    Agency agency;
    AssigningRoster().shopper("C-2").into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-1"), testing::Contains("holder"));
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty());
    EXPECT_EQ(of(ranking, "C-1").rank, 0U);
    EXPECT_EQ(ranking.excluded_by.at(static_cast<std::size_t>(Exclusion::holder)), 1U);
    EXPECT_EQ(ranking.excluded_by.at(static_cast<std::size_t>(Exclusion::language)), 0U);
}

TEST(Exclusions, TheSameMissionWithinAMonthIsOne) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2")
        .shopper("C-3")
        .shopper("C-4")
        .shopper("C-5")
        .done("C-2", "2026-05-18")
        .done("C-3", "2026-05-17")
        .done("C-4", "2026-06-01", {{"outcome", "missed"}, {"submitted_at", nullptr}})
        .mission({{"id", "M-8"}, {"programme", "essai-2026"}, {"site", "S-1"}, {"shopper_id", "C-5"}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("same_mission")) << "29 days ago";
    EXPECT_EQ(text(ranking, "C-2"), "y était le 2026-05-18, 30 jours de repos");
    EXPECT_THAT(exclusions(ranking, "C-3"), IsEmpty()) << "30 days ago";
    EXPECT_THAT(exclusions(ranking, "C-4"), testing::Not(testing::Contains("same_mission"))) << "never went";
    EXPECT_THAT(exclusions(ranking, "C-5"), ElementsAre("same_mission"));
    EXPECT_EQ(text(ranking, "C-5"), "l'a encore à faire, 30 jours de repos");
}

TEST(Exclusions, TheSameSiteForAnotherProgrammeIsOne) {
    Agency agency;
    AssigningRoster()
        .programme("autre-2026", "Autre")
        .site(second_site())
        .shopper("C-2")
        .done("C-2", "2026-06-01", {{"site", "S-2"}, {"programme", "autre-2026"}})
        .into(agency);
    EXPECT_THAT(exclusions(rank(agency), "C-2"), ElementsAre("same_site"));
    tune(agency, R"({"rest_days": 10})");
    EXPECT_THAT(exclusions(rank(agency), "C-2"), IsEmpty());
}

TEST(Exclusions, ADeclaredAcquaintanceIsOne) {
    Agency agency;
    AssigningRoster()
        .programme("autre-2026", "Autre")
        .site(second_site())
        .site({{"id", "S-3"}, {"programme", "autre-2026"}, {"name", "Ailleurs"}, {"city", "Laval"}})
        .shopper("C-2", {{"acquaintances", {"S-1"}}})
        .shopper("C-3", {{"acquaintances", {"S-2"}}})
        .shopper("C-4", {{"acquaintances", {"S-3"}}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("acquaintance"));
    EXPECT_THAT(exclusions(ranking, "C-3"), ElementsAre("acquaintance")) << "the same place by another name";
    EXPECT_THAT(exclusions(ranking, "C-4"), IsEmpty());
}

TEST(Exclusions, AFullMonthIsOne) {
    Agency agency;
    AssigningRoster()
        .programme("autre-2026", "Autre")
        .site({{"id", "S-3"}, {"programme", "autre-2026"}, {"name", "Ailleurs"}, {"city", "Laval"}})
        .shopper("C-2")
        .done("C-2", "2026-06-03", {{"site", "S-3"}, {"programme", "autre-2026"}})
        .done("C-2", "2026-06-04", {{"site", "S-3"}, {"programme", "autre-2026"}})
        .into(agency);
    EXPECT_THAT(exclusions(rank(agency), "C-2"), IsEmpty());
    tune(agency, R"({"max_month": 2})");
    const Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("month_full"));
    EXPECT_EQ(text(ranking, "C-2"), "2 missions ce mois-ci, 2 au plus");
}

TEST(Exclusions, ALanguageThatIsNotSpokenIsOneButAnUnknownOneIsNot) {
    Agency agency;
    nlohmann::json site = first_site_with_coordinates();
    site["languages"] = {"en"};
    AssigningRoster()
        .site(site)
        .shopper("C-2")
        .shopper("C-3", {{"languages", {"fr-CA", "EN"}}})
        .shopper("C-4", {{"languages", nlohmann::json::array()}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(ranking.mission.languages, ElementsAre("fr", "en"));
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("language"));
    EXPECT_THAT(exclusions(ranking, "C-3"), IsEmpty());
    EXPECT_THAT(exclusions(ranking, "C-4"), IsEmpty());
}

TEST(Exclusions, ALanguageThatNobodySpeaksExcludesAllWhoSaidWhatTheySpeak) {
    Agency agency;
    nlohmann::json site = first_site_with_coordinates();
    site["languages"] = {"eu"};
    AssigningRoster().site(site).shopper("C-2").into(agency);
    EXPECT_THAT(exclusions(rank(agency), "C-2"), ElementsAre("language"));
}

TEST(Exclusions, NoFreeDayBeforeTheDueTimeIsOne) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"absences", {{{"from", "2026-06-01"}, {"to", "2026-06-19"}}}}})
        .shopper("C-3", {{"weekdays", {"sat", "sun"}}})
        .shopper("C-4", {{"absences", {{{"from", "2026-06-20"}, {"to", "2026-06-30"}}}}})
        .into(agency);
    Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("unavailable"));
    EXPECT_THAT(exclusions(ranking, "C-3"), ElementsAre("unavailable")) << "Tuesday to Friday";
    EXPECT_THAT(exclusions(ranking, "C-4"), IsEmpty());
    ranking = rank(agency, "M-9", "2026-06-20T12:00:00-04:00");
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty());
    EXPECT_THAT(exclusions(ranking, "C-3"), IsEmpty()) << "a Saturday more";
}

TEST(Exclusions, TooLittleTimeIsOneAndTheWayCounts) {
    Agency agency;
    AssigningRoster()
        .site(first_site_with_coordinates())
        .shopper("C-2", montreal)
        .shopper("C-3", quebec)
        .shopper("C-4")
        .into(agency);
    Ranking ranking = rank(agency, "M-9", "2026-06-17T02:00:00-04:00");
    EXPECT_NEAR(ranking.mission.hours_left.value(), 14, 1e-9);
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty());
    EXPECT_THAT(exclusions(ranking, "C-3"), ElementsAre("time_too_short")) << "some 235 km, there and back";
    EXPECT_THAT(text(ranking, "C-3"), HasSubstr("il reste 14,0 h, il en faut 19,"));
    EXPECT_THAT(exclusions(ranking, "C-4"), IsEmpty());
    ranking = rank(agency, "M-9", "2026-06-16T23:00:00-04:00");
    EXPECT_THAT(exclusions(ranking, "C-4"), ElementsAre("time_too_short")) << "11 hours, 12 asked for";
}

TEST(Exclusions, AfterTheDueTimeNobodyCanTakeTheMissionWithoutANewOne) {
    Agency agency;
    AssigningRoster().shopper("C-2").into(agency);
    Ranking ranking = rank(agency, "M-9", "2026-06-15T12:00:00-04:00");
    EXPECT_EQ(ranking.mission.hours_left, 0.0);
    EXPECT_EQ(ranking.eligible, 0U);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("time_too_short"));
}

TEST(Exclusions, ADueTimeThatHasPassedDoesNotCountWhereANewOneFollows) {
    Agency agency;
    AssigningRoster().shopper("C-2").into(agency);
    RankingOptions options;
    options.at = parse_moment("2026-06-25T12:00:00-04:00");
    options.due_at = parse_moment("2026-06-15T12:00:00-04:00");
    EXPECT_EQ(rank_candidates(agency.workspace(), "M-9", options).eligible, 0U);
    options.ignore_passed_due = true;
    const Ranking ranking = rank_candidates(agency.workspace(), "M-9", options);
    EXPECT_FALSE(ranking.mission.due_at);
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty());
}

TEST(Exclusions, WithoutADueTimeThereIsNoHurry) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"weekdays", {"mon"}}})
        .mission({{"id", "M-8"}, {"programme", "essai-2026"}, {"site", "S-1"}, {"shopper_id", "C-1"}})
        .into(agency);
    const Ranking ranking = rank(agency, "M-8");
    EXPECT_FALSE(ranking.mission.hours_left);
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty()) << "a Monday within the week";
}

TEST(Exclusions, DistanceAndRegionExcludeWhereTheManagerSaysSo) {
    Agency agency;
    AssigningRoster()
        .site(first_site_with_coordinates())
        .shopper("C-2", quebec)
        .shopper("C-3", {{"city", "Lyon"}, {"region", "ARA"}})
        .shopper("C-4", {{"city", ""}, {"region", ""}})
        .into(agency);
    Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty());
    EXPECT_THAT(exclusions(ranking, "C-3"), IsEmpty());
    tune(agency, R"({"max_km": 200, "same_region_only": true})");
    ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("too_far"));
    EXPECT_EQ(text(ranking, "C-2"), "à 235 km, 200 au plus");
    EXPECT_THAT(exclusions(ranking, "C-3"), ElementsAre("too_far"));
    EXPECT_EQ(text(ranking, "C-3"), "autre région");
    EXPECT_THAT(exclusions(ranking, "C-4"), IsEmpty()) << "not known is not against him";
}

TEST(Exclusions, TheLikeliestExceptionStandsFirst) {
    Agency agency;
    AssigningRoster()
        .site(first_site_with_coordinates())
        .shopper("C-2", {{"latitude", 43.7}, {"longitude", -79.4}})
        .shopper("C-3", {{"latitude", 46.8}, {"longitude", -71.2}, {"languages", {"en"}}})
        .shopper("C-4", quebec)
        .into(agency);
    tune(agency, R"({"max_km": 200})");
    std::vector<std::string> order;
    for (const MissionCandidate& excluded : rank(agency).excluded) order.push_back(excluded.shopper_id);
    const auto place = [&](const char* id) { return std::find(order.begin(), order.end(), id) - order.begin(); };
    EXPECT_LT(place("C-4"), place("C-2")) << "nearer";
    EXPECT_LT(place("C-2"), place("C-3")) << "one exclusion against two";
}

TEST(Exclusions, ALowRatingIsOneButNotForNewcomers) {
    Agency agency;
    AssigningRoster roster;
    roster.shopper("C-2").shopper("C-3");
    const nlohmann::json missed = {
        {"outcome", "missed"}, {"submitted_at", nullptr}, {"detail", nullptr}, {"french", nullptr}};
    for (int day = 10; day < 25; ++day) roster.done("C-2", "2026-02-" + std::to_string(day), missed);
    roster.done("C-3", "2026-02-10", missed);
    roster.into(agency);
    tune(agency, R"({"min_reliability": 4.9})");
    const Ranking ranking = rank(agency);
    EXPECT_THAT(exclusions(ranking, "C-2"), ElementsAre("low_reliability"));
    EXPECT_TRUE(of(ranking, "C-3").newcomer);
    EXPECT_THAT(exclusions(ranking, "C-3"), IsEmpty());
}

TEST(Exclusions, HotelsAreKeptForTheBest) {
    Agency agency;
    AssigningRoster roster;
    roster.programme("sejours-2026", "Hôtels du Fleuve")
        .site({{"id", "S-4"}, {"programme", "sejours-2026"}, {"name", "Hôtel"}, {"city", "Montréal"}})
        .shopper("C-2")
        .shopper("C-3")
        .shopper("C-4")
        .mission({{"id", "M-hotel"}, {"programme", "sejours-2026"}, {"site", "S-4"}, {"shopper_id", "C-1"}});
    for (int day = 10; day < 25; ++day) {
        roster.done("C-2", "2026-02-" + std::to_string(day), {{"detail", 5.0}, {"french", 5.0}});
        roster.done("C-3", "2026-02-" + std::to_string(day), {{"detail", 5.0}, {"french", 4.4}});
    }
    roster.into(agency);
    const Ranking ranking = rank(agency, "M-hotel");
    EXPECT_TRUE(ranking.mission.reserved);
    EXPECT_THAT(exclusions(ranking, "C-2"), IsEmpty());
    EXPECT_THAT(exclusions(ranking, "C-3"), ElementsAre("reserved")) << "good, but never perfect";
    EXPECT_THAT(text(ranking, "C-3"), HasSubstr("0 rapport parfait"));
    EXPECT_THAT(exclusions(ranking, "C-4"), ElementsAre("reserved"));
    EXPECT_THAT(text(ranking, "C-4"), HasSubstr("cote 3,5, 0 rapport parfait"));
    EXPECT_FALSE(rank(agency).mission.reserved);
}

}  // namespace relis::review
