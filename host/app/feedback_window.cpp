#include "app/feedback_window.h"

#include <fstream>
#include <utility>

#include <wx/filedlg.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/printdlg.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

#include "app/menu_actions.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int { item_browser = wxID_HIGHEST + 1, item_page, item_text, item_paper, item_send, item_questionnaire };

bool write(const std::filesystem::path& file, const std::string& content) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    return static_cast<bool>(out);
}

wxString name_of(FeedbackPreview::Standing standing) {
    switch (standing) {
        case FeedbackPreview::Standing::decided:
            return _("As the shopper receives it");
        case FeedbackPreview::Standing::planned:
            return _("As the shopper would receive it with the decision that is being written");
        case FeedbackPreview::Standing::draft_to_correct:
            return _("A draft: what to correct before it is submitted. Nothing is stored.");
        case FeedbackPreview::Standing::draft_ready:
            return _("A draft: nothing to correct, it may be submitted. Nothing is stored.");
        case FeedbackPreview::Standing::undecided:
            break;
    }
    return _("As the shopper would receive it; nobody has decided yet");
}

/// The mail's head; where no mail can be made, why.
wxString head_of(const FeedbackPreview& preview) {
    wxString head;
    if (!preview.from.empty()) {
        head = _("From:") + " " + shown(preview.from) + "\n" + _("To:") + " " + shown(preview.to) + "\n";
    }
    head += _("Subject:") + " " + shown(preview.subject);
    if (preview.mail.empty()) {
        head += "\n" + _("No mail can be made of it:") + " " + shown(preview.no_mail);
    }
    return head;
}

wxString head_of(const DraftFile& draft, const FeedbackPreview& preview) {
    wxString head = shown(draft.file.string()) + "\n" + _("Questionnaire:") + " " + shown(preview.subject);
    if (!draft.questionnaire.empty()) {
        head += " (" + shown(draft.questionnaire.string()) + ")";
    }
    return head;
}

}  // namespace

FeedbackWindow::FeedbackWindow(wxWindow* parent, ShopperDesk& desk, Background& background)
    : wxFrame(parent, wxID_ANY, _("Feedback")), desk_(desk), background_(background) {
    SetMinSize(FromDIP(wxSize(480, 360)));
    SetSize(FromDIP(wxSize(820, 680)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    const long fitted = wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE;
    standing_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, fitted);
    standing_->SetFont(standing_->GetFont().Bold());
    head_ = new wxStaticText(all, wxID_ANY, wxString());
    forms_ = new wxNotebook(all, wxID_ANY);
    forms_->SetName(_("What the shopper receives"));
    page_ = new PageView(forms_, _("Page of the mail"));
    text_ =
        new wxTextCtrl(forms_, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
    text_->SetName(_("Text of the mail"));
    text_->SetMargins(gap, gap);
    paper_ = new PaperView(forms_, _("On paper"));
    forms_->AddPage(page_, _("Page"));
    forms_->AddPage(text_, _("Text"));
    forms_->AddPage(paper_, _("On paper"));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(standing_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(forms_, wxSizerFlags(1).Expand());
    all->SetSizer(sizer);
    page_->SetFocus();
}

void FeedbackWindow::make_menus() {
    auto* const file = new wxMenu;
    file->Append(item_page, _("As a &page") + "\tCtrl+1");
    file->Append(item_text, _("As &text") + "\tCtrl+2");
    file->Append(item_paper, _("On p&aper") + "\tCtrl+3");
    file->AppendSeparator();
    file->Append(wxID_SAVE, _("&Save as page, text, mail or PDF...") + "\tCtrl+S");
    file->Append(item_browser, _("Open in the &browser") + "\tCtrl+B");
    file->Append(wxID_PRINT, _("P&rint...") + "\tCtrl+P");
    file->Append(item_send, _("Se&nd the month through the outbox") + "\tCtrl+Enter");
    file->Append(item_questionnaire, _("&Questionnaire of the draft...") + "\tCtrl+O");
    file->AppendSeparator();
    show_menu(*this, file, _("&Feedback"));
    const auto on = menu_actions(*this);
    for (const int item : {item_page, item_text, item_paper}) {
        on(item, [this, item] {
            forms_->SetSelection(static_cast<std::size_t>(item - item_page));
            forms_->GetCurrentPage()->SetFocus();
        });
    }
    on(wxID_SAVE, [this] { ask_where(); });
    on(item_browser, [this] { open_in_browser(); });
    on(wxID_PRINT, [this] { print(); });
    on(item_send, [this] {
        if (month_ && send_month_) {
            send_month_(shopper_id_, *month_);
        }
    });
    on(item_questionnaire, [this] { ask_questionnaire(); });
    on(wxID_REFRESH, [this] { load(); });
    on(wxID_CLOSE, [this] { Close(); });
}

void FeedbackWindow::open(const std::string& report_id, const std::optional<review::DecisionRecord>& planned) {
    report_id_ = report_id;
    month_.reset();
    draft_.reset();
    SetTitle(wxString::Format(_("Feedback on %s"), shown(report_id)));
    what_ = [&desk = desk_, report_id, planned] { return desk.feedback(report_id, planned); };
    preview_.reset();
    load();
}

void FeedbackWindow::open_month(const std::string& shopper_id, std::chrono::year_month month) {
    report_id_.clear();
    shopper_id_ = shopper_id;
    month_ = month;
    draft_.reset();
    SetTitle(wxString::Format(_("Feedback of %s to %s"), month_name(month), shown(shopper_id)));
    what_ = [&desk = desk_, shopper_id, month] { return desk.month(shopper_id, month); };
    preview_.reset();
    load();
}

void FeedbackWindow::open_draft(const DraftFile& draft) {
    report_id_.clear();
    month_.reset();
    draft_ = draft;
    SetTitle(wxString::Format(_("Check of the draft %s"), shown(draft.file.filename().string())));
    what_ = [&desk = desk_, draft] { return desk.draft(draft); };
    preview_.reset();
    load();
}

void FeedbackWindow::load() {
    request_.ask(
        background_, [what = what_](const std::stop_token&) { return what(); },
        [this](FeedbackPreview preview) {
            if (draft_) {
                bar_->Dismiss();  // what was wrong with the file is mended
            }
            preview_ = std::move(preview);
            show_preview();
        },
        [this](const Label& what) {
            if (draft_) {
                preview_.reset();  // what was read before is no longer what the file says
                show_preview();
                standing_->SetLabel(_("The draft could not be checked. Correct its file, then refresh (F5)."));
            }
            fail(_("Something went wrong:") + " " + shown(what));
        });
    if (!preview_) {
        show_preview();
    }
}

void FeedbackWindow::show_preview() {
    const bool something = preview_ && !preview_->html.empty();
    for (const int id : {int{wxID_SAVE}, int{item_browser}, int{wxID_PRINT}}) {
        GetMenuBar()->Enable(id, something);
    }
    GetMenuBar()->Enable(item_questionnaire, draft_.has_value());
    GetMenuBar()->Enable(item_send, something && month_ && send_month_);
    forms_->Show(something);
    head_->Show(something);
    if (!something) {
        standing_->SetLabel(
            preview_ ? _("There is nothing to tell: the report is not assessed yet. Assess it, then refresh (F5).")
                     : _("Opening..."));
        standing_->GetParent()->Layout();
        return;
    }
    standing_->SetLabel(name_of(preview_->standing));
    head_->SetLabelText(draft_ ? head_of(*draft_, *preview_) : head_of(*preview_));
    head_->Wrap(GetClientSize().x - FromDIP(16));
    page_->show(preview_->html);
    text_->ChangeValue(wxString::FromUTF8(preview_->text));
    text_->SetInsertionPoint(0);
    paper_->show(preview_->pages);
    standing_->GetParent()->Layout();
}

void FeedbackWindow::save(const std::filesystem::path& file) {
    if (!preview_) {
        return;
    }
    const std::string ending = file.extension().string();
    if (ending == ".eml" && preview_->mail.empty()) {
        fail(_("No mail can be made of it:") + " " + shown(preview_->no_mail));
        return;
    }
    const std::string content = ending == ".eml"   ? preview_->mail
                                : ending == ".pdf" ? preview_->pdf
                                : ending == ".txt" ? preview_->text
                                                   : preview_->html;
    if (write(file, content)) {
        bar_->ShowMessage(wxString::Format(_("%s was written."), shown(file.string())), wxICON_INFORMATION);
    } else {
        fail(
            wxString::Format(_("%s cannot be written. Is there room, and may you write there?"), shown(file.string())));
    }
}

void FeedbackWindow::ask_where() {
    wxFileDialog dialog(this, _("Save the feedback"), wxString(), shown(preview_->stem + ".html"),
                        _("Page (*.html)") + "|*.html|" + _("Text (*.txt)") + "|*.txt|" + _("Mail (*.eml)") +
                            "|*.eml|" + _("PDF (*.pdf)") + "|*.pdf",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK) {
        save(std::filesystem::path(to_utf8(dialog.GetPath())));
    }
}

void FeedbackWindow::ask_questionnaire() {
    wxFileDialog dialog(this, _("Questionnaire of the draft"), wxString(), wxString(),
                        _("Questionnaires (*.json)") + "|*.json|" + _("All files") + "|*",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() == wxID_OK) {
        open_draft({draft_->file, std::filesystem::path(to_utf8(dialog.GetPath()))});
    }
}

void FeedbackWindow::open_in_browser() {
    const std::filesystem::path file =
        std::filesystem::path(to_utf8(wxStandardPaths::Get().GetTempDir())) / ("relis-" + preview_->stem + ".html");
    if (!write(file, preview_->html) || !wxLaunchDefaultBrowser("file://" + shown(file.string()))) {
        fail(_("The page could not be opened in the browser. Save it and open it there."));
    }
}

void FeedbackWindow::print() {
    wxPrintData paper;
    paper.SetPaperId(wxPAPER_A4);
    wxPrintDialogData how(paper);
    wxPrinter printer(&how);
    SheetPrintout printout(GetTitle(), preview_->pages);
    if (!printer.Print(this, &printout, true) && wxPrinter::GetLastError() == wxPRINTER_ERROR) {
        fail(_("It could not be printed. Is a printer set up?"));
    }
}

void FeedbackWindow::fail(const wxString& what) {
    bar_->ShowMessage(what, wxICON_ERROR);
}

}  // namespace relis::app
