#include "app/filing_dialog.h"

#include <utility>

#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

using review::AppealSubject;

wxString what_of(const Contestable& point) {
    switch (point.subject) {
        case AppealSubject::score:
            return wxString::Format(_("the score of %s"), name_of_plugin(point.plugin));
        case AppealSubject::finding:
            return with_colon(name_of_plugin(point.plugin)) +
                   (point.passage.empty() ? shown(point.message)
                                          : wxString::FromUTF8("« ") + shown(point.passage) + wxString::FromUTF8(" »"));
        case AppealSubject::decision:
            break;
    }
    return _("the decision");
}

/// What it is, in the words of a draft.
std::string name_of_point(const Contestable& point) {
    std::string name;
    for (const std::string& part : {std::string(review::to_string(point.subject)), point.plugin, point.rule,
                                    point.question, std::to_string(point.start)}) {
        name += (name.empty() ? "" : "/") + part;
    }
    return name;
}

wxString score_of(const Contestable& point) {
    if (!point.score) {
        return {};
    }
    if (point.subject == AppealSubject::score) {
        return score(point.score);
    }
    return *point.score > 0 ? number(-*point.score, 2, true) : wxString();
}

}  // namespace

FilingDialog::FilingDialog(wxWindow* parent, FilingDesk& desk, Background& background, Drafts& drafts,
                           std::function<void()> on_filed)
    : wxDialog(parent, wxID_ANY, _("Record an appeal"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      model_(desk, background),
      form_(drafts),
      on_filed_(std::move(on_filed)) {
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(this);
    auto* const report_label = new wxStaticText(this, wxID_ANY, _("Report:"));
    report_id_ =
        new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(150, -1)), wxTE_PROCESS_ENTER);
    report_id_->SetName(_("Report:"));
    auto* const find = new wxButton(this, wxID_ANY, _("S&how"));
    about_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    points_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(720, 220)), wxDV_ROW_LINES);
    points_->SetName(_("What is contested"));
    points_->AppendTextColumn(_("What is contested"), wxDATAVIEW_CELL_INERT, FromDIP(300));
    points_->AppendTextColumn(_("Question"), wxDATAVIEW_CELL_INERT, FromDIP(230));
    points_->AppendTextColumn(_("Points"), wxDATAVIEW_CELL_INERT, FromDIP(70), wxALIGN_RIGHT);
    points_->AppendTextColumn(_("Appeal"), wxDATAVIEW_CELL_INERT, FromDIP(110));
    fit_columns(*points_);
    message_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    auto* const text_label = new wxStaticText(this, wxID_ANY, _("In the shopper's words:"));
    text_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(720, 100)), wxTE_MULTILINE);
    text_->SetName(_("In the shopper's words:"));
    late_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    late_->SetForegroundColour(Palette().of(Ink::bad));
    late_reason_ = new wxTextCtrl(this, wxID_ANY);
    late_reason_->SetName(_("Why it is taken all the same"));
    late_reason_->SetHint(_("Why it is taken all the same"));
    hint_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    auto* const close = new wxButton(this, wxID_CANCEL, _("Close (Esc)"));
    send_ = new wxButton(this, wxID_OK, _("&Record the appeal (Ctrl+Enter)"));
    auto* const head = wrapping_row();
    head->Add(report_label, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    head->Add(report_id_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    head->Add(find, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    head->Add(about_, wxSizerFlags(1).CentreVertical());
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(close, wxSizerFlags().Border(wxRIGHT, gap));
    buttons->Add(send_);
    const wxSizerFlags row = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
    const wxSizerFlags growing = wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(head, row);
    sizer->Add(points_, growing);
    sizer->Add(message_, row);
    sizer->Add(text_label, row);
    sizer->Add(text_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(late_, row);
    sizer->Add(late_reason_, row);
    sizer->Add(hint_, row);
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizerAndFit(sizer);

    find->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { show_report(); });
    report_id_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { show_report(); });
    points_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int selected = points_->GetSelectedRow();
        if (selected != wxNOT_FOUND && static_cast<std::size_t>(selected) < model_.points().size()) {
            model_.choose(static_cast<std::size_t>(selected));
            form_.keep();
        }
        update();
    });
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        model_.write(to_utf8(text_->GetValue()));
        form_.keep();
    });
    form_.choice(
        "point",
        [this] { return model_.chosen() ? name_of_point(model_.points().at(*model_.chosen())) : std::string(); },
        [this](const std::string& name) { choose(name); });
    form_.text(
        "text", [this] { return to_utf8(text_->GetValue()); },
        [this](const std::string& text) {
            model_.write(text);
            text_->ChangeValue(wxString::FromUTF8(text));
        });
    form_.text(
        "late_reason", [this] { return to_utf8(late_reason_->GetValue()); },
        [this](const std::string& reason) {
            model_.excuse(reason);
            late_reason_->ChangeValue(wxString::FromUTF8(reason));
        });
    late_reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        model_.excuse(to_utf8(late_reason_->GetValue()));
        form_.keep();
    });
    send_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { model_.send(); });
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Hide(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Hide(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (enter && event.ControlDown()) {
            model_.send();
        } else if (event.GetKeyCode() == WXK_ESCAPE) {
            Hide();
        } else {
            event.Skip();
        }
    });
    news_ = model_.notifier().subscribe([this](FilingModel::News news) { on_news(news); });
    update();
    CentreOnParent();
}

void FilingDialog::open(const std::string& report_id) {
    if (report_id.empty()) {
        report_id_->SetFocus();
        return;
    }
    report_id_->ChangeValue(shown(report_id));
    show_report();
}

void FilingDialog::show_report() {
    if (const wxString wanted = report_id_->GetValue().Strip(wxString::both); !wanted.empty()) {
        bar_->Dismiss();
        model_.open(to_utf8(wanted));
        if (model_.text().empty()) {
            text_->ChangeValue(wxString());
            late_reason_->ChangeValue(wxString());
        }
    }
}

void FilingDialog::on_news(FilingModel::News news) {
    switch (news) {
        case FilingModel::News::opened:
            show_points();
            break;
        case FilingModel::News::filed:
            text_->ChangeValue(wxString());
            form_.done();
            late_reason_->ChangeValue(wxString());
            bar_->ShowMessage(wxString::Format(_("Recorded as appeal %lld; it waits in the window of appeals."),
                                               static_cast<long long>(model_.filed())),
                              wxICON_INFORMATION);
            on_filed_();
            break;
        case FilingModel::News::failed:
            bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_WARNING);
            update();
            break;
    }
}

void FilingDialog::show_points() {
    points_->DeleteAllItems();
    wxString about;
    if (const review::ReportDetails* const report = model_.report()) {
        about = shown(report->shopper_name) + wxString::FromUTF8("  ·  ") + shown(report->row.site) +
                wxString::FromUTF8("  ·  ") + name_of(report->row.state);
        for (const Contestable& point : model_.points()) {
            const Question* const asked = report->questionnaire.find(point.question);
            wxVector<wxVariant> cells;
            cells.push_back(what_of(point));
            cells.push_back(asked != nullptr ? shown(asked->label) : wxString());
            cells.push_back(score_of(point));
            cells.push_back(point.contested ? _("contested before") : wxString());
            points_->AppendItem(cells);
        }
        points_->SetFocus();
        text_->ChangeValue(wxString::FromUTF8(model_.text()));
        form_.about("filing/" + report->row.report_id, {{"kind", "filing"}, {"report", report->row.report_id}});
    }
    about_->SetLabelText(about);
    update();
}

void FilingDialog::choose(const std::string& point) {
    for (std::size_t i = 0; i < model_.points().size(); ++i) {
        if (name_of_point(model_.points()[i]) == point) {
            model_.choose(i);
            points_->SelectRow(static_cast<unsigned>(i));
        }
    }
}

void FilingDialog::update() {
    const bool chosen = model_.report() != nullptr && model_.chosen().has_value();
    message_->SetLabelText(chosen ? shown(model_.points().at(*model_.chosen()).message)
                           : model_.report() == nullptr
                               ? _("Type the number of the report that is contested, then Enter.")
                               : _("Choose what is contested."));
    message_->SetToolTip(message_->GetLabelText());
    text_->Enable(chosen);
    send_->Enable(chosen && !model_.working());
    const FilingTimes& times = model_.times();
    late_->Show(times.over);
    late_reason_->Show(times.over);
    if (times.over) {
        late_->SetLabelText(wxString::Format(_("The time to contest ended on %s."), clock(*times.until)));
    }
    wxString hint;
    if (times.until && !times.over) {
        hint = wxString::Format(_("May be contested until %s."), clock(*times.until)) + " ";
    }
    if (times.answer_days > 0) {
        const auto days = static_cast<unsigned>(times.answer_days);
        hint += wxString::Format(wxPLURAL("An answer is due in %u day, by somebody else.",
                                          "An answer is due in %u days, by somebody else.", days),
                                 days);
    }
    hint_->SetLabelText(hint);
    hint_->SetToolTip(hint);
    Layout();
}

}  // namespace relis::app
