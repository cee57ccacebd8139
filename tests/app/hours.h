#pragma once

#include <chrono>

#include <relis/moment.h>

namespace relis::app {

/// So many hours after the moment that is now for the desks of the tests.
inline Moment at(int hour) {
    return Moment{std::chrono::sys_seconds{std::chrono::seconds{1'800'000'000}} + std::chrono::hours{hour}, {}};
}

}  // namespace relis::app
