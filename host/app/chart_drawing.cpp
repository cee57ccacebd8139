// The layout of charts.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/chart.h"

namespace relis::app {

namespace {

using Align = ChartShape::Align;
using Kind = ChartShape::Kind;

class Drawer {
  public:
    Drawer(const Chart& chart, double width, double height, double size, ChartMeasure& measure)
        : chart_(chart), size_(size), measure_(measure) {
        drawing_.width = width;
        drawing_.height = height;
    }

    ChartDrawing draw() {
        double top = head();
        if (!has_values(chart_)) {
            text(chart_.empty, drawing_.width / 2, std::max(top, drawing_.height / 2 - size_ / 2), Align::centre,
                 ChartInk::muted, drawing_.width);
            return std::move(drawing_);
        }
        if (chart_.series.size() > 1) top = legend(top);
        top += size_ * (chart_.kind == ChartKind::bars ? 1.2 : 0.7);  // a bar that reaches the top has its value above
        if (chart_.kind == ChartKind::rows) {
            rows(top);
        } else if (chart_.kind == ChartKind::ranges) {
            ranges(top);
        } else {
            upright(top);
        }
        return std::move(drawing_);
    }

  private:
    double head() {
        text(chart_.title, 0, 0, Align::left, ChartInk::text, drawing_.width, true);
        double y = size_ * 1.3;
        if (!chart_.note.empty()) {
            text(chart_.note, 0, y, Align::left, ChartInk::muted, drawing_.width);
            y += size_ * 1.2;
        }
        return y;
    }

    double legend(double y) {
        y += size_ * 0.2;
        double x = 0;
        for (const ChartSeries& series : chart_.series) {
            const double wide = size_ * 1.2 + measure_.width(series.name, size_, false);
            if (x > 0 && x + wide > drawing_.width) {
                x = 0;
                y += size_ * 1.2;
            }
            rectangle(x, y + size_ * 0.15, size_ * 0.75, size_ * 0.75, series.ink, {});
            text(series.name, x + size_ * 1.05, y, Align::left, ChartInk::text, drawing_.width - x - size_ * 1.05);
            x += wide + size_;
        }
        return y + size_ * 1.2;
    }

    [[nodiscard]] double highest() const {
        double highest = chart_.least_top.value_or(0);
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
            double sum = 0;
            for (const ChartSeries& series : chart_.series) {
                const double value = value_at(series, i).value_or(0);
                sum += value;
                highest = std::max(highest, value);
            }
            if (chart_.kind == ChartKind::stacked) highest = std::max(highest, sum);
        }
        return highest;
    }

    static std::optional<double> value_at(const ChartSeries& series, std::size_t i) {
        return i < series.values.size() ? series.values[i] : std::nullopt;
    }

    [[nodiscard]] std::string hint(const ChartSeries& series, std::size_t i, double value) const {
        const std::string name = chart_.series.size() > 1 ? series.name + " " : std::string();
        return chart_.labels[i] + ": " + name + value_text(chart_, value);
    }

    void upright(double top) {
        const bool whole = chart_.decimals == 0;
        const double foot = drawing_.height - size_ * 1.4;
        if (foot - top < size_ * 2) return;  // no room for a picture: the title says what would be here
        const int wanted = std::clamp(static_cast<int>((foot - top) / (size_ * 2.4)), 1, 5);
        const std::vector<double> steps = axis_steps(highest(), wanted, whole, highest() == chart_.least_top);
        double left = 0;
        for (const double step : steps) left = std::max(left, measure_.width(value_text(chart_, step), size_, false));
        left += size_ * 0.6;
        const double right = drawing_.width - 1;
        const auto y_of = [&](double value) { return foot - (foot - top) * value / steps.back(); };
        for (const double step : steps) {
            line({{left, y_of(step)}, {right, y_of(step)}}, ChartInk::grid, 1);
            text(value_text(chart_, step), left - size_ * 0.4, y_of(step) - size_ * 0.55, Align::right, ChartInk::muted,
                 left);
        }
        const double slot = (right - left) / static_cast<double>(std::max<std::size_t>(chart_.labels.size(), 1));
        labels_below(left, slot, foot);
        if (chart_.kind == ChartKind::lines) {
            lines(left, slot, y_of);
        } else {
            bars(left, slot, foot, y_of);
        }
    }

    void labels_below(double left, double slot, double foot) {
        double widest = 0;
        for (const std::string& label : chart_.labels) widest = std::max(widest, measure_.width(label, size_, false));
        const auto every = static_cast<std::size_t>(
            std::max(1.0, std::ceil((std::min(widest, size_ * 8) + size_ * 0.6) / std::max(slot, 0.1))));
        for (std::size_t i = 0; i < chart_.labels.size(); i += every) {
            const double room = slot * static_cast<double>(every);
            const double centre = left + slot * (static_cast<double>(i) + 0.5);
            const double wide = std::min(measure_.width(chart_.labels[i], size_, false), room);
            // the first and the last stay within the picture
            const double held = std::clamp(centre, wide / 2, std::max(wide / 2, drawing_.width - wide / 2));
            text(chart_.labels[i], held, foot + size_ * 0.25, Align::centre, ChartInk::muted, room);
        }
    }

    template <class YOf>
    void bars(double left, double slot, double foot, const YOf& y_of) {
        const bool stacked = chart_.kind == ChartKind::stacked;
        const double wide = slot * 0.76;
        const double one = stacked ? wide : wide / static_cast<double>(chart_.series.size());
        for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
            double base = 0;
            double x = left + slot * static_cast<double>(i) + slot * 0.12;
            for (const ChartSeries& series : chart_.series) {
                const std::optional<double> value = value_at(series, i);
                if (value && *value > 0) {
                    const double high = y_of(base + *value);
                    rectangle(x, high, std::max(one - (stacked ? 0 : 1), 1.0), (stacked ? y_of(base) : foot) - high,
                              series.ink, hint(series, i, *value));
                    const std::string number = value_text(chart_, *value);
                    if (!stacked && measure_.width(number, size_, false) < one)
                        text(number, x + one / 2, high - size_ * 1.1, Align::centre, ChartInk::text, one);
                    if (stacked) base += *value;
                }
                if (!stacked) x += one;
            }
        }
    }

    template <class YOf>
    void lines(double left, double slot, const YOf& y_of) {
        for (const ChartSeries& series : chart_.series) {
            std::vector<ChartPoint> points;
            for (std::size_t i = 0; i < chart_.labels.size(); ++i) {
                const std::optional<double> value = value_at(series, i);
                if (!value) {  // a gap: nothing is known there
                    if (points.size() > 1) line(std::exchange(points, {}), series.ink, size_ * 0.14);
                    points.clear();
                    continue;
                }
                points.push_back({left + slot * (static_cast<double>(i) + 0.5), y_of(*value)});
                ChartShape dot;
                dot.kind = Kind::dot;
                dot.ink = series.ink;
                dot.x = points.back().x;
                dot.y = points.back().y;
                dot.width = size_ * 0.4;
                dot.hint = hint(series, i, *value);
                drawing_.shapes.push_back(std::move(dot));
            }
            if (points.size() > 1) line(std::move(points), series.ink, size_ * 0.14);
        }
    }

    void rows(double top) {
        const std::size_t count = chart_.labels.size();
        const double high = std::min(size_ * 1.7, (drawing_.height - top) / static_cast<double>(count));
        if (high < size_ * 0.9) return;  // left to a larger rectangle rather than drawn over each other
        double names = 0;
        for (const std::string& label : chart_.labels) names = std::max(names, measure_.width(label, size_, false));
        names = std::min(names, drawing_.width * 0.45);
        double numbers = 0;
        for (std::size_t i = 0; i < count; ++i)
            numbers = std::max(numbers, measure_.width(numbers_of(i), size_, false));
        const double left = names + size_ * 0.6;
        const double room = std::max(drawing_.width - left - numbers - size_ * 0.6, 1.0);
        const double most = std::max(highest(), 1e-9);
        for (std::size_t i = 0; i < count; ++i) {
            const double y = top + high * static_cast<double>(i);
            text(chart_.labels[i], names, y + (high - size_ * 1.1) / 2, Align::right, ChartInk::text, names);
            const double one = high * 0.72 / static_cast<double>(chart_.series.size());
            double at = y + high * 0.14;
            double longest = 0;
            for (const ChartSeries& series : chart_.series) {
                if (const std::optional<double> value = value_at(series, i)) {
                    const double wide = room * *value / most;
                    rectangle(left, at, std::max(wide, 1.0), one, series.ink, hint(series, i, *value));
                    longest = std::max(longest, wide);
                }
                at += one;
            }
            text(numbers_of(i), left + longest + size_ * 0.4, y + (high - size_ * 1.1) / 2, Align::left, ChartInk::text,
                 numbers + size_);
        }
    }

    void ranges(double top) {
        const double foot = drawing_.height - size_ * 1.4;
        const double least = size_ * 1.1;
        std::size_t count = chart_.labels.size();
        const auto fits = static_cast<std::size_t>(std::max(0.0, (foot - top) / least));
        if (fits == 0 || (fits < 2 && count > fits)) return;  // left to a larger rectangle
        const bool cut = count > fits;
        if (cut) count = fits - 1;
        const double high = std::min(size_ * 1.7, (foot - top) / static_cast<double>(count + (cut ? 1 : 0)));
        const std::string left_out = cut ? more_than(count) : std::string();
        double names = measure_.width(left_out, size_, false);
        for (const std::string& label : chart_.labels) names = std::max(names, measure_.width(label, size_, false));
        names = std::min(names, drawing_.width * 0.4);

        double lowest = 0, highest = 0;
        for (const ChartSeries& series : chart_.series) {
            for (std::size_t i = 0; i < count; ++i) {
                const std::optional<double> value = value_at(series, i);
                if (!value) continue;
                const auto [from, to] = range_of(series, i).value_or(std::pair(*value, *value));
                lowest = std::min(lowest, from);
                highest = std::max(highest, to);
            }
        }
        const double step = axis_steps(std::max({highest, -lowest, chart_.least_top.value_or(0)}), 2, false).at(1);
        lowest = std::min(std::floor(lowest / step - 1e-9), -1.0) * step;
        highest = std::max(std::ceil(highest / step + 1e-9), 1.0) * step;
        const double left = names + size_ * 1.6, right = drawing_.width - size_ * 1.6;
        if (right - left < size_ * 4) return;
        const auto x_of = [&](double value) { return left + (right - left) * (value - lowest) / (highest - lowest); };
        const double end = top + high * static_cast<double>(count);
        for (double at = lowest; at < highest + step / 2; at += step) {
            const bool zero = std::abs(at) < step / 2;
            line({{x_of(at), top}, {x_of(at), end}}, zero ? ChartInk::muted : ChartInk::grid, 1);
        }
        for (const double at : {lowest, 0.0, highest}) {
            text(value_text(chart_, at), x_of(at), end + (cut ? high : 0) + size_ * 0.25, Align::centre,
                 ChartInk::muted, (right - left) / 2);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const double y = top + high * (static_cast<double>(i) + 0.5);
            text(chart_.labels[i], names, y - size_ * 0.55, Align::right, ChartInk::text, names);
            for (const ChartSeries& series : chart_.series) one_range(series, i, y, x_of);
        }
        if (cut) text(left_out, names, end + (high - size_ * 1.1) / 2, Align::right, ChartInk::muted, names);
    }

    /// How many rows follow the first `count`, in words.
    [[nodiscard]] std::string more_than(std::size_t count) const {
        std::string words = chart_.more;
        const std::size_t place = words.find("{}");
        if (place != std::string::npos) words.replace(place, 2, std::to_string(chart_.labels.size() - count));
        return words;
    }

    template <class XOf>
    void one_range(const ChartSeries& series, std::size_t i, double y, const XOf& x_of) {
        const std::optional<double> value = value_at(series, i);
        if (!value) return;
        std::string words = hint(series, i, *value);
        if (const auto range = range_of(series, i)) {
            words += " " + range_text(chart_, *range);
            line({{x_of(range->first), y}, {x_of(range->second), y}}, series.ink, size_ * 0.16);
        }
        ChartShape dot;
        dot.kind = Kind::dot;
        dot.ink = series.ink;
        dot.x = x_of(*value);
        dot.y = y;
        dot.width = size_ * 0.6;
        dot.hint = std::move(words);
        drawing_.shapes.push_back(std::move(dot));
    }

    /// The values of one row, `16 / 14`: bars side by side are too thin for a number each.
    [[nodiscard]] std::string numbers_of(std::size_t i) const {
        std::string numbers;
        for (const ChartSeries& series : chart_.series) {
            if (const std::optional<double> value = value_at(series, i))
                numbers += (numbers.empty() ? "" : " / ") + value_text(chart_, *value);
        }
        return numbers;
    }

    void rectangle(double x, double y, double width, double height, ChartInk ink, std::string hint) {
        ChartShape shape;
        shape.ink = ink;
        shape.x = x;
        shape.y = y;
        shape.width = width;
        shape.height = height;
        shape.hint = std::move(hint);
        drawing_.shapes.push_back(std::move(shape));
    }

    void line(std::vector<ChartPoint> points, ChartInk ink, double thick) {
        ChartShape shape;
        shape.kind = Kind::line;
        shape.ink = ink;
        shape.points = std::move(points);
        shape.width = thick;
        drawing_.shapes.push_back(std::move(shape));
    }

    void text(std::string words, double x, double y, Align align, ChartInk ink, double room, bool bold = false) {
        ChartShape shape;
        shape.kind = Kind::text;
        shape.ink = ink;
        shape.x = x;
        shape.y = y;
        shape.size = size_;
        shape.bold = bold;
        shape.align = align;
        if (measure_.width(words, size_, bold) > room + 0.5) {
            shape.hint = words;
            words = shortened(std::move(words), room, bold);
        }
        shape.text = std::move(words);
        drawing_.shapes.push_back(std::move(shape));
    }

    std::string shortened(std::string words, double room, bool bold) {
        const std::string dots = "\xE2\x80\xA6";
        while (!words.empty() && measure_.width(words + dots, size_, bold) > room) {
            do {
                words.pop_back();
            } while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U);
            // the first byte of a character goes with the rest of it
            if (!words.empty() && static_cast<unsigned char>(words.back()) >= 0xC0U) words.pop_back();
        }
        return words.empty() ? words : words + dots;
    }

    const Chart& chart_;
    double size_;
    ChartMeasure& measure_;
    ChartDrawing drawing_;
};

}  // namespace

ChartDrawing draw(const Chart& chart, double width, double height, double size, ChartMeasure& measure) {
    return Drawer(chart, width, height, size, measure).draw();
}

}  // namespace relis::app
