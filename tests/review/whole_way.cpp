// From a submitted report to the shopper's feedback, with the real plugins and a real database.
#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "agency.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/criteria.h"
#include "review/database.h"
#include "review/decide.h"
#include "review/feedback.h"
#include "review/feedback_files.h"
#include "review/json.h"
#include "review/queue.h"
#include "review/report_details.h"
#include "review/shoppers.h"

namespace relis::review {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ostringstream content;
    content << std::ifstream(file, std::ios::binary).rdbuf();
    return content.str();
}

DecisionRequest request_for(const ReportDetails& details, Decision decision) {
    DecisionRequest request;
    request.report_id = details.report.report_id;
    request.revision = details.report.revision;
    request.decision = decision;
    request.reason = "Vu avec l'équipe.";
    return request;
}

}  // namespace

TEST(Review, AssessesEveryNewReportOnce) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", "Correct.");
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 2U);
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.row.state, ReportState::assessed);
    for (const char* const plugin : {"french", "detail", "completeness", "consistency"}) {
        const Assessment* const assessment = details.assessment(plugin);
        ASSERT_NE(assessment, nullptr) << plugin;
        EXPECT_NE(assessment->state, AssessmentState::failed) << assessment->reason;
    }
    EXPECT_FALSE(details.recommendation.reasons.empty());
}

TEST(Review, RatesTheReportThatPicturesTheVisitHigher) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", "Tout était correct, rien à signaler de particulier pour cette visite.");
    assess_pending(agency.workspace());
    const ReportDetails good = load_report(agency.workspace(), "R-1");
    const ReportDetails vague = load_report(agency.workspace(), "R-2");
    ASSERT_TRUE(good.row.detail && vague.row.detail);
    EXPECT_GT(*good.row.detail, *vague.row.detail + 1);
    EXPECT_EQ(good.recommendation.decision, Decision::accept);
}

TEST(Review, RatesAReportWithoutLookingAtItsAuthorsHistory) {
    const auto assessed = [](bool with_a_past) {
        Agency agency;
        if (with_a_past) {
            std::string history;
            for (int i = 0; i < 12; ++i) {
                history += std::string(i == 0 ? "" : ",") + R"({"mission_id": "M-past-)" + std::to_string(i) +
                           R"(", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-1",
                           "due_at": "2026-05-02T12:00:00-04:00", "outcome": "missed",
                           "closed_at": "2026-05-03T10:00:00-04:00"})";
            }
            agency.import("past.json", R"({"format": "relis.roster/1", "history": [)" + history + "]}");
            rate_all_shoppers(agency.workspace());
        }
        agency.import_report("R-1", good_comment);
        assess_pending(agency.workspace());
        return load_report(agency.workspace(), "R-1");
    };
    const ReportDetails reliable = assessed(false);
    const ReportDetails unreliable = assessed(true);
    ASSERT_LT(unreliable.reliability.value().value, 3.0);
    EXPECT_EQ(unreliable.assessments, reliable.assessments);
    EXPECT_EQ(unreliable.recommendation, reliable.recommendation);
}

TEST(Review, ImportingAgainChangesNothing) {
    Agency agency;
    EXPECT_EQ(agency.import_report("R-1", good_comment).reports_added, 1U);
    const ImportSummary again = agency.import_report("R-1", good_comment);
    EXPECT_EQ(again.reports_added, 0U);
    EXPECT_EQ(again.reports_unchanged, 1U);
    EXPECT_FALSE(again.anything_refused());
}

TEST(Review, RefusesOtherContentUnderTheSameIdAndKeepsItAside) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    const ImportSummary other = agency.import_report("R-1", "Autre chose.");
    ASSERT_TRUE(other.anything_refused());
    EXPECT_EQ(other.problems.front().report_id, "R-1");
    relis::test::expect_both_languages(other.problems.front().reason);
    EXPECT_EQ(load_report(agency.workspace(), "R-1").report.find("accueil")->comment, good_comment);
    ASSERT_EQ(rejected_records(agency.workspace()).size(), 1U);
    EXPECT_EQ(rejected_records(agency.workspace()).front().reason, other.problems.front().reason);
    relis::test::expect_both_languages(rejected_records(agency.workspace()).front().place);
}

TEST(Review, TellsWhatWentWrongAtImportInBothLanguages) {
    Agency agency;
    for (const std::string& text :
         {std::string("{}"), std::string("[1]"), std::string(R"({"format": "relis.report/9"})"),
          std::string(R"({"format": "relis.roster/1", "clients": [{"id": ""}], "colour": 1})"),
          std::string(R"({"format": "relis.questionnaire/1", "id": "q", "version": 0, "programme": "p"})")}) {
        const ImportSummary summary = agency.import("mauvais.json", text);
        EXPECT_FALSE(summary.problems.empty()) << text;
        for (const ImportProblem& problem : summary.problems) relis::test::expect_both_languages(problem.reason);
    }
    try {
        (void)import_path(agency.workspace(), "nulle-part.json");
        ADD_FAILURE() << "there is no such file";
    } catch (const LabelledError& error) {
        relis::test::expect_both_languages(error.message());
        EXPECT_EQ(error.message().fr.find("nulle-part.json : ce fichier n'existe pas"), 0U);
    }
}

TEST(Review, TakesARejectedReportOnceItsQuestionnaireIsThere) {
    Agency agency;
    std::string report = report_json("R-1", good_comment);
    for (std::size_t at = 0; (at = report.find("essai-2026@1", at)) != std::string::npos;)
        report.replace(at, 12, "autre-2026@1");
    EXPECT_TRUE(agency.import("autre.json", report).anything_refused());
    EXPECT_EQ(retry_rejected(agency.workspace()).reports_added, 0U);
    agency.import(
        "questionnaire-2.json",
        R"({"format": "relis.questionnaire/1", "id": "autre-2026", "version": 1, "programme": "essai-2026", "title": "Autre",
 "sections": [{"name": "s", "label": "S", "questions": [{"name": "accueil", "type": "text", "label": "Accueil", "comment": "optional"},
 {"name": "attente", "type": "integer", "label": "Attente"}, {"name": "recu", "type": "image", "label": "Reçu"}]}]})");
    EXPECT_EQ(retry_rejected(agency.workspace()).reports_added, 1U);
    EXPECT_TRUE(rejected_records(agency.workspace()).empty());
}

TEST(Review, ADecisionMovesTheReportAndRatesTheShopperWhoThenHasFeedback) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    const std::size_t missions_before = load_shopper(agency.workspace(), "C-1").history.size();
    const DecisionResult result =
        decide(agency.workspace(), request_for(load_report(agency.workspace(), "R-1"), Decision::accept));
    ASSERT_TRUE(result.recorded) << result.refusal.en;
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.row.state, ReportState::accepted);
    ASSERT_EQ(details.decisions.size(), 1U);
    EXPECT_EQ(details.decisions.front().decided_by, "anne");
    EXPECT_EQ(load_shopper(agency.workspace(), "C-1").history.size(), missions_before + 1);
    EXPECT_TRUE(compose_feedback(details));
    EXPECT_TRUE(check_database(agency.workspace()).empty());
}

TEST(Review, UndoingADecisionBringsTheReportBackAndKeepsBothInTheLog) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    ASSERT_TRUE(
        decide(agency.workspace(), request_for(load_report(agency.workspace(), "R-1"), Decision::accept)).recorded);
    const std::size_t log_before = load_report(agency.workspace(), "R-1").log.size();
    ASSERT_TRUE(undo_decision(agency.workspace(), "R-1").recorded);
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.row.state, ReportState::assessed);
    ASSERT_EQ(details.decisions.size(), 1U);
    EXPECT_TRUE(details.decisions.front().undone);
    EXPECT_GT(details.log.size(), log_before);
    EXPECT_FALSE(compose_feedback(details));
    EXPECT_FALSE(undo_decision(agency.workspace(), "R-1").recorded);
}

TEST(Review, RefusesToDecideTwice) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    ASSERT_TRUE(decide(agency.workspace(), request_for(details, Decision::accept)).recorded);
    const DecisionResult second = decide(agency.workspace(), request_for(details, Decision::rework));
    EXPECT_FALSE(second.recorded);
    EXPECT_FALSE(second.refusal.en.empty());
}

TEST(Review, AsksForAReasonWhereTheDecisionDepartsFromTheRecommendation) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    ASSERT_EQ(details.recommendation.decision, Decision::accept);
    DecisionRequest request = request_for(details, Decision::rework);
    request.reason = "  ";
    EXPECT_FALSE(decide(agency.workspace(), request).recorded);
    request.reason = "Le client veut l'heure de départ.";
    EXPECT_TRUE(decide(agency.workspace(), request).recorded);
}

TEST(Review, AReworkComesBackAsTheNextRevisionAndKeepsTheOld) {
    Agency agency;
    agency.import_report("R-1", "Correct.");
    assess_pending(agency.workspace());
    ASSERT_TRUE(
        decide(agency.workspace(), request_for(load_report(agency.workspace(), "R-1"), Decision::rework)).recorded);
    EXPECT_EQ(agency.import_report("R-1", good_comment, 2).reports_added, 1U);
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.report.revision, 2);
    EXPECT_EQ(details.row.state, ReportState::submitted);
    EXPECT_TRUE(details.assessments.empty()) << "the older revision's scores are not this one's";
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 1U);
}

TEST(Review, AColleagueSeesWhoHoldsAReportAndCannotDecideIt) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    EXPECT_FALSE(claim(agency.workspace(), "R-1"));
    const auto colleague = agency.open_as("bruno");
    EXPECT_EQ(claim(*colleague, "R-1"), "anne");
    EXPECT_FALSE(decide(*colleague, request_for(load_report(*colleague, "R-1"), Decision::accept)).recorded);
    release(agency.workspace(), "R-1");
    EXPECT_FALSE(claim(*colleague, "R-1"));
}

TEST(Review, PublishingAParameterRatesTheWaitingReportsAnew) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    assess_pending(agency.workspace());
    const nlohmann::json before = nlohmann::json::parse(effective_parameters(agency.workspace(), "essai-2026"));
    ASSERT_TRUE(before.contains("decision"));
    const auto threshold = std::find_if(before["decision"].items().begin(), before["decision"].items().end(),
                                        [](const auto& item) { return item.value().is_number_float(); });
    ASSERT_NE(threshold, before["decision"].items().end());
    const nlohmann::json overrides = {
        {"decision", {{threshold.key(), threshold.value().template get<double>() + 0.25}}}};
    const PublishResult published = publish_parameters(agency.workspace(), "", overrides.dump(), "essai");
    ASSERT_TRUE(published.errors.empty()) << published.errors.front().en;
    const AssessSummary summary = assess_pending(agency.workspace());
    EXPECT_EQ(summary.assessed, 1U);
    EXPECT_EQ(summary.from_cache, 4U) << "only the policy's parameters changed, the four assessments stand";
}

TEST(Review, RefusesAParameterOutOfItsRangeAndNamesIt) {
    Agency agency;
    const PublishResult unknown = publish_parameters(agency.workspace(), "", R"({"french": {"no_such_thing": 1}})", "");
    ASSERT_FALSE(unknown.errors.empty());
    relis::test::expect_both_languages(unknown.errors.front());
    EXPECT_NE(unknown.errors.front().en.find("no_such_thing"), std::string::npos);
    EXPECT_NE(unknown.errors.front().fr.find("no_such_thing"), std::string::npos);
    for (const PublishResult& refused :
         {publish_parameters(agency.workspace(), "", R"({"nobody": {}, "ghost": {"a": 1}})", ""),
          publish_parameters(agency.workspace(), "", "[1]", ""),
          publish_parameters(agency.workspace(), "no-programme", "{}", "")}) {
        ASSERT_FALSE(refused.errors.empty());
        for (const Label& error : refused.errors) relis::test::expect_both_languages(error);
    }
}

TEST(Review, TheQueueFindsWordsOfAComment) {
    Agency agency;
    agency.import_report("R-1", good_comment);
    agency.import_report("R-2", "Personne ne m'a adressé la parole avant la sortie.");
    QueueQuery query;
    query.search = "Stephanie";
    const QueuePage page = queue_page(agency.workspace(), query);
    ASSERT_EQ(page.rows.size(), 1U);
    EXPECT_EQ(page.rows.front().report_id, "R-1");
    EXPECT_EQ(queue_count(agency.workspace(), query), 1U);
}

TEST(Review, FeedbackFilesEscapeWhatTheShopperWrote) {
    Agency agency;
    agency.import_report("R-1", "La caisière <script>alert(1)</script> m'a dit bonjour & bienvenue à la caisse 3.");
    assess_pending(agency.workspace());
    ASSERT_TRUE(
        decide(agency.workspace(), request_for(load_report(agency.workspace(), "R-1"), Decision::accept)).recorded);
    const FeedbackFiles files = write_feedback(agency.workspace(), {}, agency.folder() / "feedback");
    ASSERT_EQ(files.written.size(), 2U);
    const std::string html = content_of(files.written.front());
    EXPECT_EQ(html.find("<script>"), std::string::npos);
    EXPECT_EQ(html.find("anne"), std::string::npos) << "feedback names no colleague";
    EXPECT_NE(html.find("Bonjour Louise"), std::string::npos);
}

TEST(Review, ShowsAReportAsTheDocumentedJson) {
    Agency agency;
    agency.import_report("R-1", "Correct.");
    assess_pending(agency.workspace());
    const nlohmann::json json = nlohmann::json::parse(to_json(load_report(agency.workspace(), "R-1")));
    for (const char* const field :
         {"report_id", "revision", "state", "scores", "findings", "missing", "recommendation"}) {
        EXPECT_TRUE(json.contains(field)) << field;
    }
    EXPECT_TRUE(json["scores"].contains("detail") && json["scores"].contains("french"));
    ASSERT_FALSE(json["findings"].empty());
    for (const char* const field :
         {"plugin", "rule", "category", "question", "start", "end", "message", "cost", "suggestions"}) {
        EXPECT_TRUE(json["findings"][0].contains(field)) << field;
    }
}

TEST(Review, UnknownIdsAreNamed) {
    Agency agency;
    EXPECT_THROW((void)load_report(agency.workspace(), "R-9"), std::runtime_error);
    EXPECT_THROW((void)load_shopper(agency.workspace(), "C-9"), std::runtime_error);
    EXPECT_THROW((void)assess_report(agency.workspace(), "R-9"), std::runtime_error);
}

}  // namespace relis::review
