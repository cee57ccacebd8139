#include "app/conduct_window.h"

#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/commands.h"
#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int { item_record = wxID_HIGHEST + 1, item_take_back, item_note, item_misconduct };

enum Kind : int { kind_positive, kind_neutral, kind_negative, kind_copying, kind_falsification };

wxString name_of(NoteKind kind) {
    switch (kind) {
        case NoteKind::positive:
            return _("positive");
        case NoteKind::negative:
            return _("negative");
        case NoteKind::neutral:
            break;
    }
    return _("neutral");
}

wxString standing(bool stands) {
    return stands ? wxString() : _("taken back");
}

}  // namespace

ConductWindow::ConductWindow(wxWindow* parent, ConductDesk& desk, Background& background, Drafts& drafts,
                             std::function<void()> on_change)
    : wxFrame(parent, wxID_ANY, _("Conduct")),
      model_(desk, background),
      form_(drafts),
      on_change_(std::move(on_change)) {
    SetMinSize(FromDIP(wxSize(700, 420)));
    SetSize(FromDIP(wxSize(960, 560)));
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    make_lists(*all);
    kind_ = new wxChoice(all, wxID_ANY);
    kind_->SetName(_("What is recorded"));
    for (const wxString& text : {_("Positive note"), _("Neutral note"), _("Negative note"), _("Copying confirmed"),
                                 _("Falsification confirmed")}) {
        kind_->Append(text);
    }
    kind_->SetSelection(kind_positive);
    report_ = new wxComboBox(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(260, -1)));
    report_->SetName(_("Report"));
    report_->SetHint(_("Number of a report"));
    reason_ = new wxTextCtrl(all, wxID_ANY);
    reason_->SetName(_("Reason"));
    reason_->SetHint(_("Why? It stays in the shopper's file"));
    record_ = new wxButton(all, item_record, _("&Record"));
    take_back_ = new wxButton(all, item_take_back, _("&Take back"));
    empty_ = new wxStaticText(all, wxID_ANY, wxString());
    warning_ = new wxStaticText(all, wxID_ANY, wxString());
    warning_->SetForegroundColour(Palette().of(Ink::bad));
    warning_->SetFont(warning_->GetFont().Bold());
    auto* const acts = wrapping_row();
    acts->Add(kind_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    acts->Add(report_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    acts->Add(reason_, wxSizerFlags(1).CentreVertical());
    acts->Add(record_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    acts->Add(take_back_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(pages_, wxSizerFlags(1).Expand());
    sizer->Add(empty_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(warning_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(acts, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);
    make_menus();
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        update();
        event.Skip();
    });
    pages_->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        update();
        event.Skip();
    });
    record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { record(); });
    take_back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take_back(); });
    form_.choice("what", *kind_);
    form_.choice(
        "misconduct_report", [this] { return to_utf8(report_->GetValue()); },
        [this](const std::string& report_id) { report_->SetValue(wxString::FromUTF8(report_id)); });
    form_.text("reason", *reason_);
    news_ = model_.notifier().subscribe([this](ConductModel::News news) { on_news(news); });
    update();
    reason_->SetFocus();
}

void ConductWindow::make_lists(wxWindow& parent) {
    pages_ = new wxNotebook(&parent, wxID_ANY);
    pages_->SetName(_("Conduct"));
    const auto list = [this](const wxString& title) {
        auto* const made = new wxDataViewListCtrl(pages_, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
        made->SetName(title);
        pages_->AddPage(made, title);
        return made;
    };
    const auto column = [this](wxDataViewListCtrl& to, const wxString& title, int width,
                               wxAlignment align = wxALIGN_LEFT) {
        to.AppendTextColumn(title, wxDATAVIEW_CELL_INERT, FromDIP(width), align);
    };
    ratings_ = list(_("Log of the rating"));
    column(*ratings_, _("When"), 130);
    column(*ratings_, _("Reliability"), 110, wxALIGN_RIGHT);
    column(*ratings_, _("Change"), 80, wxALIGN_RIGHT);
    column(*ratings_, _("Cause"), 200);
    column(*ratings_, _("About"), 130);
    column(*ratings_, _("By"), 100);
    column(*ratings_, _("Reason"), 300);
    notes_ = list(_("Notes"));
    column(*notes_, _("When"), 130);
    column(*notes_, _("Note"), 100);
    column(*notes_, _("Reason"), 400);
    column(*notes_, _("By"), 100);
    column(*notes_, _("State"), 110);
    misconduct_ = list(_("Confirmed misconduct"));
    column(*misconduct_, _("When"), 130);
    column(*misconduct_, _("Report"), 100);
    column(*misconduct_, _("What"), 120);
    column(*misconduct_, _("Reason"), 360);
    column(*misconduct_, _("By"), 100);
    column(*misconduct_, _("State"), 110);
    for (wxDataViewListCtrl* const made : {ratings_, notes_, misconduct_}) {
        fit_columns(*made);
    }
}

void ConductWindow::make_menus() {
    auto* const menu = new wxMenu;
    menu->Append(item_note, _("&Note of professionalism") + "\tCtrl+N");
    menu->Append(item_misconduct, _("&Confirm a copied or invented report") + "\tCtrl+M");
    menu->Append(item_record, _("&Record") + "\tCtrl+Enter");
    menu->Append(item_take_back, _("&Take back what is selected") + "\tCtrl+Shift+Z");
    menu->AppendSeparator();
    show_menu(*this, menu, _("C&onduct"));
    const auto on = menu_actions(*this);
    const auto begin = [this](Kind kind) {
        kind_->SetSelection(kind);
        update();
        reason_->SetFocus();
    };
    on(item_note, [begin] { begin(kind_positive); });
    on(item_misconduct, [begin] { begin(kind_copying); });
    on(item_record, [this] { record(); });
    on(item_take_back, [this] { take_back(); });
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

void ConductWindow::open(const std::string& shopper_id, const std::string& name) {
    const bool another = shopper_id != model_.shopper_id();
    SetTitle(wxString::Format(_("Conduct of %s"), shown(name)));
    model_.open(shopper_id);
    if (another) {
        report_->SetValue(wxString());
        reason_->ChangeValue(wxString());
        form_.about("conduct/" + shopper_id, {{"kind", "conduct"}, {"shopper", shopper_id}, {"name", name}});
    }
    update();
}

ConductPage ConductWindow::page() const {
    return static_cast<ConductPage>(pages_->GetSelection());
}

void ConductWindow::update() {
    const int kind = kind_->GetSelection();
    const bool misconduct = kind == kind_copying || kind == kind_falsification;
    report_->Show(misconduct);
    warning_->Show(misconduct);
    if (misconduct) {
        warning_->SetLabel(
            _("This takes most of the shopper's rating at once and weighs for years; it may propose to "
              "withdraw him. Confirm it only after you have looked at the proof yourself."));
        warning_->Wrap(warning_->GetParent()->GetClientSize().x - FromDIP(16));
    }
    record_->SetLabel(misconduct ? _("&Confirm") : _("&Record"));
    const bool idle = model_.log() != nullptr && !model_.working();
    record_->Enable(idle && (!misconduct || !model_.reports().empty()));
    take_back_->Enable(idle && page() != ConductPage::ratings);
    const wxString empty = model_.log() != nullptr ? emptiness(*model_.log(), page()) : wxString();
    empty_->Show(!empty.empty());
    if (!empty.empty()) {
        empty_->SetLabel(empty);
        empty_->Wrap(empty_->GetParent()->GetClientSize().x - FromDIP(16));
    }
    warning_->GetParent()->Layout();
}

void ConductWindow::record() {
    if (!record_->IsEnabled()) {
        return;
    }
    const std::string reason = to_utf8(reason_->GetValue());
    const std::string report_id = model_.report_meant(to_utf8(report_->GetValue()));
    switch (kind_->GetSelection()) {
        case kind_positive:
            model_.note(NoteKind::positive, reason);
            break;
        case kind_neutral:
            model_.note(NoteKind::neutral, reason);
            break;
        case kind_negative:
            model_.note(NoteKind::negative, reason);
            break;
        case kind_copying:
            model_.confirm(report_id, Misconduct::copying, reason);
            break;
        case kind_falsification:
            model_.confirm(report_id, Misconduct::falsification, reason);
            break;
        default:
            break;
    }
    update();
}

void ConductWindow::take_back() {
    const auto selected = [](const wxDataViewListCtrl& list) {
        return static_cast<std::size_t>(list.GetSelectedRow());
    };
    if (page() == ConductPage::notes) {
        model_.take_back_note(selected(*notes_));
    } else if (page() == ConductPage::misconduct) {
        model_.take_back_misconduct(selected(*misconduct_));
    }
}

void ConductWindow::on_news(ConductModel::News news) {
    switch (news) {
        case ConductModel::News::log:
            fill();
            fill_reports();
            update();
            break;
        case ConductModel::News::done:
            reason_->ChangeValue(wxString());
            form_.done();
            bar_->ShowMessage(_("Done. The shopper is rated anew."), wxICON_INFORMATION);
            on_change_();
            break;
        case ConductModel::News::failed:
            bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_WARNING);
            update();
            break;
    }
}

void ConductWindow::fill_reports() {
    const wxString written = report_->GetValue();
    wxArrayString reports;
    for (const review::ShopperReport& report : model_.reports()) {
        wxString line = shown(report.report_id);
        if (report.submitted_at) {
            line += ", " + clock(*report.submitted_at).BeforeFirst(' ');
        }
        reports.Add(line + ", " + shown(report.site));
    }
    report_->Set(reports);
    report_->AutoComplete(reports);
    if (!written.empty()) {
        report_->SetValue(written);
    } else if (!reports.empty()) {
        report_->SetSelection(0);
    }
}

void ConductWindow::fill() {
    for (wxDataViewListCtrl* const list : {ratings_, notes_, misconduct_}) {
        list->DeleteAllItems();
    }
    const review::ShopperLog* const log = model_.log();
    if (log == nullptr) {
        return;
    }
    const auto add = [](wxDataViewListCtrl& list, std::initializer_list<wxString> texts) {
        wxVector<wxVariant> cells;
        for (const wxString& text : texts) {
            cells.push_back(text);
        }
        list.AppendItem(cells);
    };
    for (std::size_t row = 0; row < log->ratings.size(); ++row) {
        const review::RatingChange& rating = log->ratings[row];
        const auto by = model_.change(row);
        add(*ratings_,
            {clock(rating.at), number(rating.value, 2) + wxString::FromUTF8(" ± ") + number(rating.uncertainty, 2),
             by ? number(*by, 2, true) : wxString(), cause_of(rating.action), about_of(rating), shown(rating.user),
             shown(rating.reason)});
    }
    for (const review::EnteredNote& note : log->notes) {
        add(*notes_, {clock(note.at), name_of(note.kind), shown(note.reason),
                      note.id == 0 ? _("roster") : shown(note.user), standing(note.stands)});
    }
    for (const review::ConfirmedReport& one : log->misconduct) {
        add(*misconduct_,
            {clock(one.at), shown(one.report_id), one.kind == Misconduct::copying ? _("copying") : _("falsification"),
             shown(one.reason), shown(one.user), standing(one.stands)});
    }
}

}  // namespace relis::app
