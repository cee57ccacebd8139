#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace relis::app {

/// Tells those who listen that something of a view model has changed. Not thread-safe: view models live on the
/// interface thread and so do their listeners. A listener may subscribe or leave while it is being told.
template <class... News>
class Notifier {
    struct Entry {
        std::uint64_t id;
        std::function<void(News...)> listener;
    };
    using Entries = std::vector<Entry>;

  public:
    /// Keeps a listener until it is destroyed. May outlive the notifier it came from.
    class Subscription {
      public:
        Subscription() = default;
        Subscription(Subscription&& other) noexcept : entries_(std::move(other.entries_)), id_(other.id_) {
            other.entries_.reset();
        }
        Subscription& operator=(Subscription&& other) noexcept {
            if (this != &other) {
                leave();
                entries_ = std::move(other.entries_);
                id_ = other.id_;
                other.entries_.reset();
            }
            return *this;
        }
        ~Subscription() { leave(); }

      private:
        friend class Notifier;
        Subscription(std::weak_ptr<Entries> entries, std::uint64_t id) : entries_(std::move(entries)), id_(id) {}
        void leave() {
            if (const auto entries = entries_.lock()) {
                std::erase_if(*entries, [this](const Entry& entry) { return entry.id == id_; });
            }
            entries_.reset();
        }
        std::weak_ptr<Entries> entries_;
        std::uint64_t id_ = 0;
    };

    [[nodiscard]] Subscription subscribe(std::function<void(News...)> listener) {
        entries_->push_back({++last_id_, std::move(listener)});
        return Subscription(entries_, last_id_);
    }

    void tell(News... news) const {
        const Entries told = *entries_;
        for (const Entry& entry : told) {
            const bool still_there = std::any_of(entries_->begin(), entries_->end(),
                                                 [&](const Entry& other) { return other.id == entry.id; });
            if (still_there) entry.listener(news...);
        }
    }

  private:
    std::shared_ptr<Entries> entries_ = std::make_shared<Entries>();
    std::uint64_t last_id_ = 0;
};

}  // namespace relis::app
