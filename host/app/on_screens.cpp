#include "app/on_screens.h"

#include <algorithm>
#include <utility>

#include <wx/display.h>

namespace relis::app {

namespace {

constexpr int title_height = 24;
constexpr int enough_width = 120;  // of a title bar, to take hold of it

bool reachable(const wxRect& window, const wxRect& screen) {
    const wxRect title(window.x, window.y, window.width, title_height);
    const wxRect seen = title.Intersect(screen);
    return seen.width >= std::min(enough_width, window.width) && seen.height == title_height;
}

/// Of the centres, squared.
long long distance(const wxRect& a, const wxRect& b) {
    const long long across = (a.x + a.width / 2) - (b.x + b.width / 2);
    const long long down = (a.y + a.height / 2) - (b.y + b.height / 2);
    return across * across + down * down;
}

}  // namespace

wxRect on_screens(wxRect window, std::span<const wxRect> screens) {
    if (screens.empty() ||
        std::ranges::any_of(screens, [&](const wxRect& screen) { return reachable(window, screen); })) {
        return window;
    }
    const wxRect screen =
        *std::ranges::min_element(screens, {}, [&](const wxRect& one) { return distance(window, one); });
    window.width = std::min(window.width, screen.width);
    window.height = std::min(window.height, screen.height);
    window.x = std::clamp(window.x, screen.x, screen.x + screen.width - window.width);
    window.y = std::clamp(window.y, screen.y, screen.y + screen.height - window.height);
    return window;
}

wxRect on_screens(const wxRect& window) {
    std::vector<wxRect> screens;
    for (unsigned i = 0; i < wxDisplay::GetCount(); ++i) {
        screens.push_back(wxDisplay(i).GetClientArea());
    }
    return on_screens(window, screens);
}

void put_back(wxTopLevelWindow& window, const wxRect& stood) {
    const wxRect place = on_screens(stood);
    window.SetSize(place);
    window.Bind(wxEVT_SHOW, [&window, place, shown = false](wxShowEvent& event) mutable {
        event.Skip();
        if (!event.IsShown() || std::exchange(shown, true)) {
            return;
        }
        window.CallAfter([&window, place] {
            if (!window.IsMaximized()) {
                window.Move(place.GetPosition());
            }
        });
    });
}

}  // namespace relis::app
