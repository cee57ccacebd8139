#include "structure.h"

#include "phrases.h"

namespace relis::grammar {
std::size_t skip_adverbs(const ReadText& text, std::size_t i) {
    const std::size_t first = i;
    while (i < text.size() && i < first + 6) {
        if (const std::size_t phrase = adverb_phrase(text, i)) {
            i += phrase;
        } else if (is_inner_adverb(text, i)) {
            ++i;
        } else {
            break;
        }
    }
    if (i >= text.size() || text[i].boundary != Boundary::none || !same_sentence(text, first, i)) return npos;
    return i;
}

}  // namespace relis::grammar
