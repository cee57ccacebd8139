// Finds the patterns that may match at a word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/pattern.h"
#include "rules/signature.h"
#include "rules/vocabulary.h"

namespace relis::rules {

/// The farthest guard: tokens at a known distance from the anchor are mostly near.
inline constexpr std::size_t farthest_guard = 3;

/// A pattern that may match where a word stands. Its guards, what must stand at some distance before and after that
/// word, dismiss most places without a look at the pattern.
struct Candidate {
    Signature before;
    Signature after;
    std::uint32_t pattern = 0;
    WordKey word = no_word_key;
    std::uint8_t tokens_before = 0;  ///< the distance; 0: no guard, which the word itself meets
    std::uint8_t tokens_after = 0;
};

/// What may stand at each place from farthest_guard tokens before the anchor of a pattern to as many after it.
struct Surroundings {
    std::array<Signature, 2 * farthest_guard + 1> places;
    std::uint8_t told = 0;  ///< a bit a place: not every token may stand there
};

/// Sets the anchor of a pattern: of the elements that are always there and hold words only, the one whose words are the
/// rarest. False when there is none.
[[nodiscard]] bool choose_anchor(Pattern& pattern, const Patterns& patterns, const Vocabulary& vocabulary);

/// The candidates of every word, in one array.
class Index {
  public:
    /// Adds a pattern that has an anchor; candidates() knows it after settle() only.
    void add(std::uint32_t pattern, const Patterns& patterns);
    /// Puts what was added in order. `words`: the size of the vocabulary.
    void settle(std::size_t words);

    /// The patterns anchored in that word.
    [[nodiscard]] std::span<const Candidate> candidates(WordKey word) const {
        return std::span(candidates_).subspan(first_[word], first_[word + 1U] - first_[word]);
    }

    /// Tell the processor that candidates() will be asked for that word soon: first where they lie, then for them.
    void fetch_place(WordKey word) const { __builtin_prefetch(&first_[word]); }
    void fetch_candidates(WordKey word) const { __builtin_prefetch(candidates_.data() + first_[word]); }
    void fetch_surroundings(std::uint32_t pattern) const { __builtin_prefetch(&surroundings_[pattern]); }

    /// Asked of the few candidates that pass their guards, since matching costs many times as much.
    [[nodiscard]] const Surroundings& surroundings(std::uint32_t pattern) const { return surroundings_[pattern]; }

  private:
    std::vector<Candidate> candidates_;       ///< by word, once settled
    std::vector<Surroundings> surroundings_;  ///< by pattern
    std::vector<std::uint32_t> first_;        ///< of every word and one more: where its candidates begin
};

}  // namespace relis::rules
