#include "app/judgement_editor.h"

#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/words.h"

namespace relis::app {
namespace {

using Kind = JudgementDraft::Kind;

constexpr review::DismissalScope scopes[] = {review::DismissalScope::here, review::DismissalScope::rule_in_programme,
                                             review::DismissalScope::word_everywhere};

}  // namespace

JudgementEditor::JudgementEditor(wxWindow* parent, Session& session, std::function<void(bool)> on_shown)
    : wxPanel(parent), session_(session), on_shown_(std::move(on_shown)) {
    title_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    title_->SetFont(title_->GetFont().Bold());
    wxArrayString names;
    for (const review::DismissalScope scope : scopes) names.Add(name_of(scope));
    scope_ = new wxRadioBox(this, wxID_ANY, _("Set aside in"), wxDefaultPosition, wxDefaultSize, names, 0,
                            wxRA_SPECIFY_ROWS);
    score_label_ = new wxStaticText(this, wxID_ANY, _("Score out of 5:"));
    score_ = new wxSpinCtrlDouble(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 0, 5,
                                  0, 0.5);
    score_->SetDigits(1);
    score_->SetName(_("Score out of 5"));
    reason_label_ = new wxStaticText(this, wxID_ANY, _("Reason (it stays with the report):"));
    reason_ = new wxComboBox(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, 0, nullptr,
                             wxCB_DROPDOWN | wxTE_PROCESS_ENTER);
    reason_->SetName(_("Reason"));
    text_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_RICH2);
    text_->SetName(_("What the client reads"));
    text_->SetMinSize(FromDIP(wxSize(-1, 110)));
    says_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    refusal_ = new FormNotice(this);
    restore_ = new wxButton(this, wxID_ANY, wxString());
    auto* const close = new wxButton(this, wxID_ANY, _("Close (Esc)"));
    record_ = new wxButton(this, wxID_ANY, wxString());

    auto* const row = wrapping_row();
    row->Add(score_label_, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(6)));
    row->Add(score_, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(16)));
    row->Add(reason_label_, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(6)));
    row->Add(reason_, wxSizerFlags(1).CentreVertical());
    auto* const foot = wrapping_row();
    foot->Add(refusal_, wxSizerFlags(1).Expand());
    foot->Add(restore_, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    foot->Add(close, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    foot->Add(record_);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    const wxSizerFlags part = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(6));
    sizer->Add(title_, part);
    sizer->Add(row, part);
    sizer->Add(scope_, part);
    sizer->Add(text_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(6)));
    sizer->Add(says_, part);
    sizer->Add(foot, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    SetSizer(sizer);

    spelling_ =
        std::make_unique<CheckedText>(*text_, *says_, session.desk().at_report(), session.background(), [&session] {
            const auto& page = session.report().page();
            return page ? page->details.row.programme : std::string();
        });
    for (const auto& type : {wxEVT_TEXT, wxEVT_COMBOBOX}) {
        reason_->Bind(type, [this](wxCommandEvent&) { keep(); });
    }
    reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { confirm(); });
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        keep();
        event.Skip();
    });
    scope_->Bind(wxEVT_RADIOBOX, [this](wxCommandEvent&) { keep(); });
    score_->Bind(wxEVT_SPINCTRLDOUBLE, [this](wxSpinDoubleEvent&) { keep(); });
    score_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { reason_->SetFocus(); });
    record_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { confirm(); });
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.judging().close_draft(); });
    restore_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto draft = session_.judging().draft();
        if (!draft) return;
        draft->kind == Kind::score ? session_.judging().restore_score(draft->criterion)
                                   : session_.judging().reset_answer(draft->question);
    });
    news_ = session.judging().notifier().subscribe([this](JudgingModel::News news) { on_news(news); });
}

void JudgementEditor::confirm() {
    keep();
    refusal_->clear();
    session_.judging().confirm();
}

void JudgementEditor::keep() {
    if (opening_ || !session_.judging().draft()) return;
    JudgementDraft draft = *session_.judging().draft();
    draft.reason = to_utf8(reason_->GetValue());
    draft.scope = scopes[static_cast<std::size_t>(scope_->GetSelection())];
    draft.score = score_->GetValue();
    if (draft.kind == Kind::text) draft.text = to_utf8(text_->GetValue());
    session_.judging().edit(std::move(draft));
}

void JudgementEditor::on_news(JudgingModel::News news) {
    const JudgingModel& judging = session_.judging();
    record_->Enable(judging.can_judge());
    if (news == JudgingModel::News::draft) {
        if (judging.draft()) open(*judging.draft());
        on_shown_(judging.draft().has_value());
        if (judging.draft()) focus_first();
    } else if (news == JudgingModel::News::refused && judging.draft()) {
        refusal_->fail(shown(judging.refusal()), title_->GetLabelText());
    }
}

void JudgementEditor::fill_reasons(const JudgementDraft& draft) {
    reason_->Clear();
    for (const std::string& reason : session_.judging().reasons()) reason_->Append(shown(reason));
    if (draft.kind == Kind::dismissal) {
        for (const wxString& usual : {_("A name or a brand"), _("A word of the trade"), _("It is written correctly"),
                                      _("Said elsewhere in the report"), _("Of no importance to the client")}) {
            if (reason_->FindString(usual) == wxNOT_FOUND) reason_->Append(usual);
        }
    }
    reason_->ChangeValue(wxString::FromUTF8(draft.reason));
}

void JudgementEditor::open(const JudgementDraft& draft) {
    opening_ = true;
    const ReportPage& page = *session_.report().page();
    const bool writing = draft.kind == Kind::text;
    bool can_restore = false;
    wxString title, record;
    if (draft.kind == Kind::dismissal) {
        const ShownFinding& found = page.findings[*draft.finding];
        const bool passage = !found.quote.empty();
        title = wxString::Format(_("Set the finding aside: %s"),
                                 shown(passage                       ? found.quote
                                       : found.finding.title.empty() ? found.finding.message
                                                                     : found.finding.title));
        record = _("Set aside (Enter)");
        scope_->Enable(2, passage);
    } else if (draft.kind == Kind::score) {
        title = wxString::Format(_("Another score: %s"), name_of_plugin(draft.criterion));
        record = _("Give this score (Enter)");
        for (const ScoreCard& card : page.scores) {
            if (card.plugin == draft.criterion) can_restore = card.given.has_value();
        }
        restore_->SetLabel(_("Let the machine's score stand"));
    } else if (draft.kind == Kind::waiver) {
        title = _("Let the report pass in spite of its veto");
        record = _("Waive (Enter)");
    } else {
        const Question* const question = page.details.questionnaire.find(draft.question);
        title = wxString::Format(_("What the client reads: %s"),
                                 shown(question != nullptr ? question->label : draft.question));
        record = _("Save (Ctrl+Enter)");
        can_restore = draft.base != 0;
        restore_->SetLabel(_("As submitted"));
    }
    title_->SetLabelText(title);
    record_->SetLabel(record);
    scope_->Show(draft.kind == Kind::dismissal);
    for (wxWindow* const window : {static_cast<wxWindow*>(score_label_), static_cast<wxWindow*>(score_)}) {
        window->Show(draft.kind == Kind::score);
    }
    for (wxWindow* const window : {static_cast<wxWindow*>(reason_label_), static_cast<wxWindow*>(reason_)}) {
        window->Show(!writing);
    }
    text_->Show(writing);
    says_->Show(writing);
    restore_->Show(can_restore);
    for (int i = 0; i < 3; ++i) {
        if (scopes[i] == draft.scope) scope_->SetSelection(i);
    }
    score_->SetValue(draft.score);
    fill_reasons(draft);
    if (writing) {
        text_->ChangeValue(wxString::FromUTF8(draft.text));
        spelling_->check_soon();
    }
    refusal_->clear();
    Layout();
    opening_ = false;
}

void JudgementEditor::focus_first() {
    if (text_->IsShown()) {
        text_->SetFocus();
    } else if (score_->IsShown()) {
        score_->SetFocus();
    } else {
        reason_->SetFocus();
    }
}

}  // namespace relis::app
