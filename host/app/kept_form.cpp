#include "app/kept_form.h"

#include <algorithm>
#include <utility>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

#include "app/draft_fields.h"
#include "app/words.h"
#include "label/blank.h"

namespace relis::app {

void KeptForm::text(const std::string& name, Read read, Write write) {
    fields_.push_back({name, std::move(read), std::move(write), true, {}});
}

void KeptForm::choice(const std::string& name, Read read, Write write) {
    fields_.push_back({name, std::move(read), std::move(write), false, {}});
}

void KeptForm::text(const std::string& name, wxTextCtrl& control) {
    text(
        name, [&control] { return to_utf8(control.GetValue()); },
        [&control](const std::string& value) { control.ChangeValue(wxString::FromUTF8(value)); });
    control.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        keep();
        event.Skip();
    });
}

void KeptForm::choice(const std::string& name, wxChoice& control) {
    choice(
        name, [&control] { return std::to_string(control.GetSelection()); },
        [&control](const std::string& value) {
            for (unsigned i = 0; i < control.GetCount(); ++i) {
                if (value == std::to_string(i)) {
                    control.SetSelection(static_cast<int>(i));
                }
            }
        });
    control.Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        keep();
        event.Skip();
    });
}

void KeptForm::choice(const std::string& name, wxCheckBox& control) {
    choice(
        name, [&control] { return std::string(control.GetValue() ? "yes" : ""); },
        [&control](const std::string& value) { control.SetValue(!value.empty()); });
    control.Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        keep();
        event.Skip();
    });
}

void KeptForm::begin() {
    for (Field& field : fields_) {
        field.beginning = field.read();
    }
}

bool KeptForm::about(const std::string& key, DraftFields known) {
    key_ = key;
    known_ = std::move(known);
    begin();
    const DraftFields* const found = drafts_.find(key);
    if (found == nullptr) {
        return false;
    }
    const DraftFields kept = *found;
    restoring_ = true;
    for (const Field& field : fields_) {
        field.write(field_of(kept, field.name));
    }
    restoring_ = false;
    return true;
}

void KeptForm::keep() {
    if (restoring_ || key_.empty()) {
        return;
    }
    DraftFields fields = known_;
    bool written = false;
    for (const Field& field : fields_) {
        const std::string value = field.read();
        written = written || (field.written && value != field.beginning && !is_blank(value));
        fields[field.name] = value;
    }
    if (written) {
        drafts_.keep(key_, std::move(fields));
    } else {
        drafts_.forget(key_);
    }
}

void KeptForm::done() {
    drafts_.forget(key_);
    begin();
}

}  // namespace relis::app
