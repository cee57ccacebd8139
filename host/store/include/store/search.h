#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/page.h"

namespace relis::store {

/// A comment that holds the words searched for.
struct SearchHit {
    std::string report_id;
    int revision = 1;
    std::string question;
    std::string text;  ///< the whole comment
    bool operator==(const SearchHit&) const = default;
};

/// Comments that hold every word of `query`, or a word that begins with it (`caiss` finds `caissière`), whatever case,
/// accents and punctuation; the latest received first. Both back ends give the same answer. A query without a word
/// finds nothing.
[[nodiscard]] Page<SearchHit> search_comments(Database& database, const std::string& query,
                                              const PageRequest& page = {});

/// The words that searching compares: case folded, without accents or ligatures, in order. `L'œuf à 3,50 $` gives
/// l, oeuf, a, 3, 50. Invalid UTF-8 counts as separators.
[[nodiscard]] std::vector<std::string> search_words(std::string_view text);

/// A place in a text, in Unicode code points.
struct TextRange {
    std::size_t start = 0;
    std::size_t end = 0;
    bool operator==(const TextRange&) const = default;
};

/// Where in `text` the words of `query` were found, in order, for highlighting.
[[nodiscard]] std::vector<TextRange> find_matches(std::string_view text, const std::string& query);

}  // namespace relis::store
