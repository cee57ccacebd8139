#pragma once

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

#include <relis/label.h>

#include "label/labelled_error.h"

namespace relis::app {

/// Threads that work while the interface goes on. Everything that may take longer than a blink (database, plugins,
/// files) runs here; its answer continues on the interface thread. Where processors are short these threads stand back
/// behind it. Thread-safe.
///
/// The destructor waits for what was handed in: a decision that is being recorded is recorded, and reading that nobody
/// waits for any more ends at once. What a work refers to has to live longer than the Background.
class Background {
  public:
    /// Runs a function on the interface thread, soon, in order; called from any thread.
    using Post = std::function<void(std::function<void()>)>;
    /// Where errors end that nobody handles: one place, on the interface thread.
    using ErrorSink = std::function<void(const Label& what)>;

    Background(Post post, ErrorSink errors, unsigned threads = 3);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    void run(std::function<void()> job);
    void post(std::function<void()> continuation) const;
    /// Hands an error to the sink, on the interface thread.
    void report_error(const Label& what) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// One question at a time, of which only the last answer counts. A window or a view model keeps it as a member; its
/// continuations run on the interface thread and only while the Request lives, so they may use what it is a member of.
/// Used on the interface thread only.
class Request {
  public:
    Request() = default;
    Request(const Request&) = delete;
    Request& operator=(const Request&) = delete;
    ~Request() { cancel(); }

    /// Runs `work(stop_token)` off the interface thread and then `then(answer)` on it. An earlier question becomes
    /// stale: its work is asked to stop and its answer is dropped. An exception goes to `failed`, or to the
    /// background's sink where that is empty.
    template <class Work, class Then>
    void ask(Background& background, Work work, Then then, std::function<void(const Label&)> failed = {}) {
        start(background, std::move(work), std::move(then), std::move(failed), Kind::reading);
    }

    /// The same for work that must be done whatever becomes of the window: it is never skipped, and asking for another
    /// while it runs is a mistake of the caller, see waiting().
    template <class Work, class Then>
    void perform(Background& background, Work work, Then then, std::function<void(const Label&)> failed = {}) {
        start(background, std::move(work), std::move(then), std::move(failed), Kind::writing);
    }

    /// Asks the work to stop but still waits for its answer: what had been done until then.
    void stop() { state_->stop.request_stop(); }
    /// Drops the answer that is being waited for.
    void cancel() {
        state_->stop.request_stop();
        ++state_->number;
        state_->waiting = false;
    }
    [[nodiscard]] bool waiting() const { return state_->waiting; }

  private:
    enum class Kind { reading, writing };
    struct State {
        std::uint64_t number = 0;
        bool waiting = false;
        std::stop_source stop;
    };

    template <class Work, class Then>
    void start(Background& background, Work work, Then then, std::function<void(const Label&)> failed, Kind kind) {
        cancel();
        state_->stop = std::stop_source{};
        state_->waiting = true;
        background.run([&background, weak = std::weak_ptr<State>(state_), number = state_->number,
                        token = state_->stop.get_token(), work = std::move(work), then = std::move(then),
                        failed = std::move(failed), kind]() mutable {
            if (kind == Kind::reading && token.stop_requested()) return;
            const auto if_current = [weak, number](auto continuation) {
                return [weak, number, continuation = std::move(continuation)]() mutable {
                    const auto state = weak.lock();
                    if (!state || state->number != number) return;
                    state->waiting = false;
                    continuation();
                };
            };
            try {
                using Answer = std::invoke_result_t<Work&, std::stop_token>;
                const auto answer = std::make_shared<Answer>(work(token));
                background.post(if_current([answer, then = std::move(then)]() mutable { then(std::move(*answer)); }));
            } catch (const std::exception& error) {
                // A failed writing is always told; a failed reading only while somebody waits for it.
                if (kind == Kind::writing && weak.expired()) {
                    background.report_error(message_of(error));
                    return;
                }
                background.post(if_current([&background, what = message_of(error), failed] {
                    if (failed) {
                        failed(what);
                    } else {
                        background.report_error(what);
                    }
                }));
            }
        });
    }

    std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace relis::app
