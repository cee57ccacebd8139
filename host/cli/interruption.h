#pragma once

#include <stop_token>
#include <thread>

namespace relis::cli {

/// While one lives, Ctrl-C (SIGINT) and SIGTERM ask the work to stop where it may instead of ending the program; a
/// second one ends it at once, which the database survives. Make it before any thread that the work starts, since the
/// signals are kept from them. At most one at a time.
class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
    [[nodiscard]] bool requested() const { return source_.stop_requested(); }

  private:
    std::stop_source source_;
    int signals_ = -1;  ///< signalfd
    int ending_ = -1;   ///< eventfd, wakes the listener for good
    std::jthread listener_;
};

}  // namespace relis::cli
