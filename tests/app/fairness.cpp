// The window of fairness without a display: which differences are shown, and in what words.
#include <memory>
#include <mutex>

#include <gmock/gmock.h>

#include "app/fairness_charts.h"
#include "app/fairness_model.h"
#include "app/words.h"
#include "fake_desk.h"
#include "in_language.h"

namespace relis::app {
namespace {

using review::FairnessFigure;
using review::FairnessGroup;
using review::FairnessGrouping;
using review::FairnessMeasure;
using testing::ElementsAre;
using testing::HasSubstr;

/// Every measure of a group, alike but for what `change` makes of one.
FairnessGroup group_of(FairnessGrouping grouping, const std::string& name, std::size_t shoppers, bool enough) {
    FairnessGroup group;
    group.grouping = grouping;
    group.id = name;
    group.name = {name, name};
    group.shoppers = shoppers;
    for (int measure = 0; measure <= static_cast<int>(FairnessMeasure::stricter); ++measure) {
        FairnessFigure figure;
        figure.measure = static_cast<FairnessMeasure>(measure);
        figure.count = 10;
        figure.value = 0.25;
        figure.others = 0.2;
        figure.low = -0.1;
        figure.high = 0.2;
        figure.enough = enough;
        group.figures.push_back(figure);
    }
    return group;
}

review::FairnessReport report_of_three() {
    review::FairnessReport report;
    report.spread = {20, 3, 60, 3, 9, 0.3, 0.4, {{0, 0, 3}, {1, 4, 12}, {5, 9, 5}}};
    report.groups = {group_of(FairnessGrouping::region, "Laval", 12, true),
                     group_of(FairnessGrouping::region, "Estrie", 2, false),
                     group_of(FairnessGrouping::tenure, "new", 8, true)};
    FairnessFigure& french = report.groups[2].figures[static_cast<std::size_t>(FairnessMeasure::french)];
    french.low = -0.4;
    french.high = -0.1;
    french.notable = true;
    report.groups[1].figures[0].value.reset();
    return report;
}

class FakeFairnessDesk final : public FairnessDesk {
  public:
    std::vector<review::ProgrammeName> programmes() override { return {{"cafe", "Cafés"}}; }
    review::FairnessReport fairness(const review::FairnessOptions& options) override {
        const std::scoped_lock lock(access_);
        asked_.push_back(options);
        if (!refusal.en.empty()) throw LabelledError(refusal);
        return report;
    }
    std::vector<review::FairnessOptions> asked() {
        const std::scoped_lock lock(access_);
        return asked_;
    }
    review::FairnessReport report = report_of_three();
    Label refusal;

  private:
    std::mutex access_;
    std::vector<review::FairnessOptions> asked_;
};

class FairnessFigures : public testing::Test {
  protected:
    void start() {
        model_.start();
        ASSERT_TRUE(interface_.run_until([&] { return !model_.loading() && !model_.programmes().empty(); }));
    }
    [[nodiscard]] std::vector<std::string> shown_rows() const {
        std::vector<std::string> names;
        for (std::size_t row = 0; row < model_.rows(); ++row)
            names.push_back(model_.group(row).id + " " + std::string(to_string(model_.figure(row).measure)));
        return names;
    }
    FakeFairnessDesk desk_;  // outlives the background, which may still work for the model
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    FairnessModel model_{desk_, background_};
};

TEST_F(FairnessFigures, ThoseThatCanBeJudgedStandFirstAndUnknownOnesNowhere) {
    start();
    const std::vector<std::string> rows = shown_rows();
    ASSERT_EQ(rows.size(), 17U) << "three groups of six, and one value is not known";
    EXPECT_EQ(rows[0], "Laval missions");
    EXPECT_EQ(rows[6], "new missions");
    EXPECT_EQ(rows[12], "Estrie reassigned");
    EXPECT_EQ(model_.report()->compared(), 12U);
    EXPECT_EQ(model_.report()->notable(), 1U);
    EXPECT_NEAR(model_.report()->by_chance(), 0.12, 1e-9);
}

TEST_F(FairnessFigures, OnlyWhatAsksForALookIsShownWhereWanted) {
    start();
    model_.show_only_notable(true);
    EXPECT_THAT(shown_rows(), ElementsAre("new french"));
    EXPECT_TRUE(model_.emptiness().empty());
    desk_.report.groups[2].figures[static_cast<std::size_t>(FairnessMeasure::french)].notable = false;
    model_.refresh();
    ASSERT_TRUE(interface_.run_until([&] { return !model_.loading(); }));
    EXPECT_EQ(model_.rows(), 0U);
    EXPECT_EQ(to_utf8(model_.emptiness()), "No difference asks for a look.");
}

TEST_F(FairnessFigures, TheChartFollowsTheChosenRow) {
    start();
    int told = 0;
    const auto news = model_.notifier().subscribe(
        [&](FairnessModel::News what) { told += what == FairnessModel::News::rows ? 1 : 0; });
    model_.choose(7);  // new reassigned
    EXPECT_EQ(model_.measure(), FairnessMeasure::reassigned);
    EXPECT_EQ(model_.grouping(), FairnessGrouping::tenure);
    EXPECT_EQ(told, 1);
    model_.choose(7);
    model_.choose(99);
    EXPECT_EQ(told, 1) << "nothing else is to be drawn";
}

TEST_F(FairnessFigures, AnotherPeriodOrProgrammeIsCountedAnew) {
    start();
    model_.set_days(90);
    model_.set_programme("cafe");
    model_.set_programme("cafe");
    ASSERT_TRUE(interface_.run_until([&] { return !model_.loading(); }));
    EXPECT_EQ(desk_.asked().back().days, 90);
    EXPECT_EQ(desk_.asked().back().programme, "cafe");
    EXPECT_FALSE(desk_.asked().back().at) << "the period ends now";
}

TEST_F(FairnessFigures, SayWhyTheyCouldNotBeCounted) {
    desk_.refusal = {"la base est occupée", "the database is busy"};
    start();
    EXPECT_EQ(model_.error().fr, "la base est occupée");
    EXPECT_EQ(model_.report(), nullptr);
    EXPECT_EQ(model_.rows(), 0U);
}

TEST(FairnessWords, TellAFigureInTheLanguageOfTheWindow) {
    const InLanguage french("fr");
    review::FairnessReport report = report_of_three();
    const FairnessFigure& notable = report.groups[2].figures[static_cast<std::size_t>(FairnessMeasure::french)];
    EXPECT_EQ(to_utf8(difference_text(notable)),
              "\xE2\x88\x92"
              "0,40 à \xE2\x88\x92"
              "0,10");
    EXPECT_EQ(to_utf8(remark_text(notable)), "à regarder : moins que les autres");
    const FairnessFigure& refused = report.groups[0].figures[static_cast<std::size_t>(FairnessMeasure::reassigned)];
    EXPECT_EQ(to_utf8(fairness_text(refused.value, refused.measure)), "25 %") << "a share";
    EXPECT_TRUE(remark_text(refused).empty());
    EXPECT_EQ(to_utf8(remark_text(report.groups[1].figures[2])), "trop peu de personnes");
    EXPECT_EQ(to_utf8(spread_text(report.spread)),
              "60 missions pour 20 clients mystères : 3,0 en moyenne, 9 au plus ; sans aucune : 3.");
    EXPECT_THAT(to_utf8(concentration_text(report.spread)), HasSubstr("30 % ; indice de Gini 0,40"));
    EXPECT_THAT(to_utf8(spread_text({})), HasSubstr("importez"));
}

TEST(FairnessCharts, ShowTheSpreadAndTheDifferencesOfOneMeasure) {
    const review::FairnessReport report = report_of_three();
    const Chart spread = spread_chart(report.spread);
    EXPECT_THAT(spread.labels, ElementsAre("0",
                                           "1\xE2\x80\x93"
                                           "4",
                                           "5\xE2\x80\x93"
                                           "9"));
    const Chart regions = difference_chart(report, FairnessGrouping::region, FairnessMeasure::reworked);
    EXPECT_THAT(regions.labels, ElementsAre("Laval (12)", "Estrie (2)"));
    ASSERT_EQ(regions.series.size(), 2U) << "within chance, and too few; none asks for a look";
    EXPECT_EQ(regions.unit, " %");
    EXPECT_NEAR(regions.series[0].values[0].value(), 5, 1e-9) << "25 less 20 per cent";
    EXPECT_FALSE(regions.series[0].values[1]);
    EXPECT_NEAR(regions.series[1].low[1].value(), -10, 1e-9);
    const Chart tenures = difference_chart(report, FairnessGrouping::tenure, FairnessMeasure::french);
    ASSERT_EQ(tenures.series.size(), 1U);
    EXPECT_EQ(tenures.series[0].ink, ChartInk::bad);
    EXPECT_EQ(tenures.unit, "");
}

}  // namespace
}  // namespace relis::app
