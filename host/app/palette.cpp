#include "app/palette.h"

#include <algorithm>
#include <cmath>

#include <wx/image.h>
#include <wx/settings.h>

namespace relis::app {

Palette::Palette()
    : dark_(wxSystemSettings::GetAppearance().IsUsingDarkBackground()),
      background_(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOX)),
      text_(wxSystemSettings::GetColour(wxSYS_COLOUR_LISTBOXTEXT)),
      highlight_(wxSystemSettings::GetColour(wxSYS_COLOUR_HIGHLIGHT)) {}

wxColour Palette::mixed(const wxColour& colour, double share) const {
    const auto channel = [share](unsigned char over, unsigned char under) {
        return static_cast<unsigned char>(std::lround(share * over + (1 - share) * under));
    };
    return wxColour(channel(colour.Red(), background_.Red()), channel(colour.Green(), background_.Green()),
                    channel(colour.Blue(), background_.Blue()));
}

wxColour Palette::rule() const {
    return mixed(text_, 0.18);
}

wxColour Palette::meter_background() const {
    return mixed(text_, 0.12);
}

wxColour Palette::of(Ink ink) const {
    switch (ink) {
        case Ink::text:
            return text_;
        case Ink::muted:
            return mixed(text_, 0.65);
        case Ink::accent:
            return dark_ ? wxColour(0x8A, 0xB8, 0xFF) : wxColour(0x1B, 0x52, 0xA5);
        case Ink::good:
            return dark_ ? wxColour(0x7F, 0xD0, 0x8F) : wxColour(0x1E, 0x74, 0x35);
        case Ink::warning:
            return dark_ ? wxColour(0xF2, 0xB9, 0x5C) : wxColour(0x96, 0x55, 0x00);
        case Ink::bad:
            return dark_ ? wxColour(0xFF, 0x8A, 0x80) : wxColour(0xB3, 0x1B, 0x1B);
        case Ink::spelling:
            return dark_ ? wxColour(0xFF, 0x6E, 0x67) : wxColour(0xD0, 0x1C, 0x1C);
        case Ink::grammar:
            return dark_ ? wxColour(0x6F, 0xA8, 0xFF) : wxColour(0x1F, 0x5F, 0xD0);
        case Ink::typography:
            return dark_ ? wxColour(0xC9, 0xA0, 0xF0) : wxColour(0x7A, 0x3C, 0xB0);
        case Ink::content:
            return dark_ ? wxColour(0xF0, 0xA8, 0x48) : wxColour(0xA8, 0x5C, 0x00);
    }
    return text_;
}

wxColour Palette::of(Fill fill) const {
    switch (fill) {
        case Fill::none:
            return background_;
        case Fill::card:
            return mixed(highlight_, dark_ ? 0.22 : 0.10);
        case Fill::current:
            return mixed(highlight_, dark_ ? 0.45 : 0.28);
        case Fill::match:
            return mixed(dark_ ? wxColour(0xC8, 0xA0, 0x20) : wxColour(0xFF, 0xD7, 0x40), dark_ ? 0.40 : 0.55);
        case Fill::alarm:
            return mixed(of(Ink::bad), 0.15);
    }
    return background_;
}

wxColour Palette::of(review::Urgency urgency) const {
    switch (urgency) {
        case review::Urgency::late:
            return of(Ink::bad);
        case review::Urgency::today:
            return of(Ink::warning);
        case review::Urgency::soon:
        case review::Urgency::calm:
            return text_;
        case review::Urgency::unknown:
            return of(Ink::muted);
    }
    return text_;
}

wxColour Palette::of_score(double score) const {
    const double share = std::clamp(score / 5.0, 0.0, 1.0);
    const wxImage::RGBValue rgb =
        wxImage::HSVtoRGB(wxImage::HSVValue(share * 0.36, dark_ ? 0.55 : 0.75, dark_ ? 0.85 : 0.75));
    return wxColour(rgb.red, rgb.green, rgb.blue);
}

}  // namespace relis::app
