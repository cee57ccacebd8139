#include "app/tiers_window.h"

#include <algorithm>
#include <utility>

#include <wx/menu.h>
#include <wx/panel.h>
#include <wx/sizer.h>

#include "app/fitting.h"
#include "app/menu_actions.h"
#include "app/palette.h"
#include "app/type_to_find.h"
#include "app/words.h"
#include "label/blank.h"

namespace relis::app {

namespace {

enum Item : int { item_open = wxID_HIGHEST + 1, item_confirm, item_refuse, item_change, item_find, item_compare };

enum Column : unsigned { column_tier, column_name, column_id, column_rating, column_standing };

wxString rating_of(const std::optional<Reliability>& rating) {
    return rating ? number(rating->value, 2) + wxString::FromUTF8(" ± ") + number(rating->uncertainty, 2)
                  : score(std::nullopt);
}

wxString standing_of(const review::ShopperTier& shopper) {
    if (!shopper.withdrawn_at) {
        return {};
    }
    return wxString::Format(_("since %s, by %s: %s"), clock(*shopper.withdrawn_at).BeforeFirst(' '),
                            shown(shopper.withdrawn_by), shown(shopper.withdrawn_because));
}

Ink ink_of(review::Tier tier) {
    switch (tier) {
        case review::Tier::excellent:
            return Ink::good;
        case review::Tier::at_risk:
            return Ink::warning;
        case review::Tier::withdrawn:
            return Ink::bad;
        case review::Tier::newcomer:
            return Ink::muted;
        case review::Tier::reliable:
            break;
    }
    return Ink::text;
}

}  // namespace

/// The shoppers that are shown, however many.
class TiersWindow::Rows final : public wxDataViewVirtualListModel {
  public:
    explicit Rows(const TiersModel& model) : model_(model) {}
    unsigned GetColumnCount() const override { return column_standing + 1; }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        value = row < model_.shown() ? cell(model_.shopper(row), column) : wxString();
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override {
        if (column != column_tier || row >= model_.shown()) {
            return false;
        }
        attr.SetColour(Palette().of(ink_of(model_.shopper(row).tier)));
        return true;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

  private:
    static wxString cell(const review::ShopperTier& shopper, unsigned column) {
        switch (column) {
            case column_tier:
                return app::shown(review::label(shopper.tier));
            case column_name:
                return app::shown(shopper.name);
            case column_id:
                return app::shown(shopper.shopper_id);
            case column_rating:
                return rating_of(shopper.reliability);
            default:
                return standing_of(shopper);
        }
    }
    const TiersModel& model_;
};

TiersWindow::TiersWindow(wxWindow* parent, TiersDesk& desk, Background& background, Drafts& drafts,
                         ForShopper open_shopper)
    : wxFrame(parent, wxID_ANY, _("Shoppers by tier")),
      model_(desk, background),
      form_(drafts),
      open_shopper_(std::move(open_shopper)) {
    SetMinSize(FromDIP(wxSize(680, 460)));
    SetSize(FromDIP(wxSize(980, 620)));
    make_menus();
    auto* const all = new wxPanel(this);
    const int gap = FromDIP(8);
    bar_ = new NoticeBar(all);
    head_ = new wxStaticText(all, wxID_ANY, wxString());
    counts_ = new wxStaticText(all, wxID_ANY, wxString());
    head_->SetFont(head_->GetFont().Bold());
    auto* const head = wrapping_row();
    for (wxStaticText* const text : {head_, counts_}) {
        head->Add(text, wxSizerFlags().Border(wxRIGHT, gap));
    }
    make_lists(*all);
    about_ = new wxStaticText(all, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    reason_ = new wxTextCtrl(all, wxID_ANY);
    reason_->SetName(_("Reason"));
    reason_->SetHint(_("Why? It stays in the shopper's file"));
    confirm_ = new wxButton(all, wxID_ANY, _("&Confirm"));
    refuse_ = new wxButton(all, wxID_ANY, _("Re&fuse"));
    change_ = new wxButton(all, wxID_ANY, _("&Withdraw"));
    auto* const choice = new wxBoxSizer(wxHORIZONTAL);
    choice->Add(tier_, wxSizerFlags().CentreVertical().Border(wxRIGHT, gap));
    choice->Add(search_, wxSizerFlags(1).CentreVertical());
    auto* const acts = wrapping_row();
    acts->Add(reason_, wxSizerFlags(1).CentreVertical());
    for (wxButton* const button : {confirm_, refuse_, change_}) {
        acts->Add(button, wxSizerFlags().CentreVertical().Border(wxLEFT, gap));
    }
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar_, wxSizerFlags().Expand());
    sizer->Add(head, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(proposals_, wxSizerFlags(2).Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(choice, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(shoppers_, wxSizerFlags(3).Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(about_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, gap));
    sizer->Add(acts, wxSizerFlags().Expand().Border(wxALL, gap));
    all->SetSizer(sizer);

    confirm_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { confirm(); });
    refuse_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { refuse(); });
    change_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { change(); });
    form_.text("reason", *reason_);
    form_.about("tiers", {{"kind", "tiers"}});
    news_ = model_.notifier().subscribe([this](TiersModel::News news) { on_news(news); });
    update();
    model_.refresh();
    shoppers_->SetFocus();
}

void TiersWindow::make_lists(wxWindow& all) {
    proposals_ = new wxDataViewListCtrl(&all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    proposals_->SetName(_("Proposals"));
    proposals_->AppendTextColumn(_("Proposed"), wxDATAVIEW_CELL_INERT, FromDIP(120));
    proposals_->AppendTextColumn(_("Shopper"), wxDATAVIEW_CELL_INERT, FromDIP(160));
    proposals_->AppendTextColumn(_("Reliability"), wxDATAVIEW_CELL_INERT, FromDIP(110), wxALIGN_RIGHT);
    proposals_->AppendTextColumn(_("Because"), wxDATAVIEW_CELL_INERT, FromDIP(540));
    fit_columns(*proposals_);
    type_to_find(*proposals_, 1);
    tier_ = new wxChoice(&all, wxID_ANY);
    tier_->SetName(_("Tier"));
    tier_->Append(_("All tiers"));
    for (const review::Tier tier : all_tiers) {
        tier_->Append(app::shown(review::label(tier)));
    }
    tier_->SetSelection(0);
    search_ = new wxSearchCtrl(&all, wxID_ANY);
    search_->SetDescriptiveText(_("Name or number (Ctrl+F)"));
    search_->SetName(_("Search"));
    shoppers_ = new wxDataViewCtrl(&all, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    shoppers_->SetName(_("Shoppers"));
    rows_ = new Rows(model_);
    shoppers_->AssociateModel(rows_.get());
    const auto text = [this](const wxString& title, unsigned column, int width, wxAlignment align) {
        auto* const renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align);
        renderer->EnableEllipsize(wxELLIPSIZE_END);
        shoppers_->AppendColumn(
            new wxDataViewColumn(title, renderer, column, FromDIP(width), align, wxDATAVIEW_COL_RESIZABLE));
    };
    text(_("Tier"), column_tier, 110, wxALIGN_LEFT);
    text(_("Name"), column_name, 200, wxALIGN_LEFT);
    text(_("Number"), column_id, 90, wxALIGN_LEFT);
    text(_("Reliability"), column_rating, 120, wxALIGN_RIGHT);
    text(_("Withdrawn"), column_standing, 420, wxALIGN_LEFT);
    fit_columns(*shoppers_);
    type_to_find(*shoppers_, column_name);

    tier_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { apply_filter(); });
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { apply_filter(); });
    proposals_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        of_shoppers_ = false;
        update();
    });
    shoppers_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        of_shoppers_ = shoppers_->GetSelection().IsOk();
        update();
    });
    proposals_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open_selected(); });
    shoppers_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open_selected(); });
}

void TiersWindow::make_menus() {
    auto* const shopper = new wxMenu;
    shopper->Append(item_open, _("Sh&opper's file...") + "\tCtrl+O");
    shopper->Append(item_find, _("&Search the shoppers") + "\tCtrl+F");
    shopper->AppendSeparator();
    shopper->Append(item_confirm, _("&Confirm the proposal") + "\tCtrl+Enter");
    shopper->Append(item_refuse, _("Re&fuse the proposal") + "\tCtrl+R");
    shopper->Append(item_change, _("&Withdraw the shopper, or take him back") + "\tCtrl+Shift+W");
    shopper->AppendSeparator();
    shopper->Append(item_compare, _("Make every ratin&g anew from the log and compare") + "\tCtrl+G");
    shopper->AppendSeparator();
    show_menu(*this, shopper, _("&Shopper"));
    const auto on = menu_actions(*this);
    on(item_open, [this] { open_selected(); });
    on(item_find, [this] { search_->SetFocus(); });
    on(item_confirm, [this] { confirm(); });
    on(item_refuse, [this] { refuse(); });
    on(item_change, [this] { change(); });
    on(item_compare, [this] { compare(); });
    on(wxID_REFRESH, [this] { model_.refresh(); });
    on(wxID_CLOSE, [this] { Close(); });
}

std::size_t TiersWindow::selected_proposal() const {
    return of_shoppers_ ? model_.proposals().size() : static_cast<std::size_t>(proposals_->GetSelectedRow());
}

std::size_t TiersWindow::selected_shopper() const {
    const wxDataViewItem item = shoppers_->GetSelection();
    return of_shoppers_ && item.IsOk() ? rows_->GetRow(item) : model_.shown();
}

void TiersWindow::apply_filter() {
    const int tier = tier_->GetSelection();
    model_.filter(tier < 1 ? std::nullopt : std::optional(all_tiers.at(static_cast<std::size_t>(tier) - 1)),
                  to_utf8(search_->GetValue()));
}

void TiersWindow::fill() {
    const int before = proposals_->GetSelectedRow();
    proposals_->DeleteAllItems();
    for (const review::TierProposal& proposal : model_.proposals()) {
        wxVector<wxVariant> cells;
        cells.push_back(proposal.withdraw ? _("withdraw") : _("take back"));
        cells.push_back(app::shown(proposal.name));
        cells.push_back(rating_of(proposal.reliability));
        cells.push_back(app::shown(proposal.reason));
        proposals_->AppendItem(cells);
    }
    const auto proposed = static_cast<unsigned>(model_.proposals().size());
    const wxString head = proposed == 0
                              ? _("Nothing is proposed.")
                              : wxString::Format(wxPLURAL("%u proposal; a person confirms or refuses it.",
                                                          "%u proposals; a person confirms or refuses each.", proposed),
                                                 proposed);
    wxString counts;
    for (const review::Tier tier : all_tiers) {
        counts += wxString::FromUTF8(counts.empty() ? "" : "   ") +
                  wxString::Format(_("%s: %zu"), app::shown(review::label(tier)), model_.count(tier));
    }
    head_->SetLabel(head);
    counts_->SetLabel(counts);
    if (proposed > 0) {
        proposals_->SelectRow(static_cast<unsigned>(std::clamp(before, 0, proposals_->GetItemCount() - 1)));
    }
    proposals_->Show(proposed > 0);
    confirm_->Show(proposed > 0);
    refuse_->Show(proposed > 0);
    of_shoppers_ = false;
    rows_->Reset(static_cast<unsigned>(model_.shown()));
    update();
}

void TiersWindow::update() {
    const bool idle = !model_.working();
    const std::size_t proposal = selected_proposal();
    const std::size_t row = selected_shopper();
    const bool proposed = idle && proposal < model_.proposals().size();
    const bool chosen = idle && row < model_.shown();
    const bool back = chosen && model_.shopper(row).tier == review::Tier::withdrawn;
    confirm_->Enable(proposed);
    refuse_->Enable(proposed);
    change_->Enable(chosen);
    change_->SetLabel(back ? _("&Take back") : _("&Withdraw"));
    wxMenuBar& bar = *GetMenuBar();
    bar.Enable(item_confirm, proposed);
    bar.Enable(item_refuse, proposed);
    bar.Enable(item_change, chosen);
    bar.Enable(item_compare, idle);
    bar.Enable(item_open, proposed || chosen);
    wxString about = model_.emptiness();
    if (!model_.ready()) {
        about = _("Opening...");
    } else if (proposed) {
        const review::TierProposal& meant = model_.proposals()[proposal];
        about = wxString::Format(meant.withdraw ? _("Withdraw %s from the pool? No mission is offered any more.")
                                                : _("Take %s back into the pool?"),
                                 app::shown(meant.name));
    } else if (chosen) {
        const review::ShopperTier& shopper = model_.shopper(row);
        about = wxString::Format(back ? _("%s is withdrawn and may be taken back.") : _("%s is in the pool."),
                                 app::shown(shopper.name));
    }
    about_->SetLabelText(about);
    about_->GetParent()->Layout();
}

void TiersWindow::on_news(TiersModel::News news) {
    switch (news) {
        case TiersModel::News::list:
            fill();
            break;
        case TiersModel::News::filter:
            of_shoppers_ = false;
            rows_->Reset(static_cast<unsigned>(model_.shown()));
            update();
            break;
        case TiersModel::News::working:
            update();
            break;
        case TiersModel::News::done:
            reason_->ChangeValue(wxString());
            form_.done();
            bar_->ShowMessage(_("Done. It stands in the shopper's file with its reason."), wxICON_INFORMATION);
            break;
        case TiersModel::News::compared:
            tell_mismatches();
            update();
            break;
        case TiersModel::News::failed:
            bar_->ShowMessage(_("Not done:") + " " + app::shown(model_.error()), wxICON_ERROR);
            update();
            break;
    }
}

std::string TiersWindow::reason_given() {
    std::string reason = to_utf8(reason_->GetValue());
    if (is_blank(reason)) {
        bar_->ShowMessage(_("Say why first: the reason stays in the shopper's file."), wxICON_WARNING);
        reason_->SetFocus();
        return {};
    }
    return reason;
}

void TiersWindow::confirm() {
    const std::size_t proposal = selected_proposal();
    if (proposal < model_.proposals().size()) {
        if (const std::string reason = reason_given(); !reason.empty()) {
            model_.confirm(proposal, reason);
        }
    }
}

void TiersWindow::refuse() {
    const std::size_t proposal = selected_proposal();
    if (proposal < model_.proposals().size()) {
        if (const std::string reason = reason_given(); !reason.empty()) {
            model_.refuse(proposal, reason);
        }
    }
}

void TiersWindow::change() {
    const std::size_t row = selected_shopper();
    if (row < model_.shown()) {
        if (const std::string reason = reason_given(); !reason.empty()) {
            model_.change(row, reason);
        }
    }
}

void TiersWindow::compare() {
    bar_->ShowMessage(_("Making every rating anew..."), wxICON_INFORMATION);
    model_.compare();
}

void TiersWindow::tell_mismatches() {
    const std::vector<review::RatingMismatch>& found = model_.mismatches();
    if (found.empty()) {
        bar_->ShowMessage(_("Every rating is exactly what the log gives."), wxICON_INFORMATION);
        return;
    }
    wxString details;
    for (const review::RatingMismatch& mismatch : found) {
        details +=
            wxString::Format(_("%s: rated %s on %s, the log gives %s"), app::shown(mismatch.shopper_id),
                             number(mismatch.stored, 2), clock(mismatch.rated_at), number(mismatch.recomputed, 2)) +
            "\n";
    }
    const auto count = static_cast<unsigned>(found.size());
    bar_->tell(
        wxString::Format(
            wxPLURAL("%u rating is not what the log gives: other parameters were published or the "
                     "log was changed since. Assess the pending reports (F9 in the main window): it rates anew.",
                     "%u ratings are not what the log gives: other parameters were published or "
                     "the log was changed since. Assess the pending reports (F9 in the main window): it rates anew.",
                     count),
            count),
        details, wxICON_WARNING);
}

void TiersWindow::open_selected() {
    if (selected_proposal() < model_.proposals().size()) {
        open_shopper_(model_.proposals()[selected_proposal()].shopper_id);
    } else if (selected_shopper() < model_.shown()) {
        open_shopper_(model_.shopper(selected_shopper()).shopper_id);
    }
}

}  // namespace relis::app
