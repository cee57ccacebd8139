#include "store/assignment.h"

#include <set>

#include "store/ratings.h"
#include "support.h"

namespace relis::store::test {

class Candidates : public StoreTest {};
RELIS_ON_BOTH_BACK_ENDS(Candidates);

namespace {

ShopperProfile full_profile() {
    return {Coordinates{45.5, -73.6},
            {"sat", "sun"},
            {{"2026-06-01", "2026-06-10"}},
            {"S-1", "S-2"},
            {{"2026-05-02", NoteKind::negative, "N'a pas rappelé l'\"agence\""}}};
}

Mission mission(const std::string& id, std::optional<int> closed) {
    Mission mission;
    mission.id = id;
    mission.programme = "epicerie";
    mission.site = "S-1";
    mission.shopper_id = "C-1";
    mission.due_at = at(0);
    if (closed) {
        mission.outcome = Outcome::accepted;
        mission.closed_at = at(*closed);
    }
    return mission;
}

}  // namespace

TEST_P(Candidates, AProfileIsReadBackAndFollowsTheRoster) {
    Batch batch(database);
    batch.put_shopper({"C-1", "Zoé", "", "", "", {}, ""});
    EXPECT_EQ(batch.put_profile("C-1", {}).outcome, Added::unchanged) << "nothing declared, nothing stored";
    EXPECT_EQ(batch.put_profile("C-1", full_profile()).outcome, Added::added);
    EXPECT_EQ(batch.put_profile("C-1", full_profile()).outcome, Added::unchanged);
    batch.commit();
    EXPECT_EQ(load_profile(database, "C-1"), full_profile());
    EXPECT_EQ(load_profile(database, "C-2"), ShopperProfile{});

    Batch later(database);
    EXPECT_EQ(later.put_profile("C-1", {}).outcome, Added::updated) << "taken back";
    later.commit();
    EXPECT_EQ(load_profile(database, "C-1"), ShopperProfile{});
}

TEST_P(Candidates, AProfileNeedsItsShopperAndAPlaceItsSite) {
    Batch batch(database);
    EXPECT_THROW(batch.put_profile("C-9", full_profile()), Error);
    EXPECT_THROW(batch.put_site_place("S-9", {}), Error);
}

TEST_P(Candidates, EveryShopperComesWithHisProfileAndLatestRating) {
    Batch batch(database);
    batch.put_shopper({"C-2", "Yves", "", "Laval", "", {"fr"}, "2024-01-01"});
    batch.put_shopper({"C-1", "Zoé", "", "", "", {}, ""});
    batch.put_profile("C-1", full_profile());
    batch.commit();
    give_rating(database, "C-2", {2.0, 0.5, true, {}}, at(0));
    give_rating(database, "C-2", {3.5, 0.25, false, {{"french", {"Français", "French"}, 4.0, 1.0, {"x", "x"}}}}, at(1));
    std::vector<CandidateRecord> records;
    for_each_candidate(database, [&](CandidateRecord&& record) { records.push_back(std::move(record)); });
    ASSERT_EQ(records.size(), 2U);
    EXPECT_EQ(records[0].shopper.name, "Zoé");
    EXPECT_EQ(records[0].profile, full_profile());
    EXPECT_FALSE(records[0].rating);
    EXPECT_EQ(records[1].shopper.city, "Laval");
    EXPECT_EQ(records[1].profile, ShopperProfile{});
    ASSERT_TRUE(records[1].rating);
    EXPECT_DOUBLE_EQ(records[1].rating->value, 3.5);
    EXPECT_EQ(records[1].rating->components.at(0).value, 4.0);
}

TEST_P(Candidates, MissionsAreTheOpenOnesAndThoseClosedSince) {
    Batch batch(database);
    batch.put_history(mission("M-old", 10));
    batch.put_history(mission("M-new", 20));
    batch.put_mission(mission("M-open", std::nullopt));
    batch.commit();
    std::set<std::string> ids;
    for_each_mission(database, at(20), [&](Mission&& m) { ids.insert(m.id); });
    EXPECT_EQ(ids, (std::set<std::string>{"M-new", "M-open"}));
}

TEST_P(Candidates, SitesComeWithTheirPlaces) {
    const SitePlace place{Coordinates{48.9, 2.3}, {"en"}};
    Batch batch(database);
    batch.put_site({"S-1", "epicerie", "Marché", "Paris", ""});
    batch.put_site({"S-2", "epicerie", "Ligne", "", ""});
    EXPECT_EQ(batch.put_site_place("S-2", {}).outcome, Added::unchanged);
    EXPECT_EQ(batch.put_site_place("S-1", place).outcome, Added::added);
    batch.commit();
    EXPECT_EQ(load_site_place(database, "S-1"), place);
    std::vector<SitePlace> places;
    for_each_site(database, [&](SiteRecord&&, SitePlace&& p) { places.push_back(std::move(p)); });
    EXPECT_EQ(places, (std::vector<SitePlace>{place, {}}));
}

TEST_P(Candidates, DecisionsThatStandAreToldWithWhatWasRecommended) {
    add_assessed(database, make_report("R-1", "Une caissière m'a salué."));
    const DecisionResult decided = record_decision(database, request("R-1", Decision::rework), count_missions);
    ASSERT_TRUE(decided.recorded);
    std::vector<DecisionFact> facts;
    for_each_decision(database, at(0), [&](DecisionFact&& fact) { facts.push_back(std::move(fact)); });
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0].shopper_id, "C-1");
    EXPECT_EQ(facts[0].programme, "epicerie");
    EXPECT_EQ(facts[0].decision, Decision::rework);
    EXPECT_EQ(facts[0].recommended, Decision::accept);
    facts.clear();
    for_each_decision(database, at(101), [&](DecisionFact&& fact) { facts.push_back(std::move(fact)); });
    EXPECT_TRUE(facts.empty());
}

}  // namespace relis::store::test
