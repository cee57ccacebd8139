// What a report is read beside: its last revision, its files, the shoppers who could go instead.
#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "review/assess.h"
#include "review/attachments.h"
#include "review/revisions.h"

namespace relis::review {
namespace {

using testing::SizeIs;

constexpr const char* two_unknown_words =
    "À 14 h 05, la caissière, une jeune femme nommée Stéphanie, m'a proposé une part de glourbiche. J'ai attendu deux "
    "minutes près du chamboulon, puis elle a dit « Bonne journée » en me rendant la monnaie.";
constexpr const char* one_left =
    "À 14 h 05, la caissière, une jeune femme nommée Stéphanie, m'a proposé une part de tarte. J'ai attendu deux "
    "minutes près du chamboulon, puis elle a dit « Bonne journée » en me rendant la monnaie.";

const EarlierFinding* found(const EarlierRevision& earlier, const std::string& passage) {
    const auto place = std::find_if(earlier.findings.begin(), earlier.findings.end(),
                                    [&](const EarlierFinding& finding) { return finding.passage == passage; });
    return place == earlier.findings.end() ? nullptr : &*place;
}

void write(const std::filesystem::path& file, const std::string& content) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

}  // namespace

TEST(EarlierRevision, TellsWhatWasMendedAndWhichJudgementsAreOutdated) {
    Agency agency;
    agency.import_report("R-1", two_unknown_words);
    assess_pending(agency.workspace());
    EXPECT_FALSE(earlier_revision(agency.workspace(), load_report(agency.workspace(), "R-1")));
    const ReportDetails first = load_report(agency.workspace(), "R-1");
    for (const Finding& finding : first.assessment("french")->findings) {
        if (finding.message.find("glourbiche") == std::string::npos) continue;
        const DismissalRequest request{"R-1",
                                       1,
                                       "french",
                                       finding.rule,
                                       finding.question,
                                       finding.start,
                                       finding.end,
                                       DismissalScope::here,
                                       "Un plat de la maison."};
        ASSERT_TRUE(dismiss_finding(agency.workspace(), request).recorded);
        break;
    }
    agency.import_report("R-1", one_left, 2);
    assess_pending(agency.workspace());

    const ReportDetails second = load_report(agency.workspace(), "R-1");
    const auto earlier = earlier_revision(agency.workspace(), second);
    ASSERT_TRUE(earlier);
    EXPECT_EQ(earlier->report.revision, 1);
    EXPECT_EQ(earlier->report.find("accueil")->comment, two_unknown_words);
    const EarlierFinding* const gone = found(*earlier, "glourbiche");
    ASSERT_NE(gone, nullptr);
    EXPECT_TRUE(gone->gone);
    ASSERT_TRUE(gone->judged);
    EXPECT_EQ(gone->judged->reason, "Un plat de la maison.");
    const EarlierFinding* const left = found(*earlier, "chamboulon");
    ASSERT_NE(left, nullptr);
    EXPECT_FALSE(left->gone);
    EXPECT_FALSE(left->judged);
}

TEST(AttachmentViews, TellWhereAFileLiesAndWhatIsWrongWithIt) {
    Agency agency;
    write(agency.folder() / "a" / "recu.jpg", "J'ai perdu le reçu.\n");
    agency.import("a/R-1.json", report_json("R-1", good_comment));
    assess_pending(agency.workspace());
    const auto views = attachments(agency.workspace(), load_report(agency.workspace(), "R-1"));
    ASSERT_THAT(views, SizeIs(1));
    EXPECT_EQ(views.front().facts.state, FileState::readable);
    EXPECT_TRUE(views.front().wrong_kind);
    EXPECT_EQ(views.front().path, std::filesystem::canonical(agency.folder() / "a" / "recu.jpg"));
    std::filesystem::remove(agency.folder() / "a" / "recu.jpg");
    EXPECT_TRUE(attachments(agency.workspace(), load_report(agency.workspace(), "R-1")).front().path.empty());
}

TEST(AttachmentViews, NeverLeadOutOfTheFolderOfTheReport) {
    Agency agency;
    write(agency.folder() / "secret.txt", "secret");
    std::filesystem::create_directories(agency.folder() / "a");
    std::filesystem::create_symlink(agency.folder() / "secret.txt", agency.folder() / "a" / "recu.jpg");
    agency.import("a/R-1.json", report_json("R-1", good_comment));
    assess_pending(agency.workspace());
    const auto views = attachments(agency.workspace(), load_report(agency.workspace(), "R-1"));
    ASSERT_THAT(views, SizeIs(1));
    EXPECT_TRUE(views.front().path.empty());
}

}  // namespace relis::review
