#include "store/shopper_standings.h"

#include <gmock/gmock.h>

#include "store/events.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class ShopperStandings : public StoreTest {
  protected:
    ShopperStandings() { add(database, make_report("R-1")); }
    StandingResult change(bool withdrawn, const std::string& reason = "Trois missions jamais faites.") {
        return change_standing(database, {0, "C-1", withdrawn, "anne", reason, at(5)});
    }
};
RELIS_ON_BOTH_BACK_ENDS(ShopperStandings);

TEST_P(ShopperStandings, AWithdrawalStandsUntilSomebodyTakesTheShopperBack) {
    EXPECT_FALSE(load_standing(database, "C-1"));
    ASSERT_TRUE(change(true).done);
    ASSERT_THAT(withdrawn_shoppers(database), SizeIs(1));
    EXPECT_EQ(withdrawn_shoppers(database)[0].reason, "Trois missions jamais faites.");
    EXPECT_THAT(change(true).refusal.en, HasSubstr("already, by anne"));
    ASSERT_TRUE(change(false, "Il s'est expliqué.").done);
    EXPECT_THAT(withdrawn_shoppers(database), IsEmpty());
    EXPECT_FALSE(load_standing(database, "C-1")->withdrawn);
    EXPECT_FALSE(change(false).done);
}

TEST_P(ShopperStandings, EachIsInTheLogWithItsReason) {
    ASSERT_TRUE(change(true).done);
    ASSERT_TRUE(change(false, "Il s'est expliqué.").done);
    const auto events = list_events(database, "shopper", "C-1").rows;
    ASSERT_THAT(events, SizeIs(2));
    EXPECT_EQ(events[0].action, "withdraw");
    EXPECT_EQ(events[1].from, "withdrawn");
    EXPECT_EQ(events[1].note, "Il s'est expliqué.");
}

TEST_P(ShopperStandings, ThatHeStaysWhereHeIsIsInTheLogAndChangesNothing) {
    const ShopperStanding stays{0, "C-1", false, "anne", "Hospitalisé en juin.", at(6)};
    EXPECT_FALSE(standing_confirmed_at(database, "C-1"));
    ASSERT_TRUE(confirm_standing(database, stays).done);
    EXPECT_EQ(standing_confirmed_at(database, "C-1"), at(6));
    EXPECT_FALSE(load_standing(database, "C-1"));
    EXPECT_EQ(list_events(database, "shopper", "C-1").rows.back().note, "Hospitalisé en juin.");
    ASSERT_TRUE(change(true).done);
    EXPECT_FALSE(confirm_standing(database, stays).done) << "he was withdrawn meanwhile";
    ASSERT_THAT(list_standings(database, "C-1"), SizeIs(1));
}

TEST_P(ShopperStandings, NobodyIsWithdrawnWithoutAReasonOrWithoutBeingKnown) {
    EXPECT_THAT(change(true, "  ").refusal.en, HasSubstr("reason"));
    EXPECT_THAT(withdrawn_shoppers(database), IsEmpty());
    EXPECT_THROW(change_standing(database, {0, "C-9", true, "anne", "x", at(5)}), Error);
}

}  // namespace relis::store::test
