#include <sstream>

#include <wx/dirdlg.h>
#include <wx/sizer.h>

#include "app/criteria_panels.h"
#include "app/criteria_words.h"
#include "app/fitting.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

constexpr int settles_after = 500;  // milliseconds

std::vector<std::string> ids_in(const wxString& text) {
    std::istringstream words(to_utf8(text));
    std::vector<std::string> ids;
    for (std::string word; words >> word;) {
        while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.pop_back();
        if (!word.empty()) ids.push_back(word);
    }
    return ids;
}

}  // namespace

CriteriaPreviewPanel::CriteriaPreviewPanel(wxWindow* parent, CriteriaModel& model) : wxPanel(parent), model_(model) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    const int gap = FromDIP(6);

    auto* const what = wrapping_row();
    what->Add(new wxStaticText(this, wxID_ANY, _("&Reports:")), wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    reports_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    reports_->SetHint(_("numbers of chosen reports; empty: a sample"));
    reports_->SetName(_("Reports to preview"));
    what->Add(reports_, wxSizerFlags(1).CentreVertical());
    what->Add(new wxStaticText(this, wxID_ANY, _("&Sample of:")),
              wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, gap));
    sample_ = new wxSpinCtrl(this, wxID_ANY, "100", wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 10, 5000, 100);
    sample_->SetName(_("Size of the sample"));
    what->Add(sample_, wxSizerFlags().CentreVertical());
    sizer->Add(what, wxSizerFlags().Expand().Border(wxALL, gap));

    auto* const set = wrapping_row();
    folder_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                               wxST_ELLIPSIZE_MIDDLE | wxST_NO_AUTORESIZE);
    set->Add(folder_, wxSizerFlags(1).CentreVertical());
    auto* const choose = new wxButton(this, wxID_ANY, _("&Calibration set..."));
    set->Add(choose, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    sizer->Add(set, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));

    auto* const state = new wxBoxSizer(wxHORIZONTAL);
    summary_ =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 38)), wxST_NO_AUTORESIZE);
    state->Add(summary_, wxSizerFlags(1).Expand());
    gauge_ = new wxGauge(this, wxID_ANY, 1000, wxDefaultPosition, FromDIP(wxSize(120, -1)));
    state->Add(gauge_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    stop_ = new wxButton(this, wxID_ANY, _("S&top"));
    state->Add(stop_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    sizer->Add(state, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));

    chart_ = new ChartView(this, _("Score changes"), turns_);
    sizer->Add(chart_, wxSizerFlags(4).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));

    agreement_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    agreement_->SetName(_("Agreement with people"));
    agreement_->AppendTextColumn(_("Agreement with people"), wxDATAVIEW_CELL_INERT, FromDIP(250));
    agreement_->AppendTextColumn(_("Half"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    agreement_->AppendTextColumn(_("Before"), wxDATAVIEW_CELL_INERT, FromDIP(70), wxALIGN_RIGHT);
    agreement_->AppendTextColumn(_("After"), wxDATAVIEW_CELL_INERT, FromDIP(70), wxALIGN_RIGHT);
    agreement_->AppendTextColumn(wxString(), wxDATAVIEW_CELL_INERT, FromDIP(70));
    sizer->Add(agreement_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));

    moved_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    moved_->SetName(_("Reports that move most"));
    moved_->AppendTextColumn(_("Reports that move most"), wxDATAVIEW_CELL_INERT, FromDIP(165));
    moved_->AppendTextColumn(_("Score"), wxDATAVIEW_CELL_INERT, FromDIP(70));
    moved_->AppendTextColumn(_("Before"), wxDATAVIEW_CELL_INERT, FromDIP(60), wxALIGN_RIGHT);
    moved_->AppendTextColumn(_("After"), wxDATAVIEW_CELL_INERT, FromDIP(60), wxALIGN_RIGHT);
    moved_->AppendTextColumn(_("People"), wxDATAVIEW_CELL_INERT, FromDIP(88), wxALIGN_RIGHT);
    moved_->AppendTextColumn(_("Recommendation"), wxDATAVIEW_CELL_INERT, FromDIP(215));
    fit_columns(*agreement_);
    fit_columns(*moved_);
    sizer->Add(moved_, wxSizerFlags(3).Expand().Border(wxALL, gap));
    SetSizer(sizer);

    const auto again = [this](auto& event) {
        settle_.StartOnce(settles_after);
        event.Skip();
    };
    reports_->Bind(wxEVT_TEXT, again);
    sample_->Bind(wxEVT_SPINCTRL, again);
    settle_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { refresh(); });
    tick_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { show_progress(); });
    choose->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose_folder(); });
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        settle_.Stop();
        model_.preview().stop();
    });
    model_news_ = model.notifier().subscribe([this](CriteriaModel::News news) { on_model(news); });
    preview_news_ = model.preview().notifier().subscribe([this](CriteriaPreview::News news) { on_preview(news); });
    if (model_.preview().folder().empty()) model_.preview().set_folder(installed_calibration_set());
    show_results();
    show_progress();
    if (model_.sheet() != nullptr) settle_.StartOnce(settles_after);
}

void CriteriaPreviewPanel::on_model(CriteriaModel::News news) {
    if (news == CriteriaModel::News::value || news == CriteriaModel::News::sheet) settle_.StartOnce(settles_after);
}

void CriteriaPreviewPanel::refresh() {
    settle_.Stop();
    if (model_.sheet() == nullptr) return;
    if (model_.changes() == 0) {
        model_.preview().clear();
        return;
    }
    model_.preview().set_reports(ids_in(reports_->GetValue()));
    model_.preview().set_sample(static_cast<std::size_t>(sample_->GetValue()));
    model_.preview().refresh(model_.proposal(), model_.sheet()->criteria_set);
}

void CriteriaPreviewPanel::choose_folder() {
    wxDirDialog dialog(this, _("Calibration set: a folder with graded reports"),
                       shown(model_.preview().folder().string()), wxDD_DEFAULT_STYLE | wxDD_DIR_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    model_.preview().set_folder(std::filesystem::path(to_utf8(dialog.GetPath())));
    show_results();
    refresh();
}

void CriteriaPreviewPanel::on_preview(CriteriaPreview::News news) {
    if (news == CriteriaPreview::News::started) {
        tick_.Start(100);
    }
    show_results();
    show_progress();
}

void CriteriaPreviewPanel::show_progress() {
    const bool running = model_.preview().running();
    if (!running) tick_.Stop();
    if (gauge_->IsShown() != running) {
        gauge_->Show(running);
        stop_->Show(running);
        Layout();
    }
    if (!running) return;
    const review::Progress progress = model_.preview().progress();
    if (progress.total > 0) {
        gauge_->SetValue(static_cast<int>(1000 * std::min(progress.done, progress.total) / progress.total));
    } else {
        gauge_->Pulse();
    }
}

void CriteriaPreviewPanel::show_results() {
    const CriteriaPreview& preview = model_.preview();
    folder_->SetLabel(preview.folder().empty() ? _("No calibration set: choose a folder of reports that people graded.")
                                               : _("Calibration set:") + " " + shown(preview.folder().string()));
    summary_->SetLabel(model_.changes() == 0
                           ? _("Change a value: what it does to reports shows here before anything is published.")
                           : summary_of(preview));
    chart_->show(changes_chart(preview));
    fill_agreement();
    fill_moved();
}

void CriteriaPreviewPanel::fill_agreement() {
    agreement_->DeleteAllItems();
    for (const AgreementLine& line : model_.preview().agreement()) {
        const int direction = line.direction();
        wxVector<wxVariant> cells;
        cells.push_back(name_of(line));
        cells.push_back(name_of_half(line.half));
        cells.push_back(figure_of(line, line.before));
        cells.push_back(figure_of(line, line.after));
        cells.push_back(direction == 0 ? wxString() : direction > 0 ? _("nearer") : _("further"));
        agreement_->AppendItem(cells);
    }
}

void CriteriaPreviewPanel::fill_moved() {
    moved_->DeleteAllItems();
    constexpr std::size_t most_rows = 200;
    std::size_t rows = 0;
    for (const MovedReport& report : model_.preview().moved()) {
        if (++rows > most_rows) break;
        wxVector<wxVariant> cells;
        cells.push_back(shown(report.report_id));
        cells.push_back(report.criterion.empty() ? wxString() : name_of_criterion(report.criterion));
        cells.push_back(report.criterion.empty() ? wxString() : score(report.before));
        cells.push_back(report.criterion.empty() ? wxString() : score(report.after));
        cells.push_back(report.graded && report.person ? score(report.person) : wxString());
        cells.push_back(report.recommended_otherwise()
                            ? name_of_recommendation(report.recommended_before) + " " + wxString(wxUniChar(0x2192)) +
                                  " " + name_of_recommendation(report.recommended_after)
                            : wxString());
        moved_->AppendItem(cells);
    }
}

}  // namespace relis::app
