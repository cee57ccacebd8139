#include "review/changes.h"

#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace relis::review {

struct Changes::Subscription::State {
    std::mutex mutex;
    std::uint64_t last_id = 0;
    std::map<std::uint64_t, std::shared_ptr<const Listener>> listeners;

    void remove(std::uint64_t id) {
        const std::lock_guard lock(mutex);
        listeners.erase(id);
    }
};

Changes::Subscription& Changes::Subscription::operator=(Subscription&& other) noexcept {
    if (this != &other) {
        if (const auto state = state_.lock()) state->remove(id_);
        state_ = std::move(other.state_);
        id_ = other.id_;
    }
    return *this;
}

Changes::Subscription::~Subscription() {
    if (const auto state = state_.lock()) state->remove(id_);
}

Changes::Changes() : state_(std::make_shared<Subscription::State>()) {}

Changes::Subscription Changes::subscribe(Listener listener) {
    const std::lock_guard lock(state_->mutex);
    Subscription subscription;
    subscription.state_ = state_;
    subscription.id_ = ++state_->last_id;
    state_->listeners.emplace(subscription.id_, std::make_shared<const Listener>(std::move(listener)));
    return subscription;
}

void Changes::announce(const Change& change) const {
    std::vector<std::shared_ptr<const Listener>> listeners;
    {
        const std::lock_guard lock(state_->mutex);
        for (const auto& [id, listener] : state_->listeners) listeners.push_back(listener);
    }
    for (const auto& listener : listeners) (*listener)(change);
}

}  // namespace relis::review
