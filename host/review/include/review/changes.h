#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace relis::review {

/// What changed in the workspace. A change names as little as its listeners need to load the rest themselves.
struct Change {
    enum class Kind {
        imported,  ///< reports were added
        assessed,  ///< assessments of a report were made anew
        decided,   ///< a decision was recorded or undone
        claimed,   ///< a report was taken or given back
        criteria,  ///< another criteria set was published
    };
    Kind kind = Kind::imported;
    std::string report_id;  ///< empty: several reports
};

/// Announces changes to whoever listens. Thread-safe. A listener is called on the thread that made the change, without
/// any lock held; it must not block, and a window passes the news on to its own thread.
class Changes {
  public:
    using Listener = std::function<void(const Change&)>;

    /// Keeps a listener until it is destroyed. May outlive the Changes it came from.
    class Subscription {
      public:
        Subscription() = default;
        Subscription(Subscription&&) = default;
        Subscription& operator=(Subscription&& other) noexcept;
        ~Subscription();

      private:
        friend class Changes;
        struct State;
        std::weak_ptr<State> state_;
        std::uint64_t id_ = 0;
    };

    Changes();
    [[nodiscard]] Subscription subscribe(Listener listener);
    void announce(const Change& change) const;

  private:
    std::shared_ptr<Subscription::State> state_;
};

}  // namespace relis::review
