#include "app/criteria_window.h"

#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/weakref.h>

#include "app/accessible_names.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
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

/// Gets what it shows later: making it takes a while, in which the program would not answer.
wxPanel* empty_page(wxWindow& pages) {
    auto* const page = new wxPanel(&pages);
    page->SetSizer(new wxBoxSizer(wxVERTICAL));
    return page;
}

template <class Panel>
Panel& fill_page(wxWindow& page, CriteriaModel& model) {
    auto* const panel = new Panel(&page, model);
    page.GetSizer()->Add(panel, wxSizerFlags(1).Expand());
    page.Layout();
    announce_names(*panel);
    return *panel;
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
    sheet_ = new CriteriaSheetPanel(split, model_, [this](const wxString& why) {
        if (!why.empty()) {
            bar_->ShowMessage(why, wxICON_WARNING);
        } else if (bar_->IsShown()) {
            bar_->Dismiss();
        }
    });
    pages_ = new wxNotebook(split, wxID_ANY);
    pages_->SetName(_("Preview and history"));
    pages_->AddPage(empty_page(*pages_), _("Preview"));
    pages_->AddPage(empty_page(*pages_), _("History"));
    split->SplitVertically(sheet_, pages_, FromDIP(620));
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
    sheet_->show_programmes();
    show_state();
    Layout();
    all->Layout();
    split->SetSashPosition(FromDIP(620));
    model_.start();
    sheet_->grid().SetFocus();
    background.post([weak = wxWeakRef<CriteriaWindow>(this)] {
        if (weak) weak->preview_panel();
    });
}

CriteriaPreviewPanel& CriteriaWindow::preview_panel() {
    if (preview_ == nullptr) preview_ = &fill_page<CriteriaPreviewPanel>(*pages_->GetPage(0), model_);
    return *preview_;
}

CriteriaHistoryPanel& CriteriaWindow::history_panel() {
    if (history_ == nullptr) history_ = &fill_page<CriteriaHistoryPanel>(*pages_->GetPage(1), model_);
    return *history_;
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

void CriteriaWindow::bind_events() {
    const auto on = menu_actions(*this);
    on(item_draft, [this] { save_draft(); });
    on(item_publish, [this] { publish(); });
    on(item_reset, [this] { sheet_->reset_selected(); });
    on(item_revert, [this] { model_.revert(); });
    on(item_next_changed, [this] { sheet_->go_to_changed(); });
    on(item_find, [this] { sheet_->find(); });
    on(item_measure, [this] { preview_panel().refresh(); });
    on(item_stop, [this] { model_.preview().stop(); });
    on(item_calibration, [this] { preview_panel().choose_folder(); });
    on(item_sheet, [this] { sheet_->grid().SetFocus(); });
    on(item_preview, [this] {
        pages_->SetSelection(0);
        preview_panel().reports().SetFocus();
    });
    on(item_history, [this] {
        pages_->SetSelection(1);
        history_panel().versions().SetFocus();
    });
    on(item_take, [this] { history_panel().take(); });
    on(item_roll_back, [this] { history_panel().roll_back(); });
    on(wxID_CLOSE, [this] { Close(); });
    draft_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save_draft(); });
    publish_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { publish(); });
    note_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        model_.set_note(to_utf8(note_->GetValue()));
        show_state();
    });
    pages_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        if (event.GetSelection() == 1) history_panel();
        event.Skip();
    });
    // GTK gives a list Ctrl+F for a search of its own
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == 'F' && event.GetModifiers() == wxMOD_CONTROL) {
            sheet_->find();
        } else {
            event.Skip();
        }
    });
    // changes stay as they are until they are published or thrown away
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        sheet_->commit();
        event.Skip();
    });
}

void CriteriaWindow::on_model(CriteriaModel::News news) {
    switch (news) {
        case CriteriaModel::News::programmes:
            sheet_->show_programmes();
            break;
        case CriteriaModel::News::sheet:
            if (!model_.error().en.empty()) bar_->ShowMessage(shown(model_.error()), wxICON_ERROR);
            sheet_->show_sheet();
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
            sheet_->show_values();
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
    sheet_->scope().Enable(!model_.working());
    GetMenuBar()->Enable(item_draft, may);
    GetMenuBar()->Enable(item_publish, may);
    GetMenuBar()->Enable(item_revert, may);
    GetMenuBar()->Enable(item_next_changed, changes > 0);
}

void CriteriaWindow::save_draft() {
    if (sheet_->commit() && model_.changes() > 0) model_.save_draft(to_utf8(note_->GetValue()));
}

void CriteriaWindow::publish() {
    if (!sheet_->commit() || model_.changes() == 0) return;
    if (note_->IsEmpty()) {
        bar_->ShowMessage(_("Say first what the change is for: the history keeps it."), wxICON_WARNING);
        note_->SetFocus();
        return;
    }
    model_.publish(to_utf8(note_->GetValue()));
}

}  // namespace relis::app
