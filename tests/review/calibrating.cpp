// The machine measured against people, and parameters proposed from what they said.
#include <cmath>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "../support/both_languages.h"
#include "agency.h"
#include "fit_search.h"
#include "grades.h"
#include "measures.h"
#include "review/assess.h"
#include "review/calibrate.h"
#include "review/criteria.h"
#include "review/decide.h"
#include "review/fit.h"
#include "review/json.h"
#include "review/judgements.h"
#include "review/report_details.h"

namespace relis::review {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

void write(const fs::path& file, const std::string& content) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
}

constexpr const char* vague =
    "Tout était correct, rien à signaler de particulier pour cette visite. Le personnel était gentil et l'ensemble "
    "était "
    "vraiment satisfaisant, comme toujours dans ce genre de magasin, sans aucun point négatif à mentionner ici.";

Grade grade(std::map<std::string, double> scores, std::string decision,
            std::map<std::string, std::set<std::string>> flags = {}) {
    return {"R-1", "test", std::move(scores), std::move(decision), std::move(flags)};
}

WorkspaceOptions program() {
    return {"", RELIS_PLUGIN_FOLDER, "anne"};
}

}  // namespace

TEST(Measures, ErrorBiasAndCorrelationOfTwoSeries) {
    const Agreement agreement = agreement_of("detail", {{2, 1}, {3, 3}, {5, 4}}, 1);
    EXPECT_EQ(agreement.count, 3U);
    EXPECT_EQ(agreement.not_judged, 1U);
    EXPECT_NEAR(agreement.mean_absolute_error, 2.0 / 3, 1e-12);
    EXPECT_NEAR(agreement.bias, 2.0 / 3, 1e-12) << "the machine gives more";
    EXPECT_NEAR(*agreement.pearson, 0.9285714, 1e-6);
    EXPECT_FALSE(agreement_of("detail", {{2, 1}, {3, 1}}, 0).pearson) << "one side does not vary";
    EXPECT_FALSE(agreement_of("detail", {}, 0).kappa);
}

TEST(Measures, KappaTakesMeansOfTwoGradesAsTheyAre) {
    EXPECT_DOUBLE_EQ(*quadratic_weighted_kappa({{3.25, 3.25}, {1.75, 1.75}}), 1);
    EXPECT_LT(*quadratic_weighted_kappa({{3.25, 3.5}, {1.75, 1.75}}), 1);
}

TEST(Measures, PrecisionIsOfTheMachinesFlagsAndRecallOfPeoples) {
    FlagAgreement flag;
    std::vector<std::string> false_alarms, overlooked;
    flag.flag = "missing";
    add_flag(flag, {{"a", "b"}, {"c"}}, {"a", "c", "d"}, &false_alarms, &overlooked);
    EXPECT_EQ(flag.both, 1U);
    EXPECT_EQ(flag.machine_only, 1U) << "c is disputed and held against nobody";
    EXPECT_EQ(flag.people_only, 1U);
    EXPECT_EQ(flag.disputed, 1U);
    EXPECT_DOUBLE_EQ(*flag.precision(), 0.5);
    EXPECT_DOUBLE_EQ(*flag.recall(), 0.5);
    EXPECT_THAT(false_alarms, ElementsAre("missing: d"));
    EXPECT_THAT(overlooked, ElementsAre("missing: b"));
    EXPECT_FALSE(FlagAgreement{}.precision());
}

TEST(Measures, SharesOfEqualDecisionsComeFromTheDiagonal) {
    const Confusion confusion{{"accept", {{"accept", 3}, {"rework", 1}}}, {"rework", {{"none", 1}, {"rework", 5}}}};
    EXPECT_DOUBLE_EQ(*share_equal(confusion), 0.8);
    EXPECT_FALSE(share_equal({}));
}

TEST(Grades, OfSeveralPassesAreTakenTogether) {
    const People people = agreed({grade({{"detail", 3}}, "rework", {{"missing", {"a", "b"}}, {"copied", {}}}),
                                  grade({{"detail", 4}, {"french", 2}}, "accept", {{"missing", {"b", "c"}}})});
    EXPECT_DOUBLE_EQ(people.scores.at("detail"), 3.5);
    EXPECT_DOUBLE_EQ(people.scores.at("french"), 2) << "one pass spoke of it";
    EXPECT_TRUE(people.decision_disputed);
    EXPECT_EQ(people.decision, "");
    EXPECT_THAT(people.flags.at("missing").agreed, ElementsAre("b"));
    EXPECT_THAT(people.flags.at("missing").disputed, ElementsAre("a", "c"));
    EXPECT_THAT(people.flags.at("copied").agreed, IsEmpty());
    EXPECT_FALSE(people.flags.contains("repeats")) << "nobody spoke of it";
}

TEST(Grades, BadLinesAreNamedAndTheOthersRead) {
    Agency agency;
    const fs::path file = agency.folder() / "grades.jsonl";
    write(file,
          "{\"report_id\": \"R-1\", \"detail\": 3.5, \"missing\": [\"a\"]}\n\nno json\n{\"detail\": 3}\n"
          "{\"report_id\": \"R-2\", \"detail\": 6}\n{\"report_id\": \"R-3\", \"decision\": \"maybe\"}\n"
          "{\"report_id\": \"R-4\", \"copied\": \"a\"}\n{\"report_id\": \"R-1\", \"detail\": 1}\n"
          "{\"report_id\": \"R-5\", \"decision\": null}\n");
    std::vector<Label> problems;
    const auto grades = read_grades(file, [&](Label problem) { problems.push_back(std::move(problem)); });
    ASSERT_THAT(grades, SizeIs(2));
    EXPECT_EQ(grades[0].scores.at("detail"), 3.5);
    ASSERT_THAT(problems, SizeIs(6));
    EXPECT_THAT(problems[0].en, HasSubstr("grades.jsonl:3: not a JSON object"));
    EXPECT_THAT(problems[2].en, HasSubstr("0 to 5"));
    EXPECT_THAT(problems[5].en, HasSubstr("twice"));
    for (const Label& problem : problems) test::expect_both_languages(problem);
    EXPECT_THROW((void)read_grades(agency.folder() / "none.jsonl", [](const Label&) {}), std::runtime_error);
    EXPECT_THROW((void)read_grades(agency.folder(), [](const Label&) {}), std::runtime_error);
}

namespace {

/// A folder of graded reports as data/calibration is laid out, with the agency's questionnaire.
fs::path calibration_folder(const Agency& agency) {
    const fs::path folder = agency.folder() / "calibration";
    fs::create_directories(folder / "questionnaires");
    fs::copy_file(agency.folder() / "questionnaire.json", folder / "questionnaires" / "essai.json");
    for (int i = 0; i < 12; ++i) {
        const bool good = i % 2 == 0;
        const std::string id = "K-" + std::to_string(10 + i);
        const std::string text = good ? good_comment + " Caisse " + std::to_string(i) + "." : vague;
        write(folder / (i < 8 ? "tuning" : "checking") / (id + ".json"), report_json(id, text));
        const std::string scores =
            good ? "\"detail\": 4.5, \"decision\": \"accept\"" : "\"detail\": 1.0, \"decision\": \"rework\"";
        for (const char* const pass : {"pass-1.jsonl", "pass-2.jsonl"}) {
            fs::create_directories(folder / "grades");
            std::ofstream(folder / "grades" / pass, std::ios::app)
                << "{\"report_id\": \"" << id << "\", " << scores << ", \"missing\": [], \"copied\": []}\n";
        }
    }
    return folder;
}

}  // namespace

TEST(Calibrate, AFolderBringsItsReportsAndNeedsNoDatabase) {
    const Agency agency;
    CalibrateOptions options;
    options.paths = {calibration_folder(agency)};
    const Calibration calibration = calibrate(nullptr, program(), options);
    EXPECT_THAT(calibration.problems, IsEmpty());
    EXPECT_THAT(calibration.reports, SizeIs(12));
    ASSERT_THAT(calibration.groups, SizeIs(6)) << "all, two halves, the programme, its halves";
    EXPECT_EQ(calibration.all().machine.reports, 12U);
    EXPECT_EQ(calibration.groups[1].half, "tuning");
    EXPECT_EQ(calibration.groups[1].machine.reports, 8U);
    EXPECT_EQ(calibration.groups[2].half, "checking");
    EXPECT_EQ(calibration.groups[5].programme, "essai-2026");
    const Agreement& detail = calibration.all().machine.criteria.front();
    EXPECT_EQ(detail.criterion, "detail");
    EXPECT_EQ(detail.count, 12U);
    EXPECT_GT(*detail.pearson, 0.8);
    ASSERT_TRUE(calibration.all().passes);
    EXPECT_DOUBLE_EQ(*calibration.all().passes->criteria.front().kappa, 1) << "the two passes are the same";
    EXPECT_THAT(calibration.all().machine.flags, SizeIs(2)) << "only what people spoke of";
    EXPECT_EQ(*share_equal(calibration.all().passes->decisions), 1);

    const auto json = nlohmann::json::parse(to_json(calibration));
    EXPECT_EQ(json["groups"].size(), 6U);
    EXPECT_EQ(json["groups"][0]["passes"]["reports"], 12);
    EXPECT_EQ(json["criteria"][0]["criterion"], "detail");
}

TEST(Calibrate, MeasuresWithOtherParametersWhereTheyAreGiven) {
    const Agency agency;
    CalibrateOptions options;
    options.paths = {calibration_folder(agency)};
    options.parameters = R"({"decision": {"min_detail": 0, "missing_tolerated": 50}})";
    const Confusion lenient = calibrate(nullptr, program(), options).all().machine.decisions;
    ASSERT_TRUE(lenient.contains("rework"));
    ASSERT_TRUE(lenient.at("rework").contains("accept")) << nlohmann::json(lenient).dump();
    EXPECT_EQ(lenient.at("rework").at("accept"), 6U) << "nothing is too vague any more";
    options.parameters = R"({"decision": {"no_such_parameter": 0}})";
    EXPECT_THAT(calibrate(nullptr, program(), options).problems, testing::Not(IsEmpty()));
    options.parameters = "[1]";
    EXPECT_THROW((void)calibrate(nullptr, program(), options), std::runtime_error);
}

TEST(Calibrate, GradesOfStoredReportsMeasureTheMachineAlone) {
    Agency agency;
    agency.import_report("R-1", vague);
    assess_pending(agency.workspace());
    const double machine = *load_report(agency.workspace(), "R-1").row.detail;
    ASSERT_TRUE(override_score(agency.workspace(), "R-1", 1, "detail", 5, "Pour voir.").recorded);
    CalibrateOptions options;
    options.paths = {agency.folder() / "grades.jsonl"};
    write(options.paths.front(), "{\"report_id\": \"R-1\", \"detail\": 1}\n{\"report_id\": \"R-9\", \"detail\": 1}\n");
    const Calibration calibration = calibrate(&agency.workspace(), program(), options);
    ASSERT_THAT(calibration.reports, SizeIs(1));
    EXPECT_EQ(calibration.reports.front().machine.at("detail"), machine) << "not the person's";
    ASSERT_THAT(calibration.problems, SizeIs(1));
    EXPECT_THAT(calibration.problems.front().en, HasSubstr("R-9"));
    EXPECT_THROW((void)calibrate(nullptr, program(), options), std::runtime_error) << "whose reports?";
}

TEST(FitSearch, FindsTheParametersThatTheCasesWant) {
    std::size_t evaluations = 0;
    const auto evaluate = [&](const Point& point) {
        ++evaluations;
        std::vector<CaseLoss> losses(4);
        for (CaseLoss& loss : losses)
            loss.error = std::abs(point[0] - 3.2) + std::abs(point[1] - 7) + (point[2] > 0.5 ? 0 : 1);
        return losses;
    };
    FitSearch search({{"weight", ParameterType::real, 0, 10, 1},
                      {"words", ParameterType::integer, 0, 50, 12},
                      {"strict", ParameterType::boolean, 0, 1, 0}},
                     Loss::mean_error, evaluate);
    const std::vector<std::size_t> all{0, 1, 2, 3};
    const Point best = search.descend(all, 500);
    EXPECT_NEAR(best[0], 3.2, 0.4);
    EXPECT_DOUBLE_EQ(best[1], 7);
    EXPECT_DOUBLE_EQ(best[2], 1);
    EXPECT_LE(evaluations, 501U);
}

TEST(FitSearch, LeavesWhatGainsNothingAsItIs) {
    FitSearch search({{"idle", ParameterType::real, 0, 10, 5}, {"real", ParameterType::real, 0, 10, 5}},
                     Loss::mean_error, [](const Point& point) {
                         return std::vector<CaseLoss>{{std::abs(point[1] - 2), 0, 0, 0}};
                     });
    const Point best = search.descend({0}, 200);
    EXPECT_DOUBLE_EQ(best[0], 5);
    EXPECT_LT(best[1], 3);
}

TEST(FitSearch, KeepsToItsBudgetAndStopsWhenAsked) {
    std::size_t evaluations = 0;
    FitSearch search({{"x", ParameterType::real, 0, 100, 50}}, Loss::mean_error, [&](const Point& point) {
        return ++evaluations > 3 ? std::vector<CaseLoss>{} : std::vector<CaseLoss>{{point[0], 0, 0, 0}};
    });
    (void)search.descend({0}, 100);
    EXPECT_TRUE(search.stopped());
    EXPECT_EQ(evaluations, 4U);
}

TEST(FitSearch, FlagsAreLostByFalseAlarmsAndByOversightsAlike) {
    const std::vector<CaseLoss> cases{{0, 3, 1, 0}, {0, 0, 0, 1}};
    EXPECT_DOUBLE_EQ(loss_of(Loss::flag_error, cases, {0, 1}), 2.0 / 8);
    EXPECT_DOUBLE_EQ(loss_of(Loss::flag_error, cases, {1}), 1);
    EXPECT_DOUBLE_EQ(loss_of(Loss::flag_error, {{0, 0, 0, 0}}, {0}), 0);
}

TEST(Fit, ProposesAThresholdThatPeopleDecideByAndPublishesNothing) {
    Agency agency;
    std::string lines, grades;
    for (int i = 0; i < 24; ++i) {
        const std::string id = "R-" + std::to_string(100 + i);
        lines += report_json(id, good_comment + " Caisse " + std::to_string(i) + ".") + "\n";
        grades += "{\"report_id\": \"" + id + "\", \"decision\": \"accept\"}\n";
    }
    ASSERT_EQ(agency.import("many.jsonl", lines).reports_added, 24U);
    assess_pending(agency.workspace());
    // The machine sends back what everybody accepts
    ASSERT_TRUE(
        publish_parameters(agency.workspace(), "", R"({"decision": {"min_detail": 5.0}})", "strict").errors.empty());
    FitOptions options;
    options.evidence.paths = {agency.folder() / "grades.jsonl"};
    options.evaluations = 60;
    write(options.evidence.paths.front(), grades);
    const FitResult result = fit(&agency.workspace(), program(), options);
    ASSERT_THAT(result.measures, SizeIs(1));
    const FitMeasure& measure = result.measures.front();
    EXPECT_EQ(measure.plugin, "decision");
    EXPECT_EQ(measure.reports, 24U);
    EXPECT_DOUBLE_EQ(measure.before, 1);
    EXPECT_DOUBLE_EQ(measure.after, 0);
    EXPECT_LT(measure.validated_after, measure.validated_before);
    EXPECT_TRUE(measure.proposed);
    ASSERT_THAT(result.proposals, SizeIs(1)) << "one parameter is enough";
    EXPECT_EQ(result.proposals.front().parameter, "min_detail");
    EXPECT_LT(nlohmann::json::parse(result.parameters)["decision"]["min_detail"].get<double>(), 5.0);
    EXPECT_EQ(nlohmann::json::parse(effective_parameters(agency.workspace(), ""))["decision"]["min_detail"], 5.0);
    EXPECT_THAT(draft_parameters(agency.workspace(), "", result.parameters, "fitted").errors, IsEmpty());
}

TEST(Fit, TakesReviewersOwnWorkAsEvidence) {
    Agency agency;
    for (const char* const id : {"R-1", "R-2"}) agency.import_report(id, vague);
    assess_pending(agency.workspace());
    ASSERT_TRUE(override_score(agency.workspace(), "R-1", 1, "detail", 4, "Assez.").recorded);
    ASSERT_TRUE(decide(agency.workspace(), {"R-2", 1, Decision::rework, "Trop vague.", "", {}}).recorded);
    const FitResult result = fit(&agency.workspace(), program(), FitOptions{});
    EXPECT_EQ(result.overridden_scores, 1U);
    EXPECT_EQ(result.decisions, 1U);
    EXPECT_THAT(result.measures, IsEmpty()) << "too few to fit anything";
    EXPECT_EQ(result.parameters, "{}");
    FitOptions none;
    none.folds = 1;
    EXPECT_THROW((void)fit(&agency.workspace(), program(), none), std::runtime_error);
}

}  // namespace relis::review
