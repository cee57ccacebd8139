#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

#include <relis/label.h>

namespace relis::review {

/// How far long work has come. `total` is 0 while it is not known.
struct Progress {
    Label step;  ///< `Reading reports/hotel-2026.json`
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

/// Told now and then by long work, from the thread that works.
using ProgressSink = std::function<void(const Progress&)>;

}  // namespace relis::review
