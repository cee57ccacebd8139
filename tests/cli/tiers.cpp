// Tiers of shoppers, as people and programs ask for them.
#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;

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

}  // namespace
}  // namespace relis::cli_tests
