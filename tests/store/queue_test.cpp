#include "store/queue.h"

#include <algorithm>

#include <gmock/gmock.h>

#include "store/claims.h"
#include "store/ratings.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// Thirty reports that differ in every column, with many equal values.
void fill(Database& database) {
    {
        Batch batch(database);
        batch.add_questionnaire({"epicerie", 1, "epicerie", "", "{}"});
        batch.add_questionnaire({"hotel", 1, "hotel", "", "{}"});
        batch.put_programme({"epicerie", "", "Épicerie", "epicerie@1", "fr-CA", {}});
        batch.put_programme({"hotel", "", "dans les hôtels", "hotel@1", "fr-FR", {}});
        batch.put_shopper({"C-0", "Zoé", "", "", "", {}, ""});
        batch.put_shopper({"C-1", "Éric", "", "", "", {}, ""});
        for (int i = 0; i < 30; ++i) {
            Report report = make_report("R-" + std::to_string(100 + i), i % 10 == 0 ? "Une odeur de brûlé." : "Bien.");
            report.programme = i % 3 == 0 ? "hotel" : "epicerie";
            report.questionnaire = report.programme + "@1";
            report.shopper_id = "C-" + std::to_string(i % 4);
            report.site = {"S-" + std::to_string(i % 5), i % 2 == 0 ? "école " + std::to_string(i % 5) : "Été",
                           "Laval"};
            report.due_at = at(i * 37 % 10 * 60);
            if (i % 7 == 0) report.due_at.reset();
            report.submitted_at = at(i * 17 % 5);
            EXPECT_EQ(batch.add_report(report, at(0), "f").outcome, Added::added);
        }
        batch.commit();
    }
    for (int i = 0; i < 30; ++i) {
        if (i % 6 == 5) continue;  // these stay submitted
        AssessedRevision assessed = make_assessed("R-" + std::to_string(100 + i));
        assessed.detail = i % 5;
        assessed.french = i % 4 == 0 ? std::nullopt : std::optional(0.1 * i);
        assessed.flags = i % 3;
        assessed.missing = i % 2;
        assessed.recommendation.decision = i % 9 == 8 ? std::nullopt : std::optional(static_cast<Decision>(i % 3));
        save_assessments(database, assessed, "relis");
    }
    record_decision(database, request("R-100", Decision::accept), count_missions);
    record_decision(database, request("R-101", Decision::rework), count_missions);
    record_decision(database, request("R-102", Decision::reassign), count_missions);
    hold_report(database, "R-104", "bruno", at(100000));
    hold_report(database, "R-112", "anne", at(100000));
    hold_report(database, "R-113", "bruno", at(100000));
    give_rating(database, "C-0", {4.5, 0.3, false, {}}, at(101));
    give_rating(database, "C-1", {2.5, 1.5, true, {}}, at(101));
}

std::vector<std::string> ids(const std::vector<QueueEntry>& rows) {
    std::vector<std::string> result;
    for (const QueueEntry& row : rows) result.push_back(row.report_id);
    return result;
}

std::vector<std::string> all(Database& database, const QueueFilter& filter, const QueueSort& sort = {}) {
    return ids(load_queue(database, filter, sort, 1000).rows);
}

constexpr QueueColumn columns[] = {QueueColumn::due_at,  QueueColumn::submitted_at,   QueueColumn::programme,
                                   QueueColumn::site,    QueueColumn::shopper,        QueueColumn::reliability,
                                   QueueColumn::detail,  QueueColumn::french,         QueueColumn::flags,
                                   QueueColumn::missing, QueueColumn::recommendation, QueueColumn::state,
                                   QueueColumn::held_by};

QueueFilter everything() {
    QueueFilter filter;
    filter.states.clear();
    return filter;
}

}  // namespace

class Queue : public StoreTest {
  protected:
    Queue() { fill(database); }
};
RELIS_ON_BOTH_BACK_ENDS(Queue);

TEST_P(Queue, ShowsWhatAwaitsADecisionTheMostUrgentFirst) {
    const std::vector<QueueEntry> rows = load_queue(database).rows;
    ASSERT_EQ(rows.size(), 27U);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        EXPECT_TRUE(rows[i - 1].due_at || !rows[i].due_at) << "no due time comes last";
        EXPECT_TRUE(!rows[i - 1].due_at || !rows[i].due_at || *rows[i - 1].due_at <= *rows[i].due_at);
    }
}

TEST_P(Queue, ARowHoldsAllThatTheListShows) {
    const std::optional<QueueEntry> row = load_queue_entry(database, "R-113");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->programme_name, "Épicerie");
    EXPECT_EQ(row->site_name, "Été");
    EXPECT_EQ(row->shopper_name, "Éric");
    EXPECT_EQ(row->reliability, 2.5);
    EXPECT_TRUE(row->newcomer);
    EXPECT_EQ(row->detail, 3.0);
    EXPECT_EQ(row->flags, 1);
    EXPECT_EQ(row->recommendation, Decision::rework);
    EXPECT_EQ(row->due_at, at(13 * 37 % 10 * 60));
    EXPECT_EQ(row->due_at->offset, std::chrono::minutes{-240});
    EXPECT_EQ(load_queue_entry(database, "R-103")->shopper_name, "C-3");
    EXPECT_EQ(load_queue_entry(database, "R-0"), std::nullopt);
}

TEST_P(Queue, PagesForwardAndBackwardGiveTheWholeOrderOfEveryColumn) {
    for (const QueueColumn column : columns) {
        for (const bool descending : {false, true}) {
            const QueueSort sort{column, descending};
            SCOPED_TRACE(testing::Message() << "column " << static_cast<int>(column) << " descending " << descending);
            const std::vector<std::string> expected = all(database, everything(), sort);
            ASSERT_EQ(expected.size(), 30U);
            std::vector<std::string> forward;
            std::string cursor;
            std::string last_previous;
            do {
                const QueuePage page = load_queue(database, everything(), sort, 7, cursor);
                for (const QueueEntry& row : page.rows) forward.push_back(row.report_id);
                cursor = page.next;
                last_previous = page.previous;
            } while (!cursor.empty());
            EXPECT_EQ(forward, expected);

            std::vector<std::string> backward =
                ids(load_queue(database, everything(), sort, 2, "", PageDirection::backward).rows);
            EXPECT_EQ(backward, std::vector<std::string>(expected.end() - 2, expected.end()));
            cursor = last_previous;
            while (!cursor.empty()) {
                const QueuePage page = load_queue(database, everything(), sort, 7, cursor, PageDirection::backward);
                const std::vector<std::string> before = ids(page.rows);
                backward.insert(backward.begin(), before.begin(), before.end());
                cursor = page.previous;
            }
            EXPECT_EQ(backward, expected);
        }
    }
}

TEST_P(Queue, DescendingIsAscendingTurnedRound) {
    for (const QueueColumn column : columns) {
        std::vector<std::string> ascending = all(database, everything(), {column, false});
        std::reverse(ascending.begin(), ascending.end());
        EXPECT_EQ(all(database, everything(), {column, true}), ascending);
    }
}

TEST_P(Queue, IsSortedByWhoHoldsItNobodyFirst) {
    const std::vector<QueueEntry> rows = load_queue(database, everything(), {QueueColumn::held_by, false}, 100).rows;
    std::vector<std::string> holders;
    for (const QueueEntry& row : rows) holders.push_back(row.held_by);
    EXPECT_TRUE(std::is_sorted(holders.begin(), holders.end()));
    EXPECT_EQ(holders[26], "");
    EXPECT_EQ(ids({rows.end() - 3, rows.end()}), (std::vector<std::string>{"R-112", "R-104", "R-113"}));
}

TEST_P(Queue, WhoseTimeIsOverNoLongerHoldsAPlaceAmongTheHolders) {
    EXPECT_EQ(all(database, everything(), {QueueColumn::held_by, true}).front(), "R-113");
    hold_report(database, "R-107", "zoe", at(200000));
    EXPECT_EQ(all(database, everything(), {QueueColumn::held_by, true}).front(), "R-107");
    for (const char* const report_id : {"R-104", "R-112", "R-113"}) {
        EXPECT_EQ(load_queue_entry(database, report_id)->held_by, "") << report_id;
    }
}

TEST_P(Queue, NamesAreSortedWithoutCaseAndAccents) {
    const std::vector<QueueEntry> rows = load_queue(database, everything(), {QueueColumn::programme, false}, 100).rows;
    EXPECT_EQ(rows.front().programme_name, "dans les hôtels");
    EXPECT_EQ(rows.back().programme_name, "Épicerie");
    const std::vector<QueueEntry> shoppers =
        load_queue(database, everything(), {QueueColumn::shopper, false}, 100).rows;
    EXPECT_EQ(shoppers.front().shopper_name, "C-2");
    EXPECT_EQ(shoppers.back().shopper_name, "Zoé");
}

TEST_P(Queue, EveryFilterKeepsExactlyItsRows) {
    const std::vector<QueueEntry> rows = load_queue(database, everything(), {}, 100).rows;
    const auto expect = [&](const QueueFilter& filter, auto&& keeps) {
        std::vector<std::string> expected;
        for (const QueueEntry& row : rows) {
            if (keeps(row)) expected.push_back(row.report_id);
        }
        EXPECT_FALSE(expected.empty());
        EXPECT_LT(expected.size(), rows.size());
        EXPECT_EQ(all(database, filter), expected);
        EXPECT_EQ(count_queue(database, filter), static_cast<std::int64_t>(expected.size()));
    };
    QueueFilter filter = everything();
    filter.programme = "hotel";
    expect(filter, [](const QueueEntry& row) { return row.programme == "hotel"; });
    filter.recommendation = Decision::accept;
    filter.with_missing = true;
    expect(filter, [](const QueueEntry& row) {
        return row.programme == "hotel" && row.recommendation == Decision::accept && row.missing > 0;
    });
    filter = everything();
    filter.shopper = "C-2";
    filter.with_flags = true;
    expect(filter, [](const QueueEntry& row) { return row.shopper_id == "C-2" && row.flags > 0; });
    filter = everything();
    filter.site = "S-3";
    expect(filter, [](const QueueEntry& row) { return row.site_id == "S-3"; });
    filter = everything();
    filter.due_before = at(120);
    expect(filter, [](const QueueEntry& row) { return row.due_at && *row.due_at < at(120); });
    filter = {};
    filter.states = {ReportState::submitted, ReportState::accepted};
    expect(filter, [](const QueueEntry& row) {
        return row.state == ReportState::submitted || row.state == ReportState::accepted;
    });
    filter = everything();
    filter.held_by = "anne";
    expect(filter, [](const QueueEntry& row) { return row.held_by == "anne"; });
    filter.held_by = "";
    expect(filter, [](const QueueEntry& row) { return row.held_by.empty(); });
}

TEST_P(Queue, SearchingFindsReportsByTheirComments) {
    QueueFilter filter = everything();
    filter.search = "BRULE od";
    EXPECT_THAT(all(database, filter), testing::UnorderedElementsAre("R-100", "R-110", "R-120"));
    EXPECT_EQ(count_queue(database, filter), 3);
    filter.search = "introuvable";
    EXPECT_THAT(all(database, filter), IsEmpty());
    filter.search = "?!";
    EXPECT_THAT(all(database, filter), IsEmpty());
}

TEST_P(Queue, PositionCountsTheRowsBefore) {
    for (const QueueColumn column : {QueueColumn::due_at, QueueColumn::flags, QueueColumn::site, QueueColumn::state}) {
        for (const bool descending : {false, true}) {
            const std::vector<std::string> order = all(database, everything(), {column, descending});
            for (std::size_t i = 0; i < order.size(); i += 4) {
                EXPECT_EQ(queue_position(database, everything(), {column, descending}, order[i]),
                          static_cast<std::int64_t>(i));
            }
        }
    }
    EXPECT_EQ(queue_position(database, {}, {}, "R-100"), std::nullopt) << "accepted: not in this list";
    QueueFilter filter;
    filter.programme = "hotel";
    EXPECT_EQ(queue_position(database, filter, {}, "R-104"), std::nullopt);
}

TEST_P(Queue, OpensAtAReport) {
    const std::vector<std::string> order = all(database, {});
    const QueueEntry row = *load_queue_entry(database, order[12]);
    EXPECT_EQ(ids(load_queue(database, {}, {}, 2, cursor_at(row, {})).rows),
              (std::vector<std::string>{order[13], order[14]}));
}

TEST_P(Queue, CountsUpToABound) {
    EXPECT_EQ(count_queue(database), 27);
    EXPECT_EQ(count_queue(database, {}, 10), 10);
    EXPECT_EQ(count_queue(database, {}, 100), 27);
}

TEST_P(Queue, RowsComeByTheirIds) {
    const std::vector<std::string> wanted{"R-120", "R-999", "R-100"};
    EXPECT_THAT(ids(load_queue_entries(database, wanted)), ElementsAre("R-120", "R-100"));
}

TEST_P(Queue, FollowsTheRosterAndTheRatings) {
    Batch batch(database);
    batch.put_shopper({"C-2", "Nouveau Nom", "", "", "", {}, ""});
    batch.put_site({"S-2", "epicerie", "Autre lieu", "Gaspé", ""});
    batch.commit();
    give_rating(database, "C-2", {3.75, 0.5, false, {}}, at(102));
    const QueueEntry row = *load_queue_entry(database, "R-122");
    EXPECT_EQ(row.shopper_name, "Nouveau Nom");
    EXPECT_EQ(row.site_name, "Autre lieu");
    EXPECT_EQ(row.site_city, "Gaspé");
    EXPECT_EQ(row.reliability, 3.75);
    EXPECT_EQ(load_queue_entry(database, "R-102")->reliability, std::nullopt)
        << "a decided report shows the rating it was decided with";
}

TEST_P(Queue, ACursorOfAnotherOrderIsRefused) {
    const std::string cursor = load_queue(database, {}, {}, 3).next;
    EXPECT_THROW((void)load_queue(database, {}, {QueueColumn::site, false}, 3, cursor), Error);
    EXPECT_THROW((void)load_queue(database, {}, {}, 3, "x"), Error);
}

}  // namespace relis::store::test
