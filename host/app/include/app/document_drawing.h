#pragma once

#include <wx/gdicmn.h>
#include <wx/graphics.h>
#include <wx/window.h>

#include "app/document.h"
#include "app/palette.h"

namespace relis::app {

/// The shapes of a document: everything that is drawn beside its text.

/// A line under a passage from `left` to `right`; `unit` is the pen's width.
void draw_underline(wxGraphicsContext& shapes, Underline underline, const wxColour& colour, int left, int right, int y,
                    int unit);

/// A score out of five as a bar with a mark at each point.
void draw_meter(wxGraphicsContext& shapes, const Palette& palette, const Meter& meter, const wxRect& area);

/// Cards and rules behind the paragraphs in sight. `origin` is where the layout begins in the window.
void draw_paragraph_backgrounds(wxGraphicsContext& shapes, const Document& document, const TextLayout& layout,
                                const Palette& palette, const wxWindow& window, const wxPoint& origin, int height);

}  // namespace relis::app
