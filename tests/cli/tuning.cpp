// The quality manager at the command line: criteria sets, dismissals, overrides, calibration.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

/// A desk with two assessed reports.
class Tuning : public testing::Test {
  protected:
    Tuning() {
        desk.open_agency();
        desk.import_report("R-1", good_comment);
        desk.import_report("R-2", poor_comment);
        EXPECT_EQ(desk.run({"assess"}).code, 0);
    }

    [[nodiscard]] nlohmann::json shown(const std::string& report) const {
        return desk.run({"show", report, "--format", "json"}).json();
    }

    Desk desk;
};

}  // namespace

TEST_F(Tuning, ACriteriaSetGoesFromDraftToRollBack) {
    const std::string file = desk.write("strict.json", R"({"decision": {"min_detail": 5}})");
    const Finished draft = desk.run({"criteria", "draft", file, "--note", "strict", "--format", "json"});
    ASSERT_EQ(draft.code, 0) << draft.err;
    const std::string set = std::to_string(draft.json()["criteria_set"].get<int>());
    const Finished compared = desk.run({"criteria", "compare", set, "--format", "json"});
    ASSERT_EQ(compared.code, 0) << compared.err;
    EXPECT_EQ(compared.json()["reports"], 2);
    EXPECT_EQ(compared.json()["recommendations"]["accept"]["rework"], 1);
    EXPECT_THAT(desk.run({"criteria", "compare", set}).out, HasSubstr("R-1"));
    EXPECT_EQ(desk.run({"criteria", "publish", set}).code, 0);
    EXPECT_EQ(desk.run({"assess", "--format", "json"}).json()["assessed"], 2);
    EXPECT_EQ(shown("R-1")["recommendation"]["decision"], "rework");
    EXPECT_EQ(shown("R-1")["criteria_set"], std::stoi(set));
    const Finished nothing_before = desk.run({"criteria", "rollback"});
    EXPECT_EQ(nothing_before.code, 1);
    EXPECT_THAT(nothing_before.err, HasSubstr("no earlier version"));
    const std::string other = desk.write("lenient.json", R"({"decision": {"min_detail": 1}})");
    EXPECT_EQ(desk.run({"plugin", "tune", other, "--note", "lenient"}).code, 0);
    EXPECT_EQ(desk.run({"criteria", "rollback"}).code, 0);
    const auto history = desk.run({"criteria", "list", "--format", "json"}).json();
    ASSERT_EQ(history.size(), 2U);
    EXPECT_EQ(history[1]["author"], "anne");
    EXPECT_EQ(history[1]["state"], "published");
    EXPECT_EQ(history[1]["events"].size(), 2U);
    const Finished told = desk.run({"criteria", "show", history[0]["criteria_set"].dump()});
    EXPECT_EQ(told.code, 0) << told.err;
    EXPECT_THAT(told.out, AllOf(HasSubstr("rolled back"), ContainsRegex("min_detail +5(\\.0)? +1(\\.0)? +changed"),
                                Not(HasSubstr("{"))));
    EXPECT_THAT(desk.run({"criteria", "list"}).out, HasSubstr("lenient"));
    EXPECT_THAT(desk.run({"criteria", "show", set}).out, HasSubstr("min_detail"));
    EXPECT_THAT(desk.run({"criteria", "values"}).out, HasSubstr("agency"));
}

TEST_F(Tuning, BadCriteriaAreRefusedInWords) {
    const std::string wrong = desk.write("wrong.json", R"({"detail": {"no_such_parameter": 1}})");
    const Finished refused = desk.run({"criteria", "draft", wrong, "--note", "x"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("no_such_parameter"));
    EXPECT_EQ(desk.run({"criteria", "draft", desk.path("none.json"), "--note", "x"}).code, 1);
    EXPECT_EQ(desk.run({"criteria", "publish", "99"}).code, 1);
    EXPECT_EQ(desk.run({"criteria", "compare", "99"}).code, 1);
    EXPECT_EQ(desk.run({"criteria", "show", "99"}).code, 1);
    EXPECT_EQ(desk.run({"criteria", "publish", "x"}).code, 2);
    EXPECT_EQ(desk.run({"criteria"}).code, 2);
}

TEST_F(Tuning, AScoreIsOverriddenAndTheMachinesComesBack) {
    const auto before = shown("R-2")["scores"]["detail"];
    EXPECT_EQ(desk.run({"override", "R-2", "detail", "4"}).code, 2) << "a reason is wanted";
    EXPECT_EQ(desk.run({"override", "R-2", "detail", "6", "--reason", "x"}).code, 2);
    const Finished given = desk.run({"override", "R-2", "detail", "4", "--reason", "minuscule", "--format", "json"});
    ASSERT_EQ(given.code, 0) << given.err;
    EXPECT_TRUE(given.json()["recorded"]);
    const auto after = shown("R-2");
    EXPECT_EQ(after["scores"]["detail"], 4.0);
    ASSERT_EQ(after["overrides"].size(), 1U);
    EXPECT_EQ(after["overrides"][0]["machine"], before);
    EXPECT_EQ(after["overrides"][0]["by"], "anne");
    EXPECT_EQ(desk.run({"override", "R-2", "detail", "--withdraw"}).code, 0);
    EXPECT_EQ(shown("R-2")["scores"]["detail"], before);
    EXPECT_EQ(desk.run({"override", "R-2", "detail", "--withdraw"}).code, 1);
}

TEST_F(Tuning, AFindingIsDismissedListedAndRestored) {
    const auto findings = shown("R-2")["findings"];
    ASSERT_FALSE(findings.empty());
    const auto& finding = findings[0];
    const std::string rule = finding["plugin"].get<std::string>() + "/" + finding["rule"].get<std::string>();
    std::vector<std::string> arguments{"finding",    "dismiss",
                                       "R-2",        rule,
                                       "--question", finding["question"],
                                       "--start",    std::to_string(finding["start"].get<int>()),
                                       "--reason",   "erreur"};
    const Finished dismissed = desk.run(arguments);
    ASSERT_EQ(dismissed.code, 0) << dismissed.err;
    const auto after = shown("R-2");
    EXPECT_LT(after["findings"].size(), findings.size());
    ASSERT_FALSE(after["dismissed"].empty());
    EXPECT_EQ(after["dismissed"][0]["reason"], "erreur");
    EXPECT_THAT(desk.run({"finding", "dismissed"}).out, HasSubstr(rule));
    EXPECT_EQ(desk.run({"finding", "dismissed", "--format", "json"}).json()[0]["dismissed"], 1);
    EXPECT_EQ(desk.run(arguments).code, 1) << "it is not there any more";
    EXPECT_EQ(desk.run({"finding", "restore", std::to_string(after["dismissed"][0]["dismissal"].get<int>())}).code, 0);
    EXPECT_EQ(shown("R-2")["findings"].size(), findings.size());
    EXPECT_THAT(desk.run({"finding", "dismissed", "--all"}).out, HasSubstr("taken back"));
    EXPECT_EQ(desk.run({"finding", "restore", "99"}).code, 1);
    EXPECT_EQ(desk.run({"finding", "dismiss", "R-2", "no-slash", "--reason", "x"}).code, 2);
    EXPECT_EQ(desk.run({"finding", "dismiss", "R-9", rule, "--reason", "x"}).code, 1);
    EXPECT_EQ(desk.run({"finding", "waive", "R-1", "--reason", "x"}).code, 1) << "it has no veto";
}

TEST_F(Tuning, GradesOfStoredReportsAreMeasured) {
    const std::string file =
        desk.write("grades.jsonl",
                   "{\"report_id\": \"R-1\", \"detail\": 4.5, \"decision\": \"accept\", \"missing\": []}\n"
                   "{\"report_id\": \"R-2\", \"detail\": 1, \"decision\": \"rework\", \"missing\": []}\n");
    const Finished measured = desk.run({"calibrate", file, "--format", "json"});
    ASSERT_EQ(measured.code, 0) << measured.err;
    EXPECT_EQ(measured.json()["groups"][0]["reports"], 2);
    EXPECT_EQ(measured.json()["groups"][0]["flags"][0]["flag"], "missing");
    EXPECT_TRUE(measured.json()["groups"][0]["passes"].is_null()) << "one pass only";
    const Finished two = desk.run({"calibrate", file, file, "--reports"});
    EXPECT_EQ(two.code, 0) << two.err;
    EXPECT_THAT(two.out, AllOf(HasSubstr("R-2"), HasSubstr("Écart moyen"), HasSubstr("détail"), HasSubstr("accepter")));
    EXPECT_THAT(two.out, Not(HasSubstr(" -"))) << "a true minus sign";
    EXPECT_THAT(two.out, Not(ContainsRegex("[0-9][.][0-9]"))) << "commas, as people here write figures";
    const Finished fitted = desk.run({"calibrate", file, "--fit", "--proposal", desk.path("new.json")});
    EXPECT_EQ(fitted.code, 0) << fitted.err;
    EXPECT_THAT(fitted.out, HasSubstr("Trop peu de rapports"));
    std::string proposal;
    std::getline(std::ifstream(desk.path("new.json")), proposal);
    EXPECT_EQ(proposal, "{}");
}

TEST(Calibrating, WrongPathsAndWrongUseAreTold) {
    const Desk desk;
    EXPECT_EQ(Desk::run_bare({"calibrate"}).code, 2);
    EXPECT_EQ(Desk::run_bare({"calibrate", "x", "--folds", "3"}).code, 2) << "folds are of a fit";
    EXPECT_EQ(Desk::run_bare({"calibrate", desk.path("none")}).code, 1);
    const Finished no_grades = Desk::run_bare({"calibrate", desk.folder().string()});
    EXPECT_EQ(no_grades.code, 1);
    EXPECT_THAT(no_grades.err, HasSubstr("grades"));
}

}  // namespace relis::cli_tests
