// What a person sees when the input or the database is not as it should be: what, where, what next; nothing lost.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <sqlite3.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class BadInput : public testing::Test {
  protected:
    void SetUp() override { desk.open_agency(); }

    [[nodiscard]] std::int64_t reports() const {
        return desk.run({"db", "info", "--format", "json"}).json()["all_reports"];
    }
    /// Imports a file with a good report around the bad content and expects that the good one alone is taken in.
    Finished import_beside_a_good_one(const std::string& bad_line) const {
        const std::string file = desk.write("reports.jsonl", report("R-1", good_comment).dump() + "\n" + bad_line +
                                                                 "\n" + report("R-3", good_comment).dump() + "\n");
        Finished imported = desk.run({"import", file});
        EXPECT_EQ(imported.code, 1) << imported.out;
        EXPECT_THAT(imported.err, AllOf(HasSubstr("relis: refused"), HasSubstr("reports.jsonl"), HasSubstr("line 2")));
        EXPECT_EQ(reports(), 2);
        return imported;
    }

    Desk desk;
};

TEST_F(BadInput, ATruncatedFileKeepsTheReportsBeforeTheCut) {
    const std::string whole = report("R-2", good_comment).dump();
    const std::string file =
        desk.write("cut.json", "[" + report("R-1", good_comment).dump() + "," + whole.substr(0, whole.size() / 2));
    const Finished imported = desk.run({"import", file});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, AllOf(StartsWith("relis: "), HasSubstr("cut.json")));
    EXPECT_EQ(reports(), 1);
}

TEST_F(BadInput, ARecordThatIsNoJsonIsRefusedAlone) {
    import_beside_a_good_one("{\"format\": \"relis.report/1\", \"report_id\": ");
}

TEST_F(BadInput, AWrongTypeNamesItsField) {
    json bad = report("R-2", good_comment);
    bad["revision"] = "first";
    EXPECT_THAT(import_beside_a_good_one(bad.dump()).err, AllOf(HasSubstr("R-2"), HasSubstr("revision")));
}

TEST_F(BadInput, ADuplicateKeyIsNamed) {
    std::string bad = report("R-2", good_comment).dump();
    bad.insert(1, "\"report_id\":\"R-9\",");
    EXPECT_THAT(import_beside_a_good_one(bad).err, HasSubstr("report_id"));
}

TEST_F(BadInput, AnUnknownQuestionIsNamed) {
    json bad = report("R-2", good_comment);
    bad["answers"][0]["question"] = "acceuil";
    EXPECT_THAT(import_beside_a_good_one(bad.dump()).err, AllOf(HasSubstr("answers[0]"), HasSubstr("acceuil")));
}

TEST_F(BadInput, AnUnknownQuestionnaireSaysWhatToDo) {
    json bad = report("R-2", good_comment);
    bad["questionnaire"] = "ailleurs@1";
    EXPECT_THAT(import_beside_a_good_one(bad.dump()).err, HasSubstr("ailleurs@1"));
}

TEST_F(BadInput, InvalidUtf8IsRefusedAndShownAsText) {
    std::string bad = report("R-2", "abc").dump();
    bad.replace(bad.find("abc"), 3, "a\xFF\xFE");
    const Finished imported = import_beside_a_good_one(bad);
    EXPECT_THAT(imported.err, HasSubstr("UTF-8"));
    EXPECT_THAT(imported.err, Not(HasSubstr("\xFF")));
}

TEST_F(BadInput, ACommentOfFiveMegabytesIsRefusedWithItsLimit) {
    EXPECT_THAT(import_beside_a_good_one(report("R-2", std::string(5'000'000, 'a')).dump()).err,
                AllOf(HasSubstr("R-2"), HasSubstr("answers[0].comment")));
}

TEST_F(BadInput, ControlAndBidirectionalCharactersNeverReachTheTerminal) {
    const std::string comment = std::string(
                                    "Bonjour \x1b[31mrouge\x1b[0m et \xE2\x80\xAE"
                                    "caché\x07, ") +
                                good_comment;
    const Finished imported = desk.import_report("R-1", comment);
    EXPECT_EQ(imported.code, 0) << imported.err;
    EXPECT_THAT(imported.err, HasSubstr("R-1"));
    ASSERT_EQ(desk.run({"assess"}).code, 0);
    const std::string shown = desk.run({"show", "R-1"}).out;
    EXPECT_THAT(shown, AllOf(HasSubstr("rouge"), HasSubstr("caché")));
    EXPECT_THAT(shown, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\xE2\x80\xAE")), Not(HasSubstr("\x07"))));
    // A program gets what was submitted
    EXPECT_EQ(desk.run({"show", "R-1", "--format", "json"}).json()["answers"][0]["comment"], comment);
}

TEST_F(BadInput, AnEmptyFileIsNamedAndDoesNotStopTheOthers) {
    desk.write("inbox/a-empty.json", "");
    desk.write("inbox/b.json", report("R-1", good_comment).dump());
    const Finished imported = desk.run({"import", desk.path("inbox")});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, AllOf(HasSubstr("a-empty.json"), HasSubstr("empty")));
    EXPECT_EQ(reports(), 1);
}

TEST_F(BadInput, AFolderWithoutAnythingSaysSo) {
    std::filesystem::create_directories(desk.path("nothing"));
    const Finished imported = desk.run({"import", desk.path("nothing")});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, AllOf(StartsWith("relis: "), HasSubstr("nothing")));
}

TEST_F(BadInput, AFileThatIsNotThereDoesNotStopTheOthers) {
    const std::string good = desk.write("good.json", report("R-1", good_comment).dump());
    const Finished imported = desk.run({"import", desk.path("gone.json"), good});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, HasSubstr("gone.json"));
    EXPECT_EQ(reports(), 1);
}

TEST_F(BadInput, AFileThatMayNotBeReadDoesNotStopTheOthers) {
    desk.write("inbox/b.json", report("R-1", good_comment).dump());
    const std::string secret = desk.write("inbox/a.json", report("R-2", good_comment).dump());
    std::filesystem::permissions(secret, std::filesystem::perms::none);
    const Finished imported = desk.run({"import", desk.path("inbox")}, {.obeys_permissions = true});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, HasSubstr("a.json"));
    EXPECT_EQ(reports(), 1);
}

TEST_F(BadInput, AFileOfAnotherKindIsNotTakenForReports) {
    const Finished imported = desk.run({"import", desk.write("letter.json", R"({"hello": "world"})")});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, HasSubstr("letter.json"));
}

TEST_F(BadInput, OtherContentUnderTheSameIdIsRefusedByName) {
    ASSERT_EQ(desk.import_report("R-1", good_comment).code, 0);
    const Finished again = desk.import_report("R-1", poor_comment);
    EXPECT_EQ(again.code, 1);
    EXPECT_THAT(again.err, HasSubstr("R-1"));
    EXPECT_EQ(desk.run({"show", "R-1", "--format", "json"}).json()["answers"][0]["comment"], good_comment);
}

TEST_F(BadInput, ARefusedRecordIsKeptAsideAndTakenInOnceItFits) {
    json early = report("R-2", good_comment);
    early["questionnaire"] = "essai-2026@2";
    import_beside_a_good_one(early.dump());
    const json kept = desk.run({"db", "rejected", "--format", "json"}).json();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0]["report_id"], "R-2");
    EXPECT_THAT(desk.run({"db", "rejected"}).out, HasSubstr("R-2"));
    EXPECT_EQ(desk.run({"import", "--retry-rejected"}).code, 1);

    std::ifstream in(desk.path("agency/questionnaires/essai.json"));
    json questionnaire = json::parse(in);
    questionnaire["version"] = 2;
    ASSERT_EQ(desk.run({"import", desk.write("essai-2.json", questionnaire.dump())}).code, 0);
    const Finished retried = desk.run({"import", "--retry-rejected"});
    EXPECT_EQ(retried.code, 0) << retried.err;
    EXPECT_EQ(reports(), 3);
    EXPECT_TRUE(desk.run({"db", "rejected", "--format", "json"}).json().empty());
}

TEST_F(BadInput, AnUnknownReportShopperOrPluginIsNamed) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"show", "R-404"},
                                               {"assess", "R-404"},
                                               {"decide", "R-404", "accept"},
                                               {"decide", "R-404", "--undo"},
                                               {"feedback", "R-404"},
                                               {"shopper", "R-404"},
                                               {"plugin", "show", "R-404"}}) {
        const Finished finished = desk.run(arguments);
        EXPECT_EQ(finished.code, 1) << arguments[0];
        EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("R-404"))) << arguments[0];
    }
}

TEST_F(BadInput, ALockedDatabaseSaysSoAndLosesNothing) {
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(desk.database().c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const Finished imported = desk.import_report("R-1", good_comment);
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, AllOf(StartsWith("relis: "), HasSubstr("locked"), HasSubstr("try again")));
    EXPECT_EQ(desk.import_report("R-1", good_comment).code, 0);
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
}

TEST_F(BadInput, AReadOnlyDatabaseSaysWhatToDo) {
    namespace fs = std::filesystem;
    const std::string file = desk.write("R-1.json", report("R-1", good_comment).dump());
    for (const fs::directory_entry& entry : fs::directory_iterator(desk.folder())) {
        if (entry.is_regular_file()) fs::permissions(entry.path(), fs::perms::owner_read);
    }
    fs::permissions(desk.folder(), fs::perms::owner_read | fs::perms::owner_exec);
    const Finished imported = desk.run({"import", file}, {.obeys_permissions = true});
    fs::permissions(desk.folder(), fs::perms::owner_all);
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, AllOf(StartsWith("relis: "), HasSubstr("relis.sqlite"), HasSubstr("cannot be written")));
}

TEST_F(BadInput, ADiskWithoutRoomEndsTheImportAndKeepsTheDatabaseSound) {
    std::string many;
    for (int i = 0; i < 400; ++i)
        many += report("R-" + std::to_string(1000 + i), std::string(good_comment) + std::to_string(i)).dump() + "\n";
    const std::string file = desk.write("many.jsonl", many);
    const auto size = static_cast<std::size_t>(std::filesystem::file_size(desk.database()));
    const Finished imported = desk.run({"import", file}, {.largest_file = size + 65536});
    EXPECT_EQ(imported.code, 1);
    EXPECT_THAT(imported.err, AllOf(StartsWith("relis: "), HasSubstr("relis.sqlite")));
    EXPECT_EQ(reports(), 0);
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
    EXPECT_EQ(desk.run({"import", file}).code, 0);
    EXPECT_EQ(reports(), 400);
}

TEST(Database, ThatIsNotThereIsNotMadeByLooking) {
    const Desk desk;
    for (const char* const verb : {"queue", "assess", "shopper"}) {
        const Finished finished = desk.run({verb});
        EXPECT_EQ(finished.code, 1) << verb;
        EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("no database"), HasSubstr("import"))) << verb;
    }
    EXPECT_FALSE(std::filesystem::exists(desk.database()));
}

TEST(Database, ThatIsNoDatabaseIsLeftAlone) {
    const Desk desk;
    const std::string text =
        "Une lettre qui n'a rien d'une base de données, mais qui est assez longue pour en avoir l'air.";
    desk.write("relis.sqlite", text);
    const Finished finished = desk.run({"import", desk.folder().string()});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("is not a")));
    std::ifstream in(desk.database());
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), text);
}

TEST(Database, InAFolderThatIsNotThereSaysSo) {
    const Desk desk;
    const Finished finished = Desk::run_bare({"--db", desk.path("no/where.sqlite"), "import", desk.folder().string()});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("no/where.sqlite"), HasSubstr("folder")));
}

TEST(Database, OfANewerRelisIsRefusedUntouched) {
    const Desk desk;
    desk.open_agency();
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(desk.database().c_str(), &database), SQLITE_OK);
    char* error = nullptr;
    ASSERT_EQ(sqlite3_exec(database, "INSERT INTO schema_migrations VALUES (9999, 'next century', 0)", nullptr, nullptr,
                           &error),
              SQLITE_OK)
        << error;
    sqlite3_close(database);
    const Finished finished = desk.run({"queue"});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("newer")));
}

TEST(Database, OnAServerThatDoesNotAnswerNamesItWithoutThePassword) {
    const Finished finished =
        Desk::run_bare({"--db", "postgresql://anne:geheim@127.0.0.1:1/relis?connect_timeout=2", "queue"});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("127.0.0.1"), Not(HasSubstr("geheim"))));
}

TEST_F(BadInput, AnIdThatNobodyHasIsNamedWithWhatToDoNextAtEachVerbOfTheShoppersSide) {
    const std::vector<std::vector<std::string>> lines{{"rework", "remind", "R-404"},
                                                      {"rework", "remark", "r-404", "--remove"},
                                                      {"decide", "R-404", "accept"},
                                                      {"mission", "show", "M-404"},
                                                      {"mission", "candidates", "M-404"},
                                                      {"mission", "assign", "M-404", "C-1"},
                                                      {"mission", "missed", "M-404", "--reason", "x"},
                                                      {"mission", "unassign", "M-404"},
                                                      {"shopper", "C-404"},
                                                      {"shopper", "log", "C-404"},
                                                      {"shopper", "verify", "C-404"},
                                                      {"shopper", "note", "C-404", "positive", "--reason", "x"},
                                                      {"appeal", "show", "404"},
                                                      {"appeal", "take", "404"},
                                                      {"outbox", "retry", "404"},
                                                      {"outbox", "settle", "404"},
                                                      {"feedback", "R-404"}};
    for (const std::vector<std::string>& line : lines) {
        const Finished refused = desk.run(line);
        const std::string verb = line[0] + " " + line[1];
        EXPECT_EQ(refused.code, 1) << verb;
        EXPECT_THAT(refused.err, AllOf(HasSubstr("404"), HasSubstr("`relis "))) << verb;
    }
}

}  // namespace
}  // namespace relis::cli_tests
