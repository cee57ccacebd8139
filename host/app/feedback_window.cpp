#include "app/feedback_window.h"

#include <fstream>
#include <utility>

#include <wx/dcprint.h>
#include <wx/filedlg.h>
#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/printdlg.h>
#include <wx/prntbase.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>
#include <wx/tokenzr.h>
#include <wx/utils.h>

#include "app/menu_actions.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int { item_browser = wxID_HIGHEST + 1 };

/// Plain text on as many pages as it takes.
class TextPrintout final : public wxPrintout {
  public:
    TextPrintout(const wxString& title, const wxString& text) : wxPrintout(title), text_(text) {}

    void OnPreparePrinting() override {
        constexpr double margin_share = 0.08;
        constexpr int points = 11;
        constexpr int points_an_inch = 72;
        wxDC& dc = *GetDC();
        int dots_an_inch = 0;
        int screen = 0;
        GetPPIPrinter(&screen, &dots_an_inch);
        dc.SetFont(wxFontInfo(wxSize(0, points * dots_an_inch / points_an_inch)).Family(wxFONTFAMILY_SWISS));
        const wxSize page = dc.GetSize();
        margin_ = static_cast<int>(page.x * margin_share);
        line_height_ = dc.GetCharHeight();
        const int width = page.x - 2 * margin_;
        for (wxStringTokenizer rows(text_, "\n", wxTOKEN_RET_EMPTY_ALL); rows.HasMoreTokens();) {
            add_row(dc, rows.GetNextToken(), width);
        }
        lines_a_page_ = std::max(1, (page.y - 2 * margin_) / line_height_);
    }
    bool HasPage(int page) override { return page >= 1 && first_line(page) < lines_.size(); }
    void GetPageInfo(int* first, int* last, int* from, int* to) override {
        *first = *from = 1;
        *last = *to = std::max(1, (static_cast<int>(lines_.size()) + lines_a_page_ - 1) / lines_a_page_);
    }
    bool OnPrintPage(int page) override {
        for (int i = 0; i < lines_a_page_; ++i) {
            const std::size_t line = first_line(page) + static_cast<std::size_t>(i);
            if (line < lines_.size()) {
                GetDC()->DrawText(lines_[line], margin_, margin_ + i * line_height_);
            }
        }
        return true;
    }

  private:
    /// REQUIRES: page from 1 on.
    [[nodiscard]] std::size_t first_line(int page) const {
        return static_cast<std::size_t>(page - 1) * static_cast<std::size_t>(lines_a_page_);
    }
    void add_row(wxDC& dc, const wxString& row, int width) {
        wxString line;
        for (wxStringTokenizer words(row, " ", wxTOKEN_RET_EMPTY_ALL); words.HasMoreTokens();) {
            const wxString word = words.GetNextToken();
            const wxString longer = line.empty() ? word : line + " " + word;
            if (!line.empty() && dc.GetTextExtent(longer).x > width) {
                lines_.push_back(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines_.push_back(line);
    }

    wxString text_;
    std::vector<wxString> lines_;
    int margin_ = 0;
    int line_height_ = 1;
    int lines_a_page_ = 1;
};

bool write(const std::filesystem::path& file, const std::string& content) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    return static_cast<bool>(out);
}

}  // namespace

FeedbackWindow::FeedbackWindow(wxWindow* parent, ShopperDesk& desk, Background& background)
    : wxFrame(parent, wxID_ANY, _("Feedback")), desk_(desk), background_(background) {
    SetMinSize(FromDIP(wxSize(480, 360)));
    SetSize(FromDIP(wxSize(760, 640)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    head_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    head_->SetFont(head_->GetFont().Bold());
    text_ = new wxTextCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_READONLY);
    text_->SetName(_("What the shopper receives"));
    text_->SetMargins(gap, gap);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(head_, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(text_, wxSizerFlags(1).Expand());
    all->SetSizer(sizer);
    text_->SetFocus();
}

void FeedbackWindow::make_menus() {
    auto* const file = new wxMenu;
    file->Append(wxID_SAVE, _("&Save the page...") + "\tCtrl+S");
    file->Append(item_browser, _("Open in the &browser") + "\tCtrl+B");
    file->Append(wxID_PRINT, _("&Print the text...") + "\tCtrl+P");
    file->AppendSeparator();
    show_menu(*this, file, _("&Feedback"));
    const auto on = menu_actions(*this);
    on(wxID_SAVE, [this] { ask_where(); });
    on(item_browser, [this] { open_in_browser(); });
    on(wxID_PRINT, [this] { print(); });
    on(wxID_REFRESH, [this] { open(report_id_); });
    on(wxID_CLOSE, [this] { Close(); });
}

void FeedbackWindow::open(const std::string& report_id) {
    if (report_id != report_id_) {
        preview_.reset();
        text_->Clear();
    }
    report_id_ = report_id;
    SetTitle(wxString::Format(_("Feedback on %s"), shown(report_id)));
    request_.ask(
        background_, [&desk = desk_, report_id](const std::stop_token&) { return desk.feedback(report_id); },
        [this](FeedbackPreview preview) {
            preview_ = std::move(preview);
            show_preview();
        },
        [this](const Label& what) { bar_->ShowMessage(_("Something went wrong:") + " " + shown(what), wxICON_ERROR); });
    show_preview();
}

void FeedbackWindow::show_preview() {
    for (const int id : {int{wxID_SAVE}, int{item_browser}, int{wxID_PRINT}}) {
        GetMenuBar()->Enable(id, preview_ && !preview_->html.empty());
    }
    if (!preview_) {
        head_->SetLabel(_("Opening..."));
        return;
    }
    head_->SetLabel(preview_->decided ? _("As the shopper receives it")
                                      : _("As the shopper would receive it; nobody has decided yet"));
    text_->ChangeValue(wxString::FromUTF8(preview_->text));
    text_->SetInsertionPoint(0);
    Layout();
}

void FeedbackWindow::save(const std::filesystem::path& file) {
    if (!preview_) {
        return;
    }
    if (write(file, preview_->html)) {
        bar_->ShowMessage(wxString::Format(_("%s was written."), shown(file.string())), wxICON_INFORMATION);
    } else {
        bar_->ShowMessage(
            wxString::Format(_("%s cannot be written. Is there room, and may you write there?"), shown(file.string())),
            wxICON_ERROR);
    }
}

void FeedbackWindow::ask_where() {
    wxFileDialog dialog(this, _("Save the page"), wxString(), shown(report_id_ + ".html"),
                        _("Pages (*.html)") + "|*.html", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK) {
        save(std::filesystem::path(to_utf8(dialog.GetPath())));
    }
}

void FeedbackWindow::open_in_browser() {
    const std::filesystem::path file =
        std::filesystem::path(to_utf8(wxStandardPaths::Get().GetTempDir())) / ("relis-" + report_id_ + ".html");
    if (!preview_ || !write(file, preview_->html) || !wxLaunchDefaultBrowser("file://" + shown(file.string()))) {
        bar_->ShowMessage(_("The page could not be opened in the browser. Save it and open it there."), wxICON_ERROR);
    }
}

void FeedbackWindow::print() {
    if (!preview_) {
        return;
    }
    wxPrinter printer;
    TextPrintout printout(GetTitle(), wxString::FromUTF8(preview_->text));
    if (!printer.Print(this, &printout, true) && wxPrinter::GetLastError() == wxPRINTER_ERROR) {
        bar_->ShowMessage(_("It could not be printed. Is a printer set up?"), wxICON_ERROR);
    }
}

}  // namespace relis::app
