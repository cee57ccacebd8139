#include "app/list_columns.h"

#include <algorithm>

#include <wx/dcclient.h>

#include "loaded_symbol.h"

namespace relis::app {

namespace {

/// The width that the column was made with: wxWidgets tells the one on the screen, which is none before it is shown.
int made_width_of(const wxDataViewColumn& column) {
    static const auto get = loaded<int(void*)>("gtk_tree_view_column_get_fixed_width");
    return get == nullptr ? column.GetWidth() : get(column.GetGtkHandle());
}

}  // namespace

double text_scale(const wxWindow& window) {
    constexpr int usual_height = 17;    // of a line, in pixels of a screen at 100 %
    constexpr double other_font = 1.2;  // up to here just another font
    const double scale = static_cast<double>(window.GetCharHeight()) / window.FromDIP(usual_height);
    return scale < other_font ? 1 : scale;
}

void fit_columns(wxDataViewCtrl& list) {
    const double scale = text_scale(list);
    const int around_a_title = list.FromDIP(18);
    wxClientDC titles(&list);
    titles.SetFont(list.GetFont().Bold());
    for (unsigned i = 0; i < list.GetColumnCount(); ++i) {
        wxDataViewColumn& column = *list.GetColumn(i);
        column.GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
        const int title = titles.GetTextExtent(column.GetTitle()).x + around_a_title;
        column.SetWidth(std::max(static_cast<int>(made_width_of(column) * scale), title));
    }
}

}  // namespace relis::app
