#include "app/queue_panel.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/confbase.h>
#include <wx/sizer.h>

#include "app/palette.h"
#include "app/words.h"

namespace relis::app {
namespace {

struct Column {
    const char* key;  ///< for the configuration
    wxString title;
    int width;
    review::QueueColumn sort;
    wxAlignment alignment;
};

std::vector<Column> columns() {
    using review::QueueColumn;
    return {{"due", _("Due"), 128, QueueColumn::due_at, wxALIGN_LEFT},
            {"report", _("Report"), 78, QueueColumn::submitted_at, wxALIGN_LEFT},
            {"programme", _("Programme"), 120, QueueColumn::programme, wxALIGN_LEFT},
            {"site", _("Site"), 166, QueueColumn::site, wxALIGN_LEFT},
            {"shopper", _("Shopper"), 156, QueueColumn::shopper, wxALIGN_LEFT},
            {"detail", _("Detail"), 58, QueueColumn::detail, wxALIGN_RIGHT},
            {"french", _("French"), 72, QueueColumn::french, wxALIGN_RIGHT},
            {"flags", _("Flags"), 78, QueueColumn::flags, wxALIGN_RIGHT},
            {"missing", _("Missing"), 98, QueueColumn::missing, wxALIGN_RIGHT},
            {"recommendation", _("Recommendation"), 150, QueueColumn::recommendation, wxALIGN_LEFT},
            {"state", _("State"), 88, QueueColumn::state, wxALIGN_LEFT},
            {"held", _("Held by"), 88, QueueColumn::state, wxALIGN_LEFT}};
}
enum ColumnIndex : unsigned {
    column_due,
    column_report,
    column_programme,
    column_site,
    column_shopper,
    column_detail,
    column_french,
    column_flags,
    column_missing,
    column_recommendation,
    column_state,
    column_held
};

constexpr std::array<review::ReportState, 5> all_states{
    review::ReportState::submitted, review::ReportState::assessed, review::ReportState::accepted,
    review::ReportState::rework_requested, review::ReportState::reassigned};
constexpr std::array<Decision, 3> all_decisions{Decision::accept, Decision::rework, Decision::reassign};

}  // namespace

/// The rows as the list asks for them.
class QueuePanel::Rows final : public wxDataViewVirtualListModel {
  public:
    Rows(QueueModel& queue, const Desk& desk) : queue_(queue), desk_(desk) {}

    unsigned GetColumnCount() const override { return column_held + 1; }
    wxString GetColumnType(unsigned) const override { return "string"; }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        value = row < queue_.rows().size() ? cell(queue_.rows()[row], column) : wxString();
        queue_.need(row);
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
        if (row >= queue_.rows().size()) return false;
        const review::QueueRow& shown_row = queue_.rows()[row];
        const Palette palette;
        switch (column) {
            case column_due: {
                if (!waits_for_decision(shown_row.state)) return false;
                const review::Urgency urgency = review::urgency(shown_row.due_at, desk_.now());
                attr.SetColour(palette.of(urgency));
                return true;
            }
            case column_missing:
            case column_flags:
                if ((column == column_missing ? shown_row.missing : shown_row.flags) == 0) return false;
                attr.SetColour(palette.of(column == column_missing ? Ink::bad : Ink::content));
                attr.SetBold(true);
                return true;
            case column_recommendation:
                if (!shown_row.recommendation) return false;
                attr.SetColour(palette.of(*shown_row.recommendation == Decision::accept   ? Ink::good
                                          : *shown_row.recommendation == Decision::rework ? Ink::warning
                                                                                          : Ink::bad));
                return true;
            default:
                return false;
        }
    }

  private:
    wxString cell(const review::QueueRow& row, unsigned column) const {
        const auto count = [](int number) { return number == 0 ? wxString() : wxString::Format("%d", number); };
        switch (column) {
            case column_due:
                return time_left(row, desk_.now());
            case column_report:
                return shown(row.report_id) + (row.revision > 1 ? wxString::Format(" (%d)", row.revision) : wxString());
            case column_programme:
                return shown(row.programme_name.empty() ? row.programme : row.programme_name);
            case column_site:
                return shown(row.site);
            case column_shopper:
                return shown(row.shopper) + (row.reliability ? "  (" + number(*row.reliability) + ")" : wxString());
            case column_detail:
                return score(row.detail);
            case column_french:
                return score(row.french);
            case column_flags:
                return count(row.flags);
            case column_missing:
                return count(row.missing);
            case column_recommendation:
                return row.recommendation ? name_of(*row.recommendation) : wxString();
            case column_state:
                return name_of(row.state);
            case column_held:
                return row.held_by == desk_.user() ? _("you") : shown(row.held_by);
            default:
                return {};
        }
    }
    QueueModel& queue_;
    const Desk& desk_;
};

QueuePanel::QueuePanel(wxWindow* parent, Session& session, std::function<void()> go_to_report,
                       std::function<void()> import)
    : wxPanel(parent),
      session_(session),
      go_to_report_(std::move(go_to_report)),
      import_(std::move(import)),
      search_timer_(this) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    auto* const filters = new wxBoxSizer(wxHORIZONTAL);
    make_filters(*filters);
    sizer->Add(filters, wxSizerFlags().Expand().Border(wxALL, FromDIP(5)));
    make_rows();
    sizer->Add(rows_, wxSizerFlags(1).Expand());

    empty_ = new wxPanel(this);
    auto* const message = new wxBoxSizer(wxVERTICAL);
    empty_text_ =
        new wxStaticText(empty_, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE_HORIZONTAL);
    empty_action_ = new wxButton(empty_, wxID_ANY, _("Import reports..."));
    empty_action_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (session_.queue().filtered()) {
            session_.queue().clear_filters();
        } else {
            import_();
        }
    });
    message->AddStretchSpacer();
    message->Add(empty_text_, wxSizerFlags().Centre());
    message->AddSpacer(FromDIP(10));
    message->Add(empty_action_, wxSizerFlags().Centre());
    message->AddStretchSpacer();
    empty_->SetSizer(message);
    empty_->Hide();
    sizer->Add(empty_, wxSizerFlags(1).Expand());
    SetSizer(sizer);

    news_ = session_.queue().notifier().subscribe([this](QueueModel::News news) { on_news(news); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { apply_search(); });
}

QueuePanel::~QueuePanel() = default;

void QueuePanel::make_filters(wxSizer& sizer) {
    search_ = new wxSearchCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(260, -1)));
    search_->SetDescriptiveText(_("Search the comments (Ctrl+F)"));
    search_->SetName(_("Search"));
    search_->ShowCancelButton(true);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { search_timer_.StartOnce(250); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) {
        apply_search();
        focus_rows();
    });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) {
        search_->Clear();
        apply_search();
    });
    programmes_ = new wxChoice(this, wxID_ANY);
    programmes_->SetName(_("Programme"));
    programmes_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const auto chosen = static_cast<std::size_t>(event.GetSelection());
        const auto& programmes = session_.queue().programmes();
        session_.queue().set_programme(chosen == 0 || chosen > programmes.size() ? std::string()
                                                                                 : programmes[chosen - 1].id);
    });
    states_ = new wxChoice(this, wxID_ANY);
    states_->SetName(_("State"));
    states_->Append(_("Waiting for a decision"));
    states_->Append(_("All states"));
    for (const review::ReportState state : all_states) states_->Append(name_of(state));
    states_->SetSelection(0);
    states_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const int chosen = event.GetSelection();
        session_.queue().set_state(
            chosen < 2 ? std::nullopt : std::optional(all_states.at(static_cast<std::size_t>(chosen) - 2)),
            chosen == 1);
    });
    recommendations_ = new wxChoice(this, wxID_ANY);
    recommendations_->SetName(_("Recommendation"));
    recommendations_->Append(_("Any recommendation"));
    for (const Decision decision : all_decisions) recommendations_->Append(name_of(decision));
    recommendations_->SetSelection(0);
    recommendations_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const int chosen = event.GetSelection();
        session_.queue().set_recommendation(
            chosen < 1 ? std::nullopt : std::optional(all_decisions.at(static_cast<std::size_t>(chosen) - 1)));
    });
    clear_ = new wxButton(this, wxID_ANY, _("Clear filters"), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    clear_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.queue().clear_filters(); });
    clear_->Disable();
    count_ = new wxStaticText(this, wxID_ANY, wxString());
    const wxSizerFlags gap = wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(6));
    sizer.Add(search_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, FromDIP(6)));
    sizer.Add(programmes_, gap);
    sizer.Add(states_, gap);
    sizer.Add(recommendations_, gap);
    sizer.Add(clear_, gap);
    sizer.Add(count_, wxSizerFlags().CentreVertical().Border(wxLEFT, FromDIP(4)));
    show_programmes();
}

void QueuePanel::make_rows() {
    rows_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_ROW_LINES | wxDV_SINGLE | wxBORDER_NONE);
    rows_->SetName(_("Queue"));
    model_ = new Rows(session_.queue(), session_.desk());
    rows_->AssociateModel(model_.get());
    unsigned index = 0;
    for (const Column& column : columns()) {
        auto* const renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, column.alignment);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        rows_->AppendColumn(new wxDataViewColumn(column.title, renderer, index++, FromDIP(column.width),
                                                 column.alignment,
                                                 wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_REORDERABLE));
    }
    rows_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (showing_selection_) return;
        const wxDataViewItem item = rows_->GetSelection();
        if (item.IsOk()) session_.queue().select(std::size_t{model_->GetRow(item)});
    });
    rows_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { go_to_report_(); });
    rows_->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, [this](wxDataViewEvent& event) {
        const unsigned column = event.GetDataViewColumn()->GetModelColumn();
        if (column != column_held) session_.queue().sort_by(columns().at(column).sort);
    });
}

void QueuePanel::on_news(QueueModel::News news) {
    QueueModel& queue = session_.queue();
    switch (news) {
        case QueueModel::News::reset:
            model_->Reset(static_cast<unsigned>(queue.rows().size()));
            for (unsigned i = 0; i < rows_->GetColumnCount(); ++i) {
                wxDataViewColumn* const column = rows_->GetColumn(i);
                const bool sorted = column->GetModelColumn() != column_held &&
                                    columns().at(column->GetModelColumn()).sort == queue.query().sort;
                if (sorted) {
                    column->SetSortOrder(!queue.query().descending);
                } else if (column->IsSortKey()) {
                    column->UnsetAsSortKey();
                }
            }
            show_selection();
            show_emptiness();
            show_count();
            break;
        case QueueModel::News::appended:
            for (auto row = model_->GetCount(); row < queue.rows().size(); ++row) model_->RowAppended();
            show_count();
            break;
        case QueueModel::News::removed:
            model_->Reset(static_cast<unsigned>(queue.rows().size()));
            show_selection();
            show_emptiness();
            break;
        case QueueModel::News::row:
            redraw_rows();
            break;
        case QueueModel::News::counted:
            show_count();
            break;
        case QueueModel::News::selection:
            show_selection();
            break;
        case QueueModel::News::programmes:
            show_programmes();
            break;
    }
    const review::QueueQuery& query = queue.query();
    clear_->Enable(queue.filtered());
    if (query.search.empty() && !search_->IsEmpty() && !search_timer_.IsRunning()) search_->ChangeValue(wxString());
    if (query.programme.empty()) programmes_->SetSelection(0);
    if (!query.recommendation) recommendations_->SetSelection(0);
    if (!query.state) states_->SetSelection(query.open_only ? 0 : 1);
}

void QueuePanel::show_selection() {
    const std::optional<std::size_t> row = session_.queue().selected();
    showing_selection_ = true;
    if (row && *row < model_->GetCount()) {
        const wxDataViewItem item = model_->GetItem(static_cast<unsigned>(*row));
        if (rows_->GetSelection() != item) {
            rows_->SetCurrentItem(item);
            rows_->Select(item);
            rows_->EnsureVisible(item);
        }
    } else {
        rows_->UnselectAll();
    }
    showing_selection_ = false;
}

void QueuePanel::show_programmes() {
    const auto& programmes = session_.queue().programmes();
    wxArrayString names;
    names.Add(_("All programmes"));
    int selected = 0;
    for (std::size_t i = 0; i < programmes.size(); ++i) {
        names.Add(shown(programmes[i].name.empty() ? programmes[i].id : programmes[i].name));
        if (programmes[i].id == session_.queue().query().programme) selected = static_cast<int>(i) + 1;
    }
    programmes_->Set(names);
    programmes_->SetSelection(selected);
    Layout();
}

void QueuePanel::show_count() {
    const std::optional<std::uint64_t> count = session_.queue().count();
    if (count) {
        const auto number_of = static_cast<unsigned>(*count);
        count_->SetLabel(wxString::Format(wxPLURAL("%u report", "%u reports", number_of), number_of));
    } else {
        count_->SetLabel(_("counting..."));
    }
    Layout();
}

void QueuePanel::show_emptiness() {
    const QueueModel& queue = session_.queue();
    const bool empty = queue.ready() && queue.rows().empty();
    if (empty) {
        if (!queue.error().en.empty()) {
            empty_text_->SetLabel(_("The queue could not be read.") + "\n" + shown(queue.error()));
        } else if (queue.filtered()) {
            empty_text_->SetLabel(_("No report matches the filters."));
        } else {
            empty_text_->SetLabel(_("No report waits for a decision.\nImport what shoppers have submitted to begin."));
        }
        empty_action_->SetLabel(queue.filtered() ? _("Clear filters") : _("Import reports..."));
    }
    if (empty_->IsShown() == empty) {
        empty_->Layout();
        return;
    }
    empty_->Show(empty);
    rows_->Show(!empty);
    Layout();
}

void QueuePanel::apply_search() {
    search_timer_.Stop();
    session_.queue().set_search(to_utf8(search_->GetValue()));
}

void QueuePanel::focus_search() {
    search_->SetFocus();
    search_->SelectAll();
}

void QueuePanel::focus_rows() {
    rows_->SetFocus();
}

void QueuePanel::step(int rows) {
    const std::optional<std::size_t> row = session_.queue().step_from_selected(rows);
    if (row) session_.queue().select(*row);
}

void QueuePanel::redraw_rows() {
    constexpr unsigned rows_around = 60;  // more than fit in sight, whatever the list thinks its first row is
    const wxDataViewItem top = rows_->GetTopItem();
    const unsigned first = top.IsOk() ? model_->GetRow(top) : 0;
    const unsigned last = std::min(first + rows_around, model_->GetCount());
    for (unsigned row = first > rows_around ? first - rows_around : 0; row < last; ++row) model_->RowChanged(row);
}

void QueuePanel::save(wxConfigBase& config) const {
    const std::vector<Column> all = columns();
    for (unsigned i = 0; i < rows_->GetColumnCount(); ++i) {
        const wxDataViewColumn* const column = rows_->GetColumn(i);
        config.Write(wxString("/queue/width/") + all.at(column->GetModelColumn()).key, column->GetWidth());
    }
    config.Write("/queue/sort", static_cast<long>(session_.queue().query().sort));
    config.Write("/queue/descending", session_.queue().query().descending);
}

void QueuePanel::restore(const wxConfigBase& config) {
    const std::vector<Column> all = columns();
    for (unsigned i = 0; i < rows_->GetColumnCount(); ++i) {
        wxDataViewColumn* const column = rows_->GetColumn(i);
        const long width = config.ReadLong(wxString("/queue/width/") + all.at(column->GetModelColumn()).key, 0);
        if (width >= FromDIP(20) && width < FromDIP(2000)) column->SetWidth(static_cast<int>(width));
    }
    const long sort = config.ReadLong("/queue/sort", 0);
    if (sort >= 0 && sort <= static_cast<long>(review::QueueColumn::programme)) {
        session_.queue().sort_by(static_cast<review::QueueColumn>(sort), config.ReadBool("/queue/descending", false));
    }
}

}  // namespace relis::app
