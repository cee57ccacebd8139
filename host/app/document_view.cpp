#include "app/document_view.h"

#include <algorithm>
#include <cmath>

#include <wx/clipbrd.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/settings.h>

#include "app/accessible_names.h"
#include "app/document_drawing.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {
constexpr int scroll_unit = 8;  // pixels
}

/// Measures with the window's fonts and remembers words.
class DocumentView::FontMeasure final : public Measure {
  public:
    explicit FontMeasure(wxWindow& window) : window_(window), dc_(&window) {
        const wxFont base = window.GetFont();
        fonts_ = {base, base.Scaled(0.9F), base.Bold(), base.Bold().Scaled(1.15F), base.Bold().Scaled(1.45F)};
        for (std::size_t i = 0; i < fonts_.size(); ++i) {
            dc_.SetFont(fonts_[i]);
            int width = 0, descent = 0;
            dc_.GetTextExtent("Ég", &width, &heights_[i], &descent);
            ascents_[i] = heights_[i] - descent;
        }
    }

    [[nodiscard]] const wxFont& font(Face face) const { return fonts_[static_cast<std::size_t>(face)]; }

    int width(std::u32string_view text, Face face) override {
        constexpr std::size_t longest_remembered = 24;
        constexpr std::size_t most_remembered = 50'000;
        if (text.empty()) return 0;
        auto& known = widths_[static_cast<std::size_t>(face)];
        if (text.size() > longest_remembered) return measured(text, face);
        const std::u32string key(text);
        const auto found = known.find(key);
        if (found != known.end()) return found->second;
        if (known.size() > most_remembered) known.clear();
        return known[key] = measured(text, face);
    }
    int height(Face face) override { return heights_[static_cast<std::size_t>(face)]; }
    int ascent(Face face) override { return ascents_[static_cast<std::size_t>(face)]; }
    int scaled(int pixels) const override { return window_.FromDIP(pixels); }

  private:
    int measured(std::u32string_view text, Face face) {
        dc_.SetFont(font(face));
        return dc_.GetTextExtent(from_code_points(text)).GetWidth();
    }
    wxWindow& window_;
    wxClientDC dc_;
    std::array<wxFont, 5> fonts_;
    std::array<int, 5> heights_{};
    std::array<int, 5> ascents_{};
    std::array<std::unordered_map<std::u32string, int>, 5> widths_;
};

DocumentView::DocumentView(wxWindow* parent, const wxString& name, OnTarget on_target)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxVSCROLL | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE | wxBORDER_NONE),
      on_target_(std::move(on_target)) {
    SetName(name);
    announce_names(*this);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(0, scroll_unit);
    SetSize(FromDIP(wxSize(120, 120)));  // until it is laid out: GTK complains of a scroll bar with too little room
    measure_ = std::make_unique<FontMeasure>(*this);
    Bind(wxEVT_PAINT, &DocumentView::on_paint, this);
    Bind(wxEVT_SIZE, &DocumentView::on_size, this);
    Bind(wxEVT_CHAR, &DocumentView::on_key, this);
    for (const auto& type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_MOTION, wxEVT_LEFT_DCLICK}) {
        Bind(type, &DocumentView::on_mouse, this);
    }
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { selecting_ = false; });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        Refresh();
        event.Skip();
    });
}

DocumentView::~DocumentView() = default;

void DocumentView::show(Document document, bool keep_place) {
    document_ = std::move(document);
    has_marks_ = std::any_of(document_.paragraphs.begin(), document_.paragraphs.end(),
                             [](const Paragraph& paragraph) { return !paragraph.marks.empty(); });
    selection_begin_.reset();
    selection_end_.reset();
    if (!keep_place) match_row_.reset();
    lay_out_again();
    if (!keep_place) Scroll(0, 0);
    Refresh();
}

void DocumentView::lay_out_again() {
    layout_ = lay_out(document_, text_width(), *measure_);
    SetVirtualSize(-1, layout_.height + 2 * margin());
}

int DocumentView::top() const {
    return GetViewStart().y * scroll_unit;
}

wxPoint DocumentView::to_layout(const wxPoint& point) const {
    return {point.x - left(), point.y + top() - margin()};
}

void DocumentView::on_size(wxSizeEvent& event) {
    if (text_width() != layout_.width) {
        // the row at the top stays at the top
        const std::optional<std::size_t> first = layout_.row_at(top() - margin());
        const bool scrolled = first.value_or(0) > 0;
        const std::size_t paragraph = scrolled ? layout_.rows[*first].paragraph : 0;
        lay_out_again();
        if (scrolled) Scroll(0, (layout_.tops[paragraph] + margin()) / scroll_unit);
        Refresh();
    }
    event.Skip();
}

bool DocumentView::scroll_to(const Target& target) {
    for (std::size_t i = 0; i < document_.paragraphs.size(); ++i) {
        if (document_.paragraphs[i].anchor != target) continue;
        int from = layout_.tops[i];
        int to = layout_.tops[i + 1];
        // with the passage that the card is about
        for (const Row& row : layout_.rows) {
            for (const Piece& piece : row.pieces) {
                if (document_.paragraphs[row.paragraph].spans[piece.span].fill == Fill::current) {
                    from = std::min(from, row.y);
                    to = std::max(to, row.y + row.height);
                }
            }
        }
        for (std::size_t card = i + 1; card < document_.paragraphs.size(); ++card) {
            if (document_.paragraphs[card].fill != Fill::card) break;
            to = std::max(to, layout_.tops[card + 1]);
        }
        const int height = GetClientSize().GetHeight();
        const int start = top() - margin();
        if (from >= start && to <= start + height) return true;
        const int above = std::max(0, from + margin() - std::max(FromDIP(20), (height - (to - from)) / 3));
        Scroll(0, above / scroll_unit);
        Refresh();
        return true;
    }
    return false;
}

bool DocumentView::scroll_to_match(bool forwards) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < layout_.rows.size(); ++i) {
        const Row& row = layout_.rows[i];
        const std::vector<Span>& spans = document_.paragraphs[row.paragraph].spans;
        if (std::ranges::any_of(row.pieces,
                                [&](const Piece& piece) { return spans[piece.span].fill == Fill::match; })) {
            rows.push_back(i);
        }
    }
    if (rows.empty()) return false;
    std::size_t wanted = forwards ? rows.front() : rows.back();
    if (match_row_ && forwards) {
        const auto after = std::ranges::upper_bound(rows, *match_row_);
        if (after != rows.end()) wanted = *after;
    } else if (match_row_) {
        const auto here = std::ranges::lower_bound(rows, *match_row_);
        if (here != rows.begin()) wanted = *std::prev(here);
    }
    match_row_ = wanted;
    const int third = GetClientSize().GetHeight() / 3;
    Scroll(0, std::max(0, layout_.rows[wanted].y + margin() - third) / scroll_unit);
    Refresh();
    return true;
}

void DocumentView::on_paint(wxPaintEvent&) {
    wxPaintDC dc(this);
    const Palette palette;
    dc.SetBackground(wxBrush(palette.background()));
    dc.Clear();
    const std::unique_ptr<wxGraphicsContext> shapes(wxGraphicsContext::Create(dc));
    if (!shapes) return;
    const int offset = margin() - top();
    const int height = GetClientSize().GetHeight();
    const std::size_t first = layout_.row_at(-offset).value_or(0);
    draw_paragraph_backgrounds(*shapes, document_, layout_, palette, *this, {left(), offset}, height);
    // in two columns the row beside the first one may begin higher
    for (std::size_t i = first - std::min<std::size_t>(first, 2); i < layout_.rows.size(); ++i) {
        const Row& row = layout_.rows[i];
        if (row.y + offset > height) break;
        const Paragraph& paragraph = document_.paragraphs[row.paragraph];
        const bool begins = i == 0 || layout_.rows[i - 1].paragraph != row.paragraph;
        if (begins && !paragraph.marks.empty()) draw_marks(dc, *shapes, paragraph, row.y + offset + row.baseline);
        draw_row(dc, *shapes, row, i, offset);
    }
}

void DocumentView::draw_row(wxDC& dc, wxGraphicsContext& shapes, const Row& row, std::size_t index, int offset) {
    const Palette palette;
    const Paragraph& paragraph = document_.paragraphs[row.paragraph];
    if (paragraph.meter) {
        draw_meter(shapes, palette, *paragraph.meter,
                   wxRect(left() + FromDIP(paragraph.indent), row.y + offset,
                          std::min(layout_.width - FromDIP(paragraph.indent), FromDIP(260)), row.height));
        return;
    }
    for (const Piece& piece : row.pieces) {
        const Span& span = paragraph.spans[piece.span];
        if (span.fill == Fill::none) continue;
        shapes.SetPen(*wxTRANSPARENT_PEN);
        shapes.SetBrush(wxBrush(palette.of(span.fill)));
        shapes.DrawRoundedRectangle(left() + piece.x - 1, row.y + offset - 1, piece.width + 2, row.height, FromDIP(3));
    }
    draw_selection(shapes, row, index, offset);
    for (const Piece& piece : row.pieces) {
        const Span& span = paragraph.spans[piece.span];
        const int x = left() + piece.x;
        dc.SetFont(measure_->font(span.face));
        dc.SetTextForeground(palette.of(span.ink));
        dc.DrawText(from_code_points(std::u32string_view(span.text).substr(piece.begin, piece.end - piece.begin)), x,
                    row.y + offset + row.baseline - measure_->ascent(span.face));
        if (span.struck) {
            const double y = row.y + offset + row.baseline - measure_->ascent(span.face) / 3.0;
            shapes.SetPen(wxPen(palette.of(span.ink), FromDIP(1)));
            shapes.StrokeLine(x, y, x + piece.width, y);
        }
        if (span.underline != Underline::none) {
            draw_underline(shapes, span.underline, palette.of(span.underline_ink), x, x + piece.width,
                           row.y + offset + row.baseline + FromDIP(2), FromDIP(1));
        }
    }
}

int DocumentView::mark_width(const Mark& mark) {
    const wxString text = wxString::Format("%zu", mark.count);
    return std::max(measure_->width(to_code_points(text), Face::small), FromDIP(7)) + FromDIP(4);
}

void DocumentView::draw_marks(wxDC& dc, wxGraphicsContext& shapes, const Paragraph& paragraph, int baseline) {
    const Palette palette;
    int x = margin();
    dc.SetFont(measure_->font(Face::small));
    for (const Mark& mark : paragraph.marks) {
        const wxColour colour = palette.of(mark.ink);
        const int width = mark_width(mark);
        dc.SetTextForeground(colour);
        dc.DrawText(wxString::Format("%zu", mark.count), x, baseline - measure_->ascent(Face::small));
        draw_underline(shapes, mark.underline, colour, x, x + width - FromDIP(4), baseline + FromDIP(2), FromDIP(1));
        x += width;
    }
}

const Mark* DocumentView::mark_under(const wxPoint& point) {
    const std::optional<std::size_t> index = layout_.row_at(point.y);
    if (!index || point.x >= 0) return nullptr;
    int x = margin() - left();
    for (const Mark& mark : document_.paragraphs[layout_.rows[*index].paragraph].marks) {
        const int width = mark_width(mark);
        if (point.x >= x && point.x < x + width) return &mark;
        x += width;
    }
    return nullptr;
}

void DocumentView::scroll_back(int pixels) {
    Scroll(0, pixels / scroll_unit);
}

void DocumentView::draw_selection(wxGraphicsContext& shapes, const Row& row, std::size_t index, int offset) {
    if (!selection_begin_ || !selection_end_ || *selection_begin_ == *selection_end_) return;
    const auto [from, to] = std::minmax(*selection_begin_, *selection_end_);
    if (index < from.row || index > to.row) return;
    const int begin = index == from.row ? x_of(row, from.character) : 0;
    const int end = index == to.row ? x_of(row, to.character) : layout_.width;
    wxColour colour = wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT);
    shapes.SetPen(*wxTRANSPARENT_PEN);
    shapes.SetBrush(wxBrush(wxColour(colour.Red(), colour.Green(), colour.Blue(), 90)));
    shapes.DrawRectangle(left() + begin, row.y + offset, end - begin, row.height);
}

std::u32string DocumentView::row_text(const Row& row) const {
    std::u32string text;
    for (const Piece& piece : row.pieces) {
        text += document_.paragraphs[row.paragraph].spans[piece.span].text.substr(piece.begin, piece.end - piece.begin);
    }
    return text;
}

int DocumentView::x_of(const Row& row, std::size_t character) {
    int x = row.pieces.empty() ? 0 : row.pieces.front().x;
    for (const Piece& piece : row.pieces) {
        const std::size_t length = piece.end - piece.begin;
        if (character <= length) {
            const Span& span = document_.paragraphs[row.paragraph].spans[piece.span];
            return piece.x + measure_->width(std::u32string_view(span.text).substr(piece.begin, character), span.face);
        }
        character -= length;
        x = piece.x + piece.width;
    }
    return x;
}

DocumentView::Place DocumentView::place_at(const wxPoint& point) {
    const std::optional<std::size_t> index = layout_.row_at(point.y);
    if (!index) return {};
    const Row& row = layout_.rows[*index];
    const std::size_t length = row_text(row).size();
    std::size_t character = 0;
    while (character < length && (x_of(row, character) + x_of(row, character + 1)) / 2 <= point.x) ++character;
    return {*index, character};
}

std::u32string DocumentView::selection() const {
    if (!selection_begin_ || !selection_end_) return {};
    const auto [from, to] = std::minmax(*selection_begin_, *selection_end_);
    std::u32string text;
    for (std::size_t i = from.row; i <= to.row && i < layout_.rows.size(); ++i) {
        const std::u32string row = row_text(layout_.rows[i]);
        const std::size_t begin = i == from.row ? std::min(from.character, row.size()) : 0;
        const std::size_t end = i == to.row ? std::min(to.character, row.size()) : row.size();
        if (i > from.row && layout_.rows[i].paragraph != layout_.rows[i - 1].paragraph) text += U'\n';
        text += row.substr(begin, end - begin);
    }
    return text;
}

const Span* DocumentView::span_under(const wxPoint& point) const {
    const auto place = layout_.span_at(point.x, point.y);
    return place ? &document_.paragraphs[place->first].spans[place->second] : nullptr;
}

void DocumentView::on_mouse(wxMouseEvent& event) {
    const wxPoint point = to_layout(event.GetPosition());
    if (event.LeftDown()) {
        SetFocus();
        selection_begin_ = selection_end_ = place_at(point);
        selecting_ = true;
        if (!HasCapture()) CaptureMouse();
        Refresh();
    } else if (event.Dragging() && selecting_) {
        selection_end_ = place_at(point);
        Refresh();
    } else if (event.LeftUp()) {
        if (HasCapture()) ReleaseMouse();
        const bool clicked = selecting_ && selection_begin_ == selection_end_;
        selecting_ = false;
        const Span* const span = span_under(point);
        const Mark* const mark = mark_under(point);
        if (clicked && mark != nullptr) {
            const Target target = mark->target;  // the document may go while it is told
            on_target_(target);
        } else if (clicked && span != nullptr && span->target) {
            const Target target = *span->target;
            on_target_(target);
        }
    } else if (event.Moving()) {
        const Span* const span = span_under(point);
        SetCursor((span != nullptr && span->target) || mark_under(point) != nullptr ? wxCursor(wxCURSOR_HAND)
                                                                                    : wxNullCursor);
    }
    event.Skip();
}

void DocumentView::scroll_by(int pixels) {
    Scroll(0, std::max(0, (top() + pixels) / scroll_unit));
    Refresh();
}

void DocumentView::on_key(wxKeyEvent& event) {
    const int page = GetClientSize().GetHeight() - FromDIP(40);
    switch (event.GetKeyCode()) {
        case WXK_UP:
            scroll_by(-FromDIP(40));
            return;
        case WXK_DOWN:
            scroll_by(FromDIP(40));
            return;
        case WXK_PAGEUP:
            scroll_by(-page);
            return;
        case WXK_PAGEDOWN:
            scroll_by(page);
            return;
        case WXK_SPACE:
            scroll_by(event.ShiftDown() ? -page : page);
            return;
        case WXK_HOME:
            scroll_by(-layout_.height);
            return;
        case WXK_END:
            scroll_by(layout_.height);
            return;
        case WXK_TAB:
            Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
            return;
        case WXK_CONTROL_C:
            if (wxClipboardLocker locker; !!locker && !selection().empty()) {
                wxTheClipboard->SetData(new wxTextDataObject(from_code_points(selection())));
            }
            return;
        default:
            event.Skip();
    }
}

}  // namespace relis::app
