#pragma once

#include <string>
#include <vector>

#include <wx/string.h>

#include "app/document.h"

namespace relis::app {

/// Words of the interface in one face and ink.
[[nodiscard]] Span span(const wxString& text, Face face = Face::body, Ink ink = Ink::text);
/// Text of a report (UTF-8) as the window shows it: control characters and the like made visible.
[[nodiscard]] Span span(const std::string& utf8, Face face = Face::body, Ink ink = Ink::text);

/// `indent`: from the left, `before`: space above, both in device independent pixels.
[[nodiscard]] Paragraph paragraph(std::vector<Span> spans, int indent = 0, int before = 0);

}  // namespace relis::app
