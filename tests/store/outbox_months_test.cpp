// A shopper's month in the outbox: one mail, one more each time that it is asked for again.
#include <gmock/gmock.h>

#include "store/appeals.h"
#include "store/outbox.h"
#include "support.h"

namespace relis::store::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::chrono::year_month june{std::chrono::year{2026}, std::chrono::June};
constexpr std::chrono::year_month july{std::chrono::year{2026}, std::chrono::July};

class OutboxMonths : public StoreTest {
  protected:
    /// A decided report; its decision's id.
    std::int64_t decide(const std::string& report_id, const std::string& shopper_id = "C-1",
                        const Moment& moment = at(100), Decision decision = Decision::accept) {
        Report report = make_report(report_id);
        report.shopper_id = shopper_id;
        add_assessed(database, report);
        DecisionRequest wanted = request(report_id, decision);
        wanted.at = moment;
        return record_decision(database, wanted, count_missions).decision_id;
    }
    std::optional<std::int64_t> post(const std::vector<std::int64_t>& decisions, bool again = false,
                                     const Label& error = {}, std::chrono::year_month month = june) {
        OutboxEntry entry;
        entry.shopper_id = "C-1";
        entry.month = month;
        entry.recipient = "zoe@example.org";
        entry.posted_at = at(110);
        entry.error = error;
        return post_month(database, entry, {0, {}, 0, 0, "eml", "To: zoe", at(110), std::nullopt}, decisions, again);
    }
    std::int64_t send_next(const Moment& moment) {
        const auto mail = claim_mail(database, "smtp", "smtp://mail", moment);
        EXPECT_TRUE(mail);
        end_try(database, mail->id, OutboxState::sent, {}, std::nullopt, "anne", moment);
        return mail->id;
    }
    std::vector<ShopperOfMonth> shoppers(std::chrono::year_month month, const std::string& shopper_id = {}) {
        return shoppers_of_month(database, month, shopper_id).rows;
    }
};

}  // namespace

TEST_P(OutboxMonths, NamesShoppersWhoseReportsWereDecidedInThatMonth) {
    decide("R-1", "C-2");
    decide("R-2", "C-1");
    decide("R-3", "C-1");
    add_assessed(database, make_report("R-4"));
    EXPECT_THAT(shoppers(june), ElementsAre(ShopperOfMonth{"C-1", std::nullopt}, ShopperOfMonth{"C-2", std::nullopt}));
    EXPECT_THAT(shoppers(june, "C-2"), ElementsAre(ShopperOfMonth{"C-2", std::nullopt}));
    EXPECT_THAT(shoppers(july), IsEmpty());
    EXPECT_THAT(shoppers(june, "C-9"), IsEmpty());
    const auto page = shoppers_of_month(database, june, {}, {"", 1});
    EXPECT_THAT(page.rows, SizeIs(1));
    EXPECT_THAT(shoppers_of_month(database, june, {}, {page.next, 1}).rows,
                ElementsAre(ShopperOfMonth{"C-2", std::nullopt}));
}

TEST_P(OutboxMonths, AMonthIsThatOfTheClockWhereItWasDecided) {
    decide("R-1", "C-1", *parse_moment("2026-06-30T23:30:00-04:00"));
    decide("R-2", "C-2", *parse_moment("2026-07-01T00:30:00+02:00"));
    EXPECT_THAT(shoppers(june), ElementsAre(ShopperOfMonth{"C-1", std::nullopt}));
    EXPECT_THAT(shoppers(july), ElementsAre(ShopperOfMonth{"C-2", std::nullopt}));
}

TEST_P(OutboxMonths, LeavesOutDecisionsThatWereUndoneOrOvertaken) {
    decide("R-1");
    undo_last_decision(database, "R-1", "anne", at(101), count_missions);
    decide("R-2", "C-1", at(100), Decision::rework);
    Report revised = make_report("R-2", "Plus de détails.");
    revised.revision = 2;
    add(database, revised);
    EXPECT_THAT(shoppers(june), IsEmpty());
    EXPECT_THAT(standing_decisions_of(database, "C-1"), IsEmpty());
}

TEST_P(OutboxMonths, ListsTheDecisionsOfAShopperThatStand) {
    const std::int64_t first = decide("R-1");
    decide("R-2", "C-2");
    const std::int64_t later = decide("R-3", "C-1", at(200));
    EXPECT_THAT(standing_decisions_of(database, "C-1"),
                ElementsAre(StandingDecision{first, "R-1", at(100)}, StandingDecision{later, "R-3", at(200)}));
}

TEST_P(OutboxMonths, HasOneMailThatNamesNoReport) {
    const std::int64_t decision = decide("R-1");
    const auto id = post({decision});
    ASSERT_TRUE(id);
    EXPECT_EQ(post({decision}), std::nullopt) << "it is in the outbox already";
    EXPECT_EQ(post({decision}, true), std::nullopt) << "it will be sent, a second one would say the same";
    EXPECT_THAT(shoppers(june), ElementsAre(ShopperOfMonth{"C-1", OutboxState::waiting}));
    const OutboxEntry mail = load_mail(database, *id).value();
    EXPECT_EQ(mail.month, june);
    EXPECT_EQ(mail.edition, 1);
    EXPECT_EQ(mail.report_id, "");
    EXPECT_EQ(mail.decision_id, 0);
    const Feedback content = load_feedback(database, mail.feedback_id).value();
    EXPECT_EQ(content.content, "To: zoe");
    EXPECT_EQ(content.revision, 0);
    EXPECT_TRUE(post({decision}, false, {}, july)) << "another month is another mail";
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, SizeIs(1)) << "the decision has its own mail besides";
}

TEST_P(OutboxMonths, IsSentOnceMoreWhereItIsAskedForAgain) {
    const std::int64_t decision = decide("R-1");
    post({decision});
    send_next(at(120));
    EXPECT_EQ(post({decision}), std::nullopt);
    const auto again = post({decision}, true);
    ASSERT_TRUE(again);
    EXPECT_EQ(load_mail(database, *again)->edition, 2);
    EXPECT_EQ(send_next(at(130)), *again);
    EXPECT_THAT(shoppers(june), ElementsAre(ShopperOfMonth{"C-1", OutboxState::sent}));
}

TEST_P(OutboxMonths, OneThatFailedMakesRoomForTheSameEditionComposedAnew) {
    const std::int64_t decision = decide("R-1");
    const auto failed = post({decision}, false, {"pas d'adresse", "no address"});
    EXPECT_EQ(post({decision}, true), std::nullopt) << "a person looks at it first";
    settle_mail(database, *failed, OutboxState::withdrawn, "anne", at(120));
    const auto anew = post({decision});
    ASSERT_TRUE(anew);
    EXPECT_EQ(load_mail(database, *anew)->edition, 1);
}

TEST_P(OutboxMonths, IsWithdrawnAsSoonAsADecisionThatItTellsFell) {
    const std::int64_t first = decide("R-1");
    const std::int64_t second = decide("R-2");
    const auto id = post({first, second});
    undo_last_decision(database, "R-2", "anne", at(115), count_missions);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(120)), std::nullopt);
    const OutboxEntry mail = load_mail(database, *id).value();
    EXPECT_EQ(mail.state, OutboxState::withdrawn);
    EXPECT_EQ(mail.error, (Label{"une décision de ce mois est tombée depuis ; renvoyez le mois",
                                 "a decision of that month fell since; send the month anew"}))
        << "who looks for it is told why it did not go";
    EXPECT_TRUE(post({first})) << "without that decision it may be sent";
}

TEST_P(OutboxMonths, IsWithdrawnWhereAReportCameBackMeanwhile) {
    const auto id = post({decide("R-1", "C-1", at(100), Decision::rework)});
    Report revised = make_report("R-1", "Plus de détails.");
    revised.revision = 2;
    add(database, revised);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(120)), std::nullopt);
    EXPECT_EQ(load_mail(database, *id)->state, OutboxState::withdrawn);
}

TEST_P(OutboxMonths, TellsTheShopperOfADecisionThatHasNoMailOfItsOwn) {
    const std::int64_t decision = decide("R-1");
    post({decision});
    send_next(at(120));
    EXPECT_EQ(shopper_told_at(database, "R-1"), at(120));
    post({decision}, true);
    send_next(at(3000));
    EXPECT_EQ(shopper_told_at(database, "R-1"), at(120)) << "the time to contest does not begin anew";
}

RELIS_ON_BOTH_BACK_ENDS(OutboxMonths);

}  // namespace relis::store::test
