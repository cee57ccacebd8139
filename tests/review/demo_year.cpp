// The demonstration's year: what it holds, that it holds together, and that it is the same each time.
#include "review/demo_year.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/temporary_folder.h"
#include "review/appeals.h"
#include "review/criteria.h"
#include "review/database.h"
#include "review/interventions.h"
#include "review/outbox.h"
#include "review/queue.h"
#include "review/rework.h"
#include "review/statistics.h"
#include "review/tiers.h"

namespace relis::review {
namespace {

using testing::IsEmpty;

class DemoYear : public testing::Test {
  protected:
    static constexpr const char* end = "2026-06-18T12:00:00-04:00";

    DemoYearSummary live(const std::string& file, std::size_t reports) {
        DemoYearOptions year;
        year.data = std::filesystem::path(RELIS_SOURCE_FOLDER) / "data";
        year.reports = reports;
        year.until = parse_moment(end);
        return live_demo_year(options(file), year);
    }
    [[nodiscard]] WorkspaceOptions options(const std::string& file) const {
        return {(folder_.path() / file).string(), RELIS_PLUGIN_FOLDER, "dora"};
    }

    test::TemporaryFolder folder_;
};

TEST_F(DemoYear, HoldsEveryKindOfWorkAndEveryWindowHasSomethingToShow) {
    const DemoYearSummary year = live("year.sqlite", 600);
    Workspace workspace(options("year.sqlite"));
    EXPECT_THAT(check_database(workspace), IsEmpty());
    EXPECT_THAT(verify_ratings(workspace), IsEmpty()) << "each rating is what the log gives";

    EXPECT_GT(year.decisions, 600U);
    for (const auto& [name, count] : std::map<std::string, std::size_t>{{"in time", year.reworks_in_time},
                                                                        {"late", year.reworks_late},
                                                                        {"never", year.reworks_unanswered},
                                                                        {"reminders", year.reminders},
                                                                        {"left out", year.left_out},
                                                                        {"withdrawn reports", year.withdrawn_reports},
                                                                        {"surplus", year.surplus},
                                                                        {"given", year.given},
                                                                        {"free", year.free_missions},
                                                                        {"cancelled", year.cancelled},
                                                                        {"missed", year.missed},
                                                                        {"dismissals", year.dismissals},
                                                                        {"own scores", year.own_scores},
                                                                        {"late appeals", year.late_appeals},
                                                                        {"partly", year.appeals_partly},
                                                                        {"notes", year.notes},
                                                                        {"confirmed", year.confirmed}}) {
        EXPECT_GT(count, 0U) << name;
    }

    std::map<AppealState, std::size_t> appeals;
    for (const Appeal& appeal : list_appeals(workspace)) {
        ++appeals[appeal.state];
    }
    EXPECT_EQ(appeals[AppealState::upheld], year.appeals_upheld);
    EXPECT_EQ(appeals[AppealState::partly_upheld], year.appeals_partly);
    EXPECT_EQ(appeals[AppealState::dismissed], year.appeals_dismissed);
    EXPECT_GT(appeals[AppealState::upheld], 5U);
    EXPECT_GT(appeals[AppealState::dismissed], 5U);
    EXPECT_THAT(waiting_appeals(workspace), testing::SizeIs(testing::Ge(3U))) << "some still wait";

    std::set<Tier> tiers;
    for (const ShopperTier& shopper : shopper_tiers(workspace)) {
        tiers.insert(shopper.tier);
    }
    EXPECT_EQ(tiers.size(), 5U) << "newcomer, reliable, excellent, at risk, withdrawn";
    std::set<std::string> mails;
    for (const OutboxMail& mail : outbox_mails(workspace)) {
        mails.insert(mail.state);
    }
    EXPECT_THAT(mails, testing::IsSupersetOf({"sent", "failed", "waiting"}));
    EXPECT_THAT(held_reports(workspace), testing::Not(IsEmpty()));

    const Statistics figures = statistics(workspace, {}, *parse_moment(end));
    EXPECT_EQ(figures.programmes.size(), 6U);
    EXPECT_THAT(figures.rules, testing::Not(IsEmpty()));
}

TEST_F(DemoYear, IsTheSameForTheSameSeedAndEnd) {
    (void)live("first.sqlite", 60);
    (void)live("second.sqlite", 60);
    Workspace first(options("first.sqlite"));
    Workspace second(options("second.sqlite"));
    const Moment at = *parse_moment(end);
    EXPECT_EQ(to_json(statistics(first, {}, at)), to_json(statistics(second, {}, at)));
    EXPECT_EQ(list_appeals(first), list_appeals(second));
    EXPECT_EQ(to_json(shopper_tiers(first)), to_json(shopper_tiers(second)));
}

}  // namespace
}  // namespace relis::review
