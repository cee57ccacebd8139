// People's word beside the machine's: dismissed findings, overridden scores, waived vetoes.
#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agency.h"
#include "review/assess.h"
#include "review/database.h"
#include "review/decide.h"
#include "review/judgements.h"
#include "review/report_details.h"

namespace relis::review {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* with_unknown_word =
    "À 14 h 05, la caissière, une jeune femme nommée Stéphanie, m'a proposé une part de glourbiche. J'ai attendu deux "
    "minutes derrière un couple, puis elle a dit « Bonne journée » en me rendant la monnaie.";

const Finding* finding_of(const ReportDetails& details, const std::string& plugin, const std::string& rule = {}) {
    const Assessment* const assessment = details.assessment(plugin);
    if (assessment == nullptr) return nullptr;
    const auto found = std::find_if(assessment->findings.begin(), assessment->findings.end(),
                                    [&](const Finding& f) { return rule.empty() || f.rule == rule; });
    return found == assessment->findings.end() ? nullptr : &*found;
}

/// The finding of the unknown word, as a request to dismiss it.
DismissalRequest request_for(const ReportDetails& details, DismissalScope scope) {
    DismissalRequest request;
    request.report_id = details.report.report_id;
    request.revision = details.report.revision;
    const Finding* const finding = finding_of(details, "french");
    if (finding == nullptr) throw std::logic_error("the french plugin finds nothing in " + request.report_id);
    request.plugin = "french";
    request.rule = finding->rule;
    request.question = finding->question;
    request.start = finding->start;
    request.end = finding->end;
    request.scope = scope;
    request.reason = "Un plat de la maison.";
    return request;
}

}  // namespace

TEST(Judging, ADismissedFindingGoesAndGivesBackWhatItCost) {
    Agency agency;
    agency.import_report("R-1", with_unknown_word);
    assess_pending(agency.workspace());
    const ReportDetails before = load_report(agency.workspace(), "R-1");
    ASSERT_NE(finding_of(before, "french"), nullptr);
    const JudgementResult result = dismiss_finding(agency.workspace(), request_for(before, DismissalScope::here));
    ASSERT_TRUE(result.recorded) << result.refusal.en;

    const ReportDetails after = load_report(agency.workspace(), "R-1");
    ASSERT_THAT(after.dismissed, SizeIs(1));
    EXPECT_EQ(after.dismissed.front().by, "anne");
    EXPECT_EQ(after.dismissed.front().reason, "Un plat de la maison.");
    EXPECT_EQ(after.assessment("french")->findings.size() + 1, before.assessment("french")->findings.size());
    EXPECT_GE(*after.row.french, *before.row.french);
    EXPECT_EQ(after.row.french, after.assessment("french")->score) << "the queue shows what stands";

    ASSERT_TRUE(restore_finding(agency.workspace(), result.id).recorded);
    const ReportDetails restored = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(restored.assessment("french")->findings, before.assessment("french")->findings);
    EXPECT_EQ(restored.row.french, before.row.french);
    EXPECT_FALSE(restore_finding(agency.workspace(), result.id).recorded);
    EXPECT_THAT(check_database(agency.workspace()), IsEmpty());
}

TEST(Judging, HereReachesNoOtherReportAndAWordReachesAll) {
    Agency agency;
    agency.import_report("R-1", with_unknown_word);
    agency.import_report("R-2", std::string(with_unknown_word) + " Le parquet était ciré.");
    assess_pending(agency.workspace());
    const ReportDetails first = load_report(agency.workspace(), "R-1");
    ASSERT_TRUE(dismiss_finding(agency.workspace(), request_for(first, DismissalScope::here)).recorded);
    EXPECT_EQ(assess_pending(agency.workspace()).assessed, 0U);
    EXPECT_THAT(load_report(agency.workspace(), "R-2").dismissed, IsEmpty());

    const ReportDetails second = load_report(agency.workspace(), "R-2");
    ASSERT_TRUE(dismiss_finding(agency.workspace(), request_for(second, DismissalScope::word_everywhere)).recorded);
    agency.import_report("R-3", "Glourbiche ! " + std::string(with_unknown_word));
    const AssessSummary summary = assess_pending(agency.workspace());
    EXPECT_EQ(summary.assessed, 2U) << "R-3 is new, R-1 is stale, R-2 was rated at once";
    EXPECT_GE(summary.from_cache, 4U) << "the machine's work on R-1 stands";
    EXPECT_FALSE(load_report(agency.workspace(), "R-3").dismissed.empty());
    EXPECT_THAT(check_database(agency.workspace()), IsEmpty());
}

TEST(Judging, ARuleInItsProgrammeReachesItsOtherWords) {
    Agency agency;
    agency.import_report("R-1", with_unknown_word);
    agency.import_report("R-2",
                         "J'ai goûté une chamboulette tiède au comptoir, servie par un homme à lunettes rouges.");
    assess_pending(agency.workspace());
    const DismissalRequest request =
        request_for(load_report(agency.workspace(), "R-1"), DismissalScope::rule_in_programme);
    ASSERT_TRUE(dismiss_finding(agency.workspace(), request).recorded);
    assess_pending(agency.workspace());
    const ReportDetails other = load_report(agency.workspace(), "R-2");
    EXPECT_EQ(finding_of(other, "french", request.rule), nullptr);
    EXPECT_FALSE(other.dismissed.empty());

    const auto rules = dismissed_rules(agency.workspace());
    ASSERT_THAT(rules, SizeIs(1));
    EXPECT_EQ(rules.front().rule, request.rule);
    EXPECT_EQ(rules.front().wide, 1U);
    EXPECT_THAT(dismissals(agency.workspace(), "essai-2026"), SizeIs(1));
    EXPECT_THAT(dismissals(agency.workspace(), "autre"), IsEmpty());
}

TEST(Judging, WithoutAReasonOrAFindingNothingIsDismissed) {
    Agency agency;
    agency.import_report("R-1", with_unknown_word);
    assess_pending(agency.workspace());
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    DismissalRequest request = request_for(details, DismissalScope::here);
    request.reason = " ";
    EXPECT_FALSE(dismiss_finding(agency.workspace(), request).recorded);
    request = request_for(details, DismissalScope::here);
    request.revision = 2;
    EXPECT_FALSE(dismiss_finding(agency.workspace(), request).recorded);
    request = request_for(details, DismissalScope::here);
    request.rule = "no-such-rule";
    const JudgementResult unknown = dismiss_finding(agency.workspace(), request);
    EXPECT_FALSE(unknown.recorded);
    EXPECT_NE(unknown.refusal.en.find("no-such-rule"), std::string::npos);
    EXPECT_THAT(load_report(agency.workspace(), "R-1").dismissed, IsEmpty());
}

TEST(Judging, AnOverriddenScoreStandsBesideTheMachines) {
    Agency agency;
    agency.import_report(
        "R-1",
        "Tout était correct, rien à signaler de particulier pour cette visite. Le personnel était gentil et l'ensemble "
        "était "
        "vraiment satisfaisant, comme toujours dans ce genre de magasin, sans aucun point négatif à mentionner ici.");
    assess_pending(agency.workspace());
    const ReportDetails before = load_report(agency.workspace(), "R-1");
    ASSERT_TRUE(before.row.detail);
    EXPECT_FALSE(override_score(agency.workspace(), "R-1", 1, "detail", 4, "").recorded);
    EXPECT_FALSE(override_score(agency.workspace(), "R-1", 1, "detail", 5.5, "Précis.").recorded);
    EXPECT_FALSE(override_score(agency.workspace(), "R-1", 1, "completeness", 4, "Précis.").recorded);
    EXPECT_FALSE(override_score(agency.workspace(), "R-1", 2, "detail", 4, "Précis.").recorded);
    ASSERT_TRUE(override_score(agency.workspace(), "R-1", 1, "detail", 4, "Le site est minuscule.").recorded);

    const ReportDetails after = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(after.row.detail, 4);
    ASSERT_THAT(after.overrides, SizeIs(1));
    EXPECT_EQ(after.overrides.front().machine, before.row.detail);
    EXPECT_EQ(after.overrides.front().reason, "Le site est minuscule.");
    EXPECT_EQ(after.recommendation.decision, Decision::accept)
        << "the recommendation follows the score that stands: " << after.recommendation.reasons.front().text;

    ASSERT_TRUE(restore_score(agency.workspace(), "R-1", 1, "detail").recorded);
    EXPECT_EQ(load_report(agency.workspace(), "R-1").row.detail, before.row.detail);
    EXPECT_FALSE(restore_score(agency.workspace(), "R-1", 1, "detail").recorded);
}

namespace {

/// Imports a report in order but for its receipt.
void import_without_receipt(Agency& agency, const std::string& id) {
    std::string json = report_json(id, good_comment);
    const std::size_t attachments = json.find("\"attachments\":[");
    const std::size_t end = json.find(']', attachments);
    json.erase(attachments, end - attachments + 2);
    const std::size_t answer = json.find("{\"question\":\"recu\"");
    const std::size_t answer_end = json.find('}', answer);
    json.replace(answer, answer_end - answer + 1, "{\"question\":\"recu\",\"value\":null}");
    agency.import(id + ".json", json);
}

}  // namespace

TEST(Veto, AReportWithoutItsReceiptIsNotAcceptedWhateverItsScores) {
    Agency agency;
    import_without_receipt(agency, "R-1");
    assess_pending(agency.workspace());
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.recommendation.decision, Decision::rework);
    ASSERT_THAT(vetoes(details), SizeIs(1));
    EXPECT_EQ(vetoes(details).front().question, "recu");
    EXPECT_GE(*details.row.detail, 3) << "a veto costs no points";

    DecisionRequest request{"R-1", 1, Decision::accept, "", "", {}};
    EXPECT_FALSE(decide(agency.workspace(), request).recorded);
    request.reason = "Reçu vu en agence.";
    ASSERT_TRUE(decide(agency.workspace(), request).recorded);
    const ReportDetails after = load_report(agency.workspace(), "R-1");
    ASSERT_THAT(after.dismissed, SizeIs(1));
    EXPECT_TRUE(after.dismissed.front().waived);
    EXPECT_EQ(after.dismissed.front().reason, "Reçu vu en agence.");
    EXPECT_THAT(vetoes(after), IsEmpty());
    EXPECT_THAT(dismissed_rules(agency.workspace()), IsEmpty()) << "the finding was right";
    EXPECT_THAT(check_database(agency.workspace()), IsEmpty());
}

TEST(Veto, AWaivedVetoOpensTheWayAndIsTold) {
    Agency agency;
    import_without_receipt(agency, "R-1");
    agency.import_report("R-2", good_comment);
    assess_pending(agency.workspace());
    EXPECT_FALSE(waive_vetoes(agency.workspace(), "R-1", 1, " ").recorded);
    EXPECT_FALSE(waive_vetoes(agency.workspace(), "R-2", 1, "Reçu vu.").recorded);
    const JudgementResult result = waive_vetoes(agency.workspace(), "R-1", 1, "Reçu vu en agence.");
    ASSERT_TRUE(result.recorded) << result.refusal.en;
    const ReportDetails details = load_report(agency.workspace(), "R-1");
    EXPECT_EQ(details.recommendation.decision, Decision::accept);
    EXPECT_NE(details.recommendation.reasons.back().text.find("Reçu vu en agence."), std::string::npos);
    ASSERT_TRUE(restore_finding(agency.workspace(), result.id).recorded);
    EXPECT_THAT(vetoes(load_report(agency.workspace(), "R-1")), SizeIs(1));
}

}  // namespace relis::review
