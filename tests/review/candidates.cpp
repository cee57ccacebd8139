// What counts for a candidate, rule by rule.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "assigning.h"
#include "review/assess.h"
#include "review/criteria.h"
#include "review/json.h"

namespace relis::review {
namespace {

using enum CandidateCriterion;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> order(const Ranking& ranking) {
    std::vector<std::string> ids;
    for (const MissionCandidate& candidate : ranking.candidates) ids.push_back(candidate.shopper_id);
    return ids;
}

double worth(const Ranking& ranking, const std::string& shopper, CandidateCriterion criterion) {
    return reason(ranking, shopper, criterion).worth.value_or(-1);
}

}  // namespace

TEST(Candidates, PointsOfTheReasonsSumToTheScoreAndTheBestStandsFirst) {
    Agency agency;
    AssigningRoster().shopper("C-2").shopper("C-3").done("C-3", "2026-02-02").into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_EQ(ranking.shoppers, 3U);
    EXPECT_EQ(ranking.eligible, 2U);
    ASSERT_THAT(ranking.candidates, SizeIs(2));
    EXPECT_GE(ranking.candidates[0].score, ranking.candidates[1].score);
    EXPECT_EQ(ranking.candidates[1].rank, 2U);
    for (const MissionCandidate& candidate : ranking.candidates) {
        double points = 0;
        double weights = 0;
        for (const CandidateReason& r : candidate.reasons) {
            points += r.points;
            weights += r.weight;
            EXPECT_FALSE(r.text.fr.empty());
            EXPECT_FALSE(r.text.en.empty());
        }
        EXPECT_NEAR(points, candidate.score, 1e-9);
        EXPECT_NEAR(weights, 1, 1e-6);
    }
}

TEST(Candidates, EqualOnesStandInTheOrderOfTheirIds) {
    Agency agency;
    AssigningRoster().shopper("C-3").shopper("C-2").shopper("C-4").into(agency);
    EXPECT_THAT(order(rank(agency)), ElementsAre("C-2", "C-3", "C-4"));
}

TEST(Candidates, BetterFrenchIsWorthMore) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2")
        .shopper("C-3")
        .done("C-2", "2026-02-02", {{"french", 2.0}})
        .done("C-3", "2026-02-02", {{"french", 5.0}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(order(ranking), ElementsAre("C-3", "C-2"));
    EXPECT_GT(worth(ranking, "C-3", french), worth(ranking, "C-2", french));
    EXPECT_THAT(reason(ranking, "C-3", french).text.fr, HasSubstr(" sur 5"));
}

TEST(Candidates, PunctualityIsWorthMore) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2")
        .shopper("C-3")
        .done("C-2", "2026-02-02", {{"due_at", "2026-01-30T12:00:00-05:00"}})
        .done("C-3", "2026-02-02")
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(order(ranking), ElementsAre("C-3", "C-2"));
    EXPECT_GT(worth(ranking, "C-3", punctuality), worth(ranking, "C-2", punctuality));
}

TEST(Candidates, TheReliabilityRatingIsWorthMore) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2")
        .shopper("C-3")
        .done("C-2", "2026-02-02", {{"reworks", 2}, {"missing", 4}})
        .done("C-3", "2026-02-02")
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_GT(worth(ranking, "C-3", reliability), worth(ranking, "C-2", reliability));
    EXPECT_THAT(reason(ranking, "C-3", reliability).text.fr, HasSubstr("nouveau"));
}

TEST(Candidates, NotesOfProfessionalismCountForAYearAndTheLatestBadOneIsTold) {
    const auto note = [](const char* on, const char* kind, const char* why) {
        return nlohmann::json{{"on", on}, {"note", kind}, {"reason", why}};
    };
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"professionalism", {note("2026-05-01", "positive", "Prévient toujours.")}}})
        .shopper("C-3", {{"professionalism",
                          {note("2026-05-03", "negative", "N'a pas rappelé."),
                           note("2026-05-01", "negative", "Plus ancien."), note("2026-05-04", "neutral", "Vu.")}}})
        .shopper("C-4", {{"professionalism", {note("2025-05-01", "negative", "Vieux.")}}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(order(ranking), ElementsAre("C-2", "C-4", "C-3"));
    EXPECT_NEAR(worth(ranking, "C-2", professionalism), 2.0 / 3, 1e-6);
    EXPECT_NEAR(worth(ranking, "C-3", professionalism), 1.0 / 4, 1e-6);
    EXPECT_FALSE(reason(ranking, "C-4", professionalism).worth) << "nothing is known any more";
    EXPECT_EQ(reason(ranking, "C-3", professionalism).text.fr, "0 note positive, 2 négatives (« N'a pas rappelé. »)");
}

TEST(Candidates, WhoDidTheProgrammeSeldomComesFirst) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2")
        .shopper("C-3")
        .done("C-2", "2026-02-02")
        .done("C-2", "2026-03-02")
        .done("C-2", "2025-06-10")
        .done("C-3", "2026-02-02")
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_NEAR(worth(ranking, "C-2", rotation), 1 - 2.0 / 6, 1e-6) << "older than a year counts no more";
    EXPECT_NEAR(worth(ranking, "C-3", rotation), 1 - 1.0 / 6, 1e-6);
    EXPECT_EQ(reason(ranking, "C-2", rotation).text.fr, "2 missions de ce concept en 365 jours");
}

TEST(Candidates, MissionsOfThisMonthCountAsLoad) {
    Agency agency;
    AssigningRoster()
        .programme("autre-2026", "Autre")
        .site({{"id", "S-2"}, {"programme", "autre-2026"}, {"name", "Autre"}, {"city", "Laval"}})
        .shopper("C-2")
        .shopper("C-3")
        .done("C-2", "2026-06-01", {{"site", "S-2"}, {"programme", "autre-2026"}})
        .done("C-3", "2026-05-31", {{"site", "S-2"}, {"programme", "autre-2026"}})
        .mission({{"id", "M-open"},
                  {"programme", "autre-2026"},
                  {"site", "S-2"},
                  {"shopper_id", "C-2"},
                  {"assigned_at", "2026-06-12T12:00:00-04:00"}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_NEAR(worth(ranking, "C-2", load), 1 - 2.0 / 8, 1e-6);
    EXPECT_NEAR(worth(ranking, "C-3", load), 1, 1e-6) << "May is another month";
    EXPECT_EQ(reason(ranking, "C-2", load).text.fr, "2 missions ce mois-ci, 8 au plus");
    EXPECT_EQ(reason(ranking, "C-2", load).text.en, "2 missions this month, at most 8");
}

TEST(Candidates, TheNearerComesFirstWhereCoordinatesAreKnown) {
    Agency agency;
    AssigningRoster()
        .site({{"id", "S-1"},
               {"programme", "essai-2026"},
               {"name", "Marché Beaubien"},
               {"city", "Montréal"},
               {"region", "QC"},
               {"latitude", 45.5},
               {"longitude", -73.6}})
        .shopper("C-2", {{"latitude", 45.5}, {"longitude", -74.2}})
        .shopper("C-3", {{"latitude", 45.53}, {"longitude", -73.6}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(order(ranking), ElementsAre("C-3", "C-2"));
    EXPECT_NEAR(of(ranking, "C-2").distance_km.value(), 46.8, 0.2);
    EXPECT_EQ(reason(ranking, "C-3", distance).text.fr, "à 3 km");
}

TEST(Candidates, CityAndRegionStandInForCoordinates) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"city", "Lyon"}, {"region", "ARA"}})
        .shopper("C-3", {{"city", "Québec"}})
        .shopper("C-4")
        .shopper("C-5", {{"city", ""}, {"region", ""}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_THAT(order(ranking), ElementsAre("C-4", "C-3", "C-5", "C-2"));
    EXPECT_EQ(reason(ranking, "C-4", distance).text.en, "same city");
    EXPECT_EQ(reason(ranking, "C-3", distance).text.en, "same region");
    EXPECT_FALSE(reason(ranking, "C-5", distance).worth);
    EXPECT_EQ(reason(ranking, "C-2", distance).text.en, "other region");
}

TEST(Candidates, FreeDaysBeforeTheDueTimeCount) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"absences", {{{"from", "2026-06-17"}, {"to", "2026-06-18"}}}}})
        .shopper("C-3")
        .shopper("C-4", {{"weekdays", {"thu"}}})
        .into(agency);
    const Ranking ranking = rank(agency);
    EXPECT_NEAR(worth(ranking, "C-3", availability), 1, 1e-6);
    EXPECT_NEAR(worth(ranking, "C-2", availability), 2.0 / 3, 1e-6) << "the 16th and the 19th";
    EXPECT_NEAR(worth(ranking, "C-4", availability), 1.0 / 3, 1e-6) << "the 18th";
    EXPECT_EQ(reason(ranking, "C-4", availability).text.fr, "1 jour libre");
}

TEST(Candidates, PerfectReportsCountForReservedProgrammesOnly) {
    Agency agency;
    AssigningRoster().shopper("C-2").done("C-2", "2026-02-02", {{"detail", 5.0}, {"french", 5.0}}).into(agency);
    EXPECT_THROW((void)reason(rank(agency), "C-2", perfect_reports), std::runtime_error);
    ASSERT_THAT(
        publish_parameters(agency.workspace(), "",
                           R"({"assignment": {"reserved_programmes": ["ESSAI"], "reserved_reliability": 0}})", "x")
            .errors,
        IsEmpty());
    const Ranking ranking = rank(agency);
    EXPECT_TRUE(ranking.mission.reserved) << "whatever the case of the letters";
    EXPECT_EQ(reason(ranking, "C-2", perfect_reports).text.fr, "1 rapport parfait sur 1");
}

TEST(Candidates, WhatIsNotKnownCountsAsTheManagerSays) {
    Agency agency;
    AssigningRoster().shopper("C-2").into(agency);
    EXPECT_FALSE(reason(rank(agency), "C-2", professionalism).worth);
    EXPECT_NEAR(reason(rank(agency), "C-2", professionalism).points,
                reason(rank(agency), "C-2", professionalism).weight * 50, 1e-6);
    ASSERT_THAT(publish_parameters(agency.workspace(), "", R"({"assignment": {"unknown_worth": 0}})", "x").errors,
                IsEmpty());
    EXPECT_EQ(reason(rank(agency), "C-2", professionalism).points, 0);
}

TEST(AssignmentParameters, AProgrammesWeightsAreItsOwnAndBadOnesAreRefused) {
    Agency agency;
    AssigningRoster()
        .shopper("C-2", {{"city", "Québec"}})
        .shopper("C-3")
        .done("C-2", "2026-02-02", {{"french", 5.0}, {"detail", 5.0}})
        .done("C-3", "2026-02-02", {{"french", 3.9}})
        .into(agency);
    EXPECT_THAT(order(rank(agency)), ElementsAre("C-3", "C-2")) << "near enough in French, and of the city";
    ASSERT_THAT(
        publish_parameters(agency.workspace(), "essai-2026", R"({"assignment": {"weight_distance": 0}})", "x").errors,
        IsEmpty());
    EXPECT_THAT(order(rank(agency)), ElementsAre("C-2", "C-3"));

    const auto refused =
        publish_parameters(agency.workspace(), "", R"({"assignment": {"max_month": 0, "colour": 1}})", "x").errors;
    ASSERT_THAT(refused, SizeIs(2));
    EXPECT_THAT(refused[0].en, HasSubstr("colour"));
    EXPECT_THAT(refused[1].en, HasSubstr("max_month"));
}

TEST(AssignmentParameters, StandAmongTheOthersWithTheirOrigin) {
    Agency agency;
    ASSERT_THAT(publish_parameters(agency.workspace(), "", R"({"assignment": {"rest_days": 45}})", "x").errors,
                IsEmpty());
    bool found = false;
    for (const EffectiveParameter& p : parameter_origins(agency.workspace(), "essai-2026")) {
        if (p.plugin != "assignment" || p.parameter != "rest_days") continue;
        found = true;
        EXPECT_EQ(p.value, "45");
        EXPECT_EQ(p.origin, ParameterOrigin::agency);
    }
    EXPECT_TRUE(found);
    const auto schemas = nlohmann::json::parse(plugin_schemas(agency.workspace()));
    EXPECT_EQ(schemas.back()["id"], "assignment");
}

TEST(AssignmentParameters, MakeNoReportStale) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    (void)assess_pending(agency.workspace());
    ASSERT_THAT(publish_parameters(agency.workspace(), "", R"({"assignment": {"rest_days": 45}})", "x").errors,
                IsEmpty());
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
}

TEST(Candidates, ThePoolAnswersLikeTheDatabaseAndTheListsAreAsLongAsWanted) {
    Agency agency;
    AssigningRoster().shopper("C-2").shopper("C-3").shopper("C-4").shopper("C-5", {{"languages", {"en"}}}).into(agency);
    const CandidatePool pool(agency.workspace(), noon());
    EXPECT_EQ(pool.shoppers(), 5U);
    RankingOptions options;
    options.at = noon();
    options.limit = 2;
    options.excluded_limit = 1;
    const Ranking ranking = rank_candidates(agency.workspace(), pool, "M-9", options);
    EXPECT_EQ(ranking.eligible, 3U);
    EXPECT_THAT(order(ranking), ElementsAre("C-2", "C-3"));
    EXPECT_THAT(ranking.excluded, SizeIs(1));
    options.limit = 0;
    options.excluded_limit = 0;
    EXPECT_EQ(to_json(rank_candidates(agency.workspace(), pool, "M-9", options)), to_json(rank(agency)));
}

TEST(Candidates, AMissionMustBeKnownAndNotDone) {
    Agency agency;
    AssigningRoster().shopper("C-2").into(agency);
    EXPECT_THROW((void)rank(agency, "M-none"), std::runtime_error);
    EXPECT_THROW((void)rank(agency, "M-0"), std::runtime_error) << "accepted long ago";
}

}  // namespace relis::review
