// Letters struck at random, told from names, codes, abbreviations and text messages.
#pragma once

#include <string_view>

#include "comments/comment.h"
#include "dodges.h"
#include "language/lexicon.h"

namespace relis::comments {

/// Immutable; safe to use from several threads.
class MashJudge {
  public:
    explicit MashJudge(const language::Lexicon& lexicon);

    /// Whether a comment is struck at random: at least half of its words, with nothing around them that says anything,
    /// or at least two and half of them whatever is around them.
    [[nodiscard]] bool is_mash(const Comment& comment, const WordBook& book) const;
    /// Whether a word says nothing beside struck ones.
    [[nodiscard]] bool is_hollow(std::string_view folded) const { return hollow_.contains(folded); }

  private:
    enum class Strike {
        none,
        maybe,   ///< a short word without a vowel, or a heap of consonants: a name or a code may be written so
        certain  ///< a run along a keyboard's row, or letters that no word joins
    };
    [[nodiscard]] Strike strike_of(std::string_view folded, language::LetterCase letter_case) const;

    const language::Lexicon& lexicon_;
    WordSet written_short_;
    WordSet rare_pairs_;
    WordSet hollow_;
};

}  // namespace relis::comments
