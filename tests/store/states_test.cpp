#include "store/states.h"

#include <fstream>
#include <set>
#include <tuple>

#include <gmock/gmock.h>

namespace relis::store::test {

using testing::HasSubstr;
using enum ReportState;

namespace {

constexpr std::array all_moves{Move::assess,   Move::accept,    Move::rework,       Move::reassign,    Move::resubmit,
                               Move::files,    Move::expire,    Move::undo,         Move::hold,        Move::release,
                               Move::withdraw, Move::reinstate, Move::keep_surplus, Move::drop_surplus};

std::string drawing() {
    std::string text = "```mermaid\nstateDiagram-v2\n    [*] --> submitted: import (shopper)\n";
    for (const Transition& transition : transitions) {
        text += "    " + std::string(to_string(transition.from)) + " --> " + std::string(to_string(transition.to)) +
                ": " + std::string(to_string(transition.move)) + " (" + std::string(to_string(transition.who)) + ")\n";
    }
    return text + "```\n";
}

}  // namespace

TEST(Transitions, AreDrawnInTheReadme) {
    std::ifstream file(RELIS_SOURCE_FOLDER "/host/store/README.md");
    const std::string readme{std::istreambuf_iterator<char>(file), {}};
    EXPECT_THAT(readme, HasSubstr(drawing())) << "copy the drawing above into host/store/README.md";
}

TEST(Transitions, StandOnceEach) {
    std::set<std::tuple<ReportState, Move, ReportState>> seen;
    for (const Transition& transition : transitions) {
        EXPECT_TRUE(seen.emplace(transition.from, transition.move, transition.to).second)
            << to_string(transition.from) << " " << to_string(transition.move);
    }
}

TEST(Transitions, LeaveNoStateWithoutAWayOutAndReachEveryOne) {
    for (const ReportState state : all_report_states) {
        int out = 0;
        int into = 0;
        for (const Transition& transition : transitions) {
            out += transition.from == state && transition.to != state ? 1 : 0;
            into += transition.to == state ? 1 : 0;
        }
        EXPECT_GT(out, 0) << to_string(state);
        EXPECT_GT(into, 0) << to_string(state);
    }
}

TEST(Transitions, NothingIsAcceptedButByAPerson) {
    for (const Transition& transition : transitions) {
        if (transition.to == accepted) {
            EXPECT_EQ(transition.move, Move::accept);
            EXPECT_EQ(transition.who, Actor::reviewer);
        }
    }
}

TEST(Transitions, OnlyAReportThatAwaitsADecisionIsDecided) {
    for (const ReportState state : all_report_states) {
        for (const Decision decision : {Decision::accept, Decision::rework, Decision::reassign}) {
            EXPECT_EQ(next_state(state, move_of(decision)).has_value(), state == assessed) << to_string(state);
        }
    }
}

TEST(Transitions, ARevisionIsTakenUntilTheReportIsDecidedOrWithdrawn) {
    for (const ReportState state : {submitted, assessed, held, rework_requested}) {
        EXPECT_EQ(next_state(state, Move::resubmit), submitted) << to_string(state);
    }
    for (const ReportState state : {accepted, reassigned, withdrawn, surplus}) {
        EXPECT_EQ(next_state(state, Move::resubmit), std::nullopt) << to_string(state);
    }
}

TEST(Transitions, GoBackToWhereTheReportCameFrom) {
    EXPECT_EQ(next_state(held, Move::release, assessed), assessed);
    EXPECT_EQ(next_state(held, Move::release, submitted), submitted);
    EXPECT_EQ(next_state(held, Move::release, accepted), std::nullopt);
    EXPECT_EQ(next_state(withdrawn, Move::reinstate, rework_requested), rework_requested);
}

TEST(Transitions, HaveStableNames) {
    std::set<std::string_view> names;
    for (const Move move : all_moves) {
        EXPECT_FALSE(to_string(move).empty());
        names.insert(to_string(move));
    }
    EXPECT_EQ(names.size(), all_moves.size());
    for (const ReportState state : all_report_states) {
        EXPECT_EQ(report_state_from(to_string(state)), state);
    }
    EXPECT_EQ(report_state_from("undecided"), std::nullopt);
}

}  // namespace relis::store::test
