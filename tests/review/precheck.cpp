// A draft looked at with the agency's criteria before it is submitted.
#include "review/precheck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "../support/temporary_folder.h"
#include "agency.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/criteria.h"
#include "review/database.h"
#include "review/input_file.h"

namespace relis::review {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::string draft(const std::string& comment) {
    return nlohmann::json{{"questionnaire", "essai-2026@1"},
                          {"answers",
                           {{{"question", "accueil"}, {"value", "oui"}, {"comment", comment}},
                            {{"question", "attente"}, {"value", "2"}},
                            {{"question", "recu"}, {"value", "recu.jpg"}}}},
                          {"attachments", {{{"question", "recu"}, {"kind", "receipt"}, {"file", "recu.jpg"}}}}}
        .dump();
}

}  // namespace

TEST(PrecheckOfADraft, RatesItLikeTheReportThatItBecomes) {
    Agency agency;
    const std::string comment = "La caisière m'a dit bonjour et elle ma remis le reçu à 14 h 05 en souriant.";
    agency.import_report("R-1", comment);
    assess_pending(agency.workspace());
    const ReportDetails report = load_report(agency.workspace(), "R-1");
    const Precheck checked = precheck(agency.workspace(), draft(comment));
    for (const char* const plugin : {"detail", "french"}) {
        EXPECT_EQ(checked.details.assessment(plugin)->score, report.assessment(plugin)->score) << plugin;
    }
    EXPECT_FALSE(checked.nothing_to_do());
}

TEST(PrecheckOfADraft, TellsAFileThatIsNotWhereTheDraftsFilesLie) {
    Agency agency;
    const test::TemporaryFolder files;
    const auto rules_of = [&](bool all) {
        PrecheckOptions options;
        options.attachments = files.path();
        options.all_attachments = all;
        std::vector<std::string> rules;
        const Precheck checked = precheck(agency.workspace(), draft(good_comment), options);
        for (const Finding& finding : checked.details.assessment("completeness")->findings) {
            rules.push_back(finding.rule);
        }
        return rules;
    };
    EXPECT_THAT(rules_of(false), IsEmpty()) << "no file came at all: they may be handed over another way";
    EXPECT_THAT(rules_of(true), ElementsAre("attachment-not-received"));
    (void)files.write("autre.jpg", "\xff\xd8\xff\xe0 une autre");
    EXPECT_THAT(rules_of(false), ElementsAre("attachment-not-received"));
    (void)files.write("recu.jpg", "rien d'une image");
    EXPECT_THAT(rules_of(true), ElementsAre("wrong-kind-attachment"));
}

TEST(PrecheckOfADraft, StoresNothing) {
    Agency agency;
    const auto before = database_info(agency.workspace()).all_reports;
    (void)precheck(agency.workspace(), draft(good_comment));
    EXPECT_EQ(database_info(agency.workspace()).all_reports, before);
    EXPECT_THROW((void)load_report(agency.workspace(), "brouillon"), std::runtime_error);
}

TEST(PrecheckOfADraft, LooksAtNobodyElsesReports) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    const Precheck checked = precheck(agency.workspace(), draft(good_comment));
    for (const Assessment& assessment : checked.details.assessments) {
        for (const Finding& finding : assessment.findings) {
            EXPECT_NE(finding.category, Category::copied) << finding.message;
        }
    }
    EXPECT_FALSE(checked.details.reliability);
    EXPECT_THAT(text_of(sheet_of(checked)), Not(HasSubstr("derniers rapports")));
}

TEST(PrecheckOfADraft, TellsWhatIsMissingAndWhatCannotBeRead) {
    Agency agency;
    const Precheck checked =
        precheck(agency.workspace(),
                 R"({"questionnaire": "essai-2026@1", "answers": [{"question": "accueil", "value": "peut-être"},)"
                 R"( {"question": "inconnue", "value": "1"}]})");
    EXPECT_EQ(checked.problems.size(), 2U);
    const nlohmann::json json = nlohmann::json::parse(to_json(checked));
    EXPECT_EQ(json["nothing_to_do"], false);
    EXPECT_THAT(json["missing"].get<std::vector<std::string>>(), testing::Contains("attente"));
    EXPECT_EQ(json["problems"].size(), 2U);
    EXPECT_EQ(json["report_id"], nullptr);
    EXPECT_THAT(html_of(sheet_of(checked)), HasSubstr("Réponses à vérifier"));
}

TEST(PrecheckOfADraft, SaysWhenThereIsNothingToDo) {
    Precheck checked;
    EXPECT_TRUE(checked.nothing_to_do());
    Assessment french;
    french.plugin = "french";
    french.findings.resize(1);
    french.findings.front().category = Category::typography;
    checked.details.assessments = {french};
    EXPECT_TRUE(checked.nothing_to_do()) << "typography that costs nothing is no work";
    EXPECT_THAT(text_of(sheet_of(checked)), HasSubstr("peut être remis"));
    checked.details.assessments.front().findings.front().cost = 0.1;
    EXPECT_FALSE(checked.nothing_to_do());
}

TEST(PrecheckOfADraft, WorksWithAQuestionnaireAndNoDatabase) {
    const test::TemporaryFolder folder;
    PrecheckOptions options;
    options.questionnaire = folder.write(
        "questionnaire.json",
        R"({"format": "relis.questionnaire/1", "id": "q", "version": 1, "programme": "p", "title": "Essai",)"
        R"( "sections": [{"name": "s", "label": "S", "questions": [{"name": "accueil", "type": "text",)"
        R"( "label": "Accueil", "required": true}]}]})");
    const Precheck checked =
        precheck(std::filesystem::path(RELIS_PLUGIN_FOLDER),
                 R"({"answers": [{"question": "accueil", "value": "La caisière ma souri."}]})", options);
    EXPECT_EQ(checked.details.questionnaire.key(), "q@1");
    ASSERT_NE(checked.details.assessment("french"), nullptr);
    EXPECT_THAT(checked.details.assessment("french")->findings, Not(IsEmpty()));
    EXPECT_THROW((void)precheck(std::filesystem::path(RELIS_PLUGIN_FOLDER),
                                R"({"questionnaire": "autre@1", "answers": []})", options),
                 LabelledError);
}

TEST(AFileThatAPersonNames, IsNamedWhereItCannotBeRead) {
    const test::TemporaryFolder folder;
    for (const std::filesystem::path& file : {folder.path() / "none.json", folder.path()}) {
        try {
            (void)content_of(file);
            ADD_FAILURE() << file << " was read";
        } catch (const LabelledError& error) {
            EXPECT_THAT(error.message().fr, HasSubstr(file.string()));
            EXPECT_THAT(error.message().en, testing::AnyOf(HasSubstr("no such file"), HasSubstr("is a folder")));
        }
    }
}

TEST(PrecheckOfADraft, RefusesWhatIsNoDraftWithTheReason) {
    Agency agency;
    for (const auto& [text, told] : std::vector<std::pair<std::string, std::string>>{
             {"{", "no valid JSON"},
             {"[]", "no object"},
             {R"({"questionnaire": "essai-2026@1"})", "answers"},
             {R"({"answers": []})", "questionnaire"},
             {R"({"questionnaire": "rien@1", "answers": []})", "rien@1"}}) {
        try {
            (void)precheck(agency.workspace(), text);
            ADD_FAILURE() << text;
        } catch (const LabelledError& error) {
            EXPECT_THAT(error.what(), HasSubstr(told)) << text;
            relis::test::expect_both_languages(error.message());
        }
    }
}

}  // namespace relis::review
