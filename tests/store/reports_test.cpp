#include "store/reports.h"

#include <gmock/gmock.h>

#include "store/check.h"
#include "store/events.h"
#include "store/queue.h"
#include "store/rejected.h"
#include "support.h"

namespace relis::store::test {

using testing::HasSubstr;
using testing::IsEmpty;

class Reports : public StoreTest {};
RELIS_ON_BOTH_BACK_ENDS(Reports);

TEST_P(Reports, AReportReadsBackAsItWasSubmitted) {
    Report report = make_report("R-1", "« L'œuf » à 3,50 $ — 🙂\r\n\ttrès «bien»\u202e");
    report.visit_end.reset();
    report.answers.push_back({"vide", "", ""});
    ASSERT_EQ(add(database, report).outcome, Added::added);
    const std::optional<Report> loaded = load_report(database, "R-1");
    ASSERT_TRUE(loaded);
    EXPECT_EQ(*loaded, report);
    EXPECT_EQ(loaded->submitted_at->offset, report.submitted_at->offset);
    EXPECT_EQ(load_report(database, "R-1", 2), std::nullopt);
    EXPECT_EQ(load_report(database, "R-2"), std::nullopt);
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(Reports, AddingTheSameAgainChangesNothing) {
    add(database, make_report("R-1"));
    EXPECT_EQ(add(database, make_report("R-1")).outcome, Added::unchanged);
    EXPECT_EQ(list_events(database, "report", "R-1").rows.size(), 1U);
    EXPECT_EQ(list_revisions(database, "R-1").size(), 1U);
}

TEST_P(Reports, TheSameRevisionWithOtherContentIsRefusedByName) {
    add(database, make_report("R-1", "avant"));
    const AddResult result = add(database, make_report("R-1", "après"));
    EXPECT_EQ(result.outcome, Added::refused);
    EXPECT_THAT(result.reason.en, HasSubstr("R-1 revision 1"));
    relis::test::expect_both_languages(result.reason);
    EXPECT_EQ(load_report(database, "R-1")->answers.front().comment, "avant");
}

TEST_P(Reports, AnUnknownQuestionnaireIsRefused) {
    Report report = make_report("R-1");
    report.questionnaire = "hotel@7";
    const AddResult result = add(database, report);
    EXPECT_EQ(result.outcome, Added::refused);
    EXPECT_THAT(result.reason.en, HasSubstr("hotel@7"));
    relis::test::expect_both_languages(result.reason);
    EXPECT_EQ(load_report(database, "R-1"), std::nullopt);
}

TEST_P(Reports, TextThatCannotBeKeptIsRefusedAndTheBatchGoesOn) {
    Batch batch(database);
    batch.add_questionnaire({"epicerie", 1, "epicerie", "", "{}"});
    EXPECT_EQ(batch.add_report(make_report("R-1", std::string("a\0b", 3)), at(0), "f").outcome, Added::refused);
    EXPECT_EQ(batch.add_report(make_report("R-2", "caf\xE9"), at(0), "f").outcome, Added::refused);
    EXPECT_EQ(batch.add_report(make_report("R\xFF"), at(0), "f").outcome, Added::refused);
    EXPECT_EQ(batch.add_report(make_report("R-3"), at(0), "f").outcome, Added::added);
    batch.commit();
    EXPECT_EQ(list_reports(database).rows.size(), 1U);
}

TEST_P(Reports, ACommentOfFiveMegabytesIsKept) {
    std::string comment;
    while (comment.size() < 5'000'000) comment += "Un mot" + std::to_string(comment.size()) + " de plus, ";
    ASSERT_EQ(add(database, make_report("R-1", comment)).outcome, Added::added);
    EXPECT_EQ(load_report(database, "R-1")->answers.front().comment, comment);
}

TEST_P(Reports, ANewRevisionIsRefusedOnceTheReportIsAccepted) {
    add_assessed(database, make_report("R-1"));
    record_decision(database, request("R-1", Decision::accept), count_missions);
    Report second = make_report("R-1", "Mieux écrit.");
    second.revision = 2;
    const AddResult late = add(database, second);
    EXPECT_EQ(late.outcome, Added::refused);
    EXPECT_THAT(late.reason.en, HasSubstr("it was decided"));
    relis::test::expect_both_languages(late.reason);
    EXPECT_EQ(load_report_status(database, "R-1")->revision, 1);
}

TEST_P(Reports, AShopperMayMendAReportBeforeItIsDecided) {
    add_assessed(database, make_report("R-1"));
    Report second = make_report("R-1", "Mieux écrit.");
    second.revision = 2;
    EXPECT_EQ(add(database, second).outcome, Added::added);
    const std::optional<ReportStatus> status = load_report_status(database, "R-1");
    EXPECT_EQ(status->state, ReportState::submitted);
    EXPECT_EQ(status->revision, 2);
    EXPECT_EQ(status->reworks_asked, 0);
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(Reports, ANewRevisionFollowsTheCurrentOneOfTheSameMission) {
    add_assessed(database, make_report("R-1"));
    Report second = make_report("R-1", "Mieux écrit.");
    second.revision = 2;
    record_decision(database, request("R-1", Decision::rework), count_missions);
    Report third = second;
    third.revision = 3;
    EXPECT_EQ(add(database, third).outcome, Added::refused);
    Report stranger = second;
    stranger.shopper_id = "C-9";
    EXPECT_EQ(add(database, stranger).outcome, Added::refused);
    EXPECT_EQ(add(database, second).outcome, Added::added);

    const std::optional<ReportStatus> status = load_report_status(database, "R-1");
    EXPECT_EQ(status->state, ReportState::submitted);
    EXPECT_EQ(status->revision, 2);
    EXPECT_EQ(status->reworks_asked, 1);
    EXPECT_EQ(load_report(database, "R-1")->answers.front().comment, "Mieux écrit.");
    EXPECT_EQ(load_report(database, "R-1", 1)->answers.front().comment, "La caissière m'a salué.");
    const std::vector<RevisionInfo> revisions = list_revisions(database, "R-1");
    ASSERT_EQ(revisions.size(), 2U);
    EXPECT_EQ(revisions[1].content_hash, content_hash(second));
    EXPECT_EQ(load_queue_entry(database, "R-1")->detail, std::nullopt);
    EXPECT_THAT(check(database), IsEmpty());
}

TEST_P(Reports, AQuestionnaireIsKeptLetterByLetterAndItsVersionNeverChanges) {
    const QuestionnaireRecord record{"hotel", 3, "hotel-2026", "Hôtel", "{ \"é\" :  1 }\n"};
    Batch batch(database);
    EXPECT_EQ(batch.add_questionnaire(record).outcome, Added::added);
    EXPECT_EQ(batch.add_questionnaire(record).outcome, Added::unchanged);
    QuestionnaireRecord other = record;
    other.json = "{}";
    const AddResult result = batch.add_questionnaire(other);
    EXPECT_EQ(result.outcome, Added::refused);
    EXPECT_THAT(result.reason.en, HasSubstr("hotel@3"));
    relis::test::expect_both_languages(result.reason);
    batch.commit();
    EXPECT_EQ(load_questionnaire(database, "hotel@3"), record);
    EXPECT_EQ(list_questionnaires(database).rows.size(), 1U);
    EXPECT_EQ(load_programme(database, "hotel-2026")->questionnaire, "hotel@3");
}

TEST_P(Reports, RejectedRecordsWaitForAnotherTry) {
    const RejectedRecord record{
        0, "mai.csv", "line 12", "R-9", "answers[3].value", {"pas un nombre", "not a number"}, "R-9;x;y", at(7), 1};
    for (int i = 0; i < 2; ++i) {
        Batch batch(database);
        batch.reject(record);
        batch.commit();
    }
    Page<RejectedRecord> kept = list_rejected(database);
    ASSERT_EQ(kept.rows.size(), 1U);
    EXPECT_EQ(kept.rows.front().tried, 2);
    kept.rows.front().id = 0;
    kept.rows.front().tried = 1;
    EXPECT_EQ(kept.rows.front(), record);
    {
        Batch batch(database);
        batch.resolve_rejected("mai.csv", "line 12");
        batch.commit();
    }
    EXPECT_EQ(count_rejected(database), 0);
}

TEST_P(Reports, ListsByShopperPageByPage) {
    for (const char* id : {"R-1", "R-2", "R-3"}) add(database, make_report(id));
    const Page<ReportStatus> first = list_shopper_reports(database, "C-1", {{}, 2});
    ASSERT_EQ(first.rows.size(), 2U);
    const Page<ReportStatus> second = list_shopper_reports(database, "C-1", {first.next, 2});
    ASSERT_EQ(second.rows.size(), 1U);
    EXPECT_EQ(second.rows.front().report_id, "R-3");
    EXPECT_TRUE(second.next.empty());
}

TEST(ContentHash, TellsEveryFieldButNotTheOffsetOfAMoment) {
    const Report report = make_report("R-1");
    Report same = report;
    same.submitted_at->offset = std::chrono::minutes{120};
    EXPECT_EQ(content_hash(report), content_hash(same));
    std::vector<Report> others(6, report);
    others[0].answers[2].value = "";
    others[1].answers[1].comment = "";
    others[2].attachments.clear();
    others[3].due_at.reset();
    std::swap(others[4].answers[0], others[4].answers[1]);
    others[5].site.city = "Laval";
    for (const Report& other : others) EXPECT_NE(content_hash(report), content_hash(other));
}

}  // namespace relis::store::test
