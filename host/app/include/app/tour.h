#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

#include <wx/button.h>
#include <wx/frame.h>
#include <wx/panel.h>
#include <wx/stattext.h>
#include <wx/weakref.h>

namespace relis::app {

/// One stop of the tour.
struct TourStep {
    wxWindow* part = nullptr;  ///< what it is about; null: the window as a whole
    wxString title;
    wxString text;
};

/// The guided tour: a card beside the part that it tells about, which is framed meanwhile. Right, Enter: on; Left:
/// back; Esc: end. What the keys would decide in the window does not happen during the tour. It goes away by itself.
class Tour : public wxPanel {
  public:
    /// `frame` is the window of the parts. `on_end` is called when the tour ends, also in the middle.
    Tour(wxFrame& frame, std::vector<TourStep> steps, std::function<void()> on_end);

    [[nodiscard]] std::size_t step() const { return step_; }
    [[nodiscard]] const std::vector<TourStep>& steps() const { return steps_; }
    void go(std::size_t step);
    void end();

  private:
    void place();
    void on_key(wxKeyEvent& event);

    wxFrame& frame_;
    std::vector<TourStep> steps_;
    std::function<void()> on_end_;
    std::size_t step_ = 0;
    std::array<wxWindow*, 4> edges_{};
    wxStaticText* title_ = nullptr;
    wxStaticText* text_ = nullptr;
    wxStaticText* count_ = nullptr;
    wxButton* back_ = nullptr;
    wxButton* next_ = nullptr;
};

}  // namespace relis::app
