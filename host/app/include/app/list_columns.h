// Columns of lists, and sizes that follow the size of the letters.
#pragma once

#include <wx/dataview.h>

namespace relis::app {

/// How much larger the letters are than those that sizes in the code are meant for, at least 1: a desktop may enlarge
/// its texts alone (large text, 200 %), and what shows them has to follow.
[[nodiscard]] double text_scale(const wxWindow& window);

/// Columns are as wide as their titles at least, and follow the size of the letters; texts that are longer end in an
/// ellipsis, which says that there is more. Once, after the columns are made.
void fit_columns(wxDataViewCtrl& list);

}  // namespace relis::app
