// Adverbs of several words: à peine, tout à fait, en effet.
#pragma once

#include <cstddef>

#include "grammar/reading.h"

namespace relis::grammar {

/// Number of tokens of the adverb phrase that begins at token i, or 0.
[[nodiscard]] std::size_t adverb_phrase(const ReadText& text, std::size_t i);

}  // namespace relis::grammar
