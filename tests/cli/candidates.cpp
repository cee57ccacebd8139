// Who could take a mission, and how evenly missions fall, from the command line.
#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

void open_with_candidates(const Desk& desk) {
    desk.open_agency();
    const std::string file = desk.write("more.json", R"({"format": "relis.roster/1",
        "shoppers": [{"id": "C-7", "name": "Zoé Roy", "city": "Montréal", "region": "QC", "languages": ["fr"]},
                     {"id": "C-8", "name": "Yan Cyr", "languages": ["fr"], "acquaintances": ["S-1"]}],
        "missions": [{"id": "M-9", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-1",
                      "due_at": "2026-06-19T12:00:00-04:00"}]})");
    ASSERT_EQ(desk.run({"import", file}).code, 0);
}

const std::vector<std::string> ask{"mission", "candidates", "M-9", "--at", "2026-06-16T12:00:00-04:00"};

std::vector<std::string> with(std::vector<std::string> more) {
    more.insert(more.begin(), ask.begin(), ask.end());
    return more;
}

TEST(MissionCandidates, AreRankedWithReasonsAndExcludedWithReasons) {
    const Desk desk;
    open_with_candidates(desk);
    const Finished table = desk.run(ask);
    EXPECT_EQ(table.code, 0) << table.err;
    EXPECT_THAT(table.out, AllOf(HasSubstr("Mission M-9"), HasSubstr("il reste 72 h"), HasSubstr("Zoé Roy"),
                                 HasSubstr("Qualité du français"), HasSubstr("Connaissance sur place")));
    EXPECT_THAT(table.err, HasSubstr("1 of 3 shoppers can take it"));

    const nlohmann::json json = desk.run(with({"--format", "json"})).json();
    EXPECT_EQ(json["eligible"], 1);
    EXPECT_EQ(json["mission"]["hours_left"], 72.0);
    EXPECT_EQ(json["candidates"][0]["shopper_id"], "C-7");
    EXPECT_EQ(json["candidates"][0]["rank"], 1);
    EXPECT_EQ(json["candidates"][0]["reasons"].size(), 8U);
    EXPECT_EQ(json["excluded_by"]["acquaintance"], 1);
    EXPECT_TRUE(json["excluded"][0]["rank"].is_null());
}

TEST(MissionCandidates, OneShopperIsExplained) {
    const Desk desk;
    open_with_candidates(desk);
    EXPECT_THAT(desk.run(with({"--shopper", "C-8"})).out, AllOf(HasSubstr("exclu"), HasSubstr("a déclaré connaître")));
    EXPECT_THAT(desk.run(with({"--shopper", "C-7"})).out, AllOf(HasSubstr("rang 1"), HasSubstr("même ville")));
    EXPECT_EQ(desk.run(with({"--shopper", "C-99"})).code, 1);
}

TEST(MissionCandidates, WithoutTimeLeftTheNewDueTimeIsAskedFor) {
    const Desk desk;
    open_with_candidates(desk);
    EXPECT_THAT(desk.run({"mission", "candidates", "M-9", "--at", "2026-06-20T12:00:00-04:00"}).err,
                HasSubstr("--due"));
    EXPECT_EQ(desk.run(with({"--due", "tomorrow"})).code, 2);
    EXPECT_EQ(desk.run({"mission"}).code, 2);
    const Finished unknown = desk.run({"mission", "candidates", "M-none"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.err, HasSubstr("no mission M-none"));
}

TEST(MissionCandidates, OfAMissionWhoseTimeHasPassedAreRankedForTheTimeThatAssigningGives) {
    const Desk desk;
    open_with_candidates(desk);
    const std::string file = desk.write("late.json", R"({"format": "relis.roster/1",
        "missions": [{"id": "M-8", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-1",
                      "due_at": "2020-06-19T12:00:00-04:00"}]})");
    ASSERT_EQ(desk.run({"import", file}).code, 0);
    const Finished table = desk.run({"mission", "candidates", "M-8"});
    EXPECT_THAT(table.out, AllOf(HasSubstr("il reste"), HasSubstr("Zoé Roy"), Not(HasSubstr("Délai trop court"))));
    EXPECT_THAT(table.err, AllOf(HasSubstr("1 of 3 shoppers can take it"), HasSubstr("--due TIME")));
}

TEST(Fairness, IsATableAndJson) {
    const Desk desk;
    open_with_candidates(desk);
    EXPECT_THAT(desk.run({"fairness", "--days", "3650"}).out, AllOf(HasSubstr("clients mystères"), HasSubstr("Gini"), HasSubstr("À regarder : 0 sur 0")));
    const nlohmann::json json = desk.run({"fairness", "--days", "3650", "--format", "json"}).json();
    EXPECT_EQ(json["spread"]["shoppers"], 3);
    EXPECT_EQ(json["groups"][0]["figures"].size(), 6U);
    EXPECT_EQ(json["spread"]["bins"][0]["from"], 0);
    const Finished csv = desk.run({"fairness", "--days", "3650", "--format", "csv"});
    EXPECT_EQ(csv.code, 0) << csv.err;
    EXPECT_THAT(csv.out,
                AllOf(HasSubstr("grouping,group,shoppers,measure,count,value,others,low,high,enough,notable\r\n"),
                      HasSubstr("spread,,3,missions,,")));
    EXPECT_EQ(desk.run({"fairness", "--days", "0"}).code, 2);
    const Finished unknown = desk.run({"fairness", "--programme", "nope"});
    EXPECT_EQ(unknown.code, 1);
    EXPECT_THAT(unknown.err, HasSubstr("no programme named"));
}

}  // namespace
}  // namespace relis::cli_tests
