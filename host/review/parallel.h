#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <stop_token>
#include <thread>
#include <vector>

namespace relis::review {

/// Calls `work(i)` for each i below `count`, on as many threads as the machine has, until somebody asks to stop.
/// `work` must not throw.
template <class Work>
void for_each_parallel(std::size_t count, const std::stop_token& stop, const Work& work) {
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> threads;
    const std::size_t most = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), count);
    for (std::size_t thread = 0; thread < most; ++thread) {
        threads.emplace_back([&] {
            for (std::size_t i = next++; i < count && !stop.stop_requested(); i = next++) work(i);
        });
    }
}

}  // namespace relis::review
