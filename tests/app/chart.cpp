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
                         testing::Values(ChartKind::bars, ChartKind::stacked, ChartKind::rows, ChartKind::lines));

TEST(Charts, SayThatThereIsNothingToShow) {
    AverageMeasure measure;
    Chart chart = chart_of(ChartKind::bars, 0);
    EXPECT_FALSE(has_values(chart));
    const ChartDrawing drawing = draw(chart, 300, 200, 14, measure);
    EXPECT_EQ(drawing.shapes.back().text, "Rien");
    EXPECT_EQ(to_words(chart), "Décisions, \"juin\": Rien");
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
}

}  // namespace
}  // namespace relis::app
