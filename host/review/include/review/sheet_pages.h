#pragma once

#include <memory>
#include <vector>

#include "review/sheet.h"

using cairo_surface_t = struct _cairo_surface;

namespace relis::review {

/// Size of the pages of pdf_of in points, 72 an inch.
inline constexpr double page_width = 595.28;
inline constexpr double page_height = 841.89;

/// A page that is drawn and can be painted by Cairo wherever one is wanted: on paper, in a window.
using PageDrawing = std::shared_ptr<cairo_surface_t>;

/// The pages of pdf_of. May take long for many; may be called on any thread, and the pages painted on another.
[[nodiscard]] std::vector<PageDrawing> pages_of(const Sheet& sheet);

}  // namespace relis::review
