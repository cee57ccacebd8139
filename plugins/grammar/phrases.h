// Adverbs of several words: à peine, tout à fait, en effet.
#pragma once

#include <cstddef>

#include "grammar/reading.h"

namespace relis::grammar {

/// Looks up the adverb phrase that begins at token i: its number of tokens, or 0. The reader asks once.
[[nodiscard]] std::size_t find_adverb_phrase(const ReadText& text, std::size_t i);

/// Number of tokens of the adverb phrase that begins at token i, or 0.
[[nodiscard]] inline std::size_t adverb_phrase(const ReadText& text, std::size_t i) {
    return text[i].phrase;
}

}  // namespace relis::grammar
