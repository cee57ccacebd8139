#pragma once

#include <wx/colour.h>

#include "app/document.h"
#include "review/queue.h"

namespace relis::app {

/// The colours of the desktop's present theme, light or dark. Asked anew at each drawing, so that a change of theme
/// shows at once.
class Palette {
  public:
    /// Reads the system's colours.
    Palette();
    [[nodiscard]] bool dark() const { return dark_; }
    [[nodiscard]] wxColour background() const { return background_; }
    [[nodiscard]] wxColour rule() const;
    [[nodiscard]] wxColour of(Ink ink) const;
    [[nodiscard]] wxColour of(Fill fill) const;
    [[nodiscard]] wxColour of(review::Urgency urgency) const;
    /// From red at 0 through yellow to green at 5, without steps.
    [[nodiscard]] wxColour of_score(double score) const;
    [[nodiscard]] wxColour meter_background() const;

  private:
    [[nodiscard]] wxColour mixed(const wxColour& colour, double share) const;
    bool dark_;
    wxColour background_;
    wxColour text_;
    wxColour highlight_;
};

}  // namespace relis::app
