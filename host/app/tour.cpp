#include "app/tour.h"

#include <algorithm>
#include <utility>

#include <wx/settings.h>
#include <wx/sizer.h>

#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {
constexpr int card_width = 380;
constexpr int edge_width = 3;
}  // namespace

Tour::Tour(wxFrame& frame, std::vector<TourStep> steps, std::function<void()> on_end)
    : wxPanel(&frame, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxBORDER_SIMPLE),
      frame_(frame),
      steps_(std::move(steps)),
      on_end_(std::move(on_end)) {
    SetName(_("Guided tour"));
    for (wxWindow*& edge : edges_) {
        edge = new wxWindow(&frame, wxID_ANY);
        edge->SetBackgroundColour(Palette().of(Ink::accent));
    }
    SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW));
    const int gap = FromDIP(10);
    title_ = new wxStaticText(this, wxID_ANY, wxString());
    title_->SetFont(title_->GetFont().Bold().Larger());
    text_ = new wxStaticText(this, wxID_ANY, wxString());
    count_ = new wxStaticText(this, wxID_ANY, wxString());
    auto* const skip = new wxButton(this, wxID_ANY, _("End the tour (Esc)"));
    back_ = new wxButton(this, wxID_ANY, _("&Back"));
    next_ = new wxButton(this, wxID_ANY, _("&Next"));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(count_, wxSizerFlags(1).CentreVertical());
    buttons->Add(skip, wxSizerFlags().Border(wxRIGHT, gap / 2));
    buttons->Add(back_, wxSizerFlags().Border(wxRIGHT, gap / 2));
    buttons->Add(next_);
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(title_, wxSizerFlags().Expand().Border(wxALL, gap));
    sizer->Add(text_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    sizer->Add(buttons, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizer(sizer);
    skip->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(); });
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go(step_ - 1); });
    next_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go(step_ + 1); });
    Bind(wxEVT_CHAR_HOOK, &Tour::on_key, this);
    frame_.Bind(wxEVT_SIZE, [tour = wxWeakRef<Tour>(this)](wxSizeEvent& event) {
        event.Skip();
        if (tour) {
            tour->CallAfter([tour] { tour->place(); });
        }
    });
    go(0);
}

void Tour::on_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_ESCAPE) {
        end();
    } else if (key == WXK_RIGHT || key == WXK_PAGEDOWN) {
        go(step_ + 1);
    } else if ((key == WXK_LEFT || key == WXK_PAGEUP) && step_ > 0) {
        go(step_ - 1);
    } else {
        event.DoAllowNextEvent();  // to the button that has the focus, and not to the window behind
    }
}

void Tour::go(std::size_t step) {
    if (step >= steps_.size()) {
        end();
        return;
    }
    step_ = step;
    const TourStep& shown_step = steps_[step];
    title_->SetLabelText(shown_step.title);
    text_->SetLabelText(shown_step.text);
    text_->Wrap(FromDIP(card_width));
    count_->SetLabel(wxString::Format(_("%zu of %zu"), step + 1, steps_.size()));
    back_->Enable(step > 0);
    next_->SetLabel(step + 1 < steps_.size() ? _("&Next") : _("&Done"));
    place();
    next_->SetFocus();
}

void Tour::place() {
    const wxSize size = GetSizer()->ComputeFittingClientSize(this) + wxSize(2, 2);
    const wxSize all = frame_.GetClientSize();
    const TourStep& shown_step = steps_[step_];
    const int edge = FromDIP(edge_width);
    wxRect part(wxPoint(), all);
    for (wxWindow* const window : edges_) {
        window->Show(shown_step.part != nullptr);
    }
    wxPoint place((all.x - size.x) / 2, (all.y - size.y) / 2);
    if (shown_step.part != nullptr) {
        part = wxRect(frame_.ScreenToClient(shown_step.part->GetScreenPosition()), shown_step.part->GetSize());
        part.Intersect(wxRect(wxPoint(), all));
        edges_[0]->SetSize(part.x, part.y, part.width, edge);
        edges_[1]->SetSize(part.x, part.GetBottom() - edge + 1, part.width, edge);
        edges_[2]->SetSize(part.x, part.y, edge, part.height);
        edges_[3]->SetSize(part.GetRight() - edge + 1, part.y, edge, part.height);
        // beside the part where there is room, else inside it
        const int gap = FromDIP(12);
        if (part.GetBottom() + gap + size.y <= all.y) {
            place = wxPoint(part.x + gap, part.GetBottom() + gap);
        } else if (part.y - gap - size.y >= 0) {
            place = wxPoint(part.x + gap, part.y - gap - size.y);
        } else if (part.x - gap - size.x >= 0) {
            place = wxPoint(part.x - gap - size.x, part.y + gap);
        } else {
            place = wxPoint(part.x + gap, part.GetBottom() - gap - size.y);
        }
    }
    place.x = std::clamp(place.x, 0, std::max(all.x - size.x, 0));
    place.y = std::clamp(place.y, 0, std::max(all.y - size.y, 0));
    SetSize(wxRect(place, size));
    Layout();
    for (wxWindow* const window : edges_) {
        window->Raise();
    }
    Raise();
}

void Tour::end() {
    if (IsBeingDeleted() || !on_end_) {
        return;
    }
    const std::function<void()> told = std::exchange(on_end_, nullptr);
    for (wxWindow* const window : edges_) {
        window->Destroy();
    }
    Hide();
    told();
    CallAfter([this] { Destroy(); });  // not inside one of its own events
}

}  // namespace relis::app
