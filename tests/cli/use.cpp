// How the command is called: help, options, exit codes, where its output goes.
#include <array>
#include <filesystem>

#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr std::array verbs{"mission", "fairness",  "import",   "assess",  "queue",    "show",
                           "decide",  "shopper",   "override", "finding", "criteria", "feedback",
                           "check",   "calibrate", "plugin",   "db",      "outbox",   "precheck"};

TEST(Use, HelpNamesEveryVerbAndEveryVerbHasExamples) {
    const Finished help = Desk::run_bare({"--help"});
    EXPECT_EQ(help.code, 0);
    for (const char* const verb : verbs) {
        EXPECT_THAT(help.out, HasSubstr(verb));
        const Finished own = Desk::run_bare({verb, "--help"});
        EXPECT_EQ(own.code, 0) << verb;
        EXPECT_THAT(own.out, AllOf(HasSubstr("Examples:\n"), HasSubstr(std::string("relis ") + verb))) << verb;
        EXPECT_THAT(own.err, IsEmpty()) << verb;
    }
}

TEST(Use, WrongUseIsToldApartFromProblems) {
    const Desk desk;
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"destroy"},
                                               {"queue", "--colour"},
                                               {"queue", "--sort", "beauty"},
                                               {"queue", "--limit", "many"},
                                               {"queue", "--limit", "-1"},
                                               {"queue", "--format", "xml"},
                                               {"queue", "--format", "text"},
                                               {"shopper", "--format", "jsonl"},
                                               {"import"},
                                               {"show"},
                                               {"show", "R-1", "--all"},
                                               {"decide"},
                                               {"decide", "R-1"},
                                               {"decide", "R-1", "burn"},
                                               {"decide", "R-1", "accept", "--undo"},
                                               {"decide", "R-1", "rework", "--due", "tomorrow"},
                                               {"decide", "R-1", "accept", "--due", "2099-06-18T12:00:00-04:00"},
                                               {"feedback"},
                                               {"feedback", "--all"},
                                               {"feedback", "R-1", "--all"},
                                               {"feedback", "--shopper", "C-1", "--output", "out"},
                                               {"outbox"},
                                               {"outbox", "send"},
                                               {"outbox", "send", "--folder", "out", "--smtp", "smtp://localhost"},
                                               {"outbox", "send", "--folder", "out", "--since", "hier"},
                                               {"outbox", "retry"},
                                               {"precheck"},
                                               {"precheck", "draft.json", "--locale", "en-GB"},
                                               {"check", "--locale", "en-GB"},
                                               {"check", "--text", "Bonjour", "file.txt"},
                                               {"calibrate"},
                                               {"plugin"},
                                               {"plugin", "tune", "x.json"},
                                               {"criteria"},
                                               {"criteria", "draft", "x.json"},
                                               {"finding"},
                                               {"finding", "dismiss", "R-1", "a/b"},
                                               {"override", "R-1", "detail"},
                                               {"db"},
                                               {"queue", "--plugins", "/nowhere"},
                                               {"queue", "--db", ""}}) {
        const Finished finished = desk.run(arguments);
        const std::string call = arguments.empty() ? "nothing" : arguments.front() + " " + arguments.back();
        EXPECT_EQ(finished.code, 2) << call << ": " << finished.err;
        EXPECT_THAT(finished.err, StartsWith("relis: ")) << call;
        EXPECT_THAT(finished.out, IsEmpty()) << call;
    }
    EXPECT_TRUE(std::filesystem::is_empty(desk.folder()));
}

TEST(Use, OptionsOfEveryVerbStandBeforeOrAfterIt) {
    const Desk desk;
    desk.open_agency();
    const Finished before = Desk::run_bare({"--db", desk.database(), "--format", "json", "db", "info"});
    const Finished after = Desk::run_bare({"db", "info", "--db", desk.database(), "--format", "json"});
    EXPECT_EQ(before.code, 0) << before.err;
    EXPECT_EQ(before.out, after.out);
}

TEST(Use, TheDatabaseIsNamedByTheEnvironmentOrLiesInTheDataFolder) {
    const Desk desk;
    desk.open_agency();
    const Finished named =
        Desk::run_bare({"db", "info", "--format", "json"}, {.environment = {{"RELIS_DB", desk.database()}}});
    EXPECT_EQ(named.json()["location"], desk.database());
    const Finished own =
        Desk::run_bare({"import", desk.path("agency")}, {.environment = {{"XDG_DATA_HOME", desk.path("data")}}});
    EXPECT_EQ(own.code, 0) << own.err;
    EXPECT_TRUE(std::filesystem::exists(desk.path("data/relis/relis.sqlite")));
}

TEST(Use, AReaderWhoLeavesEndsTheCommandQuietly) {
    const Desk desk;
    desk.open_agency();
    for (int i = 0; i < 3; ++i) desk.import_report("R-" + std::to_string(i), good_comment);
    const std::string call = std::string(RELIS_COMMAND) + " --db '" + desk.database() +
                             "' show --all --format jsonl 2>'" + desk.path("err") + "' | true; exit ${PIPESTATUS[0]}";
    const std::string script = desk.write("script.sh", call);
    EXPECT_EQ(std::system(("bash '" + script + "'").c_str()), 0);
    EXPECT_EQ(std::filesystem::file_size(desk.path("err")), 0U);
}

TEST(Use, AFullDiskBehindTheOutputIsAProblem) {
    const Desk desk;
    desk.open_agency();
    const Finished finished = desk.run({"db", "info"}, {.out_file = "/dev/full"});
    EXPECT_EQ(finished.code, 1);
    EXPECT_THAT(finished.err, AllOf(StartsWith("relis: "), HasSubstr("cannot write the output")));
}

TEST(Use, WithoutAStandardOutputTheWorkIsDoneAndTheDatabaseIsSound) {
    const Desk desk;
    desk.open_agency();
    const std::string file = desk.write("R-1.json", report("R-1", good_comment).dump());
    EXPECT_EQ(desk.run({"import", file}, {.out_closed = true}).code, 0);
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
    EXPECT_EQ(desk.run({"db", "info", "--format", "json"}).json()["all_reports"], 1);
}

}  // namespace
}  // namespace relis::cli_tests
