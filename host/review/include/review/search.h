#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace relis::review {

/// A place in a text, in Unicode code points.
struct FoundPlace {
    std::size_t start = 0;
    std::size_t end = 0;
    bool operator==(const FoundPlace&) const = default;
};

/// Where in `text` the words are that the queue's search found it by, in order: whole words that begin with a word of
/// `words`, whatever case and accents. Empty words find nothing. Takes time in proportion to the text.
[[nodiscard]] std::vector<FoundPlace> find_words(std::string_view text, const std::string& words);

}  // namespace relis::review
