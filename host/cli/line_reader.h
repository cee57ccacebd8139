#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace relis::cli {

/// Reads a file or a pipe line by line in large pieces. Whoever is asked before each wait for more input can write out
/// what is done so far: a partner at the other end of two pipes then gets its answer, and a file still costs few
/// writes.
class LineReader {
  public:
    /// `descriptor` stays the caller's.
    LineReader(int descriptor, std::function<void()> before_waiting)
        : descriptor_(descriptor), before_waiting_(std::move(before_waiting)) {}

    /// The next line without its line break, valid until the next call; false at the end. Throws std::system_error
    /// where reading fails.
    bool next(std::string_view& line);
    /// Of the line last returned, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }

  private:
    bool fill();

    int descriptor_;
    std::function<void()> before_waiting_;
    std::string buffer_;
    std::size_t at_ = 0;        ///< where the unread part of the buffer begins
    std::size_t searched_ = 0;  ///< no line break stands before this
    std::size_t number_ = 0;
    bool ended_ = false;
};

}  // namespace relis::cli
