#include "app/shopper_window.h"

#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/report_document.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int { item_open_report = wxID_HIGHEST + 1, item_feedback, item_conduct, item_month };

/// `yes`, `late by 3 h`; empty where there was no due time.
wxString on_time(const review::QueueRow& row) {
    if (!row.due_at || !row.submitted_at) {
        return {};
    }
    const auto late = row.submitted_at->utc - row.due_at->utc;
    if (late <= std::chrono::seconds{0}) {
        return _("on time");
    }
    const auto hours = std::chrono::ceil<std::chrono::hours>(late).count();
    return wxString::Format(_("late by %lld h"), static_cast<long long>(hours));
}

}  // namespace

ShopperWindow::ShopperWindow(wxWindow* parent, ShopperDesk& desk, Background& background, ForReport open_report,
                             ForReport show_feedback, std::function<void()> show_conduct,
                             std::function<void()> choose_month)
    : wxFrame(parent, wxID_ANY, _("Shopper")),
      model_(desk, background),
      open_report_(std::move(open_report)),
      show_feedback_(std::move(show_feedback)),
      show_conduct_(std::move(show_conduct)),
      choose_month_(std::move(choose_month)) {
    SetMinSize(FromDIP(wxSize(640, 420)));
    SetSize(FromDIP(wxSize(1180, 680)));
    make_menus();
    auto* const all = new wxPanel(this);
    bar_ = new NoticeBar(all);
    auto* const split =
        new wxSplitterWindow(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    card_ = new DocumentView(split, _("Shopper"), [](const Target&) {});
    auto* const right = new wxPanel(split);
    rating_ = new ChartView(right, _("Reliability over time"), turns_);
    scores_ = new ChartView(right, _("Scores over time"), turns_);
    reports_ = new wxDataViewListCtrl(right, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    reports_->SetName(_("Reports"));
    reports_->AppendTextColumn(_("Report"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    reports_->AppendTextColumn(_("Submitted"), wxDATAVIEW_CELL_INERT, FromDIP(130));
    reports_->AppendTextColumn(_("Site"), wxDATAVIEW_CELL_INERT, FromDIP(210));
    reports_->AppendTextColumn(_("Detail"), wxDATAVIEW_CELL_INERT, FromDIP(62), wxALIGN_RIGHT);
    reports_->AppendTextColumn(_("French"), wxDATAVIEW_CELL_INERT, FromDIP(80), wxALIGN_RIGHT);
    reports_->AppendTextColumn(_("State"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    reports_->AppendTextColumn(_("Punctuality"), wxDATAVIEW_CELL_INERT, FromDIP(150));
    fit_columns(*reports_);
    const int gap = FromDIP(4);
    auto* const charts = new wxBoxSizer(wxHORIZONTAL);
    charts->Add(rating_, wxSizerFlags(1).Expand().Border(wxALL, gap));
    charts->Add(scores_, wxSizerFlags(1).Expand().Border(wxALL, gap));
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(charts, wxSizerFlags(1).Expand());
    column->Add(reports_, wxSizerFlags(1).Expand());
    right->SetSizer(column);
    split->SplitVertically(card_, right, FromDIP(380));
    split->SetMinimumPaneSize(FromDIP(220));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(split, wxSizerFlags(1).Expand());
    all->SetSizer(sizer);

    reports_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const std::string report_id = selected_report(); !report_id.empty()) {
            open_report_(report_id);
        }
    });
    news_ = model_.notifier().subscribe([this] { show_file(); });
    card_->SetFocus();
}

void ShopperWindow::make_menus() {
    auto* const shopper = new wxMenu;
    shopper->Append(item_open_report, _("&Open the report") + "\tCtrl+O");
    shopper->Append(item_feedback, _("&Feedback of the report...") + "\tCtrl+B");
    shopper->Append(item_month, _("Feedback of a &month...") + "\tCtrl+M");
    shopper->Append(item_conduct, _("&Notes, misconduct, log of the rating...") + "\tCtrl+L");
    shopper->AppendSeparator();
    show_menu(*this, shopper, _("&Shopper"));
    const auto with_report = [this](const ForReport& act) {
        if (const std::string report_id = selected_report(); !report_id.empty()) {
            act(report_id);
        } else {
            wxBell();
        }
    };
    const auto with_file = [this](const std::function<void()>& act) {
        if (model_.file() != nullptr) {
            act();
        }
    };
    const auto on = menu_actions(*this);
    on(item_open_report, [this, with_report] { with_report(open_report_); });
    on(item_feedback, [this, with_report] { with_report(show_feedback_); });
    on(item_month, [this, with_file] { with_file(choose_month_); });
    on(item_conduct, [this, with_file] { with_file(show_conduct_); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
}

void ShopperWindow::open(const std::string& shopper_id) {
    if (shopper_id != model_.shopper_id()) {
        card_->show(notice_document(to_code_points(_("Opening...")), {}), false);
    }
    model_.open(shopper_id);
}

std::string ShopperWindow::selected_report() const {
    const int row = reports_->GetSelectedRow();
    const review::ShopperFile* const file = model_.file();
    if (row == wxNOT_FOUND || file == nullptr || static_cast<std::size_t>(row) >= file->reports.size()) {
        return {};
    }
    return file->reports[static_cast<std::size_t>(row)].report_id;
}

void ShopperWindow::show_file() {
    if (!model_.error().en.empty()) {
        bar_->ShowMessage(_("Something went wrong:") + " " + shown(model_.error()), wxICON_ERROR);
        return;
    }
    bar_->Dismiss();
    const review::ShopperFile& file = *model_.file();
    SetTitle(shown(file.card.name));
    card_->show(shopper_file_document(file), false);
    rating_->show(rating_chart(file));
    scores_->show(scores_chart(file));
    show_reports(file);
}

void ShopperWindow::show_reports(const review::ShopperFile& file) {
    reports_->DeleteAllItems();
    for (const review::QueueRow& row : file.reports) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(row.report_id));
        cells.push_back(row.submitted_at ? clock(*row.submitted_at) : wxString());
        cells.push_back(shown(row.site));
        cells.push_back(score(row.detail));
        cells.push_back(score(row.french));
        cells.push_back(name_of(row.state));
        cells.push_back(on_time(row));
        reports_->AppendItem(cells);
    }
    if (!file.reports.empty()) {
        reports_->SelectRow(0);
    }
}

}  // namespace relis::app
