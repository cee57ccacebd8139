#include "review/present.h"

#include <atomic>
#include <ctime>
#include <limits>

#include "store_types.h"

namespace relis::review {

namespace {

constexpr std::int64_t real_time = std::numeric_limits<std::int64_t>::min();

/// Seconds since 1970 that stand for the present. One for the process, since every use case asks for the time.
std::atomic<std::int64_t>& lived_through() {
    static std::atomic<std::int64_t> seconds{real_time};
    return seconds;
}

}  // namespace

PresentAt::PresentAt(const Moment& at) {
    move_to(at);
}

PresentAt::~PresentAt() {
    lived_through() = real_time;
}

void PresentAt::move_to(const Moment& at) {
    lived_through() = at.utc.time_since_epoch().count();
}

Moment now() {
    const std::int64_t chosen = lived_through();
    const std::time_t time = chosen == real_time ? std::time(nullptr) : static_cast<std::time_t>(chosen);
    std::tm local{};
    localtime_r(&time, &local);
    return Moment{std::chrono::sys_seconds{std::chrono::seconds{time}},
                  std::chrono::duration_cast<std::chrono::minutes>(std::chrono::seconds{local.tm_gmtoff})};
}

}  // namespace relis::review
