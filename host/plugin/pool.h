#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

namespace relis::plugin_host {

/// A bounded number of threads that run work whose caller may give up waiting. A thread whose work was given up is
/// replaced at once and ends with that work, so it blocks nobody.
///
/// start and wait may be called from several threads. The destructor joins all threads but the given-up ones.
class Pool {
  public:
    /// One piece of work, begun or waiting for a thread.
    struct Call;

    /// Throws std::system_error where no thread can be started.
    explicit Pool(std::size_t threads);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    /// Has `work` run by the next free thread. It must not throw. `overruns` counts the calls that were given up and
    /// still run; calls may share one counter.
    [[nodiscard]] std::shared_ptr<Call> start(std::function<void()> work, std::shared_ptr<std::atomic<int>> overruns);

    /// Waits until the work has ended and tells true; or, once it has run for `budget`, gives it up and tells false.
    /// Call it once for each call.
    [[nodiscard]] bool wait(Call& call, std::chrono::milliseconds budget);

  private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace relis::plugin_host
