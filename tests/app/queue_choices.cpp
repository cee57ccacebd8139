// Columns and filters of the queue as a reviewer chooses and keeps them.
#include <gtest/gtest.h>

#include "app/queue_columns.h"
#include "app/saved_filters.h"

namespace relis::app {
namespace {

TEST(QueueColumnsChosen, ComeBackAsTheyWereKept) {
    QueueColumns columns;
    ASSERT_TRUE(columns.choose({{QueueField::site, true}, {QueueField::due, true}, {QueueField::french, false}}));
    const QueueColumns again(columns.text());
    EXPECT_EQ(again.all(), columns.all());
    EXPECT_EQ(again.shown(), (std::vector{QueueField::site, QueueField::due}));
    EXPECT_EQ(again.all().size(), queue_fields().size()) << "those not named follow, not shown";
}

TEST(QueueColumnsChosen, NeverShowNothing) {
    QueueColumns columns;
    EXPECT_FALSE(columns.choose({{QueueField::site, false}}));
    EXPECT_FALSE(columns.shown().empty());
    EXPECT_EQ(QueueColumns("-due,-site").all(), QueueColumns().all());
    EXPECT_EQ(QueueColumns("").all(), QueueColumns().all());
}

TEST(QueueColumnsChosen, OfAnotherVersionAreReadAsFarAsTheyGo) {
    const QueueColumns columns("site,weather,due,due,-");
    EXPECT_EQ(columns.all().size(), queue_fields().size());
    const auto shown = columns.shown();
    const auto place = [&](QueueField field) { return std::find(shown.begin(), shown.end(), field); };
    EXPECT_LT(place(QueueField::site), place(QueueField::due));
    EXPECT_NE(place(QueueField::recommendation), shown.end()) << "unknown to that version: as at first";
    EXPECT_EQ(place(QueueField::reliability), shown.end());
}

TEST(QueueColumnsChosen, FollowWhatIsDragged) {
    QueueColumns columns("due,-report,site,shopper");
    std::vector<QueueField> shown = columns.shown();
    std::swap(shown.front(), shown.back());
    columns.reorder(shown);
    EXPECT_EQ(columns.shown(), shown);
    EXPECT_EQ(columns.all().size(), queue_fields().size());
    EXPECT_NE(std::find(columns.all().begin(), columns.all().end(), QueueColumns::Choice{QueueField::report, false}),
              columns.all().end());
}

TEST(FiltersSaved, ComeBackWithTheirOrder) {
    review::QueueQuery query;
    query.state = review::ReportState::rework_requested;
    query.open_only = false;
    query.programme = "épicerie";
    query.recommendation = Decision::reassign;
    query.search = "caisse d'attente";
    query.sort = review::QueueColumn::reliability;
    query.descending = true;
    EXPECT_EQ(fields_of(query_of(fields_of(query))), fields_of(query));
    EXPECT_EQ(query_of(fields_of(query)).sort, review::QueueColumn::reliability);
    EXPECT_EQ(query_of(fields_of(query)).search, query.search);
    std::map<std::string, std::string> among{{"report", "R-1"}, {"search", "no part of it"}};
    put_query(among, query);
    EXPECT_EQ(fields_of(query_among(among)), fields_of(query));
}

TEST(FiltersSaved, TellWaitingFromAll) {
    review::QueueQuery all;
    all.open_only = false;
    EXPECT_FALSE(query_of(fields_of(all)).open_only);
    EXPECT_TRUE(query_of({}).open_only);
    EXPECT_TRUE(query_of({{"state", "a state of tomorrow"}, {"sort", "moon"}}).open_only);
}

TEST(FiltersSaved, EveryOrderComesBack) {
    for (const QueueFieldTraits& field : queue_fields()) {
        ASSERT_TRUE(field.sort) << field.key << ": the queue is sorted by every column";
        EXPECT_EQ(sort_of(sort_key(*field.sort)), *field.sort) << field.key;
        EXPECT_EQ(sort_of(std::to_string(static_cast<int>(*field.sort))), *field.sort) << "an older configuration";
        review::QueueQuery query;
        query.sort = *field.sort;
        EXPECT_EQ(query_of(fields_of(query)).sort, *field.sort) << field.key;
    }
}

TEST(FiltersSaved, AnOrderOfAnotherVersionIsNone) {
    for (const char* const key : {"", "moon", "99", "-1", "1.5", "due,site"}) {
        EXPECT_FALSE(sort_of(key)) << key;
    }
}

TEST(FiltersSaved, KeepOneFilterAName) {
    SavedFilters filters;
    review::QueueQuery late;
    late.search = "retard";
    EXPECT_TRUE(filters.save(" Retards ", late));
    EXPECT_TRUE(filters.save("Autre", {}));
    late.search = "en retard";
    EXPECT_TRUE(filters.save("Retards", late));
    ASSERT_EQ(filters.all().size(), 2U);
    EXPECT_EQ(filters.all().front().name, "Retards");
    EXPECT_EQ(filters.find(late), 0U);
    EXPECT_FALSE(filters.save("  ", late));
    filters.remove(0);
    filters.remove(7);
    ASSERT_EQ(filters.all().size(), 1U);
    EXPECT_EQ(filters.find(late), std::nullopt);
}

}  // namespace
}  // namespace relis::app
