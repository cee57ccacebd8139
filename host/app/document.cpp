#include "app/document.h"

#include <algorithm>

namespace relis::app {
namespace {

constexpr int meter_height = 10;
constexpr int card_padding = 8;
constexpr int column_gap = 28;

/// Whether a row may end at this character: at a space, but for those that French keeps beside its marks.
bool breaks_at(std::u32string_view text, std::size_t at) {
    if (text[at] != U' ') return false;
    if (at > 0 && text[at - 1] == U'«') return false;
    return at + 1 == text.size() || std::u32string_view(U"»?!;:").find(text[at + 1]) == std::u32string_view::npos;
}

/// Breaks one paragraph into rows.
class Breaker {
  public:
    /// Between `from` and `to`, pixels from the left.
    Breaker(const Paragraph& paragraph, std::size_t index, int from, int to, Measure& measure, TextLayout& layout,
            int y)
        : paragraph_(paragraph), index_(index), measure_(measure), layout_(layout), y_(y) {
        const int padding = paragraph.fill == Fill::none ? 0 : measure.scaled(card_padding);
        left_ = from + measure.scaled(paragraph.indent) + padding;
        right_ = std::max(to - padding, left_ + 1);
        x_ = left_;
    }

    int run() {
        for (std::size_t span = 0; span < paragraph_.spans.size(); ++span) {
            const std::u32string& text = paragraph_.spans[span].text;
            std::size_t at = 0;
            while (at < text.size()) {
                if (text[at] == U'\n') {
                    place_word();
                    finish_row();
                    ++at;
                } else if (breaks_at(text, at)) {
                    place_word();
                    place({span, at, at + 1, 0, width_of(span, at, at + 1)});
                    ++at;
                } else {
                    std::size_t end = at;
                    while (end < text.size() && text[end] != U'\n' && !breaks_at(text, end)) ++end;
                    add_to_word({span, at, end, 0, width_of(span, at, end)});
                    at = end;
                }
            }
        }
        place_word();
        if (!row_.empty() || paragraph_.spans.empty() || !any_row_) finish_row();
        return y_;
    }

  private:
    [[nodiscard]] int width_of(std::size_t span, std::size_t begin, std::size_t end) {
        const Span& whole = paragraph_.spans[span];
        return measure_.width(std::u32string_view(whole.text).substr(begin, end - begin), whole.face);
    }

    void add_to_word(const Piece& piece) {
        word_.push_back(piece);
        word_width_ += piece.width;
    }

    void place_word() {
        if (word_.empty()) return;
        if (x_ + word_width_ > right_ && x_ > left_) finish_row();
        if (word_width_ > right_ - left_) {
            for (const Piece& piece : word_) place_in_parts(piece);
        } else {
            for (const Piece& piece : word_) place(piece);
        }
        word_.clear();
        word_width_ = 0;
    }

    /// A word wider than a row: as many characters a row as fit, by halving.
    void place_in_parts(Piece piece) {
        while (piece.begin < piece.end) {
            std::size_t fits = piece.begin + 1;
            std::size_t too_far = piece.end + 1;
            while (fits + 1 < too_far) {
                const std::size_t middle = fits + (too_far - fits) / 2;
                (x_ + width_of(piece.span, piece.begin, middle) <= right_ ? fits : too_far) = middle;
            }
            place({piece.span, piece.begin, fits, 0, width_of(piece.span, piece.begin, fits)});
            piece.begin = fits;
            if (piece.begin < piece.end) finish_row();
        }
    }

    void place(Piece piece) {
        x_ += piece.width;
        if (!row_.empty() && row_.back().span == piece.span && row_.back().end == piece.begin) {
            row_.back().end = piece.end;
        } else {
            row_.push_back(piece);
        }
    }

    void finish_row() {
        Row row;
        row.paragraph = index_;
        row.y = y_;
        int below = 0;
        for (const Piece& piece : row_) {
            const Face face = paragraph_.spans[piece.span].face;
            row.baseline = std::max(row.baseline, measure_.ascent(face));
            below = std::max(below, measure_.height(face) - measure_.ascent(face));
        }
        if (row_.empty()) {
            row.baseline = measure_.ascent(Face::body);
            below = measure_.height(Face::body) - row.baseline;
        }
        const int leading = measure_.scaled(4);  // room for the underlines
        row.height = row.baseline + below + leading;
        int x = left_;
        for (Piece& piece : row_) {
            // measured as a whole: the widths of its words add up to something slightly else
            piece.x = x;
            piece.width = width_of(piece.span, piece.begin, piece.end);
            x += piece.width;
        }
        row.pieces = std::move(row_);
        row_.clear();
        layout_.rows.push_back(std::move(row));
        y_ += layout_.rows.back().height;
        x_ = left_;
        any_row_ = true;
    }

    const Paragraph& paragraph_;
    std::size_t index_;
    Measure& measure_;
    TextLayout& layout_;
    int y_;
    int left_ = 0;
    int right_ = 0;
    int x_ = 0;
    std::vector<Piece> row_;
    std::vector<Piece> word_;
    int word_width_ = 0;
    bool any_row_ = false;
};

}  // namespace

TextLayout lay_out(const Document& document, int width, Measure& measure) {
    TextLayout layout;
    layout.width = width;
    int y = 0;
    int pair_top = 0;              // of the left paragraph that a right one follows
    std::size_t rows_of_left = 0;  // index of its first row
    const int gap = measure.scaled(column_gap);
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
        const Paragraph& paragraph = document.paragraphs[i];
        if (paragraph.side == Side::right) {
            layout.tops.push_back(pair_top);
            const std::size_t rows_of_right = layout.rows.size();
            const int end = Breaker(paragraph, i, (width + gap) / 2, width, measure, layout, pair_top).run();
            y = std::max(y, end);
            const auto at = [&](std::size_t row) { return layout.rows.begin() + static_cast<std::ptrdiff_t>(row); };
            std::inplace_merge(at(rows_of_left), at(rows_of_right), layout.rows.end(),
                               [](const Row& a, const Row& b) { return a.y < b.y; });
            continue;
        }
        y += measure.scaled(paragraph.before);
        pair_top = y;
        rows_of_left = layout.rows.size();
        layout.tops.push_back(y);
        const int padding = paragraph.fill == Fill::none ? 0 : measure.scaled(card_padding) / 2;
        if (paragraph.meter) {
            Row row;
            row.paragraph = i;
            row.y = y;
            row.height = measure.scaled(meter_height);
            layout.rows.push_back(row);
            y += row.height;
        } else {
            const int to = paragraph.side == Side::left ? (width - gap) / 2 : width;
            y = Breaker(paragraph, i, 0, to, measure, layout, y + padding).run() + padding;
        }
    }
    layout.tops.push_back(y);
    layout.height = y;
    return layout;
}

std::optional<std::size_t> TextLayout::row_at(int y) const {
    if (rows.empty()) return std::nullopt;
    const auto after =
        std::upper_bound(rows.begin(), rows.end(), y, [](int height, const Row& row) { return height < row.y; });
    return after == rows.begin() ? 0 : static_cast<std::size_t>(after - rows.begin()) - 1;
}

std::optional<std::pair<std::size_t, std::size_t>> TextLayout::span_at(int x, int y) const {
    const std::optional<std::size_t> index = row_at(y);
    if (!index) return std::nullopt;
    // in two columns neighbouring rows stand beside each other
    for (std::size_t back = 0; back < 3 && back <= *index; ++back) {
        const Row& row = rows[*index - back];
        if (y < row.y || y >= row.y + row.height) continue;
        for (const Piece& piece : row.pieces) {
            if (x >= piece.x && x < piece.x + piece.width) return std::pair(row.paragraph, piece.span);
        }
    }
    return std::nullopt;
}

}  // namespace relis::app
