#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace relis::intake::test {
namespace {

using testing::HasSubstr;

const std::string header =
    "report_id;mission_id;programme;questionnaire;site.id;site.name;site.city;shopper_id;visit.start;visit.end;due_at;"
    "submitted_at;revision;accueil;accueil.comment;attente;jour;heure;recu.file;recu.kind\r\n";
const std::string row =
    "R-1;M-1;p;q@1;S-1;Marché;Montréal;C-1;16/06/2026 14:05;16/06/2026 14:38;2026-06-17T14:38:00-04:00;"
    "2026-06-16 21:12:09;1;oui;\"Bonjour ; « très »\r\nbien \"\"dit\"\".\";2,5;05/03/2026;14 h 05;recu.jpg;receipt\r\n";

Questionnaire questionnaire() {
    Questionnaire q;
    q.id = "q";
    q.programme = "p";
    q.sections = {{"s", "S"}};
    const auto question = [&](const std::string& name, QuestionType type) {
        Question made;
        made.name = name;
        made.section = "s";
        made.type = type;
        made.label = name;
        made.comment = CommentPolicy::optional;
        q.questions.push_back(made);
    };
    question("accueil", QuestionType::select_one);
    q.questions[0].choices = {{"oui", "Oui"}, {"non", "Non"}};
    question("attente", QuestionType::decimal);
    question("jour", QuestionType::date);
    question("heure", QuestionType::time);
    question("recu", QuestionType::image);
    return q;
}

ReadOptions with_questionnaire() {
    ReadOptions options;
    options.questionnaire = [rules = std::make_shared<const QuestionnaireRules>(questionnaire())](
                                std::string_view key) { return key == "q@1" ? rules : nullptr; };
    return options;
}

TEST(Csv, ReadsARowAsExcelWritesItInFrench) {
    const Result result = read(header + row, "x.csv", with_questionnaire());
    ASSERT_EQ(result.rejected.size(), 0U) << to_string(result.rejected[0]);
    ASSERT_EQ(result.reports.size(), 1U);
    const Report& report = result.reports[0].report;
    EXPECT_EQ(report.report_id, "R-1");
    EXPECT_EQ(report.site, (Site{"S-1", "Marché", "Montréal"}));
    EXPECT_EQ(format_moment(report.visit_start.value()), "2026-06-16T14:05:00-04:00");
    EXPECT_EQ(format_moment(report.submitted_at.value()), "2026-06-16T21:12:09-04:00");
    ASSERT_EQ(report.answers.size(), 4U);
    EXPECT_EQ(report.answers[0], (Answer{"accueil", "oui", "Bonjour ; « très »\r\nbien \"dit\"."}));
    EXPECT_EQ(report.answers[1].value, "2.5");
    EXPECT_EQ(report.answers[2].value, "2026-03-05");
    EXPECT_EQ(report.answers[3].value, "14:05");
    ASSERT_EQ(report.attachments.size(), 1U);
    EXPECT_EQ(report.attachments[0], (Attachment{"recu", "receipt", "recu.jpg"}));
}

TEST(Csv, TakesCommasAndTabsAndExcelsOwnHint) {
    const std::string text = "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a\nR-1;M;p;q@1;S;C;oui\n";
    for (const char delimiter : {',', '\t', ';'}) {
        std::string other = text;
        std::replace(other.begin(), other.end(), ';', delimiter);
        EXPECT_EQ(read(other, "x.csv").reports.size(), 1U) << delimiter;
        EXPECT_EQ(read(std::string("sep=") + delimiter + "\r\n" + other, "x.csv").reports.size(), 1U) << delimiter;
    }
}

TEST(Csv, ReadsTheSameTextInEveryEncoding) {
    const std::string text =
        "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a.comment\r\n"
        "R-1;M;p;q@1;S;C;caf\xE9 cr\xE8me \xE0 l'h\xF4tel\r\n";  // Windows-1252
    std::string utf8;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            utf8 += c;
        } else {
            utf8 += static_cast<char>(0xC0U | (byte >> 6U));
            utf8 += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    std::string utf16_text = "\xFF\xFE";
    for (const char c : text) {
        utf16_text += c;
        utf16_text += '\0';
    }
    for (const std::string& encoded : {text, utf8, "\xEF\xBB\xBF" + utf8, utf16_text}) {
        const Result result = read(encoded, "x.csv");
        ASSERT_EQ(result.reports.size(), 1U);
        EXPECT_EQ(result.reports[0].report.answers.at(0).comment, "café crème à l'hôtel");
    }
}

TEST(Csv, KeepsTheTypographyOfWindows1252) {
    const Result result = read(
        "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a.comment\n"
        "R-1;M;p;q@1;S;C;l\x92\x9Cuvre \x96 5 \x80\n",
        "x.csv");
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].report.answers.at(0).comment, "l’œuvre – 5 €");
}

TEST(Csv, AnAccentFarDownStillTellsTheEncoding) {
    std::string text = "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a.comment\n";
    for (int i = 0; i < 2000; ++i) {
        text += "R-" + std::to_string(i) + ";M;p;q@1;S;C;" + std::string(200, 'x') + "\n";
    }
    const Result result = read(text + "R-last;M;p;q@1;S;C;d\xE9j\xE0\n", "x.csv");
    ASSERT_EQ(result.reports.size(), 2001U);
    EXPECT_EQ(result.reports.back().report.answers.at(0).comment, "déjà");
}

TEST(Csv, ADamagedByteOfAUtf8FileCostsItsRowOnly) {
    std::string text = "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a.comment\n";
    for (int i = 0; i < 20; ++i) text += "R-" + std::to_string(i) + ";M;p;q@1;S;C;déjà\n";
    const Result result = read(text + "R-bad;M;p;q@1;S;C;ab\xE9\n", "x.csv");
    EXPECT_EQ(result.reports.size(), 20U);
    ASSERT_EQ(result.rejected.size(), 1U);
    EXPECT_EQ(result.rejected[0].report_id, "R-bad");
    EXPECT_EQ(result.rejected[0].field, "a.comment");
    EXPECT_THAT(result.rejected[0].reason.en, HasSubstr("invalid UTF-8 at byte 2 of the cell"));
}

TEST(Csv, FieldsOfARefusedRowAreNamedByTheirColumn) {
    const std::string bad = replaced(replaced(row, "R-1", "R-2"), ";oui;", ";peut-être;");
    const Result result = read(header + row + bad + replaced(row, "R-1", "R-3"), "x.csv", with_questionnaire());
    EXPECT_EQ(result.reports.size(), 2U);
    ASSERT_EQ(result.rejected.size(), 1U);
    EXPECT_EQ(result.rejected[0].report_id, "R-2");
    EXPECT_EQ(result.rejected[0].field, "accueil");
    EXPECT_EQ(result.rejected[0].place.line, 4U);
    EXPECT_THAT(result.rejected[0].reason.en,
                HasSubstr("\"peut-être\" is not among the choices of accueil (oui, non)"));
    const Result again = read(replaced(result.rejected[0].raw, "peut-être", "non"), "again", with_questionnaire());
    EXPECT_EQ(again.reports.size(), 1U);
}

TEST(Csv, ACellThatIsNoDateOrNumberIsRefused) {
    EXPECT_EQ(read(header + replaced(row, "16/06/2026 14:05", "16 juin"), "x.csv").rejected.at(0).field, "visit.start");
    EXPECT_EQ(read(header + replaced(row, ";1;oui", ";un;oui"), "x.csv").rejected.at(0).field, "revision");
    EXPECT_EQ(read(header + replaced(row, ";2,5;", ";environ 2;"), "x.csv", with_questionnaire()).rejected.at(0).field,
              "attente");
}

TEST(Csv, NumbersLoseTheirSpacesAndCurrencyOnly) {
    const Result result = read(header + replaced(row, ";2,5;", ";1\u202F234,50 $;"), "x.csv", with_questionnaire());
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].report.answers[1].value, "1234.50");
}

TEST(Csv, ClockTimesAreThoseOfTheStatedZone) {
    ReadOptions options;
    options.time_zone = "Europe/Paris";
    EXPECT_EQ(format_moment(read(header + row, "x.csv", options).reports.at(0).report.visit_start.value()),
              "2026-06-16T14:05:00+02:00");
    options.time_zone = "-05:00";
    EXPECT_EQ(format_moment(read(header + row, "x.csv", options).reports.at(0).report.visit_start.value()),
              "2026-06-16T14:05:00-05:00");
    options.time_zone = "Lune/Copernic";
    EXPECT_THROW(read(header + row, "x.csv", options), std::invalid_argument);
    // winter time
    const std::string winter = replaced(row, "16/06/2026 14:05", "16/01/2026 14:05");
    EXPECT_EQ(format_moment(read(header + winter, "x.csv").reports.at(0).report.visit_start.value()),
              "2026-01-16T14:05:00-05:00");
}

TEST(Csv, AQuoteThatIsNeverClosedCostsItsOwnRow) {
    const std::string head = "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a.comment\n";
    const Result result =
        read(head + "R-1;M;p;q@1;S;C;\"sans fin\nR-2;M;p;q@1;S;C;\"bon\"\nR-3;M;p;q@1;S;C;x\n", "x.csv");
    ASSERT_EQ(result.reports.size(), 2U);
    EXPECT_EQ(result.reports[0].report.report_id, "R-2");
    ASSERT_EQ(result.rejected.size(), 1U);
    EXPECT_EQ(result.rejected[0].place.line, 2U);
}

TEST(Csv, ShortRowsAreExcelsAndLongOnesAreAnError) {
    const std::string head = "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a;b;c\n";
    const Result result =
        read(head + "R-1;M;p;q@1;S;C;oui\nR-2;M;p;q@1;S;C;oui;;;\nR-3;M;p;q@1;S;C;1;2;3;4\nR-4;M;p;q@1;S;C", "x.csv");
    EXPECT_EQ(result.reports.size(), 2U);
    ASSERT_EQ(result.rejected.size(), 2U);
    EXPECT_EQ(result.rejected[0].field, "column J");
    EXPECT_THAT(result.rejected[1].reason.en, HasSubstr("cut off"));
}

TEST(Csv, AHeaderThatIsNoneSaysWhatIsMissing) {
    const auto message = [](const std::string& text) { return file_error([&] { read(text, "x.csv"); }); };
    EXPECT_THAT(message("nom;ville\nA;B\n"), HasSubstr("lacks the columns report_id, mission_id"));
    EXPECT_THAT(message("report_id;mission_id;programme;questionnaire;site.id;shopper_id;a;a\n"),
                HasSubstr("\"a\" twice"));
    EXPECT_THAT(message("bonjour"), HasSubstr("is no table of reports"));
}

}  // namespace
}  // namespace relis::intake::test
