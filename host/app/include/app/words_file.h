#pragma once

#include <mutex>
#include <string>
#include <utility>

#include "review/feedback_words.h"

namespace relis::app {

/// The file of the agency's words that the window of the outbox was told, for whatever shows or sends what a shopper
/// reads. Thread-safe.
class WordsFile {
  public:
    /// Empty: the one that the environment names, or our own words.
    void set(std::string file) {
        const std::scoped_lock lock(access_);
        file_ = std::move(file);
    }
    /// The words in force. Throws LabelledError where the file cannot be read.
    [[nodiscard]] review::FeedbackWords words() const {
        const std::scoped_lock lock(access_);
        return review::feedback_words(file_);
    }

  private:
    mutable std::mutex access_;
    std::string file_;
};

}  // namespace relis::app
