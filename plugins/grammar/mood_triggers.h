// Which mood a conjunction, a verb or an adjective before « que » asks for.
#pragma once

#include <cstddef>
#include <cstdint>

#include "chunks.h"

namespace relis::grammar {

enum class Mood : std::uint8_t { either, subjunctive, indicative };

struct Trigger {
    Mood mood = Mood::either;
    std::size_t first = 0;  ///< first token of the conjunction or of the word that asks, for the message
};

/// The mood that stands after the conjunction at token `que`: que, qu', quoique, lorsque, puisque, quand.
[[nodiscard]] Trigger mood_after(const ReadText& text, const Chunks& chunks, std::size_t que);

}  // namespace relis::grammar
