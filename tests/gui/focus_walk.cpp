#include "focus_walk.h"

#include <algorithm>

#include <wx/app.h>
#include <wx/uiaction.h>
#include <wx/utils.h>

#include "../../host/app/loaded_symbol.h"

namespace relis::app {

namespace {

constexpr int row_tolerance = 12;  // pixels: controls of one row are not aligned to the pixel

std::string text_or_empty(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

/// The name of the accessible itself or of what labels it.
std::string name_of(void* widget) {
    static const auto accessible_of = loaded<void*(void*)>("gtk_widget_get_accessible");
    static const auto atk_name = loaded<const char*(void*)>("atk_object_get_name");
    static const auto relations_of = loaded<void*(void*)>("atk_object_ref_relation_set");
    static const auto relation_by = loaded<void*(void*, int)>("atk_relation_set_get_relation_by_type");
    void* const accessible = accessible_of(widget);
    std::string name = text_or_empty(atk_name(accessible));
    if (name.empty() && relations_of != nullptr && relation_by != nullptr) {
        constexpr int labelled_by = 4;  // ATK_RELATION_LABELLED_BY
        if (void* const set = relations_of(accessible); set != nullptr && relation_by(set, labelled_by) != nullptr) {
            name = "(its label)";
        }
    }
    return name;
}

wxRect place_of(void* widget, const wxTopLevelWindow& window) {
    static const auto translate = loaded<int(void*, void*, int, int, int*, int*)>("gtk_widget_translate_coordinates");
    static const auto width = loaded<int(void*)>("gtk_widget_get_allocated_width");
    static const auto height = loaded<int(void*)>("gtk_widget_get_allocated_height");
    int x = 0, y = 0;
    translate(widget, window.GetHandle(), 0, 0, &x, &y);
    return wxRect(x, y, width(widget), height(widget));
}

}  // namespace

FocusStop focused(const wxTopLevelWindow& window) {
    static const auto focus_of = loaded<void*(void*)>("gtk_window_get_focus");
    static const auto type_name = loaded<const char*(void*)>("g_type_name_from_instance");
    FocusStop stop;
    void* const widget = focus_of(window.GetHandle());
    if (widget == nullptr) {
        return stop;
    }
    stop.widget = widget;
    stop.kind = text_or_empty(type_name(widget));
    stop.name = name_of(widget);
    stop.place = place_of(widget, window);
    return stop;
}

std::vector<FocusStop> walk_focus(const wxTopLevelWindow& window, bool backwards, int most) {
    std::vector<FocusStop> stops{focused(window)};
    wxUIActionSimulator keys;
    for (int i = 0; i < most; ++i) {
        keys.Char(WXK_TAB, backwards ? wxMOD_SHIFT : wxMOD_NONE);
        wxYield();
        FocusStop stop = focused(window);
        stop.before = stops.back().widget == nullptr ? wxRect() : place_of(stops.back().widget, window);
        stops.push_back(stop);
        if (std::find(stops.begin(), stops.end() - 1, stop) != stops.end() - 1) {
            break;
        }
    }
    return stops;
}

std::string faults_of(const std::vector<FocusStop>& stops, const FocusStop& after_last, bool backwards) {
    std::string faults;
    const auto tell = [&](const FocusStop& stop, const std::string& what) {
        faults += "\n  " + stop.kind + " \"" + stop.name + "\" at " + std::to_string(stop.place.x) + "," +
                  std::to_string(stop.place.y) + ": " + what;
    };
    for (const FocusStop& stop : stops) {
        if (stop.widget == nullptr) {
            tell(stop, "nothing has the focus");
        } else if (stop.name.empty()) {
            tell(stop, "has no name");
        }
    }
    std::vector<std::size_t> back;
    if (!(after_last == stops.front())) {
        tell(after_last, "Tab goes on here and not to the first again");
    }
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const wxRect& to = backwards ? stops[i].before : stops[i].place;
        const wxRect& from = backwards ? stops[i].place : stops[i].before;
        const bool up = to.y < from.y - row_tolerance;
        const bool left_in_row = to.y <= from.y + row_tolerance && to.x < from.x;
        const bool right = to.x >= from.GetRight() - row_tolerance;
        if ((up && !right) || left_in_row) {
            back.push_back(i);
        }
    }
    // one step leads back to the beginning, wherever the way began
    for (std::size_t i = 0; back.size() > 1 && i < back.size(); ++i) {
        tell(stops[back[i]], "comes after what stands behind it, \"" + stops[back[i] - 1].name + "\"");
    }
    return faults;
}

}  // namespace relis::app
