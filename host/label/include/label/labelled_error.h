#pragma once

#include <exception>
#include <stdexcept>
#include <utility>

#include <relis/label.h>

namespace relis {

/// An exception with a message for people in both languages; what() is the English one.
class LabelledError : public std::runtime_error {
  public:
    explicit LabelledError(Label message) : std::runtime_error(message.en), message_(std::move(message)) {}
    [[nodiscard]] const Label& message() const noexcept { return message_; }

  private:
    Label message_;
};

/// The message of any exception: both texts of a LabelledError, else what() for both.
[[nodiscard]] inline Label message_of(const std::exception& error) {
    if (const auto* const labelled = dynamic_cast<const LabelledError*>(&error)) return labelled->message();
    return {error.what(), error.what()};
}

}  // namespace relis
