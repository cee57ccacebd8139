#include "app/unsent_window.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "app/draft_fields.h"
#include "app/fitting.h"
#include "app/words.h"

namespace relis::app {

namespace {
constexpr std::size_t excerpt_length = 90;
}  // namespace

wxString title_of(const DraftFields& fields) {
    const std::string kind = field_of(fields, "kind");
    if (kind == "decision") {
        const std::optional<Decision> decision = decision_from(field_of(fields, "decision"));
        return wxString::Format(_("Decision: %s"), decision ? name_of(*decision) : wxString());
    }
    if (kind == "dismissal") {
        return wxString::Format(_("Set the finding aside: %s"), shown(field_of(fields, "quote")));
    }
    if (kind == "score") {
        return wxString::Format(_("Another score: %s"), name_of_plugin(field_of(fields, "criterion")));
    }
    if (kind == "waiver") {
        return _("Let the report pass in spite of its veto");
    }
    if (kind == "text") {
        return wxString::Format(_("What the client reads: %s"), shown(field_of(fields, "question")));
    }
    if (kind == "criteria") {
        const std::string programme = field_of(fields, "programme");
        return wxString::Format(_("Criteria: %s"), programme.empty() ? _("The whole agency") : shown(programme));
    }
    if (kind == "intervention") {
        switch (intervention_of(fields).value_or(review::Intervention::Kind::hold)) {
            case review::Intervention::Kind::hold:
                return _("Hold a report");
            case review::Intervention::Kind::withdrawal:
                return _("Withdraw a report");
            case review::Intervention::Kind::surplus:
                return _("Surplus visit");
        }
    }
    if (kind == "conduct") {
        return wxString::Format(_("Conduct of %s"), shown(field_of(fields, "name")));
    }
    const std::pair<const char*, wxString> names[] = {
        {"mission", _("Missions that nobody has")}, {"tiers", _("Shoppers by tier")},
        {"appeal", _("Answer to the shopper")},     {"filing", _("Record an appeal")},
        {"remark", _("Library of remarks")},        {"outbox-settings", _("How mails leave")},
        {"outbox-month", _("A shopper's month")},   {"filter", _("Save the filter")},
        {"plugin", _("Switch a plugin off")},
    };
    for (const auto& [known, name] : names) {
        if (kind == known) {
            return name;
        }
    }
    return shown(kind);
}

wxString about_of(const DraftFields& fields) {
    for (const char* const name : {"report", "mission", "shopper", "id", "plugin"}) {
        if (const std::string value = field_of(fields, name); !value.empty()) {
            return shown(value);
        }
    }
    return {};
}

wxString excerpt_of(const DraftFields& fields) {
    wxString text;
    if (field_of(fields, "kind") == "criteria") {
        for (const auto& [name, value] : fields) {
            if (name.find('.') != std::string::npos) {
                text += (text.empty() ? "" : ", ") + shown(name) + " " + shown(value);
            }
        }
    }
    for (const char* const name : {"note", "reason", "text", "message", "answer", "server", "folder", "filter", "when",
                                   "due_half_written", "until_half_written"}) {
        if (const std::string value = field_of(fields, name); !value.empty()) {
            text += (text.empty() ? wxString() : wxString::FromUTF8("  ·  ")) + shown(value);
        }
    }
    text.Replace("\n", " ");
    return text.length() > excerpt_length ? text.Left(excerpt_length) + wxUniChar(0x2026) : text;
}

UnsentDialog::UnsentDialog(wxWindow* parent, Drafts& drafts)
    : wxDialog(parent, wxID_ANY, _("Unsent texts"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      drafts_(drafts) {
    const int gap = FromDIP(8);
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(820, 260)), wxDV_ROW_LINES);
    list_->SetName(_("Unsent texts"));
    list_->AppendTextColumn(_("About"), wxDATAVIEW_CELL_INERT, FromDIP(90));
    list_->AppendTextColumn(_("What"), wxDATAVIEW_CELL_INERT, FromDIP(240));
    list_->AppendTextColumn(_("Text"), wxDATAVIEW_CELL_INERT, FromDIP(470));
    fit_columns(*list_);
    auto* const remove = new wxButton(this, wxID_ANY, _("&Throw away... (Del)"));
    auto* const close = new wxButton(this, wxID_CANCEL, _("Close"));
    auto* const open = new wxButton(this, wxID_OK, _("&Open"));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(remove);
    buttons->AddStretchSpacer();
    buttons->Add(close, wxSizerFlags().Border(wxRIGHT, gap));
    buttons->Add(open);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(new wxStaticText(this, wxID_ANY,
                                _("Typed but neither sent nor saved. They stay here until they are, or until you throw "
                                  "them away.")),
               wxSizerFlags().Border(wxALL, gap));
    sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizerAndFit(sizer);
    open->SetDefault();
    remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { throw_away(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { EndModal(wxID_OK); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE) {
            throw_away();
        } else {
            event.Skip();
        }
    });
    fill();
    list_->SetFocus();
    CentreOnParent();
}

std::string UnsentDialog::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? std::string() : shown_.at(static_cast<std::size_t>(row)).key;
}

void UnsentDialog::fill() {
    const int before = std::max(list_->GetSelectedRow(), 0);
    shown_ = drafts_.all();
    list_->DeleteAllItems();
    for (const Draft& draft : shown_) {
        wxVector<wxVariant> cells;
        cells.push_back(about_of(draft.fields));
        cells.push_back(title_of(draft.fields));
        cells.push_back(excerpt_of(draft.fields));
        list_->AppendItem(cells);
    }
    if (!shown_.empty()) {
        list_->SelectRow(
            static_cast<unsigned>(std::min<std::size_t>(static_cast<std::size_t>(before), shown_.size() - 1)));
    }
}

void UnsentDialog::throw_away() {
    const std::string key = selected();
    if (key.empty()) {
        wxBell();
        return;
    }
    const DraftFields* const fields = drafts_.find(key);
    if (fields == nullptr) {
        fill();
        return;
    }
    wxMessageDialog question(this, title_of(*fields) + "\n\n" + excerpt_of(*fields), _("Throw this text away?"),
                             wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    question.SetYesNoLabels(_("&Throw away"), _("&Keep it"));
    if (question.ShowModal() == wxID_YES) {
        drafts_.forget(key);
        fill();
    }
}

}  // namespace relis::app
