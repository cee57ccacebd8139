// Which words are followed by « de » and an infinitive: afin de, en train de, essayer de, envie de.
#pragma once

#include <cstddef>
#include <cstdint>

#include "grammar/reading.h"

namespace relis::grammar {

/// How surely an infinitive follows « de ».
enum class Governs : std::uint8_t {
    nothing,
    infinitive_or_noun,  ///< besoin de, envie de, au lieu de
    infinitive,          ///< afin de, en train de, essayer de: no noun stands there
};

/// What the words before the preposition de, d' at token `de` ask for.
[[nodiscard]] Governs governs_infinitive(const ReadText& text, std::size_t de);

/// The word before the preposition à at token `to` asks for an infinitive: inviter à, réussir à, rien à, prêt à.
[[nodiscard]] bool governs_infinitive_after_a(const ReadText& text, std::size_t to);

}  // namespace relis::grammar
