#include "app/dialogs.h"

#include <wx/aboutdlg.h>
#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "app/keyboard.h"
#include "app/words.h"

namespace relis::app {
namespace {

// A stock id would take GTK's label, which follows the desktop's language and not --language
constexpr int close_button = wxID_HIGHEST + 1;

}  // namespace

void show_text(wxWindow* parent, const wxString& title, const wxString& heading, const wxString& text) {
    wxDialog dialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
                    wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    const int border = dialog.FromDIP(10);
    if (!heading.empty()) {
        auto* const head = new wxStaticText(&dialog, wxID_ANY, heading);
        head->SetFont(head->GetFont().Bold());
        sizer->Add(head, wxSizerFlags().Border(wxALL, border));
    }
    auto* const body = new wxTextCtrl(&dialog, wxID_ANY, text, wxDefaultPosition, dialog.FromDIP(wxSize(680, 360)),
                                      wxTE_MULTILINE | wxTE_READONLY);
    body->SetName(title);
    sizer->Add(body, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, border));
    auto* const copy = new wxButton(&dialog, wxID_ANY, _("&Copy all"));
    copy->Bind(wxEVT_BUTTON, [&text](wxCommandEvent&) {
        if (const wxClipboardLocker locker; !!locker) {
            wxTheClipboard->SetData(new wxTextDataObject(text));
            wxTheClipboard->Flush();  // outlives the program that is in trouble
        }
    });
    auto* const close = new wxButton(&dialog, close_button, _("Close"));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(copy, wxSizerFlags().Border(wxRIGHT, border));
    buttons->Add(close);
    sizer->Add(buttons, wxSizerFlags().Right().Border(wxALL, border));
    dialog.SetSizerAndFit(sizer);
    dialog.SetEscapeId(close_button);
    dialog.SetAffirmativeId(close_button);
    close->SetDefault();
    close->SetFocus();
    dialog.CentreOnParent();
    dialog.ShowModal();
}

void show_keyboard_overview(wxWindow* parent) {
    const std::vector<KeyLine> keys = keyboard_overview();
    wxDialog dialog(parent, wxID_ANY, _("Keyboard"));
    // in two columns, so that all of them stand in a window of 1280x720; scrolled where the letters are larger
    auto* const page = new wxScrolledWindow(&dialog);
    page->SetName(_("Keyboard"));
    auto* const columns = new wxBoxSizer(wxHORIZONTAL);
    wxFlexGridSizer* grid = nullptr;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i % ((keys.size() + 1) / 2) == 0) {
            grid = new wxFlexGridSizer(2, dialog.FromDIP(wxSize(12, 4)));
            columns->Add(grid, wxSizerFlags().Border(wxALL, dialog.FromDIP(12)));
        }
        auto* const name = new wxStaticText(page, wxID_ANY, keys[i].keys);
        name->SetFont(name->GetFont().Bold());
        grid->Add(name);
        auto* const what = new wxStaticText(page, wxID_ANY, keys[i].what);
        what->Wrap(dialog.FromDIP(370));
        grid->Add(what);
    }
    page->SetSizer(columns);
    page->SetScrollRate(dialog.FromDIP(10), dialog.FromDIP(10));
    const wxSize screen = wxGetClientDisplayRect().GetSize();
    const wxSize room(screen.x - dialog.FromDIP(24), screen.y - dialog.FromDIP(110));
    wxSize wanted = columns->CalcMin() + dialog.FromDIP(wxSize(40, 0));  // a scroll bar beside them
    wanted.DecTo(room);
    page->SetMinSize(wanted);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(page, wxSizerFlags(1).Expand());
    auto* const close = new wxButton(&dialog, close_button, _("Close"));
    sizer->Add(close, wxSizerFlags().Right().Border(wxALL, dialog.FromDIP(10)));
    dialog.SetSizerAndFit(sizer);
    dialog.SetEscapeId(close_button);
    dialog.SetAffirmativeId(close_button);
    close->SetDefault();
    dialog.CentreOnParent();
    dialog.ShowModal();
}

void name_buttons(wxDialog& dialog) {
    for (const auto& [id, name] : {std::pair<int, wxString>{wxID_UP, _("Move up")}, {wxID_DOWN, _("Move down")}}) {
        if (wxWindow* const button = dialog.FindWindow(id); button != nullptr) {
            button->SetLabel(name);
        }
    }
    dialog.Fit();
}

void show_about(wxWindow* parent) {
    wxAboutDialogInfo info;
    info.SetName("Relis");
    info.SetDescription(_("Review workstation of a mystery-shopping agency."));
    wxAboutBox(info, parent);
}

wxString summary_of(const review::ImportSummary& summary) {
    const auto added = static_cast<unsigned>(summary.reports_added);
    wxString text = wxString::Format(wxPLURAL("%u report imported", "%u reports imported", added), added);
    if (summary.reports_unchanged > 0) {
        text += ", " + wxString::Format(_("%zu already there"), summary.reports_unchanged);
    }
    std::size_t refused = 0;
    for (const review::ImportProblem& problem : summary.problems) refused += problem.refused ? 1 : 0;
    if (refused > 0) text += ", " + wxString::Format(_("%zu refused"), refused);
    return text + ".";
}

wxString summary_of(const review::AssessSummary& summary) {
    const auto assessed = static_cast<unsigned>(summary.assessed);
    wxString text = wxString::Format(wxPLURAL("%u report assessed", "%u reports assessed", assessed), assessed);
    if (summary.failed_assessments > 0) {
        text += ", " + wxString::Format(_("%zu assessments failed"), summary.failed_assessments);
    }
    if (summary.kept_assessments > 0) {
        const auto kept = static_cast<unsigned>(summary.kept_assessments);
        text += ", " +
                wxString::Format(wxPLURAL("%u result kept from earlier, since its plugin cannot be called",
                                          "%u results kept from earlier, since their plugins cannot be called", kept),
                                 kept);
    }
    if (summary.rated_shoppers > 0) {
        const auto rated = static_cast<unsigned>(summary.rated_shoppers);
        text += ", " + wxString::Format(wxPLURAL("%u shopper rated anew by the published criteria",
                                                 "%u shoppers rated anew by the published criteria", rated),
                                        rated);
    }
    return text + ".";
}

wxString details_of(const review::ImportSummary& summary) {
    wxString text;
    for (const review::ImportProblem& problem : summary.problems) {
        text += shown(problem.file);
        if (problem.line > 0) text += wxString::Format(_(", line %zu"), problem.line);
        if (problem.index > 0) text += wxString::Format(_(", record %zu"), problem.index);
        if (!problem.report_id.empty()) text += ", " + shown(problem.report_id);
        if (!problem.field.empty()) text += ", " + shown(problem.field);
        text += "\n    " + shown(problem.reason);
        if (problem.refused) text += "  " + _("(kept aside)");
        text += "\n";
    }
    return text;
}

wxString details_of(const review::AssessSummary& summary) {
    wxString text;
    for (const Label& problem : summary.problems) text += shown(problem) + "\n";
    return text;
}

wxString details_of(const std::vector<review::PluginStatus>& plugins) {
    wxString text;
    for (const review::PluginStatus& plugin : plugins) {
        if (plugin.state == review::PluginStatus::State::loaded) continue;
        text += shown(plugin.id.empty() ? plugin.path.filename().string() : plugin.id);
        text += plugin.state == review::PluginStatus::State::refused ? _(": refused") : _(": skipped");
        text += "\n    " + shown(plugin.reason) + "\n    " + shown(plugin.path.string()) + "\n";
    }
    return text;
}

}  // namespace relis::app
