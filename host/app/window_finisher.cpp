#include "app/window_finisher.h"

#include <wx/event.h>
#include <wx/toplevel.h>

#include "app/accessible_names.h"
#include "app/fitting.h"

namespace relis::app {

WindowFinisher::WindowFinisher() {
    wxEvtHandler::AddFilter(this);
}

WindowFinisher::~WindowFinisher() {
    wxEvtHandler::RemoveFilter(this);
}

int WindowFinisher::FilterEvent(wxEvent& event) {
    if (event.GetEventType() == wxEVT_SHOW && static_cast<wxShowEvent&>(event).IsShown()) {
        if (auto* const window = dynamic_cast<wxTopLevelWindow*>(event.GetEventObject())) {
            announce_names(*window);
            fit_entries(*window);
        }
    }
    return Event_Skip;
}

}  // namespace relis::app
