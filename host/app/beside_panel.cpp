#include "app/beside_panel.h"

#include <algorithm>

#include <wx/bitmap.h>
#include <wx/dcmemory.h>
#include <wx/image.h>
#include <wx/log.h>
#include <wx/sizer.h>
#include <wx/utils.h>

#include "app/beside_document.h"
#include "app/palette.h"
#include "app/report_document.h"
#include "app/words.h"

namespace relis::app {
namespace {

constexpr int picture_size = 56;  // device independent pixels

/// A picture made small in the middle of a square.
wxImage made_small(const std::filesystem::path& path, int size) {
    const wxLogNull silence;  // what cannot be drawn shows as such
    wxImage image;
    if (!image.LoadFile(shown(path.string())) || image.GetWidth() < 1 || image.GetHeight() < 1) return {};
    const double scale = std::min(1.0, static_cast<double>(size) / std::max(image.GetWidth(), image.GetHeight()));
    image.Rescale(std::max(1, static_cast<int>(image.GetWidth() * scale)),
                  std::max(1, static_cast<int>(image.GetHeight() * scale)), wxIMAGE_QUALITY_HIGH);
    image.InitAlpha();
    image.Resize(wxSize(size, size), wxPoint((size - image.GetWidth()) / 2, (size - image.GetHeight()) / 2));
    return image;
}

wxString state_of(const review::AttachmentView& view) {
    wxString text;
    switch (view.facts.state) {
        case FileState::unknown:
            text = _("not received with the report");
            break;
        case FileState::missing:
            text = _("missing");
            break;
        case FileState::unreadable:
            text = _("cannot be opened");
            break;
        case FileState::readable:
            text = view.wrong_kind ? _("not what was asked for") : _("readable");
            break;
    }
    if (!view.facts.twins.empty()) {
        const AttachmentTwin& twin = view.facts.twins.front();
        text +=
            ", " + wxString::Format(twin.same_content ? _("the same file as in %s") : _("the same picture as in %s"),
                                    shown(twin.report_id));
    }
    if (view.facts.state == FileState::readable && view.path.empty()) text += ", " + _("moved away since");
    return text;
}

bool alarming(const review::AttachmentView& view) {
    return view.facts.state == FileState::missing || view.facts.state == FileState::unreadable || view.wrong_kind ||
           !view.facts.twins.empty();
}

}  // namespace

ShopperPanel::ShopperPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session) {
    view_ = new DocumentView(this, _("Shopper"), [](const Target&) {});
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(view_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    news_ = session.beside().notifier().subscribe([this] { update(); });
}

void ShopperPanel::update() {
    const BesideModel& model = session_.beside();
    if (model.beside() && model.beside()->shopper) {
        view_->show(shopper_document(*model.beside()->shopper), false);
    } else if (!model.error().en.empty()) {
        view_->show(notice_document(to_code_points(_("Nothing could be read beside this report.")),
                                    to_code_points(shown(model.error()))),
                    false);
    } else {
        view_->show(Document{}, false);
    }
}

AttachmentsPanel::AttachmentsPanel(wxWindow* parent, Session& session) : wxPanel(parent), session_(session) {
    rows_ = new wxListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLC_REPORT | wxLC_SINGLE_SEL);
    rows_->SetName(_("Attachments"));
    rows_->AppendColumn(_("File"), wxLIST_FORMAT_LEFT, FromDIP(190));
    rows_->AppendColumn(_("State"), wxLIST_FORMAT_LEFT, FromDIP(160));
    rows_->AppendColumn(_("Kind"), wxLIST_FORMAT_LEFT, FromDIP(70));
    rows_->AppendColumn(_("Question"), wxLIST_FORMAT_LEFT, FromDIP(160));
    notice_ = new wxStaticText(this, wxID_ANY, wxString());
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(notice_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
    sizer->Add(rows_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    rows_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [this](wxListEvent& event) { open(event.GetIndex()); });
    news_ = session.beside().notifier().subscribe([this] { update(); });
    update();
}

void AttachmentsPanel::update() {
    request_.cancel();
    rows_->DeleteAllItems();
    const std::optional<Beside>& beside = session_.beside().beside();
    const std::size_t count = beside ? beside->attachments.size() : 0;
    notice_->SetLabelText(count > 0                               ? _("Enter opens the file.")
                          : !session_.beside().error().en.empty() ? shown(session_.beside().error())
                          : beside                                ? _("No file came with this report.")
                                                                  : wxString());
    const int size = FromDIP(picture_size);
    pictures_ = std::make_unique<wxImageList>(size, size, false, 0);
    wxImage nothing(size, size);
    nothing.InitAlpha();
    std::fill_n(nothing.GetAlpha(), size * size, wxIMAGE_ALPHA_TRANSPARENT);
    pictures_->Add(wxBitmap(nothing));  // of every row until its picture is there: it makes the rows high enough
    rows_->SetImageList(pictures_.get(), wxIMAGE_LIST_SMALL);
    const Palette palette;
    for (std::size_t i = 0; i < count; ++i) {
        const review::AttachmentView& view = beside->attachments[i];
        const long row = rows_->InsertItem(static_cast<long>(i), shown(view.attachment.file), 0);
        rows_->SetItem(row, 1, state_of(view));
        const Question* const question =
            session_.report().page() ? session_.report().page()->details.questionnaire.find(view.attachment.question)
                                     : nullptr;
        rows_->SetItem(row, 2, shown(view.attachment.kind));
        rows_->SetItem(row, 3, shown(question != nullptr ? question->label : view.attachment.question));
        if (alarming(view)) rows_->SetItemTextColour(row, palette.of(Ink::bad));
    }
    if (count > 0) load_pictures();
    Layout();
}

void AttachmentsPanel::load_pictures() {
    std::vector<std::pair<long, std::filesystem::path>> pictures;
    const std::vector<review::AttachmentView>& views = session_.beside().beside()->attachments;
    for (std::size_t i = 0; i < views.size(); ++i) {
        if (views[i].is_picture() && !views[i].path.empty()) pictures.emplace_back(static_cast<long>(i), views[i].path);
    }
    if (pictures.empty()) return;
    using Small = std::vector<std::pair<long, std::shared_ptr<wxImage>>>;
    request_.ask(
        session_.background(),
        [pictures, size = FromDIP(picture_size)](const std::stop_token& stop) {
            Small small;
            for (const auto& [row, path] : pictures) {
                if (stop.stop_requested()) break;
                small.emplace_back(row, std::make_shared<wxImage>(made_small(path, size)));
            }
            return small;
        },
        [this](const Small& small) {
            for (const auto& [row, image] : small) {
                if (image->IsOk()) rows_->SetItemImage(row, pictures_->Add(wxBitmap(*image)));
            }
        });
}

void AttachmentsPanel::open(long row) {
    const std::optional<Beside>& beside = session_.beside().beside();
    if (!beside || row < 0 || static_cast<std::size_t>(row) >= beside->attachments.size()) return;
    const review::AttachmentView& view = beside->attachments[static_cast<std::size_t>(row)];
    const bool opened = !view.path.empty() && wxLaunchDefaultApplication(shown(view.path.string()));
    if (!opened) {
        notice_->SetLabelText(wxString::Format(_("%s cannot be opened: %s."), shown(view.attachment.file),
                                               view.path.empty() ? state_of(view) : _("no program for it was found")));
    }
}

}  // namespace relis::app
