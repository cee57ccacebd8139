#include "app/moment_picker.h"

#include <chrono>

#include <wx/dateevt.h>
#include <wx/sizer.h>

namespace relis::app {

wxDateTime to_date_time(const Moment& moment) {
    return wxDateTime(static_cast<time_t>(moment.utc.time_since_epoch().count()));
}

Moment to_moment(const wxDateTime& date, const wxDateTime& time) {
    wxDateTime both = date;
    both.SetHour(time.GetHour()).SetMinute(time.GetMinute()).SetSecond(0);
    const std::chrono::sys_seconds utc{std::chrono::seconds{both.GetTicks()}};
    const wxDateTime as_utc = both.ToUTC();
    return {utc, std::chrono::minutes{(both - as_utc).GetMinutes()}};
}

MomentPicker::MomentPicker(wxWindow* parent, const wxString& name, std::function<void()> on_change) : wxPanel(parent) {
    date_ = new wxDatePickerCtrl(this, wxID_ANY, wxDefaultDateTime, wxDefaultPosition, wxDefaultSize,
                                 wxDP_DROPDOWN | wxDP_SHOWCENTURY);
    time_ = new wxTimePickerCtrl(this, wxID_ANY);
    date_->SetName(name);
    time_->SetName(name);
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(date_, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(4)));
    sizer->Add(time_, wxSizerFlags().CentreVertical());
    SetSizer(sizer);
    date_->Bind(wxEVT_DATE_CHANGED, [on_change](wxDateEvent&) { on_change(); });
    time_->Bind(wxEVT_TIME_CHANGED, [on_change](wxDateEvent&) { on_change(); });
}

Moment MomentPicker::value() const {
    return to_moment(date_->GetValue(), time_->GetValue());
}

void MomentPicker::set(const Moment& moment) {
    date_->SetValue(to_date_time(moment));
    time_->SetValue(to_date_time(moment));
}

}  // namespace relis::app
