#include "app/decision_editor.h"

#include <algorithm>

#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/words.h"

namespace relis::app {

DecisionEditor::DecisionEditor(wxWindow* parent, Session& session, std::function<void(bool)> on_shown)
    : wxPanel(parent), session_(session), on_shown_(std::move(on_shown)) {
    title_ = new wxStaticText(this, wxID_ANY, wxString());
    title_->SetFont(title_->GetFont().Bold());
    due_label_ = new wxStaticText(this, wxID_ANY, _("New due time:"));
    due_ = new MomentPicker(this, _("New due time"), [this] { follow_terms(); });
    reason_label_ = new wxStaticText(this, wxID_ANY, wxString());
    reason_ = new wxTextCtrl(this, wxID_ANY);
    reason_->SetName(_("Reason"));
    message_ =
        new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_RICH2);
    message_->SetName(_("Message to the shopper"));
    others_label_ = new wxStaticText(this, wxID_ANY, _("Give the mission to (best first):"));
    others_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(400, 60)), 0, nullptr,
                            wxLB_SINGLE | wxLB_NEEDED_SB);
    others_->SetName(_("Give the mission to"));
    others_->SetToolTip(
        _("Out of 100 points, with what speaks for each most; then those whom a rule excludes, who cannot be "
          "chosen. The command relis mission candidates tells every reason."));
    terms_ = new ReworkTermsPanel(
        this, session, [this] { follow_terms(); }, [this] { keep(); },
        [this] { return due_->value().value_or(session_.desk().default_rework_due()); });
    left_out_ = new wxCheckBox(this, wxID_ANY, _("&Leave the visit out of the client's statistics"));
    says_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    send_ = new wxButton(this, wxID_ANY, _("Send"));
    auto* const close = new wxButton(this, wxID_ANY, _("Close (Esc)"));
    refusal_ = new FormNotice(this);

    const int gap = FromDIP(6);
    auto* const head = wrapping_row();
    head->Add(title_, wxSizerFlags().CentreVertical().Border(wxRIGHT, 2 * gap));
    head->Add(reason_label_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    head->Add(reason_, wxSizerFlags(1).CentreVertical());
    head->Add(left_out_, wxSizerFlags().CentreVertical().Border(wxLEFT, 2 * gap));
    head->Add(due_label_, wxSizerFlags().CentreVertical().Border(wxLEFT, 2 * gap));
    head->Add(due_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    auto* const labels = new wxBoxSizer(wxHORIZONTAL);
    labels->Add(new wxStaticText(this, wxID_ANY, _("Message to the shopper:")), wxSizerFlags().CentreVertical());
    labels->Add(says_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, 2 * gap));
    auto* const written = new wxBoxSizer(wxVERTICAL);
    written->Add(labels, wxSizerFlags().Expand());
    written->Add(message_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
    auto* const offered = new wxBoxSizer(wxVERTICAL);
    offered->Add(others_label_);
    offered->Add(others_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(4)));
    auto* const middle = new wxBoxSizer(wxHORIZONTAL);
    middle->Add(written, wxSizerFlags(1).Expand());
    middle->Add(offered, wxSizerFlags(1).Expand().Border(wxLEFT, 2 * gap));
    middle->Add(terms_, wxSizerFlags(1).Expand().Border(wxLEFT, 2 * gap));
    auto* const foot = wrapping_row();
    foot->Add(refusal_, wxSizerFlags(1).Expand());
    foot->Add(close, wxSizerFlags().Border(wxRIGHT, gap));
    foot->Add(send_);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(head, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(middle, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(foot, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizer(sizer);
    // as it reads
    left_out_->MoveAfterInTabOrder(reason_);
    due_->MoveAfterInTabOrder(left_out_);
    refusal_->MoveBeforeInTabOrder(send_);
    send_->MoveAfterInTabOrder(close);

    spelling_ = std::make_unique<CheckedText>(
        *message_, *says_, session.desk().at_report(), session.background(),
        [&session] {
            const auto& page = session.report().page();
            return page ? page->details.row.programme : std::string();
        },
        CheckedText::Quotations::left_alone);
    for (wxTextCtrl* const text : {reason_, message_}) {
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            keep();
            event.Skip();
        });
    }
    others_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { keep(); });
    left_out_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { keep(); });
    send_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { confirm(); });
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { session_.decision().close_draft(); });
    news_ = session.decision().notifier().subscribe([this](DecisionModel::News news) { on_news(news); });
}

void DecisionEditor::confirm() {
    keep();
    refusal_->clear();
    if (due_->IsShown() && !due_->value()) {
        refusal_->lack(_("The new due time cannot be read.") + " " + MomentPicker::how_to_write());
        due_->text().SetFocus();
        return;
    }
    if (terms_->IsShown() && terms_->reminder().IsEnabled() && !terms_->reminder().value()) {
        refusal_->lack(_("The reminder cannot be read.") + " " + MomentPicker::how_to_write());
        terms_->reminder().text().SetFocus();
        return;
    }
    session_.decision().confirm();
}

int DecisionEditor::least_height() const {
    // a message of some lines at least
    return std::max(GetSizer()->CalcMin().y, FromDIP(190));
}

int DecisionEditor::wanted_height() const {
    return std::max(least_height(), FromDIP(terms_->IsShown() ? 290 : 235));
}

void DecisionEditor::follow_terms() {
    DecisionModel& decision = session_.decision();
    if (opening_ || !decision.draft() || !session_.report().page()) return;
    const std::string prefilled =
        session_.desk().prefilled_message(session_.report().page()->details, decision.draft()->decision);
    if (const auto message = decision.rework().follow(to_utf8(message_->GetValue()), prefilled)) {
        message_->ChangeValue(wxString::FromUTF8(*message));
        spelling_->check_soon();
    }
    if (due_->value()) {  // else it is still being written
        terms_->show_reminder();
    }
    keep();
}

void DecisionEditor::keep() {
    const DecisionModel& decision = session_.decision();
    if (opening_ || !decision.draft()) return;
    DecisionDraft draft = *decision.draft();
    draft.reason = to_utf8(reason_->GetValue());
    draft.message = to_utf8(message_->GetValue());
    draft.left_out = left_out_->GetValue() && draft.decision == Decision::accept;
    if (draft.decision == Decision::rework) {
        if (const auto due = due_->value()) draft.new_due_at = due;
        draft.due_half_written = due_->half_written();
    }
    const int chosen = others_->GetSelection();
    const std::vector<review::MissionCandidate>& others = decision.others();
    if (chosen != wxNOT_FOUND && static_cast<std::size_t>(chosen) < others.size()) {
        const review::MissionCandidate& other = others[static_cast<std::size_t>(chosen)];
        draft.assign_to = other.exclusions.empty() ? other.shopper_id : std::string();
    }
    session_.decision().edit(std::move(draft));
}

void DecisionEditor::show_others() {
    constexpr std::size_t told = 3;
    const std::vector<review::MissionCandidate>& others = session_.decision().others();
    const bool nobody = !others.empty() && !others.front().exclusions.empty();
    others_label_->SetLabel(nobody ? _("Nobody can take the mission. Excluded, the likeliest first:")
                                   : _("Give the mission to (best first):"));
    others_->Clear();
    for (const review::MissionCandidate& other : others) {
        wxString line = wxString::Format("%.0f   ", other.score) + shown(other.name);
        if (other.newcomer) line += " (" + _("newcomer") + ")";
        if (!other.city.empty()) line += wxString::FromUTF8("  ·  ") + shown(other.city);
        if (!other.exclusions.empty()) {
            wxString why;
            for (const review::CandidateExclusion& one : other.exclusions) {
                why = with_semicolon(why, shown(one.text));
            }
            others_->Append(line + wxString::FromUTF8("  ·  ") + with_colon(_("excluded")) + why);
            continue;
        }
        std::vector<review::CandidateReason> reasons = other.reasons;
        std::stable_sort(reasons.begin(), reasons.end(),
                         [](const auto& a, const auto& b) { return a.points > b.points; });
        for (std::size_t i = 0; i < std::min(told, reasons.size()); ++i) {
            line += wxString::FromUTF8("  ·  ") + shown(review::label(reasons[i].criterion)) + ": " +
                    shown(reasons[i].text);
        }
        others_->Append(line);
    }
    if (others.empty()) others_->Append(_("No other shopper is known."));
    const auto& draft = session_.decision().draft();
    const auto kept =
        std::ranges::find(others, draft ? draft->assign_to : std::string(), &review::MissionCandidate::shopper_id);
    if (kept != others.end()) others_->SetSelection(static_cast<int>(kept - others.begin()));
}

void DecisionEditor::on_news(DecisionModel::News news) {
    const DecisionModel& decision = session_.decision();
    send_->Enable(decision.can_decide());
    if (news == DecisionModel::News::draft) {
        if (decision.draft()) open(*decision.draft());
        on_shown_(decision.draft().has_value());
    } else if (news == DecisionModel::News::others) {
        show_others();
    } else if (news == DecisionModel::News::refused && decision.draft()) {
        refusal_->fail(shown(decision.refusal()), title_->GetLabelText());
    }
}

void DecisionEditor::open(const DecisionDraft& draft) {
    opening_ = true;
    const bool rework = draft.decision == Decision::rework;
    title_->SetLabel(rework                                 ? _("Send the report back to its shopper")
                     : draft.decision == Decision::reassign ? _("Give the mission to another shopper")
                     : session_.decision().needs_reason(draft.decision)
                         ? _("Accept the report against the recommendation")
                         : _("Accept the report"));
    send_->SetLabel(rework                                 ? _("Ask for the rework (Ctrl+Enter)")
                    : draft.decision == Decision::reassign ? _("Reassign (Ctrl+Enter)")
                                                           : _("Accept (Ctrl+Enter)"));
    const bool needed = session_.decision().needs_reason(draft.decision);
    reason_label_->SetLabel(needed ? _("Why not as recommended (required):") : _("Reason (optional):"));
    reason_->ChangeValue(wxString::FromUTF8(draft.reason));
    due_label_->Show(rework);
    due_->Show(rework);
    if (!draft.due_half_written.empty()) {
        due_->set_text(draft.due_half_written);
    } else if (draft.new_due_at) {
        due_->set(*draft.new_due_at);
    }
    const bool reassign = draft.decision == Decision::reassign;
    others_->Clear();
    others_->Show(reassign);
    others_label_->Show(reassign);
    terms_->Show(rework);
    if (rework) terms_->show_terms();
    // kept with the first change or when it is sent: opening alone writes nothing
    message_->ChangeValue(wxString::FromUTF8(session_.decision().message_of_draft()));
    left_out_->Show(draft.decision == Decision::accept);
    left_out_->SetValue(draft.left_out);
    spelling_->check_soon();
    refusal_->clear();
    Layout();
    opening_ = false;
    (needed || draft.left_out ? reason_ : message_)->SetFocus();
    message_->SetInsertionPoint(0);
}

}  // namespace relis::app
