#include "app/fairness_window.h"

#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>

#include "app/chart_files.h"
#include "app/fairness_charts.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int {
    item_export_chart = wxID_HIGHEST + 1,
    item_export_figures,
    item_only_notable,
    item_filters,
    item_list,
    item_charts
};

enum Column : unsigned {
    column_group,
    column_shoppers,
    column_measure,
    column_value,
    column_others,
    column_difference,
    column_remark
};

enum ChartPlace : std::size_t { chart_spread, chart_differences };

constexpr std::array<const char*, 2> chart_files{"missions-per-shopper", "differences"};

}  // namespace

/// The differences that are shown.
class FairnessWindow::Rows final : public wxDataViewVirtualListModel {
  public:
    explicit Rows(const FairnessModel& model) : model_(model) {}
    unsigned GetColumnCount() const override { return column_remark + 1; }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        value = row < model_.rows() ? cell(row, column) : wxString();
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
        if (column != column_remark || row >= model_.rows()) return false;
        attr.SetColour(Palette().of(model_.figure(row).notable ? Ink::bad : Ink::muted));
        return true;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

  private:
    [[nodiscard]] wxString cell(unsigned row, unsigned column) const {
        const review::FairnessGroup& group = model_.group(row);
        const review::FairnessFigure& figure = model_.figure(row);
        switch (column) {
            case column_group:
                return app::shown(group.name);
            case column_shoppers:
                return wxString::Format("%zu", group.shoppers);
            case column_measure:
                return app::shown(review::label(figure.measure));
            case column_value:
                return fairness_text(figure.value, figure.measure);
            case column_others:
                return fairness_text(figure.others, figure.measure);
            case column_difference:
                return difference_text(figure);
            default:
                return remark_text(figure);
        }
    }
    const FairnessModel& model_;
};

FairnessWindow::FairnessWindow(wxWindow* parent, FairnessDesk& desk, Background& background)
    : wxFrame(parent, wxID_ANY, _("Fairness")), model_(desk, background) {
    SetMinSize(FromDIP(wxSize(640, 420)));
    SetSize(FromDIP(wxSize(1240, 680)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(6);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    bar_ = new NoticeBar(all);
    sizer->Add(bar_, wxSizerFlags().Expand());
    make_filters(*all, *sizer);
    const long fitted = wxST_NO_AUTORESIZE | wxST_ELLIPSIZE_END;
    spread_ = new wxStaticText(all, wxID_ANY, _("Being counted..."), wxDefaultPosition, wxDefaultSize, fitted);
    spread_->SetFont(spread_->GetFont().Bold());
    concentration_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, fitted);
    differences_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, fitted);
    for (wxStaticText* const text : {spread_, concentration_, differences_})
        sizer->Add(text, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    split_ = new wxSplitterWindow(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    auto* const rows_side = new wxPanel(split_);
    make_list(*rows_side);
    auto* const side = new wxPanel(split_);
    make_charts(*side);
    split_->SplitVertically(rows_side, side, -FromDIP(390));
    split_->SetMinimumPaneSize(FromDIP(200));
    split_->SetSashGravity(0.6);
    sizer->Add(split_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    all->SetSizer(sizer);

    news_ = model_.notifier().subscribe([this](FairnessModel::News news) { on_model(news); });
    fill_programmes();
    list_->SetFocus();
    // its many cells and the window around them are drawn one after the other
    Bind(wxEVT_SHOW, [this, begun = false](wxShowEvent& event) mutable {
        event.Skip();
        if (event.IsShown() && !std::exchange(begun, true)) model_.start();
    });
}

void FairnessWindow::make_menus() {
    auto* const file = new wxMenu;
    file->Append(item_export_chart, _("Export the &chart...") + "\tCtrl+E");
    file->Append(item_export_figures, _("Export all &figures...") + "\tCtrl+S");
    file->AppendSeparator();
    file->Append(wxID_CLOSE, _("&Close") + "\tCtrl+W");
    auto* const view = new wxMenu;
    view->Append(wxID_REFRESH, _("&Count again") + "\tF5");
    view->AppendCheckItem(item_only_notable, _("Only what asks for a &look") + "\tCtrl+L");
    view->AppendSeparator();
    view->Append(item_filters, _("&Filters") + "\tCtrl+1");
    view->Append(item_list, _("&Differences") + "\tCtrl+2");
    view->Append(item_charts, _("C&harts") + "\tCtrl+3");
    auto* const bar = new wxMenuBar;
    bar->Append(file, _("&File"));
    bar->Append(view, _("&View"));
    SetMenuBar(bar);
    const auto on = menu_actions(*this);
    on(item_export_chart, [this] { ask_chart(); });
    on(item_export_figures, [this] { ask_figures(); });
    on(item_only_notable, [this] { model_.show_only_notable(!model_.only_notable()); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(item_filters, [this] { period_->SetFocus(); });
    on(item_list, [this] { list_->SetFocus(); });
    on(item_charts, [this] { charts_[last_chart_]->SetFocus(); });
    on(wxID_CLOSE, [this] { Close(); });
}

void FairnessWindow::make_filters(wxWindow& parent, wxSizer& sizer) {
    const int gap = FromDIP(6);
    auto* const row = wrapping_row();
    const auto label = [&](const wxString& text) {
        row->Add(new wxStaticText(&parent, wxID_ANY, text), wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    };
    label(_("P&eriod:"));
    period_ = new wxChoice(&parent, wxID_ANY);
    period_->SetName(_("Period"));
    for (const wxString& name : {_("30 days"), _("3 months"), _("6 months"), _("12 months"), _("2 years")})
        period_->Append(name);
    for (std::size_t i = 0; i < fairness_periods.size(); ++i) {
        if (fairness_periods.at(i) == model_.options().days) period_->SetSelection(static_cast<int>(i));
    }
    row->Add(period_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    label(_("&Programme:"));
    programme_ = new wxChoice(&parent, wxID_ANY);
    programme_->SetName(_("Programme"));
    row->Add(programme_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap));
    only_notable_ = new wxCheckBox(&parent, wxID_ANY, _("Only what asks for a &look"));
    row->Add(only_notable_, wxSizerFlags().CentreVertical().Border(wxLEFT, 2 * gap));
    row->AddStretchSpacer(1);
    sizer.Add(row, wxSizerFlags().Expand().Border(wxALL, gap));

    period_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        model_.set_days(fairness_periods.at(static_cast<std::size_t>(period_->GetSelection())));
    });
    programme_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const int chosen = programme_->GetSelection();
        model_.set_programme(chosen <= 0 ? std::string()
                                         : model_.programmes()[static_cast<std::size_t>(chosen) - 1].id);
    });
    only_notable_->Bind(wxEVT_CHECKBOX,
                        [this](wxCommandEvent&) { model_.show_only_notable(only_notable_->GetValue()); });
}

void FairnessWindow::make_list(wxWindow& parent) {
    list_ = new wxDataViewCtrl(&parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(_("Differences"));
    rows_ = new Rows(model_);
    list_->AssociateModel(rows_.get());
    const auto text = [this](const wxString& title, unsigned column, int width, wxAlignment align) {
        auto* const renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        list_->AppendColumn(
            new wxDataViewColumn(title, renderer, column, FromDIP(width), align, wxDATAVIEW_COL_RESIZABLE));
    };
    text(_("Group"), column_group, 145, wxALIGN_LEFT);
    text(_("People"), column_shoppers, 70, wxALIGN_RIGHT);
    text(_("Measure"), column_measure, 190, wxALIGN_LEFT);
    text(_("Value"), column_value, 60, wxALIGN_RIGHT);
    text(_("All others"), column_others, 70, wxALIGN_RIGHT);
    text(_("Difference"), column_difference, 135, wxALIGN_RIGHT);
    text(_("Remark"), column_remark, 220, wxALIGN_LEFT);
    fit_columns(*list_);
    emptiness_ = new wxStaticText(&parent, wxID_ANY, wxString());
    emptiness_->Hide();
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(emptiness_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    sizer->Add(list_, wxSizerFlags(1).Expand());
    parent.SetSizer(sizer);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (const wxDataViewItem item = list_->GetSelection(); item.IsOk()) model_.choose(rows_->GetRow(item));
    });
}

void FairnessWindow::make_charts(wxWindow& parent) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    const std::array<wxString, 2> names{_("Missions a shopper"), _("Differences")};
    constexpr std::array shares{3, 5};
    for (std::size_t i = 0; i < charts_.size(); ++i) {
        charts_.at(i) = new ChartView(&parent, names.at(i), turns_);
        charts_.at(i)->Bind(wxEVT_SET_FOCUS, [this, i](wxFocusEvent& event) {
            last_chart_ = i;
            event.Skip();
        });
        sizer->Add(charts_.at(i), wxSizerFlags(shares.at(i)).Expand());
    }
    parent.SetSizer(sizer);
}

void FairnessWindow::on_model(FairnessModel::News news) {
    switch (news) {
        case FairnessModel::News::choices:
            fill_programmes();
            break;
        case FairnessModel::News::loading:
            spread_->SetLabel(_("Being counted..."));
            break;
        case FairnessModel::News::figures:
            show_figures();
            break;
        case FairnessModel::News::rows:
            show_rows();
            show_charts();
            break;
    }
}

void FairnessWindow::fill_programmes() {
    programme_->Clear();
    programme_->Append(_("all"));
    int chosen = 0;
    for (const review::ProgrammeName& programme : model_.programmes()) {
        const int place = programme_->Append(shown(programme.name.empty() ? programme.id : programme.name));
        if (programme.id == model_.options().programme) chosen = place;
    }
    programme_->SetSelection(chosen);
}

void FairnessWindow::show_figures() {
    if (!model_.error().en.empty()) {
        spread_->SetLabel(_("The figures could not be counted."));
        concentration_->SetLabel(wxString());
        differences_->SetLabel(wxString());
        bar_->ShowMessage(shown(model_.error()), wxICON_ERROR);
        return;
    }
    spread_->SetLabel(spread_text(model_.report()->spread));
    concentration_->SetLabel(concentration_text(model_.report()->spread));
    differences_->SetLabel(differences_text(*model_.report()));
    for (wxStaticText* const text : {spread_, concentration_, differences_}) text->SetToolTip(text->GetLabel());
    show_rows();
    show_charts();
}

void FairnessWindow::show_rows() {
    only_notable_->SetValue(model_.only_notable());
    GetMenuBar()->Check(item_only_notable, model_.only_notable());
    const bool chosen = list_->GetSelection().IsOk();
    if (chosen && rows_->GetCount() == model_.rows()) {
        list_->Refresh();
        return;
    }
    rows_->Reset(static_cast<unsigned>(model_.rows()));
    const wxString emptiness = model_.emptiness();
    emptiness_->SetLabel(emptiness);
    emptiness_->Show(!emptiness.empty());
    emptiness_->GetParent()->Layout();
    if (model_.rows() == 0) return;
    unsigned first = 0;
    while (first + 1 < model_.rows() && !model_.figure(first).notable) ++first;
    if (!model_.figure(first).notable) first = 0;
    list_->Select(rows_->GetItem(first));
    list_->EnsureVisible(rows_->GetItem(first));
    model_.choose(first);
}

void FairnessWindow::show_charts() {
    if (model_.report() == nullptr) return;
    const review::FairnessReport& report = *model_.report();
    charts_[chart_spread]->show(spread_chart(report.spread));
    charts_[chart_differences]->show(difference_chart(report, model_.grouping(), model_.measure()));
}

void FairnessWindow::ask_chart() {
    if (model_.report() == nullptr) return;
    if (const auto file = ask_chart_file(*this, charts_[last_chart_]->chart(), chart_files.at(last_chart_)))
        export_chart(*file);
}

void FairnessWindow::ask_figures() {
    if (model_.report() == nullptr) return;
    if (const auto file = ask_table_file(*this, "relis-fairness.csv")) export_figures(*file);
}

void FairnessWindow::export_chart(const std::filesystem::path& file) {
    write_and_tell(*bar_, file, [&] { write_chart(charts_[last_chart_]->chart(), file, *this); });
}

void FairnessWindow::export_figures(const std::filesystem::path& file) {
    if (model_.report() == nullptr) return;
    write_and_tell(*bar_, file, [&] { write_text(review::to_csv(*model_.report()), file); });
}

}  // namespace relis::app
