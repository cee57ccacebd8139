#include "app/layout_keeper.h"

#include <wx/confbase.h>
#include <wx/display.h>
#include <wx/splitter.h>

#include "app/accessible_names.h"

namespace relis::app {

void LayoutKeeper::keep(wxTopLevelWindow& window, const wxString& key) {
    announce_names(window);
    const wxString place = "/windows/" + key + "/";
    if (*config_ != nullptr) {
        const long width = (*config_)->ReadLong(place + "width", 0);
        const long height = (*config_)->ReadLong(place + "height", 0);
        if (width > 0 && height > 0) {
            wxSize size(static_cast<int>(width), static_cast<int>(height));
            size.DecTo(wxDisplay(&window).GetClientArea().GetSize());
            size.IncTo(window.GetMinSize());
            window.SetSize(size);
        }
        if ((*config_)->ReadBool(place + "maximized", false)) {
            window.Maximize();
        }
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
    int number = 0;
    keep_panes(window, place, number);
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
