// Many reports decided at once, and taken back at once.
#include <gtest/gtest.h>

#include "app/session.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

class DecidingMany : public testing::Test {
  protected:
    void SetUp() override {
        desk_.add_rows(6);
        desk_.rows[1].recommendation = Decision::rework;
        desk_.rows[2].flags = 2;
        session_.start();
        ASSERT_TRUE(interface_.run_until([this] { return session_.report().current(); }));
    }
    bool planned() {
        return interface_.run_until([this] { return session_.batch().state() == BatchModel::State::planned; });
    }
    bool decided() {
        return interface_.run_until([this] {
            return session_.batch().state() == BatchModel::State::decided && !session_.queue().loading() &&
                   !session_.report().loading();
        });
    }

    FakeDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    Session session_{desk_, background_};
};

TEST_F(DecidingMany, ShowsWhatWouldBeDecidedBeforeAnythingIs) {
    session_.batch().plan({"R-0", "R-1", "R-2"});
    EXPECT_FALSE(session_.batch().can_confirm());
    ASSERT_TRUE(planned());
    EXPECT_EQ(session_.batch().count(Decision::accept), 1U);
    EXPECT_EQ(session_.batch().count(Decision::rework), 1U);
    EXPECT_EQ(session_.batch().left(), 1U);
    EXPECT_TRUE(desk_.decided.empty());
}

TEST_F(DecidingMany, OpensTheNextReportThatWasNotDecided) {
    session_.queue().mark({"R-0", "R-1", "R-2", "R-3"});
    session_.batch().plan(session_.queue().marked());
    ASSERT_TRUE(planned());
    session_.batch().confirm();
    ASSERT_TRUE(decided());
    EXPECT_EQ(desk_.decided.size(), 3U);
    EXPECT_EQ(session_.report().report_id(), "R-2");
    EXPECT_EQ(session_.queue().rows().size(), 3U);
    EXPECT_TRUE(session_.queue().marked().empty());
    EXPECT_EQ(session_.batch().done(), 3U);
}

TEST_F(DecidingMany, TakesAllOfThemBackAtOnceAndOnlyThem) {
    session_.queue().select("R-5");
    ASSERT_TRUE(interface_.run_until([this] { return session_.decision().can_decide(); }));
    session_.decision().choose(Decision::accept);
    ASSERT_TRUE(interface_.run_until([this] { return session_.decision().can_undo(); }));
    session_.batch().plan({"R-0", "R-1"});
    ASSERT_TRUE(planned());
    session_.batch().confirm();
    ASSERT_TRUE(decided());
    session_.decision().undo();
    ASSERT_TRUE(interface_.run_until([this] { return session_.decision().undone_count() == 2; }));
    EXPECT_EQ(desk_.undone, (std::vector<std::string>{"R-0", "R-1"}));
    ASSERT_TRUE(session_.decision().can_undo()) << "the one before is taken back by the next";
    EXPECT_EQ(session_.decision().last().report_id, "R-5");
}

TEST_F(DecidingMany, TellsWhatChangedMeanwhile) {
    session_.batch().plan({"R-0", "R-1"});
    ASSERT_TRUE(planned());
    desk_.refusal = {"déjà décidé", "decided already"};
    session_.batch().confirm();
    ASSERT_TRUE(decided());
    EXPECT_TRUE(session_.batch().result().recorded.empty());
    ASSERT_EQ(session_.batch().result().refused.size(), 2U);
    EXPECT_EQ(session_.batch().result().refused.front().obstacle.en, "decided already");
    EXPECT_FALSE(session_.decision().can_undo());
}

TEST_F(DecidingMany, StopsBeforeAnythingWasPlanned) {
    session_.batch().plan({"R-0"});
    session_.batch().stop();
    EXPECT_EQ(session_.batch().state(), BatchModel::State::idle);
    session_.batch().plan({"R-3"});
    ASSERT_TRUE(planned());
    ASSERT_EQ(session_.batch().planned().size(), 1U);
    EXPECT_EQ(session_.batch().planned().front().report_id, "R-3");
}

TEST_F(DecidingMany, KeepsWhatIsSelectedThroughARefresh) {
    session_.queue().mark({"R-1", "R-4", "gone"});
    session_.queue().refresh();
    ASSERT_TRUE(interface_.run_until([this] { return !session_.queue().loading(); }));
    EXPECT_EQ(session_.queue().marked(), (std::vector<std::string>{"R-1", "R-4"}));
    ASSERT_TRUE(session_.queue().last_changes());
    EXPECT_TRUE(session_.queue().last_changes()->none());
    session_.queue().select("R-3");
    EXPECT_TRUE(session_.queue().marked().empty()) << "one that is opened is selected alone";
}

}  // namespace
}  // namespace relis::app
