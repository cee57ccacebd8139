// What the menus of all windows are made with.
#pragma once

#include <wx/frame.h>
#include <wx/intl.h>
#include <wx/menu.h>

namespace relis::app {

/// Gives a function `on(id, action)`: `action()` is called when that entry is chosen, by mouse or by key. The window
/// outlives what it gives.
[[nodiscard]] inline auto menu_actions(wxEvtHandler& window) {
    return [&window](int id, auto action) {
        window.Bind(
            wxEVT_MENU, [action](wxCommandEvent&) { action(); }, id);
    };
}

/// Ends the menu of a window beside the main one with what all of them can do, and shows it. The window takes it over.
inline void show_menu(wxFrame& window, wxMenu* menu, const wxString& title) {
    menu->Append(wxID_REFRESH, _("&Refresh") + "\tF5");
    menu->Append(wxID_CLOSE, _("&Close") + "\tCtrl+W");
    auto* const bar = new wxMenuBar;
    bar->Append(menu, title);
    window.SetMenuBar(bar);
}

}  // namespace relis::app
