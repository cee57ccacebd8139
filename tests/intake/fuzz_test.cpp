#include <random>
#include <set>

#include <gtest/gtest.h>

#include "reading.h"

namespace relis::intake::test {
namespace {

/// Reads damaged text; anything but FileError is a failure of the test.
std::optional<Result> survive(const std::string& text, const std::string& name) {
    try {
        return read(text, name);
    } catch (const FileError&) {
        return std::nullopt;
    }
}

std::string csv() {
    return "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a;a.comment\r\n"
           "R-1;M-1;p;q@1;S-1;C-1;oui;\"une \"\"bonne\"\"\nvisite à Montréal\"\r\n"
           "R-2;M-2;p;q@1;S-1;C-1;non;\"très; long\"\r\n";
}

TEST(Damage, ATruncationAtAnyByteLosesNoRecordBeforeIt) {
    const std::string first = record("R-1");
    const std::string second = record("R-2", R"({"question":"a","value":"é\u00e9","comment":"x"})");
    const std::string array = "[" + first + ",\n" + second + "]";
    const std::string lines = first + "\n" + second + "\n";
    for (const std::string& text : {array, lines}) {
        const bool is_array = text.front() == '[';
        const std::size_t first_end = first.size() + (is_array ? 1 : 0);
        for (std::size_t length = 1; length < text.size(); ++length) {
            const std::optional<Result> result = survive(text.substr(0, length), "x.json");
            ASSERT_TRUE(result) << length;
            EXPECT_EQ(!result->reports.empty(), length >= first_end) << length;
            // an array without its bracket, or a record without its end, is never taken for whole
            const bool whole =
                !is_array && (length == first_end || length == first_end + 1 || length + 1 == text.size());
            EXPECT_EQ(result->rejected.empty(), whole) << length;
        }
    }
}

TEST(Damage, ATableCutAnywhereGivesEachRowOrRefusesIt) {
    const std::string text = csv();
    const std::size_t first_end = text.find("R-2");
    for (std::size_t length = 1; length < text.size(); ++length) {
        const std::optional<Result> result = survive(text.substr(0, length), "x.csv");
        if (length >= first_end) {
            ASSERT_TRUE(result) << length;
            ASSERT_GE(result->reports.size(), 1U) << length;
            EXPECT_EQ(result->reports[0].report.answers.at(0).comment, "une \"bonne\"\nvisite à Montréal") << length;
        }
    }
}

TEST(Damage, FlippedBytesNeverEndTheProgramOrTheOtherRecords) {
    std::mt19937 random(20260616);
    std::string text = "[";
    constexpr int count = 12;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (int i = 0; i < count; ++i) {
        const std::string one = record("R-" + std::to_string(i));
        places.emplace_back(text.size(), text.size() + one.size());
        text += one + (i + 1 < count ? ",\n" : "]");
    }
    std::uniform_int_distribution<std::size_t> where(1, text.size() - 2);
    std::uniform_int_distribution<int> what(0, 255);
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = text;
        const std::size_t at = where(random);
        damaged[at] = static_cast<char>(what(random));
        const std::optional<Result> result = survive(damaged, "x.json");
        ASSERT_TRUE(result) << round;
        std::set<std::string> seen;
        for (const ReportRecord& report : result->reports) seen.insert(report.report.report_id);
        for (int i = 0; i < count; ++i) {
            const auto [start, end] = places[static_cast<std::size_t>(i)];
            if (at >= start && at < end) continue;
            EXPECT_TRUE(seen.contains("R-" + std::to_string(i)))
                << "record " << i << ", byte " << at << ", round " << round;
        }
    }
}

TEST(Damage, HeapsOfRandomDamageAreSurvived) {
    std::mt19937 random(7);
    const std::string json = "[" + record("R-1") + "," + record("R-2") + "]";
    const std::string table = csv();
    std::uniform_int_distribution<int> what(0, 255);
    for (int round = 0; round < 3000; ++round) {
        std::string damaged = round % 2 == 0 ? json : table;
        std::uniform_int_distribution<std::size_t> where(0, damaged.size() - 1);
        for (int i = 0; i < 1 + round % 30; ++i) damaged[where(random)] = static_cast<char>(what(random));
        const std::optional<Result> result = survive(damaged, round % 2 == 0 ? "x.json" : "x.csv");
        if (!result) continue;
        for (const RejectedRecord& rejected : result->rejected) {
            EXPECT_FALSE(rejected.reason.en.empty());
            EXPECT_NO_THROW(static_cast<void>(survive(rejected.raw, "again.json")));
        }
        for (const ReportRecord& report : result->reports) {
            EXPECT_EQ(report_from_json(to_json(report.report)), report.report);
        }
    }
}

}  // namespace
}  // namespace relis::intake::test
