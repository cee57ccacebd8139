#include "intake/roster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/files.h"
#include "intake/questionnaires.h"
#include "reading.h"

namespace relis::intake::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string roster_text = R"({
 "format": "relis.roster/1",
 "clients": [{"id": "CL-1", "name": "Groupe"}],
 "programmes": [{"id": "p", "client": "CL-1", "name": "P", "questionnaire": "q@1", "locale": "fr-FR", "vocabulary": ["Arvane"]}],
 "sites": [{"id": "S-1", "programme": "p", "name": "Magasin", "city": "Lyon", "region": "Rhône"}],
 "shoppers": [{"id": "C-1", "name": "Ève", "email": "eve@example.org", "city": "Lyon", "region": "Rhône",
   "languages": ["fr"], "joined_on": "2024-02-29"}],
 "missions": [{"id": "M-1", "programme": "p", "site": "S-1", "shopper_id": "C-1",
   "assigned_at": "2026-06-10T09:00:00+02:00", "due_at": "2026-06-17T09:00:00+02:00"}],
 "history": [{"mission_id": "M-0", "programme": "p", "site": "S-1", "shopper_id": "C-1",
   "due_at": "2026-05-17T09:00:00+02:00", "submitted_at": null, "outcome": "missed", "reworks": 0, "detail": null,
   "french": 4.5, "missing": 2, "closed_at": "2026-05-18T09:00:00+02:00"}]})";

RosterFile read_text(const std::string& text) {
    std::istringstream stream(text);
    RosterFile file = read_roster(stream, "roster.json");
    told_in_both(file.rejected);
    expect_both_languages(file.warnings);
    return file;
}

TEST(RosterReading, ReadsEveryArray) {
    const RosterFile file = read_text(roster_text);
    ASSERT_TRUE(file.rejected.empty()) << to_string(file.rejected[0]);
    EXPECT_TRUE(file.warnings.empty());
    const Roster& roster = file.roster;
    EXPECT_EQ(roster.clients.at(0), (RosterClient{"CL-1", "Groupe"}));
    EXPECT_EQ(roster.programmes.at(0), (RosterProgramme{"p", "CL-1", "P", "q@1", "fr-FR", {"Arvane"}}));
    EXPECT_EQ(roster.sites.at(0), (RosterSite{"S-1", "p", "Magasin", "Lyon", "Rhône"}));
    EXPECT_EQ(roster.shoppers.at(0).name, "Ève");
    EXPECT_TRUE(roster.shoppers.at(0).joined_on.has_value());
    EXPECT_EQ(format_moment(roster.missions.at(0).due_at.value()), "2026-06-17T09:00:00+02:00");
    const RosterHistory& history = roster.history.at(0);
    EXPECT_EQ(history.record.outcome, Outcome::missed);
    EXPECT_EQ(history.record.submitted_at, std::nullopt);
    EXPECT_EQ(history.record.french, 4.5);
    EXPECT_EQ(history.record.missing, 2);
    EXPECT_EQ(history.shopper_id, "C-1");
}

TEST(RosterReading, RefusesAnEntryByItsPlaceAndKeepsTheOthers) {
    std::string text = replaced(roster_text, "\"missed\"", "\"lost\"");
    text = replaced(text, "2024-02-29", "2023-02-29");
    text = replaced(text, R"({"id": "CL-1", "name": "Groupe"})",
                    R"({"id": "CL-1", "name": "Groupe"}, {"id": "CL-1", "name": "Bis"}, 4)");
    const RosterFile file = read_text(text);
    EXPECT_EQ(file.roster.clients.size(), 1U);
    EXPECT_EQ(file.roster.sites.size(), 1U);
    ASSERT_EQ(file.rejected.size(), 4U);
    EXPECT_THAT(file.rejected[0].reason.en, HasSubstr("\"CL-1\" is the id of an earlier entry"));
    EXPECT_EQ(file.rejected[1].field, "clients[2]");
    EXPECT_EQ(file.rejected[2].field, "shoppers[0].joined_on");
    EXPECT_EQ(file.rejected[3].field, "history[0].outcome");
    EXPECT_THAT(file.rejected[3].reason.en, HasSubstr("accepted, reassigned, cancelled, missed"));
}

TEST(RosterReading, DamageIsNamed) {
    EXPECT_THAT(read_text(roster_text.substr(0, 300)).rejected.at(0).reason.en,
                HasSubstr("the file ends in the middle"));
    EXPECT_THAT(read_text(record()).rejected.at(0).reason.en, HasSubstr("expected \"relis.roster/1\""));
    EXPECT_THAT(read_text(replaced(roster_text, "4.5", "5.5")).rejected.at(0).reason.en, HasSubstr("from 0"));
}

TEST(Files, AreIdentifiedByContent) {
    const TemporaryFolder folder;
    EXPECT_EQ(identify(folder.write("a.json", roster_text)), FileKind::roster);
    EXPECT_EQ(identify(folder.write("b.json", "[" + record() + "]")), FileKind::reports);
    EXPECT_EQ(identify(folder.write("c", R"({"id":"q","sections":[{"format":"x"}],"format":"relis.questionnaire/1"})")),
              FileKind::questionnaire);
    EXPECT_EQ(identify(folder.write("d.json", R"({"a":1})")), FileKind::unknown);
    EXPECT_EQ(identify(folder.write("e.csv", "report_id;x\n")), FileKind::reports);
    EXPECT_EQ(identify(folder.write("f.json", "{\"a\": [1,")), FileKind::reports) << "damaged: read_reports says how";
}

TEST(Files, OfAFolderComeInTheOrderToImportThem) {
    const TemporaryFolder folder;
    folder.write("a/reports.json", record());
    folder.write("b/roster.json", roster_text);
    folder.write("c/questionnaire.json", R"({"format":"relis.questionnaire/1"})");
    folder.write("readme.md", "x");
    folder.write(".hidden/x.json", record());
    folder.write("z.csv", "x");
    const auto files = files_to_import(folder.path());
    std::vector<std::string> names;
    for (const auto& file : files) names.push_back(file.filename().string());
    EXPECT_THAT(names, ElementsAre("questionnaire.json", "roster.json", "reports.json", "z.csv"));
    EXPECT_THAT(files_to_import(files[0]), ElementsAre(files[0]));
    EXPECT_THAT(file_error([&] { files_to_import(folder.path() / "none"); }), HasSubstr("there is no such file"));
    std::filesystem::create_directory(folder.path() / "empty");
    EXPECT_THAT(file_error([&] { files_to_import(folder.path() / "empty"); }), HasSubstr("holds no file to import"));
}

TEST(Demonstration, QuestionnairesAndRostersOfTheRepositoryAreSound) {
    const std::filesystem::path demo = std::filesystem::path(RELIS_SOURCE_FOLDER) / "data/demo";
    std::map<std::string, std::shared_ptr<const QuestionnaireRules>, std::less<>> rules;
    ReadOptions options;
    options.questionnaire = [&](std::string_view key) {
        const auto found = rules.find(key);
        return found == rules.end() ? nullptr : found->second;
    };
    for (const auto& file : files_to_import(demo)) {
        const FileKind kind = identify(file);
        if (kind == FileKind::questionnaire) {
            for (Questionnaire& q : read_questionnaires(file).questionnaires) {
                const std::string key = q.key();
                rules[key] = std::make_shared<const QuestionnaireRules>(std::move(q));
            }
        } else if (kind == FileKind::roster) {
            const RosterFile roster = read_roster(file);
            EXPECT_TRUE(roster.rejected.empty()) << to_string(roster.rejected[0]);
        } else {
            Result result;
            read_reports(file, into(result), options);
            EXPECT_TRUE(result.rejected.empty()) << to_string(result.rejected[0]);
        }
    }
    EXPECT_GE(rules.size(), 6U);
}

}  // namespace
}  // namespace relis::intake::test
