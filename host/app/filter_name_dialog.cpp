#include "app/filter_name_dialog.h"

#include <utility>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "app/saved_filters.h"
#include "app/words.h"

namespace relis::app {

FilterNameDialog::FilterNameDialog(wxWindow* parent, const review::QueueQuery& query, const wxString& proposed,
                                   Drafts& drafts)
    : wxDialog(parent, wxID_ANY, _("Save the filter"), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      form_(drafts) {
    const int gap = FromDIP(10);
    auto* const text = new wxStaticText(
        this, wxID_ANY,
        _("Filters, search and order are kept under this name. A filter of the same name is replaced."));
    text->Wrap(FromDIP(420));
    name_ = new wxTextCtrl(this, wxID_ANY, proposed);
    name_->SetName(_("Name of the filter"));
    auto* const close = new wxButton(this, wxID_CANCEL, _("Close"));
    auto* const keep = new wxButton(this, wxID_OK, _("&Keep"));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(close, wxSizerFlags().Border(wxRIGHT, gap / 2));
    buttons->Add(keep);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(text, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(name_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizerAndFit(sizer);
    keep->SetDefault();
    form_.text("filter", *name_);
    std::string key = "filter";
    for (const auto& [name, value] : fields_of(query)) {
        key += '/' + name + '=' + value;
    }
    DraftFields known{{"kind", "filter"}};
    put_query(known, query);
    form_.about(key, std::move(known));
    name_->SelectAll();
    name_->SetFocus();
    CentreOnParent();
}

}  // namespace relis::app
