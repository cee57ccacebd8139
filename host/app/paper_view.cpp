#include "app/paper_view.h"

#include <algorithm>
#include <memory>

#include <cairo.h>
#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>
#include <wx/graphics.h>

namespace relis::app {

namespace {

constexpr int step = 16;
constexpr int gap = 12;          ///< between pages, DIPs
constexpr int best_width = 720;  ///< of a page, DIPs; narrower where the window is

void put_down(const review::PageDrawing& page, cairo_t* onto) {
    cairo_set_source_surface(onto, page.get(), 0, 0);
    cairo_paint(onto);
}

}  // namespace

PaperView::PaperView(wxWindow* parent, const wxString& name) : wxScrolledCanvas(parent) {
    SetName(name);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(step, step);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        lay_out();
        event.Skip();
    });
}

void PaperView::show(std::vector<review::PageDrawing> pages) {
    pages_ = std::move(pages);
    page_pixels_ = 0;
    lay_out();
    Scroll(0, 0);
}

void PaperView::lay_out() {
    const int width = std::max(step, std::min(FromDIP(best_width), GetClientSize().x - 2 * FromDIP(gap)));
    if (width != page_pixels_) {
        page_pixels_ = width;
        pictures_.assign(pages_.size(), std::nullopt);
    }
    const int height = static_cast<int>(width * review::page_height / review::page_width);
    SetVirtualSize(width + 2 * FromDIP(gap), static_cast<int>(pages_.size()) * (height + FromDIP(gap)) + FromDIP(gap));
    Refresh();
}

const wxBitmap& PaperView::picture(std::size_t page) {
    std::optional<wxBitmap>& kept = pictures_[page];
    if (!kept) {
        const double scale = page_pixels_ / review::page_width;
        kept.emplace(page_pixels_, static_cast<int>(page_pixels_ * review::page_height / review::page_width));
        wxMemoryDC memory(*kept);
        memory.SetBackground(*wxWHITE_BRUSH);
        memory.Clear();
        const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(memory));
        context->Scale(scale, scale);
        put_down(pages_[page], static_cast<cairo_t*>(context->GetNativeContext()));
    }
    return *kept;
}

void PaperView::paint() {
    wxAutoBufferedPaintDC canvas(this);
    DoPrepareDC(canvas);
    canvas.SetBackground(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE).ChangeLightness(88));
    canvas.Clear();
    const int height = static_cast<int>(page_pixels_ * review::page_height / review::page_width);
    const int left = std::max(FromDIP(gap), (GetClientSize().x - page_pixels_) / 2);
    const wxPoint from = CalcUnscrolledPosition(wxPoint(0, 0));
    for (std::size_t page = 0; page < pages_.size(); ++page) {
        const int top = FromDIP(gap) + static_cast<int>(page) * (height + FromDIP(gap));
        if (top + height >= from.y && top <= from.y + GetClientSize().y) {
            canvas.DrawBitmap(picture(page), left, top);
        }
    }
}

SheetPrintout::SheetPrintout(const wxString& title, std::vector<review::PageDrawing> pages)
    : wxPrintout(title), pages_(std::move(pages)) {}

bool SheetPrintout::HasPage(int page) {
    return page >= 1 && static_cast<std::size_t>(page) <= pages_.size();
}

void SheetPrintout::GetPageInfo(int* first, int* last, int* from, int* to) {
    *first = *from = 1;
    *last = *to = static_cast<int>(pages_.size());
}

bool SheetPrintout::OnPrintPage(int page) {
    auto* const onto = static_cast<cairo_t*>(GetDC()->GetImpl()->GetCairoContext());
    if (onto == nullptr) {
        return false;
    }
    // GTK's printer counts in points, as the pages do; paper of another size gets them smaller or larger
    int across = 0;
    int down = 0;
    GetPageSizeMM(&across, &down);
    constexpr double points_a_millimetre = 72 / 25.4;
    const double scale =
        std::min(across * points_a_millimetre / review::page_width, down * points_a_millimetre / review::page_height);
    cairo_save(onto);
    // GTK begins within the printer's margins; the pages have their own, wider ones
    cairo_matrix_t begin;
    cairo_get_matrix(onto, &begin);
    if (begin.xy == 0 && begin.yx == 0 && begin.xx > 0 && begin.yy > 0) {
        cairo_translate(onto, -begin.x0 / begin.xx, -begin.y0 / begin.yy);
    }
    cairo_scale(onto, scale, scale);
    put_down(pages_[static_cast<std::size_t>(page - 1)], onto);
    cairo_restore(onto);
    return true;
}

}  // namespace relis::app
