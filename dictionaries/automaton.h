// Builds the minimal automaton of a sorted list of words (Daciuk, Mihov, Watson and Watson 2000, sorted input).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/lexicon_format.h"

namespace relis::dictionaries {

struct Automaton {
    std::vector<language::format::Arc> arcs;
    std::uint32_t root = 0;
};

/// REQUIRES: words in strictly rising order, each a string of letter codes 1 to 255.
/// Throws std::runtime_error when it would need more arcs than the format can number.
Automaton build_automaton(const std::vector<std::basic_string<unsigned char>>& words);

}  // namespace relis::dictionaries
