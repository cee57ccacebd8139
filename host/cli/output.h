#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace relis::cli {

/// What the command prints for its reader, in large writes. When nobody reads any more (`relis queue | head`), what
/// follows is dropped in silence and closed() says so, that endless work may end. Not thread-safe.
class Output {
  public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}

    /// Throws std::runtime_error once when the text cannot be written for another reason than a reader who left.
    void write(std::string_view text);
    void line(std::string_view text);
    template <class... Values>
    void print(fmt::format_string<Values...> format, Values&&... values) {
        write(fmt::format(format, std::forward<Values>(values)...));
    }
    void flush();

    [[nodiscard]] bool closed() const { return closed_; }
    [[nodiscard]] bool is_terminal() const;
    /// Columns of the terminal, or those that $COLUMNS asks for; 0: no terminal, no limit.
    [[nodiscard]] std::size_t columns() const;
    /// Whether bold and colour may be used: a terminal, and $NO_COLOR is not set.
    [[nodiscard]] bool has_styles() const;

  private:
    int descriptor_;
    bool closed_ = false;
    std::string buffer_;
};

}  // namespace relis::cli
