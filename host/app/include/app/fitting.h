// Sizes that follow the letters: columns of lists, rows of controls, fields, bars.
#pragma once

#include <wx/dataview.h>
#include <wx/infobar.h>
#include <wx/toplevel.h>
#include <wx/wrapsizer.h>

namespace relis::app {

/// How much larger the letters are than those that sizes in the code are meant for, at least 1: a desktop may enlarge
/// its texts alone (large text, 200 %), and what shows them has to follow.
[[nodiscard]] double text_scale(const wxWindow& window);

/// Columns are as wide as their titles at least, and follow the size of the letters; texts that are longer end in an
/// ellipsis, which says that there is more. Once, after the columns are made.
void fit_columns(wxDataViewCtrl& list);

/// A row of controls that goes on in another line where its window is too narrow for it.
[[nodiscard]] inline wxSizer* wrapping_row() {
    return new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
}

/// Fields of one line become as high as the desktop wants them: wxWidgets reckons too little for large letters. A
/// dialog grows with them.
void fit_entries(wxTopLevelWindow& window);

/// Keeps a bar as high as its text at its width, which wxWidgets reckons as one line.
void keep_fitted(wxInfoBar& bar);

}  // namespace relis::app
