#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace relis::intake::test {
namespace {

using testing::HasSubstr;

TEST(Reports, ReadsEveryFieldOfOneObject) {
    const Result result = read(record(
        "R-000123", R"({"question":"accueil","value":"oui","comment":"La caissière, Stéphanie."},{"question":"recu"})",
        R"("attachments":[{"question":"recu","kind":"receipt","file":"recu.jpg"}],)"));
    ASSERT_EQ(result.reports.size(), 1U);
    const Report& report = result.reports[0].report;
    EXPECT_EQ(report.report_id, "R-000123");
    EXPECT_EQ(report.mission_id, "M-1");
    EXPECT_EQ(report.programme, "p");
    EXPECT_EQ(report.questionnaire, "q@1");
    EXPECT_EQ(report.site, (Site{"S-1", "Marché", "Montréal"}));
    EXPECT_EQ(report.shopper_id, "C-1");
    EXPECT_EQ(format_moment(report.visit_start.value()), "2026-06-16T14:05:00-04:00");
    EXPECT_EQ(format_moment(report.visit_end.value()), "2026-06-16T14:38:00-04:00");
    EXPECT_EQ(format_moment(report.due_at.value()), "2026-06-17T14:38:00-04:00");
    EXPECT_EQ(format_moment(report.submitted_at.value()), "2026-06-16T21:12:09-04:00");
    EXPECT_EQ(report.revision, 1);
    ASSERT_EQ(report.answers.size(), 2U);
    EXPECT_EQ(report.answers[0], (Answer{"accueil", "oui", "La caissière, Stéphanie."}));
    EXPECT_EQ(report.answers[1], (Answer{"recu", std::nullopt, std::nullopt}));
    ASSERT_EQ(report.attachments.size(), 1U);
    EXPECT_EQ(report.attachments[0], (Attachment{"recu", "receipt", "recu.jpg"}));
    EXPECT_TRUE(result.reports[0].warnings.empty());
    EXPECT_EQ(result.summary.accepted, 1U);
}

TEST(Reports, TellsAnArrayFromLinesByContent) {
    const std::string array = "\xEF\xBB\xBF\n [" + record("R-1") + ",\n" + record("R-2") + "]\n";
    const std::string lines = record("R-1") + "\n" + record("R-2") + "\r\n\n";
    for (const std::string& text : {array, lines}) {
        const Result result = read(text, "export");
        ASSERT_EQ(result.reports.size(), 2U);
        EXPECT_EQ(result.reports[1].report.report_id, "R-2");
        EXPECT_EQ(result.reports[1].place.index, 2U);
        EXPECT_TRUE(result.rejected.empty());
    }
    EXPECT_EQ(read(lines).reports[1].place.line, 2U);
}

TEST(Reports, KeepsTheShoppersTextToTheLetter) {
    const std::string text = R"(  L\u2019« accueil »\n\tétait  \ud83d\ude00 ok\r\n )";
    const Result result = read(record("R-1", R"({"question":"a","comment":")" + text + R"("})"));
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].report.answers[0].comment, "  L’« accueil »\n\tétait  😀 ok\r\n ");
}

TEST(Reports, TakesNumbersAndListsOfChoicesAsValues) {
    const Result result = read(
        record("R-1", R"({"question":"a","value":5},{"question":"b","value":2.5},{"question":"c","value":["x","y"]},)"
                      R"({"question":"d","value":null,"comment":null})"));
    ASSERT_EQ(result.reports.size(), 1U);
    const Report& report = result.reports[0].report;
    EXPECT_EQ(report.answers[0].value, "5");
    EXPECT_EQ(report.answers[1].value, "2.5");
    EXPECT_EQ(report.answers[2].value, "x y");
    EXPECT_EQ(report.answers[3].value, std::nullopt);
}

TEST(Reports, WarnsOfAFieldItDoesNotKnow) {
    const Result result = read(record("R-1", R"({"question":"a","value":"x","note":"?"})", R"("priority":3,)"));
    ASSERT_EQ(result.reports.size(), 1U);
    ASSERT_EQ(result.reports[0].warnings.size(), 2U);
    EXPECT_EQ(result.reports[0].warnings[0].field, "answers[0].note");
    EXPECT_EQ(result.reports[0].warnings[1].field, "priority");
}

TEST(Reports, WarnsOfTimesInTheWrongOrderAndKeepsThem) {
    const Result result = read(replaced(record(), "14:38:00-04:00\"},", "13:00:00-04:00\"},"));
    ASSERT_EQ(result.reports.size(), 1U);
    ASSERT_EQ(result.reports[0].warnings.size(), 1U);
    EXPECT_EQ(result.reports[0].warnings[0].field, "visit.end");
}

TEST(Reports, TellsTheProgressAndTheTotal) {
    Result result;
    ReportHandler handler = into(result);
    std::vector<Progress> seen;
    handler.progress = [&](const Progress& progress) { seen.push_back(progress); };
    std::string text;
    for (int i = 0; i < 200; ++i) {
        text += record("R-" + std::to_string(i), R"({"question":"a","comment":")" + std::string(20'000, 'x') + "\"}") +
                "\n";
    }
    std::istringstream stream(text);
    read_reports(stream, "x.jsonl", handler);
    ASSERT_GE(seen.size(), 4U);
    EXPECT_EQ(seen.back().bytes_read, text.size());
    EXPECT_EQ(seen.back().bytes_total, text.size());
    EXPECT_LT(seen.front().bytes_read, 2'000'000U);
}

TEST(Reports, AnExceptionOfTheHandlerEndsTheReading) {
    ReportHandler handler;
    int count = 0;
    handler.report = [&](ReportRecord&&) {
        ++count;
        throw std::runtime_error("database is full");
    };
    handler.rejected = [](RejectedRecord&&) {};
    std::istringstream stream(record() + record());
    EXPECT_THROW(read_reports(stream, "x", handler), std::runtime_error);
    EXPECT_EQ(count, 1);
}

TEST(Reports, SameTextGivesTheSameCanonicalJsonAndBack) {
    const Report report = read(record()).reports.at(0).report;
    const std::string json = to_json(report);
    EXPECT_EQ(json.find('\n'), std::string::npos);
    EXPECT_EQ(report_from_json(json), report);
    EXPECT_EQ(to_json(report_from_json(json)), json);
    Report other = report;
    other.answers[0].comment = "Bonjour !";
    EXPECT_NE(to_json(other), json);
    other = report;
    other.answers[0].value = std::nullopt;
    EXPECT_NE(to_json(other), json);
    other.answers[0].value = "";
    EXPECT_NE(to_json(other), to_json(report));
}

TEST(Reports, CanonicalJsonThatIsNoneSaysWhy) {
    try {
        static_cast<void>(report_from_json(R"({"format":"relis.report/1","report_id":3})"));
        FAIL();
    } catch (const std::invalid_argument& error) {
        EXPECT_THAT(error.what(), HasSubstr("report_id: is a number, expected a text"));
    }
    EXPECT_THROW(static_cast<void>(report_from_json("{")), std::invalid_argument);
}

}  // namespace
}  // namespace relis::intake::test
