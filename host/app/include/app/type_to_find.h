#pragma once

#include <wx/dataview.h>

namespace relis::app {

/// What is typed in a list goes to the next row with a word of this column that begins with it, in small letters or
/// large; of itself GTK takes the beginning of the first column, which need not be what people know a row by. The
/// column is of the model and holds texts.
void type_to_find(wxDataViewCtrl& list, unsigned column);

}  // namespace relis::app
