#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relis::app {

/// What a chart's parts mean; colours follow from it.
enum class ChartInk : std::uint8_t { text, muted, grid, plain, second, good, warning, bad };

struct ChartColour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const ChartColour&) const = default;
};
/// On a light or a dark background; told apart by people who do not see colours alike too.
[[nodiscard]] ChartColour colour_of(ChartInk ink, bool dark);

struct ChartSeries {
    std::string name;
    ChartInk ink = ChartInk::plain;
    std::vector<std::optional<double>> values;  ///< one a label; absent: nothing is known
    std::vector<std::optional<double>> low{};   ///< of `ranges`: where a value may lie, one a label; empty: not told
    std::vector<std::optional<double>> high{};
};

enum class ChartKind : std::uint8_t {
    bars,     ///< side by side, upright
    stacked,  ///< on top of each other
    rows,     ///< lying, one below the other: for names
    lines,
    ranges  ///< lying, a dot with the range in which it may lie, on either side of zero: for differences
};

/// What is to be shown, without a display: texts in the interface's language, UTF-8.
struct Chart {
    std::string title;
    std::string note;  ///< below the title: what is counted, or of how many
    ChartKind kind = ChartKind::bars;
    std::vector<std::string> labels;
    std::vector<ChartSeries> series;
    std::string unit;        ///< after each value: `%`, ` h`
    int decimals = 0;        ///< of values
    bool with_sign = false;  ///< `+0,4`
    char decimal_separator = '.';
    std::optional<double> least_top;  ///< the axis reaches at least so far, and ends there if no value is higher
    std::string empty;                ///< said instead where no value is there
    std::string more;                 ///< `and {} more`: below rows for which there is no room; empty: none is left out
};

/// Whether any value is known and, but for `ranges`, not zero.
[[nodiscard]] bool has_values(const Chart& chart);
/// `12,5 %`
[[nodiscard]] std::string value_text(const Chart& chart, double value);
/// Where the value of that label may lie; absent: not told.
[[nodiscard]] std::optional<std::pair<double, double>> range_of(const ChartSeries& series, std::size_t label);
/// `(−0,2 … +0,6)`
[[nodiscard]] std::string range_text(const Chart& chart, const std::pair<double, double>& range);
/// The chart as a table: RFC 4180 with a header; numbers with a point.
[[nodiscard]] std::string to_csv(const Chart& chart);
/// The chart in words, for assistive technology: title, then each label with its values.
[[nodiscard]] std::string to_words(const Chart& chart);

/// How wide a text is. Sizes are in the drawing's units.
class ChartMeasure {
  public:
    ChartMeasure() = default;
    ChartMeasure(const ChartMeasure&) = delete;
    ChartMeasure& operator=(const ChartMeasure&) = delete;
    virtual ~ChartMeasure() = default;
    [[nodiscard]] virtual double width(std::string_view text, double size, bool bold) = 0;
};
/// An average of sans-serif fonts, where no font is at hand.
class AverageMeasure final : public ChartMeasure {
  public:
    [[nodiscard]] double width(std::string_view text, double size, bool bold) override;
};

struct ChartPoint {
    double x = 0;
    double y = 0;
};

/// One thing to draw.
struct ChartShape {
    enum class Kind : std::uint8_t { rectangle, line, dot, text };
    enum class Align : std::uint8_t { left, centre, right };
    Kind kind = Kind::rectangle;
    ChartInk ink = ChartInk::plain;
    double x = 0;  ///< of a text: where it is aligned to; its top is y
    double y = 0;
    double width = 0;
    double height = 0;
    std::vector<ChartPoint> points;  ///< of a line
    std::string text;
    double size = 0;  ///< of text: height of the font
    bool bold = false;
    Align align = Align::left;
    std::string hint;  ///< what it stands for: `3–9 Nov.: accepted 12`
};

struct ChartDrawing {
    double width = 0;
    double height = 0;
    std::vector<ChartShape> shapes;
};

/// Lays a chart out in a rectangle; `size` is the height of its font. Nothing sticks out of the rectangle; labels that
/// would overlap are left out, long ones shortened.
[[nodiscard]] ChartDrawing draw(const Chart& chart, double width, double height, double size, ChartMeasure& measure);

/// A drawing as a file of its own, on white.
[[nodiscard]] std::string to_svg(const ChartDrawing& drawing, std::string_view title);

/// Steps of an axis from 0 to at least `top`: 1, 2 or 5 times a power of ten, about `wanted` of them. `ends_at_top`:
/// the last is `top`, since nothing lies beyond it (points, shares); 2.5 times a power of ten does too.
[[nodiscard]] std::vector<double> axis_steps(double top, int wanted, bool whole, bool ends_at_top = false);

}  // namespace relis::app
