#include "app/queue_panel.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/confbase.h>
#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/words.h"
#include "queue_rows.h"
#include "queue_selection.h"

namespace relis::app {
namespace {

constexpr std::array<review::ReportState, 8> all_states{
    review::ReportState::submitted,        review::ReportState::assessed,   review::ReportState::accepted,
    review::ReportState::rework_requested, review::ReportState::reassigned, review::ReportState::held,
    review::ReportState::withdrawn,        review::ReportState::surplus};
constexpr std::array<Decision, 3> all_decisions{Decision::accept, Decision::rework, Decision::reassign};

}  // namespace

QueuePanel::QueuePanel(wxWindow* parent, Session& session, std::function<void()> go_to_report,
                       std::function<void()> import)
    : wxPanel(parent),
      session_(session),
      go_to_report_(std::move(go_to_report)),
      import_(std::move(import)),
      search_timer_(this) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    auto* const filters = wrapping_row();
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
    clear_ = new wxButton(this, wxID_ANY, _("Clear filters"));
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
                               wxDV_ROW_LINES | wxDV_MULTIPLE | wxBORDER_NONE);
    rows_->SetName(_("Queue"));
    model_ = new QueueRows(session_.queue(), session_.desk());
    rows_->AssociateModel(model_.get());
    make_columns();
    selection_ = std::make_unique<QueueSelection>(*rows_, *model_, session_.queue());
    rows_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { go_to_report_(); });
    rows_->Bind(wxEVT_DATAVIEW_COLUMN_HEADER_CLICK, [this](wxDataViewEvent& event) {
        const auto field = static_cast<QueueField>(event.GetDataViewColumn()->GetModelColumn());
        if (const auto sort = traits_of(field).sort) {
            session_.queue().sort_by(*sort);
        }
    });
}

void QueuePanel::make_columns() {
    const auto usual_width = [this](int width) { return static_cast<int>(FromDIP(width) * text_scale(*this)); };
    for (const QueueField field : columns_.shown()) {
        const QueueFieldTraits& traits = traits_of(field);
        const wxAlignment alignment = traits.number ? wxALIGN_RIGHT : wxALIGN_LEFT;
        auto* const renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, alignment);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        const auto kept = widths_.find(field);
        rows_->AppendColumn(new wxDataViewColumn(title_of(field), renderer, static_cast<unsigned>(field),
                                                 kept == widths_.end() ? usual_width(traits.width) : kept->second,
                                                 alignment, wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_REORDERABLE));
    }
    show_order();
}

void QueuePanel::keep_columns() {
    std::vector<std::pair<int, QueueField>> dragged;
    for (unsigned i = 0; i < rows_->GetColumnCount(); ++i) {
        const wxDataViewColumn* const column = rows_->GetColumn(i);
        const auto field = static_cast<QueueField>(column->GetModelColumn());
        widths_[field] = column->GetWidth();
        dragged.emplace_back(rows_->GetColumnPosition(column), field);
    }
    std::ranges::stable_sort(dragged, {}, &std::pair<int, QueueField>::first);
    std::vector<QueueField> order;
    order.reserve(dragged.size());
    for (const auto& [place, field] : dragged) {
        order.push_back(field);
    }
    columns_.reorder(order);
}

bool QueuePanel::choose_columns(const std::vector<QueueColumns::Choice>& choices) {
    keep_columns();
    if (!columns_.choose(choices)) {
        return false;
    }
    selection_->quietly([this] {
        rows_->ClearColumns();
        make_columns();
    });
    selection_->show();
    return true;
}

const QueueColumns& QueuePanel::columns() {
    keep_columns();
    return columns_;
}

void QueuePanel::show_order() {
    const review::QueueQuery& query = session_.queue().query();
    for (unsigned i = 0; i < rows_->GetColumnCount(); ++i) {
        wxDataViewColumn* const column = rows_->GetColumn(i);
        if (traits_of(static_cast<QueueField>(column->GetModelColumn())).sort == query.sort) {
            column->SetSortOrder(!query.descending);
        } else if (column->IsSortKey()) {
            column->UnsetAsSortKey();
        }
    }
}

void QueuePanel::take_pending_selection() {
    selection_->take_pending();
}

void QueuePanel::on_news(QueueModel::News news) {
    QueueModel& queue = session_.queue();
    switch (news) {
        case QueueModel::News::reset:
            show_changes();
            show_order();
            // of many the list keeps the selection itself
            if (!queue.last_changes() || queue.marked().size() <= 1) {
                selection_->show();
            }
            show_emptiness();
            show_count();
            break;
        case QueueModel::News::appended:
            for (auto row = model_->GetCount(); row < queue.rows().size(); ++row) {
                model_->RowAppended();
            }
            show_count();
            break;
        case QueueModel::News::removed:
            show_changes();
            selection_->show();
            show_emptiness();
            break;
        case QueueModel::News::row:
            redraw_rows();
            break;
        case QueueModel::News::counted:
        case QueueModel::News::marked:
            show_count();
            break;
        case QueueModel::News::selection:
            selection_->show();
            break;
        case QueueModel::News::programmes:
            show_programmes();
            break;
        case QueueModel::News::query:
            show_query();
            break;
    }
    clear_->Enable(queue.filtered());
}

void QueuePanel::show_changes() {
    const QueueModel& queue = session_.queue();
    const auto& changes = queue.last_changes();
    const std::size_t rows = queue.rows().size();
    if (!changes || model_->GetCount() + changes->inserted.size() != rows + changes->removed.size()) {
        selection_->forget();
        model_->Reset(static_cast<unsigned>(rows));
        return;
    }
    // the list stays where it is scrolled
    selection_->quietly([&] {
        for (const std::size_t row : changes->removed) {
            model_->RowDeleted(static_cast<unsigned>(row));
        }
        for (const std::size_t row : changes->inserted) {
            model_->RowInserted(static_cast<unsigned>(row));
        }
    });
    selection_->take_pending();
    if (!selection_->done()) {
        selection_->show();
    }
    redraw_rows();
}

void QueuePanel::show_query() {
    const review::QueueQuery& query = session_.queue().query();
    if (!search_timer_.IsRunning() && to_utf8(search_->GetValue()) != query.search) {
        search_->ChangeValue(wxString::FromUTF8(query.search));
    }
    show_programmes();
    const auto place = [](const auto& all, const auto& wanted) {
        return static_cast<int>(std::ranges::find(all, wanted) - all.begin());
    };
    recommendations_->SetSelection(query.recommendation ? 1 + place(all_decisions, *query.recommendation) : 0);
    states_->SetSelection(query.state ? 2 + place(all_states, *query.state) : query.open_only ? 0 : 1);
    show_order();
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
        const std::size_t marked = session_.queue().marked().size();
        wxString text = wxString::Format(wxPLURAL("%u report", "%u reports", number_of), number_of);
        if (marked > 1) {
            text += ", " + wxString::Format(_("%zu selected"), marked);
        }
        count_->SetLabel(text);
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

void QueuePanel::save(wxConfigBase& config) {
    keep_columns();
    for (const auto& [field, width] : widths_) {
        config.Write("/queue/width/" + shown(traits_of(field).key), width);
    }
    config.Write("/queue/columns", shown(columns_.text()));
    config.Write("/queue/sort", shown(sort_key(session_.queue().query().sort)));
    config.Write("/queue/descending", session_.queue().query().descending);
}

void QueuePanel::restore(const wxConfigBase& config) {
    for (const QueueFieldTraits& traits : queue_fields()) {
        const long width = config.ReadLong("/queue/width/" + shown(traits.key), 0);
        if (width >= FromDIP(20) && width < FromDIP(2000)) {
            widths_[traits.field] = static_cast<int>(width);
        }
    }
    columns_ = QueueColumns(to_utf8(config.Read("/queue/columns", wxString())));
    rows_->ClearColumns();
    make_columns();
    if (const auto sort = sort_of(to_utf8(config.Read("/queue/sort", wxString())))) {
        session_.queue().sort_by(*sort, config.ReadBool("/queue/descending", false));
    }
}

}  // namespace relis::app
