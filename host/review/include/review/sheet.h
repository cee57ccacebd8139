#pragma once

#include <optional>
#include <string>
#include <vector>

// A page for a shopper before it is laid out: one content, three looks (HTML, plain text, PDF). What it says is French
// and UTF-8; it may hold anything that a shopper wrote, each look makes it harmless in its own way.
namespace relis::review {

/// A piece of a paragraph.
struct Span {
    enum class Look {
        plain,
        strong,
        mark,  ///< the passage that a remark is about
        soft   ///< said beside the matter
    };
    std::string text;
    Look look = Look::plain;
    bool operator==(const Span&) const = default;
};

/// A part of the page, in the order of reading.
struct Block {
    enum class Kind {
        heading,      ///< of `level`
        paragraph,    ///< line breaks are kept
        item,         ///< of a list; neighbours make one list
        gauge,        ///< a score: its name in `spans`, its value in `value`
        message,      ///< what a person wrote, line breaks kept
        frame_begin,  ///< what belongs together; frames do not nest
        frame_end,
        fold_begin,  ///< what few will read, behind the line in `spans`; folds do not nest
        fold_end
    };
    Kind kind = Kind::paragraph;
    std::vector<Span> spans;
    int level = 1;                ///< of a heading, 1–3; a level is never skipped
    std::optional<double> value;  ///< of a gauge, 0–5; absent: not judged
};

struct Sheet {
    std::string title;
    std::vector<Block> blocks;

    /// Adds a heading, a paragraph and so on of one plain text.
    void add(Block::Kind kind, std::string text, int level = 1);
    void add(Block::Kind kind, std::vector<Span> spans);
    void heading(int level, std::string text) { add(Block::Kind::heading, std::move(text), level); }
    void paragraph(std::string text) { add(Block::Kind::paragraph, std::move(text)); }
    void item(std::string text) { add(Block::Kind::item, std::move(text)); }
};

/// One self-contained HTML page: no script, no outside reference (and a policy that forbids them), all text escaped,
/// readable from 320 px on, in light and dark, on paper.
[[nodiscard]] std::string html_of(const Sheet& sheet);

/// Plain text; marked passages stand between square brackets.
[[nodiscard]] std::string text_of(const Sheet& sheet);

/// A PDF of A4 pages. Throws std::runtime_error where it cannot be drawn.
[[nodiscard]] std::string pdf_of(const Sheet& sheet);

}  // namespace relis::review
