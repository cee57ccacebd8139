#include "app/criteria_window.h"

#include <algorithm>

#include <wx/menu.h>
#include <wx/propgrid/advprops.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "app/criteria_words.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/palette.h"
#include "app/parameter_text.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int {
    item_draft = wxID_HIGHEST + 1,
    item_publish,
    item_reset,
    item_revert,
    item_next_changed,
    item_find,
    item_measure,
    item_stop,
    item_calibration,
    item_preview,
    item_history,
    item_sheet,
    item_roll_back,
    item_take
};

wxString property_name(const std::string& plugin, const std::string& parameter) {
    return wxString::FromUTF8(plugin + "." + parameter);
}

/// Tells sets of parameters apart, of plugins of other versions too.
std::string names_of(const std::vector<ParameterRow>& rows) {
    std::string names;
    for (const ParameterRow& row : rows) {
        names += row.plugin->id + '@' + row.plugin->version + '.' + row.spec->name + '\n';
    }
    return names;
}

/// The property's control shows a value as it is typed; choices and booleans have controls of their own.
wxVariant variant_of(const ParameterValue& value) {
    if (const auto* const boolean = std::get_if<bool>(&value)) return wxVariant(*boolean);
    return wxVariant(wxString::FromUTF8(text_of(value, speaks_french() ? ',' : '.')));
}

wxPGProperty* make_property(const ParameterRow& row) {
    const ParameterSpec& spec = *row.spec;
    const wxString name = property_name(row.plugin->id, spec.name);
    const wxString label = shown(spec.label);
    if (spec.type == ParameterType::boolean) {
        auto* const property = new wxBoolProperty(label, name, std::get<bool>(row.value));
        property->SetAttribute(wxPG_BOOL_USE_CHECKBOX, true);
        return property;
    }
    if (spec.type == ParameterType::choice) {
        wxPGChoices choices;
        for (const std::string& choice : spec.choices) choices.Add(shown(choice));
        return new wxEnumProperty(label, name, choices);
    }
    return new wxStringProperty(label, name);
}

/// What a property holds, as a value of the parameter's type; nothing where it is none.
std::optional<ParameterValue> value_of(const ParameterSpec& spec, const wxVariant& variant) {
    if (spec.type == ParameterType::boolean) return ParameterValue(variant.GetBool());
    if (spec.type == ParameterType::choice) {
        const auto chosen = static_cast<std::size_t>(variant.GetLong());
        if (chosen >= spec.choices.size()) return std::nullopt;
        return ParameterValue(spec.choices[chosen]);
    }
    return value_from(spec, to_utf8(variant.GetString()));
}

}  // namespace

CriteriaWindow::CriteriaWindow(wxWindow* parent, CriteriaDesk& desk, Background& background, Drafts& drafts,
                               std::function<void()> in_force)
    : wxFrame(parent, wxID_ANY, _("Criteria")), model_(desk, background, drafts), in_force_(std::move(in_force)) {
    SetMinSize(FromDIP(wxSize(860, 520)));
    SetSize(FromDIP(wxSize(1240, 700)));
    make_menus();

    auto* const all = new wxPanel(this);
    bar_ = new NoticeBar(all);
    auto* const split =
        new wxSplitterWindow(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    wxWindow* const sheet = make_sheet(split);
    pages_ = new wxNotebook(split, wxID_ANY);
    pages_->SetName(_("Preview and history"));
    preview_ = new CriteriaPreviewPanel(pages_, model_);
    history_ = new CriteriaHistoryPanel(pages_, model_);
    pages_->AddPage(preview_, _("Preview"));
    pages_->AddPage(history_, _("History"));
    split->SplitVertically(sheet, pages_, FromDIP(620));
    split->SetMinimumPaneSize(FromDIP(300));
    split->SetSashGravity(0.5);

    const int gap = FromDIP(6);
    auto* const foot = wrapping_row();
    foot->Add(new wxStaticText(all, wxID_ANY, _("&Why:")), wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    note_ = new wxTextCtrl(all, wxID_ANY);
    note_->SetHint(_("what the change is for, for the history"));
    note_->SetName(_("Note for the history"));
    foot->Add(note_, wxSizerFlags(1).CentreVertical());
    draft_ = new wxButton(all, wxID_ANY, _("Save &draft (Ctrl+S)"));
    publish_ = new wxButton(all, wxID_ANY, _("&Publish (Ctrl+Enter)"));
    foot->Add(draft_, wxSizerFlags().Border(wxLEFT, gap));
    foot->Add(publish_, wxSizerFlags().Border(wxLEFT, gap));

    state_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(split, wxSizerFlags(1).Expand());
    sizer->Add(state_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(foot, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);

    bind_events();
    news_ = model_.notifier().subscribe([this](CriteriaModel::News news) { on_model(news); });
    fill_scopes();
    show_state();
    Layout();
    all->Layout();
    split->SetSashPosition(FromDIP(620));
    model_.start();
    grid_->SetFocus();
}

void CriteriaWindow::make_menus() {
    auto* const set = new wxMenu;
    set->Append(item_draft, _("Save &draft") + "\tCtrl+S");
    set->Append(item_publish, _("&Publish") + "\tCtrl+Return");
    set->AppendSeparator();
    set->Append(item_reset, _("&Reset the value") + "\tCtrl+R");
    set->Append(item_revert, _("&Throw all changes away"));
    set->AppendSeparator();
    set->Append(item_take, _("&Edit from the selected version"));
    set->Append(item_roll_back, _("Put the selected version in force &again"));
    set->AppendSeparator();
    set->Append(wxID_CLOSE, _("&Close") + "\tCtrl+W");
    auto* const view = new wxMenu;
    view->Append(item_find, _("&Find a parameter") + "\tCtrl+F");
    view->Append(item_next_changed, _("&Next change") + "\tF8");
    view->AppendSeparator();
    view->Append(item_sheet, _("&Values") + "\tCtrl+1");
    view->Append(item_preview, _("&Preview") + "\tCtrl+2");
    view->Append(item_history, _("&History") + "\tCtrl+3");
    view->AppendSeparator();
    view->Append(item_measure, _("&Measure again") + "\tF5");
    view->Append(item_stop, _("&Stop measuring") + "\tShift+F5");
    view->Append(item_calibration, _("&Calibration set..."));
    auto* const bar = new wxMenuBar;
    bar->Append(set, _("&Criteria"));
    bar->Append(view, _("&View"));
    SetMenuBar(bar);
}

wxWindow* CriteriaWindow::make_sheet(wxWindow* parent) {
    auto* const panel = new wxPanel(parent);
    const int gap = FromDIP(6);
    auto* const head = wrapping_row();
    head->Add(new wxStaticText(panel, wxID_ANY, _("Criteria &of:")),
              wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    scope_ = new wxChoice(panel, wxID_ANY);
    scope_->SetName(_("Whose criteria"));
    head->Add(scope_, wxSizerFlags(1).CentreVertical());
    search_ = new wxSearchCtrl(panel, wxID_ANY);
    search_->SetDescriptiveText(_("Find a parameter (Ctrl+F)"));
    search_->SetName(_("Find a parameter"));
    search_->ShowCancelButton(true);
    head->Add(search_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap));
    tuned_only_ = new wxCheckBox(panel, wxID_ANY, _("&Tuned only"));
    head->Add(tuned_only_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));

    grid_ = new wxPropertyGrid(panel, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxPG_SPLITTER_AUTO_CENTER | wxPG_TOOLTIPS | wxBORDER_THEME);
    grid_->SetName(_("Parameters"));
    grid_->SetColumnCount(3);
    grid_->SetColumnProportion(0, 5);
    grid_->SetColumnProportion(1, 3);
    grid_->SetColumnProportion(2, 3);
    grid_->SetValidationFailureBehavior(wxPG_VFB_STAY_IN_PROPERTY | wxPG_VFB_MARK_CELL);
    // Enter confirms; Tab goes from value to value and leaves the sheet at its end
    grid_->AddActionTrigger(wxPG_ACTION_NEXT_PROPERTY, WXK_RETURN);

    help_ = new wxTextCtrl(panel, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 108)),
                           wxTE_MULTILINE | wxTE_READONLY | wxBORDER_THEME);
    help_->SetName(_("About the parameter"));
    reset_ = new wxButton(panel, wxID_ANY, _("Reset (Ctrl+R)"));

    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(grid_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(help_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(reset_, wxSizerFlags().Right().Border(wxRIGHT | wxTOP, gap));
    panel->SetSizer(sizer);
    return panel;
}

void CriteriaWindow::bind_events() {
    const auto on = menu_actions(*this);
    on(item_draft, [this] { save_draft(); });
    on(item_publish, [this] { publish(); });
    on(item_reset, [this] { reset_selected(); });
    on(item_revert, [this] { model_.revert(); });
    on(item_next_changed, [this] { go_to_changed(); });
    on(item_find, [this] { search_->SetFocus(); });
    on(item_measure, [this] { preview_->refresh(); });
    on(item_stop, [this] { model_.preview().stop(); });
    on(item_calibration, [this] { preview_->choose_folder(); });
    on(item_sheet, [this] { grid_->SetFocus(); });
    on(item_preview, [this] {
        pages_->SetSelection(0);
        preview_->reports().SetFocus();
    });
    on(item_history, [this] {
        pages_->SetSelection(1);
        history_->versions().SetFocus();
    });
    on(item_take, [this] { history_->take(); });
    on(item_roll_back, [this] { history_->roll_back(); });
    on(wxID_CLOSE, [this] { Close(); });
    draft_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save_draft(); });
    publish_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { publish(); });
    reset_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { reset_selected(); });
    note_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        model_.set_note(to_utf8(note_->GetValue()));
        show_state();
    });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { filter(); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    tuned_only_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { filter(); });
    scope_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        const int chosen = scope_->GetSelection();
        if (chosen >= 0)
            model_.open(chosen == 0 ? std::string() : model_.programmes()[static_cast<std::size_t>(chosen) - 1].id);
    });
    // what is being typed into a value is given up by Escape, before the window is closed by it
    grid_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && grid_->IsEditorFocused()) {
            event.DoAllowNextEvent();
        } else {
            event.Skip();
        }
    });
    grid_->Bind(wxEVT_PG_CHANGING, &CriteriaWindow::on_changing, this);
    grid_->Bind(wxEVT_PG_CHANGED, &CriteriaWindow::on_changed, this);
    grid_->Bind(wxEVT_PG_SELECTED, [this](wxPropertyGridEvent&) { show_help(); });
    // GTK gives a list Ctrl+F for a search of its own
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == 'F' && event.GetModifiers() == wxMOD_CONTROL) {
            search_->SetFocus();
        } else {
            event.Skip();
        }
    });
    // changes stay as they are until they are published or thrown away
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        commit();
        event.Skip();
    });
}

void CriteriaWindow::on_model(CriteriaModel::News news) {
    switch (news) {
        case CriteriaModel::News::programmes:
            fill_scopes();
            break;
        case CriteriaModel::News::sheet:
            if (!model_.error().en.empty()) bar_->ShowMessage(shown(model_.error()), wxICON_ERROR);
            fill_sheet();
            if (to_utf8(note_->GetValue()) != model_.note()) note_->ChangeValue(wxString::FromUTF8(model_.note()));
            if (const auto count = static_cast<unsigned>(model_.brought_back()); count > 0) {
                bar_->ShowMessage(
                    wxString::Format(wxPLURAL("%u change of an earlier time is back; it is not published.",
                                              "%u changes of an earlier time are back; they are not "
                                              "published.",
                                              count),
                                     count),
                    wxICON_INFORMATION);
            }
            break;
        case CriteriaModel::News::value:
            update_rows();
            break;
        case CriteriaModel::News::done:
            on_done();
            break;
        case CriteriaModel::News::loading:
        case CriteriaModel::News::working:
            break;
    }
    show_state();
}

void CriteriaWindow::on_done() {
    wxString text;
    switch (model_.outcome()) {
        case CriteriaModel::Outcome::drafted:
            bar_->ShowMessage(_("The draft is kept; it rates nothing until it is published."), wxICON_INFORMATION);
            break;
        case CriteriaModel::Outcome::published:
            note_->Clear();
            bar_->ShowMessage(_("The new version is in force. Waiting reports are rated anew."), wxICON_INFORMATION);
            in_force_();
            break;
        case CriteriaModel::Outcome::rolled_back:
            bar_->ShowMessage(_("The earlier version is in force again. Waiting reports are rated anew."),
                              wxICON_INFORMATION);
            in_force_();
            break;
        case CriteriaModel::Outcome::overtaken:
            bar_->ShowMessage(_("Nothing was published: somebody else published a version meanwhile. It is shown now, "
                                "with your changes laid over it; look at them and publish again."),
                              wxICON_WARNING);
            break;
        case CriteriaModel::Outcome::refused:
            for (const Label& error : model_.errors()) text += (text.empty() ? "" : "\n") + shown(error);
            bar_->ShowMessage(_("Not done:") + " " + text, wxICON_ERROR);
            break;
        case CriteriaModel::Outcome::none:
            break;
    }
}

void CriteriaWindow::fill_scopes() {
    scope_->Clear();
    scope_->Append(_("The whole agency"));
    int chosen = 0;
    for (const review::ProgrammeName& programme : model_.programmes()) {
        const int place = scope_->Append(shown(programme.name.empty() ? programme.id : programme.name));
        if (programme.id == model_.programme()) chosen = place;
    }
    scope_->SetSelection(chosen);
}

void CriteriaWindow::fill_sheet() {
    const std::optional<ParameterRow> before = selected();
    const wxString place = before ? property_name(before->plugin->id, before->spec->name) : wxString();
    std::string parameters = names_of(model_.rows());
    if (parameters == parameters_) {  // the same with other values: nothing is made anew, and the place stays
        update_rows();
        filter();
        return;
    }
    parameters_ = std::move(parameters);
    grid_->Freeze();
    grid_->Clear();
    const PluginDescription* plugin = nullptr;
    wxPGProperty* category = nullptr;
    for (const ParameterRow& row : model_.rows()) {
        if (plugin == nullptr || row.plugin != plugin) {
            plugin = row.plugin;
            category = grid_->Append(new wxPropertyCategory(shown(plugin->name) + "  " + shown(plugin->version),
                                                            wxString::FromUTF8(plugin->id)));
            category->SetHelpString(shown(plugin->summary));
        }
        wxPGProperty* const property = grid_->AppendIn(category, make_property(row));
        update_row(*property, row);
    }
    grid_->Thaw();
    filter();
    if (!place.empty() && grid_->GetPropertyByName(place) != nullptr) grid_->SelectProperty(place);
    show_help();
}

void CriteriaWindow::update_row(wxPGProperty& property, const ParameterRow& row) {
    const ParameterSpec& spec = *row.spec;
    if (spec.type == ParameterType::choice) {
        const auto& chosen = std::get<std::string>(row.value);
        const auto place = std::find(spec.choices.begin(), spec.choices.end(), chosen) - spec.choices.begin();
        grid_->SetPropertyValue(&property, static_cast<long>(place));
    } else {
        grid_->SetPropertyValue(&property, variant_of(row.value));
    }
    property.SetHelpString(shown(spec.help));
    const Palette palette;
    wxPGCell origin(origin_text(row, !model_.programme().empty()));
    origin.SetFgCol(palette.of(row.changed                                 ? Ink::warning
                               : row.origin == ValueOrigin::plugin_default ? Ink::muted
                                                                           : Ink::accent));
    property.SetCell(2, origin);
    wxFont font = grid_->GetFont();
    if (row.origin == ValueOrigin::overridden || row.changed) font = font.Bold();
    wxPGCell label(shown(spec.label) + (spec.unit.empty() ? wxString() : " (" + unit_text(spec.unit, 2) + ")"));
    label.SetFont(font);
    property.SetCell(0, label);
}

void CriteriaWindow::update_rows() {
    grid_->Freeze();
    for (const ParameterRow& row : model_.rows()) {
        wxPGProperty* const property = grid_->GetPropertyByName(property_name(row.plugin->id, row.spec->name));
        if (property != nullptr) update_row(*property, row);
    }
    grid_->Thaw();
    grid_->Refresh();
    show_help();
}

void CriteriaWindow::filter() {
    const wxString words = search_->GetValue().Lower();
    grid_->Freeze();
    std::map<std::string, bool> any;
    for (const ParameterRow& row : model_.rows()) {
        wxPGProperty* const property = grid_->GetPropertyByName(property_name(row.plugin->id, row.spec->name));
        if (property == nullptr) continue;
        const wxString about = (shown(row.spec->label) + " " + shown(row.spec->help) + " " + shown(row.spec->name) +
                                " " + shown(row.plugin->name))
                                   .Lower();
        const bool wanted = (words.empty() || about.Contains(words)) &&
                            (!tuned_only_->GetValue() || row.changed || row.origin != ValueOrigin::plugin_default);
        grid_->HideProperty(property, !wanted);
        any[row.plugin->id] = any[row.plugin->id] || wanted;
    }
    for (const auto& [plugin, wanted] : any) {
        if (wxPGProperty* const category = grid_->GetPropertyByName(wxString::FromUTF8(plugin)))
            grid_->HideProperty(category, !wanted);
    }
    // the editor of a parameter that is out of sight would lie over another one
    if (const wxPGProperty* const chosen = grid_->GetSelection();
        chosen != nullptr && chosen->HasFlag(wxPG_PROP_HIDDEN)) {
        commit();
        grid_->ClearSelection();
        show_help();
    }
    grid_->Thaw();
}

std::optional<ParameterRow> CriteriaWindow::selected() const {
    const wxPGProperty* const property = grid_->GetSelection();
    if (property == nullptr || property->IsCategory()) return std::nullopt;
    const std::string name = to_utf8(property->GetName());
    const std::size_t point = name.find('.');
    // GetName of a property in a category is its own name
    return point == std::string::npos ? std::nullopt : model_.row(name.substr(0, point), name.substr(point + 1));
}

void CriteriaWindow::show_help() {
    const std::optional<ParameterRow> row = selected();
    reset_->Enable(row && row->origin == ValueOrigin::overridden && !model_.working());
    if (row) {
        help_->SetValue(help_text(*row, !model_.programme().empty()));
    } else {
        help_->SetValue(
            _("Choose a parameter: what it does, what it may be and where its value comes from shows here."));
    }
    help_->SetInsertionPoint(0);
}

void CriteriaWindow::on_changing(wxPropertyGridEvent& event) {
    const wxPGProperty* const property = event.GetProperty();
    const std::string name = to_utf8(property->GetName());
    const std::size_t point = name.find('.');
    const auto row = model_.row(name.substr(0, point), name.substr(point + 1));
    if (!row) return;
    const std::optional<ParameterValue> value = value_of(*row->spec, event.GetValue());
    if (model_.working() || !value || !is_allowed(*row->spec, *value)) {
        event.Veto();
        refused_ = true;
        if (!model_.working()) bar_->ShowMessage(refusal_text(*row, event.GetValue().GetString()), wxICON_WARNING);
    } else if (bar_->IsShown()) {
        bar_->Dismiss();
    }
}

void CriteriaWindow::on_changed(wxPropertyGridEvent& event) {
    const wxPGProperty* const property = event.GetProperty();
    const std::string name = to_utf8(property->GetName());
    const std::size_t point = name.find('.');
    const auto row = model_.row(name.substr(0, point), name.substr(point + 1));
    if (!row) return;
    if (const auto value = value_of(*row->spec, event.GetPropertyValue()))
        model_.set(row->plugin->id, row->spec->name, *value);
}

void CriteriaWindow::show_state() {
    const review::CriteriaSheet* const sheet = model_.sheet();
    const auto changes = static_cast<unsigned>(model_.changes());
    wxString text;
    if (sheet != nullptr) {
        text = _("The plugins' defaults are in force.");
        if (!model_.programme().empty()) text = _("This programme follows the agency in everything.");
        for (const review::CriteriaVersion& version : sheet->history) {
            if (version.state != review::CriteriaState::published) continue;
            text = wxString::Format(_("Version %d is in force, by %s, %s."), version.version, shown(version.author),
                                    clock(version.published_at.value_or(version.created_at)));
        }
        if (changes > 0) {
            text +=
                "  " + wxString::Format(
                           wxPLURAL("%u change is not published.", "%u changes are not published.", changes), changes);
        }
        if (model_.changes_elsewhere()) text += "  " + _("Another set has changes too.");
    } else if (model_.error().en.empty()) {
        text = _("Being read...");
    }
    state_->SetLabel(text);
    const bool may = sheet != nullptr && changes > 0 && !model_.working();
    draft_->Enable(may);
    publish_->Enable(may);
    scope_->Enable(!model_.working());
    GetMenuBar()->Enable(item_draft, may);
    GetMenuBar()->Enable(item_publish, may);
    GetMenuBar()->Enable(item_revert, may);
    GetMenuBar()->Enable(item_next_changed, changes > 0);
}

bool CriteriaWindow::commit() {
    refused_ = false;
    grid_->CommitChangesFromEditor();  // its answer also tells of earlier failures
    return !refused_;
}

void CriteriaWindow::save_draft() {
    if (commit() && model_.changes() > 0) model_.save_draft(to_utf8(note_->GetValue()));
}

void CriteriaWindow::publish() {
    if (!commit() || model_.changes() == 0) return;
    if (note_->IsEmpty()) {
        bar_->ShowMessage(_("Say first what the change is for: the history keeps it."), wxICON_WARNING);
        note_->SetFocus();
        return;
    }
    model_.publish(to_utf8(note_->GetValue()));
}

void CriteriaWindow::reset_selected() {
    const std::optional<ParameterRow> row = selected();
    if (row && row->origin == ValueOrigin::overridden && !model_.working()) {
        grid_->ClearSelection();  // an editor that is open would bring its text back
        model_.reset(row->plugin->id, row->spec->name);
        grid_->SelectProperty(property_name(row->plugin->id, row->spec->name));
        show_help();
    }
}

void CriteriaWindow::go_to_changed() {
    const std::vector<ParameterRow> rows = model_.rows();
    const std::optional<ParameterRow> here = selected();
    std::size_t from = 0;
    for (std::size_t i = 0; here && i < rows.size(); ++i) {
        if (rows[i].spec == here->spec) from = i + 1;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const ParameterRow& row = rows[(from + i) % rows.size()];
        if (!row.changed) continue;
        search_->Clear();
        tuned_only_->SetValue(false);
        filter();
        grid_->SelectProperty(property_name(row.plugin->id, row.spec->name), true);
        return;
    }
}

}  // namespace relis::app
