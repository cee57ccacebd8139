// A misspelt word as several: a space, an apostrophe or a hyphen is missing.
#pragma once

#include <string>
#include <vector>

#include "language/lexicon.h"

namespace relis::language {

/// Appends the ways to read `word` (in lower case) as two words or more that may follow each other: alorsque, lhomme,
/// toutdesuite, estce. Distances are in the scale of Lexicon::suggest.
void add_divided(const Lexicon& lexicon, const std::u32string& word, std::vector<Suggestion>& found);

}  // namespace relis::language
