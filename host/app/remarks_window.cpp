#include "app/remarks_window.h"

#include <algorithm>
#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/words.h"

namespace relis::app {

namespace {

enum Item : int { item_new = wxID_HIGHEST + 1, item_use };

}  // namespace

RemarksWindow::RemarksWindow(wxWindow* parent, ReworkDesk& desk, Background& background, Session& session, Use use)
    : wxFrame(parent, wxID_ANY, _("Library of remarks")),
      model_(desk, background),
      form_(session.drafts()),
      session_(session),
      use_(std::move(use)) {
    SetMinSize(FromDIP(wxSize(520, 380)));
    SetSize(FromDIP(wxSize(760, 460)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    list_ = new wxDataViewListCtrl(all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(_("Remarks"));
    list_->AppendTextColumn(_("Name"), wxDATAVIEW_CELL_INERT, FromDIP(130));
    list_->AppendTextColumn(_("What the shopper is asked"), wxDATAVIEW_CELL_INERT, FromDIP(580));
    fit_columns(*list_);
    name_ = new wxTextCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(150, -1)));
    name_->SetName(_("Name of the remark, one word"));
    text_ = new wxTextCtrl(all, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 70)),
                           wxTE_MULTILINE | wxTE_RICH2);
    text_->SetName(_("What the shopper is asked"));
    says_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                             wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    save_ = new wxButton(all, wxID_ANY, _("&Keep (Ctrl+S)"));
    use_button_ = new wxButton(all, wxID_ANY, _("Ask it in the &rework (Ctrl+Enter)"));

    auto* const name = wrapping_row();
    name->Add(new wxStaticText(all, wxID_ANY, _("Name, one word:")), wxSizerFlags().CentreVertical());
    name->Add(name_, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    auto* const rule =
        new wxStaticText(all, wxID_ANY, _("A remark asks and does not accuse: it ends with a question mark."));
    rule->Wrap(FromDIP(600));  // lines that a narrow window has room for, however large the letters
    name->Add(rule, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    auto* const buttons = wrapping_row();
    buttons->Add(says_, wxSizerFlags(1).CentreVertical());
    buttons->Add(save_, wxSizerFlags().Border(wxLEFT, gap));
    buttons->Add(use_button_, wxSizerFlags().Border(wxLEFT, gap));
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, gap));
    sizer->Add(name, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(text_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);

    spelling_ = std::make_unique<CheckedText>(*text_, *says_, session.desk().at_report(), background,
                                              [] { return std::string(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { show_selected(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { this->use(); });
    form_.text("remark", *name_);
    form_.text("text", *text_);
    for (wxTextCtrl* const text : {name_, text_}) {
        text->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            update();
            event.Skip();
        });
    }
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { save(); });
    use_button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->use(); });
    news_ = model_.notifier().subscribe([this](RemarksModel::News news) {
        switch (news) {
            case RemarksModel::News::list:
                fill();
                if (!to_open_.empty()) {
                    open(std::exchange(to_open_, {}));
                }
                break;
            case RemarksModel::News::kept:
                form_.done();
                bar_->Dismiss();
                break;
            case RemarksModel::News::working:
                break;
            case RemarksModel::News::failed:
                bar_->ShowMessage(_("Not done:") + " " + shown(model_.error()), wxICON_ERROR);
                break;
        }
        update();
    });
    decision_news_ = session.decision().notifier().subscribe([this](DecisionModel::News) { update(); });
    update();
    model_.refresh();
    list_->SetFocus();
}

void RemarksWindow::make_menus() {
    auto* const remark = new wxMenu;
    remark->Append(item_use, _("Ask it in the &rework") + "\tCtrl+Enter");
    remark->AppendSeparator();
    remark->Append(item_new, _("&New remark") + "\tCtrl+N");
    remark->Append(wxID_SAVE, _("&Keep what is written") + "\tCtrl+S");
    remark->Append(wxID_DELETE, _("&Take out of the library") + "\tCtrl+Delete");
    remark->AppendSeparator();
    show_menu(*this, remark, _("&Remark"));
    const auto on = menu_actions(*this);
    on(item_use, [this] { use(); });
    on(item_new, [this] { begin_new(); });
    on(wxID_SAVE, [this] { save(); });
    on(wxID_DELETE, [this] { remove(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
}

const review::LibraryRemark* RemarksWindow::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND || static_cast<std::size_t>(row) >= model_.remarks().size()
               ? nullptr
               : &model_.remarks()[static_cast<std::size_t>(row)];
}

void RemarksWindow::fill() {
    const int before = list_->GetSelectedRow();
    list_->DeleteAllItems();
    int select = std::max(before, 0);
    for (std::size_t i = 0; i < model_.remarks().size(); ++i) {
        const review::LibraryRemark& remark = model_.remarks()[i];
        wxVector<wxVariant> cells;
        cells.push_back(shown(remark.id));
        cells.push_back(shown(remark.text));
        list_->AppendItem(cells);
        if (remark.id == wanted_) {
            select = static_cast<int>(i);
        }
    }
    wanted_.clear();
    if (list_->GetItemCount() > 0) {
        list_->SelectRow(static_cast<unsigned>(std::min(select, list_->GetItemCount() - 1)));
    }
    show_selected();
}

void RemarksWindow::show_selected() {
    if (const review::LibraryRemark* const remark = selected()) {
        name_->ChangeValue(wxString::FromUTF8(remark->id));
        text_->ChangeValue(wxString::FromUTF8(remark->text));
        keep_from_here(remark->id);
    }
    update();
}

void RemarksWindow::update() {
    const bool complete = !name_->IsEmpty() && !text_->IsEmpty() && !model_.working();
    const auto& draft = session_.decision().draft();
    const bool asking = draft && draft->decision == Decision::rework;
    save_->Enable(complete);
    use_button_->Enable(complete && asking);
    use_button_->SetToolTip(asking ? wxString() : _("Begin a rework in the main window first (R)."));
    wxMenuBar& bar = *GetMenuBar();
    bar.Enable(wxID_SAVE, complete);
    bar.Enable(item_use, complete && asking);
    bar.Enable(wxID_DELETE, selected() != nullptr && !model_.working());
}

void RemarksWindow::begin_new() {
    list_->UnselectAll();
    name_->ChangeValue(wxString());
    text_->ChangeValue(wxString());
    keep_from_here({});
    update();
    name_->SetFocus();
}

void RemarksWindow::keep_from_here(const std::string& id) {
    form_.about("remark/" + id, {{"kind", "remark"}, {"id", id}});
    spelling_->check_soon();
}

void RemarksWindow::open(const std::string& id) {
    if (id.empty()) {
        begin_new();
        return;
    }
    if (!model_.ready()) {
        to_open_ = id;
        return;
    }
    wanted_ = id;
    fill();
    if (selected() == nullptr || selected()->id != id) {
        begin_new();  // it was taken out meanwhile
        keep_from_here(id);
    }
}

void RemarksWindow::save() {
    wanted_ = to_utf8(name_->GetValue());
    model_.put({wanted_, to_utf8(text_->GetValue())});
}

void RemarksWindow::remove() {
    if (const review::LibraryRemark* const remark = selected()) {
        model_.remove(remark->id);
    }
}

void RemarksWindow::use() {
    if (!use_button_->IsEnabled()) {
        return;
    }
    review::ReworkReason reason;
    reason.text = to_utf8(text_->GetValue());
    // what was typed and not kept is the reviewer's own words
    const review::LibraryRemark* const remark = selected();
    if (remark != nullptr && remark->text == reason.text) {
        reason.kind = review::ReworkReason::Kind::remark;
        reason.remark = remark->id;
    }
    use_(reason);
}

}  // namespace relis::app
