#include "opening.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.h"

using namespace relis;
using comments_testing::Case;
using consistency::Spans;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

Moment moment(const char* text) {
    return parse_moment(text).value();
}

std::vector<std::string> times(const Case& one, const char* parameter, std::vector<std::string> lines) {
    const consistency::Consistency plugin(comments_testing::environment());
    auto values = default_parameters(plugin.describe().parameters).values();
    values[parameter] = std::move(lines);
    std::vector<std::string> rules;
    for (const Finding& finding : plugin.inspect(one.report, one, Parameters(values))) {
        if (finding.category == Category::times) rules.push_back(finding.rule);
    }
    return rules;
}

}  // namespace

TEST(Spans, HoldTheirDaysAndHours) {
    const Spans spans({"lu-ve 9:00-21:00", "sa 10:00-17:00"});
    EXPECT_TRUE(spans.in_hours(moment("2026-06-16T09:00:00-04:00"), 0));  // a Tuesday
    EXPECT_FALSE(spans.in_hours(moment("2026-06-16T21:01:00-04:00"), 0));
    EXPECT_TRUE(spans.in_hours(moment("2026-06-16T21:15:00-04:00"), 20));
    EXPECT_TRUE(spans.in_hours(moment("2026-06-20T16:59:00-04:00"), 0));  // Saturday
    EXPECT_FALSE(spans.in_hours(moment("2026-06-20T18:00:00-04:00"), 0));
    EXPECT_FALSE(spans.in_hours(moment("2026-06-21T12:00:00-04:00"), 0));  // Sunday
}

TEST(Spans, PassMidnightAndTheWeeksEnd) {
    const Spans spans({"sa-di 18:00-2:00"});
    EXPECT_TRUE(spans.in_hours(moment("2026-06-22T01:30:00-04:00"), 0)) << "Monday, of Sunday's evening";
    EXPECT_FALSE(spans.in_hours(moment("2026-06-22T18:30:00-04:00"), 0));
}

TEST(Spans, HoldTheirDates) {
    const Spans spans({"2026-06-01/2026-06-30"});
    EXPECT_TRUE(spans.in_dates(moment("2026-06-30T23:59:00-04:00")));
    EXPECT_FALSE(spans.in_dates(moment("2026-07-01T00:01:00-04:00")));
}

TEST(Spans, LeaveOutWhatTheyCannotRead) {
    const Spans spans({"", "toujours", "xx 9:00-21:00", "9:00", "26:00-30:00", "juin/juillet", "lu-"});
    EXPECT_FALSE(spans.has_hours());
    EXPECT_FALSE(spans.has_dates());
}

TEST(Times, AskAboutAVisitOutsideTheOpeningHoursOrTheMission) {
    Case one;
    one.visit("2026-06-16T22:03:00-04:00", "2026-06-16T22:38:00-04:00");
    EXPECT_THAT(times(one, "opening_hours", {"lu-di 9:00-21:00"}), ElementsAre("outside-opening-hours"));
    EXPECT_THAT(times(one, "opening_hours", {"lu-di 9:00-23:00"}), IsEmpty());
    EXPECT_THAT(times(one, "mission_window", {"11:30-14:00"}), ElementsAre("outside-mission-window"));
    EXPECT_THAT(times(one, "mission_window", {"2026-06-01/2026-06-15"}), ElementsAre("outside-mission-window"));
    one.report.due_at = parse_moment("2026-06-16T12:00:00-04:00");
    EXPECT_THAT(times(one, "opening_hours", {}), ElementsAre("outside-mission-window")) << "after the mission was due";
}
