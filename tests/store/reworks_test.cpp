#include "store/reworks.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/decisions.h"
#include "store/events.h"
#include "store/queue.h"
#include "store/reports.h"
#include "store/statistics.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Reworks : public StoreTest {
  protected:
    Reworks() { add_assessed(database, make_report("R-1")); }
    ~Reworks() override { EXPECT_THAT(check(database), IsEmpty()); }

    static ReworkTerms terms() {
        ReworkTerms agreed;
        agreed.reasons = {
            {ReworkReason::Kind::finding, "french", "unknown-word", "accueil", 3, 12, "", "Que voulez-vous dire ?"},
            {ReworkReason::Kind::remark, "", "", "attente", 0, 0, "attente", "Combien de temps ?"},
            {ReworkReason::Kind::written, "", "", "", 0, 0, "", "Merci d'ajouter le reçu."}};
        agreed.remind_at = at(2000);
        return agreed;
    }
    void send_back(const ReworkTerms& agreed, const std::string& id = "R-1") {
        DecisionRequest rework = request(id, Decision::rework);
        rework.new_due_at = at(3000);
        rework.rework = agreed;
        const DecisionResult result = record_decision(database, rework, count_missions);
        ASSERT_TRUE(result.recorded) << result.refusal.en;
    }
    ReportState state() { return load_report_status(database, "R-1")->state; }
    std::vector<std::string> waiting(ReworksWanted wanted, const Moment& now) {
        std::vector<std::string> ids;
        for (const Rework& rework : waiting_reworks(database, wanted, now).rows) {
            ids.push_back(rework.report_id);
        }
        return ids;
    }
};
RELIS_ON_BOTH_BACK_ENDS(Reworks);

TEST_P(Reworks, KeepTheirReasonsInOrderTheirReminderAndWhatIsAgreed) {
    ReworkTerms agreed = terms();
    agreed.unanswered = Unanswered::none;
    send_back(agreed);
    const std::vector<Rework> kept = list_reworks(database, "R-1");
    ASSERT_THAT(kept, SizeIs(1));
    EXPECT_EQ(kept[0].terms, agreed);
    EXPECT_EQ(kept[0].due, at(3000));
    EXPECT_EQ(kept[0].user, "anne");
    EXPECT_EQ(kept[0].shopper_id, "C-1");
}

TEST_P(Reworks, AreReassignedByDefaultWhenNobodyAnswers) {
    EXPECT_EQ(ReworkTerms{}.unanswered, Unanswered::reassign);
    EXPECT_EQ(unanswered_from("accept"), std::nullopt) << "never a silent acceptance";
}

TEST_P(Reworks, AreListedForTheirReminderAndOnceTheirTimeIsOver) {
    send_back(terms());
    EXPECT_THAT(waiting(ReworksWanted::open, at(101)), ElementsAre("R-1"));
    EXPECT_THAT(waiting(ReworksWanted::to_be_minded, at(1999)), IsEmpty());
    EXPECT_THAT(waiting(ReworksWanted::to_be_minded, at(2000)), ElementsAre("R-1"));
    EXPECT_THAT(waiting(ReworksWanted::overdue, at(2999)), IsEmpty());
    EXPECT_THAT(waiting(ReworksWanted::overdue, at(3000)), ElementsAre("R-1"));
    EXPECT_THAT(waiting(ReworksWanted::to_be_minded, at(3000)), IsEmpty()) << "too late for a reminder";
}

TEST_P(Reworks, AreRemindedOfOnce) {
    send_back(terms());
    ASSERT_TRUE(mark_reminded(database, "R-1", "bruno", at(2100)).done);
    EXPECT_THAT(waiting(ReworksWanted::to_be_minded, at(2200)), IsEmpty());
    EXPECT_EQ(list_reworks(database, "R-1").at(0).reminded_by, "bruno");
    EXPECT_EQ(list_events(database, "report", "R-1").rows.back().action, "remind");
    EXPECT_EQ(state(), ReportState::rework_requested);
}

TEST_P(Reworks, AReportThatAwaitsNoReworkIsNotRemindedOf) {
    EXPECT_THAT(mark_reminded(database, "R-1", "bruno", at(10)).refusal.en, HasSubstr("no rework"));
}

TEST_P(Reworks, ExpireOnceTheirTimeIsOverAndTheReportAwaitsADecisionAgain) {
    send_back(terms());
    EXPECT_FALSE(expire_rework(database, "R-1", at(2999)).done) << "not before its time";
    ASSERT_TRUE(expire_rework(database, "R-1", at(3001)).done);
    EXPECT_EQ(state(), ReportState::assessed);
    EXPECT_THAT(waiting(ReworksWanted::open, at(3001)), IsEmpty());
    EXPECT_EQ(list_decisions(database, "R-1").at(0).expired_at, at(3001)) << "the decision stays, marked";
    EXPECT_EQ(expired_rework(database, "R-1", 1)->due, at(3000));
    EXPECT_EQ(stale_reports(database, "epicerie", "f1").rows.size(), 1U) << "to be assessed with what was agreed";
    EXPECT_FALSE(expire_rework(database, "R-1", at(3002)).done);
    EXPECT_THAT(check(database), IsEmpty());

    DecisionRequest reassign = request("R-1", Decision::reassign);
    reassign.at = at(3100);
    ASSERT_TRUE(record_decision(database, reassign, count_missions).recorded);
    EXPECT_EQ(shopper_history(database, "C-1").missions.at(0).reworks, 1);
    EXPECT_THAT(check(database), IsEmpty());
    ASSERT_TRUE(undo_last_decision(database, "R-1", "anne", at(3200), count_missions).recorded);
    EXPECT_EQ(state(), ReportState::assessed) << "the expired rework is not undone with it";
}

TEST_P(Reworks, TheShopperMayStillAnswerAfterTheirTime) {
    send_back(terms());
    ASSERT_TRUE(expire_rework(database, "R-1", at(3001)).done);
    Report second = make_report("R-1", "Mieux.");
    second.revision = 2;
    ASSERT_EQ(add(database, second).outcome, Added::added);
    EXPECT_EQ(state(), ReportState::submitted);
    EXPECT_FALSE(expired_rework(database, "R-1", 2)) << "it was about the earlier revision";
}

TEST_P(Reworks, OneThatIsTakenBackIsNotWaitedFor) {
    send_back(terms());
    ASSERT_TRUE(undo_last_decision(database, "R-1", "anne", at(101), count_missions).recorded);
    EXPECT_THAT(waiting(ReworksWanted::open, at(102)), IsEmpty());
    EXPECT_THAT(list_reworks(database, "R-1"), IsEmpty());
}

TEST_P(Reworks, QuoteALibraryOfRemarksThatAsk) {
    const std::vector<LibraryRemark> library = list_remarks(database);
    ASSERT_THAT(library, SizeIs(testing::Ge(5U)));
    for (const LibraryRemark& remark : library) {
        EXPECT_TRUE(remark.text.ends_with("?")) << remark.id << ": " << remark.text;
    }
    put_remark(database, {"ton", "Avec quels mots ?"}, "anne", at(1));
    put_remark(database, {"ton", "Avec quels mots exactement ?"}, "anne", at(2));
    EXPECT_THAT(list_remarks(database), testing::Contains(LibraryRemark{"ton", "Avec quels mots exactement ?"}));
    EXPECT_TRUE(remove_remark(database, "ton", "anne", at(3)));
    EXPECT_FALSE(remove_remark(database, "ton", "anne", at(4)));
    EXPECT_THAT(list_events(database, "remark", "ton").rows, SizeIs(3));
    EXPECT_THROW(put_remark(database, {"", "x"}, "anne", at(1)), Error);
}

TEST_P(Reworks, AnAcceptanceMayBeLeftOutOfTheClientsFigures) {
    DecisionRequest accept = request("R-1", Decision::accept);
    accept.left_out = true;
    ASSERT_TRUE(record_decision(database, accept, count_missions).recorded);
    EXPECT_TRUE(list_decisions(database, "R-1").at(0).left_out);
    EXPECT_EQ(state(), ReportState::accepted);
    StatisticsFilter filter;
    StatisticsShape shape;
    shape.now = at(200);
    shape.ages = {3600};
    shape.times = {3600};
    EXPECT_EQ(load_statistics(database, filter, shape).totals.accepted, 1);
    filter.for_client = true;
    EXPECT_EQ(load_statistics(database, filter, shape).totals.accepted, 0);
}

}  // namespace relis::store::test
