// Places in code points, found in UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/utf8.h"

namespace relis::french {

/// Cuts a text at code points, which must be asked for in rising order, so that all of them cost one pass.
class Cursor {
  public:
    explicit Cursor(std::string_view text) : text_(text) {}

    /// Code points passed so far.
    [[nodiscard]] std::size_t place() const { return place_; }

    /// What stands between the present place and the given one, or the end of the text.
    std::string_view cut_until(std::size_t place) {
        const std::size_t first = byte_;
        for (; place_ < place && byte_ < text_.size(); ++place_) language::decode(text_, byte_);
        return text_.substr(first, byte_ - first);
    }

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    std::size_t place_ = 0;
};

}  // namespace relis::french
