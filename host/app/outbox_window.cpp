#include "app/outbox_window.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <wx/confbase.h>
#include <wx/menu.h>
#include <wx/msgdlg.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/textdlg.h>

#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/named.h"
#include "app/palette.h"
#include "app/type_to_find.h"
#include "app/words.h"
#include "outbox_dialogs.h"

namespace relis::app {

namespace {

enum Item : int { item_send = wxID_HIGHEST + 1, item_stop, item_settle, item_retry, item_month, item_settings };

enum Column : unsigned {
    column_state,
    column_what,
    column_report,
    column_site,
    column_shopper,
    column_recipient,
    column_when,
    column_error
};

constexpr std::array all_states{"waiting", "sending", "sent", "failed", "uncertain", "withdrawn"};
constexpr int progress_is_shown_every = 100;  // milliseconds

wxString name_of_state(const std::string& state) {
    if (state == "waiting") {
        return _("waiting");
    }
    if (state == "sending") {
        return _("being sent");
    }
    if (state == "sent") {
        return _("sent");
    }
    if (state == "failed") {
        return _("failed");
    }
    if (state == "uncertain") {
        return _("uncertain");
    }
    return _("called off");
}

Ink ink_of(const std::string& state) {
    if (state == "sent") {
        return Ink::good;
    }
    if (state == "failed") {
        return Ink::bad;
    }
    return state == "uncertain" ? Ink::warning : Ink::text;
}

wxString when_of(const review::OutboxMail& mail) {
    if (mail.done_at) {
        return clock(*mail.done_at);
    }
    if (mail.next_at && mail.tries > 0) {
        return wxString::Format(_("again at %s"), short_clock(*mail.next_at));
    }
    return wxString::Format(_("posted %s"), short_clock(mail.posted_at));
}

/// What a mail tells.
wxString what_of(const review::OutboxMail& mail) {
    if (mail.month) {
        const wxString month = month_name(*mail.month);
        return mail.edition > 1 ? wxString::Format(_("%s, sending %d"), month, mail.edition) : month;
    }
    return mail.reminder > 0 ? wxString::Format(_("reminder %d"), mail.reminder) : _("feedback");
}

wxString details_of(const review::OutboxMail& mail) {
    const wxString to = named(mail.shopper, mail.shopper_id) + ", " +
                        (mail.recipient.empty() ? _("no known address") : shown(mail.recipient));
    wxString text =
        mail.month
            ? wxString::Format(_("Mail %lld: what was decided in %s, to %s; posted %s."),
                               static_cast<long long>(mail.id), what_of(mail), to, clock(mail.posted_at))
            : wxString::Format(_("Mail %lld: %s on report %s (%s), to %s; posted %s."), static_cast<long long>(mail.id),
                               what_of(mail), shown(mail.report_id), shown(mail.site), to, clock(mail.posted_at));
    if (mail.tries > 0) {
        const auto tries = static_cast<unsigned>(mail.tries);
        text += "\n" + wxString::Format(wxPLURAL("%u try, last to %s.", "%u tries, last to %s.", tries), tries,
                                        shown(mail.target));
    }
    if (!mail.error.en.empty()) {
        text += "\n" + shown(mail.error);
    }
    if (mail.state == "failed") {
        text += "\n" + _("Compose it anew once the cause is mended, or note that it arrived.");
    } else if (mail.state == "uncertain") {
        text += "\n" + _("Nobody knows whether the server took it. Ask the shopper, then note that it arrived or "
                         "compose it anew.");
    }
    return text;
}

wxString summary_of(const review::SendSummary& summary) {
    wxString text = wxString::Format(_("%zu new, %zu sent"), summary.posted, summary.sent);
    if (summary.known > 0) {
        text += ", " + wxString::Format(_("%zu in the outbox already"), summary.known);
    }
    if (summary.later > 0) {
        text += ", " + wxString::Format(_("%zu to be tried again"), summary.later);
    }
    if (summary.failed > 0) {
        text += ", " + wxString::Format(_("%zu failed"), summary.failed);
    }
    if (summary.uncertain > 0) {
        text += ", " + wxString::Format(_("%zu uncertain"), summary.uncertain);
    }
    text += ".";
    if (summary.stopped) {
        text += " " + _("Stopped; what was not sent waits.");
    }
    if (!summary.problems.empty()) {
        text += " " + shown(summary.problems.front());
    }
    return text;
}

}  // namespace

class OutboxWindow::Rows final : public wxDataViewVirtualListModel {
  public:
    explicit Rows(const OutboxModel& model) : model_(model) {}
    unsigned GetColumnCount() const override { return column_error + 1; }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        value = row < model_.shown() ? cell(model_.mail(row), column) : wxString();
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
        if (column != column_state || row >= model_.shown()) {
            return false;
        }
        attr.SetColour(Palette().of(ink_of(model_.mail(row).state)));
        return true;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

  private:
    static wxString cell(const review::OutboxMail& mail, unsigned column) {
        switch (column) {
            case column_state:
                return name_of_state(mail.state);
            case column_what:
                return what_of(mail);
            case column_report:
                return app::shown(mail.report_id);
            case column_site:
                return app::shown(mail.site);
            case column_shopper:
                return named(mail.shopper, mail.shopper_id);
            case column_recipient:
                return app::shown(mail.recipient);
            case column_when:
                return when_of(mail);
            default:
                return app::shown(mail.error).BeforeFirst('\n');
        }
    }
    const OutboxModel& model_;
};

OutboxWindow::OutboxWindow(wxWindow* parent, OutboxDesk& desk, Background& background, Drafts& drafts,
                           wxConfigBase* config, Shopper shopper)
    : wxFrame(parent, wxID_ANY, _("Outbox")),
      model_(desk, background),
      drafts_(drafts),
      config_(config),
      shopper_(std::move(shopper)) {
    SetMinSize(FromDIP(wxSize(640, 400)));
    SetSize(FromDIP(wxSize(1180, 580)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    head_ = new wxStaticText(all, wxID_ANY, wxString());
    head_->SetFont(head_->GetFont().Bold());
    state_ = new wxChoice(all, wxID_ANY);
    state_->SetName(_("State"));
    state_->Append(_("All mails"));
    for (const char* const state : all_states) {
        state_->Append(name_of_state(state));
    }
    state_->SetSelection(0);
    list_ = new wxDataViewCtrl(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(_("Mails"));
    rows_ = new Rows(model_);
    list_->AssociateModel(rows_.get());
    const auto text = [this](const wxString& title, unsigned column, int width) {
        auto* const renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT);
        list_->AppendColumn(
            new wxDataViewColumn(title, renderer, column, FromDIP(width), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
    };
    text(_("State"), column_state, 110);
    text(_("What"), column_what, 150);
    text(_("Report"), column_report, 90);
    text(_("Site"), column_site, 150);
    text(_("Shopper"), column_shopper, 190);
    text(_("Address"), column_recipient, 190);
    text(_("When"), column_when, 185);
    text(_("Why not"), column_error, 240);
    fit_columns(*list_);
    type_to_find(*list_, column_shopper);
    details_ = new wxTextCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 92)),
                              wxTE_MULTILINE | wxTE_READONLY);
    details_->SetMargins(gap, gap);
    details_->SetName(_("About the mail"));
    way_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                            wxST_ELLIPSIZE_MIDDLE | wxST_NO_AUTORESIZE);
    gauge_ = new wxGauge(all, wxID_ANY, 1, wxDefaultPosition, FromDIP(wxSize(120, -1)));
    gauge_->SetName(_("Progress"));
    settle_ = new wxButton(all, wxID_ANY, _("It &arrived"));
    retry_ = new wxButton(all, wxID_ANY, _("&Compose it anew"));
    send_ = new wxButton(all, wxID_ANY, _("&Send what is new"));

    auto* const top = wrapping_row();
    top->Add(head_, wxSizerFlags(1).CentreVertical());
    top->Add(state_, wxSizerFlags().CentreVertical());
    auto* const buttons = wrapping_row();
    buttons->Add(way_, wxSizerFlags(1).CentreVertical());
    buttons->Add(gauge_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    for (wxButton* const button : {settle_, retry_, send_}) {
        buttons->Add(button, wxSizerFlags().Border(wxLEFT, gap));
    }
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(top, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(details_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);

    state_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const int chosen = event.GetSelection();
        model_.filter(chosen < 1 ? std::string() : all_states.at(static_cast<std::size_t>(chosen) - 1));
    });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { update(); });
    settle_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { settle(); });
    retry_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { retry(); });
    send_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (model_.sending()) {
            model_.stop();
        } else {
            send();
        }
    });
    progress_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        gauge_->Pulse();
        way_->SetLabelText(wxString::Format(_("%zu sent so far"), model_.done()));
    });
    news_ = model_.notifier().subscribe([this](OutboxModel::News news) { on_news(news); });
    read_settings();
    update();
    model_.refresh();
    list_->SetFocus();
}

void OutboxWindow::make_menus() {
    auto* const mail = new wxMenu;
    mail->Append(item_send, _("&Send what is new") + "\tCtrl+Enter");
    mail->Append(item_stop, _("S&top sending") + "\tCtrl+T");
    mail->AppendSeparator();
    mail->Append(item_settle, _("Note that it &arrived") + "\tCtrl+E");
    mail->Append(item_retry, _("&Compose it anew") + "\tCtrl+R");
    mail->AppendSeparator();
    mail->Append(item_month, _("A shopper's &month...") + "\tCtrl+M");
    mail->Append(item_settings, _("&How mails leave...") + "\tCtrl+H");
    mail->AppendSeparator();
    show_menu(*this, mail, _("&Mail"));
    const auto on = menu_actions(*this);
    on(item_send, [this] { send(); });
    on(item_stop, [this] { model_.stop(); });
    on(item_settle, [this] { settle(); });
    on(item_retry, [this] { retry(); });
    on(item_month, [this] { ask_for_month(); });
    on(item_settings, [this] { ask_for_settings(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
}

void OutboxWindow::read_settings() {
    if (config_ == nullptr) {
        return;
    }
    const auto text = [this](const char* key) { return to_utf8(config_->Read(wxString(key), wxString())); };
    settings_.by_mail = config_->ReadBool("/outbox/by_mail", true);
    settings_.url = text("/outbox/server");
    settings_.user = text("/outbox/user");
    settings_.plain = config_->ReadBool("/outbox/without_encryption", false);
    settings_.folder = text("/outbox/folder");
    settings_.words = text("/outbox/words");
}

void OutboxWindow::set(const OutboxSettings& settings) {
    if (settings.url != settings_.url || settings.user != settings_.user) {
        password_.clear();  // it was another server's
    }
    settings_ = settings;
    model_.use_words(settings.words);
    if (config_ != nullptr) {
        config_->Write("/outbox/by_mail", settings.by_mail);
        config_->Write("/outbox/server", wxString::FromUTF8(settings.url));
        config_->Write("/outbox/user", wxString::FromUTF8(settings.user));
        config_->Write("/outbox/without_encryption", settings.plain);
        config_->Write("/outbox/folder", wxString::FromUTF8(settings.folder));
        config_->Write("/outbox/words", wxString::FromUTF8(settings.words));
        config_->Flush();
    }
    update();
}

void OutboxWindow::ask_for_settings() {
    if (const auto settings = ask_outbox_settings(this, settings_, drafts_)) {
        set(*settings);
    }
}

void OutboxWindow::ask_for_month() {
    const auto wanted = ask_month(this, shopper_(), drafts_);
    if (!wanted) {
        return;
    }
    if (!wanted->send) {
        model_.month(wanted->shopper_id, wanted->month, wanted->folder);
    } else if (!wanted->shopper_id.empty() || may_send_to_all(wanted->month)) {
        send(review::MonthToSend{wanted->month, wanted->shopper_id, wanted->again});
    }
}

bool OutboxWindow::may_send_to_all(std::chrono::year_month month) {
    return wxMessageBox(wxString::Format(_("Everybody of whom a report was decided in %s gets a mail about it, except "
                                           "those who had it already."),
                                         month_name(month)),
                        _("A mail to each shopper?"), wxOK | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION,
                        this) == wxOK;
}

bool OutboxWindow::have_password() {
    if (!settings_.by_mail || settings_.user.empty() || !password_.empty()) {
        return true;
    }
    if (const char* const given = std::getenv("RELIS_SMTP_PASSWORD")) {
        password_ = given;
        return true;
    }
    wxPasswordEntryDialog dialog(this,
                                 wxString::Format(_("Password of %s at %s; it is kept until the window is closed."),
                                                  shown(settings_.user), shown(settings_.url)),
                                 _("Password of the mail server"));
    if (dialog.ShowModal() != wxID_OK) {
        return false;
    }
    password_ = to_utf8(dialog.GetValue());
    return true;
}

void OutboxWindow::send(const std::optional<review::MonthToSend>& month) {
    if (model_.working()) {
        return;
    }
    if ((settings_.by_mail ? settings_.url : settings_.folder).empty()) {
        ask_for_settings();
        if ((settings_.by_mail ? settings_.url : settings_.folder).empty()) {
            return;
        }
    }
    if (have_password()) {
        bar_->Dismiss();
        model_.send(settings_, password_, month);
    }
}

void OutboxWindow::settle() {
    model_.settle(selected());
}

void OutboxWindow::retry() {
    model_.retry(selected());
}

std::size_t OutboxWindow::selected() const {
    const wxDataViewItem item = list_->GetSelection();
    return item.IsOk() ? rows_->GetRow(item) : model_.shown();
}

void OutboxWindow::fill() {
    const std::size_t before = selected();
    rows_->Reset(static_cast<unsigned>(model_.shown()));
    if (model_.shown() > 0) {
        list_->Select(rows_->GetItem(static_cast<unsigned>(before < model_.shown() ? before : 0)));
    }
    head_->SetLabel(wxString::Format(_("%zu sent, %zu waiting, %zu failed, %zu uncertain"), model_.count("sent"),
                                     model_.count("waiting"), model_.count("failed"), model_.count("uncertain")));
    update();
}

void OutboxWindow::update() {
    const std::size_t row = selected();
    const bool sending = model_.sending();
    const bool settles = model_.can_settle(row);
    settle_->Enable(settles);
    retry_->Enable(settles);
    if (const wxString label = sending ? _("S&top sending") : _("&Send what is new"); label != send_->GetLabel()) {
        send_->SetLabel(label);
    }
    send_->Enable(sending || !model_.working());
    gauge_->Show(sending);
    if (sending) {
        progress_.Start(progress_is_shown_every);
    } else {
        progress_.Stop();
    }
    wxMenuBar& bar = *GetMenuBar();
    bar.Enable(item_settle, settles);
    bar.Enable(item_retry, settles);
    bar.Enable(item_send, !model_.working());
    bar.Enable(item_stop, sending);
    bar.Enable(item_month, !model_.working());
    wxString way;
    if (settings_.by_mail) {
        way = settings_.url.empty() ? _("No mail server is named yet (Ctrl+H).")
                                    : wxString::Format(_("By %s"), shown(settings_.url));
    } else {
        way = settings_.folder.empty() ? _("No folder is named yet (Ctrl+H).")
                                       : wxString::Format(_("Into %s"), shown(settings_.folder));
    }
    way_->SetLabelText(way);
    if (row < model_.shown()) {
        details_->ChangeValue(details_of(model_.mail(row)));
    } else {
        details_->ChangeValue(!model_.ready() ? _("Opening...")
                              : model_.shown() == 0
                                  ? _("Nothing is here. Sending posts the feedback of each decision of "
                                      "the last 14 days that has none yet.")
                                  : wxString());
    }
    list_->GetParent()->Layout();
}

void OutboxWindow::on_news(OutboxModel::News news) {
    switch (news) {
        case OutboxModel::News::list:
        case OutboxModel::News::filter:
            fill();
            break;
        case OutboxModel::News::working:
            update();
            break;
        case OutboxModel::News::sent: {
            const review::SendSummary& summary = model_.summary();
            const bool well = !summary.stopped && summary.later + summary.failed + summary.uncertain == 0;
            bar_->ShowMessage(summary_of(summary), well ? wxICON_INFORMATION : wxICON_WARNING);
            if (summary.stopped) {
                password_.clear();  // it may have been the wrong one
            }
            break;
        }
        case OutboxModel::News::done:
            bar_->ShowMessage(_("Done."), wxICON_INFORMATION);
            break;
        case OutboxModel::News::written: {
            const auto count = static_cast<unsigned>(model_.files().size());
            bar_->ShowMessage(
                count == 0 ? _("Nobody decided a report of this shopper in that month: nothing was written.")
                           : wxString::Format(wxPLURAL("%u file was written: %s", "%u files were written: %s", count),
                                              count, shown(model_.files().front().string())),
                wxICON_INFORMATION);
            update();
            break;
        }
        case OutboxModel::News::failed:
            bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_ERROR);
            update();
            break;
    }
}

}  // namespace relis::app
