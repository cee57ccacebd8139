#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relis::app {

/// What a text is drawn with. Meanings, not colours: the palette of the window turns them into colours that fit the
/// desktop's light or dark theme.
enum class Ink { text, muted, accent, good, warning, bad, spelling, grammar, typography, content };
enum class Face { body, small, bold, heading, title };
/// The line under a passage. Categories differ in line and in colour, so that neither alone has to be seen.
enum class Underline { none, squiggle, doubled, dotted, dashed };
enum class Fill { none, card, current, alarm, match };

/// What a click on a passage leads to.
struct Target {
    /// What is done there.
    enum class Act {
        go,
        correct,
        dismiss,
        take_back,
        edit,
        reset,
        override_score,
        restore_score,
        waive,
        attachment,
        revisions
    };

    std::optional<std::size_t> finding;  ///< index of ReportPage::findings
    std::string question;                ///< otherwise this question, or criterion; empty: the head of the report
    Act act = Act::go;
    std::size_t number = 0;  ///< of the suggestion, or the attachment
    bool operator==(const Target&) const = default;
};

struct Span {
    std::u32string text;
    Face face = Face::body;
    Ink ink = Ink::text;
    Underline underline = Underline::none;
    Ink underline_ink = Ink::text;
    Fill fill = Fill::none;
    bool struck = false;  ///< a line through it: it no longer reads so
    std::optional<Target> target;
};

/// A bar that shows a score out of five.
struct Meter {
    std::optional<double> value;    ///< absent: drawn empty and dashed
    std::optional<double> machine;  ///< what the machine had said, where a person's score is shown: a mark on the bar
};

/// A count in the margin, drawn as its findings are.
struct Mark {
    std::size_t count = 0;
    Ink ink = Ink::text;
    Underline underline = Underline::none;
    Target target;  ///< the first of them
};

/// Where a paragraph stands. A right one follows its left one and begins at its height.
enum class Side { whole, left, right };

struct Paragraph {
    std::vector<Span> spans;
    int indent = 0;  ///< device independent pixels
    int before = 0;  ///< space above, the same
    Fill fill = Fill::none;
    Side side = Side::whole;
    std::vector<Mark> marks;       ///< in the margin beside its first row
    std::optional<Meter> meter;    ///< drawn in place of text
    bool rule = false;             ///< a thin line above
    std::optional<Target> anchor;  ///< where that target's way leads when one scrolls to it
};

struct Document {
    std::vector<Paragraph> paragraphs;
};

/// How wide and high text is in a window's fonts.
class Measure {
  public:
    Measure() = default;
    Measure(const Measure&) = delete;
    Measure& operator=(const Measure&) = delete;
    virtual ~Measure() = default;
    /// Pixels.
    [[nodiscard]] virtual int width(std::u32string_view text, Face face) = 0;
    [[nodiscard]] virtual int height(Face face) = 0;
    [[nodiscard]] virtual int ascent(Face face) = 0;
    /// Pixels of device independent ones.
    [[nodiscard]] virtual int scaled(int pixels) const = 0;
};

/// A part of a span on one row.
struct Piece {
    std::size_t span = 0;  ///< index in the paragraph
    std::size_t begin = 0;
    std::size_t end = 0;  ///< code points of the span's text
    int x = 0;
    int width = 0;
};

struct Row {
    std::size_t paragraph = 0;
    int y = 0;
    int height = 0;
    int baseline = 0;  ///< below y
    std::vector<Piece> pieces;
};

/// A document broken into rows for one width.
struct TextLayout {
    std::vector<Row> rows;  ///< top down
    std::vector<int> tops;  ///< of each paragraph, its space above left out; one more: the end of the last
    int width = 0;
    int height = 0;

    /// The row at that height, held inside the rows; nothing in an empty layout.
    [[nodiscard]] std::optional<std::size_t> row_at(int y) const;
    /// The span under a point, as paragraph and span.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> span_at(int x, int y) const;
};

/// Breaks at spaces, and inside a word only where it alone is wider than the row.
[[nodiscard]] TextLayout lay_out(const Document& document, int width, Measure& measure);

}  // namespace relis::app
