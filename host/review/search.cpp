#include "review/search.h"

#include "store/search.h"

namespace relis::review {

std::vector<FoundPlace> find_words(std::string_view text, const std::string& words) {
    std::vector<FoundPlace> places;
    for (const store::TextRange& range : store::find_matches(text, words)) {
        places.push_back({range.start, range.end});
    }
    return places;
}

}  // namespace relis::review
