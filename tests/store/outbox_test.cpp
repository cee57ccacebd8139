// The outbox: what goes to shoppers once, whoever is interrupted.
#include "store/outbox.h"

#include <gmock/gmock.h>

#include "store/appeals.h"
#include "store/events.h"
#include "store/interventions.h"
#include "store/reworks.h"
#include "support.h"

namespace relis::store::test {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

class Outbox : public StoreTest {
  protected:
    /// A decided report; its decision's id.
    std::int64_t decide(const std::string& report_id, Decision decision = Decision::accept) {
        add_assessed(database, make_report(report_id));
        return record_decision(database, request(report_id, decision), count_missions).decision_id;
    }
    std::optional<std::int64_t> post(const std::string& report_id, std::int64_t decision, const Label& error = {}) {
        OutboxEntry entry;
        entry.report_id = report_id;
        entry.shopper_id = "C-1";
        entry.decision_id = decision;
        entry.recipient = "zoe@example.org";
        entry.posted_at = at(110);
        entry.error = error;
        return post_mail(database, entry, {0, report_id, 1, decision, "eml", "To: zoe", at(110), std::nullopt});
    }
    /// A report sent back until 3000; its decision's id.
    std::int64_t decide_rework(const std::string& report_id) {
        add_assessed(database, make_report(report_id));
        DecisionRequest rework = request(report_id, Decision::rework);
        rework.new_due_at = at(3000);
        return record_decision(database, rework, count_missions).decision_id;
    }
    PostedReminder remind(const std::string& report_id, std::int64_t decision, bool again = false,
                          const Moment& moment = at(2000)) {
        OutboxEntry entry;
        entry.report_id = report_id;
        entry.shopper_id = "C-1";
        entry.decision_id = decision;
        entry.recipient = "zoe@example.org";
        entry.posted_at = moment;
        return post_reminder(database, entry, {0, report_id, 1, decision, "eml", "To: zoe", moment, std::nullopt},
                             "bruno", again);
    }
    OutboxState state_of(std::int64_t id) { return load_mail(database, id)->state; }
};

}  // namespace

TEST_P(Outbox, PostsOneMailADecision) {
    const std::int64_t decision = decide("R-1");
    ASSERT_EQ(unsent_decisions(database, at(0)).rows, (std::vector{UnsentDecision{decision, "R-1"}}));
    const auto id = post("R-1", decision);
    ASSERT_TRUE(id);
    EXPECT_EQ(post("R-1", decision), std::nullopt) << "it is in the outbox already";
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, IsEmpty());
    const OutboxEntry mail = *load_mail(database, *id);
    EXPECT_EQ(mail.state, OutboxState::waiting);
    EXPECT_EQ(mail.recipient, "zoe@example.org");
    EXPECT_EQ(load_feedback(database, mail.feedback_id)->content, "To: zoe");
}

TEST_P(Outbox, AsksForNothingOfOldOrUndoneDecisionsAndOfRevisionsThatWereReplaced) {
    decide("R-1");
    EXPECT_THAT(unsent_decisions(database, at(101)).rows, IsEmpty()) << "decided before";
    undo_last_decision(database, "R-1", "anne", at(101), count_missions);
    decide("R-2", Decision::rework);
    Report revised = make_report("R-2", "Plus de détails.");
    revised.revision = 2;
    add(database, revised);
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, IsEmpty());
}

TEST_P(Outbox, GivesAMailToOneRunOnly) {
    post("R-1", decide("R-1"));
    const auto first = claim_mail(database, "smtp", "smtp://mail", at(120));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->tries, 1);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(120)), std::nullopt);
    end_try(database, first->id, OutboxState::sent, {}, std::nullopt, "anne", at(121));
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(9999)), std::nullopt) << "sent for good";
    EXPECT_EQ(load_mail(database, first->id)->done_at, at(121));
    EXPECT_EQ(load_feedback(database, first->feedback_id)->sent_at, at(121));
    EXPECT_THAT(list_events(database, "feedback", std::to_string(first->feedback_id)).rows, SizeIs(1));
    EXPECT_THROW(end_try(database, first->id, OutboxState::sent, {}, std::nullopt, "anne", at(122)), Error);
}

TEST_P(Outbox, AsksForAMailEachTimeAReassignedVisitIsKeptOrTakenBack) {
    const std::int64_t decision = decide("R-1", Decision::reassign);
    const auto asked = [&] { return unsent_decisions(database, at(0)).rows; };
    const std::int64_t first = *post("R-1", decision);
    const auto posted = [&](int turns) {
        OutboxEntry entry = *load_mail(database, first);
        entry.surplus_turns = turns;
        return post_mail(database, entry, *load_feedback(database, entry.feedback_id));
    };
    EXPECT_THAT(asked(), IsEmpty());
    ASSERT_TRUE(keep_as_surplus(database, {"R-1", 1, "bruno", "Le reçu est bon.", {}, at(110)}, count_missions).done);
    EXPECT_EQ(load_mail(database, first)->state, OutboxState::withdrawn) << "it waited and says otherwise";
    ASSERT_EQ(asked(), (std::vector{UnsentDecision{decision, "R-1", 0, 1}}));
    const auto kept = posted(1);
    ASSERT_TRUE(kept);
    EXPECT_EQ(load_mail(database, *kept)->surplus_turns, 1);
    EXPECT_THAT(asked(), IsEmpty());
    ASSERT_TRUE(drop_surplus(database, {"R-1", 1, "bruno", "Le reçu est faux.", {}, at(111)}, count_missions).done);
    EXPECT_EQ(load_mail(database, *kept)->state, OutboxState::withdrawn);
    ASSERT_EQ(asked(), (std::vector{UnsentDecision{decision, "R-1", 0, 2}}));
    EXPECT_TRUE(posted(2));
    EXPECT_EQ(posted(2), std::nullopt) << "once";
    EXPECT_THAT(asked(), IsEmpty());
}

TEST_P(Outbox, HasAMailForEachReminderBesideThatOfTheDecision) {
    const std::int64_t decision = decide_rework("R-1");
    ASSERT_TRUE(post("R-1", decision));
    const PostedReminder first = remind("R-1", decision);
    ASSERT_TRUE(first.mail) << first.refusal.en;
    EXPECT_EQ(first.reminder, 1);
    EXPECT_EQ(list_reworks(database, "R-1").at(0).reminded_at, at(2000));
    EXPECT_EQ(remind("R-1", decision).mail, std::nullopt) << "he was reminded";
    EXPECT_EQ(remind("R-1", decision, true).reminder, 2);
    EXPECT_THAT(list_mails(database).rows, SizeIs(3));
    EXPECT_EQ(load_mail(database, *first.mail)->reminder, 1);
    EXPECT_THAT(unsent_decisions(database, at(0)).rows, IsEmpty());
}

TEST_P(Outbox, SendsNoReminderOfAReworkWhoseTimeIsOverOrThatWasAnswered) {
    const std::int64_t decision = decide_rework("R-1");
    const PostedReminder reminder = remind("R-1", decision);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(3000)), std::nullopt);
    EXPECT_EQ(state_of(*reminder.mail), OutboxState::withdrawn);
    EXPECT_EQ(remind("R-1", decision, true, at(3000)).mail, std::nullopt) << "too late";
    const std::int64_t other = decide_rework("R-2");
    const PostedReminder answered = remind("R-2", other);
    Report revised = make_report("R-2", "Plus de détails.");
    revised.revision = 2;
    add(database, revised);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(2001)), std::nullopt);
    EXPECT_EQ(state_of(*answered.mail), OutboxState::withdrawn);
    EXPECT_EQ(remind("R-2", other, true).mail, std::nullopt) << "it awaits nothing";
}

TEST_P(Outbox, WaitsForTheTimeOfTheNextTry) {
    post("R-1", decide("R-1"));
    const auto mail = claim_mail(database, "smtp", "smtp://mail", at(120));
    end_try(database, mail->id, OutboxState::waiting, {"451 plus tard", "451 later"}, at(140), "anne", at(121));
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(139)), std::nullopt);
    const auto again = claim_mail(database, "folder", "/mails", at(140));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->tries, 2);
    EXPECT_EQ(again->error, (Label{"451 plus tard", "451 later"}));
}

TEST_P(Outbox, KeepsWhyAMailFailedInBothLanguages) {
    const Label no_address{"pas d'adresse", "no address"};
    const auto posted = post("R-1", decide("R-1"), no_address);
    EXPECT_EQ(load_mail(database, *posted)->error, no_address) << "failed from the start";
    post("R-2", decide("R-2"));
    const auto tried = claim_mail(database, "folder", "/mails", at(120));
    const Label full{"le disque est plein", "the disk is full"};
    end_try(database, tried->id, OutboxState::failed, full, std::nullopt, "anne", at(121));
    EXPECT_EQ(load_mail(database, tried->id)->error, full) << "failed at a try";
    EXPECT_THAT(list_mails(database, OutboxState::failed).rows,
                ElementsAre(Field(&OutboxEntry::error, no_address), Field(&OutboxEntry::error, full)));
}

TEST_P(Outbox, SaysInBothLanguagesThatARunWasInterrupted) {
    post("R-1", decide("R-1"));
    const auto mail = claim_mail(database, "smtp", "smtp://mail", at(120));
    recover_mails(database, at(121));
    EXPECT_EQ(load_mail(database, mail->id)->error,
              (Label{"l'envoi a été interrompu", "the run that sent it was interrupted"}));
}

TEST_P(Outbox, ForgetsTheErrorOfAnEarlierTryOnceAMailIsSent) {
    post("R-1", decide("R-1"));
    const auto mail = claim_mail(database, "smtp", "smtp://mail", at(120));
    end_try(database, mail->id, OutboxState::waiting, {"451 plus tard", "451 later"}, at(121), "anne", at(120));
    static_cast<void>(claim_mail(database, "smtp", "smtp://mail", at(121)));
    end_try(database, mail->id, OutboxState::sent, {}, std::nullopt, "anne", at(122));
    EXPECT_EQ(load_mail(database, mail->id)->error, Label{});
}

TEST_P(Outbox, WithdrawsAMailWhoseDecisionWasUndone) {
    const auto id = post("R-1", decide("R-1"));
    undo_last_decision(database, "R-1", "anne", at(115), count_missions);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(120)), std::nullopt);
    EXPECT_EQ(state_of(*id), OutboxState::withdrawn);
}

TEST_P(Outbox, WithdrawsAMailWhoseReportCameBackMeanwhile) {
    const auto id = post("R-1", decide("R-1", Decision::rework));
    const auto other = post("R-2", decide("R-2"));
    Report revised = make_report("R-1", "Plus de détails.");
    revised.revision = 2;
    add(database, revised);
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(120))->id, *other);
    EXPECT_EQ(state_of(*id), OutboxState::withdrawn);
}

TEST_P(Outbox, GoesOnAfterARunThatDiedAndSendsNothingTwice) {
    post("R-1", decide("R-1"));
    post("R-2", decide("R-2"));
    post("R-3", decide("R-3"));
    const auto early = claim_mail(database, "smtp", "smtp://mail", at(120));
    const auto late = claim_mail(database, "smtp", "smtp://mail", at(120));
    const auto folder = claim_mail(database, "folder", "/mails", at(120));
    note_handing_over(database, late->id);
    note_handing_over(database, folder->id);
    EXPECT_EQ(recover_mails(database, at(120)), 0U) << "another run may be at it";
    EXPECT_EQ(recover_mails(database, at(121)), 3U);
    EXPECT_EQ(state_of(early->id), OutboxState::waiting);
    EXPECT_EQ(state_of(late->id), OutboxState::uncertain) << "the server may have it";
    EXPECT_EQ(state_of(folder->id), OutboxState::waiting) << "the same file is written again";
    EXPECT_EQ(claim_mail(database, "smtp", "smtp://mail", at(122))->id, early->id);
}

TEST_P(Outbox, APersonSettlesWhatFailedOrIsUncertain) {
    const std::int64_t decision = decide("R-1");
    const auto id = post("R-1", decision, {"pas d'adresse", "no address"});
    EXPECT_EQ(state_of(*id), OutboxState::failed);
    EXPECT_TRUE(settle_mail(database, *id, OutboxState::withdrawn, "anne", at(130)));
    EXPECT_FALSE(settle_mail(database, *id, OutboxState::sent, "anne", at(130)));
    const auto again = post("R-1", decision);
    ASSERT_TRUE(again) << "another mail may take its place";
    EXPECT_FALSE(settle_mail(database, *again, OutboxState::sent, "anne", at(131))) << "it waits";
    EXPECT_THAT(list_mails(database).rows, SizeIs(2));
    EXPECT_THAT(list_mails(database, OutboxState::waiting).rows, SizeIs(1));
}

TEST_P(Outbox, AReminderIsNotWhenTheShopperWasToldOfTheDecision) {
    const std::int64_t decision = decide_rework("R-1");
    ASSERT_TRUE(post("R-1", decision));
    const auto told = claim_mail(database, "smtp", "smtp://mail", at(120));
    end_try(database, told->id, OutboxState::sent, {}, std::nullopt, "anne", at(121));
    ASSERT_TRUE(remind("R-1", decision).mail);
    const auto reminder = claim_mail(database, "smtp", "smtp://mail", at(2010));
    ASSERT_EQ(reminder->reminder, 1);
    end_try(database, reminder->id, OutboxState::sent, {}, std::nullopt, "anne", at(2011));
    EXPECT_EQ(shopper_told_at(database, "R-1"), at(121)) << "the time to contest does not begin anew";
}

RELIS_ON_BOTH_BACK_ENDS(Outbox);

}  // namespace relis::store::test
