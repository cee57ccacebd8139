// Tiers of shoppers, as people and programs ask for them.
#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// A shopper who never did what was given to him, rated.
void import_absentee(const Desk& desk, const std::string& id) {
    json history = json::array();
    for (int i = 0; i < 20; ++i) {
        history.push_back({{"mission_id", "H-" + std::to_string(i)},
                           {"programme", "essai-2026"},
                           {"site", "S-1"},
                           {"shopper_id", id},
                           {"due_at", "2026-06-02T12:00:00-04:00"},
                           {"outcome", "missed"},
                           {"closed_at", "2026-06-03T10:00:00-04:00"}});
    }
    const json roster = {
        {"format", "relis.roster/1"}, {"shoppers", {{{"id", id}, {"name", "Paul Absent"}}}}, {"history", history}};
    ASSERT_EQ(desk.run({"import", desk.write("absent.json", roster.dump())}).code, 0);
}

TEST(ShopperTiers, AreListedAndAPersonWithdrawsAndTakesBack) {
    const Desk desk;
    desk.open_agency();
    const json tiers = desk.run({"shopper", "tiers", "--format", "json"}).json();
    ASSERT_FALSE(tiers.empty());
    const std::string id = tiers[0]["shopper_id"];
    EXPECT_EQ(desk.run({"shopper", "withdraw", id}).code, 2) << "a reason is needed";
    ASSERT_EQ(desk.run({"shopper", "withdraw", id, "--reason", "jamais venu"}).code, 0);
    const json gone = desk.run({"shopper", "tiers", "--tier", "withdrawn", "--format", "json"}).json();
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(gone[0]["withdrawn_by"], "anne");
    EXPECT_EQ(gone[0]["reason"], "jamais venu");
    EXPECT_EQ(desk.run({"shopper", "withdraw", id, "--reason", "encore"}).code, 1);
    EXPECT_THAT(desk.run({"shopper", "tiers"}).out, HasSubstr("jamais venu"));
    ASSERT_EQ(desk.run({"shopper", "reinstate", id, "--reason", "s'est expliqué"}).code, 0);
    EXPECT_EQ(desk.run({"shopper", id}).code, 0) << "one shopper is still shown by his id";
}

TEST(ShopperTiers, ProposalsAndTheCheckOfRatingsAnswer) {
    const Desk desk;
    desk.open_agency();
    EXPECT_EQ(desk.run({"shopper", "proposals", "--format", "json"}).json(), json::array());
    const Finished verified = desk.run({"shopper", "verify"});
    EXPECT_EQ(verified.code, 0) << verified.err;
}

TEST(ShopperTiers, AProposalIsRefusedWithAReasonAndNotMadeAgain) {
    const Desk desk;
    desk.open_agency();
    import_absentee(desk, "C-8");
    const json proposed = desk.run({"shopper", "proposals", "--format", "json"}).json();
    ASSERT_EQ(proposed.size(), 1U);
    EXPECT_EQ(proposed[0]["shopper_id"], "C-8");
    EXPECT_EQ(proposed[0]["proposal"], "withdraw");
    EXPECT_EQ(desk.run({"shopper", "keep", "C-8"}).code, 2) << "a reason is needed";
    EXPECT_EQ(desk.run({"shopper", "keep", "C-8", "--reason", " "}).code, 1);
    EXPECT_EQ(desk.run({"shopper", "proposals", "--format", "json"}).json().size(), 1U);
    const Finished kept = desk.run({"shopper", "keep", "C-8", "--reason", "malade en juin"});
    ASSERT_EQ(kept.code, 0) << kept.err;
    EXPECT_THAT(kept.out, HasSubstr("C-8 stays"));
    EXPECT_EQ(desk.run({"shopper", "proposals", "--format", "json"}).json(), json::array());
    EXPECT_EQ(desk.run({"shopper", "tiers", "--tier", "withdrawn", "--format", "json"}).json(), json::array());
    const Finished again = desk.run({"shopper", "keep", "C-8", "--reason", "encore", "--format", "json"});
    EXPECT_EQ(again.code, 1);
    EXPECT_EQ(again.json()["done"], false);
    EXPECT_EQ(again.json()["refusal"], "nothing is proposed of him");
    EXPECT_EQ(desk.run({"shopper", "verify"}).code, 0);
}

TEST(ShopperTiers, ARefusalOfAnUnknownShopperSaysThatThereIsNone) {
    const Desk desk;
    desk.open_agency();
    for (const char* const verb : {"keep", "withdraw", "reinstate"}) {
        const Finished refused = desk.run({"shopper", verb, "C-999", "--reason", "x"});
        EXPECT_EQ(refused.code, 1);
        EXPECT_THAT(refused.err, HasSubstr("no shopper C-999")) << verb;
    }
}

}  // namespace
}  // namespace relis::cli_tests
