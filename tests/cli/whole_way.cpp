// From submitted reports to the shopper's feedback, as a reviewer and a program go through it.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>

#include "command.h"

namespace relis::cli_tests {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

class WholeWay : public testing::Test {
  protected:
    void SetUp() override { desk.open_agency(); }

    /// Two assessed reports: R-1 good, R-2 poor and without the waiting time.
    void have_reports() const {
        json poor = report("R-2", poor_comment);
        poor["answers"].erase(1);
        const std::string file =
            desk.write("two.jsonl", report("R-1", good_comment).dump() + "\n" + poor.dump() + "\n");
        ASSERT_EQ(desk.run({"import", file}).code, 0);
        const Finished assessed = desk.run({"assess"});
        ASSERT_EQ(assessed.code, 0) << assessed.err;
    }
    [[nodiscard]] json shown(const std::string& id) const { return desk.run({"show", id, "--format", "json"}).json(); }

    Desk desk;
};

TEST_F(WholeWay, LeadsFromImportToFeedback) {
    have_reports();
    const json poor = shown("R-2");
    EXPECT_EQ(poor["report_id"], "R-2");
    EXPECT_EQ(poor["revision"], 1);
    EXPECT_EQ(poor["state"], "assessed");
    EXPECT_EQ(poor["missing"], json({"attente"}));
    EXPECT_EQ(poor["recommendation"]["decision"], "rework");
    EXPECT_FALSE(poor["recommendation"]["reasons"].empty());

    const Finished decided = desk.run({"decide", "R-2", "rework", "--message", "Merci de préciser l'attente."});
    ASSERT_EQ(decided.code, 0) << decided.err;
    EXPECT_EQ(shown("R-2")["state"], "rework_requested");
    EXPECT_EQ(shown("R-2")["decisions"][0]["decided_by"], "anne");

    const Finished written = desk.run({"feedback", "R-2", "--output", desk.path("out")});
    ASSERT_EQ(written.code, 0) << written.err;
    EXPECT_THAT(content_of(desk.path("out/R-2-r1.txt")), HasSubstr("Merci de préciser l'attente."));
    EXPECT_THAT(content_of(desk.path("out/R-2-r1.html")), HasSubstr("Merci de préciser l"));
}

TEST_F(WholeWay, JsonOfAReportHasTheDesignsFields) {
    have_reports();
    const json poor = shown("R-2");
    for (const char* const criterion : {"detail", "french"}) {
        const json& score = poor["scores"].at(criterion);
        ASSERT_TRUE(score.is_number() || score.is_null()) << criterion;
    }
    ASSERT_FALSE(poor["findings"].empty());
    for (const json& finding : poor["findings"]) {
        for (const char* const field :
             {"plugin", "rule", "category", "question", "start", "end", "message", "cost", "suggestions"}) {
            EXPECT_TRUE(finding.contains(field)) << field;
        }
    }
}

TEST_F(WholeWay, AFaultOfSpellingIsFoundWhereItStands) {
    have_reports();
    bool found = false;
    const json poor = shown("R-2");
    for (const json& finding : poor["findings"]) {
        if (finding["category"] == "spelling" && finding["start"] == 3) {
            found = true;
            EXPECT_EQ(finding["end"], 10);
            EXPECT_EQ(finding["question"], "accueil");
        }
    }
    EXPECT_TRUE(found) << "acceuil";
}

TEST_F(WholeWay, AReportIsShownForReadingWithItsPassagesMarked) {
    have_reports();
    const Finished shown = desk.run({"show", "R-2"});
    EXPECT_EQ(shown.code, 0);
    EXPECT_THAT(shown.out,
                AllOf(HasSubstr("Rapport R-2"), HasSubstr("Recommandation : reprise"), HasSubstr("[acceuil]"),
                      HasSubstr("Réponses manquantes"), HasSubstr("Combien de minutes avez-vous attendu?")));
    EXPECT_THAT(shown.out, Not(HasSubstr("\x1b")));
}

TEST_F(WholeWay, TheQueueListsWhatWaitsAndNoLongerWhatIsDecided) {
    have_reports();
    EXPECT_THAT(desk.run({"queue"}).out, AllOf(HasSubstr("R-1"), HasSubstr("R-2"), HasSubstr("Louise Tremblay")));
    ASSERT_EQ(desk.run({"decide", "R-1", "accept", "--reason", "bon"}).code, 0);
    EXPECT_THAT(desk.run({"queue"}).out, Not(HasSubstr("R-1")));
    EXPECT_THAT(desk.run({"queue", "--all"}).out, HasSubstr("R-1"));
    const json accepted = desk.run({"queue", "--state", "accepted", "--format", "json"}).json();
    ASSERT_EQ(accepted.size(), 1U);
    EXPECT_EQ(accepted[0]["report_id"], "R-1");
}

TEST_F(WholeWay, TheQueueIsFilteredSortedAndCut) {
    have_reports();
    const auto ids = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "queue");
        arguments.insert(arguments.end(), {"--format", "jsonl"});
        std::vector<std::string> result;
        for (const json& row : desk.run(arguments).json_lines()) result.push_back(row["report_id"]);
        return result;
    };
    using Ids = std::vector<std::string>;
    EXPECT_EQ(ids({"--sort", "missing"}), (Ids{"R-1", "R-2"}));
    EXPECT_EQ(ids({"--sort", "missing", "--descending"}), (Ids{"R-2", "R-1"}));
    EXPECT_EQ(ids({"--sort", "missing", "--limit", "1"}), (Ids{"R-1"}));
    EXPECT_EQ(ids({"--recommendation", "rework"}), (Ids{"R-2"}));
    EXPECT_EQ(ids({"--search", "Stéphanie"}), (Ids{"R-1"}));
    EXPECT_EQ(ids({"--programme", "ailleurs"}), Ids{});
    EXPECT_THAT(desk.run({"queue", "--limit", "1"}).err, HasSubstr("The first 1 of 2"));
}

TEST_F(WholeWay, ATableFitsTheTerminal) {
    have_reports();
    for (const std::string columns : {"80", "120"}) {
        const Finished queue = desk.run({"queue"}, {.environment = {{"COLUMNS", columns}}});
        std::istringstream lines(queue.out);
        for (std::string line; std::getline(lines, line);) {
            const auto width = std::count_if(line.begin(), line.end(),
                                             [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
            EXPECT_LE(width, std::stol(columns)) << line;
        }
    }
}

TEST_F(WholeWay, ADecisionAgainstTheRecommendationNeedsItsReason) {
    have_reports();
    const Finished refused = desk.run({"decide", "R-2", "accept"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("reason"));
    EXPECT_EQ(shown("R-2")["state"], "assessed");
    EXPECT_EQ(desk.run({"decide", "R-2", "accept", "--reason", "le client est pressé"}).code, 0);
    EXPECT_EQ(shown("R-2")["state"], "accepted");
}

TEST_F(WholeWay, ADecisionCanBeTakenBack) {
    have_reports();
    ASSERT_EQ(desk.run({"decide", "R-2", "rework"}).code, 0);
    const Finished undone = desk.run({"decide", "R-2", "--undo", "--format", "json"});
    ASSERT_EQ(undone.code, 0) << undone.err;
    EXPECT_EQ(undone.json()["state"], "assessed");
    EXPECT_EQ(shown("R-2")["decisions"][0]["undone"], true);
    EXPECT_EQ(desk.run({"decide", "R-2", "--undo"}).code, 1);
}

TEST_F(WholeWay, ADecisionOnAnotherRevisionThanTheOneReadIsRefused) {
    have_reports();
    const Finished refused = desk.run({"decide", "R-2", "rework", "--revision", "2"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("R-2"));
    EXPECT_EQ(shown("R-2")["state"], "assessed");
}

TEST_F(WholeWay, AReworkIsDueWhenTheReviewerSays) {
    have_reports();
    const Finished decided = desk.run({"decide", "R-2", "rework", "--due", "2099-06-18T12:00:00-04:00"});
    ASSERT_EQ(decided.code, 0) << decided.err;
    EXPECT_EQ(shown("R-2")["decisions"][0]["new_due_at"], "2099-06-18T12:00:00-04:00");
}

TEST_F(WholeWay, FeedbackIsOfDecidedReportsAndPreviewsAreAskedFor) {
    have_reports();
    EXPECT_EQ(desk.run({"feedback", "R-1"}).code, 1);
    EXPECT_THAT(desk.run({"feedback", "R-1", "--preview"}).out, HasSubstr("Aperçu"));
    const json none = desk.run({"feedback", "--all", "--output", desk.path("out"), "--format", "json"}).json();
    EXPECT_THAT(none["written"], IsEmpty());
    EXPECT_THAT(desk.run({"feedback", "--all", "--output", desk.path("out")}).err, HasSubstr("--preview"));
    const json all =
        desk.run({"feedback", "--all", "--preview", "--output", desk.path("out"), "--format", "json"}).json();
    ASSERT_EQ(all["written"].size(), 4U);
    for (const json& file : all["written"]) EXPECT_TRUE(std::filesystem::exists(file.get<std::string>())) << file;
}

TEST_F(WholeWay, ImportingAgainChangesNothing) {
    have_reports();
    const json before = shown("R-1");
    const json again = desk.run({"import", desk.path("two.jsonl"), desk.path("agency"), "--format", "json"}).json();
    EXPECT_EQ(again["reports_added"], 0);
    EXPECT_EQ(again["reports_unchanged"], 2);
    EXPECT_EQ(again["questionnaires"], 0);
    EXPECT_EQ(again["roster_entries"], 0);
    EXPECT_THAT(again["problems"], IsEmpty());
    EXPECT_EQ(shown("R-1"), before);
}

TEST_F(WholeWay, AssessingAgainFindsNothingToDo) {
    have_reports();
    EXPECT_EQ(desk.run({"assess", "--format", "json"}).json()["assessed"], 0);
    const json again = desk.run({"assess", "R-1", "--format", "json"}).json();
    EXPECT_EQ(again["assessed"], 1);
    EXPECT_GT(again["from_cache"], 0);
}

TEST_F(WholeWay, EveryReportIsOneLineOfJson) {
    have_reports();
    const auto lines = desk.run({"show", "--all", "--format", "jsonl"}).json_lines();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(desk.run({"show", "--all", "--format", "json"}).json().size(), 2U);
}

TEST_F(WholeWay, AShopperIsShownWithRatingAndHistory) {
    const json card = desk.run({"shopper", "C-1", "--format", "json"}).json();
    EXPECT_EQ(card["name"], "Louise Tremblay");
    EXPECT_EQ(card["history"].size(), 1U);
    EXPECT_TRUE(card["reliability"]["newcomer"]);
    EXPECT_THAT(desk.run({"shopper", "C-1"}).out, AllOf(HasSubstr("Louise Tremblay"), HasSubstr("nouveau")));
    EXPECT_THAT(desk.run({"shopper"}).out, HasSubstr("C-1"));
}

TEST_F(WholeWay, CalibrationComparesWithPeople) {
    have_reports();
    const std::string grades = desk.write("grades.jsonl",
                                          "{\"report_id\": \"R-1\", \"detail\": 4.5, \"decision\": \"accept\"}\n"
                                          "{\"report_id\": \"R-2\", \"detail\": 0.5, \"decision\": \"rework\"}\n");
    const Finished calibrated = desk.run({"calibrate", grades, "--format", "json"});
    ASSERT_EQ(calibrated.code, 0) << calibrated.err;
    EXPECT_EQ(calibrated.json()["criteria"][0]["criterion"], "detail");
    EXPECT_EQ(calibrated.json()["criteria"][0]["count"], 2);
    EXPECT_EQ(calibrated.json()["decisions"]["rework"]["rework"], 1);
    const std::string bad = desk.write("bad.jsonl", "{\"report_id\": \"R-1\", \"detail\": 9}\n");
    const Finished refused = desk.run({"calibrate", bad});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, HasSubstr("bad.jsonl:1"));
}

TEST_F(WholeWay, TuningAPluginMakesReportsStale) {
    have_reports();
    const std::string file = desk.write("tune.json", R"({"detail": {"no_such_parameter": 1}})");
    const Finished refused = desk.run({"plugin", "tune", file, "--note", "essai"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("detail"), HasSubstr("no_such_parameter")));

    const json schema = desk.run({"plugin", "show", "detail", "--format", "json"}).json();
    json change;
    for (const json& parameter : schema["parameters"]) {
        if (parameter["type"] == "real" && parameter.contains("minimum") &&
            parameter["default"] != parameter["minimum"])
            change["detail"][parameter["name"].get<std::string>()] = parameter["minimum"];
    }
    ASSERT_FALSE(change.empty());
    const Finished tuned = desk.run({"plugin", "tune", "-", "--note", "essai"}, {.in = change.dump()});
    ASSERT_EQ(tuned.code, 0) << tuned.err;
    const json values = desk.run({"plugin", "parameters", "--format", "json"}).json();
    for (const auto& [name, value] : change["detail"].items()) EXPECT_EQ(values["detail"][name], value) << name;
    EXPECT_EQ(desk.run({"assess", "--format", "json"}).json()["assessed"], 2);
}

TEST_F(WholeWay, PluginsAreListedAndARefusedOneSaysWhy) {
    std::vector<std::string> ids;
    const json plugins = desk.run({"plugin", "list", "--format", "json"}).json();
    for (const json& plugin : plugins) ids.push_back(plugin["id"]);
    EXPECT_THAT(ids,
                testing::IsSupersetOf({"french", "detail", "completeness", "consistency", "decision", "reliability"}));
    desk.write("plugins/broken.so", "no library");
    const Finished listed = desk.run({"plugin", "list", "--plugins", desk.path("plugins")});
    EXPECT_THAT(listed.err, AllOf(HasSubstr("refused"), HasSubstr("broken.so")));
}

TEST_F(WholeWay, TheDatabaseSaysWhatItHolds) {
    have_reports();
    const json info = desk.run({"db", "info", "--format", "json"}).json();
    EXPECT_EQ(info["all_reports"], 2);
    EXPECT_EQ(info["open_reports"], 2);
    EXPECT_EQ(info["rejected_records"], 0);
    const Finished checked = desk.run({"db", "check", "--format", "json"});
    EXPECT_EQ(checked.code, 0);
    EXPECT_THAT(checked.json()["problems"], IsEmpty());
}

TEST(Demonstration, GoesTheWholeWay) {
    const Desk desk;
    const std::string demo = RELIS_SOURCE_FOLDER "/data/demo";
    const json imported = desk.run({"import", "--shift-to-now", demo, "--format", "json"}).json();
    EXPECT_GE(imported["reports_added"], 60);
    EXPECT_GE(imported["questionnaires"], 6);
    // A rework that comes before anybody asked for it is kept aside until the first revision is decided
    for (const json& problem : imported["problems"]) {
        EXPECT_TRUE(!problem["refused"] ||
                    problem["reason"].get<std::string>().find("Decide the earlier revision") != std::string::npos)
            << problem;
    }

    const json again = desk.run({"import", "--shift-to-now", demo, "--format", "json"}).json();
    EXPECT_EQ(again["reports_added"], 0);
    EXPECT_EQ(again["roster_entries"], 0);

    const Finished assessed = desk.run({"assess", "--format", "json"});
    EXPECT_EQ(assessed.code, 0) << assessed.out;
    EXPECT_GE(assessed.json()["assessed"], 60);

    const auto reports = desk.run({"show", "--all", "--format", "jsonl"}).json_lines();
    EXPECT_GE(reports.size(), 60U);
    std::map<std::string, int> recommended;
    for (const json& report : reports) {
        const json& decision = report["recommendation"]["decision"];
        ++recommended[decision.is_null() ? "none" : decision.get<std::string>()];
    }
    for (const char* const decision : {"accept", "rework", "reassign"}) EXPECT_GT(recommended[decision], 0) << decision;
    EXPECT_EQ(desk.run({"db", "check"}).code, 0);
}

}  // namespace
}  // namespace relis::cli_tests
