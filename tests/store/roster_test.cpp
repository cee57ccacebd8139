#include "support.h"

namespace relis::store::test {

class Roster : public StoreTest {};
RELIS_ON_BOTH_BACK_ENDS(Roster);

namespace {

Mission history(const std::string& id, int closed) {
    Mission mission;
    mission.id = id;
    mission.programme = "epicerie";
    mission.site = "S-1";
    mission.shopper_id = "C-1";
    mission.due_at = at(closed - 10);
    mission.submitted_at = at(closed - 20);
    mission.outcome = Outcome::accepted;
    mission.closed_at = at(closed);
    mission.reworks = 1;
    mission.detail = 3.25;
    mission.missing = 2;
    return mission;
}

}  // namespace

TEST_P(Roster, ReadsBackWhatWasWritten) {
    const Client client{"CL-1", "Épiceries du Fleuve"};
    const Programme programme{"epicerie", "CL-1", "Épicerie 2026", "epicerie@1", "fr-FR", {"Beaubien", "l'\"ami\""}};
    const SiteRecord site{"S-1", "epicerie", "Marché Beaubien", "Montréal", "Québec"};
    const Shopper shopper{"C-1", "Zoé Tremblay", "zoe@example.org", "Laval", "Québec", {"fr", "en"}, "2022-03-14"};
    Batch batch(database);
    EXPECT_EQ(batch.put_client(client).outcome, Added::added);
    EXPECT_EQ(batch.put_programme(programme).outcome, Added::added);
    EXPECT_EQ(batch.put_site(site).outcome, Added::added);
    EXPECT_EQ(batch.put_shopper(shopper).outcome, Added::added);
    batch.commit();
    EXPECT_EQ(load_client(database, "CL-1"), client);
    EXPECT_EQ(load_programme(database, "epicerie"), programme);
    EXPECT_EQ(load_site(database, "S-1"), site);
    EXPECT_EQ(load_shopper(database, "C-1"), shopper);
    EXPECT_EQ(load_shopper(database, "C-2"), std::nullopt);
}

TEST_P(Roster, ImportingAgainChangesNothingAndAnotherNameUpdates) {
    Batch batch(database);
    batch.put_client({"CL-1", "Avant"});
    EXPECT_EQ(batch.put_client({"CL-1", "Avant"}).outcome, Added::unchanged);
    EXPECT_EQ(batch.put_client({"CL-1", "Après"}).outcome, Added::updated);
    EXPECT_EQ(batch.put_client({"", "Sans nom"}).outcome, Added::refused);
    batch.commit();
    EXPECT_EQ(load_client(database, "CL-1")->name, "Après");
}

TEST_P(Roster, HistoryMayNameWhatNoRosterDescribesYet) {
    Batch batch(database);
    EXPECT_EQ(batch.put_history(history("M-1", 100)).outcome, Added::added);
    EXPECT_EQ(batch.put_history(history("M-2", 300)).outcome, Added::added);
    EXPECT_EQ(batch.put_history(history("M-1", 100)).outcome, Added::unchanged);
    EXPECT_EQ(batch.put_site({"S-1", "epicerie", "Marché", "Montréal", ""}).outcome, Added::updated);
    batch.commit();
    const std::vector<MissionRecord> records = shopper_history(database, "C-1").missions;
    ASSERT_EQ(records.size(), 2U);
    const MissionRecord latest{"M-2", "epicerie", Outcome::accepted, at(300), at(290), at(280),
                               1,     3.25,       std::nullopt,      2};
    EXPECT_EQ(records.front(), latest);
}

TEST_P(Roster, AHistoryEntryWithoutItsEndIsRefused) {
    Batch batch(database);
    Mission open = history("M-1", 100);
    open.closed_at.reset();
    const AddResult result = batch.put_history(open);
    EXPECT_EQ(result.outcome, Added::refused);
    EXPECT_NE(result.reason.en.find("M-1"), std::string::npos);
    relis::test::expect_both_languages(result.reason);
}

TEST_P(Roster, AClosedMissionIsNotReopenedByAnOldRoster) {
    Batch batch(database);
    batch.put_history(history("M-1", 100));
    Mission open;
    open.id = "M-1";
    open.programme = "epicerie";
    open.site = "S-1";
    open.shopper_id = "C-1";
    EXPECT_EQ(batch.put_mission(open).outcome, Added::unchanged);
    open.id = "M-2";
    EXPECT_EQ(batch.put_mission(open).outcome, Added::added);
    batch.commit();
    EXPECT_EQ(load_mission(database, "M-1")->outcome, Outcome::accepted);
    const Page<Mission> missions = list_open_missions(database, "C-1");
    ASSERT_EQ(missions.rows.size(), 1U);
    EXPECT_EQ(missions.rows.front().id, "M-2");
}

TEST_P(Roster, ListsPageByPage) {
    {
        Batch batch(database);
        for (int i = 0; i < 25; ++i) batch.put_client({"CL-" + std::to_string(100 + i), "Client"});
        batch.commit();
    }
    std::vector<std::string> seen;
    PageRequest page{{}, 10};
    int pages = 0;
    do {
        const Page<Client> clients = list_clients(database, page);
        EXPECT_LE(clients.rows.size(), 10U);
        for (const Client& client : clients.rows) seen.push_back(client.id);
        page.after = clients.next;
        ++pages;
    } while (!page.after.empty());
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(seen.size(), 25U);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST_P(Roster, NothingOfAnUncommittedBatchStays) {
    {
        Batch batch(database);
        batch.put_client({"CL-1", "Client"});
    }
    EXPECT_EQ(load_client(database, "CL-1"), std::nullopt);
}

TEST_P(Roster, UsersKeepTheirRole) {
    put_user(database, {"anne", "Anne Roy", UserRole::reviewer});
    put_user(database, {"anne", "Anne Roy", UserRole::manager});
    EXPECT_EQ(load_user(database, "anne"), (User{"anne", "Anne Roy", UserRole::manager}));
    EXPECT_EQ(list_users(database).rows.size(), 1U);
}

}  // namespace relis::store::test
