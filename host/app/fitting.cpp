#include "app/fitting.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include <wx/dcclient.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "loaded_symbol.h"

namespace relis::app {

namespace {

/// The width that the column was made with: wxWidgets tells the one on the screen, which is none before it is shown.
int made_width_of(const wxDataViewColumn& column) {
    static const auto get = loaded<int(void*)>("gtk_tree_view_column_get_fixed_width");
    return get == nullptr ? column.GetWidth() : get(column.GetGtkHandle());
}

/// The text of a bar within its widget; null: there is none.
void* label_in(void* widget) {
    static const auto type_name = loaded<const char*(void*)>("g_type_name_from_instance");
    static const auto container = loaded<unsigned long()>("gtk_container_get_type");
    static const auto is_a = loaded<int(void*, unsigned long)>("g_type_check_instance_is_a");
    static const auto for_all = loaded<void(void*, void (*)(void*, void*), void*)>("gtk_container_forall");
    if (type_name == nullptr || container == nullptr || is_a == nullptr || for_all == nullptr) {
        return nullptr;
    }
    const std::string_view type = type_name(widget);
    if (type == "GtkLabel") {
        return widget;
    }
    void* found = nullptr;
    if (type != "GtkButton" && is_a(widget, container()) != 0) {
        for_all(
            widget,
            [](void* child, void* label) {
                void*& first = *static_cast<void**>(label);
                if (first == nullptr) {
                    first = label_in(child);
                }
            },
            &found);
    }
    return found;
}

/// Heights of a bar's text: in one line, and at the width that it has. None where that is not known.
struct TextHeights {
    int one_line = 0;
    int wrapped = 0;
};
std::optional<TextHeights> text_heights(const wxInfoBar& bar) {
    static const auto height = loaded<void(void*, int*, int*)>("gtk_widget_get_preferred_height");
    static const auto height_for = loaded<void(void*, int, int*, int*)>("gtk_widget_get_preferred_height_for_width");
    static const auto width = loaded<int(void*)>("gtk_widget_get_allocated_width");
    void* const label = label_in(bar.GetHandle());
    if (label == nullptr || height == nullptr || height_for == nullptr || width == nullptr || width(label) <= 1) {
        return std::nullopt;
    }
    int least = 0;
    TextHeights heights;
    height(label, &least, &heights.one_line);
    height_for(label, width(label), &least, &heights.wrapped);
    return heights;
}

/// Whether any became higher.
bool fit_entries_of(wxWindow& window) {
    static const auto height_of = loaded<void(void*, int*, int*)>("gtk_widget_get_preferred_height");
    bool grown = false;
    auto* const text = dynamic_cast<wxTextCtrl*>(&window);
    if (text != nullptr && text->IsSingleLine() && height_of != nullptr) {
        int least = 0;
        int usual = 0;
        height_of(text->GetHandle(), &least, &usual);
        if (usual > text->GetEffectiveMinSize().y) {
            text->SetMinSize(wxSize(text->GetMinSize().x, usual));
            grown = true;
        }
    }
    for (wxWindow* const child : window.GetChildren()) {
        if (!child->IsTopLevel()) {
            grown = fit_entries_of(*child) || grown;
        }
    }
    if (grown && window.GetSizer() != nullptr) {
        window.Layout();
    }
    return grown;
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

void fit_entries(wxTopLevelWindow& window) {
    if (!fit_entries_of(window)) {
        return;
    }
    if (dynamic_cast<wxDialog*>(&window) != nullptr && window.GetSizer() != nullptr) {
        wxSize wanted = window.GetSizer()->ComputeFittingWindowSize(&window);
        wanted.IncTo(window.GetSize());
        window.SetMinSize(wanted);
        window.SetSize(wanted);
    }
    window.Layout();
    window.SendSizeEvent();
}

void keep_fitted(wxInfoBar& bar) {
    // what is around the text is known while nothing is asked for yet: GTK counts what is asked for with what it needs
    bar.Bind(wxEVT_SIZE, [&bar, around = std::optional<int>()](wxSizeEvent& event) mutable {
        event.Skip();
        const std::optional<TextHeights> text = text_heights(bar);
        if (!text) {
            return;
        }
        if (!around) {
            around = bar.GetBestSize().y - text->one_line;
        }
        const int wanted = *around + text->wrapped;
        if (wanted != bar.GetMinSize().y) {
            bar.SetMinSize(wxSize(-1, wanted));
            bar.CallAfter([&bar] { bar.GetParent()->Layout(); });
        }
    });
}

}  // namespace relis::app
