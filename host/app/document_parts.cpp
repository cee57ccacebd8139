#include "document_parts.h"

#include <utility>

#include "app/text.h"
#include "app/words.h"

namespace relis::app {

namespace {

Span made_of(std::u32string text, Face face, Ink ink) {
    Span made;
    made.text = std::move(text);
    made.face = face;
    made.ink = ink;
    return made;
}

}  // namespace

Span span(const wxString& text, Face face, Ink ink) {
    return made_of(to_code_points(text), face, ink);
}

Span span(const std::string& utf8, Face face, Ink ink) {
    return made_of(shown_text(utf8).text, face, ink);
}

Paragraph paragraph(std::vector<Span> spans, int indent, int before) {
    Paragraph made;
    made.spans = std::move(spans);
    made.before = before;
    made.indent = indent;
    return made;
}

}  // namespace relis::app
