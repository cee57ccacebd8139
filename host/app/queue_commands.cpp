#include "app/queue_commands.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/confbase.h>
#include <wx/dialog.h>
#include <wx/frame.h>
#include <wx/listbox.h>
#include <wx/menu.h>
#include <wx/rearrangectrl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "app/commands.h"
#include "app/dialogs.h"
#include "app/filter_name_dialog.h"
#include "app/words.h"
#include "queue_rows.h"

namespace relis::app {

namespace {

constexpr std::size_t filters_with_keys = command_last_filter - command_first_filter + 1;

/// A list of filters: Enter uses one, Delete removes it.
class FilterDialog final : public wxDialog {
  public:
    FilterDialog(wxWindow* parent, QueueCommands& commands)
        : wxDialog(parent, wxID_ANY, _("Saved filters"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
          commands_(commands) {
        const int gap = FromDIP(8);
        list_ = new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(360, 220)));
        list_->SetName(_("Saved filters"));
        auto* const remove = new wxButton(this, wxID_ANY, _("&Delete (Del)"));
        auto* const close = new wxButton(this, wxID_CANCEL, _("Close"));
        auto* const use = new wxButton(this, wxID_OK, _("&Use"));
        auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(remove);
        buttons->AddStretchSpacer();
        buttons->Add(close, wxSizerFlags().Border(wxRIGHT, gap));
        buttons->Add(use);
        auto* const sizer = new wxBoxSizer(wxVERTICAL);
        sizer->Add(new wxStaticText(this, wxID_ANY, _("Alt+1 to Alt+9 use the first nine at once.")),
                   wxSizerFlags().Border(wxALL, gap));
        sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
        sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
        SetSizerAndFit(sizer);
        use->SetDefault();
        fill(0);
        remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { remove_selected(); });
        list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { EndModal(wxID_OK); });
        list_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_DELETE) {
                remove_selected();
            } else {
                event.Skip();
            }
        });
        list_->SetFocus();
        CentreOnParent();
    }

    [[nodiscard]] int selected() const { return list_->GetSelection(); }

  private:
    void fill(int select) {
        list_->Clear();
        for (const SavedFilter& filter : commands_.filters().all()) {
            list_->Append(shown(filter.name));
        }
        const int last = static_cast<int>(list_->GetCount()) - 1;
        if (last >= 0) {
            list_->SetSelection(std::min(select, last));
        }
    }
    void remove_selected() {
        const int row = selected();
        if (row == wxNOT_FOUND) {
            return;
        }
        commands_.remove_filter(static_cast<std::size_t>(row));
        fill(row);
    }

    QueueCommands& commands_;
    wxListBox* list_ = nullptr;
};

}  // namespace

QueueCommands::QueueCommands(wxFrame& frame, QueuePanel& queue, Session& session, wxConfigBase* config)
    : frame_(frame), queue_(queue), session_(session), config_(config) {
    const auto on = [&frame](int id, auto action) {
        frame.Bind(
            wxEVT_MENU, [action](wxCommandEvent&) { action(); }, id);
    };
    on(command_decide_selected, [this] { decide_selected(); });
    on(command_clear_filters, [this] { session_.queue().clear_filters(); });
    on(command_save_filter, [this] { ask_for_name(); });
    on(command_saved_filters, [this] { ask_for_filter(); });
    on(command_columns, [this] { ask_for_columns(); });
    for (std::size_t i = 0; i < filters_with_keys; ++i) {
        on(command_first_filter + static_cast<int>(i), [this, i] { use_filter(i); });
    }
    for (const QueueFieldTraits& field : queue_fields()) {
        if (field.sort) {
            on(command_first_sort + static_cast<int>(field.field),
               [this, sort = *field.sort] { session_.queue().sort_by(sort, session_.queue().query().descending); });
        }
    }
    on(command_sort_descending, [this] {
        const review::QueueQuery& query = session_.queue().query();
        session_.queue().sort_by(query.sort, !query.descending);
    });
    news_ = session_.queue().notifier().subscribe([this](QueueModel::News news) {
        if (news == QueueModel::News::query) {
            show_sort();
        }
    });
    read_filters();
    show_filters();
    show_sort();
}

void QueueCommands::save_filter(const wxString& name) {
    if (filters_.save(to_utf8(name), session_.queue().query())) {
        write_filters();
        show_filters();
    }
}

void QueueCommands::use_filter(std::size_t index) {
    if (index < filters_.all().size()) {
        session_.queue().show(filters_.all()[index].query);
        queue_.focus_rows();
    }
}

void QueueCommands::remove_filter(std::size_t index) {
    filters_.remove(index);
    write_filters();
    show_filters();
}

void QueueCommands::decide_selected() {
    if (batch_) {
        batch_->Raise();
        return;
    }
    queue_.take_pending_selection();
    std::vector<std::string> report_ids = session_.queue().marked();
    if (report_ids.empty() && !session_.queue().selected_id().empty()) {
        report_ids.push_back(session_.queue().selected_id());
    }
    if (report_ids.empty()) {
        wxBell();
        return;
    }
    batch_ = new BatchWindow(&frame_, session_.batch(), report_ids);
    batch_->Show();
}

void QueueCommands::ask_for_name() {
    const auto known = filters_.find(session_.queue().query());
    FilterNameDialog dialog(&frame_, session_.queue().query(),
                            known ? shown(filters_.all()[*known].name) : queue_.search().GetValue(), session_.drafts());
    if (dialog.ShowModal() == wxID_OK) {
        save_filter(dialog.name().GetValue());
        dialog.done();
    }
}

void QueueCommands::ask_for_name(const review::QueueQuery& filter) {
    session_.queue().show(filter);
    ask_for_name();
}

void QueueCommands::ask_for_filter() {
    if (filters_.all().empty()) {
        ask_for_name();
        return;
    }
    FilterDialog dialog(&frame_, *this);
    if (dialog.ShowModal() == wxID_OK && dialog.selected() != wxNOT_FOUND) {
        use_filter(static_cast<std::size_t>(dialog.selected()));
    }
}

void QueueCommands::ask_for_columns() {
    const std::vector<QueueColumns::Choice>& choices = queue_.columns().all();
    wxArrayInt order;
    wxArrayString titles;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const int place = static_cast<int>(i);
        order.push_back(choices[i].shown ? place : ~place);
        titles.push_back(title_of(choices[i].field));
    }
    wxRearrangeDialog dialog(&frame_, _("Tick what the queue shows; Move up and Move down change the order."),
                             _("Columns"), order, titles);
    name_buttons(dialog);
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    std::vector<QueueColumns::Choice> chosen;
    for (const int place : dialog.GetOrder()) {
        const bool shown = place >= 0;
        chosen.push_back({choices[static_cast<std::size_t>(shown ? place : ~place)].field, shown});
    }
    if (!queue_.choose_columns(chosen)) {
        wxBell();  // nothing to show: the columns stay
    }
}

void QueueCommands::read_filters() {
    if (config_ == nullptr) {
        return;
    }
    for (long i = 0;; ++i) {
        const wxString place = wxString::Format("/filters/%ld", i);
        if (!config_->HasGroup(place)) {
            return;
        }
        const wxConfigPathChanger path(config_, place + "/");
        QueryFields fields;
        wxString key;
        long cookie = 0;
        for (bool more = config_->GetFirstEntry(key, cookie); more; more = config_->GetNextEntry(key, cookie)) {
            if (key != "name") {
                fields[to_utf8(key)] = to_utf8(config_->Read(key, wxString()));
            }
        }
        filters_.save(to_utf8(config_->Read("name", wxString())), query_of(fields));
    }
}

void QueueCommands::write_filters() {
    if (config_ == nullptr) {
        return;
    }
    config_->DeleteGroup("/filters");
    for (std::size_t i = 0; i < filters_.all().size(); ++i) {
        const SavedFilter& filter = filters_.all()[i];
        const wxString place = wxString::Format("/filters/%zu/", i);
        config_->Write(place + "name", wxString::FromUTF8(filter.name));
        for (const auto& [key, value] : fields_of(filter.query)) {
            config_->Write(place + wxString::FromUTF8(key), wxString::FromUTF8(value));
        }
    }
    config_->Flush();
}

void QueueCommands::show_filters() {
    wxMenu* menu = nullptr;
    if (frame_.GetMenuBar()->FindItem(command_clear_filters, &menu) == nullptr) {
        return;
    }
    for (int id = command_first_filter; id <= command_last_filter; ++id) {
        if (menu->FindChildItem(id) != nullptr) {
            menu->Destroy(id);
        }
    }
    std::size_t place = 0;
    while (menu->FindItemByPosition(place)->GetId() != command_clear_filters) {
        ++place;
    }
    for (std::size_t i = 0; i < std::min(filters_.all().size(), filters_with_keys); ++i) {
        wxString name = shown(filters_.all()[i].name);
        name.Replace("&", "&&");
        name.Replace("\t", " ");
        menu->Insert(place + 1 + i, command_first_filter + static_cast<int>(i),
                     name + wxString::Format("\tAlt+%zu", i + 1));
    }
}

void QueueCommands::show_sort() {
    const review::QueueQuery& query = session_.queue().query();
    for (const QueueFieldTraits& field : queue_fields()) {
        if (field.sort == query.sort) {
            frame_.GetMenuBar()->Check(command_first_sort + static_cast<int>(field.field), true);
        }
    }
    frame_.GetMenuBar()->Check(command_sort_descending, query.descending);
}

}  // namespace relis::app
