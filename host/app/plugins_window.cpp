#include "app/plugins_window.h"

#include <algorithm>
#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/words.h"
#include "label/blank.h"

namespace relis::app {

namespace {

using State = PluginEntry::State;

enum Item : int { item_disable = wxID_HIGHEST + 1, item_enable, item_retry };

std::string key_of_draft(const std::string& plugin) {
    return "plugin/" + plugin;
}

wxString name_of(State state) {
    switch (state) {
        case State::works:
            return _("works");
        case State::refused:
            return _("refused");
        case State::skipped:
            return _("skipped");
        case State::absent:
            return _("not callable");
        case State::off:
            break;
    }
    return _("switched off");
}

wxString name_of_role(const std::string& role) {
    if (role == "criterion") return _("rates");
    if (role == "inspection") return _("flags");
    if (role == "decision_policy") return _("recommends");
    if (role == "reliability_model") return _("rates shoppers");
    return shown(role);
}

wxString details_of(const PluginEntry& plugin) {
    wxString text;
    switch (plugin.state) {
        case State::works:
            text = _("It is loaded and runs.");
            break;
        case State::off:
            text = wxString::Format(_("Switched off by %s, %s: %s"), shown(plugin.off_by),
                                    plugin.off_since ? clock(*plugin.off_since) : wxString(), shown(plugin.reason));
            break;
        case State::refused:
            text = _("It was refused:") + " " + shown(plugin.reason);
            break;
        case State::skipped:
            text = _("It is skipped:") + " " + shown(plugin.reason);
            break;
        case State::absent:
            return _(
                "It cannot be called: skipped, refused or not installed here. What it found before is kept until "
                "it is back; switched off, it goes.");
    }
    return text + "\n" + shown(plugin.status.path.string());
}

}  // namespace

PluginsWindow::PluginsWindow(wxWindow* parent, PluginsDesk& desk, Background& background, Drafts& drafts,
                             std::function<void()> switched)
    : wxFrame(parent, wxID_ANY, _("Plugins")),
      model_(desk, background),
      drafts_(drafts),
      form_(drafts),
      switched_(std::move(switched)) {
    SetMinSize(FromDIP(wxSize(560, 360)));
    SetSize(FromDIP(wxSize(820, 480)));
    auto* const plugin = new wxMenu;
    plugin->Append(item_disable, _("&Switch off") + "\tCtrl+D");
    plugin->Append(item_enable, _("Switch &on") + "\tCtrl+E");
    plugin->Append(item_retry, _("&Load again") + "\tCtrl+L");
    plugin->AppendSeparator();
    show_menu(*this, plugin, _("&Plugin"));

    auto* const all = new wxPanel(this);
    const int gap = FromDIP(6);
    bar_ = new NoticeBar(all);
    list_ = new wxDataViewListCtrl(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(_("Plugins"));
    list_->AppendTextColumn(_("Name"), wxDATAVIEW_CELL_INERT, FromDIP(200));
    list_->AppendTextColumn(_("Identifier"), wxDATAVIEW_CELL_INERT, FromDIP(110));
    list_->AppendTextColumn(_("Version"), wxDATAVIEW_CELL_INERT, FromDIP(70));
    list_->AppendTextColumn(_("What it does"), wxDATAVIEW_CELL_INERT, FromDIP(210));
    list_->AppendTextColumn(_("State"), wxDATAVIEW_CELL_INERT, FromDIP(110));
    fit_columns(*list_);
    details_ = new wxTextCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 84)),
                              wxTE_MULTILINE | wxTE_READONLY);
    details_->SetName(_("About the plugin"));
    reason_ = new wxTextCtrl(all, wxID_ANY);
    reason_->SetName(_("Reason"));
    reason_->SetHint(_("Why switch it off? Colleagues will read it, since it is off for everybody"));
    form_.text("reason", *reason_);
    disable_ = new wxButton(all, wxID_ANY, _("&Switch off"));
    enable_ = new wxButton(all, wxID_ANY, _("Switch &on"));
    retry_ = new wxButton(all, wxID_ANY, _("&Load again"));
    auto* const buttons = wrapping_row();
    buttons->Add(reason_, wxSizerFlags(1).CentreVertical());
    for (wxButton* const button : {disable_, enable_, retry_}) buttons->Add(button, wxSizerFlags().Border(wxLEFT, gap));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, gap));
    sizer->Add(details_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);

    const auto on = menu_actions(*this);
    on(item_disable, [this] { disable(); });
    on(item_enable, [this] { enable(); });
    on(item_retry, [this] { retry(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
    disable_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { disable(); });
    enable_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { enable(); });
    retry_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { retry(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_selected(); });
    news_ = model_.notifier().subscribe([this](PluginsModel::News news) {
        switch (news) {
            case PluginsModel::News::plugins:
                fill();
                break;
            case PluginsModel::News::working:
                show_selected();
                break;
            case PluginsModel::News::switched:
                forget_reason();
                bar_->ShowMessage(_("Done. Waiting reports are rated anew."), wxICON_INFORMATION);
                switched_();
                break;
            case PluginsModel::News::failed:
                switching_off_.clear();
                bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_ERROR);
                show_selected();
                break;
        }
    });
    show_selected();
    model_.refresh();
    list_->SetFocus();
}

std::size_t PluginsWindow::selected() const {
    return static_cast<std::size_t>(list_->GetSelectedRow());  // none: beyond every row
}

void PluginsWindow::fill() {
    const int before = list_->GetSelectedRow();
    list_->DeleteAllItems();
    for (const PluginEntry& plugin : model_.plugins()) {
        const wxString name = shown(speaks_french() ? plugin.status.name_fr : plugin.status.name_en);
        wxVector<wxVariant> cells;
        const std::string unnamed =
            plugin.status.path.empty() ? plugin.status.id : plugin.status.path.filename().string();
        cells.push_back(name.empty() ? shown(unnamed) : name);
        cells.push_back(shown(plugin.status.id));
        cells.push_back(shown(plugin.status.version));
        cells.push_back(name_of_role(plugin.status.role));
        cells.push_back(name_of(plugin.state));
        list_->AppendItem(cells);
    }
    if (list_->GetItemCount() > 0)
        list_->SelectRow(static_cast<unsigned>(before >= 0 && before < list_->GetItemCount() ? before : 0));
    if (!wanted_.empty()) {
        select(std::exchange(wanted_, {}));
    }
    show_selected();
}

void PluginsWindow::select(const std::string& id) {
    const std::vector<PluginEntry>& plugins = model_.plugins();
    if (plugins.empty()) {
        wanted_ = id;
        return;
    }
    const auto found = std::ranges::find(plugins, id, [](const PluginEntry& plugin) { return plugin.status.id; });
    if (found != plugins.end()) {
        list_->SelectRow(static_cast<unsigned>(found - plugins.begin()));
        show_selected();
    }
}

void PluginsWindow::show_form(const PluginEntry& plugin) {
    reason_->Enable(plugin.state == State::works);
    const std::string key = key_of_draft(plugin.status.id);
    if (plugin.state == State::works && form_.key() != key) {
        reason_->ChangeValue(wxString());  // it was another plugin's and is kept
        form_.about(key, {{"kind", "plugin"}, {"plugin", plugin.status.id}});
    }
}

void PluginsWindow::forget_reason() {
    const std::string key = key_of_draft(std::exchange(switching_off_, {}));
    drafts_.forget(key);
    if (form_.key() == key) {
        reason_->ChangeValue(wxString());
        form_.done();
    }
}

void PluginsWindow::show_selected() {
    const std::size_t row = selected();
    disable_->Enable(model_.can_disable(row));
    enable_->Enable(model_.can_enable(row));
    retry_->Enable(model_.can_retry(row));
    GetMenuBar()->Enable(item_disable, model_.can_disable(row));
    GetMenuBar()->Enable(item_enable, model_.can_enable(row));
    GetMenuBar()->Enable(item_retry, model_.can_retry(row));
    if (row < model_.plugins().size()) {
        details_->SetValue(details_of(model_.plugins()[row]));
        show_form(model_.plugins()[row]);
    } else {
        reason_->Disable();
        details_->SetValue(model_.plugins().empty() ? _("Plugins are being looked for...") : wxString());
    }
}

void PluginsWindow::disable() {
    const std::size_t row = selected();
    if (!model_.can_disable(row)) return;
    const std::string reason = to_utf8(reason_->GetValue());
    if (is_blank(reason)) {
        bar_->ShowMessage(_("Say why first: colleagues will read it, since the plugin is off for everybody."),
                          wxICON_WARNING);
        reason_->SetFocus();
        return;
    }
    switching_off_ = model_.plugins()[row].status.id;
    model_.disable(row, reason);
}

void PluginsWindow::enable() {
    model_.enable(selected());
}

void PluginsWindow::retry() {
    model_.retry(selected());
}

}  // namespace relis::app
