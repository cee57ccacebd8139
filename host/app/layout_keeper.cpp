#include "app/layout_keeper.h"

#include <wx/confbase.h>
#include <wx/display.h>
#include <wx/frame.h>
#include <wx/menu.h>
#include <wx/splitter.h>

#include "app/commands.h"
#include "app/fitting.h"
#include "app/on_screens.h"

namespace relis::app {

namespace {

/// A window may come back on any of them.
wxSize largest_screen() {
    wxSize largest;
    for (unsigned i = 0; i < wxDisplay::GetCount(); ++i) {
        largest.IncTo(wxDisplay(i).GetClientArea().GetSize());
    }
    return largest;
}

/// Escape closes: what was typed stays as a draft, so nothing is lost by it. The menus' keys are answered before the
/// control that has the focus sees them: a grid keeps the first one for itself, a list has a use of its own for Ctrl+F.
void answer_keys(wxTopLevelWindow& window) {
    window.Bind(wxEVT_CHAR_HOOK, [&window](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && !event.HasAnyModifiers()) {
            window.Close();
            return;
        }
        const auto* const frame = dynamic_cast<wxFrame*>(&window);
        const wxMenuBar* const bar = frame == nullptr ? nullptr : frame->GetMenuBar();
        const int command = bar != nullptr && event.HasModifiers() ? command_of(event, *bar) : int{wxID_NONE};
        if (command == wxID_NONE) {
            event.Skip();
            return;
        }
        wxCommandEvent chosen(wxEVT_MENU, command);
        window.ProcessWindowEvent(chosen);
    });
}

}  // namespace

void LayoutKeeper::keep(wxTopLevelWindow& window, const wxString& key) {
    answer_keys(window);
    windows_[key] = &window;
    const wxString place = "/windows/" + key + "/";
    bool placed = false;
    if (*config_ != nullptr) {
        const long width = (*config_)->ReadLong(place + "width", 0);
        const long height = (*config_)->ReadLong(place + "height", 0);
        if (width > 0 && height > 0) {
            wxSize size(static_cast<int>(width), static_cast<int>(height));
            size.DecTo(largest_screen());
            size.IncTo(window.GetMinSize());
            window.SetSize(size);
        } else if (const double scale = text_scale(window); scale > 1) {
            wxSize size = window.GetSize() * scale;
            size.DecTo(wxDisplay(&window).GetClientArea().GetSize());
            window.SetSize(size);
        }
        if (long x = 0, y = 0; (*config_)->Read(place + "x", &x) && (*config_)->Read(place + "y", &y)) {
            put_back(window, wxRect(wxPoint(static_cast<int>(x), static_cast<int>(y)), window.GetSize()));
            placed = true;
        }
        if ((*config_)->ReadBool(place + "maximized", false)) {
            window.Maximize();
        }
    }
    if (!placed) {
        window.CentreOnParent();  // window managers would put it on the first screen, wherever the main window is
    }
    window.Bind(wxEVT_SIZE, [&window, place, config = config_](wxSizeEvent& event) {
        event.Skip();
        if (*config == nullptr || !window.IsShown()) {
            return;
        }
        (*config)->Write(place + "maximized", window.IsMaximized());
        if (!window.IsMaximized()) {
            (*config)->Write(place + "width", window.GetSize().x);
            (*config)->Write(place + "height", window.GetSize().y);
        }
    });
    window.Bind(wxEVT_MOVE, [&window, place, config = config_](wxMoveEvent& event) {
        event.Skip();
        if (*config != nullptr && window.IsShown() && !window.IsMaximized() && !window.IsIconized()) {
            (*config)->Write(place + "x", window.GetPosition().x);
            (*config)->Write(place + "y", window.GetPosition().y);
        }
    });
    int number = 0;
    keep_panes(window, place, number);
}

bool LayoutKeeper::open(const wxString& key) const {
    const auto found = windows_.find(key);
    return found != windows_.end() && found->second && found->second->IsShown();
}

void LayoutKeeper::keep_panes(wxWindow& parent, const wxString& place, int& number) {
    for (wxWindow* const child : parent.GetChildren()) {
        if (child->IsTopLevel()) {
            continue;
        }
        if (auto* const split = dynamic_cast<wxSplitterWindow*>(child)) {
            const wxString key = place + wxString::Format("pane%d", number++);
            const long position = *config_ == nullptr ? 0 : (*config_)->ReadLong(key, 0);
            if (position > 0) {
                // once the window has its size: before, the panes would be cut to the one it was made with
                split->CallAfter([split, position] { split->SetSashPosition(static_cast<int>(position)); });
            }
            split->Bind(wxEVT_SPLITTER_SASH_POS_CHANGED, [key, config = config_](wxSplitterEvent& event) {
                event.Skip();
                if (*config != nullptr) {
                    (*config)->Write(key, event.GetSashPosition());
                }
            });
        }
        keep_panes(*child, place, number);
    }
}

}  // namespace relis::app
