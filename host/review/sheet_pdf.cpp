// A sheet on paper: Pango lays the lines out, Cairo draws them on A4 pages, in a PDF or wherever one is wanted.
#include <algorithm>
#include <memory>
#include <stdexcept>

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/markup.h"
#include "review/sheet_pages.h"

namespace relis::review {

namespace {

// In points, 72 an inch
constexpr double margin = 54;
constexpr double foot = 34;
constexpr double bar_height = 6;
constexpr double text_size = 10.5;

struct Colour {
    double red, green, blue;
};
constexpr Colour ink{0.11, 0.15, 0.20};
constexpr Colour accent{0.12, 0.37, 0.66};
constexpr Colour quiet{0.54, 0.59, 0.65};

/// The look of a span in Pango's markup, which takes the same escapes as HTML.
std::string markup_of(const Span& span) {
    // The shopper's own words stay as they are
    std::string text = escape_markup(span.look == Span::Look::mark ? span.text : with_fixed_spaces(span.text));
    switch (span.look) {
        case Span::Look::strong:
            return "<b>" + text + "</b>";
        case Span::Look::mark:
            return "<span background=\"#ffe9a8\">" + text + "</span>";
        case Span::Look::soft:
            return "<span foreground=\"#4a5866\" size=\"92%\">" + text + "</span>";
        case Span::Look::plain:
            break;
    }
    return text;
}

std::string markup_of(const Block& block) {
    std::string text;
    for (const Span& span : block.spans) {
        text += markup_of(span);
    }
    return text;
}

cairo_status_t append(void* content, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(content)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// Where pages are drawn: one after the other.
class Paper {
  public:
    Paper() = default;
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;
    virtual ~Paper() = default;
    /// What the page is drawn onto.
    virtual cairo_t* page(int number) = 0;
    virtual void end_page(int number) = 0;
};

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

class PdfPaper final : public Paper {
  public:
    explicit PdfPaper(const std::string& title)
        : surface_(cairo_pdf_surface_create_for_stream(append, &content_, page_width, page_height),
                   &cairo_surface_destroy),
          cairo_(cairo_create(surface_.get()), &cairo_destroy) {
        cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    }
    cairo_t* page(int) override { return cairo_.get(); }
    void end_page(int) override { cairo_show_page(cairo_.get()); }

    std::string finish() {
        cairo_.reset();
        cairo_surface_finish(surface_.get());
        if (const cairo_status_t status = cairo_surface_status(surface_.get()); status != CAIRO_STATUS_SUCCESS) {
            throw LabelledError(make_label("impossible de dessiner le PDF : {}", "cannot draw the PDF: {}",
                                           cairo_status_to_string(status)));
        }
        return std::move(content_);
    }

  private:
    std::string content_;
    Surface surface_;
    Context cairo_;
};

/// Keeps each page as a drawing.
class KeptPaper final : public Paper {
  public:
    cairo_t* page(int) override {
        const cairo_rectangle_t whole{0, 0, page_width, page_height};
        pages_.emplace_back(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &whole), &cairo_surface_destroy);
        cairo_.reset(cairo_create(pages_.back().get()));
        return cairo_.get();
    }
    void end_page(int) override {}
    std::vector<PageDrawing> finish() {
        cairo_.reset();
        return std::move(pages_);
    }

  private:
    std::vector<PageDrawing> pages_;
    Context cairo_{nullptr, &cairo_destroy};
};

class Pages {
  public:
    explicit Pages(Paper& paper) : paper_(paper), cairo_(paper.page(1)) {}

    void draw(const Block& block) {
        switch (block.kind) {
            case Block::Kind::heading:
                return heading(block);
            case Block::Kind::paragraph:
                return write(markup_of(block), indent_, 4);
            case Block::Kind::item:
                return item(block);
            case Block::Kind::gauge:
                return gauge(block);
            case Block::Kind::message:
                return message(block);
            case Block::Kind::frame_begin:
                top_ += 6;
                indent_ = 12;
                return;
            case Block::Kind::frame_end:
                indent_ = 0;
                return rule();
            case Block::Kind::fold_begin:
                return write("<b>" + markup_of(block) + "</b>", 0, 4);
            case Block::Kind::fold_end:
                return;
        }
    }

    /// Ends the last page.
    void finish() { end_page(); }

  private:
    using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;

    Layout layout(const std::string& markup, double indent, double size) {
        Layout made(pango_cairo_create_layout(cairo_), &g_object_unref);
        const std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> font(
            pango_font_description_from_string("DejaVu Sans, sans-serif"), &pango_font_description_free);
        pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(made.get(), font.get());
        pango_layout_set_width(made.get(), static_cast<int>((page_width - 2 * margin - indent) * PANGO_SCALE));
        pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
        pango_layout_set_line_spacing(made.get(), 1.2F);
        pango_layout_set_markup(made.get(), markup.data(), static_cast<int>(markup.size()));
        return made;
    }

    /// Draws lines of text, going to the next page between them; `after` is left free below.
    void write(const std::string& markup, double indent, double after, double size = text_size) {
        const Layout text = layout(markup, indent, size);
        const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> line(
            pango_layout_get_iter(text.get()), &pango_layout_iter_free);
        do {
            PangoRectangle logical;
            pango_layout_iter_get_line_extents(line.get(), nullptr, &logical);
            const double height = static_cast<double>(logical.height) / PANGO_SCALE;
            make_room(height);
            const double baseline =
                static_cast<double>(pango_layout_iter_get_baseline(line.get()) - logical.y) / PANGO_SCALE;
            colour(ink);
            cairo_move_to(cairo_, margin + indent + static_cast<double>(logical.x) / PANGO_SCALE, top_ + baseline);
            pango_cairo_show_layout_line(cairo_, pango_layout_iter_get_line_readonly(line.get()));
            top_ += height;
        } while (pango_layout_iter_next_line(line.get()) != FALSE);
        top_ += after;
    }

    void heading(const Block& block) {
        const double size = block.level == 1 ? 18 : block.level == 2 ? 13.5 : 11.5;
        top_ += block.level == 1 ? 0 : block.level == 2 ? 12 : 4;
        make_room(size * 4);  // never alone at the foot of a page
        write("<b>" + markup_of(block) + "</b>", indent_, 4, size);
    }

    void item(const Block& block) {
        make_room(text_size * 1.5);
        const double before = top_;
        const int page = page_;
        write("•", indent_, 0);
        if (page == page_) {
            top_ = before;
        }
        write(markup_of(block), indent_ + 12, 2);
    }

    void gauge(const Block& block) {
        make_room(text_size * 3);
        const std::string value = block.value ? french_score(*block.value) + " sur 5" : "non évalué";
        write(markup_of(block) + " : <b>" + value + "</b>", indent_, 3, 12.5);
        if (!block.value) {
            return;
        }
        const double width = page_width - 2 * margin - indent_;
        colour(accent);
        cairo_rectangle(cairo_, margin + indent_, top_, width * std::clamp(*block.value, 0.0, 5.0) / 5, bar_height);
        cairo_fill(cairo_);
        colour(quiet);
        cairo_set_line_width(cairo_, 0.6);
        cairo_rectangle(cairo_, margin + indent_, top_, width, bar_height);
        cairo_stroke(cairo_);
        top_ += bar_height + 5;
    }

    void message(const Block& block) {
        const double before = top_;
        const int page = page_;
        write(markup_of(block), 12, 6);
        colour(accent);
        cairo_rectangle(cairo_, margin, page == page_ ? before : margin, 2.5,
                        top_ - (page == page_ ? before : margin) - 4);
        cairo_fill(cairo_);
    }

    void rule() {
        colour(quiet);
        cairo_set_line_width(cairo_, 0.5);
        cairo_move_to(cairo_, margin, top_ + 2);
        cairo_line_to(cairo_, page_width - margin, top_ + 2);
        cairo_stroke(cairo_);
        top_ += 4;
    }

    void make_room(double height) {
        if (top_ + height > page_height - margin) {
            end_page();
            ++page_;
            cairo_ = paper_.page(page_);
            top_ = margin;
        }
    }

    void end_page() {
        const Layout number = layout(fmt::format("<span foreground=\"#4a5866\">{}</span>", page_), 0, 9);
        cairo_move_to(cairo_, margin, page_height - foot);
        pango_cairo_show_layout(cairo_, number.get());
        paper_.end_page(page_);
    }

    void colour(const Colour& colour) { cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue); }

    Paper& paper_;
    cairo_t* cairo_;
    double top_ = margin;
    double indent_ = 0;
    int page_ = 1;
};

void draw_on(Paper& paper, const Sheet& sheet) {
    Pages pages(paper);
    for (const Block& block : sheet.blocks) {
        pages.draw(block);
    }
    pages.finish();
}

}  // namespace

std::string pdf_of(const Sheet& sheet) {
    PdfPaper paper(sheet.title);
    draw_on(paper, sheet);
    return paper.finish();
}

std::vector<PageDrawing> pages_of(const Sheet& sheet) {
    KeptPaper paper;
    draw_on(paper, sheet);
    return paper.finish();
}

}  // namespace relis::review
