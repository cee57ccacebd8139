#include "app/intervention_dialog.h"

#include <wx/sizer.h>

#include "app/words.h"

namespace relis::app {

namespace {

using Kind = review::Intervention::Kind;

struct Wording {
    wxString title;
    wxString text;
    wxString confirm;
};

Wording wording_of(Kind kind, bool takes_back) {
    if (takes_back) {
        return {_("Take a surplus visit back"),
                _("The report is reassigned again and its mission counts as refused; the shopper is rated anew. The "
                  "appeal stays upheld in the log; a new feedback tells the shopper what holds now, and why."),
                _("&Take it back")};
    }
    switch (kind) {
        case Kind::hold:
            return {_("Hold a report"),
                    _("The report leaves the queue until then. It is not decided meanwhile; a new revision ends the "
                      "hold."),
                    _("&Hold it")};
        case Kind::withdrawal:
            return {_("Withdraw a report"),
                    _("The report is taken out of the work and its mission ends; neither counts for the shopper or "
                      "the client. It can be taken back."),
                    _("&Withdraw it")};
        case Kind::surplus:
            break;
    }
    return {_("Keep a report as a surplus visit"),
            _("An appeal against the reassignment was upheld: the visit counts as accepted for its shopper, who is "
              "rated anew; the client has the other one."),
            _("&Keep the visit")};
}

}  // namespace

InterventionDialog::InterventionDialog(wxWindow* parent, Session& session)
    : wxDialog(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      session_(session) {
    const InterventionDraft& draft = *session.interventions().draft();
    const bool hold = draft.wanted.kind == Kind::hold;
    const Wording wording = wording_of(draft.wanted.kind, draft.takes_back);
    const int gap = FromDIP(10);
    SetTitle(wording.title + wxString::FromUTF8(" · ") + shown(draft.report_id));
    auto* const text = new wxStaticText(this, wxID_ANY, wording.text);
    text->Wrap(FromDIP(500));
    auto* const until_label = new wxStaticText(this, wxID_ANY, _("Until:"));
    until_ = new MomentPicker(this, _("Until"), [this] { keep(); });
    auto* const reason_label = new wxStaticText(
        this, wxID_ANY, draft.takes_back ? _("Why? The shopper reads it:") : _("Why? It stays in the report's log:"));
    reason_ = new wxTextCtrl(this, wxID_ANY, wxString::FromUTF8(draft.wanted.reason), wxDefaultPosition,
                             FromDIP(wxSize(500, 90)), wxTE_MULTILINE | wxTE_RICH2);
    reason_->SetName(_("Reason"));
    says_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    refusal_ = new FormNotice(this);
    confirm_ = new wxButton(this, wxID_OK, wxString::Format(_("%s (Ctrl+Enter)"), wording.confirm));
    auto* const cancel = new wxButton(this, wxID_CANCEL, _("Close (Esc)"));

    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, wxSizerFlags().Border(wxRIGHT, FromDIP(6)));
    buttons->Add(confirm_);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    const wxSizerFlags row = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap);
    sizer->Add(text, row);
    if (hold) {
        auto* const moment = new wxBoxSizer(wxHORIZONTAL);
        moment->Add(until_label, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(6)));
        moment->Add(until_, wxSizerFlags().CentreVertical());
        sizer->Add(moment, row);
        if (draft.wanted.until) {
            until_->set(*draft.wanted.until);
        } else {
            until_->set_text(draft.until_half_written);
        }
    } else {
        until_label->Hide();
        until_->Hide();
    }
    sizer->Add(reason_label, row);
    sizer->Add(reason_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(says_, row);
    sizer->Add(refusal_, row);
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizerAndFit(sizer);

    spelling_ =
        std::make_unique<CheckedText>(*reason_, *says_, session.desk().at_report(), session.background(), [&session] {
            const auto& page = session.report().page();
            return page ? page->details.row.programme : std::string();
        });
    reason_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        keep();
        event.Skip();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (enter && event.ControlDown()) {
            if (confirm_->IsEnabled()) {
                session_.interventions().confirm();
            }
        } else if (event.GetKeyCode() == WXK_ESCAPE) {
            session_.interventions().close_draft();
        } else {
            event.Skip();
        }
    });
    confirm_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.interventions().confirm(); });
    cancel->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.interventions().close_draft(); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { session_.interventions().close_draft(); });
    news_ = session.interventions().notifier().subscribe([this](InterventionModel::News news) { on_news(news); });
    keep();
    CentreOnParent();
    reason_->SetFocus();
}

void InterventionDialog::keep() {
    InterventionModel& model = session_.interventions();
    if (!model.draft()) {
        return;
    }
    review::Intervention wanted = model.draft()->wanted;
    wanted.reason = to_utf8(reason_->GetValue());
    const Moment now = session_.desk().now();
    if (wanted.kind == Kind::hold) {
        wanted.until = until_->value();
        refusal_->lack(!wanted.until         ? MomentPicker::how_to_write()
                       : *wanted.until > now ? wxString()
                                             : _("Choose a moment to come."));
    }
    model.edit(wanted, wanted.kind == Kind::hold ? until_->half_written() : std::string());
    confirm_->Enable(model.complete(now));
}

void InterventionDialog::on_news(InterventionModel::News news) {
    const InterventionModel& model = session_.interventions();
    if (news == InterventionModel::News::draft && !model.draft()) {
        news_ = {};
        Destroy();
        return;
    }
    if (news == InterventionModel::News::refused) {
        refusal_->fail(shown(model.refusal()), wxString());
    }
    confirm_->Enable(model.complete(session_.desk().now()));
}

}  // namespace relis::app
