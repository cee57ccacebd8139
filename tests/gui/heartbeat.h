#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>

#include <wx/timer.h>

namespace relis::app {

/// Beats on the interface thread as fast as its event loop lets it, and remembers the longest it was kept from beating:
/// how long the window would not have answered.
class Heartbeat : private wxTimer {
  public:
    using Milliseconds = std::chrono::duration<double, std::milli>;
    struct Longest {
        Milliseconds gap{};        ///< by the clock: what a person would notice, other programs' load included
        Milliseconds processor{};  ///< of the interface thread itself: load does not count, waiting does not either
    };

    Heartbeat() {
        restart();
        Start(1);
    }
    /// Forgets what was measured so far.
    void restart() {
        longest_ = {};
        beat_ = std::chrono::steady_clock::now();
        used_ = processor_time();
    }
    /// With the time since the last beat.
    [[nodiscard]] Longest longest() {
        Notify();
        return longest_;
    }

  private:
    static Milliseconds processor_time() {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
    }
    void Notify() override {
        const auto now = std::chrono::steady_clock::now();
        const Milliseconds used = processor_time();
        longest_.gap = std::max<Milliseconds>(longest_.gap, now - beat_);
        longest_.processor = std::max(longest_.processor, used - used_);
        beat_ = now;
        used_ = used;
    }

    Longest longest_;
    std::chrono::steady_clock::time_point beat_;
    Milliseconds used_{};
};

}  // namespace relis::app
