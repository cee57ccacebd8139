// Whether a comment can be read as French at all.
#pragma once

#include <cstddef>
#include <string_view>

#include "comments/comment.h"
#include "comments/words.h"

namespace relis::comments {

enum class Readability {
    french,
    foreign,   ///< written in another language
    gibberish  ///< most of its words are in no lexicon, and it is no other language that is known here
};

/// Judges by the little words of a dozen languages and the share of unknown words in the first 400 words. A short text
/// (fewer than five words, or four long ones for gibberish) and a badly spelt one count as French.
[[nodiscard]] Readability readability_of(const Comment& comment, const WordBook& book);

/// The little French and little foreign words among the words, and the words that no lexicon has among the long ones.
struct WordCounts {
    std::size_t words = 0, french = 0, foreign = 0, long_words = 0, unknown = 0;
};

/// Judges by counts taken elsewhere.
[[nodiscard]] Readability readability_of(const WordCounts& counts);

/// A little French word, folded: an article, a pronoun, an auxiliary.
[[nodiscard]] bool is_little_word(std::string_view folded);
/// A little word of another language, folded, that is no French one.
[[nodiscard]] bool is_little_foreign_word(std::string_view folded);

}  // namespace relis::comments
