#include <gmock/gmock.h>

#include "database_implementation.h"
#include "queue_sql.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::Not;

namespace {

/// The back end's plan of a statement, one line a step.
std::string plan_of(Database& database, const QueueStatement& statement) {
    return read(database, [&](Connection& c) {
        std::string plan;
        if (c.is_postgresql()) {
            // So few rows are cheaper to sort than to read in order; what is asked is whether an index has the order
            c.script("SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off");
            c.each("t", "EXPLAIN " + statement.sql, statement.arguments, [&](Row& row) { plan += row.text() + "\n"; });
            c.script("RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_sort");
        } else {
            c.each("iiit", "EXPLAIN QUERY PLAN " + statement.sql, statement.arguments, [&](Row& row) {
                row.integer();
                row.integer();
                row.integer();
                plan += row.text() + "\n";
            });
        }
        return plan;
    });
}

struct SortIndex {
    QueueColumn column;
    const char* index;
};

constexpr SortIndex sort_indexes[] = {{QueueColumn::due_at, "queue_by_due_at"},
                                      {QueueColumn::submitted_at, "queue_by_submitted_at"},
                                      {QueueColumn::programme, "queue_by_programme"},
                                      {QueueColumn::site, "queue_by_site"},
                                      {QueueColumn::shopper, "queue_by_shopper"},
                                      {QueueColumn::reliability, "queue_by_reliability"},
                                      {QueueColumn::detail, "queue_by_detail"},
                                      {QueueColumn::french, "queue_by_french"},
                                      {QueueColumn::flags, "queue_by_flags"},
                                      {QueueColumn::missing, "queue_by_missing"},
                                      {QueueColumn::recommendation, "queue_by_recommendation"},
                                      {QueueColumn::state, "queue_by_due_at"},
                                      {QueueColumn::held_by, "queue_by_held_by"}};

}  // namespace

class QueuePlan : public StoreTest {
  protected:
    QueuePlan() {
        {
            Batch batch(database);
            batch.add_questionnaire({"epicerie", 1, "epicerie", "", "{}"});
            for (int i = 0; i < 400; ++i) {
                Report report = make_report("R-" + std::to_string(i));
                report.answers.clear();
                report.programme = "P-" + std::to_string(i % 6);
                report.shopper_id = "C-" + std::to_string(i % 25);
                report.site.id = "S-" + std::to_string(i % 40);
                report.due_at = at(i * 7);
                report.submitted_at = at(i * 3);
                batch.add_report(report, at(0), "f");
            }
            batch.commit();
        }
        read(database, [](Connection& c) { c.script("ANALYZE"); });
    }

    std::string plan(const QueueFilter& filter, const QueueSort& sort, bool backward, bool from_a_place) {
        const QueueEntry row = *load_queue_entry(database, "R-20");
        return read(database, [&](Connection& c) {
            return plan_of(database,
                           rows_statement(c, filter, SearchPlan::none, ReportState::submitted, sort, backward,
                                          from_a_place ? std::optional(place_of(row, sort)) : std::nullopt, 100));
        });
    }

    /// One range of that index, read in its order.
    void expect_index_order(const std::string& plan, const std::string& index) {
        EXPECT_THAT(plan, HasSubstr(index));
        if (database.is_postgresql()) {
            EXPECT_THAT(plan, Not(HasSubstr("Sort")));
            EXPECT_THAT(plan, Not(HasSubstr("Seq Scan")));
        } else {
            EXPECT_THAT(plan, Not(HasSubstr("TEMP B-TREE")));
            EXPECT_THAT(plan, HasSubstr("SEARCH"));
        }
    }
};
RELIS_ON_BOTH_BACK_ENDS(QueuePlan);

TEST_P(QueuePlan, EverySortReadsOneIndexInItsOrder) {
    for (const SortIndex& sort : sort_indexes) {
        for (const bool descending : {false, true}) {
            for (const bool from_a_place : {false, true}) {
                const std::string text = plan({}, {sort.column, descending}, false, from_a_place);
                expect_index_order(text, sort.index);
            }
        }
    }
}

TEST_P(QueuePlan, UrgencyAndPagingBackwardReadOneIndexToo) {
    expect_index_order(plan({}, {}, false, false), "queue_by_due_at");
    expect_index_order(plan({}, {}, true, true), "queue_by_due_at");
    expect_index_order(plan({}, {QueueColumn::submitted_at, true}, false, true), "queue_by_submitted_at");
}

TEST_P(QueuePlan, ProgrammeSiteAndShopperHaveTheirOwnIndexByUrgency) {
    QueueFilter filter;
    filter.programme = "P-1";
    expect_index_order(plan(filter, {}, false, true), "queue_of_programme");
    filter = {};
    filter.site = "S-3";
    expect_index_order(plan(filter, {}, false, true), "queue_of_site");
    filter = {};
    filter.shopper = "C-3";
    expect_index_order(plan(filter, {}, false, true), "queue_of_shopper");
}

TEST_P(QueuePlan, CountingReadsAnIndexOnly) {
    const std::string text = read(database, [&](Connection& c) {
        return plan_of(database, count_statement(c, {}, SearchPlan::none, std::nullopt, {}, std::nullopt, 0));
    });
    EXPECT_THAT(text, testing::AnyOf(HasSubstr("COVERING INDEX"), HasSubstr("Index Only Scan"), HasSubstr("Index Scan"),
                                     HasSubstr("Bitmap Index Scan")))
        << text;
    EXPECT_THAT(text, Not(HasSubstr("Seq Scan")));
}

TEST_P(QueuePlan, ARareWordIsSoughtInTheWordIndexFirst) {
    QueueFilter filter;
    filter.search = "introuvable";
    const std::string text = read(database, [&](Connection& c) {
        return plan_of(database, rows_statement(c, filter, SearchPlan::rare, ReportState::submitted, {}, false,
                                                std::nullopt, 100));
    });
    if (database.is_postgresql()) {
        EXPECT_THAT(text, HasSubstr("comment_search"));
    } else {
        EXPECT_THAT(text, HasSubstr("sqlite_autoindex_queue_entries_1 (report_id=?)")) << text;
        EXPECT_THAT(text, HasSubstr("comment_search VIRTUAL TABLE"));
    }
}

}  // namespace relis::store::test
