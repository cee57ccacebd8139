#pragma once

#include <chrono>

#include <relis/moment.h>

namespace relis::app {

/// The present, to the second, in UTC. May be asked on any thread.
[[nodiscard]] inline Moment this_moment() {
    return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), {}};
}

}  // namespace relis::app
