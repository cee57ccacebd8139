#include "app/document.h"

#include <gtest/gtest.h>

namespace relis::app {
namespace {

/// Every character is 10 wide and 20 high.
class Monospaced final : public Measure {
  public:
    int width(std::u32string_view text, Face) override { return static_cast<int>(text.size()) * 10; }
    int height(Face) override { return 20; }
    int ascent(Face) override { return 15; }
    int scaled(int pixels) const override { return pixels; }
};

Document one_paragraph(std::vector<std::u32string> texts) {
    Document document;
    Paragraph paragraph;
    for (std::u32string& text : texts) {
        Span span;
        span.text = std::move(text);
        paragraph.spans.push_back(std::move(span));
    }
    document.paragraphs.push_back(std::move(paragraph));
    return document;
}

std::vector<std::u32string> rows_of(const Document& document, const TextLayout& layout) {
    std::vector<std::u32string> rows;
    for (const Row& row : layout.rows) {
        std::u32string text;
        for (const Piece& piece : row.pieces) {
            text +=
                document.paragraphs[row.paragraph].spans[piece.span].text.substr(piece.begin, piece.end - piece.begin);
        }
        rows.push_back(text);
    }
    return rows;
}

TEST(DocumentLayout, BreaksBetweenWords) {
    Monospaced measure;
    const Document document = one_paragraph({U"un deux trois"});
    EXPECT_EQ(rows_of(document, lay_out(document, 80, measure)), (std::vector<std::u32string>{U"un deux ", U"trois"}));
}

TEST(DocumentLayout, KeepsFrenchMarksBesideTheirWords) {
    Monospaced measure;
    const Document document = one_paragraph({U"il dit « oui » ou non ?"});
    EXPECT_EQ(rows_of(document, lay_out(document, 100, measure)),
              (std::vector<std::u32string>{U"il dit ", U"« oui » ou ", U"non ?"}));
}

TEST(DocumentLayout, KeepsAWordTogetherAcrossSpans) {
    Monospaced measure;
    const Document document = one_paragraph({U"un de", U"ux"});
    EXPECT_EQ(rows_of(document, lay_out(document, 60, measure)), (std::vector<std::u32string>{U"un ", U"deux"}));
}

TEST(DocumentLayout, BreaksInsideAWordThatIsTooLong) {
    Monospaced measure;
    const Document document = one_paragraph({U"abcdefghij"});
    EXPECT_EQ(rows_of(document, lay_out(document, 40, measure)),
              (std::vector<std::u32string>{U"abcd", U"efgh", U"ij"}));
}

TEST(DocumentLayout, KeepsLineBreaks) {
    Monospaced measure;
    const Document document = one_paragraph({U"a\n\nb"});
    EXPECT_EQ(rows_of(document, lay_out(document, 400, measure)), (std::vector<std::u32string>{U"a", U"", U"b"}));
}

TEST(DocumentLayout, LosesNoCharacterAtAnyWidth) {
    Monospaced measure;
    const std::u32string text = U"Une phrase assez longue, avec  deux espaces et anticonstitutionnellement un mot.";
    for (int width = 1; width < 900; width += 13) {
        const Document document = one_paragraph({text});
        std::u32string joined;
        for (const std::u32string& row : rows_of(document, lay_out(document, width, measure))) joined += row;
        EXPECT_EQ(joined, text) << "at width " << width;
    }
}

TEST(DocumentLayout, FindsTheSpanUnderAPoint) {
    Monospaced measure;
    const Document document = one_paragraph({U"un ", U"deux"});
    const TextLayout layout = lay_out(document, 400, measure);
    EXPECT_EQ(layout.span_at(5, 5), std::pair(std::size_t{0}, std::size_t{0}));
    EXPECT_EQ(layout.span_at(35, 5), std::pair(std::size_t{0}, std::size_t{1}));
    EXPECT_FALSE(layout.span_at(390, 5));
    EXPECT_FALSE(layout.span_at(5, 500));
}

TEST(DocumentLayout, SurvivesAnEmptyDocument) {
    Monospaced measure;
    const TextLayout layout = lay_out(Document{}, 100, measure);
    EXPECT_EQ(layout.height, 0);
    EXPECT_FALSE(layout.row_at(10));
}

}  // namespace
}  // namespace relis::app
