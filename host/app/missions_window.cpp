#include "app/missions_window.h"

#include <algorithm>
#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/splitter.h>

#include "app/bring_up.h"
#include "app/commands.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/named.h"
#include "app/this_moment.h"
#include "app/type_to_find.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int {
    item_assign = wxID_HIGHEST + 1,
    item_cancel,
    item_miss,
    item_reopen,
    item_undo,
    item_shopper,
    item_find
};

/// `open`, `cancelled`
wxString name_of_state(const std::string& state) {
    for (const Outcome outcome : {Outcome::accepted, Outcome::reassigned, Outcome::cancelled, Outcome::missed}) {
        if (state == to_string(outcome)) {
            return name_of(outcome);
        }
    }
    return state == "open" ? _("to be done") : state == "withdrawn" ? _("withdrawn") : shown(state);
}

wxString head_of(const OpenedMission& mission) {
    const review::MissionCard& card = mission.card;
    const wxString dot = wxString::FromUTF8("  ·  ");
    wxString head = shown(card.mission_id) + dot + name_or_id(card.programme_name, card.programme) + dot +
                    name_or_id(card.site_name, card.site) + dot + named(card.shopper_name, card.shopper_id);
    head += "\n" + name_of_state(card.state);
    if (mission.new_due) {
        head += dot + wxString::Format(_("due %s if given now"), clock(*mission.new_due));
    } else if (card.due_at) {
        head += dot + wxString::Format(_("due %s"), clock(*card.due_at));
    }
    return head;
}

/// Every reason with its points, or what excludes him.
wxString why_of(const review::MissionCandidate& candidate) {
    wxString why;
    for (const review::CandidateExclusion& exclusion : candidate.exclusions) {
        why += with_colon(_("Excluded")) + shown(review::label(exclusion.kind)) + wxString::FromUTF8(", ") +
               shown(exclusion.text) + "\n";
    }
    for (const review::CandidateReason& reason : candidate.reasons) {
        why += with_colon(shown(review::label(reason.criterion))) + shown(reason.text) + " (" +
               number(reason.points, 1, true) + ")\n";
    }
    return why;
}

}  // namespace

MissionsWindow::MissionsWindow(wxWindow* parent, MissionsDesk& desk, Background& background, Drafts& drafts,
                               ForShopper open_shopper)
    : wxFrame(parent, wxID_ANY, _("Missions that nobody has")),
      model_(desk, background),
      form_(drafts),
      open_shopper_(std::move(open_shopper)) {
    SetMinSize(FromDIP(wxSize(860, 480)));
    SetSize(FromDIP(wxSize(1180, 680)));
    auto* const all = new wxPanel(this);
    bar_ = new NoticeBar(all);
    auto* const split =
        new wxSplitterWindow(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    make_lists(*split);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(split, wxSizerFlags(1).Expand());
    all->SetSizer(sizer);
    make_menus();
    form_.text("reason", *reason_);
    form_.text(
        "when", [this] { return when_written_ ? to_utf8(when_->text().GetValue()) : std::string(); },
        [this](const std::string& written) {
            when_written_ = !written.empty();
            when_->set_text(written);
        });
    news_ = model_.notifier().subscribe([this](MissionsModel::News news) { on_news(news); });
    update();
    missions_->SetFocus();
}

void MissionsWindow::make_lists(wxWindow& parent) {
    auto& split = static_cast<wxSplitterWindow&>(parent);
    const int gap = FromDIP(6);
    auto* const left = new wxPanel(&split);
    number_ = new wxSearchCtrl(left, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    number_->SetDescriptiveText(_("Number of a mission, then Enter (Ctrl+F)"));
    number_->SetName(_("Number of a mission, then Enter (Ctrl+F)"));
    missions_ = new wxDataViewListCtrl(left, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    missions_->SetName(_("Missions that nobody has"));
    missions_->AppendTextColumn(_("Mission"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    missions_->AppendTextColumn(_("Due"), wxDATAVIEW_CELL_INERT, FromDIP(125));
    missions_->AppendTextColumn(_("Site"), wxDATAVIEW_CELL_INERT, FromDIP(160));
    missions_->AppendTextColumn(_("Because"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    fit_columns(*missions_);
    auto* const list = new wxBoxSizer(wxVERTICAL);
    list->Add(number_, wxSizerFlags().Expand().Border(wxALL, gap));
    list->Add(missions_, wxSizerFlags(1).Expand());
    left->SetSizer(list);

    auto* const right = new wxPanel(&split);
    head_ = new wxStaticText(right, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    head_->SetFont(head_->GetFont().Bold());
    candidates_ = new wxDataViewListCtrl(right, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    candidates_->SetName(_("Candidates"));
    candidates_->AppendTextColumn(_("Rank"), wxDATAVIEW_CELL_INERT, FromDIP(60), wxALIGN_RIGHT);
    candidates_->AppendTextColumn(_("Shopper"), wxDATAVIEW_CELL_INERT, FromDIP(180));
    candidates_->AppendTextColumn(_("Points"), wxDATAVIEW_CELL_INERT, FromDIP(70), wxALIGN_RIGHT);
    candidates_->AppendTextColumn(_("Reliability"), wxDATAVIEW_CELL_INERT, FromDIP(90), wxALIGN_RIGHT);
    candidates_->AppendTextColumn(_("City"), wxDATAVIEW_CELL_INERT, FromDIP(120));
    candidates_->AppendTextColumn(_("Excluded"), wxDATAVIEW_CELL_INERT, FromDIP(260));
    fit_columns(*candidates_);
    type_to_find(*candidates_, 1);
    why_ = new wxTextCtrl(right, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 150)),
                          wxTE_MULTILINE | wxTE_READONLY);
    why_->SetName(_("Why this place in the ranking"));
    reason_ = new wxTextCtrl(right, wxID_ANY);
    reason_->SetName(_("Reason"));
    reason_->SetHint(_("Why? It stays in the mission's log"));
    when_label_ = new wxStaticText(right, wxID_ANY, _("The new visit is due:"));
    when_ = new MomentPicker(right, _("When"), [this] {
        when_written_ = true;
        form_.keep();
    });
    auto* const when = wrapping_row();
    when->Add(when_label_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    when->Add(when_, wxSizerFlags().CentreVertical());
    assign_ = new wxButton(right, item_assign, _("&Give the mission"));
    cancel_ = new wxButton(right, item_cancel, _("Ca&ncelled"));
    miss_ = new wxButton(right, item_miss, _("&Never done"));
    reopen_ = new wxButton(right, item_reopen, _("&Open again"));
    undo_ = new wxButton(right, item_undo, _("&Take back"));
    auto* const acts = wrapping_row();
    for (wxButton* const button : {assign_, cancel_, miss_, reopen_, undo_}) {
        acts->Add(button, wxSizerFlags().Border(wxRIGHT, gap));
        button->Bind(wxEVT_BUTTON, [this, id = button->GetId()](wxCommandEvent&) {
            wxCommandEvent chosen(wxEVT_MENU, id);
            ProcessWindowEvent(chosen);
        });
    }
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
    column->Add(candidates_, wxSizerFlags(1).Expand());
    column->Add(why_, wxSizerFlags().Expand().Border(wxTOP, gap));
    column->Add(reason_, wxSizerFlags().Expand().Border(wxALL, gap));
    column->Add(when, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
    column->Add(acts, wxSizerFlags().Border(wxLEFT | wxBOTTOM, gap));
    right->SetSizer(column);
    split.SplitVertically(left, right,
                          static_cast<int>(std::min(FromDIP(490) * text_scale(*this), GetClientSize().x * 0.45)));
    split.SetMinimumPaneSize(FromDIP(260));

    missions_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = missions_->GetSelectedRow();
        if (!filling_ && row != wxNOT_FOUND && static_cast<std::size_t>(row) < model_.waiting().size()) {
            model_.open(model_.waiting()[static_cast<std::size_t>(row)].mission_id);
        }
    });
    candidates_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { update(); });
    number_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (const wxString wanted = number_->GetValue().Strip(wxString::both); !wanted.empty()) {
            model_.open(to_utf8(wanted));
        }
    });
}

void MissionsWindow::make_menus() {
    auto* const menu = new wxMenu;
    menu->Append(item_assign, _("&Give the mission to the selected shopper") + "\tCtrl+Enter");
    menu->Append(item_shopper, _("Sh&opper's file...") + "\tCtrl+O");
    menu->AppendSeparator();
    menu->Append(item_cancel, _("The shopper &cancelled") + "\tCtrl+Shift+C");
    menu->Append(item_miss, _("It was &never done") + "\tCtrl+Shift+N");
    menu->Append(item_reopen, _("Take that back, &open it again") + "\tCtrl+Shift+O");
    menu->Append(item_undo, _("&Take the assignment back") + "\tCtrl+Shift+Z");
    menu->AppendSeparator();
    menu->Append(item_find, _("&Find a mission by its number") + "\tCtrl+F");
    show_menu(*this, menu, _("&Mission"));
    const auto on = menu_actions(*this);
    const auto reason = [this] { return to_utf8(reason_->GetValue()); };
    on(item_assign, [this] { assign(); });
    on(item_cancel, [this, reason] {
        if (readable()) {
            model_.cancel(reason(), written_moment());
        }
    });
    on(item_miss, [this, reason] { model_.miss(reason()); });
    on(item_reopen, [this] { model_.reopen(); });
    on(item_undo, [this] { model_.undo_assignment(); });
    on(item_shopper, [this] {
        if (model_.opened() != nullptr && selected_candidate() < model_.opened()->candidates.size()) {
            open_shopper_(model_.opened()->candidates[selected_candidate()].shopper_id);
        }
    });
    on(item_find, [this] { number_->SetFocus(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
    // GTK gives a text Ctrl+Enter for a use of its own
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int command = command_of(event, *GetMenuBar());
        if (command == wxID_NONE) {
            event.Skip();
            return;
        }
        wxCommandEvent chosen(wxEVT_MENU, command);
        ProcessWindowEvent(chosen);
    });
}

std::size_t MissionsWindow::selected_candidate() const {
    return static_cast<std::size_t>(candidates_->GetSelectedRow());
}

void MissionsWindow::assign() {
    if (assign_->IsEnabled() && readable()) {
        model_.assign(selected_candidate(), to_utf8(reason_->GetValue()), written_moment());
    }
}

std::optional<Moment> MissionsWindow::written_moment() const {
    return when_written_ ? when_->value() : std::nullopt;
}

bool MissionsWindow::readable() {
    if (!when_written_ || when_->value()) {
        return true;
    }
    bar_->ShowMessage(_("Not done:") + " " + MomentPicker::how_to_write(), wxICON_WARNING);
    return false;
}

void MissionsWindow::on_news(MissionsModel::News news) {
    switch (news) {
        case MissionsModel::News::list:
            show_list();
            if (model_.mission_id().empty()) {
                show_opened();
            }
            break;
        case MissionsModel::News::opening:
            show_head();
            update();
            break;
        case MissionsModel::News::opened:
            show_opened();
            break;
        case MissionsModel::News::done:
            reason_->ChangeValue(wxString());
            when_written_ = false;
            form_.done();
            bar_->ShowMessage(model_.given().empty()
                                  ? _("Done. It stands in the mission's log.")
                                  : wxString::Format(_("Given as mission %s."), shown(model_.given())),
                              wxICON_INFORMATION);
            break;
        case MissionsModel::News::failed:
            bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_WARNING);
            select_opened();
            show_head();
            update();
            break;
    }
}

void MissionsWindow::show_list() {
    filling_ = true;
    missions_->DeleteAllItems();
    for (const review::WaitingMission& mission : model_.waiting()) {
        wxVector<wxVariant> cells;
        cells.push_back(shown(mission.mission_id));
        cells.push_back(mission.due_at ? clock(*mission.due_at) : wxString());
        cells.push_back(name_or_id(mission.site_name, mission.site));
        cells.push_back(name_of(mission.outcome));
        missions_->AppendItem(cells);
    }
    select_opened();
}

void MissionsWindow::select_opened() {
    filling_ = true;
    const auto& waiting = model_.waiting();
    const auto opened = std::ranges::find(waiting, model_.mission_id(), &review::WaitingMission::mission_id);
    if (opened == waiting.end()) {
        missions_->UnselectAll();
    } else {
        missions_->SelectRow(static_cast<unsigned>(opened - waiting.begin()));
    }
    filling_ = false;
}

void MissionsWindow::show_opened() {
    candidates_->DeleteAllItems();
    select_opened();
    const OpenedMission* const mission = model_.opened();
    if (const std::string key = "mission/" + model_.mission_id(); key != form_.key() && !model_.mission_id().empty()) {
        bar_->Dismiss();
        reason_->ChangeValue(wxString());  // it was another mission's and is kept
        when_written_ = false;
        form_.about(key, {{"kind", "mission"}, {"mission", model_.mission_id()}});
    }
    if (mission != nullptr) {
        for (const review::MissionCandidate& candidate : mission->candidates) {
            wxString excluded;
            for (const review::CandidateExclusion& exclusion : candidate.exclusions) {
                excluded = with_semicolon(excluded, shown(exclusion.text));
            }
            wxVector<wxVariant> cells;
            cells.push_back(candidate.rank == 0 ? wxString() : wxString::Format("%zu", candidate.rank));
            cells.push_back(shown(candidate.name));
            cells.push_back(number(candidate.score, 1));
            cells.push_back(score(candidate.reliability));
            cells.push_back(shown(candidate.city));
            cells.push_back(excluded);
            candidates_->AppendItem(cells);
        }
        if (!mission->candidates.empty()) {
            candidates_->SelectRow(0);
        }
    }
    const bool to_give = mission != nullptr && mission->new_due.has_value();
    const bool to_end = mission != nullptr && model_.may_end();
    when_label_->SetLabelText(to_end ? _("If cancelled, the shopper said so:") : _("The new visit is due:"));
    when_->Enable(to_give || to_end);
    if (when_written_) {
        // it stays
    } else if (to_give) {
        when_->set(*mission->new_due);
    } else if (to_end) {
        when_->set(this_moment());
    }
    when_label_->GetContainingSizer()->Layout();
    show_head();
    update();
}

void MissionsWindow::show_head() {
    const OpenedMission* const mission = model_.opened();
    head_->SetLabelText(mission != nullptr         ? head_of(*mission)
                        : model_.working()         ? _("Opening...")
                        : model_.waiting().empty() ? _("Every mission has somebody.")
                                                   : wxString());
    head_->InvalidateBestSize();  // two lines about a mission, else one
    head_->GetContainingSizer()->Layout();
}

void MissionsWindow::update() {
    const OpenedMission* const mission = model_.opened();
    const bool idle = mission != nullptr && !model_.working();
    const bool chosen = mission != nullptr && selected_candidate() < mission->candidates.size();
    const bool excluded = chosen && !mission->candidates[selected_candidate()].exclusions.empty();
    why_->ChangeValue(chosen ? why_of(mission->candidates[selected_candidate()])
                      : model_.mission_id().empty()
                          ? _("A mission stands here when it is taken from its shopper, cancelled or never done. Its "
                              "candidates are ranked then. Any other mission is found by its number (Ctrl+F).")
                          : wxString());
    reason_->SetHint(excluded ? _("Why in spite of what excludes him?") : _("Why? It stays in the mission's log"));
    const auto allow = [this](wxButton& button, bool allowed) {
        button.Enable(allowed);
        GetMenuBar()->Enable(button.GetId(), allowed);
    };
    if (GetMenuBar() != nullptr) {
        allow(*assign_, idle && chosen);
        allow(*cancel_, idle && model_.may_end());
        allow(*miss_, idle && model_.may_end());
        allow(*reopen_, idle && model_.may_reopen());
        allow(*undo_, idle && model_.may_undo());
        GetMenuBar()->Enable(item_shopper, chosen);
    }
}

MissionsDoor::MissionsDoor(MissionsDesk& desk, Background& background, Drafts& drafts,
                           MissionsWindow::ForShopper open_shopper)
    : desk_(desk), background_(background), drafts_(drafts), open_shopper_(std::move(open_shopper)) {}

void MissionsDoor::attach(wxFrame& main, LayoutKeeper& layout) {
    main_ = &main;
    layout_ = &layout;
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show(); }, command_missions);
}

MissionsWindow& MissionsDoor::show() {
    if (!window_) {
        window_ = new MissionsWindow(main_, desk_, background_, drafts_, open_shopper_);
        layout_->keep(*window_, "missions");
    }
    window_->model().refresh();
    bring_up(*window_, background_);
    return *window_;
}

}  // namespace relis::app
