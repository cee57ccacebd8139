#include "app/chart.h"

#include <algorithm>

#include <gmock/gmock.h>

namespace relis::app {
namespace {

using testing::HasSubstr;

Chart chart_of(ChartKind kind, std::size_t labels) {
    Chart chart;
    chart.title = "Décisions, \"juin\"";
    chart.kind = kind;
    chart.empty = "Rien";
    chart.series = {{"accepté", ChartInk::good, {}}, {"repris", ChartInk::warning, {}}};
    for (std::size_t i = 0; i < labels; ++i) {
        chart.labels.push_back("semaine du " + std::to_string(i));
        chart.series[0].values.emplace_back(static_cast<double>(i));
        chart.series[1].values.emplace_back(static_cast<double>(2 * i));
    }
    return chart;
}

class EveryKind : public testing::TestWithParam<ChartKind> {};

TEST_P(EveryKind, StaysWithinItsRectangleWhateverItsSize) {
    AverageMeasure measure;
    for (const std::size_t labels : {1U, 7U, 60U}) {
        const Chart chart = chart_of(GetParam(), labels);
        for (const auto& [width, height] : {std::pair(900.0, 500.0), std::pair(260.0, 180.0), std::pair(60.0, 40.0)}) {
            for (const ChartShape& shape : draw(chart, width, height, 14, measure).shapes) {
                if (shape.kind == ChartShape::Kind::rectangle) {
                    EXPECT_GE(shape.x, -0.01);
                    EXPECT_GE(shape.y, -0.01);
                    EXPECT_LE(shape.x + shape.width, width + 1.01) << labels << " " << width;
                    EXPECT_LE(shape.y + shape.height, std::max(height, 60.0) + 0.01);
                } else if (shape.kind == ChartShape::Kind::text) {
                    const double wide = measure.width(shape.text, shape.size, shape.bold);
                    const double left = shape.align == ChartShape::Align::left     ? shape.x
                                        : shape.align == ChartShape::Align::centre ? shape.x - wide / 2
                                                                                   : shape.x - wide;
                    EXPECT_GE(left, -1.0) << shape.text << " of " << labels << " in " << width;
                    EXPECT_LE(left + wide, width + 1.0) << shape.text << " of " << labels << " in " << width;
                }
            }
        }
    }
}

TEST_P(EveryKind, EachValueTellsWhatItIs) {
    AverageMeasure measure;
    const ChartDrawing drawing = draw(chart_of(GetParam(), 3), 900, 500, 14, measure);
    const auto told = [&](const std::string& hint) {
        return std::any_of(drawing.shapes.begin(), drawing.shapes.end(),
                           [&](const ChartShape& shape) { return shape.hint == hint; });
    };
    EXPECT_TRUE(told("semaine du 2: repris 4"));
    EXPECT_TRUE(told("semaine du 1: accepté 1"));
}

INSTANTIATE_TEST_SUITE_P(Charts, EveryKind,
                         testing::Values(ChartKind::bars, ChartKind::stacked, ChartKind::rows, ChartKind::lines,
                                         ChartKind::ranges));

TEST(Charts, ABarThatReachesTheTopHasItsValueBelowTheHead) {
    AverageMeasure measure;
    Chart chart = chart_of(ChartKind::bars, 3);
    chart.series.resize(1);
    chart.note = "depuis la remise";
    chart.series[0].values[2] = 6;  // where the axis ends, too
    const ChartDrawing drawing = draw(chart, 500, 200, 14, measure);
    const auto place = [&](const std::string& text, ChartShape::Align align) {
        const auto found = std::ranges::find_if(drawing.shapes, [&](const ChartShape& shape) {
            return shape.kind == ChartShape::Kind::text && shape.text == text && shape.align == align;
        });
        return found == drawing.shapes.end() ? -1.0 : found->y;
    };
    EXPECT_GE(place("6", ChartShape::Align::centre), place(chart.note, ChartShape::Align::left) + 14 * 1.2);
}

TEST(Charts, SayThatThereIsNothingToShow) {
    AverageMeasure measure;
    Chart chart = chart_of(ChartKind::bars, 0);
    EXPECT_FALSE(has_values(chart));
    const ChartDrawing drawing = draw(chart, 300, 200, 14, measure);
    EXPECT_EQ(drawing.shapes.back().text, "Rien");
    EXPECT_EQ(to_words(chart), "Décisions, \"juin\": Rien");
}

Chart differences(std::size_t labels) {
    Chart chart;
    chart.title = "Écarts";
    chart.kind = ChartKind::ranges;
    chart.decimals = 1;
    chart.with_sign = true;
    chart.more = "et {} autres";
    chart.series = {{"écart", ChartInk::plain, {}, {}, {}}};
    for (std::size_t i = 0; i < labels; ++i) {
        chart.labels.push_back("région " + std::to_string(i));
        const double value = i % 2 == 0 ? 0.5 : -0.25;
        chart.series[0].values.emplace_back(value);
        chart.series[0].low.emplace_back(value - 0.4);
        chart.series[0].high.emplace_back(value + 0.4);
    }
    return chart;
}

std::vector<const ChartShape*> of_kind(const ChartDrawing& drawing, ChartShape::Kind kind, ChartInk ink) {
    std::vector<const ChartShape*> found;
    for (const ChartShape& shape : drawing.shapes) {
        if (shape.kind == kind && shape.ink == ink) found.push_back(&shape);
    }
    return found;
}

TEST(Charts, ADifferenceLiesOnItsSideOfZeroWithinItsRange) {
    AverageMeasure measure;
    const ChartDrawing drawing = draw(differences(2), 600, 300, 14, measure);
    const auto dots = of_kind(drawing, ChartShape::Kind::dot, ChartInk::plain);
    const auto ranges = of_kind(drawing, ChartShape::Kind::line, ChartInk::plain);
    const auto zero = of_kind(drawing, ChartShape::Kind::line, ChartInk::muted);
    ASSERT_EQ(dots.size(), 2U);
    ASSERT_EQ(ranges.size(), 2U);
    ASSERT_EQ(zero.size(), 1U);
    EXPECT_GT(dots[0]->x, zero[0]->points[0].x);
    EXPECT_LT(dots[1]->x, zero[0]->points[0].x);
    EXPECT_GT(ranges[0]->points[0].x, zero[0]->points[0].x) << "0.1 to 0.9 does not hold zero";
    EXPECT_GT(ranges[1]->points[1].x, zero[0]->points[0].x) << "-0.65 to 0.15 holds it";
    EXPECT_NEAR((ranges[0]->points[0].x + ranges[0]->points[1].x) / 2, dots[0]->x, 0.01);
    EXPECT_EQ(dots[1]->hint,
              "région 1: \xE2\x88\x92"
              "0.3 (\xE2\x88\x92"
              "0.7 \xE2\x80\xA6 +0.2)");
}

TEST(Charts, RowsThatHaveNoRoomAreCounted) {
    AverageMeasure measure;
    const ChartDrawing drawing = draw(differences(40), 600, 300, 14, measure);
    const std::size_t drawn = of_kind(drawing, ChartShape::Kind::dot, ChartInk::plain).size();
    EXPECT_GT(drawn, 5U);
    EXPECT_LT(drawn, 40U);
    EXPECT_TRUE(std::ranges::any_of(drawing.shapes, [&](const ChartShape& shape) {
        return shape.text == "et " + std::to_string(40 - drawn) + " autres";
    }));
}

TEST(Charts, ADifferenceOfZeroIsAValue) {
    Chart chart = differences(1);
    chart.series[0].values[0] = 0;
    EXPECT_TRUE(has_values(chart));
    EXPECT_EQ(to_csv(chart), "Écarts,écart,low,high\r\nrégion 0,0,0.1,0.9\r\n");
    EXPECT_EQ(to_words(chart), "Écarts: région 0 0.0 (+0.1 \xE2\x80\xA6 +0.9)");
}

TEST(Charts, TableQuotesWhatWouldBreakIt) {
    Chart chart = chart_of(ChartKind::bars, 2);
    chart.series[1].values[0].reset();
    chart.series[1].values[1] = 2.5;
    EXPECT_EQ(to_csv(chart), "\"Décisions, \"\"juin\"\"\",accepté,repris\r\nsemaine du 0,0,\r\nsemaine du 1,1,2.5\r\n");
}

TEST(Charts, DrawingAsFileEscapesText) {
    AverageMeasure measure;
    Chart chart = chart_of(ChartKind::bars, 2);
    chart.title = "<b> & co";
    const std::string svg = to_svg(draw(chart, 600, 300, 14, measure), chart.title);
    EXPECT_THAT(svg, HasSubstr("&lt;b&gt; &amp; co"));
    EXPECT_EQ(svg.find("<b>"), std::string::npos);
}

TEST(Charts, AxisReachesBeyondTheHighestValueInRoundSteps) {
    EXPECT_THAT(axis_steps(7, 4, true), testing::ElementsAre(0, 2, 4, 6, 8));
    EXPECT_THAT(axis_steps(1, 5, true), testing::ElementsAre(0, 1)) << "no halves of a report";
    EXPECT_EQ(axis_steps(100, 5, false).back(), 100);
}

TEST(Charts, AxisOfAScaleEndsWhereTheScaleEnds) {
    EXPECT_THAT(axis_steps(5, 3, false, true), testing::ElementsAre(0, 2.5, 5)) << "no sixth point";
    EXPECT_THAT(axis_steps(5, 5, false, true), testing::ElementsAre(0, 1, 2, 3, 4, 5));
    EXPECT_THAT(axis_steps(100, 3, true, true), testing::ElementsAre(0, 50, 100));
    EXPECT_THAT(axis_steps(5, 1, false, true), testing::ElementsAre(0, 5));
}

TEST(Charts, ValuesReadInTheLanguage) {
    Chart chart;
    chart.decimals = 1;
    chart.decimal_separator = ',';
    chart.unit = " %";
    EXPECT_EQ(value_text(chart, 12.26), "12,3 %");
    EXPECT_EQ(value_text(chart, -0.01), "0,0 %");
    EXPECT_EQ(value_text(chart, -2),
              "\xE2\x88\x92"
              "2,0 %");
    chart.with_sign = true;
    EXPECT_EQ(value_text(chart, 2), "+2,0 %");
    EXPECT_EQ(value_text(chart, 0), "0,0 %");
}

}  // namespace
}  // namespace relis::app
