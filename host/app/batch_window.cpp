#include "app/batch_window.h"

#include <algorithm>

#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/words.h"

namespace relis::app {

namespace {

using State = BatchModel::State;
constexpr int progress_is_shown_every = 100;  // milliseconds

wxString plan_in_words(const BatchModel& model) {
    const auto counted = [](const wxString& text, std::size_t count) {
        return wxString::Format(text, static_cast<unsigned>(count));
    };
    const std::size_t accepted = model.count(Decision::accept);
    const std::size_t sent_back = model.count(Decision::rework);
    wxString text;
    if (accepted + sent_back == 0) {
        text = _("None of these reports can be decided unseen.");
    } else {
        const auto all = static_cast<unsigned>(accepted + sent_back);
        text = wxString::Format(
            wxPLURAL("%u report is decided as recommended:", "%u reports are decided as recommended:", all), all);
        const wxString one = accepted > 0 ? counted(_("%u accepted"), accepted) : wxString();
        const wxString other =
            sent_back > 0 ? counted(_("%u sent back with the prefilled message"), sent_back) : wxString();
        text += " " + one + (one.empty() || other.empty() ? "" : ", ") + other + ".";
    }
    if (model.left() > 0) {
        const auto left = static_cast<unsigned>(model.left());
        text += "\n" + wxString::Format(wxPLURAL("%u is left to you, for the reason beside it.",
                                                 "%u are left to you, for the reasons beside them.", left),
                                        left);
    }
    return text;
}

wxString result_in_words(const review::DecidedMany& result) {
    const auto recorded = static_cast<unsigned>(result.recorded.size());
    wxString text = wxString::Format(wxPLURAL("%u report decided.", "%u reports decided.", recorded), recorded);
    if (result.not_reached > 0) {
        text += "\n" + wxString::Format(_("Stopped before %zu more."), result.not_reached);
    }
    return text;
}

wxString rows_in_words(const std::vector<review::PlannedDecision>& rows) {
    wxString text;
    for (const review::PlannedDecision& row : rows) {
        text += "\n" + shown(row.report_id) + wxString::FromUTF8(" · ") + shown(row.obstacle);
    }
    return text;
}

}  // namespace

BatchWindow::BatchWindow(wxWindow* parent, BatchModel& model, const std::vector<std::string>& report_ids)
    : wxDialog(parent, wxID_ANY, _("Decide the selected reports"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      model_(model),
      progress_(this) {
    const int gap = FromDIP(8);
    head_ = new wxStaticText(this, wxID_ANY, wxString());
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(760, 300)), wxDV_ROW_LINES);
    list_->SetName(_("What is decided"));
    list_->AppendTextColumn(_("Report"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    list_->AppendTextColumn(_("Site"), wxDATAVIEW_CELL_INERT, FromDIP(200));
    list_->AppendTextColumn(_("Shopper"), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list_->AppendTextColumn(_("Decision"), wxDATAVIEW_CELL_INERT, FromDIP(110));
    list_->AppendTextColumn(_("Why not"), wxDATAVIEW_CELL_INERT, FromDIP(220));
    fit_columns(*list_);
    notice_ = new FormNotice(this);
    gauge_ = new wxGauge(this, wxID_ANY, 1);
    gauge_->SetName(_("Progress"));
    cancel_ = new wxButton(this, wxID_CANCEL, _("Cancel"));
    confirm_ = new wxButton(this, wxID_OK, _("&Decide them"));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(gauge_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, gap).ReserveSpaceEvenIfHidden());
    buttons->Add(cancel_, wxSizerFlags().Border(wxRIGHT, gap));
    buttons->Add(confirm_);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(notice_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizer(sizer);
    confirm_->SetDefault();

    confirm_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (model_.state() == State::decided) {
            Destroy();
        } else {
            model_.confirm();
        }
    });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_cancel(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { on_cancel(); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        gauge_->SetRange(std::max(static_cast<int>(model_.total()), 1));
        gauge_->SetValue(std::min(static_cast<int>(model_.done()), gauge_->GetRange()));
    });
    news_ = model_.notifier().subscribe([this](BatchModel::News) { show_state(); });
    model_.plan(report_ids);
    head_->SetLabel("\n\n");  // room for what will stand there
    Fit();
    show_state();
    CentreOnParent();
    cancel_->SetFocus();
}

void BatchWindow::on_cancel() {
    if (model_.state() == State::deciding) {
        model_.stop();
        return;
    }
    model_.stop();
    news_ = {};
    Destroy();
}

void BatchWindow::show_rows(const std::vector<review::PlannedDecision>& rows) {
    list_->DeleteAllItems();
    for (const review::PlannedDecision& row : rows) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(row.report_id));
        cells.push_back(shown(row.site));
        cells.push_back(shown(row.shopper));
        cells.push_back(row.obstacle.en.empty() && row.decision ? name_of(*row.decision) : wxString::FromUTF8("—"));
        cells.push_back(shown(row.obstacle));
        list_->AppendItem(cells);
    }
}

void BatchWindow::show_state() {
    const bool working = model_.state() == State::planning || model_.state() == State::deciding;
    if (working) {
        progress_.Start(progress_is_shown_every);
    } else {
        progress_.Stop();
    }
    gauge_->Show(working);
    confirm_->Enable(model_.can_confirm());
    notice_->clear();
    wxString head;
    switch (model_.state()) {
        case State::idle:
            if (!model_.error().en.empty()) {
                head = _("Nothing was decided.");
                notice_->fail(_("Something went wrong:") + " " + shown(model_.error()), wxString());
            }
            break;
        case State::planning:
            head = _("Looking at the reports...");
            break;
        case State::planned:
            head = plan_in_words(model_);
            show_rows(model_.planned());
            if (model_.can_confirm()) {
                confirm_->SetFocus();
            }
            break;
        case State::deciding:
            head = _("Recording...");
            cancel_->SetLabel(_("Stop"));
            break;
        case State::decided: {
            const review::DecidedMany& result = model_.result();
            if (result.refused.empty() && result.not_reached == 0) {
                news_ = {};
                Destroy();
                return;
            }
            head = result_in_words(result);
            show_rows(result.refused);
            if (!result.refused.empty()) {
                notice_->fail(_("These were not, since they changed meanwhile:") + rows_in_words(result.refused),
                              wxString());
            }
            cancel_->SetLabel(_("Close"));
            cancel_->SetFocus();
            break;
        }
    }
    head_->SetLabel(head);
    Layout();
}

}  // namespace relis::app
