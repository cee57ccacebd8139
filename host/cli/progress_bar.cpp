#include "progress_bar.h"

#include <algorithm>

#include <fmt/format.h>
#include <unistd.h>

#include "output.h"
#include "text.h"

namespace relis::cli {

namespace {

constexpr std::size_t bar_width = 24;
constexpr std::chrono::milliseconds between_drawings{80};

void put(const std::string& text) {
    // A terminal that went away is no reason to end the work
    if (write(STDERR_FILENO, text.data(), text.size()) < 0) return;
}

}  // namespace

ProgressBar::ProgressBar() : visible_(isatty(STDERR_FILENO) == 1), language_(language_of(system_locale())) {}

ProgressBar::~ProgressBar() {
    if (drawn_) put("\r\x1b[K");
}

review::ProgressSink ProgressBar::sink() {
    if (!visible_) return {};
    return [this](const review::Progress& progress) { show(progress); };
}

void ProgressBar::show(const review::Progress& progress) {
    const auto now = std::chrono::steady_clock::now();
    const std::string& step = text_in(language_, progress.step);
    if (step == step_ && now < next_) return;
    next_ = now + between_drawings;
    step_ = step;
    drawn_ = true;
    std::string line;
    if (progress.total > 0) {
        const std::uint64_t done = std::min(progress.done, progress.total);
        const auto filled = static_cast<std::size_t>(done * bar_width / progress.total);
        line = fmt::format("[{:<{}}] {:3} %  ", std::string(filled, '#'), bar_width, done * 100 / progress.total);
    } else if (progress.done > 0) {
        line = fmt::format("{}  ", progress.done);
    }
    const std::size_t columns = std::max<std::size_t>(Output(STDERR_FILENO).columns(), 20);
    put("\r" + shortened(line + printable(step), columns - 1) + "\x1b[K");
}

}  // namespace relis::cli
