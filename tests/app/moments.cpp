// Dates and times as a person reads and writes them.
#include <gtest/gtest.h>

#include "app/moment_text.h"

namespace relis::app {
namespace {

using namespace std::chrono;

constexpr local_seconds half_past_four = local_days{year{2026} / November / 23} + hours{16} + minutes{30};

TEST(WrittenMoments, ReadInTheLanguageOfTheWindowWithoutSeconds) {
    EXPECT_EQ(moment_text(half_past_four + seconds{59}, true), "23/11/2026 16:30");
    EXPECT_EQ(moment_text(half_past_four, false), "2026-11-23 16:30");
    EXPECT_EQ(moment_text(local_days{year{2026} / March / 5} + hours{7} + minutes{4}, true), "05/03/2026 07:04");
}

TEST(WrittenMoments, AreUnderstoodAsPeopleWriteThem) {
    for (const char* const text :
         {"23/11/2026 16:30", "23.11.2026 16h30", " 23/11/2026  16 h 30 ", "2026-11-23 16:30"}) {
        EXPECT_EQ(local_moment_from(text, true), half_past_four) << text;
    }
    EXPECT_EQ(local_moment_from("2026-11-23T16:30", false), half_past_four);
    EXPECT_EQ(local_moment_from("23/11/2026 16h", true), half_past_four - minutes{30});
}

TEST(WrittenMoments, ThatAreNoneAreNotGuessed) {
    for (const char* const text :
         {"", "demain", "23/11/2026", "23/11/26 16:30", "31/11/2026 16:30", "23/13/2026 16:30", "23/11/2026 24:00",
          "23/11/2026 16:60", "23/11/20261 16:30", "23/11/2026 16:30:15", "29/02/2027 10:00", "x23/11/2026 16:30"}) {
        EXPECT_FALSE(local_moment_from(text, true)) << text;
    }
    EXPECT_FALSE(local_moment_from("11/12/2026 16:30", false)) << "the eleventh or November?";
}

}  // namespace
}  // namespace relis::app
