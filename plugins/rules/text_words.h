// The numbers of a text's words, worked out once for all patterns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "grammar/reading.h"
#include "rules/signature.h"
#include "rules/vocabulary.h"

namespace relis::rules {

/// What rules know of every token: the numbers of its form and of its readings' lemmas, and its signature.
class TextWords {
  public:
    TextWords(const grammar::ReadText& text, const Vocabulary& vocabulary);

    /// Its form and lemmas, as far as rules name them, each once.
    [[nodiscard]] std::span<const WordKey> of(std::size_t token) const {
        return std::span(words_).subspan(tokens_[token].first, tokens_[token].count);
    }
    /// One past the last token meets what may be the end of a sentence only; farther on nothing stands.
    [[nodiscard]] Signature signature(std::size_t token) const {
        return token < tokens_.size() ? tokens_[token].signature : Signature{};
    }

  private:
    struct Token {
        Signature signature;
        std::uint32_t first = 0;  ///< into words_
        std::uint32_t count = 0;
    };

    void add(WordKey word, Token& token);

    std::vector<Token> tokens_;  ///< one more than the text has
    std::vector<WordKey> words_;
};

}  // namespace relis::rules
