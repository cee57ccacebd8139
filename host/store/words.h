#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace relis::store {

/// A word of a text, folded as store/search.h says, with its place in code points.
struct FoldedWord {
    std::string word;
    std::size_t start = 0;
    std::size_t end = 0;
};

std::vector<FoldedWord> fold_words(std::string_view text);

/// The folded words with a space between: what names are sorted by.
std::string folded_name(std::string_view name);

/// The different words of a text with a space between, for the full-text index; bounded, since PostgreSQL keeps at
/// most 1 MB of words for one text.
std::string words_to_index(std::string_view text);

}  // namespace relis::store
