// The subject when it is a personal pronoun, before its verb or after it.
#pragma once

#include "chunks.h"
#include "subject.h"

namespace relis::grammar {

/// je, tu, il… before the verb: a chunk of kind pronoun.
[[nodiscard]] Subject subject_of_pronoun(const ReadText& text, const Chunk& chunk);

/// -je, -t-il, -vous after the verb; not found for an enclitic that is no subject (-y, -en, -ce).
[[nodiscard]] Subject subject_of_enclitic(const ReadText& text, std::size_t i);

}  // namespace relis::grammar
