#pragma once

#include <chrono>
#include <string>

#include "label/language.h"
#include "review/progress.h"

namespace relis::cli {

/// Shows on standard error how far long work has come, where that is a terminal; shows nothing elsewhere.
class ProgressBar {
  public:
    ProgressBar();
    /// Clears the line.
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// To be handed to the work; must not outlive this. Empty where nothing is shown.
    [[nodiscard]] review::ProgressSink sink();

  private:
    void show(const review::Progress& progress);

    bool visible_;
    Language language_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point next_{};
    std::string step_;
};

}  // namespace relis::cli
