// A sentence with a misspelt word or one word for another hides its other faults: in « elle ma pas regarder » nothing
// tells that *regarder* follows an auxiliary. What is surely wrong is mended, and the sentence is read again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine.h"
#include "language/lexicon.h"
#include "language/text.h"

namespace relis::french {

/// A replacement made in a sentence. Code points; of the text as submitted, and of the mended sentence.
struct Edit {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t mended_start = 0;
    std::uint32_t mended_end = 0;
};

/// A sentence with its sure faults mended.
struct MendedSentence {
    std::uint32_t start = 0;  ///< code points of the text as submitted
    std::uint32_t end = 0;
    std::string text;
    std::vector<Edit> edits;  ///< in the order of the text, at least one
};

/// The sentences of a text that deserve another reading: those with a fault whose right form is not in doubt and
/// changes how other words are read. `faults` are those of the text, in its order. Linear; pure.
[[nodiscard]] std::vector<MendedSentence> mended_sentences(const language::Lexicon& lexicon, const language::Text& text,
                                                           const std::vector<Fault>& faults);

/// Puts what the second reading of a sentence says in the place of what the first said of it: the mended faults stay,
/// the grammar of the rest is taken from the mended sentence. `faults` keeps the order of the text.
void take_over(std::vector<Fault>& faults, const MendedSentence& sentence, std::vector<Fault> second);

}  // namespace relis::french
