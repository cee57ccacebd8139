#include "store/attachments.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/queue.h"
#include "store/reports.h"
#include "support.h"

namespace relis::store::test {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const std::string one_hash = "0123456789abcdef0123456789abcdef";

/// A picture hash of 128 edges, of which `changed` are moved.
std::string picture(int changed = 0) {
    std::string hash(64, '5');
    for (int i = 0; i < changed; ++i) hash[static_cast<std::size_t>(i * 7 % 64)] = '4';
    return hash;
}

AttachmentFileRecord readable(const std::string& content_hash, const std::string& picture_hash = "") {
    return {FileState::readable, "image/jpeg", content_hash, picture_hash};
}

}  // namespace

class AttachmentFiles : public StoreTest {
  protected:
    /// Adds a report submitted at `minutes` that came with that file.
    void add_with(const std::string& id, const AttachmentFileRecord& file, int minutes = 0) {
        Report report = make_report(id);
        report.submitted_at = at(minutes);
        report.attachments = {{"recu", "receipt", id + ".jpg"}};
        add(database, report);
        put(id, file);
    }
    bool put(const std::string& id, const AttachmentFileRecord& file) {
        Batch batch(database);
        const bool changed = batch.put_attachment_files(id, 1, std::span(&file, 1), at(0));
        batch.commit();
        return changed;
    }
    AttachmentFacts facts(const std::string& id, int minutes = 1000) {
        return attachment_facts(database, id, 1, at(minutes)).at(0);
    }
    std::vector<std::string> twins(const std::string& id, int minutes = 1000) {
        std::vector<std::string> ids;
        for (const AttachmentTwin& twin : facts(id, minutes).twins) {
            ids.push_back(twin.report_id + (twin.same_content ? " content" : " picture"));
        }
        return ids;
    }
};
RELIS_ON_BOTH_BACK_ENDS(AttachmentFiles);

TEST_P(AttachmentFiles, AreUnknownUntilTheyWereLookedAt) {
    Report report = make_report("R-1");
    report.attachments = {{"recu", "receipt", "recu.jpg"}, {"", "photo", "facade.jpg"}};
    add(database, report);
    EXPECT_EQ(attachment_facts(database, "R-1", 1, at(1000)), std::vector<AttachmentFacts>(2));
    Batch batch(database);
    EXPECT_TRUE(batch.lacks_attachment_files("R-1", 1));
    const std::vector<AttachmentFileRecord> files{readable(one_hash), {FileState::missing, "", "", ""}};
    EXPECT_TRUE(batch.put_attachment_files("R-1", 1, files, at(0)));
    EXPECT_FALSE(batch.put_attachment_files("R-1", 1, files, at(0)));
    EXPECT_THROW(batch.put_attachment_files("R-1", 1, std::span(files).first(1), at(0)), Error);
    batch.commit();
    const auto facts = attachment_facts(database, "R-1", 1, at(1000));
    EXPECT_EQ(facts[0].media_type, "image/jpeg");
    EXPECT_EQ(facts[1].state, FileState::missing);
}

TEST_P(AttachmentFiles, FindTheSameContentInEarlierReportsOfOthers) {
    add_with("R-1", readable(one_hash), 0);
    add_with("R-2", readable(one_hash), 10);
    add_with("R-3", readable("another"), 20);
    EXPECT_THAT(twins("R-2", 10), ElementsAre("R-1 content"));
    EXPECT_THAT(twins("R-1", 0), IsEmpty()) << "the first one is nobody's copy";
    EXPECT_THAT(twins("R-3"), IsEmpty());
    EXPECT_EQ(facts("R-2").twins.at(0).file, "R-1.jpg");
    EXPECT_EQ(facts("R-2").twins.at(0).shopper_id, "C-1");
}

TEST_P(AttachmentFiles, FindTheSamePictureInAnotherFile) {
    add_with("R-1", readable("a", picture()), 0);
    add_with("R-2", readable("b", picture(5)), 1);
    add_with("R-3", readable("c", picture(40)), 2);
    add_with("R-4", readable("d", std::string(64, 'a')), 3);
    EXPECT_THAT(twins("R-2"), ElementsAre("R-1 picture"));
    EXPECT_THAT(twins("R-3", 2), IsEmpty());
    EXPECT_THAT(twins("R-4"), IsEmpty());
}

TEST_P(AttachmentFiles, EmptyHashesAreNobodysTwins) {
    add_with("R-1", {FileState::unreadable, "", "", ""}, 0);
    add_with("R-2", {FileState::unreadable, "", "", ""}, 1);
    add_with("R-3", readable("", std::string(64, '0')), 2);
    add_with("R-4", readable("", std::string(64, '0')), 3);
    for (const char* id : {"R-2", "R-4"}) EXPECT_THAT(twins(id), IsEmpty()) << id;
}

TEST_P(AttachmentFiles, ThatComeLateAreAssessedAgain) {
    Report report = make_report("R-1");
    report.attachments = {{"recu", "receipt", "recu.jpg"}};
    add_assessed(database, report);
    EXPECT_TRUE(put("R-1", readable(one_hash)));
    EXPECT_EQ(load_report_status(database, "R-1")->state, ReportState::submitted);
    EXPECT_EQ(unassessed_reports(database, {}).rows.size(), 1U);
    EXPECT_THAT(check(database), IsEmpty());
    save_assessments(database, make_assessed("R-1"), "anne");
    EXPECT_FALSE(put("R-1", readable(one_hash)));
    EXPECT_EQ(load_report_status(database, "R-1")->state, ReportState::assessed);
}

}  // namespace relis::store::test
