#include "app/bring_up.h"

#include <wx/weakref.h>

namespace relis::app {

void bring_up(wxTopLevelWindow& window, const Background& background) {
    if (window.IsShown()) {
        window.Raise();
        return;
    }
    background.post([&background, weak = wxWeakRef<wxTopLevelWindow>(&window)] {
        if (!weak) return;
        weak->Show();
        background.post([weak] {
            if (weak) weak->Raise();
        });
    });
}

}  // namespace relis::app
