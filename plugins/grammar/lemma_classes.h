// Which lemmas belong to the classes that rules name (lemma_class in grammar/reading.h).
#pragma once

#include <cstdint>
#include <vector>

#include "language/lexicon.h"

namespace relis::grammar {

/// The classes of every lemma, by LemmaId. Lemmas that the lexicon does not have are skipped.
[[nodiscard]] std::vector<std::uint32_t> classify_lemmas(const language::Lexicon& lexicon);

}  // namespace relis::grammar
