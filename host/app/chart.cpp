#include "app/chart.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include <boost/locale/utf.hpp>

#include "review/csv.h"
#include "review/markup.h"

namespace relis::app {

namespace {

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string plain_number(double value) {
    std::string text = std::to_string(std::round(value * 1000) / 1000);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string hex(ChartColour colour) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
        text += digits[channel / 16];
        text += digits[channel % 16];
    }
    return text;
}

}  // namespace

ChartColour colour_of(ChartInk ink, bool dark) {
    switch (ink) {
        case ChartInk::text:
            return dark ? ChartColour{0xEE, 0xEE, 0xEC} : ChartColour{0x24, 0x24, 0x24};
        case ChartInk::muted:
            return dark ? ChartColour{0xA8, 0xA8, 0xA6} : ChartColour{0x66, 0x66, 0x66};
        case ChartInk::grid:
            return dark ? ChartColour{0x4A, 0x4A, 0x4A} : ChartColour{0xDD, 0xDD, 0xDD};
        case ChartInk::plain:
            return dark ? ChartColour{0x6F, 0xA8, 0xFF} : ChartColour{0x2F, 0x6D, 0xBD};
        case ChartInk::second:
            return dark ? ChartColour{0xB9, 0xC6, 0xD8} : ChartColour{0x9A, 0xAA, 0xBF};
        case ChartInk::good:
            return dark ? ChartColour{0x5F, 0xC9, 0xA4} : ChartColour{0x1B, 0x8A, 0x6B};
        case ChartInk::warning:
            return dark ? ChartColour{0xF2, 0xB9, 0x5C} : ChartColour{0xE0, 0x9A, 0x1F};
        case ChartInk::bad:
            return dark ? ChartColour{0xFF, 0x8A, 0x80} : ChartColour{0xB8, 0x34, 0x2C};
    }
    return {};
}

bool has_values(const Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(), [&](const ChartSeries& series) {
        return std::any_of(series.values.begin(), series.values.end(), [&](const std::optional<double>& value) {
            return value && (*value != 0 || chart.kind == ChartKind::ranges);
        });
    });
}

std::string value_text(const Chart& chart, double value) {
    const double scale = std::pow(10.0, chart.decimals);
    double rounded = std::round(value * scale) / scale;
    if (rounded == 0) rounded = 0;  // no minus before a zero
    std::string text = std::to_string(rounded);
    const std::size_t point = text.find_first_of(".,");
    text = chart.decimals == 0 ? text.substr(0, point)
                               : text.substr(0, point + 1 + static_cast<std::size_t>(chart.decimals));
    if (point < text.size()) text[point] = chart.decimal_separator;
    if (rounded < 0) text.replace(0, 1, "\xE2\x88\x92");  // a minus, as numbers have it elsewhere in the window
    return (chart.with_sign && rounded > 0 ? "+" : "") + text + chart.unit;
}

std::optional<std::pair<double, double>> range_of(const ChartSeries& series, std::size_t i) {
    if (i >= series.low.size() || i >= series.high.size() || !series.low[i] || !series.high[i]) return std::nullopt;
    return std::pair(*series.low[i], *series.high[i]);
}

std::string range_text(const Chart& chart, const std::pair<double, double>& range) {
    return "(" + value_text(chart, range.first) + " \xE2\x80\xA6 " + value_text(chart, range.second) + ")";
}

std::string to_csv(const Chart& chart) {
    std::string csv = review::csv_field(chart.title);
    for (const ChartSeries& series : chart.series) {
        csv += "," + review::csv_field(series.name);
        if (chart.kind == ChartKind::ranges) csv += ",low,high";
    }
    csv += "\r\n";
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        csv += review::csv_field(chart.labels[i]);
        for (const ChartSeries& series : chart.series) {
            csv += ",";
            if (i < series.values.size() && series.values[i]) csv += plain_number(*series.values[i]);
            if (chart.kind != ChartKind::ranges) continue;
            const auto range = range_of(series, i);
            csv += range ? "," + plain_number(range->first) + "," + plain_number(range->second) : ",,";
        }
        csv += "\r\n";
    }
    return csv;
}

std::string to_words(const Chart& chart) {
    std::string words = chart.title;
    if (!has_values(chart)) return words + ": " + chart.empty;
    for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        words += (i == 0 ? ": " : "; ") + chart.labels[i];
        for (const ChartSeries& series : chart.series) {
            if (i >= series.values.size() || !series.values[i]) continue;
            words += " " + (chart.series.size() > 1 ? series.name + " " : std::string()) +
                     value_text(chart, *series.values[i]);
            if (const auto range = range_of(series, i)) words += " " + range_text(chart, *range);
        }
    }
    return words;
}

double AverageMeasure::width(std::string_view text, double size, bool bold) {
    return static_cast<double>(characters(text)) * size * (bold ? 0.47 : 0.44);
}

std::vector<double> axis_steps(double top, int wanted, bool whole, bool ends_at_top) {
    top = std::max(top, whole ? 1.0 : 1e-6);
    const double rough = top / std::max(wanted, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const auto suits = [&](double step) {
        const double steps = top / step;
        return step >= rough * 0.999999 && (!ends_at_top || std::abs(steps - std::round(steps)) < 1e-6);
    };
    double step = ends_at_top ? top : 10 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if ((ends_at_top || factor != 2.5) && suits(factor * power)) {
            step = factor * power;
            break;
        }
    }
    if (whole) step = std::max(1.0, std::round(step));
    std::vector<double> steps;
    for (int i = 0; steps.empty() || steps.back() < top * 0.999999; ++i) steps.push_back(i * step);
    return steps;
}

std::string to_svg(const ChartDrawing& drawing, std::string_view title) {
    std::string svg;
    const auto write = [&](std::initializer_list<std::string_view> parts) {
        for (const std::string_view part : parts) svg += part;
    };
    const std::string width = plain_number(drawing.width);
    const std::string height = plain_number(drawing.height);
    write({"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", width,
           "\" height=\"", height, "\" viewBox=\"0 0 ", width, " ", height,
           "\" font-family=\"sans-serif\" role=\"img\">\n<title>", review::escape_markup(title),
           "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"});
    for (const ChartShape& shape : drawing.shapes) {
        const std::string colour = hex(colour_of(shape.ink, false));
        const std::string x = plain_number(shape.x);
        const std::string y = plain_number(shape.y);
        const auto write_hint = [&] {
            if (!shape.hint.empty()) write({"<title>", review::escape_markup(shape.hint), "</title>"});
        };
        switch (shape.kind) {
            case ChartShape::Kind::rectangle:
                write({"<rect x=\"", x, "\" y=\"", y, "\" width=\"", plain_number(shape.width), "\" height=\"",
                       plain_number(shape.height), "\" fill=\"", colour, "\">"});
                write_hint();
                svg += "</rect>\n";
                break;
            case ChartShape::Kind::dot:
                write({"<circle cx=\"", x, "\" cy=\"", y, "\" r=\"", plain_number(shape.width / 2), "\" fill=\"",
                       colour, "\">"});
                write_hint();
                svg += "</circle>\n";
                break;
            case ChartShape::Kind::line: {
                write({"<polyline fill=\"none\" stroke=\"", colour, "\" stroke-width=\"", plain_number(shape.width),
                       "\" points=\""});
                for (const ChartPoint& point : shape.points) {
                    write({plain_number(point.x), ",", plain_number(point.y), " "});
                }
                svg += "\"/>\n";
                break;
            }
            case ChartShape::Kind::text: {
                const char* const anchor = shape.align == ChartShape::Align::left     ? "start"
                                           : shape.align == ChartShape::Align::centre ? "middle"
                                                                                      : "end";
                write({"<text x=\"", x, "\" y=\"", plain_number(shape.y + 0.8 * shape.size), "\" font-size=\"",
                       plain_number(shape.size * 0.85), "\" text-anchor=\"", anchor, "\" fill=\"", colour, "\"",
                       shape.bold ? " font-weight=\"bold\"" : "", ">", review::escape_markup(shape.text), "</text>\n"});
                break;
            }
        }
    }
    return svg + "</svg>\n";
}

}  // namespace relis::app
