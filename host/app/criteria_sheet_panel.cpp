#include "app/criteria_sheet_panel.h"

#include <algorithm>
#include <map>
#include <utility>

#include <wx/propgrid/advprops.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "app/criteria_words.h"
#include "app/fitting.h"
#include "app/palette.h"
#include "app/parameter_text.h"
#include "app/words.h"

namespace relis::app {

namespace {

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

CriteriaSheetPanel::CriteriaSheetPanel(wxWindow* parent, CriteriaModel& model, Refusal refusal)
    : wxPanel(parent), model_(model), refusal_(std::move(refusal)) {
    const int gap = FromDIP(6);
    auto* const head = wrapping_row();
    head->Add(new wxStaticText(this, wxID_ANY, _("Criteria &of:")),
              wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    scope_ = new wxChoice(this, wxID_ANY);
    scope_->SetName(_("Whose criteria"));
    head->Add(scope_, wxSizerFlags(1).CentreVertical());
    search_ = new wxSearchCtrl(this, wxID_ANY);
    search_->SetDescriptiveText(_("Find a parameter (Ctrl+F)"));
    search_->SetName(_("Find a parameter"));
    search_->ShowCancelButton(true);
    head->Add(search_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, gap));
    tuned_only_ = new wxCheckBox(this, wxID_ANY, _("&Tuned only"));
    head->Add(tuned_only_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));

    grid_ = new wxPropertyGrid(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxPG_SPLITTER_AUTO_CENTER | wxPG_TOOLTIPS | wxBORDER_THEME);
    grid_->SetName(_("Parameters"));
    grid_->SetColumnCount(3);
    grid_->SetColumnProportion(0, 5);
    grid_->SetColumnProportion(1, 3);
    grid_->SetColumnProportion(2, 3);
    grid_->SetValidationFailureBehavior(wxPG_VFB_STAY_IN_PROPERTY | wxPG_VFB_MARK_CELL);
    // Enter confirms; Tab goes from value to value and leaves the sheet at its end
    grid_->AddActionTrigger(wxPG_ACTION_NEXT_PROPERTY, WXK_RETURN);

    help_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 108)),
                           wxTE_MULTILINE | wxTE_READONLY | wxBORDER_THEME);
    help_->SetName(_("About the parameter"));
    reset_ = new wxButton(this, wxID_ANY, _("Reset (Ctrl+R)"));

    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(grid_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(help_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(reset_, wxSizerFlags().Right().Border(wxRIGHT | wxTOP, gap));
    SetSizer(sizer);
    bind_events();
}

void CriteriaSheetPanel::bind_events() {
    reset_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { reset_selected(); });
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
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE && grid_->IsEditorFocused()) {
            event.DoAllowNextEvent();
        } else if ((key == WXK_RETURN || key == WXK_F2) && !event.HasAnyModifiers() && stands_on_a_row()) {
            grid_->SelectProperty(grid_->GetSelection(), true);
        } else {
            event.Skip();
        }
    });
    // what is typed on a row takes the place of its value
    grid_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        const wxChar typed = event.GetUnicodeKey();
        wxTextCtrl* const editor = grid_->GetEditorTextCtrl();
        if (typed > WXK_SPACE && typed != WXK_DELETE && !event.HasModifiers() && editor != nullptr &&
            stands_on_a_row()) {
            grid_->SelectProperty(grid_->GetSelection(), true);
            editor->SetValue(wxString(typed));
            editor->SetInsertionPointEnd();
        } else {
            event.Skip();
        }
    });
    grid_->Bind(wxEVT_PG_CHANGING, &CriteriaSheetPanel::on_changing, this);
    grid_->Bind(wxEVT_PG_CHANGED, &CriteriaSheetPanel::on_changed, this);
    grid_->Bind(wxEVT_PG_SELECTED, [this](wxPropertyGridEvent&) { show_help(); });
}

void CriteriaSheetPanel::show_programmes() {
    scope_->Clear();
    scope_->Append(_("The whole agency"));
    int chosen = 0;
    for (const review::ProgrammeName& programme : model_.programmes()) {
        const int place = scope_->Append(shown(programme.name.empty() ? programme.id : programme.name));
        if (programme.id == model_.programme()) chosen = place;
    }
    scope_->SetSelection(chosen);
}

void CriteriaSheetPanel::show_sheet() {
    const std::optional<ParameterRow> before = selected();
    const wxString place = before ? property_name(before->plugin->id, before->spec->name) : wxString();
    std::string parameters = names_of(model_.rows());
    if (parameters == parameters_) {  // the same with other values: nothing is made anew, and the place stays
        show_values();
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

void CriteriaSheetPanel::update_row(wxPGProperty& property, const ParameterRow& row) {
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

void CriteriaSheetPanel::show_values() {
    grid_->Freeze();
    for (const ParameterRow& row : model_.rows()) {
        wxPGProperty* const property = grid_->GetPropertyByName(property_name(row.plugin->id, row.spec->name));
        if (property != nullptr) update_row(*property, row);
    }
    grid_->Thaw();
    grid_->Refresh();
    show_help();
}

void CriteriaSheetPanel::filter() {
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
            grid_->HideProperty(category, !wanted, wxPG_DONT_RECURSE);  // else all of its parameters would show
    }
    // the editor of a parameter that is out of sight would lie over another one
    if (const wxPGProperty* const chosen = grid_->GetSelection();
        chosen != nullptr && chosen->HasFlag(wxPG_PROP_HIDDEN)) {
        commit();
        grid_->ClearSelection();
    }
    nothing_matches_ = std::ranges::none_of(any, [](const auto& plugin) { return plugin.second; });
    show_help();
    grid_->Thaw();
}

std::optional<ParameterRow> CriteriaSheetPanel::selected() const {
    const wxPGProperty* const property = grid_->GetSelection();
    if (property == nullptr || property->IsCategory()) return std::nullopt;
    const std::string name = to_utf8(property->GetName());
    const std::size_t point = name.find('.');
    // GetName of a property in a category is its own name
    return point == std::string::npos ? std::nullopt : model_.row(name.substr(0, point), name.substr(point + 1));
}

void CriteriaSheetPanel::show_help() {
    const std::optional<ParameterRow> row = selected();
    reset_->Enable(row && row->origin == ValueOrigin::overridden && !model_.working());
    if (row) {
        help_->SetValue(help_text(*row, !model_.programme().empty()));
    } else {
        help_->SetValue(
            nothing_matches_
                ? _("No parameter matches: take another word, or untick \"Tuned only\".")
                : _("Choose a parameter: what it does, what it may be and where its value comes from shows here."));
    }
    help_->SetInsertionPoint(0);
}

bool CriteriaSheetPanel::stands_on_a_row() const {
    return grid_->HasFocus() && !grid_->IsEditorFocused() && selected();
}

void CriteriaSheetPanel::find() {
    search_->SetFocus();
}

void CriteriaSheetPanel::on_changing(wxPropertyGridEvent& event) {
    const wxPGProperty* const property = event.GetProperty();
    const std::string name = to_utf8(property->GetName());
    const std::size_t point = name.find('.');
    const auto row = model_.row(name.substr(0, point), name.substr(point + 1));
    if (!row) return;
    const std::optional<ParameterValue> value = value_of(*row->spec, event.GetValue());
    if (model_.working() || !value || !is_allowed(*row->spec, *value)) {
        event.Veto();
        refused_ = true;
        if (!model_.working()) {
            refusal_(refusal_text(*row, event.GetValue().GetString()));
        }
    } else {
        refusal_({});
    }
}

void CriteriaSheetPanel::on_changed(wxPropertyGridEvent& event) {
    const wxPGProperty* const property = event.GetProperty();
    const std::string name = to_utf8(property->GetName());
    const std::size_t point = name.find('.');
    const auto row = model_.row(name.substr(0, point), name.substr(point + 1));
    if (!row) return;
    if (const auto value = value_of(*row->spec, event.GetPropertyValue()))
        model_.set(row->plugin->id, row->spec->name, *value);
}

bool CriteriaSheetPanel::commit() {
    refused_ = false;
    grid_->CommitChangesFromEditor();  // its answer also tells of earlier failures
    return !refused_;
}

void CriteriaSheetPanel::reset_selected() {
    const std::optional<ParameterRow> row = selected();
    if (row && row->origin == ValueOrigin::overridden && !model_.working()) {
        grid_->ClearSelection();  // an editor that is open would bring its text back
        model_.reset(row->plugin->id, row->spec->name);
        grid_->SelectProperty(property_name(row->plugin->id, row->spec->name));
        show_help();
    }
}

void CriteriaSheetPanel::go_to_changed() {
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
