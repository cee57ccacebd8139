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
    static const std::array<wxString, 30> given{
        "panel",     "staticText", "text",      "button",       "choice",         "splitter",
        "listBox",   "check",      "comboBox",  "notebook",     "frame",          "dialog",
        "gauge",     "groupBox",   "canvas",    "radioBox",     "wxSpinCtrl",     "dataviewCtrl",
        "infobar",   "searchCtrl", "wxInfoBar", "radioButton",  "scrolledWindow", "checkListBox",
        "dirpicker", "filepicker", "treeCtrl",  "bitmapButton", "rearrangeList",  "wxWebView"};
    return !name.empty() && std::ranges::find(given, name) == given.end();
}

void announce(void* widget, const std::string& name) {
    static const auto accessible_of = loaded<void*(void*)>("gtk_widget_get_accessible");
    static const auto set = loaded<void(void*, const char*)>("atk_object_set_name");
    if (widget != nullptr && accessible_of != nullptr && set != nullptr) {
        set(accessible_of(widget), name.c_str());
    }
}

/// A control of ours is often several of GTK: the one that takes the keys lies within the one that wxWidgets hands out.
void announce_within(void* widget, const std::string& name) {
    static const auto takes_keys = loaded<int(void*)>("gtk_widget_get_can_focus");
    static const auto container = loaded<unsigned long()>("gtk_container_get_type");
    static const auto is_a = loaded<int(void*, unsigned long)>("g_type_check_instance_is_a");
    static const auto for_all = loaded<void(void*, void (*)(void*, void*), void*)>("gtk_container_forall");
    if (takes_keys == nullptr || container == nullptr || is_a == nullptr || for_all == nullptr) {
        return;
    }
    if (takes_keys(widget) != 0) {
        announce(widget, name);
    }
    if (is_a(widget, container()) != 0) {
        for_all(
            widget, [](void* child, void* told) { announce_within(child, *static_cast<const std::string*>(told)); },
            const_cast<std::string*>(&name));
    }
}

}  // namespace

void announce_names(wxWindow& window) {
    if (is_own(window.GetName()) && !window.IsTopLevel() && window.GetHandle() != nullptr) {
        const std::string name = to_utf8(window.GetName());
        announce(window.GetHandle(), name);
        announce(window.m_wxwindow, name);
        announce(window.m_focusWidget, name);
        if (window.GetChildren().empty()) {
            announce_within(window.GetHandle(), name);
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
