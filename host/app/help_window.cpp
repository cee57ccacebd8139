#include "app/help_window.h"

#include <utility>

#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/words.h"

namespace relis::app {

HelpWindow::HelpWindow(wxWindow* parent, std::vector<HelpChapter> chapters)
    : wxFrame(parent, wxID_ANY, _("Help"), wxDefaultPosition, wxDefaultSize, wxDEFAULT_FRAME_STYLE),
      chapters_(std::move(chapters)) {
    SetMinSize(FromDIP(wxSize(560, 360)));
    SetSize(FromDIP(wxSize(900, 620)));
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(6);
    search_ = new wxSearchCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(240, -1)));
    search_->SetDescriptiveText(_("Search the help (Ctrl+F)"));
    search_->SetName(_("Search the help"));
    search_->ShowCancelButton(true);
    list_ = new wxListBox(all, wxID_ANY);
    list_->SetName(_("Chapters"));
    says_ = new wxStaticText(all, wxID_ANY, wxString());
    view_ = new DocumentView(all, _("Help"), [](const Target&) {});
    auto* const left = new wxBoxSizer(wxVERTICAL);
    left->Add(search_, wxSizerFlags().Expand());
    left->Add(list_, wxSizerFlags(1).Expand().Border(wxTOP, gap));
    left->Add(says_, wxSizerFlags().Expand().Border(wxTOP, gap));
    auto* const sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(left, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(view_, wxSizerFlags(1).Expand());
    all->SetSizer(sizer);

    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { find(); });
    search_->Bind(wxEVT_SEARCH, [this](wxCommandEvent&) { view_->scroll_to_match(true); });
    search_->Bind(wxEVT_SEARCH_CANCEL, [this](wxCommandEvent&) { search_->Clear(); });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { show_chapter(); });
    Bind(wxEVT_CHAR_HOOK, &HelpWindow::on_key, this);
    find();
    list_->SetFocus();
}

void HelpWindow::on_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_ESCAPE || (event.ControlDown() && key == 'W')) {
        Close();
    } else if (event.ControlDown() && key == 'F') {
        search_->SetFocus();
        search_->SelectAll();
    } else if (key == WXK_F3) {
        view_->scroll_to_match(!event.ShiftDown());
    } else {
        event.Skip();
    }
}

void HelpWindow::find() {
    const std::string words = to_utf8(search_->GetValue());
    const int before = std::max(list_->GetSelection(), 0);
    int first_found = wxNOT_FOUND;
    std::size_t all = 0;
    wxArrayString titles;
    for (std::size_t i = 0; i < chapters_.size(); ++i) {
        const std::size_t found = count_found(chapters_[i], words);
        all += found;
        if (found > 0 && (first_found == wxNOT_FOUND || static_cast<int>(i) == before)) {
            first_found = static_cast<int>(i);
        }
        titles.push_back(shown(chapters_[i].title) + (found > 0 ? wxString::Format(" (%zu)", found) : wxString()));
    }
    list_->Set(titles);
    if (!chapters_.empty()) {
        list_->SetSelection(first_found == wxNOT_FOUND ? before : first_found);
    }
    says_->SetLabel(words.empty() || all > 0 ? wxString() : _("Nothing found; try another word."));
    show_chapter();
    if (first_found != wxNOT_FOUND) {
        view_->scroll_to_match(true);
    }
}

void HelpWindow::show_chapter() {
    const int chosen = list_->GetSelection();
    if (chosen != wxNOT_FOUND) {
        view_->show(help_document(chapters_.at(static_cast<std::size_t>(chosen)), to_utf8(search_->GetValue())), false);
    }
}

}  // namespace relis::app
