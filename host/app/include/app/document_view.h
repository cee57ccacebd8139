#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include <wx/font.h>
#include <wx/scrolwin.h>

#include "app/document.h"

class wxGraphicsContext;

namespace relis::app {

/// Draws a Document and scrolls it; text can be selected with the mouse and copied; a click on a target is told. Only
/// the rows in sight are drawn.
class DocumentView : public wxScrolledCanvas {
  public:
    using OnTarget = std::function<void(const Target&)>;

    DocumentView(wxWindow* parent, const wxString& name, OnTarget on_target);
    ~DocumentView() override;
    DocumentView(const DocumentView&) = delete;
    DocumentView& operator=(const DocumentView&) = delete;

    /// Shows another document; `keep_place` leaves the scrolling as it is.
    void show(Document document, bool keep_place);
    [[nodiscard]] const Document& document() const { return document_; }
    [[nodiscard]] const TextLayout& layout() const { return layout_; }
    /// Scrolls as little as needed to have that target's anchor in sight; false where it has none here.
    bool scroll_to(const Target& target);
    /// Scrolls to the next (or previous) place that is marked as found, going round at the ends; false without any.
    bool scroll_to_match(bool forwards);
    /// Where the rows' own x begins in the window, pixels.
    [[nodiscard]] int text_left() const { return left(); }
    /// How far it is scrolled, pixels, to come back to.
    [[nodiscard]] int scrolled() const { return top(); }
    void scroll_back(int pixels);
    /// The selected text; empty: none.
    [[nodiscard]] std::u32string selection() const;

  private:
    class FontMeasure;
    struct Place {
        std::size_t row = 0;
        std::size_t character = 0;  ///< in the row
        auto operator<=>(const Place&) const = default;
    };

    void lay_out_again();
    void on_paint(wxPaintEvent& event);
    void on_size(wxSizeEvent& event);
    void on_mouse(wxMouseEvent& event);
    void on_key(wxKeyEvent& event);
    void scroll_by(int pixels);
    void draw_row(wxDC& dc, wxGraphicsContext& shapes, const Row& row, std::size_t index, int offset);
    void draw_selection(wxGraphicsContext& shapes, const Row& row, std::size_t index, int offset);
    void draw_marks(wxDC& dc, wxGraphicsContext& shapes, const Paragraph& paragraph, int baseline);
    [[nodiscard]] int margin() const { return FromDIP(12); }
    /// Where the text begins: after the margin and the counts in it.
    [[nodiscard]] int left() const { return margin() + (has_marks_ ? FromDIP(46) : 0); }
    [[nodiscard]] int text_width() const {
        return std::max(GetClientSize().GetWidth() - left() - margin(), FromDIP(80));
    }
    [[nodiscard]] int mark_width(const Mark& mark);
    [[nodiscard]] const Mark* mark_under(const wxPoint& point);
    [[nodiscard]] int top() const;
    [[nodiscard]] wxPoint to_layout(const wxPoint& point) const;
    [[nodiscard]] Place place_at(const wxPoint& point);
    [[nodiscard]] int x_of(const Row& row, std::size_t character);
    [[nodiscard]] std::u32string row_text(const Row& row) const;
    [[nodiscard]] const Span* span_under(const wxPoint& point) const;

    Document document_;
    TextLayout layout_;
    OnTarget on_target_;
    std::unique_ptr<FontMeasure> measure_;
    std::optional<Place> selection_begin_;
    std::optional<Place> selection_end_;
    std::optional<std::size_t> match_row_;  ///< the one scrolled to last
    bool selecting_ = false;
    bool has_marks_ = false;
};

}  // namespace relis::app
