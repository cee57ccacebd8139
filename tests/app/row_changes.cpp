#include "app/row_changes.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace relis::app {
namespace {

std::vector<review::QueueRow> rows_of(const std::string& ids) {
    std::vector<review::QueueRow> rows;
    std::istringstream words(ids);
    for (std::string id; words >> id;) {
        rows.emplace_back().report_id = id;
    }
    return rows;
}

/// What the list does with the changes, in its order.
std::string applied(const std::string& before, const std::string& after) {
    std::vector<review::QueueRow> rows = rows_of(before);
    const std::vector<review::QueueRow> wanted = rows_of(after);
    const auto changes = changes_between(rows, wanted);
    if (!changes) {
        return "made anew";
    }
    for (const std::size_t row : changes->removed) {
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(row));
    }
    for (const std::size_t row : changes->inserted) {
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(row), wanted[row]);
    }
    std::string ids;
    for (const review::QueueRow& row : rows) {
        ids += (ids.empty() ? "" : " ") + row.report_id;
    }
    return ids;
}

TEST(RowsThatChanged, BecomeTheNewOnes) {
    for (const char* const after :
         {"a b c d e", "b c d e", "a b c d", "a c e", "x a b c d e", "a b c x d e y", "x y z", "", "a b x d e", "c"}) {
        EXPECT_EQ(applied("a b c d e", after), after);
    }
    EXPECT_EQ(applied("", "a b"), "a b");
}

TEST(RowsThatChanged, AreNoneWhereTheSameReportsCameBack) {
    EXPECT_TRUE(changes_between(rows_of("a b c"), rows_of("a b c"))->none());
}

TEST(RowsThatChanged, TouchOnlyWhatCameOrLeft) {
    const auto changes = changes_between(rows_of("a b c d e"), rows_of("a c d x e"));
    ASSERT_TRUE(changes);
    EXPECT_EQ(changes->removed, std::vector<std::size_t>{1});
    EXPECT_EQ(changes->inserted, std::vector<std::size_t>{3});
}

TEST(RowsThatChanged, AreMadeAnewInAnotherOrderOrWhereTooManyChanged) {
    EXPECT_EQ(applied("a b c", "c b a"), "made anew");
    EXPECT_EQ(applied("a b c", "b a c"), "made anew");
    std::string many;
    for (int i = 0; i < 300; ++i) {
        many += "R" + std::to_string(i) + " ";
    }
    EXPECT_EQ(applied("a", many), "made anew");
}

}  // namespace
}  // namespace relis::app
