#include "app/session.h"

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "fake_desk.h"

namespace relis::app {
namespace {

class Reviewing : public testing::Test {
  protected:
    void start() {
        session_.start();
        ASSERT_TRUE(interface_.run_until([this] { return session_.report().current(); }));
    }
    bool opened(const std::string& report_id) {
        return interface_.run_until([&] {
            return session_.report().current() && session_.report().report_id() == report_id &&
                   session_.decision().can_decide();
        });
    }

    FakeDesk desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    Session session_{desk_, background_};
};

TEST_F(Reviewing, OpensTheMostUrgentReportAtStart) {
    desk_.add_rows(3);
    start();
    EXPECT_EQ(session_.report().report_id(), "R-0");
    EXPECT_TRUE(session_.decision().can_decide());
}

TEST_F(Reviewing, AcceptsAtOnceAndOpensTheNextReport) {
    desk_.add_rows(3);
    start();
    session_.decision().choose(Decision::accept);
    ASSERT_TRUE(opened("R-1"));
    ASSERT_EQ(desk_.decided.size(), 1U);
    EXPECT_EQ(desk_.decided.front().report_id, "R-0");
    EXPECT_EQ(session_.queue().rows().size(), 2U);
    EXPECT_TRUE(session_.decision().can_undo());
}

TEST_F(Reviewing, BringsTheReportBackWhenTheDecisionIsUndone) {
    desk_.add_rows(3);
    start();
    session_.decision().choose(Decision::accept);
    ASSERT_TRUE(opened("R-1"));
    session_.decision().undo();
    ASSERT_TRUE(opened("R-0"));
    ASSERT_TRUE(interface_.run_until([this] { return session_.queue().rows().size() == 3U; }));
    EXPECT_EQ(desk_.undone, std::vector<std::string>{"R-0"});
    EXPECT_EQ(session_.queue().selected_id(), "R-0");
    EXPECT_FALSE(session_.decision().can_undo());
}

TEST_F(Reviewing, OpensADraftWithThePrefilledMessageForARework) {
    desk_.rows = {FakeDesk::make_row("R-0", Decision::rework), FakeDesk::make_row("R-1")};
    start();
    session_.decision().choose(Decision::rework);
    ASSERT_TRUE(session_.decision().draft());
    EXPECT_EQ(session_.decision().draft()->message, "Bonjour, à propos de R-0");
    EXPECT_EQ(session_.decision().draft()->new_due_at, desk_.default_rework_due());
    EXPECT_FALSE(session_.decision().needs_reason(Decision::rework));
    EXPECT_TRUE(desk_.decided.empty()) << "nothing is recorded before it is confirmed";
    DecisionDraft draft = *session_.decision().draft();
    draft.message = "Merci de compléter.";
    session_.decision().edit(draft);
    session_.decision().confirm();
    ASSERT_TRUE(opened("R-1"));
    EXPECT_EQ(desk_.decided.front().message, "Merci de compléter.");
    EXPECT_FALSE(session_.decision().draft());
}

TEST_F(Reviewing, AsksForAReasonWhenAcceptingAgainstTheRecommendation) {
    desk_.rows = {FakeDesk::make_row("R-0", Decision::rework)};
    start();
    session_.decision().choose(Decision::accept);
    EXPECT_TRUE(desk_.decided.empty());
    ASSERT_TRUE(session_.decision().draft());
    EXPECT_TRUE(session_.decision().needs_reason(Decision::accept));
}

TEST_F(Reviewing, KeepsWhatWasTypedWhenAnotherReportIsOpened) {
    desk_.add_rows(2);
    start();
    session_.decision().choose(Decision::rework);
    DecisionDraft draft = *session_.decision().draft();
    draft.message = "À moitié écrit";
    session_.decision().edit(draft);
    session_.queue().select(std::size_t{1});
    ASSERT_TRUE(opened("R-1"));
    EXPECT_FALSE(session_.decision().draft());
    session_.queue().select(std::size_t{0});
    ASSERT_TRUE(opened("R-0"));
    session_.decision().choose(Decision::rework);
    EXPECT_EQ(session_.decision().draft()->message, "À moitié écrit");
}

TEST_F(Reviewing, KeepsTheDraftOpenThroughARefresh) {
    desk_.add_rows(2);
    start();
    session_.decision().choose(Decision::rework);
    session_.refresh();
    ASSERT_TRUE(interface_.run_until([this] { return !session_.report().loading() && !session_.queue().loading(); }));
    EXPECT_TRUE(session_.decision().draft());
}

TEST_F(Reviewing, ShowsARefusalAndKeepsTheReport) {
    desk_.add_rows(2);
    desk_.refusal = {"déjà décidé par Louise", "decided by Louise meanwhile"};
    start();
    session_.decision().choose(Decision::accept);
    ASSERT_TRUE(interface_.run_until([this] { return !session_.decision().refusal().en.empty(); }));
    EXPECT_EQ(session_.decision().refusal(), desk_.refusal);
    EXPECT_EQ(session_.report().report_id(), "R-0");
    EXPECT_EQ(session_.queue().rows().size(), 2U);
    EXPECT_FALSE(session_.decision().can_undo());
}

TEST_F(Reviewing, HoldsTheOpenReportOnly) {
    desk_.add_rows(3);
    start();
    session_.queue().select(std::size_t{1});
    ASSERT_TRUE(opened("R-1"));
    session_.queue().select(std::size_t{2});
    ASSERT_TRUE(opened("R-2"));
    bool settled = false;
    const auto news = session_.report().notifier().subscribe(
        [&](ReportModel::News what) { settled = settled || what == ReportModel::News::holder; });
    ASSERT_TRUE(interface_.run_until([&] { return settled; }));
    EXPECT_EQ(desk_.held, std::vector<std::string>{"R-2"});
}

TEST_F(Reviewing, TellsWhoElseHasTheReportOpen) {
    desk_.add_rows(1);
    desk_.other_holder = "Louise";
    start();
    ASSERT_TRUE(interface_.run_until([this] { return !session_.report().held_by().empty(); }));
    EXPECT_EQ(session_.report().held_by(), "Louise");
    EXPECT_EQ(session_.queue().rows().front().held_by, "Louise");
}

TEST_F(Reviewing, SaysWhyAReportCouldNotBeOpened) {
    desk_.add_rows(1);
    desk_.loader = [](const std::string&) -> review::ReportDetails { throw std::runtime_error("the disk is full"); };
    session_.start();
    ASSERT_TRUE(interface_.run_until([this] { return !session_.report().error().en.empty(); }));
    EXPECT_EQ(session_.report().error().en, "the disk is full");
    EXPECT_FALSE(session_.decision().can_decide());
}

TEST_F(Reviewing, ImportsThenAssessesThenShowsTheNewReports) {
    session_.start();
    ASSERT_TRUE(interface_.run_until([this] { return session_.queue().ready(); }));
    EXPECT_TRUE(session_.queue().rows().empty());
    session_.work().import("folder");
    EXPECT_EQ(session_.work().running(), LongWork::Kind::importing);
    ASSERT_TRUE(interface_.run_until([this] { return session_.work().assess_summary().has_value(); }));
    ASSERT_TRUE(opened("imported"));
}

TEST_F(Reviewing, SaysWhyAnImportFailed) {
    session_.start();
    session_.work().import("missing");
    ASSERT_TRUE(interface_.run_until([this] { return !session_.work().error().en.empty(); }));
    EXPECT_EQ(session_.work().error(), (Label{"missing : ce fichier n'existe pas", "missing: no such file"}));
    EXPECT_EQ(session_.work().running(), LongWork::Kind::none);
}

TEST_F(Reviewing, IsToldOfChangesMadeElsewhere) {
    session_.start();
    bool outdated = false;
    const auto news = session_.notifier().subscribe(
        [&](Session::News what) { outdated = outdated || what == Session::News::outdated; });
    desk_.changes().announce({review::Change::Kind::imported, {}});
    EXPECT_TRUE(interface_.run_until([&] { return outdated; }));
}

TEST_F(Reviewing, ShowsAtOnceWhatAnotherWindowDecided) {
    desk_.add_rows(5);
    start();
    desk_.rows.erase(desk_.rows.begin() + 3);
    desk_.changes().announce({review::Change::Kind::decided, "R-3"});
    ASSERT_TRUE(interface_.run_until([this] { return session_.queue().rows().size() == 4U; }));
    EXPECT_EQ(session_.report().report_id(), "R-0") << "what lies open stays";
    ASSERT_TRUE(session_.queue().last_changes());
    EXPECT_EQ(session_.queue().last_changes()->removed, std::vector<std::size_t>{3}) << "and so does the list";
}

TEST_F(Reviewing, ShowsTheOpenReportAnewWhereAnotherWindowDecidedIt) {
    desk_.add_rows(2);
    start();
    bool shown = false;
    const auto news = session_.report().notifier().subscribe(
        [&](ReportModel::News what) { shown = shown || what == ReportModel::News::shown; });
    desk_.changes().announce({review::Change::Kind::decided, "R-0"});
    EXPECT_TRUE(interface_.run_until([&] { return shown; }));
}

TEST(BackgroundWork, ContinuesOnlyWhileItsOwnerLives) {
    FakeInterface interface;
    Background background(interface.post(), interface.errors());
    bool first = false, second = false;
    Request kept;
    {
        Request gone;
        gone.perform(
            background, [](const std::stop_token&) { return 1; }, [&](int) { first = true; });
    }
    kept.ask(
        background, [](const std::stop_token&) { return 2; }, [&](int) { second = true; });
    ASSERT_TRUE(interface.run_until([&] { return second; }));
    EXPECT_FALSE(first);
}

TEST(BackgroundWork, StandsBackBehindTheInterfaceWithAllThatItStarts) {
    const auto niceness = [] { return getpriority(PRIO_PROCESS, 0); };  // of the calling thread, on Linux
    FakeInterface interface;
    Background background(interface.post(), interface.errors());
    const int before = niceness();
    std::optional<std::pair<int, int>> behind;
    Request request;
    request.ask(
        background,
        [&](const std::stop_token&) {
            return std::pair{niceness(), std::async(std::launch::async, niceness).get()};
        },
        [&](std::pair<int, int> found) { behind = found; });
    ASSERT_TRUE(interface.run_until([&] { return behind.has_value(); }));
    const int nicest = 19;
    EXPECT_TRUE(behind->first > before || before == nicest) << behind->first;
    EXPECT_EQ(behind->second, behind->first) << "and so does what it starts";
    EXPECT_EQ(niceness(), before) << "the interface stays as it was";
}

TEST(BackgroundWork, FinishesWritingBeforeItEnds) {
    FakeInterface interface;
    std::atomic<int> written = 0;
    {
        Background background(interface.post(), interface.errors(), 1);
        for (int i = 0; i < 5; ++i) {
            Request request;
            request.perform(
                background, [&](const std::stop_token&) { return ++written; }, [](int) {});
        }
    }
    EXPECT_EQ(written, 5);
}

}  // namespace
}  // namespace relis::app
