// A verb with what belongs to it: clitics before it, its auxiliary chain, the participle or attribute it leads to.
#pragma once

#include <cstddef>

#include "chunks.h"

namespace relis::grammar {

struct VerbGroup {
    std::size_t chunk = npos;        ///< into Chunks: a verb or infinitive chunk
    std::size_t head = npos;         ///< token of the conjugated verb (or infinitive)
    std::size_t reflexive = npos;    ///< se, s', or me, te, nous, vous of the subject's own person
    std::size_t direct = npos;       ///< le, la, les, l' before the verb
    std::size_t open_object = npos;  ///< me, te, nous, vous: direct or indirect object
    std::size_t dative = npos;       ///< lui, leur
    std::size_t en = npos;
    bool is_etre = false;
    bool is_avoir = false;
    std::size_t next = npos;  ///< first token after the verb, its enclitics and adverbs, in the same clause
};

/// The group of chunks[k], which is a verb or an infinitive.
[[nodiscard]] VerbGroup verb_group(const ReadText& text, const Chunks& chunks, std::size_t k);

/// The relative que or qu' whose clause the verb chunk k leads, as a chunk index, or npos.
[[nodiscard]] std::size_t relative_object(const ReadText& text, const Chunks& chunks, std::size_t k);

/// A noun group follows token i directly that can be a direct object (a determiner, no time word).
[[nodiscard]] bool object_follows(const ReadText& text, const Chunks& chunks, std::size_t i);

/// Token i has infinitive readings only.
[[nodiscard]] bool only_infinitive(const ReadText& text, std::size_t i);
/// Token i, directly after the auxiliary (adverbs apart), is an infinitive in -er that is a noun too: s'est pointer. No
/// noun stands there without its determiner.
[[nodiscard]] bool bare_infinitive(const ReadText& text, std::size_t auxiliary, std::size_t i);
/// Every reading is a past participle.
[[nodiscard]] bool only_participle(const ReadText& text, std::size_t i);

}  // namespace relis::grammar
