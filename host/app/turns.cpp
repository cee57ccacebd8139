#include "app/turns.h"

#include <utility>

namespace relis::app {

namespace {
constexpr int soon = 1;  // milliseconds
}

Turns::Turns() {
    turn_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { next(); });
}

void Turns::post(std::function<void()> function) {
    bool first = false;
    {
        const std::lock_guard lock(guard_);
        first = waiting_.empty();
        waiting_.push_back(std::move(function));
    }
    if (first) CallAfter([this] { turn_.StartOnce(soon); });
}

bool Turns::idle() const {
    const std::lock_guard lock(guard_);
    return waiting_.empty();
}

void Turns::next() {
    std::function<void()> function;
    {
        const std::lock_guard lock(guard_);
        if (waiting_.empty()) return;
        function = std::move(waiting_.front());
        waiting_.pop_front();
        // what it opens may have an event loop of its own, in which the others want their turns
        if (!waiting_.empty()) turn_.StartOnce(soon);
    }
    function();
}

}  // namespace relis::app
