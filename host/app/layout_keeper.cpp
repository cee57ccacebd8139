#include "app/layout_keeper.h"

#include <wx/confbase.h>
#include <wx/display.h>

namespace relis::app {

void LayoutKeeper::keep(wxTopLevelWindow& window, const wxString& key) {
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
}

}  // namespace relis::app
