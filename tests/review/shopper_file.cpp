// What the agency knows of a shopper, in one file.
#include "review/shopper_file.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "agency.h"
#include "review/assess.h"
#include "review/decide.h"

namespace relis::review {
namespace {

TEST(ShopperFileRead, HoldsReportsRatingsAndNotes) {
    Agency agency;
    agency.import("notes.json", R"({"format": "relis.roster/1", "shoppers": [{"id": "C-1", "name": "Louise Tremblay",
      "languages": ["fr", "en"], "joined_on": "2024-05-02",
      "absences": [{"from": "2026-07-01", "to": "2026-07-14"}],
      "professionalism": [{"on": "2026-01-10", "note": "negative", "reason": "Rendez-vous manqué"},
                {"on": "2026-03-02", "note": "positive", "reason": "Citée par le client"}]}]})");
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    DecisionRequest request;
    request.report_id = "R-1";
    request.reason = "Vu.";
    ASSERT_TRUE(decide(agency.workspace(), request).recorded);

    const ShopperFile file = load_shopper_file(agency.workspace(), "C-1");
    EXPECT_EQ(file.card.name, "Louise Tremblay");
    EXPECT_EQ(file.joined_on, "2024-05-02");
    EXPECT_EQ(file.languages, (std::vector<std::string>{"fr", "en"}));
    ASSERT_EQ(file.notes.size(), 2U);
    EXPECT_EQ(file.notes.front().reason, "Citée par le client") << "the newest first";
    EXPECT_EQ(file.notes.back().kind, ShopperNote::Kind::negative);
    ASSERT_EQ(file.reports.size(), 1U);
    EXPECT_EQ(file.reports.front().state, ReportState::accepted);
    ASSERT_FALSE(file.ratings.empty());
    EXPECT_TRUE(std::ranges::is_sorted(file.ratings, {}, [](const RatingPoint& point) { return point.at.utc; }));
    EXPECT_EQ(file.card.reliability, file.ratings.back().reliability);
    EXPECT_EQ(file.punctuality.on_time, 2U);
    EXPECT_EQ(file.punctuality.late, 0U);
}

TEST(ShopperFileRead, TellsHowTheRatingMovedWithTheLastDecision) {
    Agency agency;
    for (const char* const report_id : {"R-1", "R-2"}) {
        agency.import_report(report_id, good_comment);
    }
    assess_pending(agency.workspace());
    for (const char* const report_id : {"R-1", "R-2"}) {
        DecisionRequest request;
        request.report_id = report_id;
        request.reason = "Vu.";
        ASSERT_TRUE(decide(agency.workspace(), request).recorded);
    }
    const ShopperFile file = load_shopper_file(agency.workspace(), "C-1");
    ASSERT_GT(file.ratings.size(), 1U);
    ASSERT_FALSE(file.moves.empty());
    EXPECT_EQ(file.moves.size(), file.card.reliability->components.size());
    EXPECT_FALSE(file.moves.front().label.fr.empty());
}

TEST(ShopperFileRead, CountsHowLateTheLateOnesWere) {
    const auto at = [](int hour) { return Moment{std::chrono::sys_seconds{std::chrono::hours{hour}}, {}}; };
    std::vector<MissionRecord> history(4);
    history[0].due_at = at(10);
    history[0].submitted_at = at(10);
    history[1].due_at = at(10);
    history[1].submitted_at = at(12);
    history[2].due_at = at(10);
    history[2].submitted_at = at(16);
    history[3].due_at = at(10);  // never submitted
    const Punctuality punctuality = punctuality_of(history);
    EXPECT_EQ(punctuality.on_time, 1U);
    EXPECT_EQ(punctuality.late, 2U);
    EXPECT_DOUBLE_EQ(punctuality.mean_hours_late.value(), 4.0);
    EXPECT_FALSE(punctuality_of({}).mean_hours_late);
}

TEST(ShopperFileRead, RefusesAnUnknownShopper) {
    Agency agency;
    EXPECT_THROW((void)load_shopper_file(agency.workspace(), "C-404"), std::runtime_error);
}

TEST(ShopperReports, AreAllListedHoweverMany) {
    Agency agency;
    const std::size_t many = ShopperFile::most_reports + 5;
    std::string lines;
    for (std::size_t i = 0; i < many; ++i) {
        lines += report_json("R-" + std::to_string(1000 + i), good_comment) + "\n";
    }
    ASSERT_EQ(agency.import("many.jsonl", lines).reports_added, many);
    const std::vector<ShopperReport> reports = shopper_reports(agency.workspace(), "C-1");
    EXPECT_EQ(reports.size(), many);
    EXPECT_TRUE(std::ranges::any_of(reports, [](const ShopperReport& report) { return report.report_id == "R-1000"; }));
    EXPECT_EQ(load_shopper_file(agency.workspace(), "C-1").reports.size(), ShopperFile::most_reports);
    EXPECT_TRUE(shopper_reports(agency.workspace(), "C-404").empty());
}

}  // namespace
}  // namespace relis::review
