// A sheet as plain text.
#include "french_text.h"
#include "review/sheet.h"

namespace relis::review {

namespace {

std::string spans_text(const Block& block) {
    std::string text;
    for (const Span& span : block.spans) {
        text += span.look == Span::Look::mark ? "[" + span.text + "]" : span.text;
    }
    return text;
}

/// Lines of a paragraph moved to the right.
std::string indented(const std::string& text, const std::string& first, const std::string& further) {
    std::string result = first;
    for (const char letter : text) {
        result += letter;
        if (letter == '\n') {
            result += further;
        }
    }
    return result + "\n";
}

std::string block_text(const Block& block, bool framed) {
    const std::string margin = framed ? "  " : "";
    switch (block.kind) {
        case Block::Kind::heading: {
            const std::string title = spans_text(block);
            if (block.level > 2) {
                return margin + title + "\n";
            }
            return (block.level == 1 ? "" : "\n") + title + "\n" +
                   std::string(length_of(title), block.level == 1 ? '=' : '-') + "\n";
        }
        case Block::Kind::paragraph:
            return indented(spans_text(block), margin, margin);
        case Block::Kind::message:
            return "\n" + indented(spans_text(block), "", "") + "\n";
        case Block::Kind::item:
            return indented(spans_text(block), margin + "- ", margin + "  ");
        case Block::Kind::gauge:
            return margin + spans_text(block) + " : " +
                   (block.value ? french_score(*block.value) + " sur 5" : std::string("non évalué")) + "\n";
        case Block::Kind::fold_begin:
            return "\n" + spans_text(block) + "\n";
        case Block::Kind::frame_begin:
            return "\n";
        case Block::Kind::frame_end:
        case Block::Kind::fold_end:
            return {};
    }
    return {};
}

}  // namespace

std::string text_of(const Sheet& sheet) {
    std::string text;
    bool framed = false;
    for (const Block& block : sheet.blocks) {
        text += block_text(block, framed);
        framed = block.kind == Block::Kind::frame_begin || (framed && block.kind != Block::Kind::frame_end);
    }
    return text;
}

}  // namespace relis::review
