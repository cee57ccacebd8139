#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <relis/finding.h>

class wxTextCtrl;

namespace relis::app {

/// Underlines the places of findings in what stands in a text control, each category with its line and colour, and
/// takes the lines away that stood there. Several lines need the styles wxTE_MULTILINE | wxTE_RICH2.
void underline(wxTextCtrl& text, const std::vector<Finding>& findings);

/// The same lines as Pango reads attributes, which a text of one line takes: `4 9 underline error, 4 9 underline-color
/// #c01c28`; places in bytes. Places outside the text are left out. `colour_of` names the colour of a category, as HTML
/// does.
[[nodiscard]] std::string pango_attributes(std::string_view text, const std::vector<Finding>& findings,
                                           std::string (*colour_of)(Category));

}  // namespace relis::app
