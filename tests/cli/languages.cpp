// Whoever works in French is answered in French: errors, refusals and what a verb says of its work.
#include <gmock/gmock.h>

#include "../support/both_languages.h"
#include "command.h"

namespace relis::cli_tests {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const Surroundings french{.environment = {{"LC_ALL", "fr_CA.UTF-8"}}};

class Languages : public testing::Test {
  protected:
    void SetUp() override { desk.open_agency(); }

    /// Expects that the call ends so, and that what it says holds no English word.
    void expect_french(const std::vector<std::string>& arguments, int code) const {
        const Finished finished = desk.run(arguments, french);
        const std::string call = arguments.front() + " " + arguments.back();
        EXPECT_EQ(finished.code, code) << call << ": " << finished.err;
        EXPECT_THAT(finished.out + finished.err, Not(IsEmpty())) << call;
        EXPECT_THAT(test::english_words_in(finished.out + finished.err), IsEmpty())
            << call << ": " << finished.out << finished.err;
        if (code != 0) {
            EXPECT_THAT(finished.err, StartsWith("relis: ")) << call;
        }
    }

    Desk desk;
};

TEST_F(Languages, AWrongUseIsToldInFrench) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"report", "frobnicate"},
                                               {"queue", "--nonsense"},
                                               {"queue", "--limit", "-3"},
                                               {"queue", "--limit"},
                                               {"queue", "--state", "colour"},
                                               {"queue", "--format", "yaml"},
                                               {"queue", "--format", "csv"},
                                               {"queue", "--plugins", "/nowhere"},
                                               {"queue", "--db", ""},
                                               {"show"},
                                               {"import"},
                                               {"assess", "R-1", "--decided"},
                                               {"decide"},
                                               {"decide", "R-1"},
                                               {"decide", "R-1", "burn"},
                                               {"decide", "R-1", "accept", "--undo"},
                                               {"decide", "R-1", "accept", "--due", "2099-06-18T12:00:00-04:00"},
                                               {"decide", "R-1", "accept", "--to", "C-1"},
                                               {"decide", "R-1", "rework", "--leave-out"},
                                               {"decide", "R-1", "rework", "--due", "demain"},
                                               {"decide", "R-1", "rework", "--remind", "demain"},
                                               {"decide", "R-1", "rework", "--ask", "recu"},
                                               {"decide", "R-1", "rework", "--finding", "recu"},
                                               {"decide", "R-1", "rework", "--finding", "a/b@recu:x"},
                                               {"decide", "R-1", "accept", "--remark", "attente"},
                                               {"report", "hold", "R-1", "--reason", "a", "--until", "demain"},
                                               {"rework", "expire", "--at", "demain"},
                                               {"rework", "remind"},
                                               {"rework", "remind", "--due", "--again"},
                                               {"rework", "remark", "ton"},
                                               {"shopper", "note", "C-1"},
                                               {"shopper", "misconduct", "R-1"},
                                               {"shopper", "tiers", "--tier", "gold"},
                                               {"feedback"},
                                               {"feedback", "--all"},
                                               {"feedback", "R-1", "--month", "2026-06"},
                                               {"outbox", "send"},
                                               {"outbox", "send", "--folder", "out", "--since", "hier"},
                                               {"outbox", "send", "--folder", "out", "--again"},
                                               {"outbox", "retry", "x"},
                                               {"precheck", "draft.json", "--locale", "en-GB"},
                                               {"check", "--text", "Bonjour", "file.txt"},
                                               {"calibrate"},
                                               {"calibrate", "a", "--folds", "3"},
                                               {"finding", "dismiss", "R-1", "mot", "--reason", "a"},
                                               {"override", "R-1", "detail"},
                                               {"override", "R-1", "detail", "7", "--reason", "a"},
                                               {"appeal", "file", "R-1", "--text", "a"},
                                               {"appeal", "file", "R-1", "--finding", "a", "--text", "a"},
                                               {"appeal", "answer", "1", "dismissed", "--overturn"},
                                               {"statistics", "--from", "hier"},
                                               {"statistics", "--from", "2026-06-02", "--until", "2026-06-01"},
                                               {"mission", "candidates", "M-0", "--at", "hier"},
                                               {"mission", "assign", "M-0", "C-1", "--due", "hier"}}) {
        expect_french(arguments, 2);
    }
}

TEST_F(Languages, AnArgumentOfAnyLengthIsAWrongUseAndNoCrash) {
    const std::string endless(100'000, 'a');
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"queue", endless}, {"queue", "--limit", endless}, {"queue", "--state", endless}}) {
        const Finished finished = desk.run(arguments, french);
        EXPECT_EQ(finished.code, 2);
        EXPECT_THAT(test::english_words_in(finished.err), IsEmpty());
        EXPECT_THAT(finished.err, HasSubstr(endless));
    }
}

TEST_F(Languages, WhatIsNotThereIsToldInFrenchWithWhatToDo) {
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"show", "R-9"},
             {"import", "absent.json"},
             {"assess", "R-9"},
             {"decide", "R-9", "accept"},
             {"decide", "R-9", "--undo"},
             {"report", "withdraw", "R-9", "--reason", "a"},
             {"report", "changes", "R-9"},
             {"rework", "remind", "R-9"},
             {"rework", "remark", "rien", "--remove"},
             {"shopper", "C-9"},
             {"shopper", "keep", "C-9", "--reason", "a"},
             {"shopper", "keep", "C-1", "--reason", "a"},
             {"shopper", "withdraw", "C-9", "--reason", "a"},
             {"shopper", "note", "C-9", "positive", "--reason", "a"},
             {"shopper", "note", "--take-back", "7"},
             {"shopper", "misconduct", "R-9", "copying", "--reason", "a"},
             {"shopper", "log", "C-9"},
             {"feedback", "R-9"},
             {"feedback", "--shopper", "C-9", "--month", "2026-06", "--output", "sheets"},
             {"feedback", "--shopper", "C-1", "--month", "juin", "--output", "sheets"},
             {"feedback", "R-9", "--output", "sheets", "--as", "docx"},
             {"feedback", "--print-words", "--words", "absent.json"},
             {"outbox", "retry", "7"},
             {"outbox", "settle", "7"},
             {"precheck", "absent.json"},
             {"precheck", "/"},
             {"check", "absent.jsonl"},
             {"calibrate", "absent.jsonl"},
             {"plugin", "show", "absent"},
             {"plugin", "tune", "absent.json", "--note", "a"},
             {"plugin", "disable", "absent", "--reason", "a"},
             {"plugin", "retry", "absent.so"},
             {"criteria", "show", "7"},
             {"criteria", "publish", "7"},
             {"criteria", "compare", "7"},
             {"criteria", "rollback"},
             {"finding", "dismiss", "R-9", "french/spelling", "--reason", "a"},
             {"finding", "restore", "7"},
             {"finding", "waive", "R-9", "--reason", "a"},
             {"override", "R-9", "detail", "4", "--reason", "a"},
             {"appeal", "show", "7"},
             {"appeal", "take", "7"},
             {"appeal", "answer", "7", "upheld"},
             {"appeal", "file", "R-9", "--decision", "--text", "a"},
             {"mission", "show", "M-9"},
             {"mission", "candidates", "M-9"},
             {"mission", "candidates", "M-0", "--shopper", "C-9"},
             {"mission", "assign", "M-9", "C-1"},
             {"mission", "assign", "M-0", "C-9"},
             {"mission", "cancel", "M-9", "--reason", "a"},
             {"mission", "cancel", "M-0", "--reason", "a"},
             {"mission", "unassign", "M-9"},
             {"mission", "reopen", "M-0"}}) {
        expect_french(arguments, 1);
    }
}

TEST_F(Languages, WhatAVerbDidAndWhatItListsIsToldInFrench) {
    ASSERT_EQ(desk.import_report("R-1", poor_comment).code, 0);
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"assess"},
                                               {"queue"},
                                               {"rework", "due"},
                                               {"report", "held"},
                                               {"appeal", "list"},
                                               {"appeal", "rules"},
                                               {"shopper", "tiers"},
                                               {"shopper", "proposals"},
                                               {"shopper", "verify"},
                                               {"mission", "waiting"},
                                               {"outbox", "list"},
                                               {"outbox", "list", "--state", "sent"},
                                               {"finding", "dismissed"},
                                               {"criteria", "list"},
                                               {"criteria", "values"},
                                               {"plugin", "list"},
                                               {"plugin", "show", "detail"},
                                               {"plugin", "show", "french"},
                                               {"plugin", "parameters"},
                                               {"db", "info"},
                                               {"db", "check"},
                                               {"db", "rejected"},
                                               {"fairness"},
                                               {"statistics"},
                                               {"decide", "R-1", "rework", "--reason", "a"},
                                               {"decide", "R-1", "--undo"},
                                               {"override", "R-1", "detail", "4", "--reason", "a"},
                                               {"override", "R-1", "detail", "--withdraw"},
                                               {"decide", "R-1", "accept", "--reason", "a"},
                                               {"feedback", "R-1", "--output", desk.path("sheets")},
                                               {"plugin", "disable", "consistency", "--reason", "a"},
                                               {"plugin", "enable", "consistency"}}) {
        expect_french(arguments, 0);
    }
    expect_french({"outbox", "send", "--folder", desk.path("mails")}, 1);  // words without a sender
}

TEST_F(Languages, TheHistoryOfAReportNamesMovesAndStatesAsTheTablesDo) {
    ASSERT_EQ(desk.import_report("R-1", poor_comment).code, 0);
    ASSERT_EQ(desk.run({"assess"}).code, 0);
    ASSERT_EQ(desk.run({"decide", "R-1", "rework", "--reason", "À préciser."}).code, 0);
    const std::string shown = desk.run({"show", "R-1"}).out;
    for (const char* const line : {"importation, à évaluer : ", "évaluation, à évaluer → à valider",
                                   "reprise demandée, à valider → en reprise : À préciser."})
        EXPECT_THAT(shown, HasSubstr(line));
}

TEST_F(Languages, GradesThatCannotBeUsedAreToldInFrenchWithTheirLine) {
    const std::string file =
        desk.write("grades.jsonl",
                   "rien\n{\"detail\": 3}\n{\"report_id\": \"R-1\", \"detail\": 9}\n{\"report_id\": \"R-1\", "
                   "\"decision\": \"burn\"}\n{\"report_id\": \"R-1\", \"missing\": 4}\n{\"report_id\": \"R-9\", "
                   "\"detail\": 4}\n{\"report_id\": \"R-9\", \"detail\": 4}\n");
    expect_french({"calibrate", file}, 1);
    const Finished finished = desk.run({"calibrate", file}, french);
    for (const char* const line : {":1 : ", ":2 : ", ":3 : ", ":4 : ", ":5 : ", ":6 : ", ":7 : "})
        EXPECT_THAT(finished.err, HasSubstr("grades.jsonl" + std::string(line)));
    EXPECT_THAT(desk.run({"calibrate", file}).err, HasSubstr("grades.jsonl:7: report R-9 is graded twice"));
}

TEST_F(Languages, ADatabaseThatIsNoneIsToldInFrench) {
    const std::string text = desk.write("lettre.txt", "Bonjour, ceci n'est pas une base.\n");
    for (const std::string& place : {text, desk.path(""), desk.path("absent/a.sqlite"), desk.path("absent.sqlite")}) {
        const Finished finished = Desk::run_bare({"queue", "--db", place}, french);
        EXPECT_EQ(finished.code, 1) << place;
        EXPECT_THAT(test::english_words_in(finished.err), IsEmpty()) << finished.err;
    }
}

TEST_F(Languages, LanguageGoesBeforeTheLocaleAndJsonStaysAsItIs) {
    const Surroundings both{.environment = {{"LANGUAGE", "en"}, {"LC_ALL", "fr_CA.UTF-8"}}};
    EXPECT_THAT(desk.run({"show", "R-9"}, both).err, HasSubstr("no report R-9"));
    const std::vector<std::string> call{"report", "release", "R-9", "--format", "json"};
    EXPECT_EQ(desk.run(call, french).out, desk.run(call).out);
    const std::vector<std::string> names{"plugin", "list", "--format", "json"};
    EXPECT_EQ(desk.run(names, french).out, desk.run(names).out);
}

}  // namespace
}  // namespace relis::cli_tests
