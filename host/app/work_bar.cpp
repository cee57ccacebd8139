#include "app/work_bar.h"

#include <wx/sizer.h>

#include "app/words.h"

namespace relis::app {

WorkBar::WorkBar(wxWindow* parent, Session& session) : wxPanel(parent), session_(session), timer_(this) {
    text_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_MIDDLE | wxST_NO_AUTORESIZE);
    gauge_ = new wxGauge(this, wxID_ANY, 1000, wxDefaultPosition, FromDIP(wxSize(220, -1)));
    stop_ = new wxButton(this, wxID_ANY, _("Stop"));
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(text_, wxSizerFlags(1).CentreVertical().Border(wxALL, FromDIP(6)));
    sizer->Add(gauge_, wxSizerFlags().CentreVertical());
    sizer->Add(stop_, wxSizerFlags().Border(wxALL, FromDIP(4)));
    SetSizer(sizer);
    Hide();
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        session_.work().stop();
        update();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { update(); });
    news_ = session.work().notifier().subscribe([this](LongWork::News news) { on_news(news); });
}

void WorkBar::on_news(LongWork::News) {
    const bool running = session_.work().running() != LongWork::Kind::none;
    if (running) {
        timer_.Start(100);
        update();
    } else {
        timer_.Stop();
    }
    if (IsShown() != running) {
        Show(running);
        GetParent()->Layout();
    }
}

void WorkBar::update() {
    const LongWork& work = session_.work();
    const review::Progress progress = work.progress();
    wxString text = work.running() == LongWork::Kind::importing ? _("Importing") : _("Assessing");
    if (work.stopping()) {
        text = _("Stopping...");
    } else if (progress.total > 0) {
        text += wxString::Format(wxString::FromUTF8(" — %llu / %llu"), static_cast<unsigned long long>(progress.done),
                                 static_cast<unsigned long long>(progress.total));
    } else {
        text += wxString::FromUTF8("…");
    }
    text_->SetLabel(text);
    stop_->Enable(!work.stopping());
    if (progress.total > 0) {
        gauge_->SetValue(static_cast<int>(1000 * std::min(progress.done, progress.total) / progress.total));
    } else {
        gauge_->Pulse();
    }
}

}  // namespace relis::app
