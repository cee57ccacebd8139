// The numbers of a text's words, worked out once for all patterns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "grammar/reading.h"
#include "rules/index.h"
#include "rules/signature.h"
#include "rules/vocabulary.h"

namespace relis::rules {

/// What rules know of every token: the numbers of its form and of its readings' lemmas, and its signature.
class TextWords {
  public:
    TextWords(const grammar::ReadText& text, const Vocabulary& vocabulary);

    /// Its form and lemmas, as far as rules name them.
    [[nodiscard]] std::span<const WordKey> of(std::size_t token) const {
        return std::span(words_).subspan(tokens_[token].first, tokens_[token].count);
    }
    /// Those of all tokens, in their order.
    [[nodiscard]] std::span<const WordKey> all() const { return words_; }
    /// Of a token at most so far from one of the text as a guard stands. One past the last token meets what may be
    /// the end of a sentence only; farther on, and before the first, nothing stands.
    [[nodiscard]] Signature signature(std::size_t token) const { return signatures_[token + farthest_guard]; }

  private:
    struct Token {
        std::uint32_t first = 0;  ///< into words_
        std::uint32_t count = 0;
    };

    /// A sentence ends at its last mark, or else where the next token would stand.
    void mark_sentence_ends(const grammar::ReadText& text);

    std::vector<Token> tokens_;
    std::vector<Signature> signatures_;  ///< farthest_guard more at both ends
    std::vector<WordKey> words_;
};

}  // namespace relis::rules
