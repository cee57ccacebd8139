#include "pool.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace relis::plugin_host {

using Clock = std::chrono::steady_clock;

struct Pool::Call {
    enum class Progress { waiting, running, ended, given_up };

    std::function<void()> work;
    std::shared_ptr<std::atomic<int>> overruns;

    std::mutex mutex;  // guards what follows
    std::condition_variable ended;
    Progress progress = Progress::waiting;
    Clock::time_point begun;
    std::size_t thread = 0;
    bool replaced = false;  // another thread took the place of the one that runs this
};

struct Pool::State {
    std::mutex mutex;  // guards what follows; taken after a Call's where both are
    std::condition_variable filled;
    std::deque<std::shared_ptr<Call>> queue;
    std::map<std::size_t, std::thread> threads;
    std::size_t next_thread = 0;
    bool closing = false;

    /// REQUIRES: `state->mutex` is held.
    static void add_thread(const std::shared_ptr<State>& state) {
        const std::size_t number = state->next_thread++;
        state->threads.emplace(number, std::thread([state, number] { serve(*state, number); }));
    }

    static void serve(State& state, std::size_t number) {
        while (true) {
            std::shared_ptr<Call> call;
            {
                std::unique_lock lock(state.mutex);
                state.filled.wait(lock, [&] { return state.closing || !state.queue.empty(); });
                if (state.queue.empty()) return;
                call = std::move(state.queue.front());
                state.queue.pop_front();
            }
            if (!run(*call, number)) return;
        }
    }

    /// Runs the work; whether the thread still belongs to the pool.
    static bool run(Call& call, std::size_t number) {
        {
            const std::lock_guard lock(call.mutex);
            call.progress = Call::Progress::running;
            call.begun = Clock::now();
            call.thread = number;
        }
        call.work();
        call.work = nullptr;  // what the work holds is let go before anybody is told that it ended
        const std::lock_guard lock(call.mutex);
        if (call.progress == Call::Progress::given_up) {
            call.overruns->fetch_sub(1);
            return !call.replaced;
        }
        call.progress = Call::Progress::ended;
        call.ended.notify_one();
        return true;
    }

    /// Lets a thread go its own way. Without a thread to replace it, it stays in service once its work has ended.
    static bool replace(const std::shared_ptr<State>& state, std::size_t number) {
        const std::lock_guard lock(state->mutex);
        const auto thread = state->threads.find(number);
        if (thread != state->threads.end()) {  // not there when it was let go before and stayed in service
            thread->second.detach();
            state->threads.erase(thread);
        }
        try {
            add_thread(state);
        } catch (const std::system_error&) {
            return false;
        }
        return true;
    }
};

Pool::Pool(std::size_t threads) : state_(std::make_shared<State>()) {
    const std::lock_guard lock(state_->mutex);
    for (std::size_t i = 0; i < std::max<std::size_t>(threads, 1); ++i) {
        try {
            State::add_thread(state_);
        } catch (const std::system_error&) {
            if (state_->threads.empty()) throw;
            break;  // fewer threads do the same work
        }
    }
}

Pool::~Pool() {
    std::map<std::size_t, std::thread> threads;
    {
        const std::lock_guard lock(state_->mutex);
        state_->closing = true;
        threads.swap(state_->threads);
    }
    state_->filled.notify_all();
    for (auto& [number, thread] : threads) thread.join();
}

std::shared_ptr<Pool::Call> Pool::start(std::function<void()> work, std::shared_ptr<std::atomic<int>> overruns) {
    auto call = std::make_shared<Call>();
    call->work = std::move(work);
    call->overruns = std::move(overruns);
    {
        const std::lock_guard lock(state_->mutex);
        state_->queue.push_back(call);
    }
    state_->filled.notify_one();
    return call;
}

bool Pool::wait(Call& call, std::chrono::milliseconds budget) {
    using Progress = Call::Progress;
    std::unique_lock lock(call.mutex);
    while (call.progress != Progress::ended) {
        const Clock::time_point now = Clock::now();
        const Clock::time_point deadline = (call.progress == Progress::waiting ? now : call.begun) + budget;
        if (call.progress == Progress::running && now >= deadline) {
            call.progress = Progress::given_up;
            call.overruns->fetch_add(1);
            call.replaced = State::replace(state_, call.thread);
            return false;
        }
        call.ended.wait_until(lock, deadline);
    }
    return true;
}

}  // namespace relis::plugin_host
