// Giving missions, noting conduct and the year of demonstration, from the command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "command.h"

namespace relis::cli_tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// M-9 of C-1 is open; C-7 may take it, C-8 knows somebody there.
void open_with_mission(const Desk& desk) {
    desk.open_agency();
    const std::string file = desk.write("more.json", R"({"format": "relis.roster/1",
        "shoppers": [{"id": "C-7", "name": "Zoé Roy", "city": "Montréal", "region": "QC", "languages": ["fr"]},
                     {"id": "C-8", "name": "Yan Cyr", "languages": ["fr"], "acquaintances": ["S-1"]}],
        "missions": [{"id": "M-9", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-1",
                      "due_at": "2026-06-19T12:00:00-04:00"}]})");
    ASSERT_EQ(desk.run({"import", file}).code, 0);
}

TEST(MissionMoves, AreMadeListedShownAndTakenBack) {
    const Desk desk;
    open_with_mission(desk);
    EXPECT_EQ(desk.run({"mission", "assign", "M-9", "C-7"}).code, 1) << "it is still with C-1";
    ASSERT_EQ(desk.run({"mission", "cancel", "M-9", "--reason", "Malade."}).code, 0);
    EXPECT_THAT(desk.run({"mission", "waiting"}).out,
                AllOf(HasSubstr("M-9"), HasSubstr("annulé"), HasSubstr("Marché Beaubien (S-1)")));
    const Finished excluded = desk.run({"mission", "assign", "M-9", "C-8"});
    EXPECT_EQ(excluded.code, 1);
    EXPECT_THAT(excluded.err, HasSubstr("exception"));
    const nlohmann::json given = desk.run({"mission", "assign", "M-9", "C-7", "--format", "json"}).json();
    EXPECT_EQ(given["mission_id"], "M-9-2");
    EXPECT_EQ(given["chosen"]["rank"], 1);
    const nlohmann::json shown = desk.run({"mission", "show", "M-9-2", "--format", "json"}).json();
    EXPECT_EQ(shown["state"], "open");
    EXPECT_THAT(desk.run({"mission", "show", "M-9-2"}).out, AllOf(HasSubstr("en cours"), Not(HasSubstr("open"))));
    EXPECT_EQ(shown["assignments"][0]["by"], "anne");
    EXPECT_EQ(shown["assignments"][0]["ranking"]["shopper_id"], "C-7");
    ASSERT_EQ(desk.run({"mission", "unassign", "M-9-2"}).code, 0);
    ASSERT_EQ(desk.run({"mission", "reopen", "M-9"}).code, 0);
    EXPECT_EQ(desk.run({"mission", "waiting", "--format", "json"}).json().size(), 0U);
}

TEST(MissionMoves, AReassignmentToAShopperWhoDoesNotExistDecidesNothing) {
    const Desk desk;
    desk.open_agency();
    desk.import_report("R-1", "Bonjour.");
    ASSERT_EQ(desk.run({"assess"}).code, 0);
    const Finished refused = desk.run({"decide", "R-1", "reassign", "--reason", "copié", "--to", "C-404"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("no shopper C-404"));
    const nlohmann::json shown = desk.run({"show", "R-1", "--format", "json"}).json();
    EXPECT_EQ(shown["state"], "assessed");
    EXPECT_TRUE(shown["decisions"].empty());
    EXPECT_THAT(desk.run({"show", "R-1"}).out, HasSubstr("mission " + shown["mission_id"].get<std::string>()));
}

TEST(Conduct, IsNotedConfirmedAndToldAsTheCauseOfRatings) {
    const Desk desk;
    open_with_mission(desk);
    EXPECT_EQ(desk.run({"shopper", "note", "C-1", "negative"}).code, 1) << "a reason is kept";
    EXPECT_EQ(desk.run({"shopper", "note"}).code, 2);
    ASSERT_EQ(desk.run({"shopper", "note", "C-1", "negative", "--reason", "Impolie."}).code, 0);
    desk.import_report("R-1", "Bonjour.");
    ASSERT_EQ(desk.run({"shopper", "misconduct", "R-1", "copying", "--reason", "Copié."}).code, 0);
    const nlohmann::json log = desk.run({"shopper", "log", "C-1", "--format", "json"}).json();
    EXPECT_EQ(log["ratings"][0]["action"], "confirm");
    EXPECT_EQ(log["ratings"][1]["action"], "note");
    EXPECT_EQ(log["notes"][0]["reason"], "Impolie.");
    EXPECT_EQ(log["misconduct"][0]["kind"], "copying");
    ASSERT_EQ(desk.run({"shopper", "misconduct", "R-1", "--take-back"}).code, 0);
    ASSERT_EQ(desk.run({"shopper", "note", "--take-back", "1"}).code, 0);
    EXPECT_EQ(desk.run({"shopper", "verify"}).code, 0);
}

TEST(DemoYear, AsksForADatabaseByName) {
    EXPECT_EQ(Desk::run_bare({"demo", RELIS_DATA_FOLDER}).code, 2);
}

TEST(DemoYear, IsTheSameForTheSameSeedAndLeavesADatabaseThatHolds) {
    const std::vector<std::string> year{"demo",    RELIS_DATA_FOLDER,           "--reports", "140", "--only-year",
                                        "--until", "2026-11-20T12:00:00-05:00", "--format",  "json"};
    const Desk desk;
    const Finished first = desk.run(year);
    ASSERT_EQ(first.code, 0) << first.err;
    const nlohmann::json lived = first.json();
    EXPECT_GT(lived["decisions"], 40);
    EXPECT_GT(lived["reworks"], 5);
    EXPECT_GT(lived["given"], 0);
    EXPECT_EQ(desk.run({"shopper", "verify"}).code, 0);
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
    EXPECT_EQ(desk.run(year).code, 1) << "a year is lived once in a database";
    const Desk other;
    EXPECT_EQ(other.run(year).json(), lived);
}

}  // namespace
}  // namespace relis::cli_tests
