#include "app/rework_terms_panel.h"

#include <algorithm>
#include <array>

#include <wx/sizer.h>

#include "app/commands.h"
#include "app/fitting.h"
#include "app/words.h"

namespace relis::app {

namespace {

constexpr std::array all_outcomes{review::Unanswered::reassign, review::Unanswered::rework, review::Unanswered::none};
constexpr std::size_t longest_quote = 60;

wxString line_of(const OfferedReason& offer) {
    wxString line;
    if (!offer.question.empty()) {
        line = shown(offer.question) + wxString::FromUTF8(" · ");
    }
    line += shown(offer.reason.text);
    if (!offer.quote.empty() && offer.quote.size() <= longest_quote &&
        offer.reason.text.find(offer.quote) == std::string::npos) {
        line += wxString::FromUTF8("  « ") + shown(offer.quote) + wxString::FromUTF8(" »");
    }
    return line;
}

}  // namespace

ReworkTermsPanel::ReworkTermsPanel(wxWindow* parent, Session& session, std::function<void()> on_change,
                                   std::function<void()> keep, std::function<Moment()> due)
    : wxPanel(parent),
      session_(session),
      on_change_(std::move(on_change)),
      keep_(std::move(keep)),
      due_(std::move(due)) {
    const int gap = FromDIP(4);
    label_ = new wxStaticText(this, wxID_ANY, wxString());
    auto* const library = new wxButton(this, wxID_ANY, _("Library... (Ctrl+L)"));
    reasons_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(420, 74)), 0, nullptr,
                                  wxLB_SINGLE | wxLB_NEEDED_SB);
    reasons_->SetName(_("What is asked"));
    about_ = new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(150, -1)));
    about_->SetName(_("Question that it is about"));
    written_ = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    written_->SetName(_("Something else to ask"));
    says_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    spelling_ =
        std::make_unique<CheckedText>(*written_, *says_, session.desk().at_report(), session.background(), [&session] {
            const auto& page = session.report().page();
            return page ? page->details.row.programme : std::string();
        });
    written_->SetHint(_("Ask something else, then Enter (Ctrl+K)"));
    reminds_ = new wxCheckBox(this, wxID_ANY, _("Remind:"));
    reminder_ = new MomentPicker(this, _("Reminder"), [this] {
        if (const std::optional<Moment> at = reminder_->value()) {
            session_.decision().rework().remind_at(*at);
        } else {
            session_.decision().rework().write_reminder(reminder_->half_written());
        }
        keep_();
    });
    auto* const silence = new wxStaticText(this, wxID_ANY, _("Without an answer:"));
    unanswered_ = new wxChoice(this, wxID_ANY);
    unanswered_->SetName(_("What is recommended when nobody answers in time"));
    unanswered_->SetToolTip(
        _("Recommended to the reviewer when nobody answers in time. A person decides; nothing is ever accepted because "
          "time passed."));
    for (const review::Unanswered outcome : all_outcomes) {
        unanswered_->Append(name_of(outcome));
    }

    auto* const head = wrapping_row();
    head->Add(label_, wxSizerFlags().CentreVertical());
    head->Add(says_, wxSizerFlags(1).CentreVertical().Border(wxLEFT, 2 * gap));
    head->Add(library, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    auto* const own = new wxBoxSizer(wxHORIZONTAL);
    own->Add(about_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    own->Add(written_, wxSizerFlags(1).CentreVertical());
    auto* const terms = wrapping_row();
    terms->Add(reminds_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    terms->Add(reminder_, wxSizerFlags().CentreVertical());
    terms->AddStretchSpacer();
    terms->Add(silence, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, gap));
    terms->Add(unanswered_, wxSizerFlags().CentreVertical());
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(head, wxSizerFlags().Expand());
    sizer->Add(reasons_, wxSizerFlags(1).Expand().Border(wxTOP, gap));
    sizer->Add(own, wxSizerFlags().Expand().Border(wxTOP, gap));
    sizer->Add(terms, wxSizerFlags().Expand().Border(wxTOP, gap));
    SetSizer(sizer);

    library->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        wxCommandEvent chosen(wxEVT_MENU, command_remarks);
        wxGetTopLevelParent(this)->ProcessWindowEvent(chosen);
    });
    reasons_->Bind(wxEVT_CHECKLISTBOX, [this](wxCommandEvent& event) {
        const int row = event.GetInt();
        session_.decision().rework().choose(static_cast<std::size_t>(row),
                                            reasons_->IsChecked(static_cast<unsigned>(row)));
        on_change_();
    });
    reasons_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
        reasons_->SetToolTip(reasons_->GetString(static_cast<unsigned>(event.GetInt())));
    });
    written_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { add_written(); });
    reminds_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        session_.decision().rework().remind(reminds_->GetValue());
        reminder_->Enable(reminds_->GetValue());
        keep_();
    });
    unanswered_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        session_.decision().rework().agree(all_outcomes.at(static_cast<std::size_t>(event.GetSelection())));
        keep_();
    });
    about_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { keep_written(); });
    written_->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        keep_written();
        event.Skip();
    });
}

std::string ReworkTermsPanel::question() const {
    const int about = about_->GetSelection();
    const auto& page = session_.report().page();
    const bool one = page && about > 0 && static_cast<std::size_t>(about) <= page->answers.size();
    return one ? page->answers[static_cast<std::size_t>(about) - 1].question : std::string();
}

void ReworkTermsPanel::keep_written() {
    session_.decision().rework().write(to_utf8(written_->GetValue()), question());
    keep_();
}

void ReworkTermsPanel::add_written() {
    review::ReworkReason reason;
    reason.text = to_utf8(written_->GetValue());
    reason.question = question();
    session_.decision().rework().add(std::move(reason));
    session_.decision().rework().write({}, {});
    written_->ChangeValue(wxString());
    spelling_->check_soon();
    show_reasons();
    on_change_();
}

void ReworkTermsPanel::show_reasons() {
    const std::vector<OfferedReason>& offered = session_.decision().rework().offered();
    const int selected = reasons_->GetSelection();
    const std::size_t before = reasons_->GetCount();
    wxArrayString lines;
    for (const OfferedReason& offer : offered) {
        lines.Add(line_of(offer));
    }
    reasons_->Set(lines);
    for (std::size_t i = 0; i < offered.size(); ++i) {
        reasons_->Check(static_cast<unsigned>(i), offered[i].chosen);
    }
    const bool added = selected != wxNOT_FOUND && offered.size() > before;
    if (!offered.empty()) {
        const int row = added ? static_cast<int>(offered.size()) - 1
                              : std::clamp(selected, 0, static_cast<int>(offered.size()) - 1);
        reasons_->SetSelection(row);
        reasons_->EnsureVisible(row);
    }
    label_->SetLabel(offered.empty() ? _("What is asked: nothing was found, write it below")
                                     : _("What is asked (Space ticks):"));
}

void ReworkTermsPanel::fill_questions() {
    wxArrayString names;
    names.Add(_("The whole report"));
    int selected = 0;
    const ReworkTermsModel& model = session_.decision().rework();
    if (const auto& page = session_.report().page()) {
        const std::optional<std::size_t> finding = session_.report().finding();
        // own words that are being written keep their question
        const std::string wanted = !model.written().empty() ? model.written_about()
                                   : finding                ? page->findings[*finding].finding.question
                                                            : std::string();
        for (const ShownAnswer& answer : page->answers) {
            names.Add(shown(answer.label));
            if (!wanted.empty() && wanted == answer.question) {
                selected = static_cast<int>(names.size()) - 1;
            }
        }
    }
    about_->Set(names);
    about_->SetSelection(selected);
}

void ReworkTermsPanel::show_terms() {
    const ReworkTermsModel& model = session_.decision().rework();
    show_reasons();
    fill_questions();
    written_->ChangeValue(wxString::FromUTF8(model.written()));
    spelling_->check_soon();
    reminds_->SetValue(model.reminds());
    for (std::size_t i = 0; i < all_outcomes.size(); ++i) {
        if (all_outcomes[i] == model.unanswered()) {
            unanswered_->SetSelection(static_cast<int>(i));
        }
    }
    show_reminder();
    Layout();
}

void ReworkTermsPanel::show_reminder() {
    const ReworkTermsModel& model = session_.decision().rework();
    reminder_->Enable(model.reminds());
    if (model.reminder_half_written().empty()) {
        reminder_->set(model.reminder(session_.desk().now(), due_()));
    } else {
        reminder_->set_text(model.reminder_half_written());
    }
}

void ReworkTermsPanel::focus_written() {
    written_->SetFocus();
}

}  // namespace relis::app
