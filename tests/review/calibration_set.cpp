// The repository's own calibration set: whole, graded twice, and measured no worse than it was.
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "grades.h"
#include "review/calibrate.h"

namespace relis::review {
namespace {

using testing::IsEmpty;

const Calibration& measured() {
    static const Calibration calibration = [] {
        CalibrateOptions options;
        options.paths = {std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "calibration"};
        return calibrate(nullptr, {"", RELIS_PLUGIN_FOLDER, "test"}, options);
    }();
    return calibration;
}

const CalibrationGroup& half(const std::string& name) {
    for (const CalibrationGroup& group : measured().groups) {
        if (group.half == name && group.programme.empty()) return group;
    }
    throw std::logic_error("no half named " + name);
}

}  // namespace

TEST(CalibrationSet, IsWholeAndEveryReportIsGradedByBothPasses) {
    EXPECT_THAT(measured().problems, IsEmpty());
    EXPECT_GE(measured().reports.size(), 120U);
    std::set<std::string> programmes;
    for (const GradedReport& report : measured().reports) {
        programmes.insert(report.programme);
        EXPECT_TRUE(report.half == "tuning" || report.half == "checking") << report.report_id;
        EXPECT_TRUE(report.person.contains("detail")) << report.report_id;
    }
    EXPECT_GE(programmes.size(), 5U);
    ASSERT_TRUE(measured().all().passes);
    EXPECT_EQ(measured().all().passes->reports, measured().reports.size());
    EXPECT_GE(half("tuning").machine.reports, 50U);
    EXPECT_GE(half("checking").machine.reports, 50U);
}

TEST(CalibrationSet, PeopleAgreeWithEachOtherAsEditorsDo) {
    for (const char* const name : {"tuning", "checking"}) {
        const Measured& people = *half(name).passes;
        EXPECT_GE(people.criteria.front().kappa.value_or(0), 0.95) << name;
        EXPECT_GE(share_equal(people.decisions).value_or(0), 0.9) << name;
    }
}

TEST(CalibrationSet, TheMachineKeepsWhatItReached) {
    for (const char* const name : {"tuning", "checking"}) {
        const Measured& machine = half(name).machine;
        // Rules were made with an eye on these reports, but for the contradictions of four programmes
        const bool read = half(name).half == "tuning";
        ASSERT_FALSE(machine.criteria.empty());
        EXPECT_EQ(machine.criteria.front().criterion, "detail");
        EXPECT_LE(machine.criteria.front().mean_absolute_error, read ? 0.4 : 0.45) << name;
        EXPECT_GE(machine.criteria.front().kappa.value_or(0), 0.94) << name;
        EXPECT_GE(share_equal(machine.decisions).value_or(0), read ? 0.9 : 0.65) << name;
        for (const FlagAgreement& flag : machine.flags) {
            const double precision = flag.precision().value_or(0);
            const double recall = flag.recall().value_or(0);
            if (flag.flag == "missing") {
                EXPECT_GE(precision, read ? 0.98 : 0.95) << name;
                EXPECT_GE(recall, read ? 0.98 : 0.92) << name;
            }
            if (flag.flag == "repeats") {
                EXPECT_GE(precision, 0.9) << name;
                EXPECT_GE(recall, 0.9) << name;
            }
            if (flag.flag == "copied") {
                EXPECT_GE(precision, 0.95) << name;
                EXPECT_GE(recall, read ? 0.95 : 0.75) << name;
            }
            if (flag.flag == "contradictions" && read) {
                EXPECT_GE(precision, 0.9);
                EXPECT_GE(recall, 0.55);
            }
        }
    }
}

}  // namespace relis::review
