#include "app/moment_picker.h"

#include <chrono>

#include <wx/datetime.h>
#include <wx/sizer.h>

#include "app/moment_text.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

constexpr std::chrono::local_seconds example =
    std::chrono::local_days{std::chrono::year{2026} / std::chrono::November / 23} + std::chrono::hours{16} +
    std::chrono::minutes{30};
constexpr long date_length = 10;

/// The difference to UTC that the workstation's clock has at that moment.
std::chrono::minutes offset_at(const wxDateTime& moment) {
    return std::chrono::minutes{(moment - moment.ToUTC()).GetMinutes()};
}

std::string written(const Moment& moment) {
    const wxDateTime ticks(static_cast<time_t>(moment.utc.time_since_epoch().count()));
    const std::chrono::local_seconds local{moment.utc.time_since_epoch() + offset_at(ticks)};
    return moment_text(local, speaks_french());
}

/// By the clock of the workstation.
Moment moment_at(const std::chrono::local_seconds& local) {
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day day{midnight};
    const std::chrono::hh_mm_ss time{local - midnight};
    const wxDateTime here(static_cast<wxDateTime::wxDateTime_t>(static_cast<unsigned>(day.day())),
                          static_cast<wxDateTime::Month>(static_cast<unsigned>(day.month()) - 1),
                          static_cast<int>(day.year()), static_cast<wxDateTime::wxDateTime_t>(time.hours().count()),
                          static_cast<wxDateTime::wxDateTime_t>(time.minutes().count()));
    return {std::chrono::sys_seconds{std::chrono::seconds{here.GetTicks()}}, offset_at(here)};
}

}  // namespace

MomentPicker::MomentPicker(wxWindow* parent, const wxString& name, std::function<void()> on_change)
    : wxPanel(parent), on_change_(std::move(on_change)) {
    text_ = new wxTextCtrl(this, wxID_ANY);
    text_->SetName(name);
    text_->SetInitialSize(text_->GetSizeFromTextSize(text_->GetTextExtent("00/00/0000 00:00 ").x));
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(text_, wxSizerFlags(1).CentreVertical());
    SetSizer(sizer);
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        show_validity();
        on_change_();
    });
    text_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if ((key == WXK_UP || key == WXK_DOWN) && event.GetModifiers() == wxMOD_NONE) {
            step(key == WXK_UP ? 1 : -1);
        } else {
            event.Skip();
        }
    });
    show_validity();
}

std::optional<Moment> MomentPicker::value() const {
    const auto local = local_moment_from(to_utf8(text_->GetValue()), speaks_french());
    return local ? std::optional(moment_at(*local)) : std::nullopt;
}

void MomentPicker::set(const Moment& moment) {
    text_->ChangeValue(wxString::FromUTF8(written(moment)));
    show_validity();
}

std::string MomentPicker::half_written() const {
    return value() ? std::string() : to_utf8(text_->GetValue());
}

void MomentPicker::set_text(const std::string& text) {
    text_->ChangeValue(wxString::FromUTF8(text));
    show_validity();
}

wxString MomentPicker::how_to_write() {
    return wxString::Format(_("Write the date and the time as %s."),
                            wxString::FromUTF8(moment_text(example, speaks_french())));
}

void MomentPicker::step(int by) {
    const auto local = local_moment_from(to_utf8(text_->GetValue()), speaks_french());
    if (!local) {
        return;
    }
    const long caret = text_->GetInsertionPoint();
    const std::chrono::hours length = caret <= date_length ? std::chrono::days{1} : std::chrono::hours{1};
    text_->SetValue(wxString::FromUTF8(moment_text(*local + by * length, speaks_french())));
    text_->SetInsertionPoint(caret);
}

void MomentPicker::show_validity() {
    const bool valid = value().has_value();
    text_->SetForegroundColour(valid ? wxNullColour : Palette().of(Ink::bad));
    text_->SetToolTip(how_to_write());
    text_->Refresh();
}

}  // namespace relis::app
