#include "app/queue_model.h"

#include <latch>

#include <gtest/gtest.h>

#include "fake_desk.h"

namespace relis::app {
namespace {

class Queue : public testing::Test {
  protected:
    bool loaded() {
        return interface_.run_until([this] { return queue_.ready() && !queue_.loading(); });
    }

    FakeDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    QueueModel queue_{desk_, background_, 20};
};

TEST_F(Queue, LoadsItsFirstPageOnly) {
    desk_.add_rows(100);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.rows().size(), 20U);
    EXPECT_FALSE(queue_.complete());
}

TEST_F(Queue, LoadsTheNextPageWhenTheEndComesNear) {
    desk_.add_rows(50);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    queue_.need(3);
    EXPECT_FALSE(queue_.loading()) << "far from the end nothing is loaded";
    queue_.need(18);
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.rows().size(), 40U);
    EXPECT_EQ(queue_.rows().back().report_id, "R-39");
    queue_.need(39);
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.rows().size(), 50U);
    EXPECT_TRUE(queue_.complete());
}

TEST_F(Queue, CountsAllRowsWithoutLoadingThem) {
    desk_.add_rows(1000);
    queue_.refresh();
    ASSERT_TRUE(interface_.run_until([this] { return queue_.count().has_value(); }));
    EXPECT_EQ(*queue_.count(), 1000U);
    EXPECT_LE(queue_.rows().size(), 20U);
}

TEST_F(Queue, FiltersByWhatIsSearched) {
    desk_.add_rows(30);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    queue_.set_search("R-17");
    ASSERT_TRUE(loaded());
    ASSERT_EQ(queue_.rows().size(), 1U);
    EXPECT_EQ(queue_.rows().front().report_id, "R-17");
    EXPECT_TRUE(queue_.filtered());
    queue_.clear_filters();
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.rows().size(), 20U);
}

TEST_F(Queue, SortsTheOtherWayRoundWhenAskedTwice) {
    desk_.add_rows(5);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    queue_.sort_by(review::QueueColumn::due_at);
    ASSERT_TRUE(loaded());
    EXPECT_TRUE(queue_.query().descending);
    EXPECT_EQ(queue_.rows().front().report_id, "R-4");
    queue_.sort_by(review::QueueColumn::due_at);
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.rows().front().report_id, "R-0");
}

TEST_F(Queue, DropsTheAnswerOfAnEarlierFilter) {
    desk_.add_rows(30);
    std::latch slow_may_end(1);
    desk_.before_page = [&](const review::QueueQuery& query) {
        if (query.search == "R-1") slow_may_end.wait();
    };
    queue_.set_search("R-1");
    queue_.set_search("R-25");
    ASSERT_TRUE(loaded());
    slow_may_end.count_down();
    queue_.set_recommendation(Decision::accept);  // something that comes after the stale answer
    ASSERT_TRUE(loaded());
    interface_.run_until([this] { return queue_.count().has_value(); });
    ASSERT_EQ(queue_.rows().size(), 1U);
    EXPECT_EQ(queue_.rows().front().report_id, "R-25");
}

TEST_F(Queue, SelectsTheFollowingRowWhenTheSelectedOneLeaves) {
    desk_.add_rows(3);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    queue_.select(std::size_t{1});
    queue_.remove("R-1");
    EXPECT_EQ(queue_.selected_id(), "R-2");
    queue_.remove("R-2");
    EXPECT_EQ(queue_.selected_id(), "R-0");
    queue_.remove("R-0");
    EXPECT_EQ(queue_.selected_id(), "");
    EXPECT_EQ(queue_.count(), 0U);
}

TEST_F(Queue, MarksTheRowsBetweenTwoEitherWayRound) {
    desk_.add_rows(6);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    queue_.mark_rows(1, 3);
    EXPECT_EQ(queue_.marked(), (std::vector<std::string>{"R-1", "R-2", "R-3"}));
    queue_.mark_rows(5, 4);
    EXPECT_EQ(queue_.marked(), (std::vector<std::string>{"R-4", "R-5"})) << "in the order of the list";
    queue_.mark_rows(2, 2);
    EXPECT_EQ(queue_.marked(), std::vector<std::string>{"R-2"});
}

TEST_F(Queue, KeepsTheSelectionThroughARefresh) {
    desk_.add_rows(60);
    queue_.refresh();
    ASSERT_TRUE(loaded());
    queue_.need(19);
    ASSERT_TRUE(loaded());
    queue_.select("R-33");
    queue_.refresh();
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.selected(), 33U) << "as many rows are loaded again as stood there";
}

TEST_F(Queue, TellsWhyItCouldNotBeRead) {
    desk_.before_page = [](const review::QueueQuery&) { throw std::runtime_error("database is locked"); };
    queue_.refresh();
    ASSERT_TRUE(loaded());
    EXPECT_EQ(queue_.error().en, "database is locked");
    ASSERT_TRUE(interface_.run_until([this] { return !interface_.reported.empty(); }));
    EXPECT_EQ(interface_.reported.front(), "database is locked");
}

}  // namespace
}  // namespace relis::app
