#include "app/accessible_names.h"

#include <algorithm>
#include <array>

#include <wx/window.h>

#include "app/words.h"
#include "loaded_symbol.h"

namespace relis::app {

namespace {

void* accessible_of(const wxWindow& window) {
    static const auto get = loaded<void*(void*)>("gtk_widget_get_accessible");
    return get == nullptr || window.GetHandle() == nullptr ? nullptr : get(window.GetHandle());
}

/// Not one of those that wxWidgets gives to every control of a kind.
bool is_own(const wxString& name) {
    static const std::array<wxString, 22> given{
        "panel",      "staticText",   "text",    "button",         "choice",     "splitter", "listBox", "check",
        "comboBox",   "notebook",     "frame",   "dialog",         "gauge",      "groupBox", "canvas",  "radioBox",
        "wxSpinCtrl", "dataviewCtrl", "infobar", "scrolledWindow", "searchCtrl", "wxInfoBar"};
    return !name.empty() && std::ranges::find(given, name) == given.end();
}

}  // namespace

void announce_names(wxWindow& window) {
    static const auto set = loaded<void(void*, const char*)>("atk_object_set_name");
    if (is_own(window.GetName()) && set != nullptr && !window.IsTopLevel()) {
        if (void* const accessible = accessible_of(window)) {
            set(accessible, to_utf8(window.GetName()).c_str());
        }
    }
    for (wxWindow* const child : window.GetChildren()) {
        if (!child->IsTopLevel()) {
            announce_names(*child);
        }
    }
}

std::string announced_name(const wxWindow& window) {
    static const auto get = loaded<const char*(void*)>("atk_object_get_name");
    void* const accessible = accessible_of(window);
    const char* const name = get == nullptr || accessible == nullptr ? nullptr : get(accessible);
    return name == nullptr ? std::string() : name;
}

}  // namespace relis::app
