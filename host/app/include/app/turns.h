#pragma once

#include <deque>
#include <functional>
#include <mutex>

#include <wx/event.h>
#include <wx/timer.h>

namespace relis::app {

/// Runs functions on the interface thread in the order they were handed in, each in an event of its own: the window
/// answers between them, however many come at once.
class Turns : private wxEvtHandler {
  public:
    Turns();
    /// From any thread. Whatever has not had its turn when this goes is dropped.
    void post(std::function<void()> function);
    /// Whether nothing waits for its turn. From any thread.
    [[nodiscard]] bool idle() const;

  private:
    void next();

    mutable std::mutex guard_;
    std::deque<std::function<void()>> waiting_;
    wxTimer turn_;  ///< on the interface thread only
};

}  // namespace relis::app
