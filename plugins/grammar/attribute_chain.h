// Where a verb leads to an attribute or a participle that agrees with its subject.
#pragma once

#include <cstddef>

#include "verb_group.h"

namespace relis::grammar {

/// Where an attribute is expected, and whose subject it has.
struct Attribute {
    std::size_t token = npos;      ///< first token of the attribute
    std::size_t chunk = npos;      ///< chunk of the finite verb that has the subject
    bool etre = false;             ///< through être: a participle may follow whatever its verb
    bool with_air = false;         ///< avoir l'air: may agree with air too
    std::size_t auxiliary = npos;  ///< token named in the message
};

/// est …, a été …, peut être …, semble avoir été …, vient d'être …; token is npos when the verb chunk k leads to none.
[[nodiscard]] Attribute find_attribute(const ReadText& text, const Chunks& chunks, std::size_t k);

/// The token after an infinitive that leads to an attribute (être, avoir été, devenir, pouvoir paraître), or npos.
[[nodiscard]] std::size_t past_infinitive_copula(const ReadText& text, std::size_t i);

}  // namespace relis::grammar
