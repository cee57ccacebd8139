#include "app/document_drawing.h"

#include <algorithm>

#include <wx/brush.h>
#include <wx/pen.h>

namespace relis::app {

void draw_underline(wxGraphicsContext& shapes, Underline underline, const wxColour& colour, int left, int right, int y,
                    int unit) {
    const auto line = [&](double height, wxPenStyle style, int width) {
        wxPen pen(colour, width, style);
        pen.SetCap(wxCAP_BUTT);
        shapes.SetPen(pen);
        shapes.StrokeLine(left, height, right, height);
    };
    switch (underline) {
        case Underline::none:
            return;
        case Underline::squiggle: {
            shapes.SetPen(wxPen(colour, unit));
            wxGraphicsPath path = shapes.CreatePath();
            const int step = 2 * unit;
            path.MoveToPoint(left, y + step);
            bool up = true;
            for (int x = left + step; x < right + step; x += step) {
                path.AddLineToPoint(std::min(x, right), up ? y : y + step);
                up = !up;
            }
            shapes.StrokePath(path);
            return;
        }
        case Underline::doubled:
            line(y + 0.5, wxPENSTYLE_SOLID, unit);
            line(y + 0.5 + 3 * unit, wxPENSTYLE_SOLID, unit);
            return;
        case Underline::dotted:
            line(y + 1, wxPENSTYLE_DOT, 2 * unit);
            return;
        case Underline::dashed:
            line(y + 1, wxPENSTYLE_SHORT_DASH, 2 * unit);
            return;
    }
}

void draw_meter(wxGraphicsContext& shapes, const Palette& palette, const Meter& meter, const wxRect& area) {
    const double radius = area.height / 2.0;
    if (!meter.value) {
        shapes.SetBrush(*wxTRANSPARENT_BRUSH);
        shapes.SetPen(wxPen(palette.of(Ink::muted), 1, wxPENSTYLE_SHORT_DASH));
        shapes.DrawRoundedRectangle(area.x + 0.5, area.y + 0.5, area.width - 1, area.height - 1, radius);
        return;
    }
    shapes.SetPen(*wxTRANSPARENT_PEN);
    shapes.SetBrush(wxBrush(palette.meter_background()));
    shapes.DrawRoundedRectangle(area.x, area.y, area.width, area.height, radius);
    const double share = std::clamp(*meter.value / 5.0, 0.0, 1.0);
    if (share > 0) {
        shapes.SetBrush(wxBrush(palette.of_score(*meter.value)));
        shapes.DrawRoundedRectangle(area.x, area.y, std::max<double>(share * area.width, area.height), area.height,
                                    radius);
    }
    if (meter.machine) {
        const double x = area.x + area.width * std::clamp(*meter.machine / 5.0, 0.0, 1.0);
        shapes.SetPen(wxPen(palette.of(Ink::text), 2));
        shapes.StrokeLine(x, area.y - 2, x, area.y + area.height + 2);
    }
    shapes.SetPen(wxPen(palette.background(), 1));
    for (int point = 1; point < 5; ++point) {
        const double x = area.x + area.width * point / 5.0;
        shapes.StrokeLine(x, area.y, x, area.y + area.height);
    }
}

void draw_paragraph_backgrounds(wxGraphicsContext& shapes, const Document& document, const TextLayout& layout,
                                const Palette& palette, const wxWindow& window, const wxPoint& origin, int height) {
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
        const Paragraph& paragraph = document.paragraphs[i];
        const int from = layout.tops[i] + origin.y;
        const int to =
            (i + 1 < document.paragraphs.size() ? layout.tops[i + 1] - window.FromDIP(document.paragraphs[i + 1].before)
                                                : layout.tops[i + 1]) +
            origin.y;
        if (to < 0) continue;
        if (from > height) break;
        if (paragraph.rule) {
            const double y = from - window.FromDIP(6) + 0.5;
            shapes.SetPen(wxPen(palette.rule(), 1));
            shapes.StrokeLine(origin.x, y, origin.x + layout.width, y);
        }
        if (paragraph.fill == Fill::none) continue;
        const int left = origin.x + window.FromDIP(paragraph.indent);
        shapes.SetPen(*wxTRANSPARENT_PEN);
        shapes.SetBrush(wxBrush(palette.of(paragraph.fill)));
        shapes.DrawRectangle(left, from, layout.width - window.FromDIP(paragraph.indent), to - from);
        shapes.SetBrush(wxBrush(palette.of(Ink::accent)));
        shapes.DrawRectangle(left, from, window.FromDIP(3), to - from);
    }
}

}  // namespace relis::app
