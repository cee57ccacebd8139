#include "app/dashboard_window.h"

#include <stdexcept>

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/chart_files.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int {
    item_export_chart = wxID_HIGHEST + 1,
    item_export_figures,
    item_export_all,
    item_filters,
    item_charts
};

/// `Odile Roy (C-0042)` names C-0042; anything else is taken as it stands.
std::string id_in(const wxString& text) {
    const wxString trimmed = text.Strip(wxString::both);
    if (!trimmed.EndsWith(")") || trimmed.Find('(', true) == wxNOT_FOUND) return to_utf8(trimmed);
    return to_utf8(trimmed.AfterLast('(').BeforeLast(')'));
}

}  // namespace

DashboardWindow::DashboardWindow(wxWindow* parent, DashboardDesk& desk, Background& background)
    : wxFrame(parent, wxID_ANY, _("Dashboard")), model_(desk, background) {
    SetMinSize(FromDIP(wxSize(640, 420)));
    SetSize(FromDIP(wxSize(1200, 700)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(6);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    bar_ = new NoticeBar(all);
    sizer->Add(bar_, wxSizerFlags().Expand());
    make_filters(all, sizer);
    summary_ = new wxStaticText(all, wxID_ANY, _("Being counted..."), wxDefaultPosition, wxDefaultSize,
                                wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END);
    summary_->SetFont(summary_->GetFont().Bold());
    sizer->Add(summary_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    page_ = new wxScrolledWindow(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL);
    page_->SetScrollRate(0, FromDIP(20));
    grid_ = new wxGridSizer(2, FromDIP(wxSize(8, 8)));
    page_->SetSizer(grid_);
    sizer->Add(page_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    all->SetSizer(sizer);

    page_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        arrange();
        event.Skip();
    });
    export_tick_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { export_next(); });
    news_ = model_.notifier().subscribe([this](DashboardModel::News news) { on_model(news); });
    fill_choices();
    model_.start();
    period_->SetFocus();
}

void DashboardWindow::make_menus() {
    auto* const file = new wxMenu;
    file->Append(item_export_chart, _("Export the &chart...") + "\tCtrl+E");
    file->Append(item_export_figures, _("Export all &figures...") + "\tCtrl+S");
    file->Append(item_export_all, _("Export &everything into a folder...") + "\tCtrl+Shift+E");
    file->AppendSeparator();
    file->Append(wxID_CLOSE, _("&Close") + "\tCtrl+W");
    auto* const view = new wxMenu;
    view->Append(wxID_REFRESH, _("&Count again") + "\tF5");
    view->Append(item_filters, _("&Filters") + "\tCtrl+1");
    view->Append(item_charts, _("C&harts") + "\tCtrl+2");
    auto* const bar = new wxMenuBar;
    bar->Append(file, _("&File"));
    bar->Append(view, _("&View"));
    SetMenuBar(bar);
    const auto on = menu_actions(*this);
    on(item_export_chart, [this] { ask_chart(); });
    on(item_export_figures, [this] { ask_figures(); });
    on(item_export_all, [this] { ask_folder(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(item_filters, [this] { period_->SetFocus(); });
    on(item_charts, [this] {
        if (!views_.empty()) views_.front()->SetFocus();
    });
    on(wxID_CLOSE, [this] { Close(); });
}

void DashboardWindow::make_filters(wxWindow* parent, wxSizer* sizer) {
    const int gap = FromDIP(6);
    auto* const row = wrapping_row();
    const auto label = [&](const wxString& text) {
        row->Add(new wxStaticText(parent, wxID_ANY, text), wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    };
    label(_("P&eriod:"));
    period_ = new wxChoice(parent, wxID_ANY);
    period_->SetName(_("Period"));
    for (const wxString& name : {_("7 days"), _("30 days"), _("3 months"), _("12 months"), _("since the beginning")})
        period_->Append(name);
    period_->SetSelection(static_cast<int>(model_.period()));
    row->Add(period_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    label(_("&Programme:"));
    programme_ = new wxChoice(parent, wxID_ANY);
    programme_->SetName(_("Programme"));
    row->Add(programme_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap));
    label(_("&Reviewer:"));
    reviewer_ = new wxChoice(parent, wxID_ANY);
    reviewer_->SetName(_("Reviewer"));
    row->Add(reviewer_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap));
    label(_("&Shopper:"));
    shopper_ =
        new wxComboBox(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, 0, nullptr, wxTE_PROCESS_ENTER);
    shopper_->SetName(_("Shopper"));
    shopper_->SetHint(_("number, or empty: all"));
    row->Add(shopper_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap));
    sizer->Add(row, wxSizerFlags().Expand().Border(wxALL, gap));

    period_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        model_.set_period(static_cast<DashboardPeriod>(period_->GetSelection()));
    });
    programme_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const int chosen = programme_->GetSelection();
        model_.set_programme(chosen <= 0 ? std::string()
                                         : model_.programmes()[static_cast<std::size_t>(chosen) - 1].id);
    });
    reviewer_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const int chosen = reviewer_->GetSelection();
        model_.set_reviewer(chosen <= 0 ? std::string() : model_.reviewers()[static_cast<std::size_t>(chosen) - 1].id);
    });
    const auto by_shopper = [this](wxCommandEvent&) { model_.set_shopper(id_in(shopper_->GetValue())); };
    shopper_->Bind(wxEVT_COMBOBOX, by_shopper);
    shopper_->Bind(wxEVT_TEXT_ENTER, by_shopper);
    shopper_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        model_.set_shopper(id_in(shopper_->GetValue()));
        event.Skip();
    });
}

void DashboardWindow::on_model(DashboardModel::News news) {
    switch (news) {
        case DashboardModel::News::choices:
            fill_choices();
            break;
        case DashboardModel::News::loading:
            summary_->SetLabel(_("Being counted..."));
            break;
        case DashboardModel::News::figures:
            show_figures();
            break;
    }
}

void DashboardWindow::fill_choices() {
    programme_->Clear();
    programme_->Append(_("all"));
    for (const review::ProgrammeName& programme : model_.programmes())
        programme_->Append(shown(programme.name.empty() ? programme.id : programme.name));
    programme_->SetSelection(0);
    reviewer_->Clear();
    reviewer_->Append(_("all"));
    for (const review::StatisticsGroup& reviewer : model_.reviewers()) reviewer_->Append(shown(reviewer.name));
    reviewer_->SetSelection(0);
    const wxString typed = shopper_->GetValue();
    shopper_->Clear();
    for (const review::StatisticsGroup& shopper : model_.shoppers())
        shopper_->Append(shown(shopper.name) + " (" + shown(shopper.id) + ")");
    shopper_->ChangeValue(typed);
}

void DashboardWindow::show_figures() {
    if (!model_.error().en.empty()) {
        summary_->SetLabel(_("The figures could not be counted."));
        bar_->ShowMessage(shown(model_.error()), wxICON_ERROR);
        return;
    }
    charts_ = dashboard_charts(*model_.figures());
    const std::string& shopper = model_.query().shopper;
    const bool unknown =
        !shopper.empty() && model_.figures()->totals.decided() == 0 && model_.figures()->backlog.waiting == 0;
    summary_->SetLabel(
        unknown ? wxString::Format(_("Nothing of %s in this period: is it a shopper's number?"), shown(shopper))
                : dashboard_summary(*model_.figures()));
    summary_->SetToolTip(summary_->GetLabel());
    while (views_.size() < charts_.size()) {
        auto* const view = new ChartView(page_, wxString::FromUTF8(charts_[views_.size()].chart.title), turns_);
        view->SetMinSize(FromDIP(wxSize(280, 240)) * text_scale(*this));
        view->Bind(wxEVT_SET_FOCUS, [this, place = views_.size(), view](wxFocusEvent& event) {
            last_focus_ = place;
            // what is reached by key comes into sight
            const int top = view->GetPosition().y, foot = top + view->GetSize().y;
            const int unit = FromDIP(20), seen = page_->GetClientSize().y, from = page_->GetViewStart().y;
            if (top < 0) page_->Scroll(-1, std::max(0, from + top / unit - 1));
            if (foot > seen) page_->Scroll(-1, from + (foot - seen) / unit + 1);
            event.Skip();
        });
        grid_->Add(view, wxSizerFlags(1).Expand());
        views_.push_back(view);
    }
    for (std::size_t i = 0; i < charts_.size(); ++i) views_[i]->show(charts_[i].chart);
    arrange();
    page_->FitInside();
    page_->Layout();
}

void DashboardWindow::arrange() {
    const int columns = page_->GetClientSize().x < FromDIP(700) ? 1 : 2;
    if (grid_->GetCols() == columns) return;
    grid_->SetCols(columns);
    page_->FitInside();
}

const DashboardChart* DashboardWindow::focused() const {
    return last_focus_ < charts_.size() ? &charts_[last_focus_] : nullptr;
}

void DashboardWindow::ask_chart() {
    const DashboardChart* const chart = focused();
    if (chart == nullptr) return;
    if (const auto file = ask_chart_file(*this, chart->chart, chart->file)) export_chart(*file);
}

void DashboardWindow::ask_figures() {
    if (const auto file = ask_table_file(*this, "relis-figures.csv")) export_figures(*file);
}

void DashboardWindow::ask_folder() {
    wxDirDialog dialog(this, _("Export everything into a folder"));
    if (dialog.ShowModal() == wxID_OK) export_all(std::filesystem::path(to_utf8(dialog.GetPath())));
}

void DashboardWindow::export_chart(const std::filesystem::path& file) {
    const DashboardChart* const chart = focused();
    if (chart == nullptr) return;
    write_and_tell(*bar_, file, [&] { write_chart(chart->chart, file, *this); });
}

void DashboardWindow::export_figures(const std::filesystem::path& file) {
    if (model_.figures() == nullptr) return;
    write_and_tell(*bar_, file, [&] { write_text(review::to_csv(*model_.figures()), file); });
}

void DashboardWindow::export_all(const std::filesystem::path& folder) {
    if (charts_.empty() || export_tick_.IsRunning()) return;
    export_folder_ = folder;
    exported_ = 0;
    export_tick_.Start(10);
}

void DashboardWindow::export_next() {
    try {
        if (exported_ < charts_.size()) {
            const DashboardChart& chart = charts_[exported_++];
            for (const char* const ending : {".png", ".svg", ".csv"})
                write_chart(chart.chart, export_folder_ / (chart.file + ending), *this);
            return;
        }
        export_tick_.Stop();
        export_figures(export_folder_ / "relis-figures.csv");
    } catch (const std::runtime_error& error) {
        export_tick_.Stop();
        bar_->ShowMessage(shown(error.what()), wxICON_ERROR);
    }
}

}  // namespace relis::app
