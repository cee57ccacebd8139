#include "app/reworks_window.h"

#include <algorithm>
#include <utility>

#include <wx/clipbrd.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/named.h"
#include "app/type_to_find.h"
#include "app/words.h"

namespace relis::app {

namespace {

using Urgency = WaitingRework::Urgency;

enum Item : int { item_open = wxID_HIGHEST + 1, item_remind, item_keep, item_mail, item_mail_all, item_expire };

wxString urgency_in_words(const WaitingRework& rework) {
    switch (rework.urgency) {
        case Urgency::overdue:
            return _("overdue");
        case Urgency::to_remind:
            return _("to remind");
        case Urgency::calm:
            break;
    }
    return rework.asked.reminded_at ? _("reminded") : _("awaited");
}

wxString reminder_of(const review::AskedRework& rework) {
    if (rework.reminded_at) {
        return wxString::Format(_("%s by %s"), short_clock(*rework.reminded_at), shown(rework.reminded_by));
    }
    return rework.remind_at ? wxString::Format(_("at %s"), short_clock(*rework.remind_at)) : _("none agreed");
}

wxString asked_in_words(const review::AskedRework& rework) {
    wxString text = wxString::Format(_("Asked by %s on %s; revision %d."), shown(rework.by), clock(rework.asked_at),
                                     rework.revision);
    for (const review::ReworkReason& reason : rework.reasons) {
        text += wxString::FromUTF8("\n– ");
        if (!reason.question.empty()) {
            const auto question = rework.questions.find(reason.question);
            text += with_colon(shown(question == rework.questions.end() ? reason.question : question->second));
        }
        text += shown(reason.text);
    }
    return text;
}

}  // namespace

ReworksWindow::ReworksWindow(wxWindow* parent, ReworkDesk& desk, Background& background, ForReport open_report,
                             std::function<void()> ended)
    : wxFrame(parent, wxID_ANY, _("Reworks awaited")),
      model_(desk, background),
      open_report_(std::move(open_report)),
      ended_(std::move(ended)) {
    SetMinSize(FromDIP(wxSize(640, 400)));
    SetSize(FromDIP(wxSize(1120, 560)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    head_ = new wxStaticText(all, wxID_ANY, wxString());
    head_->SetFont(head_->GetFont().Bold());
    list_ = new wxDataViewListCtrl(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(_("Reworks awaited"));
    list_->AppendTextColumn(_("State"), wxDATAVIEW_CELL_INERT, FromDIP(100));
    list_->AppendTextColumn(_("Report"), wxDATAVIEW_CELL_INERT, FromDIP(100));
    list_->AppendTextColumn(_("Site"), wxDATAVIEW_CELL_INERT, FromDIP(170));
    list_->AppendTextColumn(_("Shopper"), wxDATAVIEW_CELL_INERT, FromDIP(170));
    list_->AppendTextColumn(_("Due"), wxDATAVIEW_CELL_INERT, FromDIP(140));
    list_->AppendTextColumn(_("Reminder"), wxDATAVIEW_CELL_INERT, FromDIP(180));
    list_->AppendTextColumn(_("Without an answer"), wxDATAVIEW_CELL_INERT, FromDIP(150));
    list_->AppendTextColumn(_("Asked"), wxDATAVIEW_CELL_INERT, FromDIP(70), wxALIGN_RIGHT);
    fit_columns(*list_);
    type_to_find(*list_, 1);
    below_ = new wxStaticText(all, wxID_ANY, wxString());
    details_ = new wxTextCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 150)),
                              wxTE_MULTILINE | wxTE_READONLY);
    details_->SetMargins(gap, gap);
    details_->SetName(_("What is asked"));
    open_ = new wxButton(all, wxID_ANY, _("&Open the report"));
    remind_ = new wxButton(all, wxID_ANY, _("Show the re&minder"));
    keep_ = new wxButton(all, wxID_ANY, _("&Copy it, and keep that it was given"));
    mail_ = new wxButton(all, wxID_ANY, _("Send it by m&ail"));
    mail_->SetToolTip(_("The reminder goes into the outbox, which sends it."));
    expire_ = new wxButton(all, wxID_ANY, _("&End the overdue ones"));
    expire_->SetToolTip(_("Their reports await a decision again, with what was agreed as the recommendation."));
    auto* const buttons = wrapping_row();
    buttons->Add(expire_);
    buttons->AddStretchSpacer();
    for (wxButton* const button : {open_, remind_, keep_, mail_}) {
        buttons->Add(button, wxSizerFlags().Border(wxLEFT, gap));
    }
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(below_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(details_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);

    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (selected() != nullptr) {
            open_report_(selected()->asked.report_id);
        }
    });
    remind_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remind(); });
    keep_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { keep_reminder(); });
    mail_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { mail_reminder(); });
    expire_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { expire(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        shown_reminder_.clear();
        show_selected();
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (selected() != nullptr) {
            open_report_(selected()->asked.report_id);
        }
    });
    news_ = model_.notifier().subscribe([this](ReworksModel::News news) { on_news(news); });
    show_selected();
    model_.refresh();
    list_->SetFocus();
}

void ReworksWindow::make_menus() {
    auto* const rework = new wxMenu;
    rework->Append(item_open, _("&Open the report") + "\tCtrl+O");
    rework->Append(item_remind, _("Show the re&minder") + "\tCtrl+M");
    rework->Append(item_keep, _("&Copy it, and keep that it was given") + "\tCtrl+Enter");
    rework->Append(item_mail, _("Send the reminder by m&ail") + "\tCtrl+Shift+Enter");
    rework->Append(item_mail_all, _("Send a&ll reminders that are due by mail") + "\tCtrl+Shift+R");
    rework->AppendSeparator();
    rework->Append(item_expire, _("&End the overdue ones") + "\tCtrl+E");
    rework->AppendSeparator();
    show_menu(*this, rework, _("Re&work"));
    const auto on = menu_actions(*this);
    on(item_open, [this] {
        if (selected() != nullptr) {
            open_report_(selected()->asked.report_id);
        }
    });
    on(item_remind, [this] { remind(); });
    on(item_keep, [this] { keep_reminder(); });
    on(item_mail, [this] { mail_reminder(); });
    on(item_mail_all, [this] { model_.mail_reminders(model_.to_remind(), false); });
    on(item_expire, [this] { expire(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
}

const WaitingRework* ReworksWindow::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND || static_cast<std::size_t>(row) >= model_.waiting().size()
               ? nullptr
               : &model_.waiting()[static_cast<std::size_t>(row)];
}

void ReworksWindow::fill() {
    const int before = list_->GetSelectedRow();
    list_->DeleteAllItems();
    for (const WaitingRework& rework : model_.waiting()) {
        wxVector<wxVariant> cells;
        cells.push_back(urgency_in_words(rework));
        cells.push_back(shown(rework.asked.report_id));
        cells.push_back(shown(rework.asked.site));
        cells.push_back(named(rework.asked.shopper, rework.asked.shopper_id));
        cells.push_back(clock(rework.asked.due));
        cells.push_back(reminder_of(rework.asked));
        cells.push_back(name_of(rework.asked.unanswered));
        cells.push_back(wxString::Format("%zu", rework.asked.reasons.size()));
        list_->AppendItem(cells);
    }
    if (list_->GetItemCount() > 0) {
        list_->SelectRow(static_cast<unsigned>(std::clamp(before, 0, list_->GetItemCount() - 1)));
    }
    const auto all = static_cast<unsigned>(model_.waiting().size());
    const auto overdue = static_cast<unsigned>(model_.count(Urgency::overdue));
    head_->SetLabel(all == 0 ? _("No report awaits its shopper.")
                             : wxString::Format(wxPLURAL("%u rework is awaited", "%u reworks are awaited", all), all) +
                                   wxString::Format(wxPLURAL("; %u overdue", "; %u overdue", overdue), overdue) +
                                   wxString::Format(_(", %zu to remind."), model_.count(Urgency::to_remind)));
    show_selected();
}

void ReworksWindow::show_selected() {
    const WaitingRework* const rework = selected();
    const bool reminder = rework != nullptr && shown_reminder_ == rework->asked.report_id;
    const bool idle = !model_.working();
    const bool any_overdue = idle && model_.count(Urgency::overdue) > 0;
    open_->Enable(rework != nullptr);
    remind_->Enable(rework != nullptr && idle);
    keep_->Enable(reminder && idle);
    mail_->Enable(rework != nullptr && idle);
    expire_->Enable(any_overdue);
    wxMenuBar& bar = *GetMenuBar();
    bar.Enable(item_open, rework != nullptr);
    bar.Enable(item_remind, rework != nullptr && idle);
    bar.Enable(item_keep, reminder && idle);
    bar.Enable(item_mail, rework != nullptr && idle);
    bar.Enable(item_mail_all, idle && model_.count(Urgency::to_remind) > 0);
    bar.Enable(item_expire, any_overdue);
    if (reminder) {
        below_->SetLabel(_("The reminder; it is given when you copy it into a mail of yours:"));
        details_->ChangeValue(wxString::FromUTF8(model_.reminder()));
    } else {
        below_->SetLabel(_("What is asked:"));
        details_->ChangeValue(rework != nullptr ? asked_in_words(rework->asked)
                              : model_.ready()  ? _("A rework is asked for in the main window (R).")
                                                : _("Opening..."));
    }
}

void ReworksWindow::on_news(ReworksModel::News news) {
    switch (news) {
        case ReworksModel::News::list:
            fill();
            break;
        case ReworksModel::News::working:
            show_selected();
            break;
        case ReworksModel::News::reminder:
            shown_reminder_ = model_.reminded();
            show_selected();
            details_->SetFocus();
            break;
        case ReworksModel::News::reminded:
            shown_reminder_.clear();
            bar_->ShowMessage(wxString::Format(_("It is kept that the shopper of %s was reminded. The text is on the "
                                                 "clipboard."),
                                               shown(model_.reminded())),
                              wxICON_INFORMATION);
            break;
        case ReworksModel::News::mailed:
            tell_mailed();
            break;
        case ReworksModel::News::expired: {
            const auto ended = static_cast<unsigned>(model_.expired().size());
            bar_->ShowMessage(
                wxString::Format(
                    wxPLURAL("%u report awaits a decision again.", "%u reports await a decision again.", ended), ended),
                wxICON_INFORMATION);
            ended_();
            break;
        }
        case ReworksModel::News::failed:
            bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_ERROR);
            show_selected();
            break;
    }
}

void ReworksWindow::remind() {
    if (selected() != nullptr) {
        model_.ask_for_reminder(selected()->asked.report_id);
    }
}

void ReworksWindow::keep_reminder() {
    if (shown_reminder_.empty() || selected() == nullptr) {
        return;
    }
    const review::AskedRework& rework = selected()->asked;
    if (!may_remind(rework)) {
        return;
    }
    if (wxTheClipboard->Open()) {
        wxTheClipboard->SetData(new wxTextDataObject(wxString::FromUTF8(model_.reminder())));
        wxTheClipboard->Close();
    }
    model_.keep_reminder(shown_reminder_, rework.reminded_at.has_value());
}

bool ReworksWindow::may_remind(const review::AskedRework& rework) {
    return !rework.reminded_at ||
           wxMessageBox(
               wxString::Format(_("The shopper of %s was reminded by %s on %s. Remind once more?"),
                                shown(rework.report_id), shown(rework.reminded_by), clock(*rework.reminded_at)),
               _("Reminder"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION, this) == wxYES;
}

void ReworksWindow::mail_reminder() {
    if (selected() == nullptr) {
        return;
    }
    const review::AskedRework rework = selected()->asked;
    if (may_remind(rework)) {
        model_.mail_reminders({rework.report_id}, rework.reminded_at.has_value());
    }
}

void ReworksWindow::tell_mailed() {
    unsigned posted = 0;
    wxString problems;
    for (const review::GivenReminder& given : model_.mailed()) {
        if (given.done && given.problem.en.empty()) {
            ++posted;
        } else {
            problems += "\n" + shown(given.report_id) + ": " + shown(given.done ? given.problem : given.refusal);
        }
    }
    const wxString told =
        wxString::Format(wxPLURAL("%u reminder is in the outbox; send it from there (Ctrl+Shift+M in the main window).",
                                  "%u reminders are in the outbox; send them from there (Ctrl+Shift+M in the main "
                                  "window).",
                                  posted),
                         posted);
    if (problems.empty()) {
        bar_->ShowMessage(told, wxICON_INFORMATION);
    } else {
        bar_->ShowMessage((posted > 0 ? told + "\n" : wxString()) + _("Not done:") + problems, wxICON_WARNING);
    }
}

void ReworksWindow::expire() {
    model_.expire();
}

}  // namespace relis::app
