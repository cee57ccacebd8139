#include "outbox_dialogs.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dialog.h>
#include <wx/filepicker.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/kept_form.h"
#include "app/words.h"

namespace relis::app {

namespace {

/// Rows of a label and what it names.
class Form {
  public:
    Form(wxDialog& dialog, Drafts& drafts) : dialog_(dialog), kept_(drafts) {
        rows_ = new wxFlexGridSizer(2, dialog.FromDIP(wxSize(8, 8)));
        rows_->AddGrowableCol(1);
    }
    void row(const wxString& label, wxWindow* field) {
        rows_->Add(new wxStaticText(&dialog_, wxID_ANY, label), wxSizerFlags().CentreVertical());
        rows_->Add(field, wxSizerFlags().Expand());
        field->SetName(label);
        if (auto* const picker = dynamic_cast<wxFileDirPickerCtrlBase*>(field)) {
            if (wxTextCtrl* const text = picker->GetTextCtrl()) {
                text->SetName(label);
            }
        }
    }
    void wide(wxWindow* field) {
        rows_->AddSpacer(1);
        rows_->Add(field, wxSizerFlags().Expand());
    }
    KeptForm& kept() { return kept_; }
    void path(const std::string& name, wxFileDirPickerCtrlBase& field) {
        kept_.text(
            name, [&field] { return to_utf8(field.GetPath()); },
            [&field](const std::string& path) { field.SetPath(wxString::FromUTF8(path)); });
        for (const auto& type : {wxEVT_FILEPICKER_CHANGED, wxEVT_DIRPICKER_CHANGED}) {
            field.Bind(type, [this](wxFileDirPickerEvent&) { kept_.keep(); });
        }
    }
    /// Lays the rows out above the buttons, with what was typed before; whether `confirm` ended it.
    bool show(const wxString& confirm, const std::string& kind) {
        const int gap = dialog_.FromDIP(12);
        const bool before = kept_.about(kind, {{"kind", kind}});
        auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
        if (before) {
            wide(new wxStaticText(&dialog_, wxID_ANY, _("This is what you typed last and did not confirm.")));
            auto* const forget = new wxButton(&dialog_, wxID_CLEAR, _("&Throw it away"));
            forget->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { dialog_.EndModal(wxID_CLEAR); });
            buttons->Add(forget);
        }
        buttons->AddStretchSpacer();
        buttons->Add(new wxButton(&dialog_, wxID_CANCEL, _("Close")), wxSizerFlags().Border(wxRIGHT, gap / 2));
        auto* const okay = new wxButton(&dialog_, wxID_OK, confirm);
        buttons->Add(okay);
        auto* const sizer = new wxBoxSizer(wxVERTICAL);
        sizer->Add(rows_, wxSizerFlags(1).Expand().Border(wxALL, gap));
        sizer->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, gap));
        dialog_.SetSizerAndFit(sizer);
        okay->SetDefault();
        dialog_.CentreOnParent();
        const int end = dialog_.ShowModal();
        if (end != wxID_CANCEL) {
            kept_.done();
        }
        return end == wxID_OK;
    }

  private:
    wxDialog& dialog_;
    KeptForm kept_;
    wxFlexGridSizer* rows_;
};

}  // namespace

std::optional<OutboxSettings> ask_outbox_settings(wxWindow* parent, const OutboxSettings& settings, Drafts& drafts) {
    wxDialog dialog(parent, wxID_ANY, _("How mails leave"), wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    Form form(dialog, drafts);
    auto* const by_mail =
        new wxRadioButton(&dialog, wxID_ANY, _("To a &mail server"), wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
    auto* const url = new wxTextCtrl(&dialog, wxID_ANY, wxString::FromUTF8(settings.url), wxDefaultPosition,
                                     dialog.FromDIP(wxSize(380, -1)));
    url->SetHint("smtp://mail.example.org:587");
    auto* const user = new wxTextCtrl(&dialog, wxID_ANY, wxString::FromUTF8(settings.user));
    user->SetHint(_("without: no login"));
    auto* const plain = new wxCheckBox(&dialog, wxID_ANY, _("Accept a server that offers no &encryption"));
    plain->SetValue(settings.plain);
    auto* const password = new wxStaticText(
        &dialog, wxID_ANY,
        _("The password is asked for when mails are sent and is kept nowhere;\n$RELIS_SMTP_PASSWORD is used where it "
          "is set."));
    auto* const by_files = new wxRadioButton(&dialog, wxID_ANY, _("As &files into a folder"));
    auto* const folder = new wxDirPickerCtrl(&dialog, wxID_ANY, wxString::FromUTF8(settings.folder));
    auto* const words =
        new wxFilePickerCtrl(&dialog, wxID_ANY, wxString::FromUTF8(settings.words), wxString(), "*.json",
                             wxDefaultPosition, wxDefaultSize, wxFLP_OPEN | wxFLP_USE_TEXTCTRL);
    auto* const about = new wxStaticText(
        &dialog, wxID_ANY, _("They name the sender and the agency; without a file, those of $RELIS_FEEDBACK_WORDS."));
    (settings.by_mail ? by_mail : by_files)->SetValue(true);
    form.wide(by_mail);
    form.row(_("Server:"), url);
    form.row(_("Log in as:"), user);
    form.wide(plain);
    form.wide(password);
    form.wide(by_files);
    form.row(_("Folder:"), folder);
    form.row(_("The agency's words:"), words);
    form.wide(about);
    form.kept().choice(
        "by_mail", [by_mail] { return std::string(by_mail->GetValue() ? "yes" : ""); },
        [by_mail, by_files](const std::string& chosen) { (chosen.empty() ? by_files : by_mail)->SetValue(true); });
    form.kept().text("server", *url);
    form.kept().text("user", *user);
    form.kept().choice("without_encryption", *plain);
    form.path("folder", *folder);
    form.path("words", *words);
    if (!form.show(_("&Keep"), "outbox-settings")) {
        return std::nullopt;
    }
    OutboxSettings chosen;
    chosen.by_mail = by_mail->GetValue();
    chosen.url = to_utf8(url->GetValue());
    chosen.user = to_utf8(user->GetValue());
    chosen.plain = plain->GetValue();
    chosen.folder = to_utf8(folder->GetPath());
    chosen.words = to_utf8(words->GetPath());
    return chosen;
}

std::optional<MonthWanted> ask_month(wxWindow* parent, const std::string& shopper_id, Drafts& drafts) {
    constexpr int first_year = 2000;
    constexpr int last_year = 2200;
    constexpr unsigned months = 12;
    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
    const std::chrono::year_month before = today.year() / today.month() - std::chrono::months{1};
    wxDialog dialog(parent, wxID_ANY, _("A shopper's month"));
    Form form(dialog, drafts);
    auto* const shopper = new wxTextCtrl(&dialog, wxID_ANY, wxString::FromUTF8(shopper_id));
    shopper->SetHint(_("empty: everybody with a decided report"));
    auto* const year = new wxSpinCtrl(&dialog, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS,
                                      first_year, last_year, static_cast<int>(before.year()));
    auto* const month = new wxChoice(&dialog, wxID_ANY);
    for (unsigned i = 1; i <= months; ++i) {
        month->Append(wxString::Format("%02u", i));
    }
    month->SetSelection(static_cast<int>(static_cast<unsigned>(before.month())) - 1);
    auto* const send = new wxRadioButton(&dialog, wxID_ANY, _("&Send it, one mail a shopper"), wxDefaultPosition,
                                         wxDefaultSize, wxRB_GROUP);
    auto* const again = new wxCheckBox(&dialog, wxID_ANY, _("&Again, to whom it was sent already"));
    auto* const write = new wxRadioButton(&dialog, wxID_ANY, _("As &files (HTML, text, PDF) into a folder"));
    auto* const folder = new wxDirPickerCtrl(&dialog, wxID_ANY, wxString(), wxDirSelectorPromptStr, wxDefaultPosition,
                                             dialog.FromDIP(wxSize(340, -1)));
    const auto adapt = [=] {
        again->Enable(send->GetValue());
        folder->Enable(write->GetValue());
    };
    send->SetValue(true);
    form.row(_("Shopper's number:"), shopper);
    form.row(_("Year:"), year);
    form.row(_("Month:"), month);
    form.wide(send);
    form.wide(again);
    form.wide(write);
    form.row(_("Folder:"), folder);
    form.kept().text("shopper", *shopper);
    form.kept().choice(
        "year", [year] { return std::to_string(year->GetValue()); },
        [year](const std::string& wanted) { year->SetValue(wxString::FromUTF8(wanted)); });
    form.kept().choice("month", *month);
    form.kept().choice(
        "way", [write] { return std::string(write->GetValue() ? "files" : ""); },
        [send, write, adapt](const std::string& way) {
            (way.empty() ? send : write)->SetValue(true);
            adapt();
        });
    form.kept().choice("again", *again);
    form.path("folder", *folder);
    for (wxRadioButton* const way : {send, write}) {
        way->Bind(wxEVT_RADIOBUTTON, [adapt](wxCommandEvent& event) {
            adapt();
            event.Skip();
        });
    }
    adapt();
    if (!form.show(_("&Go on"), "outbox-month")) {
        return std::nullopt;
    }
    MonthWanted wanted;
    wanted.shopper_id = to_utf8(shopper->GetValue().Trim(true).Trim(false));
    wanted.month =
        std::chrono::year{year->GetValue()} / std::chrono::month{static_cast<unsigned>(month->GetSelection()) + 1};
    wanted.send = send->GetValue();
    wanted.again = again->GetValue();
    wanted.folder = to_utf8(folder->GetPath());
    return wanted;
}

}  // namespace relis::app
