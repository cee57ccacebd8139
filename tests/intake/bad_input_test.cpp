#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reading.h"

namespace relis::intake::test {
namespace {

using testing::HasSubstr;

/// Reads a good record, the bad text and another good one; the good ones must come through.
RejectedRecord only_rejection(const std::string& bad) {
    const Result result = read("[" + record("R-before") + ",\n" + bad + ",\n" + record("R-after") + "]");
    EXPECT_EQ(result.reports.size(), 2U);
    if (result.reports.size() == 2) {
        EXPECT_EQ(result.reports[0].report.report_id, "R-before");
        EXPECT_EQ(result.reports[1].report.report_id, "R-after");
    }
    EXPECT_EQ(result.rejected.size(), 1U);
    return result.rejected.empty() ? RejectedRecord{} : result.rejected[0];
}

struct BadRecord {
    std::string what;
    std::string text;
    std::string field;
    std::string reason;
};

class BadRecords : public testing::TestWithParam<BadRecord> {};

TEST_P(BadRecords, AreRefusedByFieldAndReasonWhileTheOthersGoOn) {
    const RejectedRecord rejected = only_rejection(GetParam().text);
    EXPECT_EQ(rejected.field, GetParam().field);
    EXPECT_THAT(rejected.reason.en, HasSubstr(GetParam().reason));
    EXPECT_EQ(rejected.place.line, 2U);
    EXPECT_EQ(rejected.place.index, 2U);
    EXPECT_EQ(rejected.place.file, "reports.json");
}

const std::string& good() {
    static const std::string text = record("R-bad");
    return text;
}
BadRecord with(const std::string& what, const std::string& from, const std::string& to, const std::string& field,
               const std::string& reason) {
    return {what, replaced(good(), from, to), field, reason};
}

INSTANTIATE_TEST_SUITE_P(
    Fields, BadRecords,
    testing::Values(
        with("MissingFormat", R"("format":"relis.report/1",)", "", "format", "is missing, expected \"relis.report/1\""),
        with("OtherFormat", "relis.report/1", "relis.report/2", "format", "\"relis.report/2\""),
        with("FormatOfAnotherKind", "\"relis.report/1\"", "7", "format", "is a number"),
        with("MissingId", R"("report_id":"R-bad",)", "", "report_id", "is missing"),
        with("EmptyId", R"("R-bad")", R"("")", "report_id", "is empty"),
        with("IdWithSpaces", R"("R-bad")", R"(" R-bad")", "report_id", "spaces around"),
        with("IdThatReordersText", R"("R-bad")", R"("R-\u202ebad")", "report_id", "U+202E"),
        with("IdWithControl", R"("R-bad")", R"("R-\u0007bad")", "report_id", "U+0007"),
        with("LongId", R"("R-bad")", "\"" + std::string(201, 'x') + "\"", "report_id", "at most 200"),
        with("NullMission", R"("mission_id":"M-1")", R"("mission_id":null)", "mission_id", "is null"),
        with("NumberAsShopper", R"("shopper_id":"C-1")", R"("shopper_id":1)", "shopper_id",
             "is a number, expected a text"),
        with("TextAsSite", R"({"id":"S-1","name":"Marché","city":"Montréal"})", R"("S-1")", "site",
             "expected an object"),
        with("SiteWithoutId", R"("id":"S-1",)", "", "site.id", "is missing"),
        with("VisitAsText", R"({"start":"2026-06-16T14:05:00-04:00","end":"2026-06-16T14:38:00-04:00"})", R"("hier")",
             "visit", "is a text, expected an object"),
        with("DateWithoutOffset", "2026-06-16T14:05:00-04:00", "2026-06-16T14:05:00", "visit.start", "offset"),
        with("DayThatIsNone", "2026-06-16T14:05:00-04:00", "2026-02-30T14:05:00-04:00", "visit.start", "no instant"),
        with("YearThatCannotBe", "2026-06-16T14:05:00-04:00", "0206-06-16T14:05:00-04:00", "visit.start", "year 206"),
        with("RevisionZero", R"("revision":1)", R"("revision":0)", "revision", "from 1"),
        with("RevisionNegative", R"("revision":1)", R"("revision":-4)", "revision", "is -4"),
        with("RevisionHalf", R"("revision":1)", R"("revision":1.5)", "revision", "is 1.5"),
        with("RevisionHuge", R"("revision":1)", R"("revision":18446744073709551615)", "revision",
             "18446744073709551615"),
        with("AnswersAsObject", R"("answers":[)", R"("attachments":[],"answers":{"a":[)", "", "not valid JSON"),
        with("NoAnswers", R"("answers":[{"question":"accueil","value":"oui","comment":"Bonjour."}])", R"("x":1)",
             "answers", "is missing"),
        with("AnswerAsText", R"({"question":"accueil","value":"oui","comment":"Bonjour."})", R"("oui")", "answers[0]",
             "is a text, expected an object"),
        with("AnswerWithoutQuestion", R"("question":"accueil",)", "", "answers[0].question", "is missing"),
        with("ValueAsObject", R"("value":"oui")", R"("value":{})", "answers[0].value", "is an object"),
        with("ValueAsBoolean", R"("value":"oui")", R"("value":true)", "answers[0].value", "is true or false"),
        with("CommentAsNumber", R"("comment":"Bonjour.")", R"("comment":3)", "answers[0].comment", "is a number"),
        with("CommentWithNul", R"("Bonjour.")", R"("Bon\u0000jour.")", "answers[0].comment", "NUL"),
        with("AttachmentOutside", R"("answers":)", R"("attachments":[{"file":"../../etc/passwd"}],"answers":)",
             "attachments[0].file", "leaves the folder"),
        with("AttachmentWithoutFile", R"("answers":)", R"("attachments":[{"kind":"receipt"}],"answers":)",
             "attachments[0].file", "is missing"),
        BadRecord{"AnsweredTwice", record("R-bad", R"({"question":"a"},{"question":"a"})"), "answers[1].question",
                  "answered twice"}),
    [](const auto& info) { return info.param.what; });

INSTANTIATE_TEST_SUITE_P(
    Json, BadRecords,
    testing::Values(
        with("KeyTwice", R"("mission_id":"M-1")", R"("mission_id":"M-1","mission_id":"M-2")", "mission_id",
             "the key \"mission_id\" is given twice"),
        with("KeyTwiceInAnAnswer", R"("value":"oui")", R"("value":"oui","value":"non")", "answers[0].value",
             "given twice"),
        with("InvalidUtf8", "Bonjour.", "Bonjour\xE9.", "answers[0].comment", "invalid UTF-8 (0xE9) at line 2, byte "),
        with("OverlongUtf8", "Bonjour.", "Bon\xC0\x80jour", "answers[0].comment", "invalid UTF-8 (0xC0)"),
        with("LoneSurrogate", "Bonjour.", R"(\ud83d !)", "answers[0].comment", "surrogate"),
        with("LoneLowSurrogate", "Bonjour.", R"(\udc00 !)", "answers[0].comment", "surrogate"),
        with("RawControlCharacter", "Bonjour.", "Bon\x01jour", "answers[0].comment", "U+0001"),
        with("RawLineBreak", "Bonjour.", "Bon\njour", "", "not closed before the end of its line"),
        with("UnescapedQuote", "Bonjour.", R"(un "bonjour" poli)", "", "unescaped"),
        with("MissingBracket", "\"}]}", "\"}}", "", "unexpected `}`"),
        with("BareWord", R"("oui")", "oui", "answers[0].value", "not valid JSON at line 2"),
        with("TrailingComma", R"("comment":"Bonjour.")", R"("comment":"Bonjour.",)", "answers[0].comment",
             "not valid JSON"),
        BadRecord{"NotAnObject", "\"R-1\"", "", "expected an object"},
        BadRecord{"Null", "null", "", "expected an object"},
        BadRecord{"Deep", R"({"format":)" + std::string(2000, '[') + std::string(2000, ']') + "}", "", "nested deeper"},
        BadRecord{"EmptyObject", "{}", "format", "is missing"}),
    [](const auto& info) { return info.param.what; });

struct InFrench {
    std::string from;
    std::string to;
    std::string told;
};
class FrenchReasons : public testing::TestWithParam<InFrench> {};
TEST_P(FrenchReasons, SayWhatIsWrongInFrenchWords) {
    EXPECT_THAT(only_rejection(replaced(good(), GetParam().from, GetParam().to)).reason.fr, HasSubstr(GetParam().told));
}
INSTANTIATE_TEST_SUITE_P(
    Json, FrenchReasons,
    testing::Values(InFrench{R"("oui")", "oui", "un mot que JSON ne connaît pas, dans « "},
                    InFrench{R"("value":)", R"("value"::)",
                             "« : » là où il n'en faut pas ; il faut « [ », « { », un texte"},
                    InFrench{R"("comment":"Bonjour.")", R"("comment":"Bonjour.",)",
                             "« } » là où il n'en faut pas ; il faut un texte"},
                    InFrench{"Bonjour.", "Bon\x01jour", "le caractère de commande U+0001 (SOH), qui s'écrit \\u0001"},
                    InFrench{"Bonjour.", R"(\ud83d !)", "une moitié seule de caractère"},
                    InFrench{R"("revision":1)", R"("revision":1.)", "un nombre mal écrit"},
                    InFrench{R"("revision":1)", R"("revision":1e999)", "un nombre trop grand, « 1e999 »"},
                    InFrench{"Bonjour.", R"(C:\users)", "\\u sans ses 4 chiffres hexadécimaux"},
                    InFrench{"Bonjour.", R"(50 \% de moins)", "un caractère interdit après \\"},
                    InFrench{"Bonjour.", "Bonjour\xE9.", "n'est pas de l'UTF-8 valide (0xE9) à la ligne 2, octet "}));
INSTANTIATE_TEST_SUITE_P(
    Fields, FrenchReasons,
    testing::Values(InFrench{R"("report_id":"R-bad",)", "", "manque"},
                    InFrench{R"("shopper_id":"C-1")", R"("shopper_id":1)", "est un nombre ; il faut un texte"},
                    InFrench{R"("revision":1)", R"("revision":0)", "est 0 ; il faut un nombre entier de 1 à 1000000"},
                    InFrench{R"("R-bad")", R"(" R-bad")", "«  R-bad » est entouré d'espaces"},
                    InFrench{"relis.report/1", "relis.report/2",
                             "est « relis.report/2 » ; il faut « relis.report/1 »"}));

TEST(BadInput, ARefusedRecordNamesItsIdAndCanBeReadAgain) {
    const RejectedRecord rejected = only_rejection(replaced(good(), "\"revision\":1", "\"revision\":0"));
    EXPECT_EQ(rejected.report_id, "R-bad");
    EXPECT_TRUE(rejected.raw_exact);
    EXPECT_EQ(read(replaced(rejected.raw, "\"revision\":0", "\"revision\":2")).reports.at(0).report.revision, 2);
    EXPECT_EQ(to_string(rejected).find("reports.json, record 2, line 2 (R-bad): revision: is 0"), 0U);
    EXPECT_EQ(only_rejection(replaced(good(), "\"}]}", "\"}}")).report_id, "R-bad");
}

TEST(BadInput, RawTextOfARefusedRecordIsAlwaysValidText) {
    const RejectedRecord rejected = only_rejection(replaced(good(), "Bonjour.", "Bonjour\xE9."));
    EXPECT_FALSE(rejected.raw_exact);
    EXPECT_THAT(rejected.raw, HasSubstr("Bonjour\xEF\xBF\xBD."));
}

TEST(BadInput, TheByteOfInvalidUtf8IsThatOfTheFile) {
    const std::string text = "\xEF\xBB\xBF[" + record("R-1") + ",\n" + replaced(good(), "Bonjour.", "é\xE9.") + "]";
    const Result result = read(text);
    ASSERT_EQ(result.rejected.size(), 1U);
    EXPECT_THAT(result.rejected[0].reason.en, HasSubstr("byte " + std::to_string(text.find("\xE9.")) + " of the file"));
}

TEST(BadInput, ControlAndBidirectionalCharactersOfACommentAreKeptWithAWarning) {
    const Result result = read(record("R-1", R"({"question":"a","comment":"dix\u0007 \u202e000\u202c fin"})"));
    ASSERT_EQ(result.reports.size(), 1U);
    EXPECT_EQ(result.reports[0].report.answers[0].comment, "dix\x07 \u202E000\u202C fin");
    ASSERT_EQ(result.reports[0].warnings.size(), 2U);
    EXPECT_EQ(result.reports[0].warnings[0].field, "answers[0].comment");
    EXPECT_THAT(result.reports[0].warnings[0].message.en, HasSubstr("control character U+0007 at character 4"));
    EXPECT_THAT(result.reports[0].warnings[1].message.en, HasSubstr("U+202E at character 6 and 1 more"));
    EXPECT_FALSE(result.reports[0].warnings[1].hard);
}

TEST(BadInput, ACommentOfFiveMegabytesIsRefusedAndKeptAside) {
    const std::string comment(5 * 1024 * 1024, 'a');
    const RejectedRecord rejected = only_rejection(replaced(good(), "Bonjour.", comment));
    EXPECT_EQ(rejected.field, "answers[0].comment");
    EXPECT_THAT(rejected.reason.en, HasSubstr("5242880 bytes long, the limit is 1048576"));
    EXPECT_TRUE(rejected.raw_exact);
    EXPECT_THAT(rejected.raw, HasSubstr(comment));
    EXPECT_EQ(read(replaced(good(), "Bonjour.", comment.substr(0, max_comment_bytes))).reports.size(), 1U);
}

TEST(BadInput, ARecordOverTheLimitIsRefusedAndTheNextIsFound) {
    ReadOptions options;
    options.record_limit = 100'000;
    const std::string big = replaced(good(), "Bonjour.", std::string(500'000, 'a'));
    const Result result = read("[" + record("R-1") + "," + big + "," + record("R-2") + "]", "x.json", options);
    ASSERT_EQ(result.reports.size(), 2U);
    ASSERT_EQ(result.rejected.size(), 1U);
    EXPECT_THAT(result.rejected[0].reason.en, HasSubstr("larger than 100000 bytes"));
    EXPECT_EQ(result.rejected[0].report_id, "R-bad");
    EXPECT_FALSE(result.rejected[0].raw_exact);
    EXPECT_LE(result.rejected[0].raw.size(), 100'000U);
}

TEST(BadInput, AnArrayCutBetweenRecordsIsNotTakenForAWholeOne) {
    const Result result = read("[" + record("R-1") + "," + record("R-2") + ",\n");
    EXPECT_EQ(result.reports.size(), 2U);
    ASSERT_EQ(result.rejected.size(), 1U);
    EXPECT_THAT(result.rejected[0].reason.en, HasSubstr("ends before the array does"));
}

TEST(BadInput, ABadLineOfJsonLinesCostsThatLineOnly) {
    const Result result = read(record("R-1") + "\nceci n'est pas du JSON\n" + replaced(good(), "]}", "") + "\n" +
                               "{\"a\":1}\n" + record("R-2") + "\n");
    ASSERT_EQ(result.reports.size(), 2U);
    ASSERT_EQ(result.rejected.size(), 3U);
    EXPECT_EQ(result.rejected[0].place.line, 2U);
    EXPECT_EQ(result.rejected[1].place.line, 3U);
    EXPECT_EQ(result.rejected[2].place.line, 4U);
}

TEST(BadInput, AnEmptyListOfReportsIsNoError) {
    const Result result = read("[]");
    EXPECT_EQ(result.summary.accepted, 0U);
    EXPECT_EQ(result.summary.rejected, 0U);
}

TEST(BadInput, AFileThatHoldsNothingSaysSo) {
    for (const std::string text : {"", " \n ", "\xEF\xBB\xBF"}) {
        EXPECT_THAT(file_error([&] { read(text); }), HasSubstr("reports.json: is empty")) << text.size();
        EXPECT_THAT(file_error([&] { read(text, "x.csv"); }), HasSubstr("x.csv: is empty")) << text.size();
    }
}

TEST(BadInput, JsonInUtf16SaysWhatToDo) {
    std::string text("\xFF\xFE{\0\"\0", 6);
    EXPECT_THAT(file_error([&] { read(text); }), HasSubstr("save it as UTF-8"));
}

TEST(BadInput, AMissingFileAFolderAndAFileWithoutPermissionAreNamed) {
    const TemporaryFolder folder;
    Result result;
    const auto gone = folder.path() / "gone.json";
    EXPECT_THAT(file_error([&] { read_reports(gone, into(result)); }), HasSubstr("gone.json: there is no such file"));
    EXPECT_THAT(file_error([&] { read_reports(folder.path(), into(result)); }), HasSubstr("is a folder"));
    if (geteuid() != 0) {
        const auto locked = folder.write("locked.json", record());
        std::filesystem::permissions(locked, std::filesystem::perms::none);
        EXPECT_THAT(file_error([&] { read_reports(locked, into(result)); }), HasSubstr("ermission"));
    }
}

TEST(BadInput, AFileThatVanishesWhileItIsReadIsReadToItsEnd) {
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 2000; ++i) text += record("R-" + std::to_string(i)) + "\n";
    const auto file = folder.write("a.jsonl", text);
    Result result;
    ReportHandler handler = into(result);
    const auto keep = handler.report;
    handler.report = [&](ReportRecord&& record) {
        std::filesystem::remove(file);
        keep(std::move(record));
    };
    EXPECT_EQ(read_reports(file, handler).accepted, 2000U);
}

/// A disk that fails after a while.
class FailingBuffer : public std::streambuf {
  public:
    explicit FailingBuffer(std::string text) : text_(std::move(text)) {
        setg(text_.data(), text_.data(), text_.data() + text_.size());
    }

  private:
    int_type underflow() override { throw std::runtime_error("input/output error"); }
    std::string text_;
};

TEST(BadInput, ADiskThatFailsEndsTheReadingWithTheFileNamed) {
    FailingBuffer buffer(record("R-1") + "\n" + record("R-2").substr(0, 40));
    std::istream stream(&buffer);
    Result result;
    EXPECT_THAT(file_error([&] { read_reports(stream, "net.json", into(result)); }),
                HasSubstr("net.json: cannot be read further"));
}

}  // namespace
}  // namespace relis::intake::test
