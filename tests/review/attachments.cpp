// The files that come with reports, from their folder to the findings.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/assess.h"
#include "review/report_details.h"

namespace relis::review {
namespace {

const std::string pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

void write(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

/// The rules of completeness about the receipt; every report of these tests is assessed when it is asked about.
std::vector<std::string> rules(Agency& agency, const std::string& report_id) {
    assess_pending(agency.workspace());
    const ReportDetails details = load_report(agency.workspace(), report_id);
    std::vector<std::string> found;
    for (const Finding& finding : details.assessment("completeness")->findings) {
        if (finding.question == "recu") found.push_back(finding.rule);
    }
    return found;
}

/// Imports the report from a folder of its own.
void import_from(Agency& agency, const std::string& folder, const std::string& report_id) {
    std::filesystem::create_directories(agency.folder() / folder);
    agency.import(folder + "/" + report_id + ".json", report_json(report_id, good_comment));
}

}  // namespace

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Attachments, ThatNeverCameAreNoFaultOfTheReport) {
    Agency agency;
    import_from(agency, "a", "R-1");
    EXPECT_THAT(rules(agency, "R-1"), IsEmpty());
}

TEST(Attachments, AreMissingWhereOthersCame) {
    Agency agency;
    write(agency.folder() / "a" / "facade.jpg", "");
    import_from(agency, "a", "R-1");
    EXPECT_THAT(rules(agency, "R-1"), ElementsAre("attachment-not-received"));
}

TEST(Attachments, ThatComeLaterAreFoundWhenTheReportIsImportedAgain) {
    Agency agency;
    write(agency.folder() / "a" / "facade.jpg", "");
    import_from(agency, "a", "R-1");
    ASSERT_THAT(rules(agency, "R-1"), ElementsAre("attachment-not-received"));
    write(agency.folder() / "a" / "recu.jpg", pdf);
    import_from(agency, "a", "R-1");
    EXPECT_THAT(rules(agency, "R-1"), IsEmpty());
}

TEST(Attachments, AreToldByTheirContentAndNotTheirName) {
    Agency agency;
    write(agency.folder() / "a" / "recu.jpg", "J'ai perdu le reçu.\n");
    import_from(agency, "a", "R-1");
    EXPECT_THAT(rules(agency, "R-1"), ElementsAre("wrong-kind-attachment"));
}

TEST(Attachments, OfAnEarlierReportAreRecognised) {
    Agency agency;
    write(agency.folder() / "a" / "recu.jpg", pdf);
    write(agency.folder() / "b" / "recu.jpg", pdf);
    import_from(agency, "a", "R-1");
    nlohmann::json later = nlohmann::json::parse(report_json("R-2", good_comment));
    later["submitted_at"] = "2026-06-18T21:12:09-04:00";
    agency.import("b/R-2.json", later.dump());
    EXPECT_THAT(rules(agency, "R-1"), IsEmpty());
    EXPECT_THAT(rules(agency, "R-2"), ElementsAre("attachment-of-another-report"));
}

}  // namespace relis::review
