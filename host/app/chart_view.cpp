#include "app/chart_view.h"

#include <memory>
#include <utility>

#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>
#include <wx/settings.h>
#include <wx/weakref.h>

#include "app/accessible_names.h"
#include "app/fitting.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

wxColour to_wx(ChartColour colour) {
    return wxColour(colour.red, colour.green, colour.blue);
}

/// A font as high as asked for.
wxFont font_of(const wxWindow& window, double size, bool bold) {
    wxFont font = window.GetFont();
    if (bold) font = font.Bold();
    font.SetPixelSize(wxSize(0, std::max(1, static_cast<int>(size * 0.84))));
    return font;
}

class ContextMeasure final : public ChartMeasure {
  public:
    ContextMeasure(wxGraphicsContext& context, const wxWindow& window) : context_(context), window_(window) {}
    double width(std::string_view text, double size, bool bold) override {
        context_.SetFont(font_of(window_, size, bold), *wxBLACK);
        double width = 0, height = 0;
        context_.GetTextExtent(wxString::FromUTF8(text.data(), text.size()), &width, &height);
        return width;
    }

  private:
    wxGraphicsContext& context_;
    const wxWindow& window_;
};

void paint(wxGraphicsContext& context, const ChartDrawing& drawing, const wxWindow& fonts, bool dark, double left,
           double top) {
    for (const ChartShape& shape : drawing.shapes) {
        const wxColour colour = to_wx(colour_of(shape.ink, dark));
        switch (shape.kind) {
            case ChartShape::Kind::rectangle:
                context.SetPen(*wxTRANSPARENT_PEN);
                context.SetBrush(wxBrush(colour));
                context.DrawRectangle(left + shape.x, top + shape.y, shape.width, shape.height);
                break;
            case ChartShape::Kind::dot:
                context.SetPen(*wxTRANSPARENT_PEN);
                context.SetBrush(wxBrush(colour));
                context.DrawEllipse(left + shape.x - shape.width / 2, top + shape.y - shape.width / 2, shape.width,
                                    shape.width);
                break;
            case ChartShape::Kind::line: {
                std::vector<wxPoint2DDouble> points;
                for (const ChartPoint& point : shape.points) points.emplace_back(left + point.x, top + point.y);
                context.SetPen(context.CreatePen(wxGraphicsPenInfo(colour).Width(shape.width)));
                context.StrokeLines(points.size(), points.data());
                break;
            }
            case ChartShape::Kind::text: {
                context.SetFont(font_of(fonts, shape.size, shape.bold), colour);
                const wxString text = wxString::FromUTF8(shape.text);
                double width = 0, height = 0;
                context.GetTextExtent(text, &width, &height);
                const double back = shape.align == ChartShape::Align::left     ? 0
                                    : shape.align == ChartShape::Align::centre ? width / 2
                                                                               : width;
                context.DrawText(text, left + shape.x - back, top + shape.y);
                break;
            }
        }
    }
}

constexpr int margin = 10;        // DIPs
constexpr double text_size = 16;  // DIPs, with letters of the usual size

double text_size_of(const wxWindow& window) {
    return window.FromDIP(text_size) * text_scale(window);
}

}  // namespace

ChartView::ChartView(wxWindow* parent, const wxString& name, Turns& turns)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
               wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE | wxBORDER_NONE, name),
      turns_(turns) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &ChartView::on_paint, this);
    Bind(wxEVT_MOTION, &ChartView::on_mouse, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        SetFocus();
        event.Skip();
    });
    Bind(wxEVT_KEY_DOWN, &ChartView::on_key, this);
    for (const auto& type : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS}) {
        Bind(type, [this](wxFocusEvent& event) {
            Refresh();
            event.Skip();
        });
    }
}

void ChartView::show(Chart chart) {
    chart_ = std::move(chart);
    drawn_as_.reset();
    marked_.reset();
    UnsetToolTip();
    SetName(wxString::FromUTF8(to_words(chart_)));
    announce_names(*this);
    Refresh();
}

ChartView::Look ChartView::look() const {
    return {GetClientSize(), text_size_of(*this), GetContentScaleFactor(), Palette().dark()};
}

void ChartView::make_picture() {
    const Look look = this->look();
    const int border = FromDIP(margin);
    const wxSize size = look.size - wxSize(2 * border, 2 * border);
    drawn_as_ = look;
    if (size.x <= 0 || size.y <= 0) {
        picture_ = wxBitmap();
        return;
    }
    picture_.CreateScaled(look.size.x, look.size.y, 24, look.scale);
    wxMemoryDC dc(picture_);
    dc.SetBackground(wxBrush(Palette().background()));
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context) return;
    ContextMeasure measure(*context, *this);
    drawing_ = draw(chart_, size.x, size.y, look.text, measure);
    paint(*context, drawing_, *this, look.dark, border, border);
}

void ChartView::ask_for_turn() {
    if (std::exchange(asked_, true)) return;
    turns_.post([weak = wxWeakRef<ChartView>(this)] {
        if (ChartView* const view = weak.get()) {
            view->asked_ = false;
            if (view->drawn_as_ != view->look()) view->make_picture();
            view->Refresh();
        }
    });
}

void ChartView::on_paint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    const Palette palette;
    dc.SetBackground(wxBrush(palette.background()));
    dc.Clear();
    if (drawn_as_ != look()) ask_for_turn();
    if (picture_.IsOk()) dc.DrawBitmap(picture_, 0, 0);
    const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
    if (!context) return;
    const int border = FromDIP(margin);
    if (marked_ && *marked_ < drawing_.shapes.size()) {
        const ChartShape& shape = drawing_.shapes[*marked_];
        const double back = shape.kind == ChartShape::Kind::dot ? shape.width / 2 : 0;
        context->SetPen(wxPen(to_wx(colour_of(ChartInk::text, palette.dark())), FromDIP(2)));
        context->SetBrush(*wxTRANSPARENT_BRUSH);
        context->DrawRectangle(border + shape.x - back - 1, border + shape.y - back - 1, shape.width + 2,
                               std::max(shape.height, shape.width > 0 && back > 0 ? shape.width : 0.0) + 2);
        context->SetFont(font_of(*this, text_size_of(*this), true), to_wx(colour_of(ChartInk::text, palette.dark())));
        const wxString told = wxString::FromUTF8(shape.hint);
        double width = 0, height = 0;
        context->GetTextExtent(told, &width, &height);
        const double y = GetClientSize().y - height - FromDIP(2);
        context->SetPen(*wxTRANSPARENT_PEN);
        context->SetBrush(wxBrush(palette.of(Fill::card)));
        context->DrawRectangle(0, y - FromDIP(2), GetClientSize().x, height + FromDIP(4));
        context->DrawText(told, border, y);
    }
    if (HasFocus()) {
        context->SetPen(wxPen(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT), FromDIP(1)));
        context->SetBrush(*wxTRANSPARENT_BRUSH);
        context->DrawRectangle(0.5, 0.5, GetClientSize().x - 1, GetClientSize().y - 1);
    }
}

void ChartView::on_mouse(wxMouseEvent& event) {
    const int border = FromDIP(margin);
    const wxPoint place = event.GetPosition() - wxPoint(border, border);
    wxString found;
    for (const ChartShape& shape : drawing_.shapes) {
        if (shape.hint.empty() || shape.kind == ChartShape::Kind::line) continue;
        const bool dot = shape.kind == ChartShape::Kind::dot;
        const double reach = dot ? FromDIP(8) : 0;
        const double left = dot ? shape.x - reach : shape.x, top = dot ? shape.y - reach : shape.y;
        const double right = dot ? shape.x + reach : shape.x + shape.width;
        const double foot = dot ? shape.y + reach : shape.y + shape.height;
        if (place.x >= left && place.x <= right && place.y >= top && place.y <= foot)
            found = wxString::FromUTF8(shape.hint);
    }
    if (found.empty()) {
        UnsetToolTip();
    } else if (GetToolTipText() != found) {
        SetToolTip(found);
    }
    event.Skip();
}

void ChartView::on_key(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
        case WXK_RIGHT:
        case WXK_DOWN:
            step(1);
            break;
        case WXK_LEFT:
        case WXK_UP:
            step(-1);
            break;
        case WXK_TAB:
            Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
            break;
        default:
            event.Skip();
    }
}

void ChartView::step(int by) {
    std::vector<std::size_t> values;
    for (std::size_t i = 0; i < drawing_.shapes.size(); ++i) {
        const ChartShape& shape = drawing_.shapes[i];
        if (!shape.hint.empty() && shape.kind != ChartShape::Kind::text) values.push_back(i);
    }
    if (values.empty()) return;
    const auto here = marked_ ? std::find(values.begin(), values.end(), *marked_) : values.end();
    if (here == values.end()) {
        marked_ = by > 0 ? values.front() : values.back();
    } else {
        const auto place = static_cast<long>(here - values.begin()) + by;
        marked_ = values[static_cast<std::size_t>(std::clamp(place, 0L, static_cast<long>(values.size()) - 1))];
    }
    Refresh();
}

wxBitmap ChartView::picture(const Chart& chart, const wxSize& size, wxWindow& fonts) {
    wxBitmap bitmap(size, 24);
    wxMemoryDC dc(bitmap);
    dc.SetBackground(*wxWHITE_BRUSH);
    dc.Clear();
    {
        const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
        ContextMeasure measure(*context, fonts);
        const int border = 16;
        paint(*context, draw(chart, size.x - 2 * border, size.y - 2 * border, 18, measure), fonts, false, border,
              border);
    }
    dc.SelectObject(wxNullBitmap);
    return bitmap;
}

std::string ChartView::svg(const Chart& chart, const wxSize& size) {
    AverageMeasure measure;
    return to_svg(draw(chart, size.x, size.y, 16, measure), chart.title);
}

}  // namespace relis::app
