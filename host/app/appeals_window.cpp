#include "app/appeals_window.h"

#include <filesystem>
#include <fstream>
#include <utility>

#include <wx/menu.h>
#include <wx/notebook.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include "app/bring_up.h"
#include "app/commands.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/report_document.h"
#include "app/type_to_find.h"
#include "app/words.h"
#include "appeal_rows.h"

namespace relis::app {

namespace {

using review::AppealOutcome;

enum Item : int {
    item_uphold = wxID_HIGHEST + 1,
    item_partly,
    item_dismiss,
    item_send,
    item_take,
    item_give_back,
    item_report,
    item_record,
    item_sheet
};

wxString name_of(AppealOutcome outcome) {
    switch (outcome) {
        case AppealOutcome::upheld:
            return _("Upheld: the shopper is right.");
        case AppealOutcome::partly:
            return _("Upheld in part: the score rises.");
        case AppealOutcome::dismissed:
            break;
    }
    return _("Dismissed: all stays as it was.");
}

wxString name_of(const review::AppealedRule& rule) {
    if (rule.plugin.empty()) {
        return _("the decision");
    }
    return name_of_plugin(rule.plugin) + (rule.rule.empty() ? wxString() : " / " + shown(rule.rule));
}

/// In a draft.
std::string field_name_of(AppealOutcome outcome) {
    return outcome == AppealOutcome::upheld ? "upheld" : outcome == AppealOutcome::partly ? "partly" : "dismissed";
}

}  // namespace

AppealsWindow::AppealsWindow(wxWindow* parent, AppealsDesk& desk, Background& background, Session& session,
                             OpenReport open_report, std::function<void()> record)
    : wxFrame(parent, wxID_ANY, _("Appeals")),
      model_(desk, background),
      form_(session.drafts()),
      session_(session),
      open_report_(std::move(open_report)),
      record_(std::move(record)) {
    SetMinSize(FromDIP(wxSize(720, 480)));
    SetSize(FromDIP(wxSize(1100, 700)));
    make_menus();
    auto* const all = new wxPanel(this);
    bar_ = new NoticeBar(all);
    auto* const split =
        new wxSplitterWindow(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE | wxSP_NOBORDER);
    auto* const left = new wxPanel(split);
    auto* const right = new wxPanel(split);
    make_lists(*left);
    make_answer(*right);
    split->SplitVertically(left, right, FromDIP(470));
    split->SetMinimumPaneSize(FromDIP(240));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(split, wxSizerFlags(1).Expand());
    all->SetSizer(sizer);
    news_ = model_.notifier().subscribe([this](AppealsModel::News news) { on_news(news); });
    show_opened();
    list_->SetFocus();
}

void AppealsWindow::make_menus() {
    auto* const menu = new wxMenu;
    menu->Append(item_uphold, _("&Uphold") + "\tCtrl+U");
    menu->Append(item_partly, _("Uphold in &part") + "\tCtrl+P");
    menu->Append(item_dismiss, _("&Dismiss") + "\tCtrl+D");
    menu->Append(item_send, _("&Send the answer") + "\tCtrl+Enter");
    menu->AppendSeparator();
    menu->Append(item_record, _("&New appeal...") + "\tCtrl+N");
    menu->Append(item_sheet, _("The &earlier sheet...") + "\tCtrl+E");
    menu->Append(item_take, _("&Take in hand") + "\tCtrl+T");
    menu->Append(item_give_back, _("&Give back") + "\tCtrl+G");
    menu->Append(item_report, _("&Open the report") + "\tCtrl+O");
    menu->AppendSeparator();
    show_menu(*this, menu, _("Appea&l"));
    const auto on = menu_actions(*this);
    on(item_uphold, [this] { model_.choose(AppealOutcome::upheld); });
    on(item_partly, [this] { model_.choose(AppealOutcome::partly); });
    on(item_dismiss, [this] { model_.choose(AppealOutcome::dismissed); });
    on(item_send, [this] { model_.send(); });
    on(item_take, [this] { model_.take(); });
    on(item_give_back, [this] { model_.give_back(); });
    on(item_report, [this] {
        if (model_.details() != nullptr) {
            open_report_(model_.details()->appeal.report_id);
        }
    });
    on(item_record, [this] { record_(); });
    on(item_sheet, [this] { model_.ask_earlier_sheet(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
    // GTK gives a text Ctrl+U, Ctrl+D and Ctrl+Enter for uses of its own
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

void AppealsWindow::make_lists(wxWindow& parent) {
    auto* const pages = new wxNotebook(&parent, wxID_ANY);
    pages->SetName(_("Appeals"));
    make_columns(*pages);
    pages->AddPage(list_, _("Waiting"));
    pages->AddPage(answered_, _("Answered"));
    pages->AddPage(rules_->GetParent(), _("Contested rules"));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(pages, wxSizerFlags(1).Expand());
    parent.SetSizer(sizer);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = list_->GetSelectedRow();
        if (!filling_ && row != wxNOT_FOUND && static_cast<std::size_t>(row) < model_.appeals().size()) {
            model_.open(model_.appeals()[static_cast<std::size_t>(row)].id);
        }
    });
    answered_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = answered_->GetSelectedRow();
        if (!filling_ && row != wxNOT_FOUND && static_cast<std::size_t>(row) < model_.answered().size()) {
            model_.open(model_.answered()[static_cast<std::size_t>(row)].id);
        }
    });
}

void AppealsWindow::make_columns(wxWindow& pages) {
    list_ = new wxDataViewListCtrl(&pages, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(_("Appeals that wait"));
    const wxObjectDataPtr<AppealRows> rows(new AppealRows(model_));
    list_->AssociateModel(rows.get());
    constexpr int sortable = wxDATAVIEW_COL_RESIZABLE | wxDATAVIEW_COL_SORTABLE;
    const auto add_column = [&](const wxString& title, int width) {
        list_->AppendTextColumn(title, wxDATAVIEW_CELL_INERT, FromDIP(width), wxALIGN_LEFT, sortable);
    };
    add_column(_("Answer due"), 130);
    add_column(_("Report"), 84);
    add_column(_("Shopper"), 120);
    add_column(_("Contested"), 150);
    add_column(_("In hand of"), 90);
    answered_ = new wxDataViewListCtrl(&pages, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    answered_->SetName(_("Answered appeals"));
    answered_->AppendTextColumn(_("Answered on"), wxDATAVIEW_CELL_INERT, FromDIP(130));
    answered_->AppendTextColumn(_("Report"), wxDATAVIEW_CELL_INERT, FromDIP(84));
    answered_->AppendTextColumn(_("Contested"), wxDATAVIEW_CELL_INERT, FromDIP(160));
    answered_->AppendTextColumn(_("By"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    auto* const rules_page = new wxPanel(&pages);
    rules_ = new wxDataViewListCtrl(rules_page, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    rules_->SetName(_("Contested rules"));
    rules_->AppendTextColumn(_("Rule"), wxDATAVIEW_CELL_INERT, FromDIP(160));
    rules_->AppendTextColumn(_("Programme"), wxDATAVIEW_CELL_INERT, FromDIP(100));
    rules_->AppendTextColumn(_("Appeals"), wxDATAVIEW_CELL_INERT, FromDIP(110), wxALIGN_RIGHT);
    rules_->AppendTextColumn(_("Upheld"), wxDATAVIEW_CELL_INERT, FromDIP(76), wxALIGN_RIGHT);
    rules_->AppendTextColumn(_("Share"), wxDATAVIEW_CELL_INERT, FromDIP(60), wxALIGN_RIGHT);
    no_rules_ = new wxStaticText(rules_page, wxID_ANY, _("Nobody contested anything yet."));
    auto* const rules_sizer = new wxBoxSizer(wxVERTICAL);
    rules_sizer->Add(no_rules_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    rules_sizer->Add(rules_, wxSizerFlags(1).Expand());
    rules_page->SetSizer(rules_sizer);
    for (wxDataViewListCtrl* const made : {list_, answered_, rules_}) {
        fit_columns(*made);
    }
    type_to_find(*list_, 2);
}

void AppealsWindow::make_answer(wxWindow& parent) {
    const int gap = FromDIP(6);
    view_ = new DocumentView(&parent, _("The appeal"), [](const Target&) {});
    outcome_ = new wxStaticText(&parent, wxID_ANY, wxString());
    outcome_->SetFont(outcome_->GetFont().Bold());
    answer_ = new wxTextCtrl(&parent, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 110)),
                             wxTE_MULTILINE | wxTE_RICH2);
    says_ = new wxStaticText(&parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    answer_->SetName(_("Answer to the shopper"));
    answer_->SetHint(_("Answer to the shopper"));
    auto* const score_label = new wxStaticText(&parent, wxID_ANY, _("New score:"));
    score_ = new wxTextCtrl(&parent, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(60, -1)));
    score_->SetName(_("New score:"));
    overturn_ = new wxCheckBox(&parent, wxID_ANY, _("The decision falls &with it"));
    uphold_ = new wxButton(&parent, item_uphold, _("&Uphold"));
    partly_ = new wxButton(&parent, item_partly, _("Uphold in &part"));
    dismiss_ = new wxButton(&parent, item_dismiss, _("&Dismiss"));
    sheet_ = new wxButton(&parent, item_sheet, _("The &earlier sheet..."));
    send_ = new wxButton(&parent, item_send, _("&Send the answer"));
    auto* const choices = wrapping_row();
    for (wxButton* const button : {uphold_, partly_, dismiss_}) {
        choices->Add(button, wxSizerFlags().Border(wxRIGHT, gap));
    }
    choices->AddStretchSpacer();
    choices->Add(sheet_);
    auto* const last = wrapping_row();
    last->Add(score_label, wxSizerFlags().CenterVertical().Border(wxRIGHT, gap));
    last->Add(score_, wxSizerFlags().CenterVertical().Border(wxRIGHT, 2 * gap));
    last->Add(overturn_, wxSizerFlags(1).CenterVertical());
    last->Add(send_, wxSizerFlags().CenterVertical());
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(view_, wxSizerFlags(1).Expand());
    sizer->Add(choices, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(outcome_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(answer_, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(says_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(last, wxSizerFlags().Expand().Border(wxALL, gap));
    parent.SetSizer(sizer);
    const auto on_button = [this](wxButton& button, auto action) {
        button.Bind(wxEVT_BUTTON, [action](wxCommandEvent&) { action(); });
    };
    on_button(*uphold_, [this] { model_.choose(AppealOutcome::upheld); });
    on_button(*partly_, [this] { model_.choose(AppealOutcome::partly); });
    on_button(*dismiss_, [this] { model_.choose(AppealOutcome::dismissed); });
    on_button(*send_, [this] { model_.send(); });
    on_button(*sheet_, [this] { model_.ask_earlier_sheet(); });
    answer_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        if (!filling_) {
            model_.write(to_utf8(answer_->GetValue()));
            form_.keep();
        }
        event.Skip();
    });
    // in the French of the report's programme; what is quoted is the shopper's
    spelling_ = std::make_unique<CheckedText>(
        *answer_, *says_, session_.desk().at_report(), session_.background(),
        [this] { return model_.details() != nullptr ? model_.details()->report.row.programme : std::string(); },
        CheckedText::Quotations::left_alone);
    score_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { read_score(); });
    overturn_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        model_.set_overturn(event.IsChecked());
        form_.keep();
    });
    keep_in_form();
}

void AppealsWindow::keep_in_form() {
    form_.choice(
        "outcome", [this] { return model_.outcome() ? field_name_of(*model_.outcome()) : std::string(); },
        [this](const std::string& name) {
            for (const AppealOutcome outcome :
                 {AppealOutcome::upheld, AppealOutcome::partly, AppealOutcome::dismissed}) {
                if (name == field_name_of(outcome)) {
                    model_.choose(outcome);
                }
            }
        });
    form_.choice(
        "score", [this] { return to_utf8(score_->GetValue()); },
        [this](const std::string& score) {
            score_->ChangeValue(wxString::FromUTF8(score));
            read_score();
        });
    form_.choice(
        "overturn", [this] { return std::string(overturn_->GetValue() ? "yes" : ""); },
        [this](const std::string& overturn) {
            overturn_->SetValue(!overturn.empty());
            model_.set_overturn(!overturn.empty());
        });
    form_.text(
        "answer", [this] { return model_.answer(); },
        [this](const std::string& answer) {
            model_.write(answer);
            show_draft();
        });
}

void AppealsWindow::read_score() {
    if (filling_) {
        return;
    }
    wxString text = score_->GetValue();
    text.Replace(",", ".");
    double value = 0;
    model_.set_score(text.ToCDouble(&value) ? std::optional(value) : std::nullopt);
    form_.keep();
}

void AppealsWindow::on_news(AppealsModel::News news) {
    switch (news) {
        case AppealsModel::News::list:
            show_list();
            break;
        case AppealsModel::News::opened:
            show_opened();
            break;
        case AppealsModel::News::draft:
            show_draft();
            form_.keep();
            break;
        case AppealsModel::News::answered:
            form_.done();
            bar_->ShowMessage(_("Answered. The next feedback that is sent tells the shopper."), wxICON_INFORMATION);
            show_opened();
            break;
        case AppealsModel::News::sheet:
            show_sheet();
            break;
        case AppealsModel::News::failed:
            bar_->ShowMessage(shown(model_.error()), wxICON_WARNING);
            break;
    }
}

void AppealsWindow::show_list() {
    filling_ = true;
    const Moment now = model_.now();
    list_->DeleteAllItems();
    for (const review::Appeal& appeal : model_.appeals()) {
        wxVector<wxVariant> cells;
        cells.push_back(time_until(appeal.due_at, now));
        cells.push_back(shown(appeal.report_id));
        cells.push_back(shown(appeal.shopper_name.empty() ? appeal.shopper_id : appeal.shopper_name));
        cells.push_back(shown(contested(appeal)));
        cells.push_back(appeal.state == review::AppealState::taken ? shown(appeal.handler) : wxString());
        list_->AppendItem(cells);
    }
    answered_->DeleteAllItems();
    for (const review::Appeal& appeal : model_.answered()) {
        wxVector<wxVariant> cells;
        cells.push_back(clock(appeal.closed_at.value_or(appeal.filed_at)));
        cells.push_back(shown(appeal.report_id));
        cells.push_back(shown(contested(appeal)));
        cells.push_back(shown(appeal.handler));
        answered_->AppendItem(cells);
    }
    rules_->DeleteAllItems();
    for (const review::AppealedRule& rule : model_.rules()) {
        constexpr double hundred = 100;
        wxVector<wxVariant> cells;
        cells.push_back(name_of(rule));
        cells.push_back(shown(rule.programme));
        cells.push_back(wxString::Format("%zu", rule.appeals));
        cells.push_back(wxString::Format("%zu", rule.upheld));
        cells.push_back(rule.share ? number(*rule.share * hundred, 0) + " %" : wxString());
        rules_->AppendItem(cells);
    }
    no_rules_->Show(model_.rules().empty());
    no_rules_->GetContainingSizer()->Layout();
    filling_ = false;
    select_opened();
}

void AppealsWindow::select_opened() {
    filling_ = true;
    for (std::size_t row = 0; row < model_.appeals().size(); ++row) {
        if (model_.appeals()[row].id == model_.opened() && row < static_cast<std::size_t>(list_->GetItemCount())) {
            list_->SelectRow(static_cast<unsigned>(row));
        }
    }
    filling_ = false;
}

void AppealsWindow::show_sheet() {
    const std::filesystem::path file = std::filesystem::path(to_utf8(wxStandardPaths::Get().GetTempDir())) /
                                       ("relis-appeal-" + std::to_string(model_.opened()) + ".html");
    std::ofstream out(file, std::ios::binary);
    out << model_.earlier_sheet();
    out.close();
    if (!out || !wxLaunchDefaultBrowser("file://" + shown(file.string()))) {
        bar_->ShowMessage(_("The page could not be opened in the browser."), wxICON_ERROR);
    }
}

void AppealsWindow::show_opened() {
    const review::AppealDetails* const details = model_.details();
    if (details != nullptr) {
        bar_->Dismiss();
        view_->show(appeal_document(*details), false);
    } else {
        // while it is being loaded nothing is said
        view_->show(model_.opened() != 0
                        ? Document{}
                        : notice_document(to_code_points(_("No appeal waits for an answer.")),
                                          to_code_points(_("When a shopper contests a score or a decision, record it "
                                                           "here (Ctrl+N) or at the open report (Ctrl+Shift+E)."))),
                    false);
    }
    select_opened();
    show_draft();
    if (details != nullptr) {
        const std::string key = "appeal/" + std::to_string(details->appeal.id);
        if (key != form_.key() || model_.answer().empty()) {
            form_.about(key, {{"kind", "appeal"},
                              {"appeal", std::to_string(details->appeal.id)},
                              {"report", details->appeal.report_id}});
        }
    }
}

void AppealsWindow::show_draft() {
    const bool may = model_.may_answer();
    uphold_->Enable(may);
    partly_->Enable(may && model_.may_be_partly());
    dismiss_->Enable(may);
    for (const int item : {int{item_uphold}, int{item_dismiss}, int{item_send}, int{item_take}, int{item_give_back}}) {
        GetMenuBar()->Enable(item, may);
    }
    const bool kept = model_.details() != nullptr && model_.details()->appeal.has_earlier_sheet;
    sheet_->Enable(kept);
    GetMenuBar()->Enable(item_sheet, kept);
    GetMenuBar()->Enable(item_partly, may && model_.may_be_partly());
    GetMenuBar()->Enable(item_report, model_.details() != nullptr);
    answer_->Enable(may && model_.outcome().has_value());
    const bool raises = model_.outcome() && *model_.outcome() != AppealOutcome::dismissed;
    score_->Enable(may && raises && model_.takes_score());
    overturn_->Enable(may && raises && model_.may_overturn());
    send_->Enable(may && model_.outcome().has_value());
    wxString says = model_.outcome() ? name_of(*model_.outcome()) : wxString();
    if (model_.needs_score() && !model_.score()) {
        says += " " + _("Give the new score.");
    }
    outcome_->SetLabel(says);
    filling_ = true;
    const wxString text = wxString::FromUTF8(model_.answer());
    if (answer_->GetValue() != text) {
        answer_->ChangeValue(text);
        spelling_->check_soon();
    }
    if (!model_.score() && !model_.outcome()) {
        score_->ChangeValue(wxString());
        overturn_->SetValue(false);
    }
    filling_ = false;
    Layout();
}

AppealsDoor::AppealsDoor(AppealsDesk& desk, FilingDesk& filing, Background& background, Session& session,
                         AppealsWindow::OpenReport open_report, ReportAtHand report_at_hand)
    : desk_(desk),
      filing_(filing),
      background_(background),
      session_(session),
      open_report_(std::move(open_report)),
      report_at_hand_(std::move(report_at_hand)) {}

void AppealsDoor::attach(wxFrame& main, LayoutKeeper& layout) {
    main_ = &main;
    layout_ = &layout;
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show(); }, command_appeals);
    main.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { record(); }, command_file_appeal);
}

AppealsWindow& AppealsDoor::show() {
    if (!window_) {
        window_ = new AppealsWindow(main_, desk_, background_, session_, open_report_, [this] { record(); });
        layout_->keep(*window_, "appeals");
    }
    window_->model().refresh();
    bring_up(*window_, background_);
    return *window_;
}

FilingDialog& AppealsDoor::record(const std::string& report_id) {
    if (!dialog_) {
        dialog_ = new FilingDialog(main_, filing_, background_, session_.drafts(), [this] {
            if (window_) {
                window_->model().refresh();
            }
        });
    }
    bring_up(*dialog_, background_);
    dialog_->open(report_id);
    return *dialog_;
}

}  // namespace relis::app
